import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { bowPoint } from '../../src/scene/bow.ts';
import type { Scene } from '../../src/scene/marks.ts';
import { project, unproject, worldPx } from '../../src/scene/mercator.ts';
import { Picker } from '../../src/scene/pick.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

// By their amounts, of which one has no period and so no rate.
const drawn = withRoutes(WORLD, { measure: 'aid' });
const picker = new Picker(drawn);
const ZOOM = 5;
const REACH_PX = 12;
/** A place some px right of and below another. */
const off = (place: LngLat, right: number, down: number, zoom = ZOOM): LngLat => {
  const [x, y] = project(place);
  return unproject([x + right / worldPx(zoom), y + down / worldPx(zoom)]);
};
const onArc = (id: string, t: number, { arcs }: Scene = drawn): LngLat =>
  unproject(
    bowPoint(
      arcs.find((arc) => arc.id === id)!,
      t,
    ),
  );

test('far from everything there is nothing', () => {
  expect(picker.at([110, 50], ZOOM, REACH_PX)).toBeNull();
  expect(new Picker({ ...drawn, arcs: [], routes: [], places: [] }).at([97, 37], ZOOM, REACH_PX)).toBeNull();
});

describe('a dot', () => {
  test('is found on and beside itself, and anchors its popup at its own point', () => {
    expect(picker.at([97, 37], ZOOM, REACH_PX)).toEqual({ kind: 'place', id: 'gaoyuan', at: [97, 37] });
    expect(picker.at(off([97, 37], -8, 0), ZOOM, REACH_PX)).toMatchObject({ kind: 'place', id: 'gaoyuan' });
  });

  test('wins over the line that ends at it', () => {
    const nearEnd = onArc('nanhai-beishan', 0.995);
    expect(picker.at(nearEnd, ZOOM, REACH_PX)).toMatchObject({ kind: 'place', id: 'beishan' });
  });

  test('has a target twice as wide as the pointer reaches, however small it is', () => {
    const alone = new Picker({ ...drawn, arcs: [], routes: [] });
    for (const [dx, dy] of [
      [1, 0],
      [0, -1],
      [-0.7, 0.7],
    ] as const) {
      expect(alone.at(off([86, 44], dx * (REACH_PX - 0.5), dy * (REACH_PX - 0.5)), ZOOM, REACH_PX)).toMatchObject({ id: 'beishan' });
      expect(alone.at(off([86, 44], dx * (REACH_PX + 1.5), dy * (REACH_PX + 1.5)), ZOOM, REACH_PX)).toBeNull();
    }
  });

  test('gives way to a line close by where it is further off itself', () => {
    const arc = drawn.arcs.find(({ id }) => id === 'nanhai-beishan')!;
    const on = Array.from({ length: 400 }, (_, i) => unproject(bowPoint(arc, 1 - i / 2000))).find((where) => {
      const [[x, y], [px, py]] = [project([86, 44]), project(where)];
      return Math.hypot(x - px, y - py) * worldPx(ZOOM) > 4.5 + REACH_PX * 0.7;
    })!;
    expect(picker.at(on, ZOOM, REACH_PX)).toMatchObject({ kind: 'pairing', id: 'nanhai-beishan' });
  });

  test('is not there before its zoom', () => {
    const alone = new Picker({ ...drawn, arcs: [], routes: [] });
    expect(alone.at([80, 41], 4.5, REACH_PX)).toBeNull();
    expect(alone.at([80, 41], 4.6, REACH_PX)).toMatchObject({ id: 'guankou' });
  });

  test('of two is the nearer', () => {
    const alone = new Picker({ ...drawn, arcs: [], routes: [] });
    const [west, east] = [[97, 37] as LngLat, [97.2, 37.1] as LngLat];
    expect(alone.at(off(west, -2, 0, 7), 7, 100)).toMatchObject({ id: 'gaoyuan' });
    expect(alone.at(off(east, 2, 0, 7), 7, 100)).toMatchObject({ id: 'airport-gyx' });
  });
});

describe('an arc', () => {
  test('is found all along its middle, and anchors its popup on itself', () => {
    for (const t of [0.2, 0.4, 0.6, 0.8]) {
      const where = onArc('nanhai-beishan', t);
      const pick = picker.at(where, ZOOM, REACH_PX);
      expect(pick).toMatchObject({ kind: 'pairing', id: 'nanhai-beishan' });
      expect(pick!.at[0]).toBeCloseTo(where[0], 3);
      expect(pick!.at[1]).toBeCloseTo(where[1], 3);
    }
  });

  test('is anchored on the line, not under a pointer beside it', () => {
    const on = onArc('nanhai-beishan', 0.5);
    const pick = new Picker({ ...drawn, routes: [] }).at(off(on, 0, 8), ZOOM, REACH_PX);
    expect(pick).toMatchObject({ kind: 'pairing', id: 'nanhai-beishan' });
    expect(Math.abs(pick!.at[1] - on[1])).toBeLessThan(0.2);
  });

  test('is found as far from its edge as the pointer reaches, and no further', () => {
    const alone = new Picker({ ...drawn, routes: [], places: [], arcs: drawn.arcs.filter(({ id }) => id === 'nanhai-beishan') });
    const mark = drawn.arcs.find(({ id }) => id === 'nanhai-beishan')!;
    const [[x0, y0], [x, y], [x1, y1]] = [0.49, 0.5, 0.51].map((t) => bowPoint(mark, t)) as [
      [number, number],
      [number, number],
      [number, number],
    ];
    const steep = Math.hypot(x1 - x0, y1 - y0);
    const across = (px: number): LngLat =>
      unproject([x - ((y1 - y0) / steep / worldPx(ZOOM)) * px, y + ((x1 - x0) / steep / worldPx(ZOOM)) * px]);
    for (const side of [-1, 1]) {
      expect(alone.at(across(side * (mark.widthPx / 2 + REACH_PX - 1)), ZOOM, REACH_PX)).not.toBeNull();
      expect(alone.at(across(side * (mark.widthPx / 2 + REACH_PX + 1)), ZOOM, REACH_PX)).toBeNull();
    }
  });
});

describe('a route', () => {
  test('is found on its line, where no arc is nearer', () => {
    const { path } = drawn.routes.find(({ id }) => id === 'freight')!;
    const where = path[Math.floor(path.length * 0.4)]!;
    expect(picker.at(where, ZOOM, REACH_PX)).toMatchObject({ kind: 'route', id: 'freight' });
  });

  test('gives way to an arc that the pointer is on', () => {
    const where = onArc('nanhai-beishan', 0.4);
    const along = { ...drawn.routes[0]!, path: [off(where, -100, 3), off(where, 100, 3)] };
    expect(new Picker({ ...drawn, routes: [along] }).at(where, ZOOM, REACH_PX)).toMatchObject({ kind: 'pairing' });
  });
});

test('on the data’s first view every pairing and every route can be pointed at', () => {
  const real = withRoutes(REAL);
  const eye = new Picker(real);
  const zoom = 3.7;
  for (const arc of real.arcs) {
    const found = Array.from({ length: 99 }, (_, i) => eye.at(onArc(arc.id, (i + 1) / 100, real), zoom, REACH_PX)?.id);
    expect(found, arc.id).toContain(arc.id);
  }
  for (const { id, path } of real.routes)
    expect(
      path.map((where) => eye.at(where, zoom, REACH_PX)?.id),
      id,
    ).toContain(id);
});
