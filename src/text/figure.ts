import type { Figure, Qualifier } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';

/** English words before a number. */
export const QUALIFIERS: Record<Qualifier, string> = {
  exact: '',
  over: 'over ',
  nearly: 'nearly ',
  about: 'about ',
  'at-least': 'at least ',
  several: 'several ',
};

/** English words after a number for Chinese counter words; a counter not listed says nothing that the label does not. */
const COUNTERS: Record<string, string> = {
  人: 'people',
  名: 'people',
  位: 'people',
  名游客: 'tourists',
  户: 'households',
  趟: 'trips',
  列: 'trains',
  班: 'flights',
  亩: 'mu',
  棵: 'trees',
  株: 'trees',
  t: 'tonnes',
  倍: 'times',
  天: 'days',
  年: 'years',
  个月: 'months',
  小时: 'hours',
  套: 'sets',
  节: 'wagons',
  节车厢: 'wagons',
  组集装箱: 'groups of containers',
};

/** What 人次, a count in which one person may stand several times, is of each measure. */
const TIMES: Record<string, string> = {
  patients: 'visits',
  screenings: 'screenings',
  views: 'views',
  visitors: 'visits',
  'people-trained': 'training places',
  placements: 'placements',
};

/** Number formats, each made once: making one costs more than the hundred numbers it then writes. */
export const NUMBERS = {
  // Eight decimals of the largest scale are whole yuan: no digit that is printed is rounded away.
  plain: new Intl.NumberFormat('en', { maximumFractionDigits: 8 }),
  // Chinese print has no commas within a number: 3360万元.
  han: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 8, useGrouping: false }),
  exact: {
    zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }),
    en: new Intl.NumberFormat('en', { maximumFractionDigits: 6 }),
  },
};

const SCALES: [number, string][] = [
  [1e9, ' billion'],
  [1e6, ' million'],
];

/** All digits that newspapers print; "1.298 billion", "47,300". A number that would need more than three decimals takes the next smaller scale: "2,103.15 million". */
function compact(value: number): string {
  for (const [size, word] of SCALES) {
    const short = Number((value / size).toFixed(3)) === value / size;
    if (Math.abs(value) >= size && (short || size === 1e6)) return NUMBERS.plain.format(value / size) + word;
  }
  return NUMBERS.plain.format(value);
}

const ROUND: Record<number, string> = {
  10: 'ten',
  100: 'hundred',
  1e3: 'thousand',
  1e4: 'ten thousand',
  1e5: 'hundred thousand',
  1e6: 'million',
  1e7: 'ten million',
  1e8: 'hundred million',
};

function watts(value: number): string {
  const [size, unit] = value >= 1e9 ? [1e9, 'GW'] : value >= 1e6 ? [1e6, 'MW'] : [1e3, 'kW'];
  return `${compact(value / size)} ${unit}`;
}

function metres(value: number, measure: string): string {
  // Heights above the sea are told in metres, however high.
  return value >= 1e3 && measure !== 'altitude' ? `${compact(value / 1e3)} km` : `${compact(value)} m`;
}

/** A value in base units with its unit, in English: "CNY 1.298 billion", "960 million kWh", "350 MW". What is measured words the unit where it must. */
export function quantity(value: number, unit: string, measure = ''): string {
  if (unit === 'CNY') return `CNY ${compact(value)}`;
  if (unit === 'W') return watts(value);
  if (unit === 'm') return metres(value, measure);
  if (unit === '%') return `${compact(value)}%`;
  const word = unit === 'pp' ? 'percentage points' : unitWord(unit, measure);
  return `${compact(value)} ${value === 1 ? one(word) : word}`.trim();
}

