import type { Box } from './box.ts';
import type { Point } from './mercator.ts';

/** An end of an arc that lies beyond the edge of what is seen: the place, and where on the edge its arc leaves. */
export interface EdgeExit {
  place: string;
  at: Point;
  /** Direction outwards at the edge, in degrees clockwise from up. */
  heading: number;
}

/** An arc as the edge sees it: its path in CSS px from donor to recipient, and the places at its ends. */
export interface SeenArc {
  path: readonly Point[];
  from: string;
  to: string;
}

const within = ([x, y]: Point, box: Box): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/**
 * Where arcs that cross a box leave it towards an end outside. Each place once, at the exit of the first arc in the list;
 * exits nearer to an earlier one than `apartPx` are left out, and no more than `most` are given.
 */
export function edgeExits(arcs: readonly SeenArc[], box: Box, apartPx: number, most: number): EdgeExit[] {
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
      const crowded = [...exits.values()].some(({ at }) => Math.hypot(at[0] - exit.at[0], at[1] - exit.at[1]) < apartPx);
      if (!crowded) exits.set(place, { place, ...exit });
    }
  }
  return [...exits.values()];
}

/** Where the way from a point inside a box to one outside meets its edge. */
function leave(inside: Point, outside: Point, box: Box): { at: Point; heading: number } {
  const [dx, dy] = [outside[0] - inside[0], outside[1] - inside[1]];
  const reach = (from: number, d: number, low: number, high: number) => (d > 0 ? (high - from) / d : d < 0 ? (low - from) / d : Infinity);
  const t = Math.max(0, Math.min(1, reach(inside[0], dx, box.left, box.right), reach(inside[1], dy, box.top, box.bottom)));
  return { at: [inside[0] + dx * t, inside[1] + dy * t], heading: (Math.atan2(dx, -dy) * 180) / Math.PI };
}
