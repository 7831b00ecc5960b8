import { describe, expect, test } from 'vitest';
import { filter } from '../../src/state/filter.ts';
import { compare } from '../../src/state/compare.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { legendRows } from '../../src/scene/legend.ts';
import { scene } from '../../src/scene/scene.ts';
import type { Lang } from '../../src/state/lang.ts';
import { spanOf } from '../../src/state/span.ts';
import { parse } from '../../src/state/url.ts';
import { everyFigure } from '../../src/state/world.ts';
import { CHANGES } from '../../src/text/changes.ts';
import { whereIn } from '../../src/text/cite.ts';
import { comparisonSentence } from '../../src/text/compare.ts';
import { exactText, figureText, periodText, quantity } from '../../src/text/figure.ts';
import { exploreWords } from '../../src/text/explore.ts';
import { finding } from '../../src/text/finding.ts';
import { pairingGeography } from '../../src/text/geography.ts';
import { figureRate, pairingLine, pairingRate, pairingSentence, pairingTitle, sinceText } from '../../src/text/pairing.ts';
import { pairingReport, viewReport } from '../../src/text/report.ts';
import { openPairing, viewSentence } from '../../src/text/view.ts';
import { REAL } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';
import { said, TABLES } from './said.ts';

const LANGS = ['zh', 'en'] as const;

