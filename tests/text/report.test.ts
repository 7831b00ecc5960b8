import { describe, expect, test } from 'vitest';
import { filter, type Criteria } from '../../src/state/filter.ts';
import { spanOf, type Span } from '../../src/state/span.ts';
import { NAMED, parse } from '../../src/state/url.ts';
import { CHANNELS } from '../../src/state/sections.ts';
import type { Lang } from '../../src/state/lang.ts';
import { pairingReport, viewReport } from '../../src/text/report.ts';
import { facetText, viewSentence } from '../../src/text/view.ts';
import { csvRows, type CsvRow } from '../fixtures/rows.ts';
import { REAL, seeded } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';

// Each clause of a sentence is derived again here from the rows of the CSV files alone, by other means than the page's: what a
// stranger with the files in hand would find.
const LANGS = ['zh', 'en'] as const;
const [FIGURES, PAIRINGS, PROJECTS, ROUTES, SOURCES, PLACES, PROGRAMMES] = [
  'figures',
  'pairings',
  'projects',
  'routes',
  'sources',
  'places',
  'programmes',
].map((name) => csvRows(REAL, name)) as [CsvRow[], CsvRow[], CsvRow[], CsvRow[], CsvRow[], CsvRow[], CsvRow[]];
const row = (rows: CsvRow[], id: string): CsvRow => rows.find((one) => one['id'] === id)!;
const random = seeded(23);
const choose = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
const anySpan = (): Span => {
  const from = 2010 + Math.floor(random() * 20);
  return { from, to: Math.min(2030, from + Math.floor(random() * 6)) };
};

type Way = 'in' | 'across' | 'undated' | 'outside';
/** How something with these dates lies to a span: first and last year, and whether an end is open. */
function wayOf(dates: [string, string][], span: Span | null, hasOwn = false): Way {
  if (!span) return 'in';
  const known = dates.filter(([from, to]) => from || to);
  if (!known.length) return 'undated';
  const years = known.map(([from, to]) => [Number((from || to).slice(0, 4)), Number((to || from).slice(0, 4))] as const);
  const [first, last] = [Math.min(...years.map(([year]) => year)), Math.max(...years.map(([, year]) => year))];
  const start = span.from === 2010 ? 0 : span.from;
  if (last < start || first > span.to) return 'outside';
  // A thing with a date of its own gives that to a count without a beginning.
  const isOpen = !hasOwn && known.some(([from, to]) => !from || !to);
  return !isOpen && first >= start && last <= span.to ? 'in' : 'across';
}
const figureWay = ({ from, to }: CsvRow, span: Span | null): Way => wayOf([[from!, to!]], span);
const ownerWay = (owner: CsvRow, key: 'project' | 'route', span: Span | null): Way => {
  const dates = FIGURES.filter((figure) => figure[key] === owner['id']).map(({ from, to }): [string, string] => [from!, to!]);
  const on = owner['on']!;
  return wayOf(on ? [[on, on], ...dates] : dates, span, on !== '');
};

/** What a sentence should count of some pairings, in a way to a span. */
function countsOf(ids: readonly string[], span: Span | null, way: Way): Record<string, number> {
  const of = (rows: CsvRow[]) => rows.filter(({ pairing }) => ids.includes(pairing!));
  const figures = of(FIGURES).filter((figure) => figureWay(figure, span) === way);
  const routes = of(ROUTES).filter((route) => ownerWay(route, 'route', span) === way);
  const modes = (mode: string) => routes.filter((route) => route['mode'] === mode).length;
  return {
    figures: figures.filter(({ value }) => value).length,
    facts: figures.filter(({ value }) => !value).length,
    projects: of(PROJECTS).filter((project) => ownerWay(project, 'project', span) === way).length,
    flights: modes('flight'),
    freight: modes('freight'),
    tours: modes('rail-tour'),
  };
}
const COUNTED: Record<Lang, Record<string, RegExp>> = {
  zh: {
    figures: /(\d+)个数字/,
    shared: /(\d+)个与其他结对合计的数字/,
    facts: /(\d+)条纪事/,
    projects: /(\d+)个具名项目/,
    flights: /(\d+)条航线/,
    freight: /(\d+)条班列线路/,
    tours: /(\d+)条旅游专列线路/,
  },
  en: {
    figures: /(\d+) figures?\b(?! shared)/,
    shared: /(\d+) figures? shared/,
    facts: /(\d+) dated facts?/,
    projects: /(\d+) named projects?/,
    flights: /(\d+) air routes?/,
    freight: /(\d+) freight train services?/,
    tours: /(\d+) tourist train services?/,
  },
};
/** Reads the counts that a clause holds; what it does not speak of is none. */
const countsIn = (clause: string, lang: Lang): Record<string, number> =>
  Object.fromEntries(Object.entries(COUNTED[lang]).map(([what, pattern]) => [what, Number(pattern.exec(clause)?.[1] ?? 0)]));

