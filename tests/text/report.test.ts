import { describe, expect, test } from 'vitest';
import type { Pairing } from '../../data/schema.ts';
import { filter, heldIn } from '../../src/state/filter.ts';
import { parse } from '../../src/state/url.ts';
import { aidTotal, allFigures, type World } from '../../src/state/world.ts';
import { dateText, figureText, periodText } from '../../src/text/figure.ts';
import type { Lang } from '../../src/text/lang.ts';
import { pairingReport, viewReport } from '../../src/text/report.ts';
import { spanOf } from '../../src/state/span.ts';
import { facetText } from '../../src/text/view.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const LANGS = ['zh', 'en'] as const;
const digits = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Every record of a pairing that names a source. */
const records = (pairing: Pairing) => [
  ...allFigures(pairing),
  ...pairing.projects,
  ...pairing.routes,
  ...[pairing.since, pairing.link].flatMap((one) => one ?? []),
];

/** Numbers that the two sentences may hold: counts made here, and what titles, dates, periods and prints of the data hold. */
function allowed(world: World, pairings: readonly Pairing[], lang: Lang): Set<string> {
  const sources = [...new Set(pairings.flatMap(records).map(({ source }) => source))].map((id) => world.source(id));
  const routes = pairings.flatMap((pairing) => pairing.routes);
  const totals = pairings.flatMap((pairing) => aidTotal(pairing) ?? []);
  const counts = [
    pairings.length,
    sources.length,
    totals.length,
    pairings.length - totals.length,
    world.dataset.pairings.length,
    pairings.reduce((n, { projects }) => n + projects.length, 0),
    routes.filter(({ mode }) => mode === 'flight').length,
    routes.filter(({ mode }) => mode !== 'flight').length,
    routes.filter(({ mode }) => mode === 'freight').length,
    pairings.flatMap(allFigures).length,
    new Set(pairings.map(({ donor }) => donor)).size,
    new Set(pairings.map(({ recipient }) => recipient)).size,
  ].map(String);
  const words = [
    ...sources.flatMap(({ title, publisher, date }) => [title[lang], publisher[lang], dateText(date, lang)]),
    ...totals.flatMap((figure) => [figureText(figure, lang), periodText(figure, lang)]),
    ...pairings.flatMap(({ since }) => since?.reported ?? []),
  ];
  return new Set([...counts, ...words.flatMap(digits)]);
}

function wellSaid(sentences: readonly string[], lang: Lang): void {
  for (const sentence of sentences) {
    expect(sentence).toMatch(lang === 'zh' ? /[^。]。$/ : /[^.]\.$/);
    expect(sentence).not.toMatch(/null|undefined|NaN|\b[a-z]+(-[a-z]+)+-\d| {2}|，，|\(\)|（）/);
    if (lang === 'en') expect(sentence.replace(/“.*?”/g, '')).not.toMatch(/\p{Script=Han}|[，。；]/u);
  }
}

describe.each(LANGS)('two sentences in %s', (lang) => {
  test.each([
    ['the data', REAL],
    ['the invented world', WORLD],
  ] as const)('of every pairing of %s hold no number that the data do not', (_, world) => {
    for (const pairing of world.dataset.pairings) {
      const sentences = pairingReport(world, pairing, lang);
      wellSaid(sentences, lang);
      const may = allowed(world, [pairing], lang);
      expect(
        digits(sentences.join(' ')).filter((number) => !may.has(number)),
        sentences.join(' '),
      ).toEqual([]);
      const total = aidTotal(pairing);
      expect(sentences[0]).toContain(total ? figureText(total, lang) : lang === 'zh' ? '未公布援助资金总额' : 'not reported');
      for (const id of [pairing.donor, pairing.recipient]) expect(sentences[0]).toContain(world.place(id)[lang]);
      expect(sentences[0]).toContain(world.programme(pairing.programme).name[lang]);
      // The total's own source is named, or the source of something else on record.
      const named = (total ? [total.source] : records(pairing).map(({ source }) => source)).map((id) => world.source(id).title[lang]);
      expect(named.some((title) => sentences[1].includes(title))).toBe(true);
    }
  });

  test.each([
    '',
    'donor=zhejiang',
    'donor=zhejiang&from=2024&to=2024',
    'has=flights',
    'programme=xizang',
    'channel=funding',
    'network=off',
    'donor=tianjin&has=freight',
  ])('of the view “%s” count what it shows', (query) => {
    const view = parse(query);
    const filtered = filter(REAL, view);
    const sentences = viewReport(REAL, view, filtered, lang);
    wellSaid(sentences, lang);
    // With years chosen, what is on record in these years alone.
    const span = spanOf(view);
    const held = span ? filtered.pairings.map((pairing) => heldIn(REAL, pairing, span)) : filtered.pairings;
    const may = allowed(REAL, held, lang);
    for (const facet of filtered.active) digits(facetText(REAL, view, facet, lang)).forEach((number) => may.add(number));
    expect(filtered.pairings.length).toBeGreaterThan(0);
    // The latest source is the latest.
    const dates = held.flatMap(records).map(({ source }) => REAL.source(source).date);
    expect(sentences[1]).toContain(dateText(dates.toSorted().at(-1)!, lang));
    expect(
      digits(sentences.join(' ')).filter((number) => !may.has(number)),
      sentences.join(' '),
    ).toEqual([]);
  });

  test('of a view without pairings say so', () => {
    const view = parse('donor=shanghai&recipient=haixi');
    const filtered = filter(REAL, view);
    expect(filtered.pairings).toEqual([]);
    const sentences = viewReport(REAL, view, filtered, lang);
    wellSaid(sentences, lang);
    expect(sentences[0]).toContain(String(filtered.all));
  });
});
