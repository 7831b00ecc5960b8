import type { Qualifier } from './schema.ts';

/** What the parser reads from a figure as printed. */
export interface Reading {
  /** In base units; of a range its lower end. */
  value: number;
  /** Upper end of a range, or null. */
  upper: number | null;
  unit: string;
  qualifier: Qualifier;
}

/** Powers of ten a Chinese magnitude stands for. */
const MAGNITUDE: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 };
const MAGNITUDES = '(?:[十百千]?万亿|[十百千]?[万亿]|[十百千])';

/** Units with a base: power of ten to it, its symbol, and for 斤-like units a factor. Anything else is a counter word and stays as printed. */
const UNITS: Record<string, { unit: string; power?: number; factor?: number }> = {
  元: { unit: 'CNY' },
  元人民币: { unit: 'CNY' },
  吨: { unit: 't' },
  公斤: { unit: 't', power: -3 },
  千瓦时: { unit: 'kWh' },
  度: { unit: 'kWh' },
  kW: { unit: 'W', power: 3 },
  千瓦: { unit: 'W', power: 3 },
  MW: { unit: 'W', power: 6 },
  兆瓦: { unit: 'W', power: 6 },
  GW: { unit: 'W', power: 9 },
  公里: { unit: 'm', power: 3 },
  千米: { unit: 'm', power: 3 },
  米: { unit: 'm' },
  亩: { unit: '亩' },
  平方公里: { unit: 'm²', power: 6 },
  平方米: { unit: 'm²' },
  '%': { unit: '%' },
  '％': { unit: '%' },
  百分点: { unit: 'pp' },
  个百分点: { unit: 'pp' },
};

const BEFORE: [RegExp, Qualifier][] = [
  [/^(大约|大概|约)/, 'about'],
  [/^(接近|将近|近)/, 'nearly'],
  [/^(不少于|不低于|至少)/, 'at-least'],
  [/^(超过|超|逾|突破|多达|高于)/, 'over'],
  [/^(总计|共计|累计|达到|达|共)/, 'exact'],
];
const AFTER: [RegExp, Qualifier][] = [
  [/以上$/, 'at-least'],
  [/(左右|上下)$/, 'about'],
];
const WITHIN: Record<string, Qualifier> = { 余: 'over', 多: 'over', 来: 'about' };
/** A single number may be printed as a word: 三倍, 六个. */
const DIGITS: Record<string, string> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/**
 * Reads a figure exactly as a newspaper prints it: `12.98亿元`, `3600余亿元`, `近3万个`, `上千名`, `数10万人次`, `20—30个`.
 *
 * Decimal digits are shifted as text, so `12.98亿` is 1298000000 and not a neighbour of it. Returns null when it cannot
 * read the whole string: nothing is guessed.
 */
export function parseFigure(reported: string): Reading | null {
  let rest = reported.replace(/\s+/g, '').replace(/，/g, ',');
  let qualifier: Qualifier = 'exact';
  for (const [pattern, found] of BEFORE) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    qualifier = found;
    break;
  }
  for (const [pattern, found] of AFTER) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    qualifier = found;
  }

  rest = (DIGITS[rest.charAt(0)] ?? rest.charAt(0)) + rest.slice(1);

  // 上千名 and 数10万人次 give a size, not a number: at least a thousand; several times a hundred thousand.
  const vague = rest.match(new RegExp(`^([上数])(100|10|1)?(${MAGNITUDES})?(.*)$`));
  if (vague) {
    const [, word, digits, magnitude, unit] = vague;
    if (!digits && !magnitude) return null;
    return reading(digits ?? '1', null, magnitude, unit ?? '', word === '上' ? 'at-least' : 'several');
  }

  // 千余家, 百余名, 近万人: the magnitude stands alone.
  const bare = rest.match(new RegExp(`^(${MAGNITUDES})([余多]?)(.*)$`));
  if (bare && (bare[2] || qualifier !== 'exact')) return reading('1', null, bare[1], bare[3] ?? '', bare[2] ? 'over' : qualifier);

  const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
  const plain = rest.match(new RegExp(`^(${number})(?:[—–~～至-]+(${number}))?([余多来])?(${MAGNITUDES})?([余多来])?(.*)$`));
  if (!plain) return null;
  const [, low, high, early, magnitude, late, tail] = plain;
  // 100名以上, 3000人多: the word may also follow the unit's first character run.
  const trailing = tail?.match(/^(\D*?)([余多])$/);
  const word = early ?? late ?? trailing?.[2];
  const unit = trailing ? trailing[1] : tail;
  return reading(low!, high ?? null, magnitude, unit ?? '', word ? WITHIN[word]! : qualifier);
}

function reading(low: string, high: string | null, magnitude: string | undefined, unit: string, qualifier: Qualifier): Reading | null {
  // A unit is a word; digits or punctuation left over, or a number word before it (二十五个), mean that the string was not understood.
  const known = UNITS[unit];
  if (/[\d.,，。；、]/.test(unit) || (!known && /^[一二两三四五六七八九十百千万亿]/.test(unit))) return null;
  const power = (magnitude ? MAGNITUDE[magnitude]! : 0) + (known?.power ?? 0);
  const value = shift(low, power);
  const upper = high === null ? null : shift(high, power);
  if (upper !== null && upper <= value) return null;
  return { value, upper, unit: known?.unit ?? unit, qualifier };
}

/** A decimal number as printed, times ten to `power`, without passing through binary fractions. */
function shift(digits: string, power: number): number {
  return Number(`${digits.replaceAll(',', '')}e${power}`);
}

/** Splits `2021/2025`, `2023-06` or `2021/` into its first and last date; null stands for an open end. */
export function parsePeriod(period: string | null): { from: string | null; to: string | null } {
  if (period === null) return { from: null, to: null };
  const [from, to] = period.split('/');
  return { from: from || null, to: to === undefined ? from || null : to || null };
}
