import { boxAround, grown, overlap, type Box } from './box.ts';
import type { Point } from './mercator.ts';

/** An end of an arc that lies beyond the edge of what is seen: the place, where its sign stands, and where the place lies. */
export interface EdgeExit {
  place: string;
  /** Where on the edge its arc leaves. */
  at: Point;
  /** Direction outwards at the edge, in degrees clockwise from up. */
  heading: number;
  /** The sign, drawn back from the edge by its own size: all of it stands within the box. */
  sign: Box;
}

/** An arc as the edge sees it: its path in CSS px from donor to recipient, and the places at its ends. */
export interface SeenArc {
  path: readonly Point[];
  from: string;
  to: string;
}

export interface Signs {
  /** Size in CSS px of a place's sign. */
  sizeOf: (place: string) => Readonly<Point>;
  /** The most signs there may be. */
  most: number;
  /** Where buttons of the page stand, at the right of the box: a sign that would stand under them stands left of them. */
  taken: Box | null;
}

/** Room between two signs, and between a sign and what is taken, in CSS px. */
const APART_PX = 6;

const within = ([x, y]: Point, box: Box): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/**
 * Where arcs that cross a box leave it towards an end outside. Each place once, at the exit of the first arc in the list;
 * one whose sign would meet an earlier one is left out.
 */
export function edgeExits(arcs: readonly SeenArc[], box: Box, { sizeOf, most, taken }: Signs): EdgeExit[] {
  const exits = new Map<string, EdgeExit>();
  for (const { path, from, to } of arcs) {
    if (exits.size >= most) break;
    if (!path.some((point) => within(point, box))) continue;
    for (const [place, way] of [
      [from, path],
      [to, [...path].reverse()],
    ] as const) {
      if (within(way[0]!, box) || exits.has(place) || exits.size >= most) continue;
      const inside = way.findIndex((point) => within(point, box));
      const exit = leave(way[inside]!, way[inside - 1]!, box);
      const sign = signAt(exit, sizeOf(place), box, taken);
      const crowded = [...exits.values()].some((other) => overlap(grown(other.sign, APART_PX), sign));
      if (!crowded) exits.set(place, { place, ...exit, sign });
    }
  }
  return [...exits.values()];
}

function signAt({ at, heading }: Pick<EdgeExit, 'at' | 'heading'>, size: Readonly<Point>, box: Box, taken: Box | null): Box {
  const [width, height] = size;
  const way = (heading * Math.PI) / 180;
  const between = (low: number, high: number, value: number) => Math.max(low, Math.min(high, value));
  const x = between(box.left + width / 2, box.right - width / 2, at[0] - (width / 2) * Math.sin(way));
  const y = between(box.top + height / 2, box.bottom - height / 2, at[1] + (height / 2) * Math.cos(way));
  const sign = boxAround([x, y], size);
  if (!taken || !overlap(sign, grown(taken, APART_PX))) return sign;
  const right = taken.left - APART_PX;
  return { ...sign, left: right - width, right };
}

/** Where the way from a point inside a box to one outside meets its edge. */
function leave(inside: Point, outside: Point, box: Box): { at: Point; heading: number } {
  const [dx, dy] = [outside[0] - inside[0], outside[1] - inside[1]];
  const reach = (from: number, d: number, low: number, high: number) => (d > 0 ? (high - from) / d : d < 0 ? (low - from) / d : Infinity);
  const t = Math.max(0, Math.min(1, reach(inside[0], dx, box.left, box.right), reach(inside[1], dy, box.top, box.bottom)));
  return { at: [inside[0] + dx * t, inside[1] + dy * t], heading: (Math.atan2(dx, -dy) * 180) / Math.PI };
}
