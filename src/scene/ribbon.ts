import { headPx, TAIL } from './marks.ts';
import type { Point } from './mercator.ts';

/** The two shapes of a tapering arc along points in px: the body up to the neck of its head, and the head. */
export function ribbon(points: readonly Point[], widthPx: number): { body: string; head: string } {
  const { length, width } = headPx(widthPx);
  const tip = points.at(-1)!;
  const far = ([x, y]: Point) => Math.hypot(x - tip[0], y - tip[1]);
  const last = Math.max(
    1,
    points.findLastIndex((point) => far(point) >= length),
  );
  const from = points[last]!;
  const part = Math.min(1, length / (far(from) || 1));
  const neck: Point = [tip[0] + (from[0] - tip[0]) * part, tip[1] + (from[1] - tip[1]) * part];
  const spine = [...points.slice(0, last), neck];
  const sides = spine.map((point, i): [Point, Point] => {
    const [a, b] = [spine[Math.max(0, i - 1)]!, spine[i + 1] ?? tip];
    const far = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const half = (widthPx * (TAIL + (1 - TAIL) * (i / Math.max(1, spine.length - 1)))) / 2;
    const [nx, ny] = [(-(b[1] - a[1]) / far) * half, ((b[0] - a[0]) / far) * half];
    return [
      [point[0] + nx, point[1] + ny],
      [point[0] - nx, point[1] - ny],
    ];
  });
  const path = (list: readonly Point[]) => `M${list.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}z`;
  const along: Point = [(tip[0] - neck[0]) / length, (tip[1] - neck[1]) / length];
  const wing = (side: 1 | -1): Point => [neck[0] - (along[1] * side * width) / 2, neck[1] + (along[0] * side * width) / 2];
  const notch: Point = [neck[0] + along[0] * length * 0.18, neck[1] + along[1] * length * 0.18];
  return {
    body: path([...sides.map(([left]) => left), notch, ...sides.map(([, right]) => right).reverse()]),
    head: path([wing(1), tip, wing(-1), notch]),
  };
}
