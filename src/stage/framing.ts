import { bowPath } from '../scene/bow.ts';
import { grown, type Box } from '../scene/box.ts';
import { homeCamera, LEAST_PX, type Insets, type Size, type SquareBox } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import { project, unproject, worldPx, type Point } from '../scene/mercator.ts';
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
/** Room in px between a name, or the outline of a region, and what lies beside it. */
const [NAME_GAP_PX, REGION_GAP_PX] = [6, 10];
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

/** Corners of the region of what is open: of a pairing's recipient, or of a place. Empty where the first ground has no shape of it. */
export function openRegion({ dataset }: World, { pairing, route, place }: Pick<Opened, 'pairing' | 'route' | 'place'>): Point[] {
  const extent = route ? undefined : dataset.extents?.[(place?.id ?? pairing?.recipient)!];
  if (!extent) return [];
  const [west, south, east, north] = extent;
  return [project([west, north]), project([east, south])];
}

/** A name on the map: the point of the Mercator square that it belongs to, and its box in px from there. */
export interface NameBox {
  at: Point;
  box: Box;
}

/** The names of an open pairing's ends. */
export function openNames(world: World, { pairing }: Pick<Opened, 'pairing'>, drawn: Scene, labels: ViewFields['labels']): NameBox[] {
  const ends = pairing ? [pairing.donor, pairing.recipient].map((id) => world.drawnAt(id).id) : [];
  return drawn.places
    .filter(({ id }) => ends.includes(id))
    .map((mark) => ({ at: project(mark.point), box: labelBox(mark, mark.label.side, labels) }));
}

/** What a popup leaves of a stage to what it tells of. */
export function freeOf([, height]: Size, narrow: boolean, { popup, over }: Room): Insets {
  if (narrow) return { left: 0, top: popup.top, right: 0, bottom: height * TRAY };
  return over ? { ...popup, left: popup.left + POPUP_PX } : { ...popup, right: popup.right + POPUP_PX };
}

interface Framed {
  /** Whether it has a popup. */
  popup?: boolean;
  names?: readonly NameBox[];
  /** Corners of its region. */
  region?: readonly Point[];
}

/**
 * The camera of the first view: of all of China, or of what is open within what its popup leaves free, with all of its region and
 * with its names, which stand clear of the page's buttons.
 */
export function firstCamera(
  size: Size,
  narrow: boolean,
  room: Room,
  points: readonly Point[],
  { popup = true, names = [], region = [] }: Framed = {},
): Camera {
  const whole = homeCamera(size, room.frame);
  if (!points.length) return whole;
  const free = popup ? freeOf(size, narrow, room) : room.frame;
  const { x, y } = MARGIN[narrow ? 'narrow' : 'wide'];
  const fit = (box: SquareBox, { left, top, right, bottom }: Box) => ({
    box,
    insets: { left: free.left - left, top: free.top - top, right: free.right + right, bottom: free.bottom + bottom },
  });
  const fits = [fit(boxAround(points), around(x, y))];
  if (region.length) fits.push(fit(boxAround(region), around(REGION_GAP_PX, REGION_GAP_PX)));
  const named = names.map(({ at, box }) => fit(boxAround([at]), grown(box, NAME_GAP_PX)));
  const nearest = points.length === 1 ? Math.max(whole.zoom, NEAR_PLACE) : Math.max(whole.zoom, NEAREST);
  const camera = cameraOfAll([...fits, ...named], size, nearest);
  const { tools } = room;
  if (!tools) return camera;
  const under = names.map((name) => isUnder(name, camera, size, tools));
  if (!under.includes(true)) return camera;
  // What would stand under the buttons stands left of them, or below.
  const clear = (right: number, top: number) => {
    const kept = named.map(({ box, insets }, i) => {
      if (!under[i]) return { box, insets };
      const name = grown(names[i]!.box, NAME_GAP_PX);
      return { box, insets: { ...insets, right: Math.max(insets.right, right + name.right), top: Math.max(insets.top, top - name.top) } };
    });
    return cameraOfAll([...fits, ...kept], size, nearest);
  };
  const [left, below] = [clear(tools[0], 0), clear(0, tools[1])];
  return left.zoom > below.zoom ? left : below;
}

/** As `cameraOf`, which embeds carry alone for its size, of several: the camera that shows each of some parts of the square within insets of its own, as near as all of them allow, but no nearer than a zoom. */
function cameraOfAll(fits: readonly { box: SquareBox; insets: Insets }[], [width, height]: Size, nearest = Infinity): Camera {
  // From and to where each reaches, and between which px of the stage it must lie: across, and down.
  const axes = [
    fits.map(({ box, insets }) => [box.x, box.x + box.width, insets.left, width - insets.right] as const),
    fits.map(({ box, insets }) => [box.y, box.y + box.height, insets.top, height - insets.bottom] as const),
  ];
  const scales = axes.flatMap((spans) =>
    spans.flatMap(([from, , first]) => spans.map(([, to, , last]) => Math.max(LEAST_PX, last - first) / Math.max(0, to - from))),
  );
  const size = Math.min(worldPx(nearest), ...scales);
  const [x, y] = axes.map((spans) => {
    const least = spans.map(([, to, , last]) => to - last / size);
    const most = spans.map(([from, , first]) => from - first / size);
    return (Math.max(...least) + Math.min(...most)) / 2;
  }) as [number, number];
  const [lng, lat] = unproject([x + width / 2 / size, y + height / 2 / size]);
  return { lng, lat, zoom: Math.log2(size / worldPx(0)), bearing: 0, pitch: 0 };
}

/** A box of so many px to either side of a point. */
const around = (x: number, y: number): Box => ({ left: -x, top: -y, right: x, bottom: y });

/** Whether a name, as a camera shows it, lies in the upper right corner of a stage, so far from its right and its top. */
function isUnder({ at, box }: NameBox, camera: Camera, [width, height]: Size, [right, top]: readonly [number, number]): boolean {
  const [[x, y], px] = [project([camera.lng, camera.lat]), worldPx(camera.zoom)];
  return width / 2 + (at[0] - x) * px + box.right > width - right && height / 2 + (at[1] - y) * px + box.top < top;
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
