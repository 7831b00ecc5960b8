import css from '../look/stage.css?inline';
import { groundCss } from '../still/ground.ts';

/** The style sheet of a stage in a shadow root, which the page's own does not reach. Its letters have their own size, for many pages set their root's to 10 px. */
export const stageCss = `${css}${groundCss()}.stage{--sixteenth:1px}`;
