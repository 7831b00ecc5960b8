import { LIGHT } from '../look/themes.ts';
import type { Files } from '../state/files.ts';
import { groundSvg, insetSvg, type InsetGround, type StillGround } from '../still/ground.ts';
import { messages } from '../text/messages.ts';

/** The still's ground, and the South China Sea inset, as SVG. Each rejects with a `FileError`. */
export const DRAWINGS = {
  ground: async (files: Files): Promise<string> => groundSvg(await files.json<StillGround>('geo/still.json'), LIGHT),
  inset: async (files: Files): Promise<string> =>
    insetSvg(await files.json<InsetGround>('geo/inset.json'), `${messages('zh').inset} ${messages('en').inset}`, LIGHT),
};
