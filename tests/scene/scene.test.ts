import { distance, lineString, pointToLineDistance } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { UNREPORTED_PX } from '../../src/look/width.ts';
import { bowPoint } from '../../src/scene/bow.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { project, unproject, worldPx } from '../../src/scene/mercator.ts';
import { anchorOf, scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { aidTotal, World } from '../../src/state/world.ts';
import { DATASET, REAL, WORLD } from '../fixtures/world.ts';

const first = scene(WORLD, DEFAULTS, LIGHT);
const opened = (pairing: string) => scene(WORLD, { ...DEFAULTS, pairing }, LIGHT);
const arc = (id: string, drawn = first) => drawn.arcs.find((one) => one.id === id)!;
const route = (id: string, drawn = first) => drawn.routes.find((one) => one.id === id)!;

describe('arcs', () => {
  test.each([
    ['the invented world', WORLD],
    ['the data', REAL],
  ])('of %s are one for each dossier and each province of the network', (_, world) => {
    const { arcs } = scene(world, DEFAULTS, LIGHT);
    const unfolded = world.dataset.pairings.filter(({ dossier, parent }) => dossier || parent === null);
    expect(arcs.map(({ id }) => id).sort()).toEqual(unfolded.map(({ id }) => id).sort());
  });

  test('start at the donor and end at the recipient, at its seat if it is a region', () => {
    const { a, b } = arc('donghai-xishan');
    expect([a, b]).toEqual([project([121.5, 30.5]), project([97, 37])]);
    for (const pairing of REAL.dataset.pairings) {
      const found = arc(pairing.id, scene(REAL, { ...DEFAULTS, pairing: pairing.id }, LIGHT));
      const seat = (id: string): LngLat => REAL.place(REAL.place(id).seat ?? id).point;
      expect([found.a, found.b], pairing.id).toEqual([project(seat(pairing.donor)), project(seat(pairing.recipient))]);
    }
  });

  test('without a reported total are thin and dashed; with one they are whole and wider', () => {
    expect(arc('haigang-yunling')).toMatchObject({ widthPx: UNREPORTED_PX, dashPx: 5 });
    expect(arc('nanhai-xishan')).toMatchObject({ widthPx: UNREPORTED_PX, dashPx: 5 });
    expect(arc('donghai-xishan').dashPx).toBe(0);
    expect(arc('donghai-xishan').widthPx).toBeGreaterThan(UNREPORTED_PX);
  });

  test('are the wider the more aid is reported, and hairlines where there is no dossier', () => {
    expect(arc('nanhai-beishan').widthPx).toBeGreaterThan(arc('donghai-xishan').widthPx);
    const { arcs } = scene(REAL, DEFAULTS, LIGHT);
    const width = new Map(arcs.map(({ id, widthPx }) => [id, widthPx]));
    const drawn = REAL.dataset.pairings.filter(({ id }) => width.has(id));
    const totals = drawn.filter(({ dossier }) => dossier).map((pairing) => ({ id: pairing.id, total: aidTotal(pairing)?.value ?? 0 }));
    const [most, next, ...others] = totals.sort((x, y) => y.total - x.total).map(({ id }) => width.get(id)!);
    expect(most).toBeGreaterThan(next!);
    for (const other of others) expect(next).toBeGreaterThan(other);
    for (const { id, dossier } of drawn) if (!dossier) expect(width.get(id), id).toBeLessThan(UNREPORTED_PX);
  });

  test.each([LIGHT, DARK])('in $name have the theme’s three colours from donor to recipient', (theme) => {
    for (const { from, mid, to } of scene(WORLD, DEFAULTS, theme).arcs)
      expect({ from, mid, to }).toMatchObject({ from: theme.arc.from, mid: theme.arc.mid, to: theme.arc.to });
  });

  test('stand still while the view changes', () => {
    const path = ({ arcs }: typeof first) => arcs.map(({ a, b, bow }) => ({ a, b, bow }));
    expect(path(opened('donghai-xishan'))).toEqual(path(first));
    expect(path(scene(new World(DATASET), DEFAULTS, DARK))).toEqual(path(first));
  });

  test('rise off the ground: further from the chord than the great circle', () => {
    expect(arc('donghai-xishan').bow).toBeGreaterThan(0.1);
  });
});

describe('while a pairing is open', () => {
  const half = (LIGHT.strong + LIGHT.faded) / 2;
  const strengths = (drawn: typeof first) => Object.fromEntries(drawn.arcs.map(({ id, opacity }) => [id, opacity]));

  test('none is, all arcs are strong', () => {
    expect(new Set(Object.values(strengths(first)))).toEqual(new Set([LIGHT.strong]));
  });

  test('it is strong, its parts are half as strong and the others fade', () => {
    expect(strengths(opened('donghai-xishan'))).toEqual({
      'donghai-xishan': LIGHT.strong,
      'haigang-yunling': half,
      'nanhai-xishan': LIGHT.faded,
      'nanhai-beishan': LIGHT.faded,
    });
  });

  test('its whole is half as strong', () => {
    expect(strengths(opened('haigang-yunling'))).toMatchObject({
      'haigang-yunling': LIGHT.strong,
      'donghai-xishan': half,
      'nanhai-beishan': LIGHT.faded,
    });
  });

  test('its routes are as strong as itself', () => {
    expect(opened('donghai-xishan').routes.map(({ opacity }) => opacity)).toEqual([LIGHT.strong, LIGHT.strong]);
    expect(opened('nanhai-beishan').routes.map(({ opacity }) => opacity)).toEqual([LIGHT.faded, LIGHT.faded]);
  });

  test('its pulse alone runs; while none is open no two pulses start together', () => {
    expect(opened('donghai-xishan').arcs.flatMap(({ id, pulse }) => (pulse === null ? [] : [id]))).toEqual(['donghai-xishan']);
    const pulses = scene(REAL, DEFAULTS, LIGHT).arcs.flatMap(({ pulse }) => pulse ?? []);
    expect(pulses).toHaveLength(REAL.dataset.pairings.filter(({ dossier }) => dossier).length);
    for (const pulse of pulses) expect(pulse >= 0 && pulse < 1).toBe(true);
    expect(new Set(pulses.map((pulse) => pulse.toFixed(2))).size).toBe(pulses.length);
  });

  test('by a stale id, it is as if none were', () => {
    expect(scene(WORLD, { ...DEFAULTS, pairing: 'atlantis', record: 'atlantis' }, LIGHT)).toEqual(first);
  });

  test('by one of its routes, it is as if it were open itself', () => {
    expect(scene(WORLD, { ...DEFAULTS, record: 'freight' }, LIGHT)).toEqual(opened('donghai-xishan'));
  });
});

test('the same dataset, view and theme make the same scene', () => {
  const view = { ...DEFAULTS, pairing: 'donghai-xishan' };
  expect(scene(new World(DATASET), view, DARK)).toEqual(scene(new World(DATASET), view, DARK));
});

describe('routes', () => {
  test.each([
    ['the invented world', WORLD],
    ['the data', REAL],
  ])('of dossiers of %s are each drawn once, from stop to stop to a metre', (_, world) => {
    const { routes } = scene(world, DEFAULTS, LIGHT);
    const all = world.dataset.pairings
      .filter(({ dossier }) => dossier)
      .flatMap((pairing) => pairing.routes.map((one) => ({ ...one, pairing: pairing.id })));
    expect(routes.map(({ id, pairing, mode }) => ({ id, pairing, mode }))).toEqual(
      all.map(({ id, pairing, mode }) => ({ id, pairing, mode })),
    );
    for (const { id, from, to } of all) {
      const { path } = routes.find((one) => one.id === id)!;
      expect(distance(path[0]!, world.place(from).point), id).toBeLessThan(0.001);
      expect(distance(path.at(-1)!, world.place(to).point), id).toBeLessThan(0.001);
    }
  });

  test('of the network come when their pairing is opened', () => {
    const beyond = REAL.dataset.pairings.filter(({ dossier, routes }) => !dossier && routes.length);
    expect(beyond.length).toBeGreaterThan(0);
    for (const { id, routes } of beyond) {
      const drawn = (view: typeof DEFAULTS) => new Set(scene(REAL, view, LIGHT).routes.map((route) => route.id));
      expect(routes.filter((route) => drawn(DEFAULTS).has(route.id))).toEqual([]);
      expect(routes.filter((route) => !drawn({ ...DEFAULTS, pairing: id }).has(route.id))).toEqual([]);
    }
  });

  test.each([
    ['the invented world', WORLD],
    ['the data', REAL],
  ])('of %s pass within a kilometre of each place they lead through, in its order', (_, world) => {
    const corridors = world.dataset.pairings.flatMap(({ id: pairing, routes }) => routes.map((one) => ({ ...one, pairing })));
    expect(corridors.some(({ via }) => via.length)).toBe(true);
    for (const { id, pairing, via } of corridors) {
      const { path } = scene(world, { ...DEFAULTS, pairing }, LIGHT).routes.find((one) => one.id === id)!;
      const order = via.map((stop) => {
        const place = world.place(stop).point;
        expect(pointToLineDistance(place, lineString(path)), `${id} at ${stop}`).toBeLessThan(1);
        const distances = path.map((point) => distance(point, place));
        return distances.indexOf(Math.min(...distances));
      });
      expect(order, id).toEqual([...order].sort((a, b) => a - b));
    }
  });

  test('a corridor reaches its end however many places it leads through', () => {
    const inner = ['zhongzhou', 'gaoyuan', 'beishan', 'nanhai', 'xishan', 'yunling'];
    const [child, whole, ...others] = DATASET.pairings;
    for (let n = 1; n <= inner.length; n++) {
      const freight = { ...whole!.routes[1]!, via: inner.slice(0, n) };
      const world = new World({ ...DATASET, pairings: [child!, { ...whole!, routes: [freight] }, ...others] });
      const { path } = scene(world, DEFAULTS, LIGHT).routes[0]!;
      expect(distance(path.at(-1)!, [80, 41]), `${n} places`).toBeLessThan(0.001);
    }
  });

  test('a corridor has no leap in it: no piece is longer than a twelfth of the longest way between two of its places', () => {
    const { path } = route('zhejiang-aksu-freight-bedel', scene(REAL, DEFAULTS, LIGHT));
    const pieces = path.slice(1).map((point, i) => distance(path[i]!, point));
    expect(Math.max(...pieces)).toBeLessThan(150);
  });

  test('a flight lies close to the great circle', () => {
    const { path } = route('flight');
    const [from, to] = [path[0]!, path.at(-1)!];
    const middle = path[Math.floor(path.length / 2)]!;
    expect((distance(from, middle) + distance(middle, to)) / distance(from, to)).toBeLessThan(1.002);
  });

  test('the glyph stands on the path, and a plane’s points where it flies', () => {
    for (const { mode, path, glyph } of [...first.routes, ...scene(REAL, DEFAULTS, LIGHT).routes]) {
      const i = path.findIndex(([lng, lat]) => lng === glyph.at[0] && lat === glyph.at[1]);
      expect(i).toBeGreaterThan(0);
      if (mode !== 'flight') continue;
      const [[x0, y0], [x1, y1]] = [project(path[i - 1]!), project(path[i + 1]!)];
      const turn = ((glyph.heading - 90) * Math.PI) / 180;
      const along = (Math.cos(turn) * (x1 - x0) + Math.sin(turn) * (y1 - y0)) / Math.hypot(x1 - x0, y1 - y0);
      expect(along).toBeCloseTo(1, 6);
    }
  });

  test('glyphs of the data keep off each other and off the dots of the first view', () => {
    const { routes, places } = scene(REAL, DEFAULTS, LIGHT);
    const px = (at: LngLat): [number, number] => project(at).map((part) => part * worldPx(FRAME_ZOOM)) as [number, number];
    const dots = places.filter(({ minzoom }) => minzoom <= FRAME_ZOOM).map(({ point }) => px(point));
    routes.forEach(({ id, glyph }, i) => {
      const [x, y] = px(glyph.at);
      for (const [dx, dy] of [...dots, ...routes.slice(0, i).map((other) => px(other.glyph.at))])
        expect(Math.hypot(x - dx, y - dy), id).toBeGreaterThan(20);
    });
  });
});

describe('regions', () => {
  test('are the recipients that have a shape, each once, parts as counties', () => {
    expect(first.regions).toEqual([
      { adcode: '990102', place: 'yunling', level: 'county', chosen: false, shade: null },
      { adcode: '990100', place: 'xishan', level: 'region', chosen: false, shade: null },
    ]);
    const codes = scene(REAL, DEFAULTS, LIGHT).regions.map(({ adcode }) => adcode);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('of the open pairing are chosen, also where another pairing meets it', () => {
    const chosen = (pairing: string) => opened(pairing).regions.flatMap(({ place, chosen }) => (chosen ? [place] : []));
    expect(chosen('donghai-xishan')).toEqual(['xishan']);
    expect(chosen('nanhai-xishan')).toEqual(['xishan']);
    expect(chosen('haigang-yunling')).toEqual(['yunling']);
  });
});

describe('the legend', () => {
  test('has the widths of round amounts as the arcs have them, the number without a total, and the modes on the map', () => {
    const { widths, unreported, modes } = first.legend;
    expect(unreported).toBe(2);
    expect(modes).toEqual(['flight', 'freight']);
    expect(widths.map(({ amount }) => amount)).toEqual([1e9, 5e8]);
    expect(widths[0]!.widthPx).toBeGreaterThan(arc('nanhai-beishan').widthPx);
    expect(widths[1]!.widthPx).toBeGreaterThan(arc('donghai-xishan').widthPx);
    expect(widths[1]!.widthPx).toBeLessThan(arc('nanhai-beishan').widthPx);
  });

  test('counts as many with a total as without make pairings', () => {
    const { arcs, legend } = scene(REAL, DEFAULTS, LIGHT);
    expect(legend.unreported).toBe(arcs.filter(({ dashPx }) => dashPx > 0).length);
    expect(legend.unreported).toBeGreaterThan(0);
  });
});

describe('the anchor of a popup', () => {
  const path = arc('donghai-xishan');

  test('is the middle of the arc if that is in sight', () => {
    expect(anchorOf(path, () => true)).toEqual(unproject(bowPoint(path, 0.5)));
  });

  test('is the part in sight that is nearest to the middle', () => {
    const west = anchorOf(path, ([lng]) => lng < 105);
    expect(west[0]).toBeLessThan(105);
    expect(west[0]).toBeGreaterThan(103);
  });

  test('is the middle all the same if nothing is in sight', () => {
    expect(anchorOf(path, () => false)).toEqual(unproject(bowPoint(path, 0.5)));
  });
});

test('in years chosen the lines on record in them are drawn, and those of what is open whole', () => {
  const lines = (view: object) => scene(WORLD, { ...DEFAULTS, ...view }, LIGHT).routes.map(({ id }) => id);
  expect(lines({ from: 2012, to: 2015 })).toEqual([]);
  expect(lines({ from: 2024, to: 2024 })).toEqual(['flight']);
  expect(lines({ from: 2012, to: 2015, pairing: 'donghai-xishan' })).toEqual(['flight', 'freight']);
});
