import { describe, expect, test } from 'vitest';
import { COLUMNS, DEFAULTS, format, MEASURES, NAMED, parse, type Camera, type ViewFields } from '../../src/state/url.ts';
import { CHANNELS, SECTIONS } from '../../src/state/sections.ts';
import { everyFigure } from '../../src/state/world.ts';
import { REAL, seeded } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';

const random = seeded(20261122);
const choose = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
const between = (low: number, high: number): number => low + random() * (high - low);
const id = (): string =>
  Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    random()
      .toString(36)
      .slice(2, 2 + Math.floor(between(1, 9))),
  ).join('-');

const anyCamera = (): Camera => ({
  lng: between(-180, 180),
  lat: between(-85, 85),
  zoom: between(0, 22),
  bearing: choose([0, between(-180, 180)]),
  pitch: choose([0, between(0, 60)]),
});
const some = <T>(options: readonly T[]): T[] => options.filter(() => random() < 0.3);
const anySpan = (): Pick<ViewFields, 'from' | 'to'> => {
  if (random() < 0.4) return { from: null, to: null };
  const from = Math.round(between(2010, 2030));
  return { from, to: Math.round(between(from, 2030)) };
};
const anyView = (): ViewFields => ({
  ...DEFAULTS,
  ...anySpan(),
  pairing: choose([null, id()]),
  record: choose([null, id()]),
  compare: choose([null, id()]),
  tab: choose(['map', 'dossier', 'table', 'compare', 'sources']),
  unfold: choose([null, 'all', 'channels', ...SECTIONS]),
  donor: choose([null, id()]),
  recipient: choose([null, id()]),
  programme: [...new Set(some(['a', 'b-c', id()]))],
  channel: some(CHANNELS),
  has: some(NAMED),
  measure: choose(MEASURES),
  shade: choose(['off', 'on']),
  sort: choose(COLUMNS.flatMap((column) => [column, `-${column}`] as const)),
  q: choose(['', '海西', 'hx gem', '100% & more, ?=#']),
  lang: choose([null, 'zh', 'en']),
  theme: choose(['auto', 'light', 'dark']),
  at: choose([null, anyCamera()]),
  projection: choose(['mercator', 'globe']),
  labels: choose(['one', 'both']),
  ground: choose(['outline', 'plain']),
  network: choose(['on', 'off', 'only']),
});
const VIEWS_AT_RANDOM = Array.from({ length: 10_000 }, anyView);

test('every field of a view is tried with more than its default', () => {
  for (const key of Object.keys(DEFAULTS) as (keyof ViewFields)[])
    expect(new Set(VIEWS_AT_RANDOM.map((view) => view[key])).size, key).toBeGreaterThan(1);
});

describe('a link', () => {
  test('opens the view it was made of, its camera to half of the last digit', () => {
    for (const view of VIEWS_AT_RANDOM) {
      const { at, ...rest } = parse(format(view));
      expect({ ...rest, at: null }).toEqual({ ...view, at: null });
      expect(at === null).toBe(view.at === null);
      if (!at || !view.at) continue;
      const half = { lng: 0.0005, lat: 0.0005, zoom: 0.005, bearing: 0.5, pitch: 0.5 };
      for (const key of Object.keys(half) as (keyof Camera)[]) {
        expect(Math.abs(at[key] - view.at[key]), `${key} of ${format(view)}`).toBeLessThanOrEqual(half[key] + 1e-9);
      }
    }
  });

  test('that was opened is written again as it was', () => {
    for (const view of VIEWS_AT_RANDOM) {
      const query = format(view);
      expect(format(parse(query))).toBe(query);
    }
  });

  test('to the first view is empty', () => {
    expect(format(DEFAULTS)).toBe('');
    expect(parse('')).toEqual(DEFAULTS);
  });

  test('has no key for what is as by default, and no bearing for a map that was not turned', () => {
    const view: ViewFields = { ...DEFAULTS, pairing: 'donghai-xishan', at: { lng: 95, lat: 36.6, zoom: 6, bearing: 0, pitch: 0 } };
    expect(format(view)).toBe('pairing=donghai-xishan&at=95,36.6,6');
  });

  test('is never longer than 400 characters, whatever is open', () => {
    const ids = (list: readonly { id: string }[]) => list.map((one) => one.id).sort((a, b) => b.length - a.length)[0]!;
    const { pairings, places } = REAL.dataset;
    const longest: ViewFields = {
      ...DEFAULTS,
      pairing: ids(pairings),
      record: ids([...places, ...pairings.flatMap(({ routes }) => routes), ...everyFigure(REAL.dataset)]),
      tab: 'dossier',
      unfold: 'channels',
      donor: 'shanghai',
      programme: ['xinjiang', 'east-west'],
      channel: ['flight'],
      has: ['projects'],
      from: 2021,
      to: 2025,
      measure: 'projects',
      lang: 'zh',
      theme: 'light',
      at: { lng: -123.456, lat: -34.567, zoom: 10.25, bearing: -123, pitch: 45 },
      projection: 'globe',
      labels: 'both',
      ground: 'plain',
    };
    expect(format(longest).length).toBeLessThanOrEqual(400 - 'https://example.org/a/newspaper/of/the/province/maps/'.length);
    expect(parse(format(longest))).toEqual(longest);
  });

  test('can open every pairing, route, place and figure of the data', () => {
    for (const { id: pairing } of REAL.dataset.pairings) expect(parse(`pairing=${pairing}`).pairing).toBe(pairing);
    const { places, pairings } = REAL.dataset;
    const records = [...places, ...pairings.flatMap(({ routes }) => routes), ...everyFigure(REAL.dataset)];
    for (const { id: record } of records) expect(parse(`record=${record}`).record).toBe(record);
  });
});

