import { expect, test } from 'vitest';
import { timelineOf } from '../../src/state/dossier.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../src/state/span.ts';
import { undatedOf, yearsOf } from '../../src/state/years.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

test('the axis has each year once, and every dated fact in its year', () => {
  const years = yearsOf(REAL.dataset.pairings);
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i));
  const facts = REAL.dataset.pairings.flatMap(timelineOf);
  expect(years.reduce((n, { facts }) => n + facts, 0)).toBe(facts.filter(({ on }) => Number(on.slice(0, 4)) <= LAST_YEAR).length);
  expect(years.find(({ year }) => year === 2024)!.facts).toBe(facts.filter(({ on }) => on.startsWith('2024')).length);
});

test('a total of 2021 to 2025 counts its pairing in each of these years', () => {
  const held = yearsOf(WORLD.dataset.pairings).flatMap(({ year, pairings }) => (pairings ? [year] : []));
  expect(held).toEqual([2021, 2022, 2023, 2024, 2025]);
});

test('what has no date is counted as such', () => {
  const { figures, projects, routes } = WORLD.findPairing('haigang-yunling')!;
  expect(undatedOf([WORLD.findPairing('haigang-yunling')!])).toBe(figures.length + projects.length + routes.length);
});
