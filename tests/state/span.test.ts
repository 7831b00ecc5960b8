import { describe, expect, test } from 'vitest';
import { editionYear, falls, figureYears, FIRST_YEAR, LAST_YEAR, projectYears, routeYears } from '../../src/state/span.ts';
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
  test('with one end open runs on, or has always been', () => {
    expect([2010, 2024, 2030].map((year) => falls(years(null, '2024'), in_(year)))).toEqual([true, true, false]);
    expect([2010, 2024, 2030].map((year) => falls(years('2024', null), in_(year)))).toEqual([false, true, true]);
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

test('a line that was opened runs on; a first arrival holds for its year', () => {
  const at = (what: 'opened' | 'first-arrival', year: number) => falls(routeYears({ event: { what, on: '2023-06' } }), in_(year));
  expect([at('opened', 2022), at('opened', 2023), at('opened', 2026)]).toEqual([false, true, true]);
  expect([at('first-arrival', 2022), at('first-arrival', 2023), at('first-arrival', 2024)]).toEqual([false, true, false]);
  expect(routeYears({ event: { what: 'ran', on: null } })).toBeNull();
});

test('a project holds from the year it is dated to', () => {
  expect(projectYears({ on: '2024-05-28' })).toEqual({ first: 2024, last: Infinity });
  expect(projectYears({ on: null })).toBeNull();
});

test('the edition is of the year of the latest source', () => {
  expect(editionYear(WORLD.dataset)).toBe(2026);
});
