import { distance, lineString, pointToLineDistance } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { BAND_PX, CHOSEN_PX, HAIRLINE_PX, THIN_PX } from '../../src/look/width.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { DASH_PX } from '../../src/look/strokes.ts';
import { routeLine } from '../../src/still/lines.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { known, rateOf } from '../../src/state/known.ts';
import { World } from '../../src/state/world.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { DATASET, REAL, WORLD } from '../fixtures/world.ts';

const first = scene(WORLD, DEFAULTS, LIGHT);
const opened = (pairing: string) => scene(WORLD, { ...DEFAULTS, pairing }, LIGHT);
const arc = (id: string, drawn = first) => drawn.arcs.find((one) => one.id === id)!;
const route = (id: string, drawn = first) => drawn.routes.find((one) => one.id === id)!;

describe('arcs', () => {
  test.each([
    ['the invented world', WORLD],
    ['the data', REAL],
  ])('of %s are one for each dossier, each province of the network, and each city or county that reports aid of its own', (_, world) => {
    const { arcs } = scene(world, DEFAULTS, LIGHT);
    const unfolded = world.dataset.pairings.filter(
      (pairing) => pairing.dossier || pairing.parent === null || known(world, pairing, 'aid').standing === 'reported',
    );
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

  test('of which nothing is reported are dashed hairlines, dossier or not', () => {
    const hairline = { widthPx: HAIRLINE_PX, dashPx: DASH_PX.none, hollow: false };
    expect(arc('haigang-yunling')).toMatchObject(hairline);
    for (const world of [WORLD, REAL])
      for (const { id, ...look } of scene(world, DEFAULTS, LIGHT).arcs)
        if (known(world, world.findPairing(id)!, 'aid').standing === 'none') expect(look, id).toMatchObject(hairline);
    expect(arc('haigang-yunling', opened('haigang-yunling')).widthPx).toBe(CHOSEN_PX);
  });

  test('are the wider the more aid by the year is reported, and by nothing else', () => {
    const { arcs } = scene(REAL, DEFAULTS, LIGHT);
    const scaled = arcs.flatMap(({ id, widthPx, dashPx }) => {
      const { standing, figure, holder } = known(REAL, REAL.findPairing(id)!, 'aid');
      const rate = figure && holder.id === id && (standing === 'reported' || standing === 'joint') ? rateOf(REAL, figure) : null;
      return rate === null ? [] : [{ id, rate, widthPx, dashPx }];
    });
    expect(scaled.length).toBeGreaterThan(20);
    const ordered = [...scaled].sort((a, b) => a.rate - b.rate);
    expect(ordered.map(({ widthPx }) => widthPx)).toEqual(ordered.map(({ widthPx }) => widthPx).toSorted((a, b) => a - b));
    for (const { dashPx } of scaled) expect(dashPx).toBe(0);
    // The widest are not those with a dossier, but those with most aid.
    expect(ordered.at(-1)!.widthPx).toBeGreaterThan(3 * ordered.find(({ id }) => id === 'zhejiang-haixi')!.widthPx);
    for (const wide of ['shanghai-kashgar', 'jiangsu-ili', 'zhejiang-sichuan'])
      expect(ordered.slice(-6).map(({ id }) => id)).toContain(wide);
    const bare = scene(
      new World({ ...REAL.dataset, pairings: REAL.dataset.pairings.map((one) => ({ ...one, dossier: false })) }),
      DEFAULTS,
      LIGHT,
    );
    for (const { id, widthPx } of scaled) expect(bare.arcs.find((one) => one.id === id)?.widthPx ?? widthPx, id).toBe(widthPx);
  });

  test('of what is reported jointly are bands, to scale where the figure is entered and thin with the others it counts', () => {
    const joint = scene(REAL, DEFAULTS, LIGHT).arcs.filter(({ hollow }) => hollow);
    expect(joint.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['zhejiang-aksu', 'zhejiang-alar', 'guangdong-kashgar', 'beijing-kunyu']),
    );
    for (const { id, widthPx, dashPx } of joint) {
      const { standing, holder } = known(REAL, REAL.findPairing(id)!, 'aid');
      expect([standing, dashPx]).toEqual(['joint', 0]);
      if (holder.id !== id) expect(widthPx, id).toBe(BAND_PX);
    }
  });

  test('of which a part, a plan or an amount over an unknown time is reported are thin and whole', () => {
    const { arcs } = scene(REAL, DEFAULTS, LIGHT);
    for (const id of ['jiangsu-shaanxi', 'tianjin-hotan', 'heilongjiang-beitun'])
      expect(
        arcs.find((one) => one.id === id),
        id,
      ).toMatchObject({ widthPx: THIN_PX, dashPx: 0, hollow: false });
  });

  test.each([LIGHT, DARK])(
    'in $name have the theme’s three colours from donor to recipient, hairlines that of their programme',
    (theme) => {
      for (const { id, from, mid, to, dashPx } of scene(WORLD, DEFAULTS, theme).arcs) {
        const plain = theme.programme[WORLD.findPairing(id)!.programme] ?? theme.arc.mid;
        expect({ from, mid, to }).toEqual(
          dashPx ? { from: plain, mid: plain, to: plain } : { from: theme.arc.from, mid: theme.arc.mid, to: theme.arc.to },
        );
      }
    },
  );

  test('stand still while the view changes', () => {
    const path = ({ arcs }: typeof first) => arcs.map(({ id, a, b, bow }) => ({ id, a, b, bow })).sort((x, y) => x.id.localeCompare(y.id));
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

  test('none is, all arcs of dossiers are strong', () => {
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
    expect(opened('nanhai-beishan').routes).toEqual([]);
    expect(withRoutes(WORLD, { pairing: 'nanhai-beishan' }).routes.map(({ opacity }) => opacity)).toEqual([LIGHT.faded, LIGHT.faded]);
  });

  test('its pulse alone runs; while none is open no two pulses start together', () => {
    expect(opened('donghai-xishan').arcs.flatMap(({ id, pulse }) => (pulse === null ? [] : [id]))).toEqual(['donghai-xishan']);
    const pulses = scene(REAL, DEFAULTS, LIGHT).arcs.flatMap(({ pulse }) => pulse ?? []);
    expect(pulses).toHaveLength(scene(REAL, DEFAULTS, LIGHT).arcs.filter(({ dashPx }) => dashPx === 0).length);
    for (const pulse of pulses) expect(pulse >= 0 && pulse < 1).toBe(true);
    expect(new Set(pulses.map((pulse) => pulse.toFixed(2))).size).toBe(pulses.length);
  });

  test('by a stale id, it is as if none were', () => {
    expect(scene(WORLD, { ...DEFAULTS, pairing: 'atlantis', record: 'atlantis' }, LIGHT)).toEqual(first);
  });

  test('by one of its routes, that one alone shows fully and wider, over the others', () => {
    for (const { id: pairing, routes } of REAL.dataset.pairings)
      for (const { id } of routes) {
        const drawn = scene(REAL, { ...DEFAULTS, pairing, record: id }, LIGHT);
        expect(drawn.routes.filter(({ chosen }) => chosen).map((one) => one.id)).toEqual([id]);
        expect(drawn.routes.at(-1)).toMatchObject({ id, opacity: 1 });
        const others = [...drawn.routes.slice(0, -1), arc(pairing, drawn)].map(({ opacity }) => opacity);
        expect(Math.max(...others)).toBeLessThan(LIGHT.strong);
        const lines = (one: (typeof drawn.routes)[number]) =>
          [...routeLine(one, LIGHT, (p) => p).matchAll(/stroke-width="([\d.]+)"/g)].map(([, px]) => Number(px));
        const [wide, plain] = [lines(drawn.routes.at(-1)!), lines({ ...drawn.routes.at(-1)!, chosen: false })];
        wide.forEach((px, i) => expect(px).toBeGreaterThan(1.5 * plain[i]!));
      }
  });

  test('by one of its routes, it is as if it were open itself', () => {
    const [{ arcs, routes, ...rest }, own] = [scene(WORLD, { ...DEFAULTS, record: 'freight' }, LIGHT), opened('donghai-xishan')];
    expect({ ...own, ...rest }).toEqual(own);
    expect(arcs.map(({ id }) => id)).toEqual(own.arcs.map(({ id }) => id));
    expect(routes.map(({ id }) => id).sort()).toEqual(own.routes.map(({ id }) => id).sort());
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
  ])('of %s are all drawn once where filters name them, from stop to stop to a metre', (_, world) => {
    const { routes } = withRoutes(world);
    const all = world.dataset.pairings.flatMap((pairing) => pairing.routes.map((one) => ({ ...one, pairing: pairing.id })));
    const told = (list: readonly { id: string; pairing: string; mode: string }[]) =>
      list.map(({ id, pairing, mode }) => `${pairing} ${mode} ${id}`).sort();
    expect(told(routes)).toEqual(told(all));
    for (const { id, from, to } of all) {
      const { path } = routes.find((one) => one.id === id)!;
      expect(distance(path[0]!, world.place(from).point), id).toBeLessThan(0.001);
      expect(distance(path.at(-1)!, world.place(to).point), id).toBeLessThan(0.001);
    }
  });

  test('come when their pairing is opened, and with a filter that names them; never at rest', () => {
    const beyond = REAL.dataset.pairings.filter(({ routes }) => routes.length);
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
      const { path } = withRoutes(world).routes[0]!;
      expect(distance(path.at(-1)!, [80, 41]), `${n} places`).toBeLessThan(0.001);
    }
  });

  test('goods go on by road from the place that is named, and the line says so', () => {
    const { legs, path } = route('zhejiang-aksu-freight-bedel', withRoutes(REAL));
    expect(legs.map(({ way }) => way)).toEqual(['freight', 'road']);
    expect([...legs[0]!.path, ...legs[1]!.path.slice(1)]).toEqual(path);
    expect(distance(legs[1]!.path[0]!, REAL.place('aksu-city').point)).toBeLessThan(1);
    for (const other of withRoutes(REAL).routes.filter(({ legs }) => legs.length === 1))
      expect(other.legs).toEqual([{ way: other.mode, path: other.path }]);
  });

  test('a corridor has no leap in it: no piece is longer than a twelfth of the longest way between two of its places', () => {
    const { path } = route('zhejiang-aksu-freight-bedel', withRoutes(REAL));
    const pieces = path.slice(1).map((point, i) => distance(path[i]!, point));
    expect(Math.max(...pieces)).toBeLessThan(150);
  });

  test('a flight lies close to the great circle', () => {
    const { path } = route('flight', withRoutes(WORLD));
    const [from, to] = [path[0]!, path.at(-1)!];
    const middle = path[Math.floor(path.length / 2)]!;
    expect((distance(from, middle) + distance(middle, to)) / distance(from, to)).toBeLessThan(1.002);
  });

  test('the glyph stands on the path, and a plane’s points where it flies', () => {
    for (const { mode, path, glyph } of [...withRoutes(WORLD).routes, ...withRoutes(REAL).routes]) {
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
    const { routes, places } = withRoutes(REAL);
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
  test('has the widths of round amounts as the arcs have them, how many are known how far, and the kinds of line on the map', () => {
    const { widths, standings, ways, figures } = withRoutes(WORLD, { measure: 'aid' }).legend;
    expect(standings).toEqual({ reported: 3, joint: 0, part: 0, none: 1 });
    expect(ways).toEqual(['flight', 'freight']);
    expect(widths.map(({ amount }) => amount)).toEqual([1e9, 2e8, 5e7]);
    expect(figures.map(({ pairing }) => pairing)).toEqual(['nanhai-beishan', 'nanhai-xishan', 'donghai-xishan']);
    expect(withRoutes(REAL).legend.ways).toContain('road');
    expect(scene(REAL, DEFAULTS, LIGHT).legend.ways).toEqual([]);
  });

  test('has samples that can be told apart: each at least half as wide again as the next', () => {
    for (const measure of ['rate', 'aid', 'people', 'projects'] as const) {
      const { widths } = scene(REAL, { ...DEFAULTS, measure }, LIGHT).legend;
      expect(widths.length, measure).toBeGreaterThan(1);
      for (const [i, { widthPx }] of widths.entries()) if (i) expect(widths[i - 1]!.widthPx / widthPx, measure).toBeGreaterThan(1.5);
    }
  });

  test('counts every pairing drawn in one standing, those only planned apart, and lists each joint figure once', () => {
    for (const view of [
      {},
      { measure: 'aid' },
      { measure: 'people' },
      { from: 2024, to: 2024 },
      { from: 2027, to: 2027 },
      { donor: 'zhejiang' },
    ] as const) {
      const { arcs, legend } = scene(REAL, { ...DEFAULTS, ...view }, LIGHT);
      const { reported, joint, part, none } = legend.standings;
      expect(reported + joint + part + none + legend.planned).toBe(arcs.length);
      expect(none).toBe(arcs.filter(({ dashPx }) => dashPx === DASH_PX.none).length);
      expect(legend.planned).toBe(arcs.filter(({ dashPx }) => dashPx === DASH_PX.planned).length);
      expect(new Set(legend.figures.map(({ figure }) => figure)).size).toBe(legend.figures.length);
    }
  });
});

test('in years chosen the lines on record in them are drawn, and those of what is open whole', () => {
  const lines = (view: object) => withRoutes(WORLD, view).routes.map(({ id }) => id);
  expect(lines({ from: 2012, to: 2015 })).toEqual([]);
  expect(lines({ from: 2023, to: 2023 })).toEqual(['flight', 'freight']);
  // Nothing says that they still ran in the year after.
  expect(lines({ from: 2024, to: 2024 })).toEqual([]);
  expect(lines({ from: 2012, to: 2015, pairing: 'donghai-xishan' })).toEqual(['flight', 'freight']);
});
