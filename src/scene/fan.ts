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

/** Whether a point is nearer than `apart` to a path, as `nearestOnBow` has it: asked so often that it is worked out once for the path. */
function beside({ a, b, bow }: Bow, apart: number): (p: Point) => boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  return (p) => {
    const px = p[0] - a[0];
    const py = p[1] - a[1];
    const t = (px * dx + py * dy) / length2;
    if (t <= 0 || t >= 1) return nearestOnBow({ a, b, bow }, p).distance < apart;
    const off = py * dx - px * dy - 2 * bow * t * (1 - t) * length2;
    const slope = 2 * bow * (1 - 2 * t);
    return off * off < apart * apart * length2 * (1 + slope * slope);
  };
}
function share(points: readonly Point[], isNear: (p: Point) => boolean): number {
  let near = 0;
  for (const p of points) if (isNear(p)) near++;
  return near / points.length;
}

/** Share of the middle of `path` (0 to 1) that runs closer than `apart` Mercator units to `other`. */
export const hidden = (path: Bow, other: Bow, apart: number): number => share(middle(path), beside(other, apart));

/** A path that has its place. */
interface Placed {
  bow: number;
  points: Point[];
  isNear: (p: Point) => boolean;
}

/**
 * Bows for a set of paths such that no two hide each other: each keeps the bow it came with unless that would put it along
 * another, and else takes the nearest bow at which the least is hidden, of itself or of others.
 *
 * Deterministic, in the order given, so the first paths keep their natural way. `apart` is in Mercator units. Paths in
 * `around` stand already, and the others make way for them.
 */
export function fan(paths: readonly Bow[], apart: number, around: readonly Bow[] = []): number[] {
  const stand = (path: Bow): Placed => ({ bow: path.bow, points: middle(path), isNear: beside(path, apart) });
  const standing = around.map(stand);
  const placed: Placed[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    paths.forEach((natural, i) => {
      const others = [...standing, ...placed.filter((_, k) => k !== i)];
      // Where it stands, then 0, +1, −1, +2, −2 … steps away from the natural bow.
      const steps = Array.from({ length: 2 * TRIES + 1 }, (_, k) => (k % 2 ? 1 : -1) * Math.ceil(k / 2) * STEP);
      let least = Infinity;
      for (const bow of [placed[i]?.bow ?? natural.bow, ...steps.map((step) => natural.bow + step)]) {
        const tried = stand({ ...natural, bow });
        let cost = 0;
        for (const other of others) {
          if (cost >= least) break;
          const most = Math.max(share(tried.points, other.isNear), share(other.points, tried.isNear));
          if (most > MAY_HIDE) cost += most;
        }
        if (cost < least) [placed[i], least] = [tried, cost];
        if (least === 0) break;
      }
    });
  }
  return placed.map(({ bow }) => bow);
}
