/** The ten-dash line and the islands too small to be areas. */
import { chineseWorldChina } from './packages.ts';
import { interiorPoint, signedArea, type Point } from './rings.ts';
import { sansha } from './sources.ts';

/** Number of dashes of the Chinese-standard line since 2013: nine in the South China Sea, one east of Taiwan. */
const DASHES = 10;

const middle = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];

/**
 * The middle line of a thin polygon. Its ring runs up one side and down the other, so the two sides pair off from
 * the shorter of the end caps. A line renders at any width; the polygon as drawn is under a pixel until zoom 6.
 */
export function centreLine(ring: readonly Point[]): Point[] {
  const open = ring.slice(0, -1);
  const half = open.length / 2;
  if (!Number.isInteger(half)) throw new Error(`a dash of ${open.length} corners has no two equal sides`);
  const at = (i: number): Point => open[(i + open.length) % open.length]!;
  const cap = (i: number): number =>
    Math.hypot(at(i)[0] - at(i + 1)[0], at(i)[1] - at(i + 1)[1]) +
    Math.hypot(at(i + half)[0] - at(i + half + 1)[0], at(i + half)[1] - at(i + half + 1)[1]);
  const start = open
    .map((_, i) => i)
    .slice(0, half)
    .reduce((best, i) => (cap(i) < cap(best) ? i : best), 0);
  return Array.from({ length: half }, (_, k) => middle(at(start - k), at(start + 1 + k)));
}

export const dashes = (): Point[][] =>
  chineseWorldChina()
    .slice(-DASHES)
    .map(([ring]) => centreLine(ring as Point[]));

/**
 * Islands every map of China must show and no package has as such (WGS84, to about 1 km): Diaoyu Dao, Huangwei Yu and
 * Chiwei Yu; Dongsha Dao; Huangyan Dao; Zengmu Ansha.
 */
const NAMED: Point[] = [
  [123.474, 25.745],
  [123.682, 25.931],
  [124.559, 25.922],
  [116.72, 20.7],
  [117.76, 15.16],
  [112.28, 3.97],
];

/** Two points nearer than this, in degrees (about 4 km), are one dot at every zoom a dot is drawn at. */
const NEAR = 0.04;

/** Sansha's islands and reefs, largest first, and the named ones; one point where several would be one dot. */
export function islands(): Point[] {
  const reefs = sansha()
    .polygons.map(([ring]) => ring!)
    .sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
    .map(interiorPoint);
  const kept: Point[] = [];
  for (const [x, y] of [...NAMED, ...reefs]) {
    if (!kept.some((k) => Math.hypot(k[0] - x, k[1] - y) < NEAR)) kept.push([x, y]);
  }
  return kept;
}
