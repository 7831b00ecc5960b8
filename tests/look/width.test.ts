import { describe, expect, test } from 'vitest';
import { UNREPORTED_PX, widthScale } from '../../src/look/width.ts';
import { seeded } from '../fixtures/world.ts';

const YUAN = 1e8;

test('more money is a wider arc', () => {
  const random = seeded(1);
  for (let i = 0; i < 200; i++) {
    const amounts = Array.from({ length: 20 }, () => 10 ** (4 + 7 * random())).sort((a, b) => a - b);
    const widths = amounts.map(widthScale(amounts));
    for (let k = 1; k < widths.length; k++) expect(widths[k]).toBeGreaterThan(widths[k - 1]!);
  }
});

test('four times the money is twice the width over the narrowest', () => {
  const width = widthScale([16 * YUAN]);
  expect((width(16 * YUAN) - width(0)) / (width(4 * YUAN) - width(0))).toBeCloseTo(2, 10);
});

test('an arc without a reported total is thinner than any with one, and never gone', () => {
  expect(UNREPORTED_PX).toBeGreaterThan(1);
  for (const amounts of [[1], [1e4, 1e12], [5 * YUAN]]) expect(widthScale(amounts)(1)).toBeGreaterThan(UNREPORTED_PX);
});

test('every arc is as wide as a record can hold, and no wider than a finger', () => {
  for (const amounts of [
    [1e12, 1e3],
    [7.3 * YUAN, 12.98 * YUAN],
  ])
    for (const amount of amounts) expect(widthScale(amounts)(amount)).toBeLessThanOrEqual(8);
});

describe('the legend’s amounts', () => {
  const round = (amount: number) =>
    /^[125]0*$/.test(String(amount)) || /^[1-9]50*$/.test(String(amount)) || /^[1-9]0*$/.test(String(amount));

  test('are round, from the largest, and within the scale', () => {
    const random = seeded(2);
    for (let i = 0; i < 500; i++) {
      const most = Math.round(10 ** (5 + 6 * random()));
      const { ticks } = widthScale([most]);
      expect(ticks.length, String(most)).toBeGreaterThanOrEqual(1);
      expect(ticks.length, String(most)).toBeLessThanOrEqual(6);
      expect(
        ticks.filter((tick) => !round(tick)),
        String(most),
      ).toEqual([]);
      expect(ticks).toEqual([...ticks].sort((a, b) => b - a));
      expect(ticks.at(-1)).toBeGreaterThan(0);
      expect(widthScale([most])(ticks[0]!)).toBeLessThanOrEqual(7.5 + 1e-9);
    }
  });

  test('of 7.3 and 12.98 hundred million yuan are 15, 10 and 5', () => {
    expect(widthScale([7.3 * YUAN, 12.98 * YUAN]).ticks).toEqual([15 * YUAN, 10 * YUAN, 5 * YUAN]);
  });
});

test('a map without any reported total still has a scale', () => {
  expect(Number.isFinite(widthScale([])(1))).toBe(true);
});
