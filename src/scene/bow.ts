import { midpoint } from '@turf/turf';
import type { LngLat } from '../../data/schema.ts';
import { project, type Point } from './mercator.ts';

/**
 * A bowed path between two points of the Mercator square: the quadratic Bézier curve whose control point stands on the
 * perpendicular through the middle of the chord, `bow` chord lengths to the right of the way from `a` to `b`.
 *
 * Such a curve is a parabola over its chord. That makes five numbers enough to draw it in a shader, and the distance of a
 * pointer from it a handful of multiplications without any search.
 */
export interface Bow {
  a: Point;
  b: Point;
  bow: number;
}

/** The point a part `t` (0 to 1) of the way along. */
export function bowPoint({ a, b, bow }: Bow, t: number): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const rise = 2 * bow * t * (1 - t);
  return [a[0] + dx * t - dy * rise, a[1] + dy * t + dx * rise];
}

/** `steps` + 1 points along the path, ends included. */
export const bowPath = (path: Bow, steps: number): Point[] => Array.from({ length: steps + 1 }, (_, i) => bowPoint(path, i / steps));

/** Where along the path (0 to 1) the point nearest to `p` lies, and how far away it is, in Mercator units. First order in the bow: exact on the path itself. */
export function nearestOnBow({ a, b, bow }: Bow, p: Point): { t: number; distance: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const [px, py] = [p[0] - a[0], p[1] - a[1]];
  const along = (px * dx + py * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  if (t !== along) {
    const [ex, ey] = t === 0 ? a : b;
    return { t, distance: Math.hypot(p[0] - ex, p[1] - ey) };
  }
  const across = (py * dx - px * dy) / length2;
  const slope = 2 * bow * (1 - 2 * t);
  return { t, distance: (Math.abs(across - 2 * bow * t * (1 - t)) * Math.sqrt(length2)) / Math.sqrt(1 + slope * slope) };
}

/** The bow of the great circle from one place to another, read off at its middle: where a straight flight would pass on a Mercator map. */
export function greatCircleBow(from: LngLat, to: LngLat): number {
  const [a, b] = [project(from), project(to)];
  const [mx, my] = project(midpoint(from, to).geometry.coordinates as LngLat);
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  return length2 === 0 ? 0 : (2 * ((my - a[1]) * dx - (mx - a[0]) * dy)) / length2;
}
