import type { Figure, Qualifier } from '../../data/schema.ts';
import type { Lang } from './lang.ts';

const QUALIFIERS: Record<Qualifier, string> = {
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
  人次: 'person-times',
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
};

/** Number formats, each made once: making one costs more than the hundred numbers it then writes. */
const NUMBERS = {
  // Eight decimals of the largest scale are whole yuan: no digit that is printed is rounded away.
  plain: new Intl.NumberFormat('en', { maximumFractionDigits: 8 }),
  han: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 8 }),
  exact: {
    zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }),
    en: new Intl.NumberFormat('en', { maximumFractionDigits: 6 }),
  },
};

const SCALES: [number, string][] = [
  [1e9, ' billion'],
  [1e6, ' million'],
];

/** All digits that newspapers print; "1.298 billion", "47,300". */
function compact(value: number): string {
  for (const [size, word] of SCALES) {
    if (Math.abs(value) >= size) return NUMBERS.plain.format(value / size) + word;
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

function metres(value: number): string {
  return value >= 1e3 ? `${compact(value / 1e3)} km` : `${compact(value)} m`;
}

/** A value in base units with its unit, in English: "CNY 1.298 billion", "960 million kWh", "350 MW". */
export function quantity(value: number, unit: string): string {
  if (unit === 'CNY') return `CNY ${compact(value)}`;
  if (unit === 'W') return watts(value);
  if (unit === 'm') return metres(value);
  if (unit === '%') return `${compact(value)}%`;
  if (unit === 'pp') return `${compact(value)} percentage points`;
  return `${compact(value)} ${word(unit)}`.trim();
}

/** A value with its unit in Chinese, in 万 or 亿 where it is large: "12.98亿元", "1.5万吨". */
export function amountZh(value: number, unit: string): string {
  const [size, word] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${NUMBERS.han.format(value / size)}${word}${unitZh(unit)}`;
}

const unitZh = (unit: string): string => ({ CNY: '元', t: '吨', kWh: '千瓦时' })[unit] ?? unit;

/** A unit as an English word; empty for a counter that says nothing. */
const word = (unit: string): string => COUNTERS[unit] ?? (/\p{Script=Han}/u.test(unit) ? '' : unit);

/** A figure as a reader meets it: in Chinese as printed, in English converted, each with its qualifier. Empty for a dated fact without a number. */
export function figureText(figure: Figure, lang: Lang): string {
  if (figure.reported === null || figure.value === null) return '';
  const { value, upper, unit, qualifier } = figure;
  // A figure printed in English has no Chinese print to show; it is made from the value.
  if (lang === 'zh')
    return /[a-z]{3}/i.test(figure.reported) ? QUALIFIERS_ZH[qualifier] + amountZh(value, unit) : figure.reported.replace(/\s+/g, '');
  if (qualifier === 'several') return `several ${ROUND[value] ?? `times ${compact(value)}`} ${unit === 'CNY' ? 'yuan' : word(unit)}`.trim();
  return QUALIFIERS[qualifier] + (upper === null ? quantity(value, unit) : range(quantity(value, unit), quantity(upper, unit)));
}

const QUANTITY = /^(?:CNY )?([\d.,]+)(.*)$/;

/** Two quantities of a kind, what they share said once: "CNY 250–300 million", "20–30 trains", "350 MW–1.2 GW". */
function range(low: string, high: string): string {
  const [, , lowUnit] = QUANTITY.exec(low)!;
  const [, number, unit] = QUANTITY.exec(high)!;
  return lowUnit === unit ? `${low.slice(0, low.length - unit!.length)}–${number}${unit}` : `${low}–${high.replace('CNY ', '')}`;
}

const QUALIFIERS_ZH: Record<Qualifier, string> = { exact: '', over: '超', nearly: '近', about: '约', 'at-least': '至少', several: '' };

/** One size and unit in which a column of figures is written: "亿元", " million people". */
export interface Scale {
  /** Base units in one of it. */
  size: number;
  /** What stands after the number. */
  word: string;
}

/** The scale of each unit of a list. */
export type Columns = ReadonlyMap<string, Scale>;

/** Sizes in which a unit may be written, smallest first. */
function sizesOf(unit: string, lang: Lang): Scale[] {
  const at = (power: number, word: string): Scale => ({ size: 10 ** power, word });
  const space = lang === 'zh' ? '' : ' ';
  if (unit === '%') return [at(0, '%')];
  if (unit === 'pp') return [at(0, lang === 'zh' ? '个百分点' : ' percentage points')];
  if (unit === 'W') return [at(3, `${space}kW`), at(6, `${space}MW`), at(9, `${space}GW`)];
  if (unit === 'm') return lang === 'zh' ? [at(0, '米'), at(3, '公里')] : [at(0, ' m'), at(3, ' km')];
  if (lang === 'zh') return [at(0, ''), at(4, '万'), at(8, '亿')].map(({ size, word }) => ({ size, word: word + unitZh(unit) }));
  const name = unit === 'CNY' || !word(unit) ? '' : ` ${word(unit)}`;
  return [at(0, name), at(6, ` million${name}`), at(9, ` billion${name}`)];
}

const isNumber = ({ value, qualifier }: Figure): boolean => value !== null && qualifier !== 'several';

/** What a text says after its number, without the words of a qualifier; 千 counts as a number but not in 千万. */
const tailOf = (text: string): string => text.replace(/^.*([\d一二两三四五六七八九十]|[百千](?![万亿]))/, '').replace(QUALIFYING, '');
const BEFORE = '超过|超|逾|突破|高于|接近|将近|近|大约|大概|约|至少|不少于|不低于';
const QUALIFYING = new RegExp(`^(${BEFORE}|上)|[余多来]|(以上|左右|上下)$`, 'g');

/**
 * One scale for each unit of a list, so that sizes can be compared at a glance. A column that is printed in one scale keeps it.
 * Else it takes the scale that writes all its values in the fewest characters, of those that give each value whole in four
 * decimals. Counted things are not cut: there the least value is one or more.
 */
export function columnsOf(figures: readonly Figure[], lang: Lang): Columns {
  const columns = new Map<string, Scale>();
  for (const unit of new Set(figures.filter(isNumber).map((figure) => figure.unit))) {
    const column = figures.filter((figure) => figure.unit === unit && isNumber(figure));
    const sizes = sizesOf(unit, lang);
    const tails = new Set(column.map((figure) => tailOf(figureText(figure, lang))));
    const printed = tails.size === 1 ? sizes.find(({ word }) => tails.has(word)) : undefined;
    columns.set(unit, printed ?? shortest(sizes, column));
  }
  return columns;
}

function shortest(sizes: readonly Scale[], column: readonly Figure[]): Scale {
  const values = column.flatMap(({ value, upper }) => (upper === null ? [value!] : [value!, upper]));
  const isMeasured = ['CNY', 'W', 'm', 't', 'kWh'].includes(column[0]!.unit);
  const fits = ({ size }: Scale) =>
    values.every((value) => Number((value / size).toFixed(4)) === value / size && (isMeasured || value >= size));
  const length = ({ size }: Scale) => values.reduce((n, value) => n + NUMBERS.plain.format(value / size).length, 0);
  const [first, ...larger] = sizes;
  return larger.filter(fits).reduce((best, scale) => (length(scale) < length(best) ? scale : best), first!);
}

/** A figure as its column writes it: as printed where that is the column's scale, else converted, its qualifier kept. */
export function columnText(figure: Figure, lang: Lang, columns: Columns): string {
  const text = figureText(figure, lang);
  const scale = columns.get(figure.unit);
  if (!scale || !isNumber(figure) || tailOf(text) === scale.word) return text;
  const { value, upper, unit, qualifier } = figure;
  const number = [value!, ...(upper === null ? [] : [upper])]
    .map((one) => NUMBERS.plain.format(one / scale.size))
    .join(lang === 'zh' ? '—' : '–');
  if (lang === 'en') return `${QUALIFIERS[qualifier]}${unit === 'CNY' ? 'CNY ' : ''}${number}${scale.word}`;
  const printed = (pattern: string): string => new RegExp(pattern).exec(text)?.[0] ?? '';
  const [before, among, after] = [printed(`^(${BEFORE})`), printed('[余多来]'), printed('(以上|左右|上下)$')];
  // 上千名 and the like, and print in English, have no word of their own to keep.
  if (!before && !among && !after) return QUALIFIERS_ZH[qualifier] + number + scale.word;
  return before + number + scale.word.replace(/^[万亿]?/, `$&${among}`) + after;
}

/** A sum as its column writes its figures. */
export function amountText(value: number, unit: string, lang: Lang, columns: Columns): string {
  const scale = columns.get(unit);
  if (!scale) return lang === 'zh' ? amountZh(value, unit) : quantity(value, unit);
  return `${lang === 'en' && unit === 'CNY' ? 'CNY ' : ''}${NUMBERS.plain.format(value / scale.size)}${scale.word}`;
}

/** The whole number behind a shortened figure: "CNY 1,298,000,000", "over CNY 360,000,000,000". It is no more exact than the print. */
export function exactText(figure: Figure, lang: Lang): string {
  const { value, upper, unit, qualifier } = figure;
  if (value === null) return '';
  if (qualifier === 'several') return figureText(figure, lang);
  const number = NUMBERS.exact[lang];
  const plain = upper === null ? number.format(value) : `${number.format(value)}–${number.format(upper)}`;
  if (lang === 'zh') return QUALIFIERS_ZH[qualifier] + (unit === 'CNY' ? `${plain}元` : `${plain} ${unit}`.trim());
  return QUALIFIERS[qualifier] + (unit === 'CNY' ? `CNY ${plain}` : `${plain} ${word(unit)}`.trim());
}

/** A computed yearly rate of an amount in yuan, to three digits, with the qualifier of the figure it comes from. */
export function rateText(yearly: number, qualifier: Qualifier, lang: Lang): string {
  const rounded = Number(yearly.toPrecision(3));
  if (lang === 'en') return QUALIFIERS[qualifier] + quantity(rounded, 'CNY');
  return QUALIFIERS_ZH[qualifier] + amountZh(rounded, 'CNY');
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
  if (basis === 'relative') return lang === 'zh' ? `${text}（推定）` : `${text} (inferred)`;
  if (basis === 'cumulative') return lang === 'zh' ? `${text}累计` : `${text}, cumulative`;
  return text;
}
