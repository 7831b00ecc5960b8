import { bowPath } from '../scene/bow.ts';
import { cameraOf, homeCamera, type Insets, type Size, type SquareBox } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';
import { labelBox } from '../scene/places.ts';
import type { Room } from '../scene/room.ts';
import type { Opened } from '../state/opened.ts';
import type { Camera, ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';

/** Width of a popup in px, as its style sheet has it. */
export const POPUP_PX = 372;
/** Part of a narrow stage's height that a popup takes from below when it opens. */
export const TRAY = 0.62;
/** Room in px for names and targets around what is open. */
const MARGIN = { wide: { x: 64, y: 44 }, narrow: { x: 44, y: 30 } };
/** Room in px between a name and what lies beside it. */
const NAME_GAP_PX = 6;
/** Zooms: no arc is brought nearer than this; and a place from which on others are told from it. */
const [NEAREST, NEAR_PLACE] = [6.2, 5.4];

/** Points of the Mercator square that the first view of what is open shows, of a pairing from donor to recipient: an arc or its branches, a line, a place. Empty while nothing is open. */
export function openPoints(world: World, { pairing, route, place }: Pick<Opened, 'pairing' | 'route' | 'place'>, drawn: Scene): Point[] {
  if (place) return [project(place.point)];
  if (route) return (drawn.routes.find(({ id }) => id === route.route.id)?.path ?? []).map(project);
  if (!pairing) return [];
  const arc = drawn.arcs.find(({ id }) => id === pairing.id);
  if (arc) return bowPath(arc, 24);
  const [from, to] = [pairing.donor, pairing.recipient].map((id) => project(world.drawnAt(id).point));
  return [from!, ...drawn.branches.flatMap(({ path }) => path.map(project)), to!];
}

/** How far the names of an open pairing's ends reach beyond them, in px to the left and to the right of the whole. */
export function namesBeside(world: World, { pairing }: Pick<Opened, 'pairing'>, drawn: Scene, labels: ViewFields['labels']): Beside {
  const ends = pairing ? [pairing.donor, pairing.recipient].map((id) => world.drawnAt(id).id) : [];
  const marks = drawn.places.filter(({ id }) => ends.includes(id)).sort((a, b) => a.point[0] - b.point[0]);
  const [west, east] = [marks[0], marks.at(-1)].map((mark) => mark && labelBox(mark, mark.label.side, labels));
  return { left: -(west?.left ?? 0), right: east?.right ?? 0 };
}
type Beside = Pick<Insets, 'left' | 'right'>;

/** What a popup leaves of a stage to what it tells of. */
export function freeOf([, height]: Size, narrow: boolean, { popup, over }: Room): Insets {
  if (narrow) return { left: 0, top: popup.top, right: 0, bottom: height * TRAY };
  return over ? { ...popup, left: popup.left + POPUP_PX } : { ...popup, right: popup.right + POPUP_PX };
}

/** The camera of the first view: of all of China, or of what is open within what its popup leaves free, if it has one. */
export function firstCamera(
  size: Size,
  narrow: boolean,
  room: Room,
  points: readonly Point[],
  { popup = true, names = { left: 0, right: 0 } }: { popup?: boolean; names?: Beside } = {},
): Camera {
  const whole = homeCamera(size, room.frame);
  if (!points.length) return whole;
  const free = popup ? freeOf(size, narrow, room) : room.frame;
  const { x, y } = MARGIN[narrow ? 'narrow' : 'wide'];
  const insets = {
    left: free.left + Math.max(x, names.left + NAME_GAP_PX),
    top: free.top + y,
    right: free.right + Math.max(x, names.right + NAME_GAP_PX),
    bottom: free.bottom + y,
  };
  const nearest = points.length === 1 ? Math.max(whole.zoom, NEAR_PLACE) : Math.max(whole.zoom, NEAREST);
  return cameraOf(boxAround(points), size, insets, nearest);
}

function boxAround(points: readonly Point[]): SquareBox {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * Whether what is open can be seen as it is, in px of the stage: its end, where the help arrives, and two thirds of the rest
 * outside its popup. `points` begin at the donor.
 */
export function isSeen(points: readonly Point[], [width, height]: Size, { left, top, right, bottom }: Insets): boolean {
  const seen = points.map(([x, y]) => x > left && y > top && x < width - right && y < height - bottom);
  return points.length > 0 && seen.at(-1)! && seen.filter(Boolean).length >= (2 / 3) * points.length;
}
