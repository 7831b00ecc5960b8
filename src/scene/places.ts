import type { LngLat, Pairing, Place, Words } from '../../data/schema.ts';
import { nameWidth } from '../look/letters.ts';
import type { Theme } from '../look/themes.ts';
import type { ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { overlap, type Box } from './box.ts';
import { FRAME_BOX, FRAME_ZOOM } from './frame.ts';
import { project, worldPx, type Point } from './mercator.ts';
import type { PlaceMark, Role, Side } from './marks.ts';

/** What a dot of each role looks like, and from which zoom on it shows. Lower ranks give way when names collide. */
const ROLES: Record<Role, { radiusPx: number; minzoom: number; sizePx: number; rank: number; sides: Side[] }> = {
  donor: { radiusPx: 4.5, minzoom: 0, sizePx: 13, rank: 1, sides: ['right', 'below', 'above', 'left'] },
  recipient: { radiusPx: 4.5, minzoom: 0, sizePx: 13, rank: 0, sides: ['below', 'left', 'right', 'above'] },
  /** An end of the network's hairlines. */
  far: { radiusPx: 2.2, minzoom: 4.6, sizePx: 10.5, rank: 5, sides: ['right', 'below', 'above', 'left'] },
  stop: { radiusPx: 3, minzoom: 4.6, sizePx: 11, rank: 4, sides: ['right', 'below', 'above', 'left'] },
  project: { radiusPx: 4, minzoom: 5.2, sizePx: 11, rank: 3, sides: ['right', 'below', 'above', 'left'] },
};
/**
 * What the end of an arc is: of a dossier; of a pairing without one that reports aid, which shows as soon as its name has room,
 * the largest first; or of a county or city pair inside a province's, which shows only once there is room between them. A place
 * that is several looks like the first of them.
 */
const END_LOOKS = ['own', 'beside', 'inner'] as const;
type EndLook = (typeof END_LOOKS)[number];
const LOOKS: Record<EndLook, Partial<(typeof ROLES)[Role]>> = {
  own: {},
  beside: { rank: 2, sizePx: 12, radiusPx: 3.5 },
  inner: { minzoom: 4.6, rank: 2, sizePx: 12, radiusPx: 3.5 },
};
/** Zooms from which dots and names show, as a stated list: room for a name is looked for at each in turn. 0 is planned for as a phone's first view. */
export const PLACE_ZOOMS = [0, 3, 3.5, 4.1, 4.6, 5.2, 6, 7, 8] as const;
const PHONE_ZOOM = 1.95;

/** Whether a pairing is the open one, holds it, or lies in it. */
export const inFamily = ({ id, parent }: Pairing, open: Pairing | null): boolean =>
  open !== null && (open.id === id || open.id === parent || open.parent === id);

/** What is open is marked at every zoom, and its names are placed before all others: the place of a card, by a larger dot, and ends of a pairing that would else show only from near by. */
const SHOWN = { minzoom: 0, rank: -1, sizePx: 13, radiusPx: 5.5 } as const;
const SHOWN_END = { ...SHOWN, radiusPx: 4.5 } as const;
/** Below first: what is open fills the frame, and beside an end there is little of it left. */
const SHOWN_SIDES: readonly Side[] = ['below', 'above', 'left', 'right'];

interface Seen {
  open: Pairing | null;
  /** The place whose card is open. */
  shown: Place | null;
  /** Whether a pairing is a hairline behind the others, whose ends show only from near by. */
  recedes: (pairing: Pairing) => boolean;
  labels: ViewFields['labels'];
  leastPx: number;
}

/** Dots and names of every place that has a part in the picture. The most telling role of a place decides its look. */
export function placeMarks(
  world: World,
  pairings: readonly Pairing[],
  { open, shown, recedes, labels, leastPx }: Seen,
  theme: Theme,
): PlaceMark[] {
  const found = new Map<string, { role: Role; end: EndLook; chosen: boolean; region: Place | null }>();
  const add = (id: string, role: Role, end: EndLook, chosen: boolean) => {
    const seat = world.drawnAt(id).id;
    const region = seat === id ? null : world.place(id);
    const known = found.get(seat);
    if (!known) found.set(seat, { role, end, chosen, region });
    else {
      // The most telling role names the dot too: Nanjing for its own pairing, not as the capital of Jiangsu.
      if (ROLES[role].rank < ROLES[known.role].rank) [known.role, known.region] = [role, region];
      if (END_LOOKS.indexOf(end) < END_LOOKS.indexOf(known.end)) known.end = end;
      known.chosen ||= chosen;
    }
  };
  for (const pairing of pairings) {
    const chosen = !open || inFamily(pairing, open);
    const quiet = recedes(pairing);
    const end =
      !pairing.dossier && (pairing.id === open?.id || !inFamily(pairing, open)) ? 'beside' : pairing.parent === null ? 'own' : 'inner';
    add(pairing.donor, quiet ? 'far' : 'donor', end, chosen);
    add(pairing.recipient, quiet ? 'far' : 'recipient', end, chosen);
    for (const project of pairing.projects) if (project.place) add(project.place, 'project', 'inner', chosen);
    if (!quiet) for (const route of pairing.routes) for (const stop of [route.from, route.to]) add(stop, 'stop', 'inner', chosen);
  }
  const shownAt = shown && world.drawnAt(shown.id).id;
  // One that the filters leave no part in is still the place of the card.
  if (shown && !found.has(shownAt!)) add(shown.id, 'project', 'inner', true);
  const ends = new Map(open ? [open.donor, open.recipient].map((id) => [world.drawnAt(id).id, id]) : []);
  // A seat has its own name while that is what is open, and its region's while the region is.
  const wordsOf = (id: string, place: Place, region: Place | null, role: Role): Words => {
    if (shown && id === shownAt) return { zh: shown.zh, en: shown.en };
    const end = ends.get(id);
    return named(place, end === id ? null : end ? world.place(end) : region, role);
  };
  const withName = new Set<string>();
  const marks = [...found].map(([id, { role, end, chosen, region }]): PlaceMark => {
    const place = world.place(id);
    const isEnd = role === 'donor' || role === 'recipient';
    const isOpen = id === shownAt || (isEnd && end !== 'own' && ends.has(id));
    if (isEnd && end === 'beside' && !isOpen) withName.add(id);
    const look = { ...ROLES[role], ...(isEnd ? LOOKS[end] : {}), ...(isOpen ? (id === shownAt ? SHOWN : SHOWN_END) : {}) };
    return {
      id,
      role,
      point: place.point,
      colour: theme.dot[role],
      radiusPx: look.radiusPx,
      opacity: chosen ? 1 : 0.45,
      minzoom: look.minzoom,
      label: {
        words: wordsOf(id, place, region, role),
        colour: theme.text[role === 'stop' ? 'route' : role],
        sizePx: Math.max(leastPx, look.sizePx),
        side: 'right',
        minzoom: look.minzoom,
        rank: look.rank,
      },
    };
  });
  return placeLabels(marks, labels, withName);
}

/** A recipient's dot is named for the region; a province that gives is named with the capital its arcs start from. */
function named(place: Place, region: Place | null, role: Role): Words {
  if (!region) return { zh: place.zh, en: place.en };
  return role === 'donor' ? { zh: `${region.zh}·${place.zh}`, en: `${region.en} · ${place.en}` } : { zh: region.zh, en: region.en };
}

type Labels = ViewFields['labels'];

/** Box of a name beside its dot, in px from the dot: wide enough for either language. */
export function labelBox({ label, radiusPx }: PlaceMark, side: Side, labels: Labels): Box {
  const width = Math.max(nameWidth(label.words.zh, label.sizePx), nameWidth(label.words.en, label.sizePx));
  const height = label.sizePx * (labels === 'both' ? 2.2 : 1.3);
  const gap = radiusPx + 3;
  if (side === 'right') return { left: gap, top: -height / 2, right: gap + width, bottom: height / 2 };
  if (side === 'left') return { left: -gap - width, top: -height / 2, right: -gap, bottom: height / 2 };
  if (side === 'below') return { left: -width / 2, top: gap - 2, right: width / 2, bottom: gap - 2 + height };
  return { left: -width / 2, top: -gap + 2 - height, right: width / 2, bottom: -gap + 2 };
}

/**
 * Gives each name a side of its dot and the zoom from which it has room there, so that names never jump from side to side.
 * Names are placed in the order of their rank and then as listed; a name placed is never moved for a later one. Dots of `withName`
 * show when their name does, and until then keep no room.
 */
export function placeLabels(marks: readonly PlaceMark[], labels: Labels = 'one', withName: ReadonlySet<string> = new Set()): PlaceMark[] {
  const sorted = [...marks].sort((a, b) => a.label.rank - b.label.rank);
  const done = new Map<string, PlaceMark>();
  for (const mark of sorted) {
    const sides = mark.label.rank === SHOWN.rank ? SHOWN_SIDES : ROLES[mark.role].sides;
    const fit = PLACE_ZOOMS.filter((zoom) => zoom >= mark.label.minzoom)
      .flatMap((zoom) => sides.map((side) => ({ zoom, side })))
      .filter(({ zoom, side }) => zoom > FRAME_ZOOM || onScreen(mark, side, Math.max(zoom, PHONE_ZOOM), labels))
      .find(({ zoom, side }) =>
        sorted.every((other) => {
          if (other.id === mark.id || (other.role === 'far' && mark.role !== 'far')) return true;
          const placed = done.get(other.id);
          // A name placed before that shows later must keep its room.
          if (placed && placed.label.minzoom > zoom && !apart(mark, side, placed, placed.label.minzoom, true, labels)) return false;
          if (!placed && withName.has(other.id)) return true;
          return other.minzoom > zoom || apart(mark, side, placed ?? other, Math.max(zoom, PHONE_ZOOM), placed !== undefined, labels);
        }),
      );
    const { side, ...room } = fit ?? { zoom: PLACE_ZOOMS.at(-1)!, side: 'right' as const };
    const zoom = mark.label.rank === SHOWN.rank ? SHOWN.minzoom : room.zoom;
    done.set(mark.id, { ...mark, ...(withName.has(mark.id) ? { minzoom: zoom } : {}), label: { ...mark.label, side, minzoom: zoom } });
  }
  return [...done.values()];
}

/** Whether a name on a side stays within the frame at a zoom of the first view: beyond it there may be a panel, or nothing. */
function onScreen(mark: PlaceMark, side: Side, zoom: number, labels: Labels): boolean {
  const size = worldPx(zoom);
  const x = (project(mark.point)[0] - FRAME_BOX.x) * size;
  const { left, right } = labelBox(mark, side, labels);
  return x + left >= 0 && x + right <= FRAME_BOX.width * size;
}

/** Further apart than this, in px, no two names touch. */
const FAR_PX = { x: 420, y: 80 };

/** Whether a name on a side touches neither the dot of another place at a zoom nor, if it has one by now, its name. */
function apart(mark: PlaceMark, side: Side, other: PlaceMark, zoom: number, isNamed: boolean, labels: Labels): boolean {
  const [dx, dy] = pixels(mark.point, other.point, zoom);
  if (Math.abs(dx) > FAR_PX.x || Math.abs(dy) > FAR_PX.y) return true;
  const box = labelBox(mark, side, labels);
  const r = other.radiusPx + 2;
  const dot = { left: dx - r, top: dy - r, right: dx + r, bottom: dy + r };
  if (overlap(box, dot)) return false;
  if (!isNamed || other.label.minzoom > zoom) return true;
  const name = labelBox(other, other.label.side, labels);
  const there = { left: name.left + dx, top: name.top + dy, right: name.right + dx, bottom: name.bottom + dy };
  const own = mark.radiusPx;
  return !overlap(box, there) && !overlap(there, { left: -own, top: -own, right: own, bottom: own });
}

/** Places are asked for thousands of times while names are laid out; each is projected once. */
const projected = new WeakMap<LngLat, Point>();
function mercator(place: LngLat): Point {
  const known = projected.get(place);
  if (known) return known;
  const point = project(place);
  projected.set(place, point);
  return point;
}

function pixels(from: LngLat, to: LngLat, zoom: number): [number, number] {
  const [[x0, y0], [x1, y1]] = [mercator(from), mercator(to)];
  const size = worldPx(zoom);
  return [(x1 - x0) * size, (y1 - y0) * size];
}
