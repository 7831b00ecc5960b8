import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { inFrame } from '../../src/scene/frame.ts';
import { project } from '../../src/scene/mercator.ts';
import { groundSvg, insetSvg, UNITS, UNITS_HIGH, type InsetGround, type StillGround } from '../../src/still/ground.ts';
import { openTags } from './markup.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T;
const ground = json<StillGround>('still.json');
const svg = groundSvg(ground, LIGHT);
const [, dx, dy, scale] = /<g transform="translate\((\S+) (\S+)\) scale\((\S+)\)">/.exec(svg)!.map(Number) as [
  number,
  number,
  number,
  number,
];
/** Where a place of the ground's own box comes to lie in the frame. */
const placed = ([lng, lat]: LngLat): [number, number] => {
  const [west, , , north] = ground.bounds;
  const [[x, y], [x0, y0], [x1]] = [project([lng, lat]), project([west, north]), project([ground.bounds[2], north])];
  const unit = ground.width / (x1 - x0);
  return [(x - x0) * unit * scale + dx, (y - y0) * unit * scale + dy];
};

describe('the ground of the still', () => {
  test.each<[string, LngLat]>([
    ['Beijing', [116.4, 39.9]],
    ['Kashgar', [75.99, 39.47]],
    ['Haikou', [110.35, 20.04]],
    ['Harbin', [126.64, 45.76]],
    ['Lhasa', [91.11, 29.65]],
  ])('has %s where the marks have it, to a twentieth of a unit', (_, place) => {
    const [x, y] = placed(place);
    const [u, v] = inFrame(project(place));
    expect(Math.abs(x - u * UNITS)).toBeLessThan(0.05);
    expect(Math.abs(y - v * UNITS_HIGH)).toBeLessThan(0.05);
  });

  test('is one box for all: as high as wide in the same measure', () => {
    const [west, south, east, north] = ground.bounds;
    const [[x0, y0], [x1, y1]] = [project([west, north]), project([east, south])];
    expect(ground.height / ground.width).toBeCloseTo((y1 - y0) / (x1 - x0), 2);
  });

  test('has every part, in the order in which they are painted', () => {
    const classes = [...svg.matchAll(/class="g-([a-z]+)"/g)].map(([, name]) => name);
    const once = classes.filter((name, i) => classes.indexOf(name) === i);
    expect(once).toEqual(['china', 'land', 'rivers', 'lakes', 'provinces', 'recipients', 'coast', 'boundary', 'islands', 'dashes']);
  });

  test('has the five recipient regions by their codes', () => {
    expect([...svg.matchAll(/data-adcode="(\d+)"/g)].map(([, code]) => code).sort()).toEqual([
      '630100',
      '632300',
      '632800',
      '652900',
      '659002',
    ]);
  });

  test('has China fill the frame: within it on all sides, and within a fiftieth of each', () => {
    let [x, y] = [0, 0];
    const points = [...ground.china.matchAll(/([Ml ])?(-?[\d.]+)[ ,]?(-?[\d.]+)/g)].map(([, command, a, b]) => {
      [x, y] = command === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
      return [x * scale + dx, y * scale + dy] as const;
    });
    const [xs, ys] = [points.map(([across]) => across), points.map(([, down]) => down)];
    for (const [least, most, whole] of [
      [Math.min(...xs), Math.max(...xs), UNITS],
      [Math.min(...ys), Math.max(...ys), UNITS_HIGH],
    ] as const) {
      expect(least).toBeGreaterThan(0);
      expect(least).toBeLessThan(whole / 50);
      expect(most).toBeLessThan(whole);
      expect(most).toBeGreaterThan(whole * (1 - 1 / 50));
    }
  });

  test('is whole, is painted by itself and has no number that is none', () => {
    expect(openTags(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|var\(|style/);
    for (const [, part] of svg.matchAll(/class="g-(\w+)"/g))
      expect(svg, part).toMatch(
        new RegExp(`(fill|stroke)="#\\w+"[^<]*(<path[^<]*)?class="g-${part}"|class="g-${part}"[^>]*(fill|stroke)="#`),
      );
  });

  test('leaves out a part that has no path', () => {
    expect(groundSvg({ ...ground, rivers: '', dashes: '' }, LIGHT)).not.toMatch(/g-rivers|g-dashes/);
  });
});

describe('the inset', () => {
  const inset = json<InsetGround>('inset.json');
  const text = insetSvg(inset, '南海诸岛 South China Sea Islands', LIGHT);

  test('has coast, China, dashes and islands, and is named as a picture', () => {
    for (const part of ['china', 'land', 'islands', 'dashes']) expect(text).toMatch(new RegExp(`class="g-${part}"[^>]* d="M`));
    expect(text).toContain('role="img" aria-label="南海诸岛 South China Sea Islands"');
    expect(openTags(text)).toEqual([]);
  });

  test('names within its box, in Chinese', () => {
    const [x0, y0, width, height] = inset.viewBox;
    const names = [...text.matchAll(/<text x="(\S+)" y="(\S+)">(.+?)<\/text>/g)];
    expect(names).toHaveLength(inset.labels.length);
    expect(names.length).toBeGreaterThan(3);
    for (const [, x, y, name] of names) {
      expect(Number(x)).toBeGreaterThanOrEqual(x0);
      expect(Number(x)).toBeLessThanOrEqual(x0 + width);
      expect(Number(y)).toBeGreaterThanOrEqual(y0);
      expect(Number(y)).toBeLessThanOrEqual(y0 + height);
      expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  test('has ten dashes', () => {
    expect(inset.dashes.match(/M/g)).toHaveLength(10);
  });
});
