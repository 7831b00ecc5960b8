import { describe, expect, test } from 'vitest';
import { readings, syllables } from '../../data/search.ts';
import { entriesOf, type Entry, type Kind } from '../../src/find/entries.ts';
import { distance, pieces, readIndex, search } from '../../src/find/search.ts';
import { REAL, seeded, WORLD } from '../fixtures/world.ts';

const indexOf = (entries: readonly Entry[]) => readIndex(entries, readings(entries.flatMap(({ names }) => names.map(({ zh }) => zh))));
const ENTRIES = entriesOf(REAL);
const INDEX = indexOf(ENTRIES);
/** As many as the page shows. */
const LIMIT = 24;
const found = (query: string, limit = LIMIT) => search(INDEX, query, limit).map(({ entry }) => entry);
const ids = (query: string, limit = LIMIT) => found(query, limit).map(({ kind, id }) => `${kind} ${id}`);
const letters = (text: string) => [...text.toLowerCase()].filter((char) => /[\p{L}\p{N}]/u.test(char));

describe('a thing is found by what people type', () => {
  test.each([
    ['格尔木', 'place golmud'],
    ['格尔木市', 'place golmud'],
    ['geermu', 'place golmud'],
    ['ge er mu', 'place golmud'],
    ['Gé’ěrmù', 'place golmud'],
    ['geM', 'place golmud'],
    ['GOLMUD', 'place golmud'],
    ['golm', 'place golmud'],
    ['Golmut', 'place golmud'],
    ['germu', 'place golmud'],
    ['hx', 'place haixi'],
    ['haix', 'place haixi'],
    ['海西', 'place haixi'],
    ['海西州', 'place haixi'],
    ['海西蒙古族藏族自治州', 'place haixi'],
    ['内蒙古自治区', 'place inner-mongolia'],
    ['新疆维吾尔自治区', 'place xinjiang'],
    ['浙江省', 'place zhejiang'],
    ['西宁市', 'place xining'],
    ['河南', 'place henan'],
    ['河南县', 'place henan-county'],
    ['xian', 'place xian'],
    ["xi'an", 'place xian'],
    ['Ürümqi', 'place urumqi'],
    ['HXD', 'place airport-hxd'],
    ['airport-hxd', 'place airport-hxd'],
    ['Tianjin Huangnan', 'pairing tianjin-huangnan'],
    ['Huangnan Tianjin', 'pairing tianjin-huangnan'],
    ['Tianjn Huangnam', 'pairing tianjin-huangnan'],
    ['tjhn', 'pairing tianjin-huangnan'],
    ['浙江 海西', 'pairing zhejiang-haixi'],
    ['浙江海西', 'pairing zhejiang-haixi'],
    ['海西 zhejiang', 'pairing zhejiang-haixi'],
    ['zhejiang-haixi', 'pairing zhejiang-haixi'],
    ['墨玉', 'pairing beijing-hotan'],
    ['援疆', 'programme xinjiang'],
    ['腾讯', 'institution 腾讯'],
    ['tengxun', 'institution 腾讯'],
    ['格尔木—温州航线', 'route zhejiang-haixi-flight-golmud-wenzhou'],
    ['光热电站', 'project zhejiang-haixi-golmud-csp-tower'],
    ['lvse suanli', 'project tianjin-huangnan-green-computing'],
    ['lüsè', 'project tianjin-huangnan-green-computing'],
    ['solr tower', 'project zhejiang-haixi-golmud-csp-tower'],
    ['青海日报', 'source haixi-2024'],
    ['Tibet', 'place xizang'],
    ['Nei Menggu', 'place inner-mongolia'],
    ['Kashi', 'place kashgar'],
    ['Hetian', 'place hotan'],
    ['Canton', 'place guangzhou'],
    ['Rikaze', 'place shigatse'],
  ])('%s', (query, first) => {
    expect(ids(query)[0]).toBe(first);
  });

  test('a name with a slip stands before its pairings', () => {
    const all = ids('tianjing');
    expect(all).toContain('place tianjin');
    expect(all.slice(0, all.indexOf('place tianjin')).filter((one) => one.startsWith('pairing'))).toEqual([]);
  });

  test('nothing is found for nothing, for signs, and for what is nowhere', () => {
    expect(['', '  ', '—→“”', 'qqqqzzzz', '魑魅'].flatMap((query) => found(query))).toEqual([]);
  });
});

