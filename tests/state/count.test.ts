import { expect, test } from 'vitest';
import { counts, onRecord, tally } from '../../src/state/count.ts';
import { everyFigure } from '../../src/state/world.ts';
import { csvRows } from '../fixtures/rows.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const rowsOf = (name: string) => csvRows(REAL, name);

test('the four numbers of the panel are the rows of the files', () => {
  const figures = rowsOf('figures').filter(({ pairing }) => pairing);
  expect(counts(REAL)).toEqual({
    pairings: rowsOf('pairings').filter(({ inferred }) => inferred === 'false').length,
    figures: figures.filter(({ value }) => value).length,
    projects: rowsOf('projects').length,
    sources: new Set([
      ...figures.map(({ source }) => source),
      ...[...rowsOf('projects'), ...rowsOf('routes')].map(({ source }) => source),
      ...rowsOf('pairings').flatMap(({ source, link_source: link }) => [source, link].filter(Boolean)),
    ]).size,
  });
  const held = tally(REAL.dataset.pairings);
  expect(held.facts).toBe(figures.filter(({ value }) => !value).length);
  const modes = rowsOf('routes').map(({ mode }) => mode);
  expect([held.flights, held.freight, held.tours]).toEqual(
    ['flight', 'freight', 'rail-tour'].map((mode) => modes.filter((one) => one === mode).length),
  );
});

test('numbers and dated facts are two things, and with those of whole programmes they are all figures', () => {
  const { figures, facts } = tally(REAL.dataset.pairings);
  const ofProgrammes = REAL.dataset.programmes.flatMap((programme) => programme.figures).length;
  expect(figures + facts + ofProgrammes).toBe(everyFigure(REAL.dataset).length);
});

test('ties that are our inference are not among the pairings on record', () => {
  const { pairings, inferred } = onRecord(REAL.dataset.pairings);
  expect(pairings + inferred).toBe(REAL.dataset.pairings.length);
  for (const id of ['xiangshan-tianjun', 'liandu-xinhe']) expect(REAL.findPairing(id)!.inferred).toBe(true);
  expect(onRecord([REAL.findPairing('liandu-xinhe')!])).toEqual({ pairings: 0, inferred: 1 });
});

test('in years chosen each thing lies in one way to them', () => {
  const ways = ['in', 'across', 'undated', 'outside'] as const;
  for (const [from, to] of [
    [2010, 2010],
    [2024, 2024],
    [2021, 2025],
    [2016, 2019],
  ] as const) {
    const parts = ways.map((way) => tally(REAL.dataset.pairings, { from, to }, [way]));
    const whole = tally(REAL.dataset.pairings);
    for (const key of Object.keys(whole) as (keyof typeof whole)[]) expect(parts.reduce((n, part) => n + part[key], 0)).toBe(whole[key]);
  }
});

test('of the invented country there are three projects, a flight and a freight train', () => {
  expect(tally(WORLD.dataset.pairings)).toEqual({ figures: 15, facts: 1, projects: 3, flights: 1, freight: 1, tours: 0 });
});
