import { late } from '../parts/late.ts';
import { save } from '../parts/save.ts';
import type { Deck } from '../state/deck.ts';
import type { Files } from '../state/files.ts';
import type { World } from '../state/world.ts';
import { groundNow, prepareMaps } from './map.ts';
import { withBrief, type Carried } from './single.ts';

/** Saves a brief with all that it needs in one file, for a stick or a machine without a network. Rejects where that cannot be fetched. */
export async function takeSingle(files: Files, carried: Carried): Promise<void> {
  save(withBrief(await files.text('single/brief.html'), carried), 'text/html', `${carried.id}.html`);
}

/** Saves a brief as a presentation that others can edit. Rejects where what it is made with cannot be fetched. */
export async function takePresentation(world: World, files: Files, id: string, deck: Deck, shape: '16:9' | '4:3'): Promise<void> {
  await prepareMaps(files);
  const [{ powerpoint }, { drawnAs }] = await Promise.all([
    late(() => import('./powerpoint/powerpoint.ts')),
    late(() => import('../sheet/take-away.ts')),
  ]);
  const draw = async (svg: string, width: number, height: number) =>
    new Uint8Array(await (await drawnAs(svg, width, height)).arrayBuffer());
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  save(await powerpoint(world, deck, { shape, ground: groundNow(files)!, draw }), type, `${id}.${deck.lang}.pptx`);
}