/** What is known of a pairing's aid, from the rows: the figure that speaks for it, and how. */
function aidOf(id: string, span: Span | null): { standing: string; figure: CsvRow | null } {
  const may = FIGURES.filter(
    ({ pairing, joint, scope, value, upper, qualifier }) =>
      (pairing === id || joint!.split(' ').includes(id)) && scope === 'pairing' && value && !upper && qualifier !== 'several',
  ).filter((figure) => ['in', 'across'].includes(figureWay(figure, span)));
  const best = (rows: CsvRow[]) =>
    [...rows].sort((a, b) => {
      const rank = (figure: CsvRow) => [
        span && figureWay(figure, span) === 'in' ? 0 : 1,
        figure['joint'] ? 1 : 0,
        figure['headline'] === 'true' ? 0 : 1,
      ];
      const [x, y] = [rank(a), rank(b)];
      for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
      const end = (figure: CsvRow) => figure['to'] || figure['from']!;
      const length = (figure: CsvRow) =>
        Number((figure['to'] || figure['from']!).slice(0, 4)) - Number((figure['from'] || figure['to']!).slice(0, 4));
      return end(b).localeCompare(end(a)) || length(b) - length(a);
    })[0] ?? null;
  const totals = may.filter(({ measure }) => measure === 'aid-total');
  const alone = best(totals.filter(({ joint }) => !joint));
  if (alone) return { standing: 'reported', figure: alone };
  if (best(totals)) return { standing: 'joint', figure: best(totals) };
  const part = best(may.filter(({ measure }) => measure === 'aid-part' || measure === 'aid-planned'));
  return part ? { standing: 'part', figure: part } : { standing: 'none', figure: null };
}

/** A value as a sentence writes it, read back: "CNY 1.298 billion", "12.98亿元". */
function read(text: string): number {
  const [, digits, size = ''] = /([\d.,]+) ?(billion|million|万|亿)?/.exec(text)!;
  return Number(digits!.replaceAll(',', '')) * { '': 1, million: 1e6, billion: 1e9, 万: 1e4, 亿: 1e8 }[size]!;
}
function yearsOf({ years, from, to }: CsvRow): number {
  if (years) return Number(years);
  const months = (date: string, otherwise: number) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || otherwise);
  return (months(to!, 12) - months(from!, 1) + 1) / 12;
}

function checkTie(clause: string, pairing: CsvRow, lang: Lang): void {
  for (const end of ['donor', 'recipient']) expect(clause).toContain(row(PLACES, pairing[end]!)[lang]);
  const { since_basis: basis, inferred } = pairing;
  if (inferred === 'true') {
    expect(clause).toMatch(lang === 'zh' ? /未称两地结对$/ : /do not call the two a pair$/);
    expect(clause).not.toMatch(/\d{4}/);
    return;
  }
  const year = /\d{4}/.exec(pairing['since']!)?.[0] ?? '';
  const programme = row(PROGRAMMES, pairing['programme']!)[`name_${lang}`]!;
  if (lang === 'en') expect(clause).toContain(programme);
  const says: Record<string, RegExp> =
    lang === 'zh'
      ? { source: /自(\d{4})年起/, programme: /（本轮结对始于(\d{4})年）/, derived: /约始于(\d{4})年/ }
      : {
          source: /has been paired .* since (\d{4})$/,
          programme: /is paired .*, in a round of pairings that began in (\d{4})$/,
          derived: /has been paired .* since about (\d{4}) \(our inference\)$/,
        };
  const found = Object.entries(says).flatMap(([how, pattern]) => (pattern.test(clause) ? [[how, pattern.exec(clause)![1]]] : []));
  expect(found, clause).toEqual(year ? [[basis === 'other-source' ? 'source' : basis, year]] : []);
}

