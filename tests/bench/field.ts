import type { LngLat } from '../../data/schema.ts';
import { bowPoint, greatCircleBow } from '../../src/scene/bow.ts';
import type { ArcMark } from '../../src/scene/marks.ts';
import { project, unproject } from '../../src/scene/mercator.ts';

const DONORS = 20;
/** Lift of an arc over its great circle, as in `scene/scene.ts`. */
const LIFT = 0.13;
const COLOURS = ['#0f6f8c', '#8a5aa0', '#d9481f', '#5d4a1f', '#b23a12'];
/** Colour of the last arc, which no other has: where it shows, arcs have been drawn. */
const SENTINEL = '#00c000';

/** Random numbers of 0 to 1 that are the same on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `n` arcs from 20 places in the east to random ones in the west, bowed as the scene bows them before it fans them out.
 * The last, on top of all, is the sentinel: broad, green, across the middle.
 */
export function field(n: number): ArcMark[] {
  const next = random(20_261_101);
  const within = (west: number, south: number, east: number, north: number): LngLat => [
    west + next() * (east - west),
    south + next() * (north - south),
  ];
  const donors = Array.from({ length: DONORS }, () => within(107, 22, 122, 41));
  const mark = (i: number, from: LngLat, to: LngLat, widthPx: number, colours: [string, string, string]): ArcMark => {
    const natural = greatCircleBow(from, to);
    const bow = natural + (natural < 0 ? -LIFT : LIFT);
    return {
      id: String(i),
      branch: false,
      a: project(from),
      b: project(to),
      bow,
      widthPx,
      from: colours[0],
      mid: colours[1],
      to: colours[2],
      opacity: 0.94,
      dashPx: 0,
      hollow: false,
      head: true,
      pulse: null,
    };
  };
  const arcs = Array.from({ length: n - 1 }, (_, i) => {
    const shade = Math.floor(next() * COLOURS.length);
    const colour = (k: number) => COLOURS[(shade + k) % COLOURS.length]!;
    return mark(i, donors[i % DONORS]!, within(76, 27, 102, 47), 1.2 + 4.8 * next() ** 3, [colour(0), colour(1), colour(2)]);
  });
  return [...arcs, mark(n - 1, [108, 33], [98, 37], 8, [SENTINEL, SENTINEL, SENTINEL])];
}

/** The place a part of the way along one of the arcs. */
export const along = (arcs: readonly ArcMark[], which: number, t: number): LngLat =>
  unproject(bowPoint(arcs[Math.floor(which * arcs.length)]!, t));
/** The place at which the sentinel is looked for. */
export const sentinelAt = (arcs: readonly ArcMark[]): LngLat => unproject(bowPoint(arcs.at(-1)!, 0.5));
