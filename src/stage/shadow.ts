import css from '../look/stage.css?inline';
import { groundCss } from '../still/ground.ts';

/** The style sheet of a stage in a shadow root, which the page's own does not reach. */
export const stageCss = css + groundCss();
