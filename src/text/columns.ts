import type { Figure } from '../../data/schema.ts';
import { amountZh, figureText, NUMBERS, one, quantity, QUALIFIERS, QUALIFIERS_ZH, unitWord, unitZh } from './figure.ts';
import type { Lang } from '../state/lang.ts';

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
function sizesOf(unit: string, lang: Lang, measure = ''): Scale[] {
  const at = (power: number, word: string): Scale => ({ size: 10 ** power, word });
  const space = lang === 'zh' ? '' : ' ';
  if (unit === '%') return [at(0, '%')];
  if (unit === 'pp') return [at(0, lang === 'zh' ? '个百分点' : ' percentage points')];
  if (unit === 'W') return [at(3, `${space}kW`), at(6, `${space}MW`), at(9, `${space}GW`)];
  if (unit === 'm' && measure === 'altitude') return [at(0, lang === 'zh' ? '米' : ' m')];
  if (unit === 'm') return lang === 'zh' ? [at(0, '米'), at(3, '公里')] : [at(0, ' m'), at(3, ' km')];
  if (lang === 'zh') return [at(0, ''), at(4, '万'), at(8, '亿')].map(({ size, word }) => ({ size, word: word + unitZh(unit) }));
  const word = unitWord(unit, measure);
  const name = unit === 'CNY' || !word ? '' : ` ${word}`;
  return [at(0, name), at(6, ` million${name}`), at(9, ` billion${name}`)];
}

const isNumber = ({ value, qualifier }: Figure): boolean => value !== null && qualifier !== 'several';

/** What a text says after its number, without the words of a qualifier; 千 counts as a number but not in 千万. */
const tailOf = (text: string): string => text.replace(/^.*([\d一二两三四五六七八九十]|[百千](?![万亿]))/, '').replace(QUALIFYING, '');
const BEFORE = '超过|超|逾|突破|高于|接近|将近|近|大约|大概|约|至少|不少于|不低于';
const QUALIFYING = new RegExp(`^(${BEFORE}|上)|[余多来]|(以上|左右|上下)$`, 'g');

/** A number of a column may be this much smaller than its scale, and have so many decimals; beyond either it is easier to read as it was printed. */
const LEAST_PART = 0.1;
const DECIMALS = 4;

/**
 * One scale for each unit of a column that is there to be compared: the table's, and a row of two pairings. A column printed
 * in one scale keeps it; else it takes the scale in fewest characters. A unit has none where a number in it would not be
 * one that people write, such as 0.0106亿元 or 1,000,000余名: then each stands as printed. Running lists do so always.
 */
export function columnsOf(figures: readonly Figure[], lang: Lang): Columns {
  const columns = new Map<string, Scale>();
  for (const unit of new Set(figures.filter(isNumber).map((figure) => figure.unit))) {
    const column = figures.filter((figure) => figure.unit === unit && isNumber(figure));
    const sizes = sizesOf(unit, lang, column[0]!.measure);
    const tails = new Set(column.map((figure) => tailOf(figureText(figure, lang))));
    const printed = tails.size === 1 ? sizes.find(({ word }) => tails.has(word)) : undefined;
    const values = column.flatMap(({ value, upper }) => (upper === null ? [value!] : [value!, upper]));
    const scale = printed ?? scaleOf(values, unit, lang);
    if (printed || values.every((value) => isWritten(value, scale, sizes, lang))) columns.set(unit, scale);
  }
  return columns;
}

/** Whether people would write a value in a scale: 0.1亿元 but not 0.0106亿元, CNY 1,298 million but not 15000万元. */
function isWritten(value: number, { size }: Scale, sizes: readonly Scale[], lang: Lang): boolean {
  const part = value / size;
  const larger = sizes.find((scale) => scale.size > size);
  // Chinese takes 亿 from its first on; English goes on in millions up to ten thousand of them.
  const long = larger !== undefined && value >= larger.size * (lang === 'zh' ? 1 : 10);
  return part >= LEAST_PART && Number(part.toFixed(DECIMALS)) === part && !long;
}

/** The scale that writes values of a unit in the fewest characters, none cut. For numbers that nobody printed: sums, rates. */
export function scaleOf(values: readonly number[], unit: string, lang: Lang): Scale {
  const isMeasured = ['CNY', 'W', 'm', 't', 'kWh'].includes(unit);
  const fits = ({ size }: Scale) =>
    values.every((value) => Number((value / size).toFixed(4)) === value / size && (isMeasured || value >= size));
  const length = ({ size }: Scale) => values.reduce((n, value) => n + NUMBERS.plain.format(value / size).length, 0);
  const [first, ...larger] = sizesOf(unit, lang);
  return larger.filter(fits).reduce((best, scale) => (length(scale) < length(best) ? scale : best), first!);
}

/** What stands after a number in English: " trains", but " train" after 1. */
const wordOf = (number: string, { size, word }: Scale): string => (size === 1 && number === '1' ? one(word) : word);

/** A figure as its column writes it: as printed where that is the column's scale, else converted, its qualifier kept. */
export function columnText(figure: Figure, lang: Lang, columns: Columns): string {
  const text = figureText(figure, lang);
  const scale = columns.get(figure.unit);
  if (!scale || !isNumber(figure) || tailOf(text) === scale.word) return text;
  const { value, upper, unit, qualifier } = figure;
  const number = [value!, ...(upper === null ? [] : [upper])]
    .map((one) => NUMBERS[lang === 'zh' ? 'han' : 'plain'].format(one / scale.size))
    .join(lang === 'zh' ? '—' : '–');
  if (lang === 'en') return `${QUALIFIERS[qualifier]}${unit === 'CNY' ? 'CNY ' : ''}${number}${wordOf(number, scale)}`;
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
  const number = NUMBERS[lang === 'zh' ? 'han' : 'plain'].format(value / scale.size);
  return `${lang === 'en' && unit === 'CNY' ? 'CNY ' : ''}${number}${lang === 'en' ? wordOf(number, scale) : scale.word}`;
}
