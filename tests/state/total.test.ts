import { expect, test } from 'vitest';
import { check, readTexts } from '../../data/check.ts';
import type { Figure } from '../../data/schema.ts';
import { perYear, totalsOf } from '../../src/state/total.ts';
import { allFigures } from '../../src/state/world.ts';

const { dataset } = check(readTexts('data'));
const FIGURES = dataset!.pairings.flatMap(allFigures);
const BY_ID = new Map(FIGURES.map((figure) => [figure.id, figure]));
const containerOf = (id: string): string | null => BY_ID.get(id)?.within ?? null;
/** Ten thousand views take some seconds on a slow machine. */
const LONG = 120_000;

/** Whole numbers below `n`, the same on every run. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const example = (id: string, more: Partial<Figure> = {}): Figure => ({
  ...FIGURES.find(
    ({ value, upper, scope, within, qualifier }) =>
      value !== null && upper === null && scope === 'pairing' && within === null && qualifier === 'exact',
  )!,
  ...{ id, measure: 'aid-part', unit: 'CNY', value: 100, from: '2023', to: '2023', within: null, scope: 'pairing' },
  ...more,
});

test(
  'over 10,000 random views each total is the sum of the rows it lists',
  () => {
    const next = random(7);
    for (let view = 0; view < 10_000; view++) {
      const share = 1 + next(12);
      const rows = FIGURES.filter(() => next(share) === 0);
      for (const { value, rows: listed } of totalsOf(rows, containerOf).totals) {
        // `toBe` a hundred thousand times is slow; a throw names the first that differs as well.
        const sum = listed.reduce((n, row) => n + row.value!, 0);
        if (value !== sum) throw new Error(`${value} is not ${sum}`);
      }
    }
  },
  LONG,
);

test(
  'over 10,000 random views no row of a total differs in measure, unit or period, none is within another listed figure, and none counts more than its pairing',
  () => {
    const next = random(11);
    for (let view = 0; view < 10_000; view++) {
      const share = 1 + next(6);
      const rows = FIGURES.filter(() => next(share) === 0);
      const listed = new Set(rows.map(({ id }) => id));
      const { totals, left } = totalsOf(rows, containerOf);
      for (const { measure, unit, from, to, rows: parts } of totals) {
        for (const part of parts) {
          if (part.measure !== measure || part.unit !== unit || part.from !== from || part.to !== to || part.scope !== 'pairing')
            throw new Error(`${part.id} is of another kind`);
          for (let id = part.within; id !== null; id = BY_ID.get(id)?.within ?? null)
            if (listed.has(id)) throw new Error(`${part.id} is within ${id}`);
        }
      }
      expect(totals.reduce((n, { rows: parts }) => n + parts.length, left.length)).toBe(rows.length);
    }
  },
  LONG,
);

test(
  'planted duplicates, nested and out-of-scope figures never change a total',
  () => {
    const next = random(13);
    const before = new Map(
      totalsOf(FIGURES, containerOf).totals.map(({ measure, unit, from, to, value }) => [`${measure} ${unit} ${from} ${to}`, value]),
    );
    for (let round = 0; round < 500; round++) {
      const victim = FIGURES[next(FIGURES.length)]!;
      const planted: Figure[] = [
        victim,
        { ...victim, id: 'planted-nested', within: victim.id },
        { ...victim, id: 'planted-scope', scope: 'province' },
        { ...victim, id: 'planted-context', scope: 'context' },
      ];
      const after = new Map(
        totalsOf([...FIGURES, ...planted], containerOf).totals.map(({ measure, unit, from, to, value }) => [
          `${measure} ${unit} ${from} ${to}`,
          value,
        ]),
      );
      expect(after).toEqual(before);
    }
  },
  LONG,
);

test('figures of one measure and period add up', () => {
  expect(totalsOf([example('a'), example('b', { value: 23 })], containerOf).totals.map(({ value }) => value)).toEqual([123]);
});

test('signed, planned and paid are never one sum, nor is investment aid', () => {
  const measures = ['investment-signed', 'investment-planned', 'investment-paid', 'aid-total'];
  expect(
    totalsOf(
      measures.map((measure) => example(measure, { measure })),
      containerOf,
    ).totals.map(({ rows }) => rows.length),
  ).toEqual([1, 1, 1, 1]);
});

test('a figure within a figure within another stays out while the outermost is listed, and counts where it is not', () => {
  const [outer, middle, inner] = [example('outer'), example('middle', { within: 'outer' }), example('inner', { within: 'middle' })];
  const outwards = (id: string) => ({ middle: 'outer' })[id] ?? null;
  expect(totalsOf([outer, middle, inner], outwards).totals[0]!.rows.map(({ id }) => id)).toEqual(['outer']);
  // The middle one need not be listed for the inner to lie within the outer.
  expect(totalsOf([outer, inner], outwards).totals[0]!.rows.map(({ id }) => id)).toEqual(['outer']);
  expect(totalsOf([inner], outwards).totals[0]!.rows.map(({ id }) => id)).toEqual(['inner']);
});

test('what stays out says why', () => {
  const reasons = totalsOf(
    [example('a', { value: null }), example('b', { upper: 200 }), example('c', { scope: 'province' })],
    containerOf,
  ).left.map(({ why }) => why);
  expect(reasons).toEqual(['no-number', 'range', 'scope']);
});

test('a rate by the year is the value over the years, both ends counted, and only of whole years', () => {
  expect(perYear(example('a', { value: 1_298_000_000, from: '2021', to: '2025' }))).toBe(259_600_000);
  expect(perYear(example('b', { from: '2023-06', to: '2025' }))).toBeNull();
  expect(perYear(example('c', { from: '2023', to: '2023' }))).toBeNull();
});
