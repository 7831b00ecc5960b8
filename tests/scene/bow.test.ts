import { greatCircle } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { bowPath, bowPoint, greatCircleBow, nearestOnBow, type Bow } from '../../src/scene/bow.ts';
import { project, type Point } from '../../src/scene/mercator.ts';
import { seeded } from '../fixtures/world.ts';

const random = seeded(4);
/** Paths as they are on the map: up to a fifth of the world long, bowed to either side. */
const anyBow = (): Bow => {
  const a: Point = [0.6 + 0.3 * random(), 0.3 + 0.2 * random()];
  return { a, b: [a[0] + 0.2 * (random() - 0.5), a[1] + 0.2 * (random() - 0.5)], bow: random() - 0.5 };
};
const length = ({ a, b }: Bow): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const BOWS = Array.from({ length: 500 }, anyBow);
const near = (p: Point, q: Point, within: number) => expect(Math.hypot(p[0] - q[0], p[1] - q[1])).toBeLessThan(within);

test('a path goes from its first end to its last', () => {
  for (const path of BOWS) {
    near(bowPoint(path, 0), path.a, 1e-12);
    near(bowPoint(path, 1), path.b, 1e-12);
    const points = bowPath(path, 7);
    expect(points).toHaveLength(8);
    expect([points[0], points[7]]).toEqual([bowPoint(path, 0), bowPoint(path, 1)]);
  }
});

test('a path is the quadratic Bézier curve whose control point stands over the middle of the chord', () => {
  for (const path of BOWS) {
    const { a, b, bow } = path;
    const control: Point = [(a[0] + b[0]) / 2 - bow * (b[1] - a[1]), (a[1] + b[1]) / 2 + bow * (b[0] - a[0])];
    for (const t of [0.1, 0.25, 0.5, 0.8]) {
      const at = (i: 0 | 1) => (1 - t) ** 2 * a[i] + 2 * t * (1 - t) * control[i] + t ** 2 * b[i];
      near(bowPoint(path, t), [at(0), at(1)], 1e-12);
    }
  }
});

test('over its chord a path is a parabola: t is the way along, 2·bow·t(1−t) chord lengths the way across', () => {
  for (const path of BOWS) {
    const { a, b, bow } = path;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    for (const t of [0, 0.2, 0.5, 0.9]) {
      const [x, y] = bowPoint(path, t);
      const [along, across] = [
        ((x - a[0]) * dx + (y - a[1]) * dy) / length(path) ** 2,
        ((y - a[1]) * dx - (x - a[0]) * dy) / length(path) ** 2,
      ];
      expect(along).toBeCloseTo(t, 9);
      expect(across).toBeCloseTo(2 * bow * t * (1 - t), 9);
    }
  }
});

test('a positive bow is to the right of the way', () => {
  // Due west in a square whose y is south: the right hand is north, where y is smaller.
  expect(bowPoint({ a: [0.9, 0.4], b: [0.7, 0.4], bow: 0.2 }, 0.5)[1]).toBeLessThan(0.4);
});

describe('the nearest point of a path', () => {
  test('is the point itself, at no distance, if it lies on the path', () => {
    for (const path of BOWS) {
      for (const t of [0, 0.3, 0.5, 1]) {
        const found = nearestOnBow(path, bowPoint(path, t));
        expect(found.t).toBeCloseTo(t, 6);
        expect(found.distance).toBeLessThan(1e-10);
      }
    }
  });

  test('is an end, if the point lies beyond it', () => {
    const path: Bow = { a: [0.9, 0.4], b: [0.7, 0.4], bow: 0.1 };
    expect(nearestOnBow(path, [0.93, 0.36])).toEqual({ t: 0, distance: expect.closeTo(0.05, 12) as number });
    expect(nearestOnBow(path, [0.67, 0.44])).toEqual({ t: 1, distance: expect.closeTo(0.05, 12) as number });
  });

  test('of a pointer within a thirtieth of the chord is as far as a search finds it, to a tenth of that', () => {
    let worst = 0;
    for (const path of BOWS) {
      const bow = path.bow * 0.9;
      const points = bowPath({ ...path, bow }, 2000);
      for (let i = 0; i < 10; i++) {
        const t = 0.1 + 0.8 * random();
        const on = bowPoint({ ...path, bow }, t);
        const reach = (length(path) / 30) * random();
        const turn = 2 * Math.PI * random();
        const p: Point = [on[0] + reach * Math.cos(turn), on[1] + reach * Math.sin(turn)];
        const searched = Math.min(...points.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1])));
        const { distance } = nearestOnBow({ ...path, bow }, p);
        worst = Math.max(worst, Math.abs(distance - searched) / (length(path) / 30));
      }
    }
    expect(worst).toBeLessThan(0.1);
  });
});

describe('the bow of a great circle', () => {
  const CITIES: Record<string, LngLat> = {
    Hangzhou: [120.155, 30.274],
    Aksu: [80.261, 41.167],
    Tianjin: [117.2, 39.09],
    Tongren: [102.016, 35.517],
    Nanjing: [118.797, 32.06],
    Xining: [101.778, 36.617],
  };

  test.each([
    ['Hangzhou', 'Aksu'],
    ['Aksu', 'Hangzhou'],
    ['Tianjin', 'Tongren'],
    ['Nanjing', 'Xining'],
  ])('%s–%s passes nowhere further than a hundredth of the way from the great circle', (from, to) => {
    const [a, b] = [CITIES[from]!, CITIES[to]!];
    const path: Bow = { a: project(a), b: project(b), bow: greatCircleBow(a, b) };
    const circle = greatCircle(a, b, { npoints: 50 }).geometry.coordinates as LngLat[];
    for (const place of circle) expect(nearestOnBow(path, project(place)).distance / length(path)).toBeLessThan(0.01);
  });

  test('is to the north in the northern half of the world, whichever way one goes', () => {
    expect(greatCircleBow(CITIES['Hangzhou']!, CITIES['Aksu']!)).toBeGreaterThan(0);
    expect(greatCircleBow(CITIES['Aksu']!, CITIES['Hangzhou']!)).toBeLessThan(0);
  });

  test('is none along a meridian or the equator, or to the place itself', () => {
    expect(greatCircleBow([100, 20], [100, 45])).toBeCloseTo(0, 9);
    expect(greatCircleBow([80, 0], [120, 0])).toBeCloseTo(0, 9);
    expect(greatCircleBow([100, 20], [100, 20])).toBe(0);
  });
});
