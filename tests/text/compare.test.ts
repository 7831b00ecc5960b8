import { describe, expect, test } from 'vitest';
import { compare, type Compared } from '../../src/state/compare.ts';
import { comparisonSentence, differenceText, rateTexts } from '../../src/text/compare.ts';
import { REAL } from '../fixtures/world.ts';

const [haixi, xining] = [REAL.findPairing('zhejiang-haixi')!, REAL.findPairing('nanjing-xining')!];
const row = (measure: string): Compared =>
  compare(REAL, haixi, xining)
    .groups.flatMap(({ rows }) => rows)
    .find((one) => one.measure === measure)!;

describe('a difference', () => {
  test('says how many times and by how much, computed to two and three digits', () => {
    expect(differenceText(row('aid-total'), 'en')).toEqual({ chief: 'A is 2.5 times B', by: 'CNY 155 million more a year' });
    expect(differenceText(row('aid-total'), 'zh')).toEqual({ chief: 'A是B的2.5倍', by: '每年多1.55亿元' });
  });
  test('is about as much where a figure is no more exact, and no multiple where the two round to the same', () => {
    const rough = (ratio: number): Compared => {
      const { difference, ...rest } = row('aid-total');
      return { ...rest, difference: { ...difference!, ratio, rough: true } };
    };
    expect(differenceText(rough(2.845), 'en')).toEqual({ chief: 'A is about 2.8 times B', by: 'about CNY 155 million more a year' });
    expect(differenceText(rough(2.845), 'zh')).toEqual({ chief: 'A是B的约2.8倍', by: '每年约多1.55亿元' });
    expect(differenceText(rough(1.01), 'en').chief).toBe('about the same');
  });
  test('gives its reason where there is none', () => {
    expect(differenceText(row('agreements'), 'en')).toEqual({ chief: 'reported for one side only', by: '' });
  });
});

test('rates are marked as computed, in one scale', () => {
  expect(rateTexts(row('aid-total'), 'zh')).toEqual({ a: '年均2.6亿元（本站计算）', b: '年均1.04亿元（本站计算）' });
  expect(rateTexts(row('agreements'), 'zh')).toBeNull();
});

test('the sentence says how much can be compared and what comes first', () => {
  const sentence = comparisonSentence(REAL, haixi, xining, compare(REAL, haixi, xining), 'en');
  expect(sentence).toMatch(/^Zhejiang → Haixi \(A\) and Nanjing → Xining \(B\) share \d+ measures; \d+ are comparable\. /);
  expect(sentence).toContain('per year: A is 2.5 times B, CNY 155 million more a year.');
});
