import type { MultiLineString, MultiPoint, MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../geo/rings.ts';
import { areas, base, china, contains, geometries, json, km2, polygons, positions, units, whole } from './ground.ts';

const RECIPIENTS = ['630100', '632300', '632800', '652900', '659002'];

const lines = (layer: string): MultiLineString => whole(layer) as MultiLineString;
const land = whole('land') as MultiPolygon;
const ids = (layer: string): string[] => areas(base, layer).map((a) => String(a.id));

/** Shorter than a degree is near enough, for a thing 0.02° in the file's grid. */
const near = ([x, y]: Point, to: Point, degrees: number): boolean => Math.hypot(x - to[0], y - to[1]) < degrees;

describe('China', () => {
  test('34 provinces, each once and each named in both languages', () => {
    const provinces = areas(base, 'provinces');
    expect(provinces).toHaveLength(34);
    expect(new Set(ids('provinces')).size).toBe(34);
    for (const { id, properties } of provinces) {
      expect(id).toMatch(/^\d\d0000$/);
      expect(properties.zh).toMatch(/^[\u4e00-\u9fff]{2,3}$/);
      expect(properties.en).toMatch(/^[A-Z][A-Za-z ]+$/);
    }
  });

  test('the provinces leave no hole between them', () => {
    expect(polygons(china).reduce((holes, rings) => holes + rings.length - 1, 0)).toBe(0);
  });

  test('the area is what the Chinese-standard outline encloses', () => {
    expect(km2(china)).toBeGreaterThan(9.45e6);
    expect(km2(china)).toBeLessThan(9.75e6);
  });

  test.each<[string, Point]>([
    ['Taipei', [121.56, 25.04]],
    ['Kaohsiung', [120.35, 22.7]],
    ['Tawang', [91.87, 27.59]],
    ['Walong', [97.0, 28.13]],
    ['Itanagar', [93.62, 27.1]],
    ['Doklam', [89.03, 27.33]],
    ['Demchok', [79.45, 32.7]],
    ['Aksai Chin', [79.5, 35.1]],
    ['Heixiazi', [134.75, 48.33]],
    ['Hong Kong', [114.17, 22.38]],
    ['Macao', [113.55, 22.19]],
    ['Haikou', [110.35, 19.95]],
    ['the northernmost bend of the Heilong Jiang', [123.3, 53.45]],
  ])('%s is inside', (_, point) => {
    expect(contains(china, point)).toBe(true);
  });

  test.each<[string, Point]>([
    ['Ulaanbaatar', [106.9, 47.9]],
    ['Kathmandu', [85.3, 27.7]],
    ['Thimphu', [89.64, 27.47]],
    ['Almaty', [76.9, 43.25]],
    ['Ussuriysk', [131.95, 43.8]],
    ['Ha Noi', [105.85, 21.03]],
    ['Pyongyang', [125.75, 39.03]],
  ])('%s is not, and lies on the neighbours’ land', (_, point) => {
    expect(contains(china, point)).toBe(false);
    expect(contains(land, point)).toBe(true);
  });

  test('no point is both in China and on the neighbours’ land', () => {
    const both: Point[] = [];
    for (let lng = 73.13; lng < 136; lng += 0.71) {
      for (let lat = 18.07; lat < 54; lat += 0.53) {
        if (contains(china, [lng, lat]) && contains(land, [lng, lat])) both.push([lng, lat]);
      }
    }
    expect(both).toEqual([]);
  });

  test('the frontier is China’s and the neighbours’ alike, so it can neither gap nor double', () => {
    const arcs = (value: unknown): number[] =>
      Array.isArray(value) ? value.flatMap(arcs) : [(value as number) < 0 ? ~(value as number) : (value as number)];
    const of = (layer: string): Set<number> => {
      const object = base.objects[layer] as { arcs?: unknown; geometries?: { arcs: unknown }[] };
      return new Set(object.geometries === undefined ? arcs(object.arcs) : object.geometries.flatMap((g) => arcs(g.arcs)));
    };
    const [provinces, neighbours, boundary] = [of('provinces'), of('land'), of('boundary')];
    expect(boundary.size).toBeGreaterThan(20);
    expect([...boundary].filter((arc) => !provinces.has(arc) || !neighbours.has(arc))).toEqual([]);
  });

  test('the coast is no part of the frontier', () => {
    const key = (p: number[]): string => p.join();
    const coast = new Set(lines('coast').coordinates.flatMap((line) => line.slice(1, -1).map(key)));
    expect(
      lines('boundary')
        .coordinates.flatMap((line) => line.slice(1, -1).map(key))
        .filter((p) => coast.has(p)),
    ).toEqual([]);
  });
});

describe('the sea', () => {
  test('ten dashes: nine in the South China Sea, one east of Taiwan', () => {
    const dashes = lines('dashes').coordinates;
    expect(dashes).toHaveLength(10);
    expect(dashes.filter((dash) => dash.every(([, lat]) => lat! < 22))).toHaveLength(9);
    expect(dashes.filter((dash) => dash.every(([lng, lat]) => lng! > 122 && lat! > 23))).toHaveLength(1);
  });

  test('each dash is a stroke of one to three hundred kilometres, not an outline', () => {
    for (const dash of lines('dashes').coordinates) {
      const [first, last] = [dash[0] as Point, dash.at(-1) as Point];
      expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeGreaterThan(0.7);
      expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeLessThan(3);
    }
  });

  test.each<[string, Point]>([
    ['Diaoyu Dao', [123.474, 25.745]],
    ['Chiwei Yu', [124.559, 25.922]],
    ['Dongsha Dao', [116.72, 20.7]],
    ['Yongxing Dao (Xisha)', [112.34, 16.83]],
    ['Huangyan Dao', [117.76, 15.16]],
    ['Taiping Dao (Nansha)', [114.36, 10.38]],
    ['Zengmu Ansha', [112.28, 3.97]],
  ])('%s is among the islands', (_, point) => {
    const islands = (whole('islands') as MultiPoint).coordinates;
    expect(islands.some((island) => near(island as Point, point, 0.06))).toBe(true);
  });
});

describe('recipients', () => {
  const counties = areas(json('counties.topo.json'), 'counties');
  const still = json<{ recipients: Record<string, string> }>('still.json');

  test('the five, and the same five in the first view, the still and the counties', () => {
    expect(ids('recipients').sort()).toEqual(RECIPIENTS);
    expect(Object.keys(still.recipients).sort()).toEqual(RECIPIENTS);
    expect([...new Set(counties.map((c) => c.properties.parent))].sort()).toEqual(RECIPIENTS);
  });

  test('27 counties, each once, each named in both languages', () => {
    expect(counties).toHaveLength(27);
    expect(new Set(counties.map((c) => c.id)).size).toBe(27);
    for (const { properties } of counties) {
      expect(properties.zh).not.toBe('');
      expect(properties.en).toMatch(/^[A-Z]/);
    }
  });

  /** Lines of 250 m and 2.3 km enclose the same land to within this. */
  const TOLERANCE = 0.015;

  test.each(RECIPIENTS)('the counties of %s add up to it', (id) => {
    const sum = counties.filter((c) => c.properties.parent === id).reduce((total, c) => total + km2(c.geometry), 0);
    const whole = km2(areas(base, 'recipients').find((r) => r.id === id)!.geometry);
    expect(Math.abs(sum / whole - 1)).toBeLessThan(TOLERANCE);
  });

  /** Official areas, km². Alar's shape is schematic upstream (README), so it is not among them. */
  test.each([
    ['632800', 300_900, 0.03],
    ['632300', 18_200, 0.03],
    ['630100', 7_660, 0.03],
    ['652900', 132_500, 0.05],
  ])('%s is as large as it is said to be', (id, official, tolerance) => {
    const whole = km2(areas(base, 'recipients').find((r) => r.id === id)!.geometry);
    expect(Math.abs(whole / official - 1)).toBeLessThan(tolerance);
  });
});

describe('prefectures', () => {
  const prefectures = areas(json('prefectures.topo.json'), 'prefectures');

  test('367 units, each once, each named, each in a province of the first view', () => {
    expect(prefectures).toHaveLength(367);
    expect(new Set(prefectures.map((p) => p.id)).size).toBe(367);
    const provinces = new Set(ids('provinces'));
    for (const { id, properties } of prefectures) {
      expect(provinces).toContain(`${String(id).slice(0, 2)}0000`);
      expect(properties.zh).not.toBe('');
      expect(properties.en).toMatch(/^[A-Z][A-Za-z' ()]+$/);
    }
  });

  test('no code that was replaced is left', () => {
    for (const old of ['371200', '469003', '542200', '542400', '542600', '652100', '652200']) expect(units.has(old)).toBe(false);
  });
});

describe('the land beyond the neighbours', () => {
  test.each<[string, Point]>([
    ['Paris', [2.35, 48.86]],
    ['Nairobi', [36.82, -1.29]],
    ['Alice Springs', [133.9, -23.7]],
    ['Denver', [-105, 39.7]],
    ['Brasilia', [-47.9, -15.8]],
    ['the middle of Greenland', [-41, 72]],
    ['Chukotka beyond the 180th meridian', [-175, 67]],
    ['Antarctica', [60, -75]],
  ])('has %s', (_, point) => {
    expect(contains(land, point)).toBe(true);
  });

  test.each<[string, Point]>([
    ['Atlantic', [-35, 30]],
    ['Pacific', [-150, 0]],
    ['Indian Ocean', [75, -25]],
    ['Arctic', [-170, 80]],
    ['Caspian Sea', [51, 42]],
  ])('has not the %s', (_, point) => {
    expect(contains(land, point)).toBe(false);
  });

  test('joins theirs without a gap, all along their box', () => {
    const dry = (lng: number, lat: number): boolean => contains(land, [lng, lat]);
    for (let lng = 42; lng < 158; lng += 0.9) if (dry(lng, 64) && dry(lng, 67.5)) expect(dry(lng, 65.5), `${lng}`).toBe(true);
    for (let lat = 27; lat < 65; lat += 0.9) if (dry(39.2, lat) && dry(41.4, lat)) expect(dry(40.3, lat), `${lat}`).toBe(true);
  });

  test('has coasts all round, and none where the picture of the Earth is cut', () => {
    const shores = lines('shores').coordinates;
    for (const [a, b] of shores.flatMap((line) => line.slice(1).map((p, i) => [line[i]!, p] as const))) {
      expect(Math.abs(a[0]!) > 179.9 && a[0] === b[0], `${a.join()} ${b.join()}`).toBe(false);
      expect(a[1]! < -84.9 && a[1] === b[1], `${a.join()} ${b.join()}`).toBe(false);
    }
    expect(shores.some((line) => line.some(([lng, lat]) => lng! < -60 && lat! < -30))).toBe(true);
  });
});

test('only land and its coasts go on beyond the neighbours: no border, and no water', () => {
  for (const layer of Object.keys(base.objects)) {
    if (layer === 'land' || layer === 'shores') continue;
    const all = geometries(layer).flatMap((geometry) => positions(geometry.coordinates));
    expect(all.length).toBeGreaterThan(0);
    for (const [lng, lat] of all) {
      if (lng! < 39.99 || lng! > 160.01 || lat! < -12.01 || lat! > 66.01) expect.fail(`${layer}: ${lng},${lat}`);
    }
  }
});