function checkAid(clause: string, id: string, span: Span | null, lang: Lang): void {
  const { standing, figure } = aidOf(id, span);
  const none = lang === 'zh' ? /^所据来源未载.*援助资金数额$/ : /our sources do not report the amount of aid/;
  const ended = lang === 'zh' ? /^所据来源止于2026年7月，其后只有规划$/ : /our sources end in Jul 2026, with only plans for later years$/;
  expect(ended.test(clause), `${id}: ${clause}`).toBe(standing === 'none' && isYetToCome(span));
  expect(none.test(clause), `${id}: ${clause}`).toBe(standing === 'none' && !isYetToCome(span));
  if (!figure) return;
  const [value, from, to] = [Number(figure['value']), figure['from']!, figure['to']!];
  const amounts = [...clause.matchAll(lang === 'zh' ? /[\d.]+[余多]?[万亿]?[余多]?元/g : /CNY [\d.,]+(?: (?:million|billion))?/g)].map(
    ([text]) => text,
  );
  expect(read(amounts[0]!.replace(/[余多]/g, '')), `${id}: ${clause}`).toBeCloseTo(value, 0);
  // The qualifier of the print stays.
  const bound = { over: /超|余|多|over/, nearly: /近|nearly/, about: /约|about/, 'at-least': /以上|至少|at least/ }[figure['qualifier']!];
  if (bound) expect(clause).toMatch(bound);
  else expect(clause.replace(/（.*?）/g, '')).not.toMatch(/超|over CNY|nearly|近\d|不少于/);
  const plan: Record<string, string> = { '2011/2015': '十二五', '2016/2020': '十三五', '2021/2025': '十四五' };
  if (lang === 'zh' && plan[`${from}/${to}`]) expect(clause).toContain(`“${plan[`${from}/${to}`]}”期间`);
  else for (const date of [from, to]) if (date) expect(clause).toContain(date.slice(0, 4));
  const jointly = lang === 'zh' ? /与.+合计/ : /together with that for/;
  expect(jointly.test(clause)).toBe(figure['joint'] !== '');
  if (figure['joint']) {
    const others = [figure['pairing']!, ...figure['joint']!.split(' ')].filter((other) => other !== id);
    for (const other of others) expect(clause).toContain(row(PLACES, row(PAIRINGS, other)['recipient']!)[lang]);
  }
  expect(/仅载|no total is reported/.test(clause)).toBe(standing === 'part');
  // A rate is of the whole, over the years that are printed or make its period, and to three digits.
  const rate =
    lang === 'zh'
      ? /年均\D*([\d.]+[万亿]?)元（本站按([\d.]+)(年|个月)折算/
      : /(CNY [\d.,]+ (?:million|billion)|CNY [\d,]+) a year over ([\d.]+) (years|months)/;
  const found = rate.exec(clause);
  const has = standing !== 'part' && from !== '' && to !== '' && yearsOf(figure) > 1;
  expect(Boolean(found), `${id}: ${clause}`).toBe(has);
  if (!found) return;
  const over = /年|years/.test(found[3]!) && found[3] !== '个月' ? Number(found[2]) : Number(found[2]) / 12;
  expect(over).toBeCloseTo(yearsOf(figure), 9);
  // Who divides what is printed by what is printed gets what is printed; a part of "over 10" is never said to be over more than it is.
  const [exact, said] = [value / over, read(found[1]!)];
  if (['over', 'at-least'].includes(figure['qualifier']!)) expect(said).toBeLessThanOrEqual(exact * (1 + 1e-9));
  expect(Math.abs(said / exact - 1)).toBeLessThan(['over', 'at-least', 'nearly'].includes(figure['qualifier']!) ? 0.01 : 0.005);
}

/** Whether years lie after all our sources: what is undated is then not told of. */
const LATEST = Math.max(...SOURCES.map((source) => Number(source['date']!.slice(0, 4))));
const isYetToCome = (span: Span | null): boolean => span !== null && span.from > LATEST;
const isTold = (way: Way, span: Span | null): boolean => way === 'in' || way === 'across' || (way === 'undated' && !isYetToCome(span));

/** Figures with a number that also count some pairings but are rows of another. */
const sharedBy = (ids: readonly string[]): CsvRow[] =>
  FIGURES.filter(
    ({ pairing, joint, value }) => pairing && !ids.includes(pairing) && value && joint!.split(' ').some((other) => ids.includes(other)),
  );

