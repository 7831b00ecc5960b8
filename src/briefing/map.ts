import type { Theme } from '../look/themes.ts';
import { seenBox, type SquareBox } from '../scene/frame.ts';
import type { Point } from '../scene/mercator.ts';
import { FREE, type Room } from '../scene/room.ts';
import { scene as sceneOf } from '../scene/scene.ts';
import { fitted, type SheetGround, type SheetMapOptions } from '../sheet/map.ts';
import { firstCamera, openPoints } from '../stage/framing.ts';
import type { Files } from '../state/files.ts';
import { filter } from '../state/filter.ts';
import type { Lang } from '../state/lang.ts';
import { openedIn } from '../state/opened.ts';
import { parse, type ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { messages } from '../text/messages.ts';
import type { Kind } from '../state/deck.ts';

/** Kinds of slides that have the map beside their words. */
const WITH_MAP: readonly Kind[] = ['cover', 'map', 'pairing'];
export const hasMap = (kind: Kind): boolean => WITH_MAP.includes(kind);

/** A slide as it is laid out: 1920 × 1080 units, of which the map takes the right. Anything else is in proportion. */
export const SLIDE: Point = [1920, 1080];
/** Size of the map of a slide of 16:9. */
const MAP: Point = [1229, 960];

/** What a slide's map leaves around what it shows: names at its sides are long. */
export const ROOM: Room = { ...FREE, frame: { left: 40, top: 24, right: 40, bottom: 24 } };

/** How many px one unit of a slide takes on a screen, as `room.css` has it: on an upright one, as a phone's, it follows the width. */
export const unitOf = ([width, height]: Point): number => (width <= height ? width / 1100 : Math.min(width / SLIDE[0], height / SLIDE[1]));

/**
 * How much larger a map is drawn than on a page, for a screen whose unit is so many px: names that a reader has before their eyes
 * must be read from the last row. Never smaller than on a page.
 */
export const magnified = (unitPx: number): number => Math.max(1, 1.85 * unitPx);

const FILES = ['geo/base.topo.json', 'geo/labels.json', 'geo/inset.json'] as const;

/** Fetches what the maps of slides are drawn from. Rejects when one does not arrive. */
export const prepareMaps = async (files: Files): Promise<void> => void (await Promise.all(FILES.map((file) => files.json(file))));

/** The shapes that maps of slides are drawn from; null before they are there. */
export function groundNow(files: Files): SheetGround | null {
  const [base, names, inset] = FILES.map((file) => files.now(file));
  if (!base || !names || !inset) return null;
  return { ...({ base, names, inset } as Pick<SheetGround, 'base' | 'names' | 'inset'>), prefectures: null, counties: null };
}

/** The part of the Mercator square that a slide's stage of `size` px shows at first. */
export function seenOf(world: World, view: ViewFields, theme: Theme, size: Point): SquareBox {
  const opened = openedIn(world, view);
  const points = opened.selection === null ? [] : openPoints(world, opened, sceneOf(world, view, theme, filter(world, view).pairings));
  const camera = view.at ?? firstCamera(size, false, ROOM, points, false);
  return seenBox(camera, size, { left: 0, top: 0, right: size[0], bottom: size[1] });
}

/** All that the map of a slide is drawn with, for a box of so many units; its own px are larger. `name` begins the ids in it. */
export function mapOptions(
  world: World,
  ground: SheetGround,
  query: string,
  { lang, theme, name, box = MAP }: { lang: Lang; theme: Theme; name: string; box?: Point },
): SheetMapOptions {
  const view = parse(query);
  const scale = magnified(1);
  const size: Point = [box[0] / scale, box[1] / scale];
  const { pairing } = openedIn(world, view);
  return {
    ...{ scene: sceneOf(world, view, theme, filter(world, view).pairings), ground, theme, lang, size, name },
    fit: fitted(seenOf(world, view, theme, size), size, 0),
    outline: view.ground === 'outline',
    always: new Set(pairing ? [pairing.donor, pairing.recipient] : []),
    insetName: messages(lang).inset,
  };
}
