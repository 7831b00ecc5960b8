import { describe, expect, test } from 'vitest';
import { latitude, mercatorY, picture, project, unproject, type Bounds } from '../../geo/mercator.ts';
import type { Point } from '../../geo/rings.ts';
import { bytes, json, units } from './ground.ts';

interface Still {
  bounds: Bounds;
  width: number;
  height: number;
  recipients: Record<string, string>;
  islands: Point[];
  [layer: string]: unknown;
}
interface Inset {
  viewBox: [number, number, number, number];
  bounds: Bounds;
  coast: string;
  china: string;
  dashes: string;
  islands: Point[];
  labels: { zh: string; en: string; x: number; y: number }[];
}
const still = json<Still>('still.json');
const inset = json<Inset>('inset.json');
const frame = picture(still.bounds, still.width);

/** The subpaths of our own path data: M, then relative l, then z where closed. */
function subpaths(d: string): { points: Point[]; closed: boolean }[] {
  return d
    .split('M')
    .slice(1)
    .map((part) => {
      const [start, steps] = part.replace('z', '').split('l') as [string, string];
      const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = numbers(start) as Point;
      const points: Point[] = [[x, y]];
      const moves = numbers(steps);
      for (let i = 0; i < moves.length; i += 2) points.push([(x += moves[i]!), (y += moves[i + 1]!)]);
      return { points, closed: part.endsWith('z') };
    });
}
const inside = ([x, y]: Point, d: string): boolean => {
  let odd = false;
  for (const { points } of subpaths(d)) {
    points.forEach(([x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    });
  }
  return odd;
};

describe('Mercator', () => {
  test('the bounds are exactly the picture', () => {
    const [w, s, e, n] = still.bounds;
    const [x0, y0, x1, y1] = [...project(frame, [w, n]), ...project(frame, [e, s])];
    [x0, y0, x1! - still.width, y1! - still.height].forEach((d) => expect(d).toBeCloseTo(0, 9));
  });

  test('a degree is as wide as it is high at the equator', () => {
    const [x0, y0] = project(frame, [100, -0.5]);
    const [x1, y1] = project(frame, [101, 0.5]);
    expect((y0 - y1) / (x1 - x0)).toBeCloseTo(1, 2);
  });

  test('latitude undoes mercatorY', () => {
    for (const lat of [-2, 0, 23.5, 36, 60]) expect(latitude(mercatorY(lat))).toBeCloseTo(lat, 9);
  });

  test('unproject undoes project', () => {
    for (const p of [
      [94.903, 36.407],
      [-150, -70],
      [58, 60],
    ] as Point[])
      unproject(frame, project(frame, p)).forEach((n, i) => expect(n).toBeCloseTo(p[i]!, 9));
  });
});

describe('the still', () => {
  const LAYERS = ['china', 'provinces', 'boundary', 'coast', 'borders', 'lakes', 'rivers', 'dashes'];

  /** x = (94.903 − 58) / 92 × 2000; ln tan(π/4 + φ/2) is 0.68308 at 36.407°N, 1.31696 at 60°N, −0.03491 at 2°S. */
  test('Golmud is where the formula, worked by hand, puts it', () => {
    const [x, y] = project(frame, [94.903, 36.407]);
    expect(x).toBeCloseTo(802.2, 1);
    expect(y).toBeCloseTo(((1.31696 - 0.68308) / (1.31696 + 0.03491)) * still.height, 1);
  });

  test('land goes on around the globe, on whole numbers, from the meridian opposite China to the same again', () => {
    const d = still['land'] as string;
    expect(/^(M-?\d+[ -]\d+l[-\d ]+z?)+$/.test(d)).toBe(true);
    const xs = subpaths(d).flatMap(({ points }) => points.map(([x]) => x));
    const [west] = project(frame, [104 - 180, 0]);
    const [east] = project(frame, [104 + 180, 0]);
    expect(Math.min(...xs)).toBe(Math.round(west));
    expect(Math.abs(Math.max(...xs) - east)).toBeLessThan(1.5);
  });

  test.each<[string, Point]>([
    ['Paris', [2.35, 48.86]],
    ['Nairobi', [36.82, -1.29]],
    ['Alice Springs', [133.9, -23.7]],
    ['Denver', [-105 + 360, 39.7]],
    ['Brasilia', [-47.9, -15.8]],
    ['Yakutsk', [129.7, 62]],
  ])('%s is on land', (_, point) => {
    expect(inside(project(frame, point), still['land'] as string)).toBe(true);
  });

  test.each(LAYERS)('%s stays on whole numbers inside the viewBox', (layer) => {
    const d = still[layer] as string;
    expect(d).toMatch(/^(M\d+ \d+l[-\d ]+z?)+$/);
    const out = subpaths(d)
      .flatMap(({ points }) => points)
      .filter(([x, y]) => x < 0 || y < 0 || x > still.width || y > still.height);
    expect(out).toEqual([]);
  });

  test.each(Object.keys(still.recipients))('recipient %s covers its seat', (id) => {
    const seats: Record<string, Point> = {
      '630100': [101.778, 36.617],
      '632300': [102.016, 35.517],
      '632800': [97.36, 37.369],
      '652900': [80.261, 41.167],
      '659002': [81.278, 40.547],
    };
    expect(inside(project(frame, seats[id]!), still.recipients[id]!)).toBe(true);
  });

  test.each<[string, Point]>([
    ['Beijing', [116.4, 39.9]],
    ['Taipei', [121.5, 25.0]],
    ['Urumqi', [87.6, 43.8]],
    ['Tawang', [91.87, 27.59]],
    ['Haikou', [110.3, 19.9]],
  ])('%s is in China and off the neighbours’ land', (_, point) => {
    expect(inside(project(frame, point), still['china'] as string)).toBe(true);
    expect(inside(project(frame, point), still['land'] as string)).toBe(false);
  });

  test('every end of a province line lies on another province line or on the outline', () => {
    const key = ([x, y]: Point): string => `${x},${y}`;
    const seen = new Map<string, number>();
    const lines = subpaths(still['provinces'] as string);
    for (const { points } of lines) for (const p of new Set(points.map(key))) seen.set(p, (seen.get(p) ?? 0) + 1);
    // Straight runs are merged, so an end may lie between two vertices of the outline: on the segment, not on its ends.
    const segments = subpaths(still['china'] as string).flatMap(({ points }) =>
      points.map((p, i) => [p, points[(i + 1) % points.length]!] as const),
    );
    const mesh = lines.flatMap(({ points }) => points.slice(1).map((p, i) => [points[i]!, p] as const));
    const on = ([x, y]: Point, [[x1, y1], [x2, y2]]: readonly [Point, Point]): boolean =>
      (x2 - x1) * (y - y1) === (y2 - y1) * (x - x1) &&
      Math.min(x1, x2) <= x &&
      x <= Math.max(x1, x2) &&
      Math.min(y1, y2) <= y &&
      y <= Math.max(y1, y2);
    const loose = lines.flatMap(({ points }) => {
      const [first, last] = [points[0]!, points.at(-1)!];
      if (key(first) === key(last)) return [];
      return [first, last].filter((end) => !segments.some((s) => on(end, s)) && mesh.filter((s) => on(end, s)).length < 2);
    });
    expect(loose).toEqual([]);
  });

  test('ten dashes', () => {
    expect(subpaths(still['dashes'] as string)).toHaveLength(10);
  });
});

describe('the inset', () => {
  const [, , width, height] = inset.viewBox;
  const at = (point: Point): Point => project({ bounds: inset.bounds, width, height }, point);

  test('ten whole dashes, inside it', () => {
    const dashes = subpaths(inset.dashes);
    expect(dashes).toHaveLength(10);
    for (const [x, y] of dashes.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  test('it reaches past Zengmu Ansha and shows all of Hainan and Taiwan', () => {
    const [w, s, e, n] = inset.bounds;
    expect(s).toBeLessThan(3.97);
    for (const id of ['460100', '710000']) {
      const rings = units.get(id)!.geometry.coordinates.flat(2) as unknown as Point[];
      for (const [lng, lat] of rings.filter((p) => Array.isArray(p))) expect(lng > w && lng < e && lat > s && lat < n).toBe(true);
    }
  });

  test.each<[string, Point]>([
    ['Hainan', [109.8, 19.2]],
    ['Taiwan', [121, 23.8]],
    ['Guangzhou', [113.3, 23.1]],
  ])('%s is China’s there', (_, point) => {
    expect(inside(at(point), inset.china)).toBe(true);
  });

  test('what the rules want named is named, inside the frame', () => {
    const names = inset.labels.map((l) => l.zh);
    for (const zh of ['东沙群岛', '西沙群岛', '中沙群岛', '南沙群岛', '黄岩岛', '曾母暗沙', '海南', '台湾']) expect(names).toContain(zh);
    for (const { x, y } of inset.labels) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  });
});

describe('relief', () => {
  const { relief } = json<{ relief: { coordinates: [Point, Point, Point, Point] } }>('ground.json');

  test('the corners run NW, NE, SE, SW, as an image source wants them', () => {
    const [nw, ne, se, sw] = relief.coordinates;
    expect([nw[0], ne[0], nw[1], sw[1]]).toEqual([sw[0], se[0], ne[1], se[1]]);
    expect(nw[0]).toBeLessThan(ne[0]);
    expect(nw[1]).toBeGreaterThan(sw[1]);
  });

  test.each(['relief-light.webp', 'relief-dark.webp'])('%s is 1536 wide and as high as Mercator makes it', (file) => {
    const data = bytes(file);
    expect(data.toString('latin1', 8, 16)).toBe('WEBPVP8X');
    const [w, s, e, n] = [relief.coordinates[3][0], relief.coordinates[3][1], relief.coordinates[1][0], relief.coordinates[1][1]];
    expect(1 + data.readUIntLE(24, 3)).toBe(1536);
    expect(1 + data.readUIntLE(27, 3)).toBe(picture([w, s, e, n], 1536).height);
  });
});
