import type { Figure, Pairing } from '../../data/schema.ts';
import type { Against, Compared, Comparison, Counts, Side } from '../state/compare.ts';
import type { World } from '../state/world.ts';
import { amountText, scaleOf } from './columns.ts';
import { NUMBERS, QUALIFIERS, QUALIFIERS_ZH, roundedRate } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from './messages.ts';
import { pairingTitle } from './pairing.ts';

/** Words of the comparison. A key missing in one language is a type error. */
const en = {
  title: 'Compare',
  what: 'Measure',
  difference: 'Difference',
  computed: 'our calculation',
  none: 'not reported',
  several: (n: number) => `${n} figures, none of them a total`,
  against: {
    missing: 'reported for one side only',
    several: 'several figures, none of them a total',
    part: 'one covers only part',
    range: 'a range or “several”',
    scope: 'not limited to the pairings',
    joint: 'one includes other recipients',
    unit: 'units differ',
    period: 'periods differ or are not stated',
    'no-rate': 'periods differ, and there is no annual rate',
  } satisfies Record<Against, string>,
  countsNote: 'our count of what sources name, not of all there is',
  counts: {
    projects: 'Named projects',
    flights: 'Air routes',
    freight: 'Freight trains',
    tours: 'Tourist trains',
    figures: 'Figures in the dossier',
  } satisfies Record<Counts['what'], string>,
  countsTitle: 'In this atlas',
  times: (side: string, other: string, ratio: string) => `${side} is ${ratio} times ${other}`,
  more: (side: string) => `${side} more`,
  alike: 'about the same',
  equal: 'the same',
  byYear: (text: string) => `${text} more a year`,
  by: (text: string) => `${text} more`,
  about: 'about',
  rest: (n: number) => `Other figures, reported for one side (${n})`,
  choose: { a: 'Pairing A', b: 'Pairing B' } satisfies Record<Side, string>,
  search: 'Search pairings',
  nothing: 'No pairing matches.',
  start: 'Compare with which pairing?',
  swap: 'Swap A and B',
  print: 'Print',
  close: 'Close the comparison',
  years: 'Dated records by year',
  yearFacts: (year: number, n: number) => `${year}: ${n}`,
  noFacts: 'no dated records',
  programme: 'Programme',
  since: 'Since',
  places: 'Places',
  summary: (a: string, b: string, both: number, able: number) =>
    `${a} (A) and ${b} (B) share ${both === 1 ? '1 measure' : `${both} measures`}; ${able === 0 ? 'none is' : able === 1 ? '1 is' : `${able} are`} comparable.`,
  summaryRow: (what: string, verdict: string) => `${what}: ${verdict}.`,
  aYear: (what: string) => `${what} per year`,
};
export type CompareWords = typeof en;

const zh: CompareWords = {
  title: '对比',
  what: '指标',
  difference: '差异',
  computed: '本站计算',
  none: '来源未载',
  several: (n) => `${n}个数字，均非总数`,
  against: {
    missing: '仅一方有记载',
    several: '有多个数字，均非总数',
    part: '一方的数字只含部分',
    range: '为区间或约数',
    scope: '口径不限于本结对',
    joint: '一方含其他受援地',
    unit: '单位不同',
    period: '时期不同或未载',
    'no-rate': '时期不同，且不宜按年平均',
  },
  countsNote: '本站统计，限于来源提到的',
  counts: { projects: '具名项目', flights: '航线', freight: '班列', tours: '旅游专列', figures: '档案数字' },
  countsTitle: '本站收录',
  times: (side, other, ratio) => `${side}是${other}的${ratio}倍`,
  more: (side) => `${side}较多`,
  alike: '大致相当',
  equal: '相同',
  byYear: (text) => `每年${text.startsWith('约') ? `约多${text.slice(1)}` : `多${text}`}`,
  by: (text) => (text.startsWith('约') ? `约多${text.slice(1)}` : `多${text}`),
  about: '约',
  rest: (n) => `仅一方有的其他数字（${n}）`,
  choose: { a: '结对A', b: '结对B' },
  search: '搜索结对',
  nothing: '没有符合的结对。',
  start: '与哪对结对作比较？',
  swap: '交换A与B',
  print: '打印',
  close: '关闭对比',
  years: '历年记录',
  yearFacts: (year, n) => `${year}年${n}条`,
  noFacts: '无带日期的记录',
  programme: '协作类型',
  since: '起始年份',
  places: '两地',
  summary: (a, b, both, able) => `${a}（A）与${b}（B）共有${both}项指标，其中${able}项可比。`,
  summaryRow: (what, verdict) => `${what}：${verdict}。`,
  aYear: (what) => `${what}（年均）`,
};

