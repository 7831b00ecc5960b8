import { createHash } from 'node:crypto';
import tokens from '../parts/tokens.css?raw';
import { cssVariables, DARK, LIGHT } from '../look/themes.ts';
import { groundFile, insetFile, type InsetGround, type StillGround } from '../still/ground.ts';
import css from './page.css?raw';

/** What all pages have in common: each a file that a reader's browser fetches once. */
export interface Shared {
  /** Their names from the first page of the site. */
  files: Record<'css' | 'groundLight' | 'groundDark' | 'insetLight' | 'insetDark', string>;
  /** Content by name. */
  contents: Map<string, string>;
  /** What of the Earth the ground's pictures show. */
  bounds: Pick<StillGround, 'bounds' | 'width' | 'height'>;
}

/** A name that changes with the content, so that no page is shown with a file of another edition. */
function named(stem: string, content: string, ending: string): string {
  return `assets/${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${ending}`;
}

/** The sheet of style: the theme by what the reader's system asks for, the sizes and small things of the atlas, and what pages add. On paper it is light. */
const sheet = (): string =>
  [
    `:root{${cssVariables(LIGHT)}}@media screen and (prefers-color-scheme:dark){:root{${cssVariables(DARK)}}}`,
    ...[tokens, css].map((text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n')),
  ].join('\n');

export function sharedFiles(ground: StillGround, inset: InsetGround): Shared {
  const made = {
    css: ['page', sheet(), 'css'],
    groundLight: ['ground-light', groundFile(ground, LIGHT), 'svg'],
    groundDark: ['ground-dark', groundFile(ground, DARK), 'svg'],
    insetLight: ['inset-light', insetFile(inset, LIGHT), 'svg'],
    insetDark: ['inset-dark', insetFile(inset, DARK), 'svg'],
  } as const;
  const named_ = Object.entries(made).map(([key, [stem, content, ending]]) => [key, named(stem, content, ending), content] as const);
  return {
    files: Object.fromEntries(named_.map(([key, file]) => [key, file])) as Shared['files'],
    contents: new Map(named_.map(([, file, content]) => [file, content])),
    bounds: { bounds: ground.bounds, width: ground.width, height: ground.height },
  };
}
