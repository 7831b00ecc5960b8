/** SVG path data on whole numbers, as short as it can be written. */
import type { GeometryObject } from 'topojson-specification';
import { feature, mesh } from 'topojson-client';
import type { Ground } from './ground.ts';
import { project, type Picture } from './mercator.ts';
import type { Point } from './rings.ts';

/** The topology with every arc on the picture's whole-unit grid. Done on arcs, so what was shared stays shared. */
export function onGrid(ground: Ground, picture: Picture): Ground {
  const whole = (p: number[]): Point => project(picture, p as Point).map(Math.round) as Point;
  const arcs = ground.arcs.map((arc) => {
    const points = arc.map(whole);
    return points.filter((p, i) => i === 0 || i === points.length - 1 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
  });
  return { ...ground, arcs };
}

/** `3-4` for 3,-4; a blank only where the sign does not part the two. */
const numbers = (values: number[]): string => values.map((v, i) => (i > 0 && v >= 0 ? ` ${v}` : `${v}`)).join('');

/** One line as relative moves, without the points that add nothing: repeats, and points on a straight way onward. */
function stroke(points: readonly Point[], closed: boolean): string {
  const steps: number[][] = [];
  let [x, y] = points[0]!;
  for (const [nx, ny] of points.slice(1)) {
    const [dx, dy] = [nx - x, ny - y];
    [x, y] = [nx, ny];
    if (dx === 0 && dy === 0) continue;
    const last = steps.at(-1);
    const onward = last !== undefined && last[0]! * dy === last[1]! * dx && last[0]! * dx + last[1]! * dy > 0;
    if (onward) [last[0], last[1]] = [last[0]! + dx, last[1]! + dy];
    else steps.push([dx, dy]);
  }
  if (closed) steps.pop();
  if (steps.length < (closed ? 2 : 1)) return '';
  return `M${numbers(points[0]!)}l${numbers(steps.flat())}${closed ? 'z' : ''}`;
}

/** Twice the area of a ring, whichever way it runs. */
const size = (ring: readonly Point[]): number =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - ring[(i + 1) % ring.length]![0] * y, 0));

/** Lines and rings as one path; rings of less than `least` square units are left out. */
export function path(lines: readonly (readonly Point[])[], closed: boolean, least = 0): string {
  return lines
    .filter((line) => !closed || size(line) / 2 >= least)
    .map((line) => stroke(line, closed))
    .join('');
}

/** All rings of a layer, or of one geometry in it. */
export function rings(ground: Ground, object: GeometryObject): Point[][] {
  const read = feature(ground, object);
  const features = read.type === 'FeatureCollection' ? read.features : [read];
  return features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates as Point[][];
    return geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as Point[][]) : [];
  });
}

/** All lines of a layer, end to end where they meet. */
export const lines = (ground: Ground, object: GeometryObject): Point[][] => mesh(ground, object as never).coordinates as Point[][];