/** What no text of ours may hold, with why: how a newspaper of the language sets it, and one term for one thing. */
const FAULTS: Record<Lang, readonly [why: string, what: RegExp][]> = {
  zh: [
    ['a half-width mark beside Han', /\p{Script=Han}\s*[(),:;!?]|[(),:;!?]\s*\p{Script=Han}/u],
    ['a space beside Han', /\p{Script=Han} +[\p{L}\d]|[\p{L}\d] +\p{Script=Han}/u],
    ['a space beside a full-width mark', /\s[，。：；（）《》“”、]|[，。：；（）《》“”、]\s/],
    ['a straight quote', /["']/],
    ['a range with a hyphen', /\d[-~–]\d/],
    ['two spaces or two marks', /\s{2}|[，。：；、]{2}/],
    ['commas within a number before its unit', /\d,\d{3}(?!\d)[万亿]/],
    // 本站 for this atlas, 结对 for a pairing of others, 时期 for a period, 推断 for what we infer, 合计数 for a joint figure.
    ['a second word for one thing', /本图(?!册)|他处|时段|推定|推算|推知|未公布|未载明|本站点|图册/],
    [
      'an engineered word',
      /随机制|协作框架|整类|具名：|有日期的事实|有具名|次要数字|地球仪|走廊|动态地图|绘作|带走|无一代表|是另一方的|画起|运行中|在此相会/,
    ],
  ],
  en: [
    ['Han', /\p{Script=Han}|[，。：；（）《》、]/u],
    ['a straight quote', /["'`]/],
    ['a range or dash with a hyphen', /\d-\d|\s--?\s/],
    ['a space before a mark', /\s[,;:.!?)…]/],
    ['no space after a mark', /[,;](?=[A-Za-z])|[a-z][.:](?=[A-Z])|[a-z\d]\(|\)(?=[A-Za-z])/],
    ['two spaces or two marks', /\s{2}|[,;:]{2}|\.\./],
    ['yuan for CNY', /\b(million|billion|\d) yuan\b/],
    ['American spelling', /\b(center|color|labor|program (?:for|of)|organiz\w+|traveler\w*|meters?|percent)\b/i],
    [
      'one of many',
      /(?<!of )\b1 (?:named |air |dated |freight train |tourist train |inferred )?(?:pairing|figure|fact|record|row|source|result|project|route|train|service|column|tie|measure)s\b/,
    ],
    [
      'a second word for one thing',
      /\b(?:computed by us|\(computed\)|by our estimate|worked out|aid a year|by the year\b|corridor|could not be loaded|the text (?:gives|says|does|calls|counts|names)|another text)/i,
    ],
    [
      'an engineered word',
      /take back|take away|person-times|trainings|lesser figures|called on|did not arrive|could not be fetched|^drawn (?:from|to)|all alike|widths say|with named|reports on|thus\b|unfold|network alone|in all\b/i,
    ],
  ],
};

/** What is wrong with a text; source titles and publishers' names are not ours, and stay as printed. */
function faults(text: string, lang: Lang): string[] {
  const ours = lang === 'zh' ? text.replace(/《[^》]*》/g, '《》') : text;
  return FAULTS[lang].flatMap(([why, what]) => (what.test(ours) ? [`${why}: ${what.exec(ours)![0]}`] : []));
}

type Told = [way: string, text: string];
const wrong = (told: readonly Told[], lang: Lang): string[] =>
  told.flatMap(([way, text]) => faults(text, lang).map((fault) => `${way}: ${fault} in “${text}”`));

/** Ours of the data, in one language: what has `zh` and `en`, but titles and publishers, which are those of the sources. */
function ofData(value: unknown, lang: Lang, way = ''): Told[] {
  if (typeof value !== 'object' || value === null) return [];
  const words = value as Record<string, unknown>;
  if (typeof words['zh'] === 'string' && typeof words['en'] === 'string' && !('kind' in words))
    return /\.(?:title|publisher)$/.test(way) ? [] : [[way, words[lang] as string]];
  return Object.entries(words).flatMap(([key, inner]) => ofData(inner, lang, way ? `${way}.${key}` : key));
}

/** All sentences on every pairing and of every named view. */
function sentences(lang: Lang): Told[] {
  const { pairings } = REAL.dataset;
  const spans = [null, { from: 2024, to: 2024 }, { from: 2011, to: 2023 }, { from: 2028, to: 2029 }];
  const ofPairings = pairings.flatMap((pairing): Told[] => [
    [`${pairing.id} since`, sinceText(pairing, lang)],
    [`${pairing.id} geography`, pairingGeography(REAL, pairing, lang).join(lang === 'zh' ? '' : ' ')],
    ...spans.flatMap((span): Told[] => [
      [`${pairing.id} sentence`, pairingSentence(REAL, pairing, lang, span)],
      [`${pairing.id} line`, pairingLine(REAL, pairing, lang, span)],
      [`${pairing.id} rate`, pairingRate(REAL, pairing, lang, span)],
      ...pairingReport(REAL, pairing, lang, span).map((text): Told => [`${pairing.id} report`, withoutCited(text, lang)]),
    ]),
  ]);
  const ofViews = VIEWS.flatMap(({ name, query }): Told[] => {
    const view = parse(query);
    const filtered = filter(REAL, view);
    const drawn = scene(REAL, view, LIGHT, filtered.pairings);
    const scaled = finding(REAL, drawn.legend, spanOf(view), lang);
    const other = REAL.findPairing(view.compare);
    const open = openPairing(REAL, view);
    return [
      [`${name} sentence`, viewSentence(REAL, view, filtered, lang)],
      ...viewReport(REAL, view, filtered, lang).map((text): Told => [`${name} report`, text]),
      ...legendRows(drawn, REAL, LIGHT, lang, 40).map(({ words }): Told => [`${name} legend`, words]),
      ...(scaled
        ? [
            [
              `${name} finding`,
              [scaled.lead, ...scaled.widest.map(({ amount }) => amount), scaled.silent].filter(Boolean).join(lang === 'zh' ? '' : ' '),
            ] as Told,
          ]
        : []),
      ...(open && other ? [[`${name} comparison`, comparisonSentence(REAL, open, other, compare(REAL, open, other), lang)] as Told] : []),
    ];
  });
  const ofFigures = everyFigure(REAL.dataset).flatMap((figure): Told[] => [
    [`${figure.id} period`, periodText(figure, lang)],
    [`${figure.id} place`, whereIn(figure.at, lang)],
    [`${figure.id} rate`, figureRate(REAL, figure, lang)],
    // What is printed in Chinese stays as printed.
    ...(lang === 'en'
      ? [[`${figure.id} value`, figureText(figure, lang)] as Told]
      : [[`${figure.id} exact`, exactText(figure, lang)] as Told]),
  ]);
  return [...ofPairings, ...ofViews, ...ofFigures];
}

/** A sentence without the titles and publishers that it cites. */
function withoutCited(text: string, lang: Lang): string {
  return REAL.dataset.sources.reduce(
    (left, source) => left.replaceAll(source.title[lang], '').replaceAll(source.publisher[lang], lang === 'zh' ? '报' : 'Paper'),
    text,
  );
}

test.each<[Lang, string]>([
  ['zh', '共 118对 (推断)'],
  ['zh', '18 个数字'],
  ['zh', '第 3 段'],
  ['zh', '覆盖: 同仁市'],
  ['zh', '援助资金,2021年'],
  ['zh', '下载 CSV'],
  ['zh', '2021-2025年'],
  ['zh', '此为本图判断'],
  ['zh', '随机制'],
  ['zh', '弧线，， 起于'],
  ['en', "Zhejiang's aid"],
  ['en', 'the "Four Hundreds"'],
  ['en', '结对'],
  ['en', '2021-2025'],
  ['en', 'Loading pinyin …'],
  ['en', 'since 2010(when'],
  ['en', 'CNY 5 million ,and more'],
  ['en', '5.9 billion yuan'],
  ['en', '1 trains'],
  ['en', 'Take back: Trains'],
  ['en', 'two  spaces'],
  ['en', 'the text gives no date'],
])('a fault is found: %s %s', (lang, text) => {
  expect(faults(text, lang)).not.toEqual([]);
});

describe.each(LANGS)('in %s', (lang) => {
  test.each(TABLES)('%s is as a newspaper would have it', (_, words) => {
    expect(wrong(said(words(lang)), lang)).toEqual([]);
  });

  test('the labels and notes of the data are, and what changed in them', () => {
    const changes = CHANGES.map(({ what }, i): Told => [`changes.${i}`, what[lang]]);
    expect(wrong([...ofData(REAL.dataset, lang), ...changes], lang)).toEqual([]);
  });

  test('every sentence is', () => {
    const all = sentences(lang);
    expect(all.length).toBeGreaterThan(1000);
    expect(wrong(all, lang)).toEqual([]);
  });

  test('no sentence on an arc begins as the one before it', () => {
    for (const pairing of REAL.dataset.pairings) {
      const begins = pairingGeography(REAL, pairing, lang).map((text) => (lang === 'zh' ? text.slice(0, 2) : text.split(' ', 2).join(' ')));
      expect(new Set(begins).size, pairingTitle(REAL, pairing, lang)).toBe(begins.length);
    }
  });
});

test('a count of one is singular wherever one may be counted', () => {
  // Those are told two or more, and amounts are told as text.
  const never = /^(?:aboutCounts|sum|several|first|partly|amount\..*)$/;
  const told = TABLES.flatMap(([, words]) => said(words('en'), 1)).filter(([way]) => !never.test(way));
  expect(wrong(told, 'en').filter((fault) => fault.includes('one of many'))).toEqual([]);
  expect([quantity(1, '列'), quantity(1, '人'), quantity(1, '组集装箱'), quantity(2, '列')]).toEqual([
    '1 train',
    '1 person',
    '1 group of containers',
    '2 trains',
  ]);
  const { amount } = exploreWords('en');
  expect([amount.projects('1'), amount.people('1')]).toEqual(['1 project', '1 person']);
});

test('markup sets no mark of its own between words: a colon is of the language', () => {
  const parts = import.meta.glob<string>('../../src/**/*.svelte', { eager: true, query: '?raw', import: 'default' });
  const found = Object.entries(parts).flatMap(([file, text]) =>
    (
      text.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '').match(/\}(?:[:;,] ?(?:\{|<)| \(\{)[^\n]*/g) ??
      []
    ).map((where) => `${file}: ${where}`),
  );
  expect(found).toEqual([]);
  expect('<b>{m.covers}: {text}</b>').toMatch(/\}(?:[:;,] ?(?:\{|<)| \(\{)/);
});
