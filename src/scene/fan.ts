import { bowPath, nearestOnBow, type Bow } from './bow.ts';
import type { Point } from './mercator.ts';

/** Arcs nearer to each other than this, in CSS pixels, count as one hiding the other there. */
export const APART_PX = 7;
/** Parts of an arc at which nearness is tried. The ends are left out: arcs of one donor must meet there. */
const SAMPLES = 24;
/** Step between the bows that are tried, in chord lengths, and how many to either side. */
const STEP = 0.022;
const TRIES = 7;

const middle = (path: Bow): Point[] => bowPath(path, SAMPLES).slice(4, -4);

/** Share of the middle of `path` (0 to 1) that runs closer than `apart` Mercator units to `other`. */
export function hidden(path: Bow, other: Bow, apart: number): number {
  const points = middle(path);
  return points.filter((p) => nearestOnBow(other, p).distance < apart).length / points.length;
}

/**
 * Bows for a set of paths such that no two hide each other: each keeps the bow it came with unless that would put it along
 * one placed before, and else takes the nearest bow with the least of it hidden.
 *
 * Deterministic, in the order given, so the first paths keep their natural way. `apart` is in Mercator units.
 */
export function fan(paths: readonly Bow[], apart: number): number[] {
  const placed: Bow[] = [];
  for (const path of paths) {
    let best = path;
    let least = Infinity;
    for (let k = 0; k <= 2 * TRIES && least > 0; k++) {
      // 0, +1, −1, +2, −2 … steps away from the natural bow.
      const steps = (k % 2 ? 1 : -1) * Math.ceil(k / 2);
      const candidate = { ...path, bow: path.bow + steps * STEP };
      const points = middle(candidate);
      let near = 0;
      for (const p of points) if (placed.some((other) => nearestOnBow(other, p).distance < apart)) near++;
      const share = near / points.length;
      // Crossing another arc costs a few samples and cannot be helped; running along it can.
      const cost = share <= 0.15 ? 0 : share;
      if (cost < least) [best, least] = [candidate, cost];
    }
    placed.push(best);
  }
  return placed.map(({ bow }) => bow);
}
