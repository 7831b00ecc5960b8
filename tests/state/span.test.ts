import { describe, expect, test } from 'vitest';
import { editionYear, falls, figureYears, FIRST_YEAR, LAST_YEAR, projectYears, routeYears, when } from '../../src/state/span.ts';
import { WORLD } from '../fixtures/world.ts';

const in_ = (year: number) => ({ from: year, to: year });
const years = (from: string | null, to: string | null) => figureYears({ from, to });

describe('a figure', () => {
  test('of 2021 to 2025 falls in each year between and in no other', () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
      expect(falls(years('2021', '2025'), in_(year))).toBe(year >= 2021 && year <= 2025);
  });
  test('of a day falls in its year', () => {
    expect(falls(years('2024-05-28', '2024-05-28'), in_(2024))).toBe(true);
    expect(falls(years('2024-05-28', '2024-05-28'), in_(2025))).toBe(false);
  });
  test('with one end open is known of the year of the other end alone, and may reach beyond it', () => {
    expect([2010, 2024, 2030].map((year) => when(years(null, '2024'), in_(year)))).toEqual(['outside', 'across', 'outside']);
    expect([2010, 2024, 2030].map((year) => when(years('2024', null), in_(year)))).toEqual(['outside', 'across', 'outside']);
  });
  test('lies within the years chosen, or reaches beyond them, or is elsewhere', () => {
    const span = { from: 2020, to: 2022 };
    expect(when(years('2021', '2021'), span)).toBe('in');
    expect(when(years('2020', '2022'), span)).toBe('in');
    expect(when(years('2021', '2025'), span)).toBe('across');
    expect(when(years('2010', '2025'), span)).toBe('across');
    expect(when(years('2023', '2025'), span)).toBe('outside');
    expect(when(null, span)).toBe('undated');
  });
  test('without any date falls in none, but is there for all time', () => {
    expect(falls(years(null, null), { from: FIRST_YEAR, to: LAST_YEAR })).toBe(false);
    expect(falls(years(null, null), null)).toBe(true);
  });
  test('from before the axis falls in its first year', () => {
    expect(falls(years('1996', '2006'), in_(FIRST_YEAR))).toBe(true);
    expect(falls(years('1996', '2006'), in_(FIRST_YEAR + 1))).toBe(false);
  });
});

const trains = (from: string | null, to: string | null) => [{ ...WORLD.findFigure('trains-run')!.figure, from, to }];

test('a line is known of the year of its opening and of those of its figures, and not for ever after', () => {
  const at = (figures: ReturnType<typeof trains>, year: number) =>
    falls(routeYears({ event: { what: 'opened', on: '2023-06' }, figures }), in_(year));
  expect([2022, 2023, 2024, 2026].map((year) => at([], year))).toEqual([false, true, false, false]);
  // Trains counted up to July 2025 ran since the first of them.
  expect([2022, 2023, 2024, 2025, 2026].map((year) => at(trains(null, '2025-07'), year))).toEqual([false, true, true, true, false]);
  expect(routeYears({ event: { what: 'ran', on: null }, figures: [] })).toBeNull();
});

test('a project is known of the year it is dated to, and of those of its figures', () => {
  expect(projectYears({ on: '2024-05-28', figures: [] })).toEqual({ first: 2024, last: 2024, open: false });
  expect(projectYears({ on: null, figures: trains('2021', '2025') })).toEqual({ first: 2021, last: 2025, open: false });
  expect(projectYears({ on: null, figures: [] })).toBeNull();
});

test('the edition is of the year of the latest source', () => {
  expect(editionYear(WORLD.dataset)).toBe(2026);
});