/** Sources named in the rows of some pairings, in the years chosen, and in those that they share. */
function sourcesOf(ids: readonly string[], span: Span | null): Set<string> {
  const falls = (way: Way) => isTold(way, span);
  return new Set(
    [
      ...sharedBy(ids).filter((figure) => falls(figureWay(figure, span))),
      ...ids.flatMap((id): CsvRow[] => (aidOf(id, span).figure ? [aidOf(id, span).figure!] : [])),
      ...FIGURES.filter((figure) => ids.includes(figure['pairing']!) && falls(figureWay(figure, span))),
      ...PROJECTS.filter((project) => ids.includes(project['pairing']!) && falls(ownerWay(project, 'project', span))),
      ...ROUTES.filter((route) => ids.includes(route['pairing']!) && falls(ownerWay(route, 'route', span))),
      ...PAIRINGS.filter(({ id }) => ids.includes(id!)).flatMap(({ source, link_source: link }) => [
        { source: source! },
        ...(link ? [{ source: link }] : []),
      ]),
    ].map(({ source }) => source!),
  );
}

/** The parts of a sentence on what is on record, apart by how they lie to the years chosen. */
function checkHeld(text: string, ids: readonly string[], span: Span | null, lang: Lang): void {
  const expected = (way: Way) => ({
    ...(isTold(way, span) ? countsOf(ids, span, way) : countsOf([], span, way)),
    shared: isTold(way, span) ? sharedBy(ids).filter((figure) => figureWay(figure, span) === way).length : 0,
  });
  if (!span) return expect(countsIn(text, lang)).toEqual(expected('in'));
  const patterns: [Way, RegExp][] =
    lang === 'zh'
      ? [
          ['in', /(?:^|，|；|,)[\d—]+年的有([^；]*)/],
          ['across', /包含[\d—]+年的有([^；]*)/],
          ['undated', /无日期的有([^；]*?)(?=；|，据|$)/],
        ]
      : [
          ['in', /((?:[^;]*?)) of [\d–]+(?=;|,|$)/],
          ['across', /([^;]*?) covering a longer period/],
          ['undated', /([^;]*?) without a date/],
        ];
  for (const [way, pattern] of patterns) {
    const clause = pattern.exec(text)?.[1] ?? '';
    expect(countsIn(clause, lang), `${way}: ${text}`).toEqual(expected(way));
  }
}

function wellSaid(sentences: readonly string[], lang: Lang): void {
  for (const sentence of sentences) {
    expect(sentence).toMatch(lang === 'zh' ? /[^。]。$/ : /[^.]\.$/);
    expect(sentence).not.toMatch(/null|undefined|NaN|\b[a-z]+(-[a-z]+)+-\d| {2}|，，|；；|\(\)|（）|未公布/);
    if (lang === 'en') expect(sentence.replace(/“.*?”/g, '')).not.toMatch(/\p{Script=Han}|[，。；]/u);
    expect(sentence).not.toMatch(/\baid-total|people-sent|[a-z]-total\b/);
  }
}