test('a question mark before the query makes no difference', () => {
  expect(parse('?pairing=donghai-xishan&theme=dark')).toEqual({ ...DEFAULTS, pairing: 'donghai-xishan', theme: 'dark' });
});

test('keys that are not ours are passed over', () => {
  expect(parse('utm_source=paper&pairing=donghai-xishan&fbclid=1')).toEqual({ ...DEFAULTS, pairing: 'donghai-xishan' });
});

test('of a key that is there twice the first counts', () => {
  expect(parse('theme=dark&theme=light&pairing=a&pairing=<b>')).toEqual({ ...DEFAULTS, theme: 'dark', pairing: 'a' });
});

describe('a camera', () => {
  test.each<[string, Camera]>([
    ['95,36.6,6', { lng: 95, lat: 36.6, zoom: 6, bearing: 0, pitch: 0 }],
    ['95,36.6,6,30', { lng: 95, lat: 36.6, zoom: 6, bearing: 30, pitch: 0 }],
    ['-95.25,-36.6,6.5,-30,45', { lng: -95.25, lat: -36.6, zoom: 6.5, bearing: -30, pitch: 45 }],
  ])('%s', (at, camera) => {
    expect(parse(`at=${at}`).at).toEqual(camera);
    expect(parse(`at=${encodeURIComponent(at)}`).at).toEqual(camera);
  });

  test.each([
    '',
    '95',
    '95,36.6',
    '95,36.6,6,0,0,0',
    '95,36.6,',
    ',,',
    'NaN,NaN,NaN',
    '95,36.6,Infinity',
    '1e2,36.6,6',
    '0x5f,36,6',
    '+95,36,6',
    ' 95,36,6',
    '95;36;6',
    '181,36,6',
    '95,86,6',
    '95,36,-1',
    '95,36,23',
    '95,36,6,361',
    '95,36,6,0,61',
    '95,36,6,0,-1',
    '95,36,6,<script>',
  ])('%j is none', (at) => {
    expect(parse(`at=${encodeURIComponent(at)}`).at).toBeNull();
  });
});

describe('a hostile link opens the first view', () => {
  test.each([
    ['a script', 'pairing=<script>alert(1)</script>&record="><img src=x onerror=alert(1)>&lang=javascript:alert(1)'],
    ['a script, escaped', 'pairing=%3Cscript%3Ealert(1)%3C%2Fscript%3E&theme=%22%3E'],
    ['broken escapes', 'pairing=%E0%A4%A&record=%&lang=%zz&at=%,%,%&theme=%'],
    ['nothing where something should be', 'pairing=&record=&lang=&theme=&at=&projection=&ground='],
    [
      'words where a choice should be',
      'lang=fr&theme=LIGHT&projection=mercator2&ground=none&tab=chart&unfold=x&network=maybe&measure=1&shade=yes&sort=--aid',
    ],
    ['lists of nothing we know', 'programme=%3Cb%3E,&channel=money,,&has=ships'],
    ['years that are no span', 'from=2024'],
    ['a span that ends before it begins', 'from=2024&to=2021'],
    ['years off the axis', 'from=1994&to=20240'],
    ['names of an object’s own', 'lang=__proto__&theme=constructor&projection=toString&ground=hasOwnProperty'],
    ['ids that are none', 'pairing=Zhejiang&record=a--b'],
    ['ids with ends', 'pairing=-a&record=a-'],
    ['a way out of the folder', 'pairing=../../etc/passwd&record=..%2F..%2F'],
    ['lines', 'pairing=a%0Ab&record=a%00b'],
    ['an id too long to be one', `pairing=${'a'.repeat(81)}&record=${'a-'.repeat(5000)}a`],
    ['a million characters', `pairing=${'<'.repeat(1_000_000)}`],
    ['a hundred thousand keys', 'x=1&'.repeat(100_000)],
    ['separators alone', '&&&===???###'],
  ])('%s', (_, query) => {
    expect(parse(query)).toEqual(DEFAULTS);
  });

  test('whatever its characters are', () => {
    const pieces = [
      'pairing',
      'record',
      'lang',
      'theme',
      'at',
      'projection',
      'labels',
      'ground',
      'tab',
      '=',
      '&',
      '%',
      ',',
      '<',
      '"',
      '\u0000',
      '\ud800',
      '山',
      '1',
      '-',
      '.',
      'e9',
      'zh',
      'dark',
    ];
    for (let i = 0; i < 10_000; i++) {
      const query = Array.from({ length: Math.floor(random() * 20) }, () => choose(pieces)).join('');
      const view = parse(query);
      expect(parse(format(view)), JSON.stringify(query)).toEqual(view);
    }
  });
});

describe('the named views', () => {
  test.each(VIEWS)('$name has the shortest link to itself', ({ query }) => {
    expect(format(parse(query))).toBe(query);
  });

  test.each(VIEWS)('$name opens something that there is', ({ query }) => {
    const { pairing, record } = parse(query);
    if (pairing !== null) expect(REAL.findPairing(pairing)).not.toBeNull();
    if (record !== null) expect(REAL.findRoute(record) ?? REAL.findPlace(record) ?? REAL.findFigure(record)).not.toBeNull();
  });

  test('are each named once and shown once', () => {
    expect(new Set(VIEWS.map(({ name }) => name)).size).toBe(VIEWS.length);
    expect(new Set(VIEWS.map(({ query }) => query)).size).toBe(VIEWS.length);
  });
});
