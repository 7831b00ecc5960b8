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
 * that is free and nearest to where it should stand, or, where none is, as far above or below it as it takes. Paths and sizes [width, height]
 * in CSS px; gives the middles of the targets.
 */
export function layTargets(
  paths: readonly (readonly Point[])[],
  sizes: readonly Point[],
  bounds: Box,
  stands: readonly Stand[] = paths.map(() => 'middle'),
): Point[] {
  const taken: Box[] = [];
  const isFree = (box: Box) => taken.every((other) => !overlap(box, other));
  const inside = (box: Box) => holds(bounds, box);
  return paths.map((path, i) => {
    const size = sizes[i]!;
    const spots = PARTS[stands[i]!].map((part) => path[Math.round(part * (path.length - 1))]!);
    const found = spots.find((spot) => inside(boxAround(spot, size)) && isFree(boxAround(spot, size))) ?? clear(spots[0]!, size);
    taken.push(boxAround(found, size));
    return found;
  });

  /** The nearest free place below or, at the lower bound, above a point held within the bounds. */
  function clear(spot: Point, [w, h]: Point): Point {
    const x = Math.min(Math.max(spot[0], bounds.left + w / 2), bounds.right - w / 2);
    const y = Math.min(Math.max(spot[1], bounds.top + h / 2), bounds.bottom - h / 2);
    const steps = Array.from({ length: 60 }, (_, k) => (k % 2 ? -1 : 1) * Math.ceil(k / 2) * (h / 2));
    const dy = steps.find((step) => {
      const box = boxAround([x, y + step], [w, h]);
      return inside(box) && isFree(box);
    });
    return [x, y + (dy ?? 0)];
  }
}