describe('every entry is among the first', () => {
  const PLACES: Kind[] = ['place'];
  const among = (query: string, entry: Entry) => found(query).includes(entry);

  test('by its Chinese name', () => {
    expect(ENTRIES.filter((entry) => !among(entry.names[0]!.zh, entry)).map(({ id }) => id)).toEqual([]);
  });
  test('by its English name', () => {
    expect(ENTRIES.filter((entry) => !among(entry.names[0]!.en, entry)).map(({ id }) => id)).toEqual([]);
  });
  test('by its pinyin, with spaces and without', () => {
    const spelt = (entry: Entry, space: string) => syllables(entry.names[0]!.zh).join(space);
    expect(ENTRIES.filter((entry) => !among(spelt(entry, ''), entry) || !among(spelt(entry, ' '), entry)).map(({ id }) => id)).toEqual([]);
  });
  test('by its id', () => {
    expect(ENTRIES.filter((entry) => !among(entry.id, entry)).map(({ id }) => id)).toEqual([]);
  });
  test('a place by its initials', () => {
    const initials = ({ names }: Entry) =>
      syllables(names[0]!.zh)
        .map((syllable) => syllable[0])
        .join('');
    expect(ENTRIES.filter((entry) => PLACES.includes(entry.kind) && !among(initials(entry), entry)).map(({ id }) => id)).toEqual([]);
  });
  test('by any other name it goes by, if it may take more room', () => {
    const missed = ENTRIES.flatMap((entry) => entry.names.slice(1).filter(({ zh }) => !found(zh, 60).includes(entry)));
    expect(missed).toEqual([]);
  });
});

test('one slip in a name of five letters or more still finds it', () => {
  const random = seeded(20260121);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const exact = new Set(ENTRIES.flatMap(({ names }) => names.flatMap(({ zh, en }) => [zh, en].map((name) => letters(name).join('')))));
  const missed: string[] = [];
  let tried = 0;
  for (let round = 0; round < 1500; round++) {
    const entry = any(ENTRIES);
    const name = any([entry.names[0]!.zh, entry.names[0]!.en, syllables(entry.names[0]!.zh).join('')]);
    const all = [...name];
    const places = all.flatMap((char, i) => (/[\p{L}\p{N}]/u.test(char) ? [i] : []));
    if (places.length < 5) continue;
    const at = any(places);
    const letter = any(/\p{Script=Han}/u.test(all[at]!) ? [...'山水天地人云海'] : [...'abcdefghijklmnopqrstuvwxyz']);
    const slips: (() => void)[] = [
      () => all.splice(at, 1),
      () => all.splice(at, 1, letter),
      () => all.splice(at, 0, letter),
      () => at + 1 < all.length && all.splice(at, 2, all[at + 1]!, all[at]!),
    ];
    any(slips)();
    const query = all.join('');
    // A slip may make the name of something else, which then is what was asked for.
    if (exact.has(letters(query).join(''))) continue;
    tried++;
    if (!found(query).includes(entry)) missed.push(`${query} for ${name}`);
  }
  expect(tried).toBeGreaterThan(800);
  expect(missed).toEqual([]);
});

