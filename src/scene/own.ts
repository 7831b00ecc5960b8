import type { Files } from '../state/files.ts';
import { loadDataset } from '../state/load.ts';
import { loadOwn } from '../state/own.ts';
import { World } from '../state/world.ts';
import { foldOf } from './fold.ts';

/** The world of the data that an address names, or the atlas's own with the reason why not; drawn in bundles where it is too large. Rejects where not even those can be had. */
export async function ownWorld(files: Files, asked: string, base: string): Promise<World> {
  try {
    const dataset = await loadOwn(files, asked, base);
    const world = new World(dataset, { file: asked, failed: null });
    world.fold = foldOf(world);
    return world;
  } catch (error) {
    console.warn(error);
    return new World(await loadDataset(files), { file: asked, failed: (error as Error).message });
  }
}
