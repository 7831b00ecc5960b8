import type { Theme } from '../look/themes.ts';
import { seenBox, type SquareBox } from '../scene/frame.ts';
import { overlap, type Box } from '../scene/box.ts';
import { project, type Point } from '../scene/mercator.ts';
import type { Scene } from '../scene/marks.ts';
import { FREE, PROJECTED_NAME_PX, type Room } from '../scene/room.ts';
import { scene } from '../scene/scene.ts';
import { textWidth } from '../look/letters.ts';
import { fitted, type SheetGround, type SheetMapOptions } from '../sheet/map.ts';
import { firstCamera, openPoints, openRegion } from '../stage/framing.ts';
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

/** Least size of letters on a slide, in units: they must be read from the last row. 12 pt in a presentation. */
export const LEAST_UNITS = 24;

/**
 * How much larger a map is drawn than on a page, for a screen whose unit is so many px: its smallest names are then as large as the
 * smallest letters. Never smaller than on a page.
 */
export const magnified = (unitPx: number): number => Math.max(1, (LEAST_UNITS / PROJECTED_NAME_PX) * unitPx);

/** What is drawn on the map of a slide. */
export const slideScene = (world: World, view: ViewFields, theme: Theme): Scene =>
  scene(world, view, theme, filter(world, view).pairings, PROJECTED_NAME_PX);

const FILES = ['geo/base.topo.json', 'geo/labels.json', 'geo/inset.json'] as const;

/** Fetches what the maps of slides are drawn from. Rejects when one does not arrive. */
export const prepareMaps = async (files: Files): Promise<void> => void (await Promise.all(FILES.map((file) => files.json(file))));

/** The shapes that maps of slides are drawn from; null before they are there. */
export function groundNow(files: Files): SheetGround | null {
  const [base, names, inset] = FILES.map((file) => files.now(file));
  if (!base || !names || !inset) return null;
  return { ...({ base, names, inset } as Pick<SheetGround, 'base' | 'names' | 'inset'>), prefectures: null, counties: null };
}

/** Width and height of the South China Sea inset, as `stage.css` has it, with its room. */
const INSET: Point = [108, 137];

/** The large islands, [west, south, east, north] in degrees: an inset of further ones must not lie over them. */
const ISLANDS: readonly (readonly [number, number, number, number])[] = [
  [119.9, 21.8, 122.1, 25.4],
  [108.5, 18, 111.2, 20.3],
];

/**
 * The room of a slide's stage of `size` px: the South China Sea stands at the lower right, or at the lower left where it would
 * cover more of what must be seen at the right: the ends of what the slide is about, their names, and the large islands.
 */
export function roomOf(world: World, view: ViewFields, { theme, lang, size }: { theme: Theme; lang: Lang; size: Point }): Room {
  const { x, y, width } = seenOf(world, view, theme, size);
  const times = size[0] / width;
  const put = ([px, py]: Point): Point => [(px - x) * times, (py - y) * times];
  const islands = ISLANDS.map(([west, south, east, north]): Box => {
    const [[left, top], [right, bottom]] = [put(project([west, north])), put(project([east, south]))];
    return { left, top, right, bottom };
  });
  const { pairing } = openedIn(world, view);
  const ends = pairing ? [pairing.donor, pairing.recipient].map((id) => world.drawnAt(id).id) : [];
  const names = slideScene(world, view, theme)
    .places.filter(({ id }) => ends.includes(id))
    .map(({ point, label: { words, sizePx, side } }): Box => {
      const [left, top] = put(project(point));
      const wide = textWidth(words[lang], sizePx) + 16;
      const before = side === 'right' ? 12 : side === 'left' ? wide : wide / 2;
      return { left: left - before, top: top - 2 * sizePx, right: left - before + wide + 12, bottom: top + 2 * sizePx };
    });
  const [wide, high] = INSET;
  const covered = (left: number): number => {
    const inset: Box = { left, top: size[1] - high, right: left + wide, bottom: size[1] };
    return [...islands, ...names].filter((box) => overlap(inset, box)).length;
  };
  const right = size[0] - wide;
  return covered(0) < covered(right) ? { ...ROOM, inset: [right, 12] } : ROOM;
}

/** The part of the Mercator square that a slide's stage of `size` px shows at first. */
export function seenOf(world: World, view: ViewFields, theme: Theme, size: Point): SquareBox {
  const opened = openedIn(world, view);
  const points = opened.selection === null ? [] : openPoints(world, opened, slideScene(world, view, theme));
  const camera = view.at ?? firstCamera(size, false, ROOM, points, { popup: false, region: openRegion(world, opened) });
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
    ...{ scene: slideScene(world, view, theme), ground, theme, lang, size, name },
    fit: fitted(seenOf(world, view, theme, size), size, 0),
    outline: view.ground === 'outline',
    always: new Set(pairing ? [pairing.donor, pairing.recipient] : []),
    insetName: messages(lang).inset,
  };
}
