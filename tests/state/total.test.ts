import { expect, test } from 'vitest';
import type { Figure, Qualifier } from '../../data/schema.ts';
import { together, totalsOf, type Totals } from '../../src/state/total.ts';
import { allFigures } from '../../src/state/world.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const FIGURES = REAL.dataset.pairings.flatMap(allFigures);
const BY_ID = new Map(FIGURES.map((figure) => [figure.id, figure]));
const total = (figures: readonly Figure[]): Totals => totalsOf(REAL, figures);
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
  ...{ id, measure: 'giving-part', unit: 'CNY', value: 100, from: '2023', to: '2023', within: null, scope: 'pairing' },
  ...more,
});

test(
  'over 10,000 random views each total is the sum of the rows it lists',
  () => {
    const next = random(7);
    for (let view = 0; view < 10_000; view++) {
      const share = 1 + next(12);
      const rows = FIGURES.filter(() => next(share) === 0);
      for (const { value, rows: listed } of total(rows).totals) {
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
      const { totals, left } = total(rows);
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
    const before = new Map(total(FIGURES).totals.map(({ measure, unit, from, to, value }) => [`${measure} ${unit} ${from} ${to}`, value]));
    for (let round = 0; round < 500; round++) {
      const victim = FIGURES[next(FIGURES.length)]!;
      const planted: Figure[] = [
        victim,
        { ...victim, id: 'planted-nested', within: victim.id },
        { ...victim, id: 'planted-scope', scope: 'province' },
        { ...victim, id: 'planted-context', scope: 'context' },
      ];
      const after = new Map(
        total([...FIGURES, ...planted]).totals.map(({ measure, unit, from, to, value }) => [`${measure} ${unit} ${from} ${to}`, value]),
      );
      expect(after).toEqual(before);
    }
  },
  LONG,
);

const owned = REAL.dataset.pairings.flatMap((pairing) => pairing.figures.slice(0, 1));
/** An invented figure in the place of a real one, and so of its pairing. */
const of = (i: number, more: Partial<Figure> = {}): Figure => example(owned[i]!.id, more);

test('figures of one measure and period add up, each of another pairing', () => {
  const aid = { measure: 'aid-total' };
  expect(total([of(0, aid), of(1, { ...aid, value: 23 })]).totals.map(({ value }) => value)).toEqual([123]);
});

test('what the dictionary does not say may be added is not: schools, courses, months, brands, what is signed', () => {
  for (const { id, adds } of REAL.dataset.measures.filter(({ id }) => id !== 'aid-total')) {
    const { totals, left } = total([of(0, { measure: id }), of(1, { measure: id })]);
    if (adds)
      expect(
        totals.map(({ rows }) => rows.length),
        id,
      ).toEqual([2]);
    else expect([totals, left.map(({ why }) => why)], id).toEqual([[], ['measure', 'measure']]);
  }
});

test('of one pairing only different occasions add up', () => {
  const both = (measure: string) => [example('one', { measure }), example('two', { measure })];
  expect(total(both('giving-part')).totals.map(({ rows }) => rows.length)).toEqual([2]);
  expect(total(both('people-sent')).left.map(({ why }) => why)).toEqual(['same-pairing', 'same-pairing']);
});

test('a pairing inside another is not added to it', () => {
  const [parent, child] = [REAL.findPairing('nanjing-xining')!, REAL.findPairing('luhe-huangyuan')!];
  const [outer, inner] = [parent, child].map((pairing) => example(pairing.figures[0]!.id, { measure: 'aid-total' }));
  expect(total([outer!, inner!]).left.map(({ figure, why }) => [figure, why])).toEqual([[inner, 'within']]);
});

test('counts without a beginning, and without a date, are not added', () => {
  for (const open of [{ from: null }, { to: null }, { from: null, to: null }])
    expect(total([of(0, { measure: 'aid-total', ...open }), of(1, { measure: 'aid-total', ...open })]).totals).toEqual([]);
});

test('signed, planned and paid are never one sum, nor is investment aid', () => {
  const measures = ['aid-planned', 'giving-total', 'aid-projects', 'aid-total'];
  expect(total(measures.map((measure, i) => of(i, { measure }))).totals.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1]);
});

test('a figure within a figure within another stays out while the outermost is listed, and counts where it is not', () => {
  const chain = FIGURES.find(({ within }) => within !== null && BY_ID.get(within)?.within)!;
  const [inner, middle] = [chain.id, chain.within!].map((id) => ({
    ...of(0, { measure: 'giving-part' }),
    id,
    within: BY_ID.get(id)!.within,
  }));
  const outer = { ...of(0, { measure: 'giving-part' }), id: middle!.within! };
  const ids = (...figures: Figure[]) => total(figures).totals[0]!.rows.map(({ id }) => id);
  expect(ids(outer, middle!, inner!)).toEqual([outer.id]);
  // The middle one need not be listed for the inner to lie within the outer.
  expect(ids(outer, inner!)).toEqual([outer.id]);
  expect(ids(inner!)).toEqual([inner!.id]);
});

test('what stays out says why', () => {
  const reasons = total([of(0, { value: null }), of(1, { upper: 200 }), of(2, { scope: 'province' })]).left.map(({ why }) => why);
  expect(reasons).toEqual(['no-number', 'range', 'scope']);
});

test.each<[Qualifier, Qualifier, Qualifier]>([
  ['exact', 'exact', 'exact'],
  ['exact', 'over', 'over'],
  ['over', 'over', 'over'],
  ['exact', 'nearly', 'nearly'],
  ['over', 'at-least', 'at-least'],
  ['over', 'nearly', 'about'],
  ['about', 'exact', 'about'],
])('%s and %s make %s', (a, b, sum) => {
  expect([together(a, b), together(b, a)]).toEqual([sum, sum]);
});

test('the invented world adds what its own dictionary allows', () => {
  const [schools, clinics] = ['aid-schools', 'aid-clinics'].map((id) => WORLD.findFigure(id)!.figure);
  expect(totalsOf(WORLD, [schools!, clinics!]).totals).toEqual([]);
});
