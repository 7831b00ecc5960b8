import { describe, expect, test } from 'vitest';
import { everyFigure } from '../../src/state/world.ts';
import { dateText, exactText, figureText, periodText } from '../../src/text/figure.ts';
import { figure, REAL } from '../fixtures/world.ts';

const HAN = /\p{Script=Han}/u;

describe('a figure in English', () => {
  test.each([
    // Money
    ['12.98亿元', 'CNY 1.298 billion'],
    ['7.3亿元', 'CNY 730 million'],
    ['210315万元', 'CNY 2,103.15 million'],
    ['701.72万元', 'CNY 7.0172 million'],
    ['50万元', 'CNY 500,000'],
    ['3600余亿元', 'over CNY 360 billion'],
    ['接近900亿元', 'nearly CNY 90 billion'],
    ['6万多元', 'over CNY 60,000'],
    // Counted things: a counter that says something has its word, one that does not is left to the label
    ['131个', '131'],
    ['近3万个', 'nearly 30,000'],
    ['8.5万名', '85,000 people'],
    ['10万余人次', 'over 100,000 attendances'],
    ['上千名', 'at least 1,000 people'],
    ['3413户', '3,413 households'],
    ['623万棵', '6.23 million trees'],
    ['35趟', '35 trips'],
    ['180列', '180 trains'],
    ['2.5万亩', '25,000 mu'],
    ['三倍', '3 times'],
    ['4个月', '4 months'],
    // Units with a base
    ['350MW', '350 MW'],
    ['5GW', '5 GW'],
    ['20万千瓦', '200 MW'],
    ['500千瓦', '500 kW'],
    ['约9.6亿千瓦时', 'about 960 million kWh'],
    ['近300万吨', 'nearly 3 million tonnes'],
    ['2500公里', '2,500 km'],
    ['800米', '800 m'],
    // Shares
    ['28.39%', '28.39%'],
    ['超90%', 'over 90%'],
    ['18%以上', 'at least 18%'],
    ['2.5个百分点', '2.5 percentage points'],
  ])('%s: %s', (reported, english) => {
    expect(figureText(figure('one', reported), 'en')).toBe(english);
  });

  test.each([
    ['20—30列', '20–30 trains'],
    ['约20—30个', 'about 20–30'],
    ['20%—30%', '20–30%'],
    ['3—5万人', '30,000–50,000 people'],
    ['2.5亿元—3亿元', 'CNY 250–300 million'],
    ['90万元—110万元', 'CNY 900,000–1.1 million'],
    ['350MW—1200MW', '350 MW–1.2 GW'],
  ])('of a range says what both ends share once: %s', (reported, english) => {
    expect(figureText(figure('one', reported), 'en')).toBe(english);
  });

  test.each([
    ['数10万人次', 'several hundred thousand attendances'],
    ['数百家', 'several hundred'],
    ['数百万元', 'several million yuan'],
    ['数百千瓦时', 'several hundred kWh'],
  ])('of a size without a number guesses none: %s', (reported, english) => {
    expect(figureText(figure('one', reported), 'en')).toBe(english);
  });
});

test.each([
  ['patients', '3万余人次', 'over 30,000 visits'],
  ['people-trained', '13万余人次', 'over 130,000 training places'],
  ['screenings', '83万人次', '830,000 screenings'],
  ['audience', '2.38万人次', '23,800 attendances'],
  ['views', '1.5亿人次', '150 million views'],
  ['altitude', '3000米以上', 'at least 3,000 m'],
  ['distance', '2500公里', '2,500 km'],
  ['gap', '30余个百分点', 'over 30 percentage points'],
  ['gap', '30余个百分百', 'over 30 percentage points'],
  ['wagons', '50组集装箱', '50 groups of containers'],
  ['wagons', '47节车厢', '47 wagons'],
])('of %s, %s is %s', (measure, reported, english) => {
  expect(figureText(figure('one', reported, { measure }), 'en')).toBe(english);
});

test.each(['12.98亿元', '106万元', '570余万元', '7000余万元', '13万余人次', '100万余名', '3600余亿元', '数10万人次', '20—30列', '近万人'])(
  'in Chinese a figure is as printed: %s',
  (reported) => {
    expect(figureText(figure('one', reported), 'zh')).toBe(reported);
  },
);

test('print that was torn over a line is whole again', () => {
  expect(figureText(figure('one', '12. 98\n亿元'), 'zh')).toBe('12.98亿元');
});

test('a dated fact without a number has no figure to show, and no 0', () => {
  const fact = figure('one', null);
  expect([figureText(fact, 'zh'), figureText(fact, 'en'), exactText(fact, 'zh'), exactText(fact, 'en')]).toEqual(['', '', '', '']);
});

