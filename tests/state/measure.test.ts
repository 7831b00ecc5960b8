import { describe, expect, test } from 'vitest';
import { measured, recipientsMeasured } from '../../src/state/measure.ts';
import { perYear } from '../../src/state/total.ts';
import { MEASURES } from '../../src/state/url.ts';
import { aidTotal } from '../../src/state/world.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const xishan = WORLD.findPairing('donghai-xishan')!;

describe('a pairing comes to', () => {
  test('its headline total, its rate by the year, its named projects, its people', () => {
    expect(measured(xishan, 'aid', null)).toMatchObject({ value: 4.2e8 });
    expect(measured(xishan, 'rate', null)).toMatchObject({ value: 0.84e8 });
    expect(measured(xishan, 'projects', null)).toEqual({ value: 3, figure: null });
    expect(measured(WORLD.findPairing('haigang-yunling')!, 'people', null)).toMatchObject({ value: 17 });
  });
  test('nothing at all where nothing is reported, and never zero', () => {
    for (const pairing of [...WORLD.dataset.pairings, ...REAL.dataset.pairings])
      for (const measure of MEASURES) expect(measured(pairing, measure, null)?.value).not.toBe(0);
    expect(measured(WORLD.findPairing('nanhai-xishan')!, 'aid', null)).toBeNull();
    expect(measured(xishan, 'none', null)).toBeNull();
  });
  test('its total in each year of its period and in no other', () => {
    for (const year of [2020, 2021, 2023, 2025, 2026])
      expect(measured(xishan, 'aid', { from: year, to: year })?.value).toBe(year >= 2021 && year <= 2025 ? 4.2e8 : undefined);
  });
  test('only the projects that are dated to the years', () => {
    expect(measured(xishan, 'projects', { from: 2024, to: 2024 })?.value).toBe(1);
    expect(measured(xishan, 'projects', { from: 2020, to: 2023 })).toBeNull();
  });
});

describe('a recipient of several pairings', () => {
  test('has no total where their periods differ', () => {
    const values = recipientsMeasured(REAL, REAL.dataset.pairings, 'aid', null);
    const kashgar = REAL.dataset.pairings.filter(({ recipient }) => recipient === 'kashgar' && true);
    const totals = kashgar.flatMap((pairing) => aidTotal(pairing) ?? []);
    if (new Set(totals.map(({ from, to }) => `${from}/${to}`)).size > 1) expect(values.has('kashgar')).toBe(false);
    for (const [place, value] of values) {
      const own = REAL.dataset.pairings.filter(({ recipient }) => recipient === place).flatMap((pairing) => aidTotal(pairing) ?? []);
      expect(value).toBe(own.reduce((sum, figure) => sum + figure.value!, 0));
      expect(new Set(own.map(({ from, to }) => `${from}/${to}`)).size, place).toBe(1);
    }
  });
  test('has the projects of all of them', () => {
    expect(recipientsMeasured(WORLD, WORLD.dataset.pairings, 'projects', null)).toEqual(new Map([['xishan', 3]]));
  });
});

test('a rate is the total by the years of its period', () => {
  for (const pairing of REAL.dataset.pairings) {
    const total = aidTotal(pairing);
    expect(measured(pairing, 'rate', null)?.value ?? null).toBe(total && perYear(total));
  }
});