/** A value with its unit in Chinese, in 万 or 亿 where it is large: "12.98亿元", "1.5万吨". */
export function amountZh(value: number, unit: string): string {
  const [size, word] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${NUMBERS.han.format(value / size)}${word}${unitZh(unit)}`;
}

export const unitZh = (unit: string): string => ({ CNY: '元', t: '吨', kWh: '千瓦时' })[unit] ?? unit;

/** An English unit of one: "train", "group of containers". */
export const one = (word: string): string => word.replace(/\bpeople\b/, 'person').replace(/s\b/, '');

/** A unit as an English word; empty for a counter that says nothing. */
export const unitWord = (unit: string, measure = ''): string =>
  unit === '人次' ? (TIMES[measure] ?? 'attendances') : (COUNTERS[unit] ?? (/\p{Script=Han}/u.test(unit) ? '' : unit));

/** A figure as a reader meets it: in Chinese as printed, in English converted, each with its qualifier. Empty for a dated fact without a number. */
export function figureText(figure: Figure, lang: Lang): string {
  if (figure.reported === null || figure.value === null) return '';
  const { value, upper, unit, qualifier, measure } = figure;
  // A figure printed in English has no Chinese print to show; it is made from the value.
  if (lang === 'zh')
    return /[a-z]{3}/i.test(figure.reported) ? QUALIFIERS_ZH[qualifier] + amountZh(value, unit) : figure.reported.replace(/\s+/g, '');
  if (qualifier === 'several')
    return `several ${ROUND[value] ?? `times ${compact(value)}`} ${unit === 'CNY' ? 'yuan' : unitWord(unit, measure)}`.trim();
  const text = (amount: number) => quantity(amount, unit, measure);
  return QUALIFIERS[qualifier] + (upper === null ? text(value) : range(text(value), text(upper)));
}

const QUANTITY = /^(?:CNY )?([\d.,]+)(.*)$/;

/** Two quantities of a kind, what they share said once: "CNY 250–300 million", "20–30 trains", "350 MW–1.2 GW". */
function range(low: string, high: string): string {
  const [, , lowUnit] = QUANTITY.exec(low)!;
  const [, number, unit] = QUANTITY.exec(high)!;
  return one(lowUnit!) === one(unit!)
    ? `${low.slice(0, low.length - lowUnit!.length)}–${number}${unit}`
    : `${low}–${high.replace('CNY ', '')}`;
}

export const QUALIFIERS_ZH: Record<Qualifier, string> = {
  exact: '',
  over: '超',
  nearly: '近',
  about: '约',
  'at-least': '至少',
  several: '',
};

/** The whole number behind a shortened figure: "CNY 1,298,000,000", "over CNY 360,000,000,000". It is no more exact than the print. */
export function exactText(figure: Figure, lang: Lang): string {
  const { value, upper, unit, qualifier, measure } = figure;
  if (value === null) return '';
  if (qualifier === 'several') return figureText(figure, lang);
  const number = NUMBERS.exact[lang];
  const plain = upper === null ? number.format(value) : `${number.format(value)}–${number.format(upper)}`;
  if (lang === 'zh') {
    const word = unitZh(unit);
    return QUALIFIERS_ZH[qualifier] + plain + (/^[A-Z]/.test(word) ? ` ${word}` : word);
  }
  return (
    QUALIFIERS[qualifier] +
    (unit === 'CNY' ? `CNY ${plain}` : `${plain} ${plain === '1' ? one(unitWord(unit, measure)) : unitWord(unit, measure)}`.trim())
  );
}

/**
 * A computed yearly rate is no more exact than three digits; of a single year it is the figure itself. A part of "over 10" is
 * over what it is rounded down to, of "nearly 10" nearly what it is rounded up to: otherwise more would be said than is known.
 */
export function roundedRate(yearly: number, { value, qualifier }: Pick<Figure, 'value' | 'qualifier'>): number {
  if (yearly === value) return yearly;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(yearly))) - 2);
  const round = qualifier === 'over' || qualifier === 'at-least' ? Math.floor : qualifier === 'nearly' ? Math.ceil : Math.round;
  // A quotient that is a round number but for its last bit stays that number.
  return Number((round(Number((yearly / step).toPrecision(9))) * step).toPrecision(3));
}

/** A computed yearly rate, to three digits, with unit and qualifier of the figure it comes from: "over CNY 260 million". */
export function rateText(yearly: number, figure: Figure, lang: Lang): string {
  const { qualifier, unit, measure } = figure;
  const rounded = roundedRate(yearly, figure);
  if (lang === 'en') return QUALIFIERS[qualifier] + quantity(rounded, unit, measure);
  return QUALIFIERS_ZH[qualifier] + amountZh(rounded, unit);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2023-06-01`, `2023-06` or `2023` as a date to read. */
export function dateText(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number);
  if (lang === 'zh') return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

/** When a figure holds: "2021–2025", "Jun 2023", "since 2016"; empty where the source leaves it open. */
export function periodText({ from, to, basis }: Pick<Figure, 'from' | 'to' | 'basis'>, lang: Lang): string {
  const years = (date: string) => /^\d{4}$/.test(date);
  let text = '';
  if (from && to && from === to) text = dateText(from, lang);
  else if (from && to)
    text =
      years(from) && years(to)
        ? lang === 'zh'
          ? `${from}—${to}年`
          : `${from}–${to}`
        : `${dateText(from, lang)}${lang === 'zh' ? '至' : ' – '}${dateText(to, lang)}`;
  else if (from) text = lang === 'zh' ? `${dateText(from, lang)}起` : `since ${dateText(from, lang)}`;
  else if (to) text = lang === 'zh' ? `截至${dateText(to, lang)}` : `to ${dateText(to, lang)}`;
  if (!text) return '';
  if (basis === 'relative') return lang === 'zh' ? `${text}（推断）` : `${text} (inferred)`;
  if (basis === 'cumulative') return lang === 'zh' ? `${text}累计` : `${text}, cumulative`;
  return text;
}
