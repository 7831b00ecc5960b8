import type { Point } from './mercator.ts';

/** The point of a segment from `a` to `b` that is nearest to `p`, and how far away it is, in the unit of the points. */
export function nearestOnSegment(p: Point, a: Point, b: Point): [Point, number] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2));
  const point: Point = [a[0] + dx * t, a[1] + dy * t];
  return [point, Math.hypot(p[0] - point[0], p[1] - point[1])];
}
