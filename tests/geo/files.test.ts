import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytes, contains, gz, json, units } from './ground.ts';

/** What a reader waits for, bytes after gzip -9. */
test.each([
  ['base.topo.json', 60_000],
  ['prefectures.topo.json', 125_000],
  ['counties.topo.json', 25_000],
  ['water.topo.json', 35_000],
  ['still.json', 22_000],
  ['inset.json', 5_000],
  ['labels.json', 6_000],
  ['ground.json', 1_000],
  ['relief-light.webp', 45_000],
  ['relief-dark.webp', 45_000],
])('%s is at most %i bytes on the wire', (file, budget) => {
  expect(gz(file)).toBeLessThanOrEqual(budget);
});

test('public/geo holds the files named here and no others', () => {
  expect(readdirSync(new URL('../../public/geo/', import.meta.url)).sort()).toEqual([
    'base.topo.json',
    'counties.topo.json',
    'ground.json',
    'inset.json',
    'labels.json',
    'prefectures.topo.json',
    'relief-dark.webp',
    'relief-light.webp',
    'still.json',
    'water.topo.json',
  ]);
});

describe('labels', () => {
  const labels = json<{ kind: string; zh: string; en: string; lng: number; lat: number; minzoom: number }[]>('labels.json');
  const provinces = labels.filter((l) => l.kind === 'province');

  test('each of the 34 provinces has one, by the name its shape has, inside that shape', () => {
    expect(provinces).toHaveLength(34);
    for (const { zh, en, lng, lat } of provinces) {
      const shape = [...units.values()].find((u) => String(u.id).endsWith('0000') && u.properties.zh === zh);
      expect(shape?.properties.en, zh).toBe(en);
      // Macao is 30 km²: its name stands beside it.
      if (zh !== '澳门') expect(contains(shape!.geometry, [lng, lat]), zh).toBe(true);
    }
  });

  test('no name stands twice, and each is in both languages at a zoom the map has', () => {
    expect(new Set(labels.map((l) => l.zh)).size).toBe(labels.length);
    for (const { kind, zh, en, minzoom } of labels) {
      expect(['province', 'country', 'sea', 'physical', 'lake']).toContain(kind);
      expect(zh).toMatch(/^[\u4e00-\u9fff]+$/);
      expect(en).toMatch(/^[A-Z]/);
      expect(minzoom).toBeGreaterThanOrEqual(2);
      expect(minzoom).toBeLessThanOrEqual(8);
    }
  });
});

test('the words a map must carry are there in both languages', () => {
  const { attribution, notice } = json<{ attribution: Record<string, string>; notice: Record<string, string> }>('ground.json');
  for (const lang of ['zh', 'en']) {
    expect(attribution[lang]).toContain('Apache ECharts');
    expect(attribution[lang]).toContain('Natural Earth');
  }
  expect(notice['zh']).toContain('示意图');
  expect(notice['en']).toContain('not authoritative');
});

test('each JSON file is one line that ends, so that a rebuild can be compared byte for byte', () => {
  for (const file of ['base.topo.json', 'still.json', 'inset.json', 'labels.json', 'ground.json']) {
    const text = bytes(file).toString();
    expect(text.indexOf('\n')).toBe(text.length - 1);
  }
});

test('the lock file of the data packages names no host and every package exactly', () => {
  const geo = new URL('../../geo/', import.meta.url);
  expect(readFileSync(new URL('package-lock.json', geo), 'utf8')).not.toContain('"resolved"');
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', geo), 'utf8')) as { dependencies: Record<string, string> };
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
