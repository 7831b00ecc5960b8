import type { Files } from '../state/files.ts';
import { groundSvg, insetSvg, UNITS, UNITS_HIGH, type InsetGround, type StillGround } from '../still/ground.ts';
import { messages } from '../text/messages.ts';

/** The still's ground, and the South China Sea inset, as SVG. Each rejects with a `FileError`. */
export const DRAWINGS = {
  ground: async (files: Files): Promise<string> =>
    `<svg class="ground" aria-hidden="true" viewBox="0 0 ${UNITS} ${UNITS_HIGH.toFixed(1)}">${groundSvg(await files.json<StillGround>('geo/still.json'))}</svg>`,
  inset: async (files: Files): Promise<string> =>
    insetSvg(await files.json<InsetGround>('geo/inset.json'), `${messages('zh').inset} ${messages('en').inset}`),
};
