import { describe, expect, test } from 'vitest';
import { parseFigure } from '../../data/figure.ts';

describe('a figure is read as it is printed', () => {
  test.each([
    // Money
    ['12.98亿元', 1_298_000_000, null, 'CNY', 'exact'],
    ['2.56亿元', 256_000_000, null, 'CNY', 'exact'],
    ['7.3亿元', 730_000_000, null, 'CNY', 'exact'],
    ['701.72万元', 7_017_200, null, 'CNY', 'exact'],
    ['6.27千万元', 62_700_000, null, 'CNY', 'exact'],
    ['1.5万亿元', 1_500_000_000_000, null, 'CNY', 'exact'],
    ['3亿元人民币', 300_000_000, null, 'CNY', 'exact'],
    ['3600余亿元', 360_000_000_000, null, 'CNY', 'over'],
    ['7000余万元', 70_000_000, null, 'CNY', 'over'],
    ['6万多元', 60_000, null, 'CNY', 'over'],
    ['3千余万元', 30_000_000, null, 'CNY', 'over'],
    ['近亿元', 100_000_000, null, 'CNY', 'nearly'],
    ['500万美元', 5_000_000, null, '美元', 'exact'],
    // Things and people
    ['35趟', 35, null, '趟', 'exact'],
    ['10万余人次', 100_000, null, '人次', 'over'],
    ['10余万人次', 100_000, null, '人次', 'over'],
    ['10余万', 100_000, null, '', 'over'],
    ['1.5亿人次', 150_000_000, null, '人次', 'exact'],
    ['2000多人次', 2000, null, '人次', 'over'],
    ['1,234个', 1234, null, '个', 'exact'],
    ['12,345,678.5个', 12_345_678.5, null, '个', 'exact'],
    // Units with a base
    ['350MW', 350_000_000, null, 'W', 'exact'],
    ['5GW', 5_000_000_000, null, 'W', 'exact'],
    ['20万千瓦', 200_000_000, null, 'W', 'exact'],
    ['9.6亿千瓦时', 960_000_000, null, 'kWh', 'exact'],
    ['500千瓦时', 500, null, 'kWh', 'exact'],
    ['300万吨', 3_000_000, null, 't', 'exact'],
    ['5千克', 0.005, null, 't', 'exact'],
    ['2500公里', 2_500_000, null, 'm', 'exact'],
    ['5千米', 5000, null, 'm', 'exact'],
    ['3平方公里', 3_000_000, null, 'm²', 'exact'],
    ['2.5万亩', 25_000, null, '亩', 'exact'],
    // Shares
    ['90%', 90, null, '%', 'exact'],
    ['28.39%', 28.39, null, '%', 'exact'],
    ['三成', 30, null, '%', 'exact'],
    ['2.5个百分点', 2.5, null, 'pp', 'exact'],
    ['3百分点', 3, null, 'pp', 'exact'],
    ['3个百分百', 3, null, 'pp', 'exact'],
  ] as const)('%s', (reported, value, upper, unit, qualifier) => {
    expect(parseFigure(reported)).toEqual({ value, upper, unit, qualifier });
  });
});

describe('a word before, after or among the number makes it a bound', () => {
  test.each([
    ['约9.6亿千瓦时', 'about'],
    ['大约30个', 'about'],
    ['100人左右', 'about'],
    ['100人上下', 'about'],
    ['30来个', 'about'],
    ['近3万个', 'nearly'],
    ['接近900亿元', 'nearly'],
    ['将近30个', 'nearly'],
    ['超90%', 'over'],
    ['超过17万人次', 'over'],
    ['突破2亿元', 'over'],
    ['逾13亿元', 'over'],
    ['3600余亿元', 'over'],
    ['260多名', 'over'],
    ['3000人多', 'over'],
    ['一年多', 'over'],
    ['18%以上', 'at-least'],
    ['3000米以上', 'at-least'],
    ['至少30个', 'at-least'],
    ['不少于30个', 'at-least'],
    ['累计超3000人', 'over'],
    ['共约30个', 'about'],
    ['累计3000人', 'exact'],
    ['多达30个', 'exact'],
    ['共30个', 'exact'],
  ])('%s: %s', (reported, qualifier) => {
    expect(parseFigure(reported)?.qualifier).toBe(qualifier);
  });
});

