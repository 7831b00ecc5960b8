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

/** Powers of ten. A number may take one of each, in this order, as in 6.27千万. */
const SMALL: Record<string, number> = { 百: 2, 千: 3 };
const BIG: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12 };

/** Units with a base: its symbol and the power of ten to it. Any other word is a counter and stays as printed. */
const UNITS: Record<string, { unit: string; power: number }> = {
  元: { unit: 'CNY', power: 0 },
  元人民币: { unit: 'CNY', power: 0 },
  吨: { unit: 't', power: 0 },
  公斤: { unit: 't', power: -3 },
  千克: { unit: 't', power: -3 },
  千瓦时: { unit: 'kWh', power: 0 },
  度: { unit: 'kWh', power: 0 },
  kW: { unit: 'W', power: 3 },
  千瓦: { unit: 'W', power: 3 },
  MW: { unit: 'W', power: 6 },
  兆瓦: { unit: 'W', power: 6 },
  GW: { unit: 'W', power: 9 },
  公里: { unit: 'm', power: 3 },
  千米: { unit: 'm', power: 3 },
  米: { unit: 'm', power: 0 },
  平方公里: { unit: 'm²', power: 6 },
  平方米: { unit: 'm²', power: 0 },
  成: { unit: '%', power: 1 },
  百分点: { unit: 'pp', power: 0 },
  个百分点: { unit: 'pp', power: 0 },
  // A common misprint for it.
  个百分百: { unit: 'pp', power: 0 },
};

/** Says that a sum was made up or a time ran on; the number is as exact as without it. */
const LEAD = /^(总计|共计|累计|达到|多达|高达|达|共|连续)/;
const BEFORE: [RegExp, Qualifier][] = [
  [/^(大约|大概|约)/, 'about'],
  [/^(接近|将近|近)/, 'nearly'],
  [/^(不少于|不低于|至少)/, 'at-least'],
  [/^(超过|超|逾|突破|高于)/, 'over'],
];
const AFTER: [RegExp, Qualifier][] = [
  [/以上$/, 'at-least'],
  [/(左右|上下)$/, 'about'],
];
/** 3600余亿, 10多个, 30来所: the word stands among the number's own. */
const AMONG: Record<string, Qualifier> = { 余: 'over', 多: 'over', 来: 'about' };

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
// In 千瓦, 千米, 千克 and 百分点 the first character belongs to the unit.
const AMOUNT = new RegExp(`^(${NUMBER})?(千(?![瓦米克])|百(?!分))?([余多来])?(万亿|[万亿])?([余多来])?(.*)$`);

const DIGITS = '一二三四五六七八九';
/** Up to 99 a whole number may be printed in words: 三倍, 十五年, 二十万. The look-ahead keeps 一定 and 十一期间 words. */
const NUMERAL =
  /^(?:([二三四五六七八九])?(十)([一二三四五六七八九])?|([一二两三四五六七八九]))(?=[余多来百千万亿至到—–~-]|期(?!间)|[个名位人家所项条场次趟列年月天日周倍成大座对份种类套件组户村届轮元吨米公])/;

/** Money as a paper in English prints it: over 8 billion yuan. */
const ENGLISH = new RegExp(`^(?:(over|nearly|about) )?(${NUMBER}) (?:(million|billion|trillion) )?yuan$`);
const ENGLISH_POWERS: Record<string, number> = { million: 6, billion: 9, trillion: 12 };

/** Words that no unit holds. With one left over, as in 3天以内, 一半 or 二十五六个, the string was not understood. */
const NOT_IN_UNIT = /[半几些第不至到一二两三四五六七八九十千万亿]|^百|以内|之内|以下/;
const COUNTER = /^(?:[A-Za-z]{1,4}|[%‰]|\p{Script=Han}{1,5})?$/u;

/**
 * Reads a figure exactly as a newspaper prints it: `12.98亿元`, `3600余亿元`, `近3万个`, `上千名`, `数10万人次`, `20—30个`.
 *
 * Decimal digits are shifted as text, so `12.98亿` is 1298000000 and not a neighbour of it. Returns null when it cannot
 * read the whole string: nothing is guessed. So it refuses a bound from above (`不到5%`, `3天以内`), a numeral in words
 * above 99 that is not round (`三百五十名`), and a year (`2016年`), which is a date and no amount. Of English it reads
 * amounts of yuan (`over 8 billion yuan`) and no more.
 */