describe.each(LANGS)('two sentences in %s', (lang) => {
  test.each(PAIRINGS.map((pairing) => pairing['id']!))('of %s say what its rows say, for all time and for any years', (id) => {
    for (const span of [null, anySpan(), anySpan(), { from: 2024, to: 2024 }]) {
      const sentences = pairingReport(REAL, REAL.findPairing(id)!, lang, span);
      wellSaid(sentences, lang);
      const [first, second] = sentences;
      const [tie, aid] = [first.slice(0, first.search(/[；;]/)), first.slice(first.search(/[；;]/) + 1).replace(/[.。]$/, '')];
      checkTie(tie, row(PAIRINGS, id), lang);
      checkAid(aid, id, span, lang);
      checkHeld(second.replace(/“.*?”|《.*?》/g, ''), [id], span, lang);
      const sources = sourcesOf([id], span);
      expect(Number((lang === 'zh' ? /据(\d+)篇来源/ : /from (\d+) sources?/).exec(second)![1])).toBe(sources.size);
      const named = [...sources].filter((source) => second.includes(row(SOURCES, source)[`title_${lang}`]!));
      expect(named.length).toBeGreaterThan(0);
      // The amount's own source is named.
      const { figure } = aidOf(id, span);
      if (figure) expect(second).toContain(row(SOURCES, figure['source']!)[`title_${lang}`]);
    }
  });

  const anyQuery = (): string => {
    const q = new URLSearchParams();
    const maybe = (key: string, odds: number, value: () => string) => void (random() < odds && q.set(key, value()));
    maybe('programme', 0.25, () => choose(PROGRAMMES)['id']!);
    maybe('donor', 0.3, () => choose(PAIRINGS)['donor']!);
    maybe('channel', 0.3, () => choose(CHANNELS));
    maybe('has', 0.25, () => choose(NAMED));
    maybe('network', 0.2, () => choose(['off', 'only']));
    if (random() < 0.4) for (const [key, year] of Object.entries(anySpan())) q.set(key, String(year));
    return q.toString();
  };
  const queries = [...VIEWS.map(({ query }) => query), ...Array.from({ length: 150 }, anyQuery)];

  test('of every named view and of 150 others say what the rows of the pairings shown say', () => {
    for (const query of queries) {
      const view = parse(query);
      const filtered = filter(REAL, view as Criteria);
      const ids = filtered.pairings.map(({ id }) => id);
      const span = spanOf(view);
      const sentences = viewReport(REAL, view, filtered, lang);
      wellSaid([...sentences, viewSentence(REAL, view, filtered, lang)], lang);
      const [first, second] = sentences.map((sentence) => sentence.replace(/“.*?”/g, '')) as [string, string];
      const told = (text: string): [number, number] => [
        Number((lang === 'zh' ? /(\d+)对结对关系/ : /(\d+) pairings?/).exec(text)?.[1] ?? 0),
        Number((lang === 'zh' ? /(\d+)组推断关系/ : /(\d+) inferred ties?/).exec(text)?.[1] ?? 0),
      ];
      const count = (of: readonly string[]): [number, number] => {
        const inferred = of.filter((id) => row(PAIRINGS, id)['inferred'] === 'true').length;
        return [of.length - inferred, inferred];
      };
      expect(told(first), first).toEqual(count(PAIRINGS.map((pairing) => pairing['id']!)));
      if (!ids.length) continue;
      const [shown] = (lang === 'zh' ? /的有\d[^，]*/ : /of which .*? match/).exec(first) ?? [null];
      if (shown) expect(told(shown), first).toEqual(count(ids));
      else expect(ids.length).toBe(PAIRINGS.length);
      for (const end of ['donor', 'recipient'] as const) {
        const places = new Set(ids.map((id) => row(PAIRINGS, id)[end]));
        const said = {
          zh: { donor: /支援方(\d+)个/, recipient: /受援方(\d+)个/ },
          en: { donor: /(\d+) donors?/, recipient: /(\d+) recipients?/ },
        };
        expect(Number(said[lang][end].exec(first)![1])).toBe(places.size);
      }
      const standings = ids.map((id) => aidOf(id, span).standing);
      const how: Record<string, RegExp> =
        lang === 'zh'
          ? {
              reported: /(\d+)对的援助资金见于来源/,
              joint: /(\d+)对只有与其他结对的合计数/,
              part: /(\d+)对仅载一部分/,
              none: /(\d+)对来源未载/,
            }
          : {
              reported: /reported for (\d+)(?=[;, ](?!only|not))/,
              joint: /(\d+) only within a joint total/,
              part: /(\d+) only in part/,
              none: /(\d+) not at all/,
            };
      if (standings.every((standing) => standing === 'none')) {
        const silent = lang === 'zh' ? /^所据来源均未载援助资金数额/ : /aid is reported for none/;
        const ended = lang === 'zh' ? /^所据来源止于/ : /Our sources end in/;
        expect(second).toMatch(isYetToCome(span) ? ended : silent);
        expect(second).not.toMatch(/不作加总|added up/);
        continue;
      }
      for (const [standing, pattern] of Object.entries(how))
        expect(Number(pattern.exec(second)?.[1] ?? 0), `${standing}: ${second}`).toBe(standings.filter((one) => one === standing).length);
      checkHeld(lang === 'zh' ? second.slice(second.indexOf('；') + 1) : second.slice(second.indexOf('on record:') + 10), ids, span, lang);
      const sources = sourcesOf(ids, span);
      expect(Number((lang === 'zh' ? /据(\d+)篇来源/ : /from (\d+) sources?/).exec(second)![1]), second).toBe(sources.size);
      for (const facet of filtered.active) expect(sentences[0]).toContain(facetText(REAL, view, facet, lang));
    }
  });
});