describe('the whole number behind a figure', () => {
  test.each([
    ['12.98亿元', '1,298,000,000元', 'CNY 1,298,000,000'],
    ['8.5万名', '85,000名', '85,000 people'],
    ['350MW', '350,000,000 W', '350,000,000 W'],
    ['0.5千克', '0.0005吨', '0.0005 tonnes'],
    ['20—30列', '20–30列', '20–30 trains'],
    ['10余万', '超100,000', 'over 100,000'],
  ])('%s', (reported, zh, en) => {
    expect([exactText(figure('one', reported), 'zh'), exactText(figure('one', reported), 'en')]).toEqual([zh, en]);
  });

  test.each([
    ['3600余亿元', '超360,000,000,000元', 'over CNY 360,000,000,000'],
    ['近3万个', '近30,000个', 'nearly 30,000'],
    ['约9.6亿千瓦时', '约960,000,000千瓦时', 'about 960,000,000 kWh'],
    ['上千名', '至少1,000名', 'at least 1,000 people'],
    ['数10万人次', '数10万人次', 'several hundred thousand attendances'],
  ])('is no more exact than the print: %s', (reported, zh, en) => {
    expect([exactText(figure('one', reported), 'zh'), exactText(figure('one', reported), 'en')]).toEqual([zh, en]);
  });
});

test.each([
  ['2023', '2023年', '2023'],
  ['2023-06', '2023年6月', 'Jun 2023'],
  ['2023-06-01', '2023年6月1日', '1 Jun 2023'],
  ['2023-12-31', '2023年12月31日', '31 Dec 2023'],
])('a date is said as exactly as it is known: %s', (date, zh, en) => {
  expect([dateText(date, 'zh'), dateText(date, 'en')]).toEqual([zh, en]);
});

describe('a period', () => {
  test.each([
    ['2021', '2025', '2021—2025年', '2021–2025'],
    ['2023', '2023', '2023年', '2023'],
    ['2023-06', '2023-06', '2023年6月', 'Jun 2023'],
    ['2023-12-26', '2025', '2023年12月26日至2025年', '26 Dec 2023 – 2025'],
    ['2016', null, '2016年起', 'since 2016'],
    [null, '2026-01', '截至2026年1月', 'to Jan 2026'],
    [null, null, '', ''],
  ])('from %s to %s', (from, to, zh, en) => {
    const period = { from, to, basis: 'stated' } as const;
    expect([periodText(period, 'zh'), periodText(period, 'en')]).toEqual([zh, en]);
  });

  test('that was inferred, or counts from an unstated beginning, says so', () => {
    const years = { from: '2021', to: '2025' };
    expect(periodText({ ...years, basis: 'relative' }, 'zh')).toBe('2021—2025年（推断）');
    expect(periodText({ ...years, basis: 'relative' }, 'en')).toBe('2021–2025 (inferred)');
    expect(periodText({ ...years, basis: 'cumulative' }, 'zh')).toBe('2021—2025年累计');
    expect(periodText({ ...years, basis: 'cumulative' }, 'en')).toBe('2021–2025, cumulative');
  });

  test('left open is left unsaid, whatever its basis', () => {
    for (const basis of ['stated', 'relative', 'cumulative'] as const) expect(periodText({ from: null, to: null, basis }, 'en')).toBe('');
  });
});

describe('every figure of the data', () => {
  const figures = everyFigure(REAL.dataset);

  test('has a text in both languages if it has a number, and none if not', () => {
    for (const one of figures) {
      for (const lang of ['zh', 'en'] as const) {
        expect(figureText(one, lang) !== '', one.id).toBe(one.value !== null);
        expect(exactText(one, lang) !== '', one.id).toBe(one.value !== null);
      }
    }
    expect(figures.filter(({ value }) => value !== null).length).toBeGreaterThan(200);
  });

  test('is in English without a Chinese character, and nowhere undefined', () => {
    for (const one of figures) {
      const english = [figureText(one, 'en'), exactText(one, 'en'), periodText(one, 'en')].join(' ');
      expect(english, one.id).not.toMatch(HAN);
      const chinese = [figureText(one, 'zh'), exactText(one, 'zh'), periodText(one, 'zh')].join(' ');
      expect(`${english} ${chinese}`, one.id).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
    }
  });

  test('keeps its qualifier: what is printed as a bound never reads as exact', () => {
    const words = {
      exact: /^(CNY )?\d/,
      over: /^over /,
      nearly: /^nearly /,
      about: /^about /,
      'at-least': /^at least /,
      several: /^several /,
    };
    for (const one of figures) if (one.value !== null) expect(figureText(one, 'en'), one.id).toMatch(words[one.qualifier]);
  });

  test('says in English the number that was read, every digit of it', () => {
    const SIZES: Record<string, number> = { billion: 1e9, million: 1e6, GW: 1e9, MW: 1e6, kW: 1e3, km: 1e3 };
    for (const one of figures) {
      if (one.value === null || one.qualifier === 'several') continue;
      const [, digits, size = ''] = /([\d.,]+)\s*(\w*)/.exec(figureText(one, 'en'))!;
      const value = Number(digits!.replaceAll(',', '')) * (SIZES[size] ?? 1);
      expect(Math.abs(value / one.value - 1), one.id).toBeLessThan(1e-12);
    }
  });
});
