import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contains, units } from './ground.ts';

interface Place {
  id: string;
  lng: number;
  lat: number;
  /** Adcode of the county, prefecture or province the point must lie in. */
  within: string;
}

/** County seats, airports and one border port, each known to lie in the unit named: a shift of the shapes would show here first. */
const KNOWN: Place[] = [
  ['delingha', '632802', 97.36, 37.369],
  ['golmud', '632801', 94.903, 36.407],
  ['dulan', '632822', 98.095, 36.303],
  ['ulan', '632821', 98.48, 36.93],
  ['tianjun', '632823', 99.022, 37.301],
  ['huatugou', '632825', 90.86, 38.25],
  ['lenghu', '632825', 93.34, 38.74],
  ['da-qaidam', '632825', 95.355, 37.853],
  ['chaka', '632821', 99.08, 36.79],
  ['tongren', '632301', 102.016, 35.517],
  ['jainca', '632322', 102.038, 35.943],
  ['zekog', '632323', 101.465, 35.036],
  ['henan-county', '632324', 101.616, 34.736],
  ['xining', '630100', 101.778, 36.617],
  ['datong', '630121', 101.684, 36.927],
  ['huangyuan', '630123', 101.255, 36.683],
  ['huangzhong', '630106', 101.57, 36.501],
  ['aksu-city', '652901', 80.261, 41.167],
  ['kuqa', '652902', 82.962, 41.718],
  ['xinhe', '652925', 82.616, 41.55],
  ['shaya', '652924', 82.779, 41.221],
  ['uqturpan', '652927', 79.222, 41.221],
  ['wensu', '652922', 80.237, 41.276],
  ['baicheng', '652926', 81.849, 41.795],
  ['awat', '652928', 80.373, 40.643],
  ['kalpin', '652929', 79.052, 40.501],
  ['alar', '659002', 81.278, 40.547],
  ['hangzhou', '330100', 120.155, 30.274],
  ['ningbo', '330200', 121.55, 29.875],
  ['wenzhou', '330300', 120.69, 28.0],
  ['nanjing', '320100', 118.797, 32.06],
  ['tianjin', '120000', 117.2, 39.09],
  ['airport-hgh', '330100', 120.434, 30.23],
  ['airport-wnz', '330300', 120.852, 27.912],
  ['airport-hxd', '632802', 97.269, 37.125],
  ['airport-goq', '632801', 94.786, 36.401],
  ['airport-aku', '652901', 80.292, 41.262],
  ['airport-acf', '659002', 81.247, 40.464],
].map(([id, within, lng, lat]) => ({ id, within, lng, lat }) as Place);

const FILE = new URL('../../data/places.yaml', import.meta.url);
const written: Partial<Place>[] = existsSync(FILE)
  ? ((parse(readFileSync(FILE, 'utf8')) as { places?: Partial<Place>[] }).places ?? [])
  : [];
const placed = written.filter((p): p is Place => p.within !== undefined && p.lng !== undefined && p.lat !== undefined);

const where = ({ lng, lat }: Place): string[] => [...units].filter(([, area]) => contains(area.geometry, [lng, lat])).map(([id]) => id);

test.each(KNOWN)('$id lies in $within', (place) => {
  expect(where(place)).toContain(place.within);
});

test.each(placed)('the atlas’s $id lies in $within, as data/places.yaml says', (place) => {
  expect(where(place)).toContain(String(place.within));
});

test('a county has one name in each language, in the shapes as in the atlas', () => {
  const named = written as { kind?: string; adcode?: string; zh?: string; en?: string }[];
  const counties = named.filter(({ kind, adcode }) => kind === 'county' && adcode !== undefined && units.has(adcode));
  expect(counties.length).toBeGreaterThan(20);
  for (const { adcode, zh, en } of counties) expect(units.get(adcode!)!.properties).toMatchObject({ zh, en });
});

test('a place on the map is in one county, one prefecture and one province at most', () => {
  for (const place of [...KNOWN, ...placed]) {
    const ids = where(place);
    expect(ids.filter((id) => id.endsWith('0000')).length, place.id).toBeLessThanOrEqual(1);
    expect(new Set(ids).size, place.id).toBe(ids.length);
  }
});
