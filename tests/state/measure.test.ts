import { describe, expect, test } from 'vitest';
import { measured, recipientsMeasured } from '../../src/state/measure.ts';
import { known, rateOf } from '../../src/state/known.ts';
import { MEASURES } from '../../src/state/url.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const xishan = WORLD.findPairing('donghai-xishan')!;

describe('a pairing comes to', () => {
  test('its headline total, its rate by the year, its named projects, its people', () => {
    expect(measured(WORLD, xishan, 'aid', null)).toMatchObject({ value: 4.2e8 });
    expect(measured(WORLD, xishan, 'rate', null)).toMatchObject({ value: 0.84e8 });
    expect(measured(WORLD, xishan, 'projects', null)).toMatchObject({ standing: 'reported', value: 3, figure: null });
    expect(measured(WORLD, WORLD.findPairing('haigang-yunling')!, 'people', null)).toMatchObject({ value: 17 });
  });
  test('nothing at all where nothing is reported, and never zero', () => {
    for (const world of [WORLD, REAL])
      for (const pairing of world.dataset.pairings)
        for (const measure of MEASURES) {
          const { standing, value } = measured(world, pairing, measure, null);
          expect(value).not.toBe(0);
          if (standing === 'none' || standing === 'part') expect(value).toBeNull();
          if (standing === 'reported') expect(value).not.toBeNull();
        }
    expect(measured(WORLD, WORLD.findPairing('haigang-yunling')!, 'aid', null)).toMatchObject({ standing: 'none', value: null });
    expect(measured(WORLD, xishan, 'none', null)).toMatchObject({ standing: 'none', value: null });
  });
  test('its total in each year of its period and in no other', () => {
    for (const year of [2020, 2021, 2023, 2025, 2026])
      expect(measured(WORLD, xishan, 'aid', { from: year, to: year }).value).toBe(year >= 2021 && year <= 2025 ? 4.2e8 : null);
  });
  test('only the projects that are dated to the years', () => {
    expect(measured(WORLD, xishan, 'projects', { from: 2024, to: 2024 }).value).toBe(1);
    expect(measured(WORLD, xishan, 'projects', { from: 2020, to: 2023 }).value).toBeNull();
    expect(measured(WORLD, xishan, 'projects', { from: 2025, to: 2030 }).value).toBeNull();
  });
});

describe('a recipient of several pairings', () => {
  test('has what each reports alone, over one period; nothing where one is joint, in part, or of another period', () => {
    const values = recipientsMeasured(REAL, REAL.dataset.pairings, 'aid', null);
    expect(values.size).toBeGreaterThan(10);
    for (const place of new Set(REAL.dataset.pairings.map(({ recipient }) => recipient))) {
      const asked = REAL.dataset.pairings.filter(({ recipient }) => recipient === place).map((pairing) => known(REAL, pairing, 'aid'));
      const told = asked.filter(({ standing }) => standing !== 'none');
      const periods = new Set(told.map(({ figure }) => `${figure!.from}/${figure!.to}`));
      const whole = told.length > 0 && periods.size === 1 && told.every(({ standing }) => standing === 'reported');
      expect(values.get(place), place).toBe(whole ? told.reduce((sum, { figure }) => sum + figure!.value!, 0) : undefined);
    }
  });
  test('has the projects of all of them', () => {
    expect(recipientsMeasured(WORLD, WORLD.dataset.pairings, 'projects', null)).toEqual(new Map([['xishan', 3]]));
  });
});

test('a rate is the amount by the years it covers, and a joint one is drawn to scale with one pairing alone', () => {
  const drawn = new Map<string, number>();
  for (const pairing of REAL.dataset.pairings) {
    const { standing, figure, value, holder } = measured(REAL, pairing, 'rate', null);
    if (value === null) continue;
    expect(['reported', 'joint']).toContain(standing);
    expect(holder).toBe(pairing);
    expect(value).toBe(rateOf(REAL, figure!));
    drawn.set(figure!.id, (drawn.get(figure!.id) ?? 0) + 1);
  }
  expect([...drawn.values()].every((times) => times === 1)).toBe(true);
});