describe('a size without digits counts once', () => {
  test.each([
    ['百余名', 100, '名', 'over'],
    ['千余家', 1000, '家', 'over'],
    ['近万人', 10_000, '人', 'nearly'],
    ['近千万元', 10_000_000, 'CNY', 'nearly'],
    ['十余万元', 100_000, 'CNY', 'over'],
    ['上千名', 1000, '名', 'at-least'],
    ['上百万元', 1_000_000, 'CNY', 'at-least'],
    ['数10万人次', 100_000, '人次', 'several'],
    ['数十万人次', 100_000, '人次', 'several'],
    ['数百家', 100, '家', 'several'],
    ['几十名', 10, '名', 'several'],
  ])('%s', (reported, value, unit, qualifier) => {
    expect(parseFigure(reported)).toEqual({ value, upper: null, unit, qualifier });
  });
});

describe('a range has both ends, in one unit', () => {
  test.each([
    ['20—30个', 20, 30, '个'],
    ['3-5年', 3, 5, '年'],
    ['3～5天', 3, 5, '天'],
    ['3至5年', 3, 5, '年'],
    ['3到5年', 3, 5, '年'],
    ['三至五年', 3, 5, '年'],
    ['3—5万人', 30_000, 50_000, '人'],
    ['8千—1万人', 8000, 10_000, '人'],
    ['20%—30%', 20, 30, '%'],
    ['2.5亿元—3亿元', 250_000_000, 300_000_000, 'CNY'],
  ])('%s', (reported, value, upper, unit) => {
    expect(parseFigure(reported)).toEqual({ value, upper, unit, qualifier: 'exact' });
  });

  test('约 or 余 is said of the whole', () => {
    expect(parseFigure('约20—30个')?.qualifier).toBe('about');
    expect(parseFigure('20—30余个')?.qualifier).toBe('over');
  });
});

describe('money is read in English too', () => {
  test.each([
    ['nearly 120 billion yuan', 120_000_000_000, 'nearly'],
    ['over 8 billion yuan', 8_000_000_000, 'over'],
    ['about 1.5 trillion yuan', 1_500_000_000_000, 'about'],
    ['11.484 billion yuan', 11_484_000_000, 'exact'],
    ['18.8 billion yuan', 18_800_000_000, 'exact'],
    ['2 million yuan', 2_000_000, 'exact'],
    ['7,017,200 yuan', 7_017_200, 'exact'],
  ])('%s', (reported, value, qualifier) => {
    expect(parseFigure(reported)).toEqual({ value, upper: null, unit: 'CNY', qualifier });
  });
});

describe('a whole number up to 99 may be printed in words', () => {
  test.each([
    ['三倍', 3, '倍'],
    ['两条', 2, '条'],
    ['四大', 4, '大'],
    ['十五年', 15, '年'],
    ['十个', 10, '个'],
    ['二十五个', 25, '个'],
    ['九十九名', 99, '名'],
    ['三百名', 300, '名'],
    ['两千名', 2000, '名'],
    ['三十万元', 300_000, 'CNY'],
    ['十个百分点', 10, 'pp'],
    ['连续4年', 4, '年'],
    ['连续五年', 5, '年'],
  ])('%s', (reported, value, unit) => {
    expect(parseFigure(reported)).toEqual({ value, upper: null, unit, qualifier: 'exact' });
  });
});

