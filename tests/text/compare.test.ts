import { describe, expect, test } from 'vitest';
import { compare, type Compared } from '../../src/state/compare.ts';
import { allFigures } from '../../src/state/world.ts';
import { comparisonSentence, differenceText, rateTexts } from '../../src/text/compare.ts';
import { hasName } from '../../src/text/counted.ts';
import { REAL } from '../fixtures/world.ts';

const [haixi, xining] = [REAL.findPairing('zhejiang-haixi')!, REAL.findPairing('nanjing-xining')!];
const row = (measure: string): Compared =>
  compare(haixi, xining)
    .groups.flatMap(({ rows }) => rows)
    .find((one) => one.measure === measure)!;

test('every measure of the data has words', () => {
  const measures = new Set(REAL.dataset.pairings.flatMap((pairing) => allFigures(pairing).map(({ measure }) => measure)));
  expect([...measures].filter((measure) => !hasName(measure))).toEqual([]);
});

describe('a difference', () => {
  test('says how many times and by how much, computed to two and three digits', () => {
    expect(differenceText(row('aid-total'), 'en')).toEqual({ chief: 'A 2.8×', by: 'CNY 168 million more a year' });
    expect(differenceText(row('aid-total'), 'zh')).toEqual({ chief: 'A 是另一方的 2.8 倍', by: '每年多1.68亿元' });
  });
  test('is about as much where a figure is no more exact, and no multiple where the two round to the same', () => {
    const rough = (ratio: number): Compared => {
      const { difference, ...rest } = row('aid-total');
      return { ...rest, difference: { ...difference!, ratio, rough: true } };
    };
    expect(differenceText(rough(2.845), 'en')).toEqual({ chief: 'A about 2.8×', by: 'about CNY 168 million more a year' });
    expect(differenceText(rough(1.01), 'en').chief).toBe('about the same');
  });
  test('gives its reason where there is none', () => {
    expect(differenceText(row('agreements'), 'en')).toEqual({ chief: 'only one is reported', by: '' });
  });
});

test('rates are marked as computed, in one scale', () => {
  expect(rateTexts(row('aid-total'), 'zh')).toEqual({ a: '年均 2.6亿元（本站计算）', b: '年均 0.913亿元（本站计算）' });
  expect(rateTexts(row('agreements'), 'zh')).toBeNull();
});

test('the sentence says how much can be compared and what comes first', () => {
  expect(comparisonSentence(REAL, haixi, xining, compare(haixi, xining), 'en')).toBe(
    'Zhejiang → Haixi (A) and Nanjing → Xining (B): both report 3 measures, of which 2 can be set against each other. ' +
      'Aid funds in all, by the year: A 2.8×, CNY 168 million more a year.',
  );
});