describe('the order of hits', () => {
  test('places and pairings stand before projects, projects before sources', () => {
    const kinds = found('海西').map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['place', 'pairing', 'project']);
    expect(kinds.at(-1)).toBe('source');
  });
  test('a name typed whole, then one that begins so, then initials', () => {
    expect(ids('aksu').slice(0, 2)).toEqual(['place aksu', 'pairing zhejiang-aksu']);
    expect(found('hami').findIndex(({ id }) => id === 'hami')).toBe(0);
  });
  test('is the same whatever the limit, and whatever was asked before', () => {
    for (const query of ['h', 'hai', 'aid', '援', 'xinjiang', 'golmut']) expect(ids(query, 5)).toEqual(ids(query, 5 + LIMIT).slice(0, 5));
  });
  test('misspelt words do not stand beside a name that is called so', () => {
    expect(ids('chongqing').filter((hit) => !hit.includes('chongqing') && hit.startsWith('place'))).toEqual([]);
  });
});

test('no query throws, and none gives more than asked for', () => {
  const random = seeded(7);
  const SIGNS = [..."海西州州自治区县abhgxz0159 →—’'·（“”%\\/[]*?+^$.|{}\u0000\u0301\u200d🏔\ud83d"];
  for (let i = 0; i < 10_000; i++) {
    const length = Math.floor(random() * 12);
    const query = Array.from({ length }, () =>
      random() < 0.7 ? SIGNS[Math.floor(random() * SIGNS.length)]! : String.fromCharCode(Math.floor(random() * 65536)),
    ).join('');
    expect(search(indexed, query, 5).length).toBeLessThanOrEqual(5);
  }
  expect(search(INDEX, '海西'.repeat(5000), 5)).toEqual([]);
  expect(search(INDEX, 'a b '.repeat(2500), 5).length).toBeLessThanOrEqual(5);
});
const indexed = indexOf(entriesOf(WORLD));

describe('marks', () => {
  const marked = (query: string, lang: 'zh' | 'en', n = 0) => {
    const { entry, name, marks } = search(INDEX, query, LIMIT)[n]!;
    return pieces(entry.names[name]![lang], marks[lang]);
  };
  test('stand on what was typed, and on the letters whose pinyin was', () => {
    expect(marked('海西', 'zh')).toEqual([
      { text: '海西', marked: true },
      { text: '州', marked: false },
    ]);
    expect(marked('hx', 'zh')).toEqual(marked('海西', 'zh'));
    expect(marked('haix', 'zh')).toEqual(marked('海西', 'zh'));
    expect(marked('Tianjin Huangnan', 'en')).toEqual([{ text: 'Tianjin → Huangnan', marked: true }]);
    expect(marked('huangnan tianjin', 'zh').filter((piece) => piece.marked)).toEqual([
      { text: '天津', marked: true },
      { text: '黄南', marked: true },
    ]);
  });
  test('lie within the name, and the pieces make it up', () => {
    for (const query of ['h', 'hx', '西', 'aid', 'golmut', 'zhejiang haixi', '2024', '5a', '光热电站'])
      for (const { entry, name, marks } of search(INDEX, query, 100))
        for (const lang of ['zh', 'en'] as const) {
          const text = entry.names[name]![lang];
          for (const [from, to] of marks[lang]) expect(0 <= from && from < to && to <= text.length, `${query}: ${text}`).toBe(true);
          expect(
            pieces(text, marks[lang])
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        }
  });
});

describe('distance', () => {
  /** The plain table, without band or early end. */
  function plain(a: string, b: string): number {
    const d = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    return d[a.length]![b.length]!;
  }
  test('is that of the plain table, up to its limit; open, that of the nearest beginning', () => {
    const random = seeded(3);
    const word = () => Array.from({ length: Math.floor(random() * 9) }, () => 'abc'[Math.floor(random() * 3)]).join('');
    for (let i = 0; i < 5000; i++) {
      const [a, b, most] = [word(), word(), 1 + Math.floor(random() * 2)];
      const upTo = (n: number) => (n <= most ? n : Infinity);
      expect(distance(a, b, most), `${a} ${b}`).toBe(upTo(plain(a, b)));
      const beginnings = Array.from({ length: b.length + 1 }, (_, j) => plain(a, b.slice(0, j)));
      expect(distance(a, b, most, true), `${a} ${b}…`).toBe(upTo(Math.min(...beginnings)));
    }
  });
});