describe('what cannot be read whole is refused, never guessed', () => {
  test.each([
    ['', 'nothing'],
    [' ', 'nothing'],
    ['很多', 'no number'],
    ['亿元', 'no number'],
    ['万人', 'a size that may be a name'],
    ['百万元', 'a size that may be a name'],
    ['约', 'a word alone'],
    ['上', 'a word alone'],
    ['数', 'a word alone'],
    ['几个', 'no size'],
    ['数5万个', 'neither size nor number'],
    ['12..3亿', 'two points'],
    ['12.亿', 'no decimals'],
    ['.5亿', 'no whole'],
    ['1.2.3个', 'two points'],
    ['1,2亿', 'a comma out of place'],
    ['1,2345个', 'a comma out of place'],
    ['12,34', 'a comma out of place'],
    ['-5%', 'a sign'],
    ['5+个', 'a sign'],
    ['5个6个', 'two numbers'],
    ['二十五六个', 'two numbers'],
    ['两三个', 'two numbers'],
    ['三百五十名', 'a numeral above 99 that is not round'],
    ['一百二十名', 'a numeral above 99 that is not round'],
    ['5—3个', 'a range from the larger'],
    ['5—5个', 'a range of nothing'],
    ['3000—5万人', 'a range whose lower end may be in 万 or not'],
    ['20个—30%', 'a range of two units'],
    ['20—个', 'half a range'],
    ['不到5%', 'a bound from above'],
    ['3天以内', 'a bound from above'],
    ['100人以下', 'a bound from above'],
    ['3年半', 'a half'],
    ['一半', 'a half'],
    ['三分之一', 'a fraction'],
    ['百分之九十', 'a fraction'],
    ['第3个', 'an ordinal'],
    ['2016年', 'a year'],
    ['2016—2020年', 'years'],
    ['2023年12月', 'a date'],
    ['一定', 'a word that begins with one'],
    ['一些', 'a word that begins with one'],
    ['一带一路', 'a word that begins with one'],
    ['十一期间', 'a holiday'],
    ['5元/吨', 'a rate'],
    ['3个（含在建）', 'a remark'],
    ['3个很好很大的项目', 'a sentence'],
    ['NaN', 'no number'],
    ['1e5个', 'not print'],
    ['billion yuan', 'no number'],
    ['8 billion', 'no unit'],
    ['8 billions yuan', 'not a word it knows'],
    ['under 8 billion yuan', 'a bound from above'],
    ['5 to 8 billion yuan', 'a range in English'],
    ['8billion yuan', 'torn print'],
    ['5constructor', 'not print'],
  ])('%j: %s', (reported) => {
    expect(parseFigure(reported)).toBeNull();
  });
});

test('torn and full-width print reads as if whole and plain', () => {
  const whole = parseFigure('12.98亿元');
  expect(parseFigure(' 12. 98\n亿 元 ')).toEqual(whole);
  expect(parseFigure('12.98\u3000亿元')).toEqual(whole);
  expect(parseFigure('１２．９８亿元')).toEqual(whole);
  expect(parseFigure('1，234个')).toEqual(parseFigure('1,234个'));
  expect(parseFigure('90％')).toEqual(parseFigure('90%'));
});

test.each([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['百亿', 10],
  ['千亿', 11],
  ['万亿', 12],
])('1%s = 10^%i', (magnitude, power) => {
  expect(parseFigure(`1${magnitude}个`)?.value).toBe(10 ** power);
});

test('12.98亿 is 1298000000 and not a neighbour of it', () => {
  // Through binary fractions it would not be.
  expect(1.1 * 1e8).not.toBe(110_000_000);
  expect(parseFigure('1.1亿元')?.value).toBe(110_000_000);
  expect(parseFigure('12.98亿元')?.value).toBe(1_298_000_000);
});

test('every decimal with a magnitude has the value that whole-number arithmetic gives it', () => {
  const random = seeded(20260105);
  const upTo = (n: number) => Math.floor(random() * n);
  const powers = { '': 0, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 百亿: 10, 千亿: 11, 万亿: 12 };
  const units = { 元: 0, 个: 0, MW: 6, 公里: 3 };
  const choose = <T>(list: Record<string, T>) => Object.entries(list)[upTo(Object.keys(list).length)]!;
  let tried = 0;
  while (tried < 2000) {
    const [magnitude, power] = choose(powers);
    const [unit, unitPower] = choose(units);
    const decimals = upTo(5);
    const digits = String(1 + upTo(10 ** (1 + upTo(9)))).padStart(decimals + 1, '0');
    const printed = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
    // In ten-thousandths, so that four decimals are whole.
    const expected = BigInt(digits) * 10n ** BigInt(power + unitPower + 4 - decimals);
    if (expected > BigInt(Number.MAX_SAFE_INTEGER)) continue;
    tried++;
    const { value } = parseFigure(printed + magnitude + unit) ?? { value: NaN };
    expect(BigInt(value.toFixed(4).replace('.', '')), printed + magnitude + unit).toBe(expected);
  }
});

/** Mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
