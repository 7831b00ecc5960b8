import { boxAround, holds, overlap, type Box } from './box.ts';
import type { Point } from './mercator.ts';

/** Parts of a path at which its target may stand, the best first: the middle, or for a path that is told from others by where it ends, the end. */
const PARTS = {
  middle: [0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.74, 0.26, 0.8, 0.2, 0.86, 0.92, 0.14, 1, 0.08],
  end: [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26],
} as const;
export type Stand = keyof typeof PARTS;

/**
 * Places a target on each path, in order, so that none covers another and all lie within the bounds: at the part of its path
 * that is free and nearest to where it should stand, or, where none is, at the nearest free place. Paths and sizes [width, height]
 * in CSS px; gives the middles of the targets, null for one that has no room.
 */
export function layTargets(
  paths: readonly (readonly Point[])[],
  sizes: readonly Point[],
  bounds: Box,
  stands: readonly Stand[] = paths.map(() => 'middle'),
): (Point | null)[] {
  const taken: Box[] = [];
  const isFree = (box: Box) => taken.every((other) => !overlap(box, other));
  const inside = (box: Box) => holds(bounds, box);
  return paths.map((path, i) => {
    const size = sizes[i]!;
    const spots = PARTS[stands[i]!].map((part) => path[Math.round(part * (path.length - 1))]!);
    const found = spots.find((spot) => inside(boxAround(spot, size)) && isFree(boxAround(spot, size))) ?? clear(spots[0]!, size);
    if (found) taken.push(boxAround(found, size));
    return found;
  });

  /** The free place within the bounds that is nearest, if there is one. */
  function clear(spot: Point, [w, h]: Point): Point | null {
    const x = Math.min(Math.max(spot[0], bounds.left + w / 2), bounds.right - w / 2);
    const y = Math.min(Math.max(spot[1], bounds.top + h / 2), bounds.bottom - h / 2);
    // A place as good as any stands in line with this one, or touches an edge or another target.
    const across = [x, bounds.left + w / 2, bounds.right - w / 2, ...taken.flatMap(({ left, right }) => [left - w / 2, right + w / 2])];
    const down = [y, bounds.top + h / 2, bounds.bottom - h / 2, ...taken.flatMap(({ top, bottom }) => [top - h / 2, bottom + h / 2])];
    const far = ([a, b]: Point): number => Math.hypot(a - spot[0], b - spot[1]);
    const free = across
      .flatMap((left) => down.map((top): Point => [left, top]))
      .filter((one) => inside(boxAround(one, [w, h])) && isFree(boxAround(one, [w, h])));
    return free.reduce((best: Point | null, one) => (best && far(best) <= far(one) ? best : one), null);
  }
}