export const compareWords = (lang: Lang): CompareWords => (lang === 'zh' ? zh : en);

export const SIGNS: Record<Side, string> = { a: 'A', b: 'B' };

/** Computed rates are no more exact than three digits. */
const rounded = (rate: number): number => Number(rate.toPrecision(3));

/** Units that are measured, and have parts. */
const MEASURED: ReadonlySet<string> = new Set(['CNY', 't', 'kWh', 'W', 'm', '%', 'pp']);

/** An amount that we worked out, in whatever scale writes it shortest: "CNY 168 million". */
function workedOut(value: number, unit: string, lang: Lang): string {
  return amountText(value, unit, lang, new Map([[unit, scaleOf([value], unit, lang)]]));
}

/** Two yearly rates in one scale, marked as computed. */
export function rateTexts({ rates, a, b }: Compared, lang: Lang): Record<Side, string> | null {
  if (!rates || !a || !b) return null;
  const values = { a: roundedRate(rates.a, a), b: roundedRate(rates.b, b) };
  const scale = scaleOf(Object.values(values), a.unit, lang);
  const text = (side: Side, { unit, qualifier }: Figure): string => {
    const amount = amountText(values[side], unit, lang, new Map([[unit, scale]]));
    return messages(lang).perYear((lang === 'zh' ? QUALIFIERS_ZH : QUALIFIERS)[qualifier] + amount);
  };
  return { a: text('a', a), b: text('b', b) };
}

/** What is said of a difference: how many times, and by how much; or why there is none. */
export function differenceText({ difference, against, a, b }: Compared, lang: Lang): { chief: string; by: string } {
  const words = compareWords(lang);
  if (!difference) return { chief: words.against[against!], by: '' };
  const { on, larger, ratio, by, rough } = difference;
  if (larger === null) return { chief: words.equal, by: '' };
  const times = ratio === null ? null : NUMBERS.plain.format(Number(ratio.toPrecision(2)));
  const { unit } = (larger === 'a' ? a : b)!;
  // Nobody does two hundredths of a project more: counted things differ by whole ones, about.
  const isWhole = on === 'rate' && by >= 1 && !MEASURED.has(unit);
  const amount = workedOut(isWhole ? Math.round(by) : on === 'rate' ? rounded(by) : by, unit, lang);
  const about = rough ? words.about + (lang === 'zh' ? '' : ' ') : '';
  const chief =
    times === null
      ? words.more(SIGNS[larger])
      : times === '1'
        ? words.alike
        : words.times(SIGNS[larger], SIGNS[larger === 'a' ? 'b' : 'a'], about + times);
  return { chief, by: words[on === 'rate' ? 'byYear' : 'by']((isWhole ? words.about + (lang === 'zh' ? '' : ' ') : about) + amount) };
}

/** The comparison in a sentence or two: how much of it can be compared, and what the first measure comes to. */
export function comparisonSentence(world: World, a: Pairing, b: Pairing, { groups }: Comparison, lang: Lang): string {
  const words = compareWords(lang);
  const both = groups.flatMap(({ rows }) => rows).filter(({ count }) => count.a > 0 && count.b > 0);
  const able = both.filter(({ difference }) => difference !== null);
  const [first] = able;
  const title = (pairing: Pairing) => pairingTitle(world, pairing, lang);
  const parts = [words.summary(title(a), title(b), both.length, able.length)];
  if (first) {
    const name = world.measure(first.measure).name[lang];
    const { chief, by } = differenceText(first, lang);
    const what = first.difference!.on === 'rate' ? words.aYear(name) : name;
    parts.push(words.summaryRow(what, [chief, by].filter(Boolean).join(lang === 'zh' ? '，' : ', ')));
  }
  return parts.join(lang === 'zh' ? '' : ' ');
}