export function parseFigure(reported: string): Reading | null {
  const english = ENGLISH.exec(reported);
  if (english) {
    const [, qualifier = 'exact', digits, magnitude] = english;
    const power = magnitude ? ENGLISH_POWERS[magnitude]! : null;
    return reading({ digits: digits!, power, isBare: false, among: undefined, rest: '' }, null, '元', qualifier as Qualifier);
  }
  // Torn print leaves spaces behind; NFKC turns full-width digits, commas and per cent signs into plain ones.
  let rest = reported.normalize('NFKC').replace(/\s+/g, '').replace(LEAD, '');
  const strip = (words: [RegExp, Qualifier][]): Qualifier | undefined => {
    const found = words.find(([pattern]) => pattern.test(rest));
    if (found) rest = rest.replace(found[0], '');
    return found?.[1];
  };
  const [before, after] = [strip(BEFORE), strip(AFTER)];
  const qualifier = after ?? before ?? 'exact';

  // 上千名 and 数10万人次 give a size, not a number: at least a thousand; several times a hundred thousand.
  const vague = /^[上数几]/.exec(rest)?.[0];
  const low = amount(vague ? rest.slice(1) : rest);
  if (!low) return null;
  if (vague) {
    const isSize = /^10*$/.test(low.digits) && (low.power !== null || low.digits !== '1');
    return isSize ? reading(low, null, low.rest, vague === '上' ? 'at-least' : 'several') : null;
  }
  // 千余家 and 近万人 have a size for a number; 千人 alone may as well be a name.
  if (low.isBare && !low.among && qualifier === 'exact') return null;

  const range = low.rest.match(/^(.*?)(?:[—–~-]{1,2}|至|到)(.+)$/);
  if (range) {
    const [, unit, end] = range;
    const high = amount(end!);
    if (!high || high.isBare || (unit && unit !== high.rest)) return null;
    // 3—5万 is 3万—5万, but 8个—1万个 is not 8万个—1万个.
    const power = low.power ?? (unit ? null : high.power);
    return reading({ ...low, power }, high, high.rest, high.among ? AMONG[high.among]! : qualifier);
  }
  // 3000人多, 一年多: the word may also follow the unit.
  const trailing = low.rest.match(/^(\D+?)([余多])$/);
  const among = low.among ?? trailing?.[2];
  return reading(low, null, trailing ? trailing[1]! : low.rest, among ? AMONG[among]! : qualifier);
}

interface Amount {
  digits: string;
  /** Power of ten of its 千, 万, 亿; null where it has none. */
  power: number | null;
  /** No digits, only 千 or 万, which then counts once. */
  isBare: boolean;
  among: string | undefined;
  rest: string;
}

function amount(text: string): Amount | null {
  const plain = text.replace(NUMERAL, (_, tens?: string, ten?: string, ones?: string, one?: string) =>
    ten ? `${tens ? digit(tens) : 1}${ones ? digit(ones) : 0}` : digit(one!),
  );
  const [, digits, small, early, big, late, rest] = plain.match(AMOUNT)!;
  if (!digits && !small && !big) return null;
  const power = small || big ? (SMALL[small ?? ''] ?? 0) + (BIG[big ?? ''] ?? 0) : null;
  return { digits: digits ?? '1', power, isBare: !digits, among: early ?? late, rest: rest! };
}

const digit = (character: string): string => (character === '两' ? '2' : String(DIGITS.indexOf(character) + 1));

function reading(low: Amount, high: Amount | null, unit: string, qualifier: Qualifier): Reading | null {
  const known = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (!known && (NOT_IN_UNIT.test(unit) || !COUNTER.test(unit))) return null;
  const value = shift(low, known?.power ?? 0);
  const upper = high && shift(high, known?.power ?? 0);
  if (!Number.isFinite(upper ?? value)) return null;
  if (upper !== null && upper <= value) return null;
  // 2016年 is a date.
  if (unit === '年' && qualifier === 'exact' && value >= 1900 && value < 2100) return null;
  return { value, upper, unit: known?.unit ?? unit, qualifier };
}

/** An amount in base units, without passing through binary fractions. */
function shift({ digits, power }: Amount, unitPower: number): number {
  return Number(`${digits.replaceAll(',', '')}e${(power ?? 0) + unitPower}`);
}
