import { bowPath, nearestOnBow, type Bow } from './bow.ts';
import type { Point } from './mercator.ts';

/** Arcs nearer to each other than this, in CSS pixels, count as one hiding the other there. */
export const APART_PX = 7;
/** Share of an arc's middle that another may hide. Crossing costs a few samples and cannot be helped; running along can. */
export const MAY_HIDE = 0.2;
/** Parts of an arc at which nearness is tried. The ends are left out: arcs of one donor must meet there. */
const SAMPLES = 24;
/** Step between the bows that are tried, in chord lengths, and how many to either side. */
const STEP = 0.022;
const TRIES = 11;
/** Rounds of placing: in the second, each path knows also those that were placed after it. */
const ROUNDS = 2;

const middle = (path: Bow): Point[] => bowPath(path, SAMPLES).slice(4, -4);
const near = (points: readonly Point[], other: Bow, apart: number): number =>
  points.filter((p) => nearestOnBow(other, p).distance < apart).length / points.length;

/** Share of the middle of `path` (0 to 1) that runs closer than `apart` Mercator units to `other`. */
export const hidden = (path: Bow, other: Bow, apart: number): number => near(middle(path), other, apart);

/**
 * Bows for a set of paths such that no two hide each other: each keeps the bow it came with unless that would put it along
 * another, and else takes the nearest bow at which the least is hidden, of itself or of others.
 *
 * Deterministic, in the order given, so the first paths keep their natural way. `apart` is in Mercator units.
 */
export function fan(paths: readonly Bow[], apart: number): number[] {
  const placed: { path: Bow; points: Point[] }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    paths.forEach((natural, i) => {
      const others = placed.filter((_, k) => k !== i);
      // Where it stands, then 0, +1, −1, +2, −2 … steps away from the natural bow.
      const steps = Array.from({ length: 2 * TRIES + 1 }, (_, k) => (k % 2 ? 1 : -1) * Math.ceil(k / 2) * STEP);
      const tried = [placed[i]?.path.bow ?? natural.bow, ...steps.map((step) => natural.bow + step)];
      let least = Infinity;
      for (const bow of tried) {
        const path = { ...natural, bow };
        const points = middle(path);
        let cost = 0;
        for (const other of others) {
          if (cost >= least) break;
          const share = Math.max(near(points, other.path, apart), near(other.points, path, apart));
          if (share > MAY_HIDE) cost += share;
        }
        if (cost < least) [placed[i], least] = [{ path, points }, cost];
        if (least === 0) break;
      }
    });
  }
  return placed.map(({ path }) => path.bow);
}
