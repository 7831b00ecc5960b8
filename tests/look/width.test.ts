import { describe, expect, test } from 'vitest';
import { BAND_PX, HAIRLINE_PX, THIN_PX, widthScale } from '../../src/look/width.ts';
import { seeded } from '../fixtures/world.ts';

const YUAN = 1e8;

test('more money is a wider arc, and never a narrower one', () => {
  const random = seeded(1);
  for (let i = 0; i < 200; i++) {
    const amounts = Array.from({ length: 20 }, () => 10 ** (4 + 7 * random())).sort((a, b) => a - b);
    const widths = amounts.map(widthScale(amounts));
    for (let k = 1; k < widths.length; k++) expect(widths[k]).toBeGreaterThanOrEqual(widths[k - 1]!);
    expect(widths.at(-1)).toBeGreaterThan(widths[0]!);
  }
});

test('four times the money is twice the width, so that ink grows with the sum', () => {
  const width = widthScale([16 * YUAN]);
  expect(width(16 * YUAN) / width(4 * YUAN)).toBeCloseTo(2, 10);
});

test('an arc to scale is wider than any that is not, but for bands, and none is ever gone', () => {
  expect(HAIRLINE_PX).toBeGreaterThan(1);
  expect(THIN_PX).toBeGreaterThan(HAIRLINE_PX);
  expect(BAND_PX).toBeGreaterThan(THIN_PX);
  for (const amounts of [[1], [1e4, 1e12], [5 * YUAN]]) expect(widthScale(amounts)(1)).toBeGreaterThan(THIN_PX);
});

test('every arc is as wide as a record can hold, and no wider than a finger', () => {
  for (const amounts of [
    [1e12, 1e3],
    [7.3 * YUAN, 12.98 * YUAN],
  ])
    for (const amount of amounts) expect(widthScale(amounts)(amount)).toBeLessThanOrEqual(10);
});

describe('the legend’s amounts', () => {
  const round = (amount: number) =>
    /^[125]0*$/.test(String(amount)) ||
    /^[1-9]50*$/.test(String(amount)) ||
    /^[1-9]0*$/.test(String(amount)) ||
    // A scale may end at 12 or 16.
    /^1[1-9]0*$/.test(String(amount));

  test('are round, from the largest, and within the scale', () => {
    const random = seeded(2);
    for (let i = 0; i < 500; i++) {
      const most = Math.round(10 ** (5 + 6 * random()));
      const { ticks } = widthScale([most]);
      expect(ticks.length, String(most)).toBeGreaterThanOrEqual(1);
      expect(ticks.length, String(most)).toBeLessThanOrEqual(3);
      expect(
        ticks.filter((tick) => !round(tick)),
        String(most),
      ).toEqual([]);
      expect(ticks).toEqual([...ticks].sort((a, b) => b - a));
      expect(ticks.at(-1)).toBeGreaterThan(0);
      expect(widthScale([most])(ticks[0]!)).toBeLessThanOrEqual(9.5 + 1e-9);
    }
  });

  test('of up to 34 hundred million yuan are 40, 10 and 2', () => {
    expect(widthScale([1.04 * YUAN, 34.05 * YUAN]).ticks).toEqual([40 * YUAN, 10 * YUAN, 2 * YUAN]);
  });
});

test('a map without any reported total still has a scale', () => {
  expect(Number.isFinite(widthScale([])(1))).toBe(true);
});
