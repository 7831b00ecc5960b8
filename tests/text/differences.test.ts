import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readReleases } from '../../data/release.ts';
import type { Dataset, Figure } from '../../data/schema.ts';
import { parse } from '../../src/state/url.ts';
import { allFigures, World } from '../../src/state/world.ts';
import { changesIn, changesInView, differences } from '../../src/text/differences.ts';
import { tables } from '../../src/text/tables.ts';
import { WORLD } from '../fixtures/world.ts';

/** The world of the fixture after something was done to it. */
function after(change: (dataset: Dataset) => void): World {
  const dataset = structuredClone(WORLD.dataset);
  change(dataset);
  return new World(dataset);
}
const figureOf = (dataset: Dataset, id: string): Figure => dataset.pairings.flatMap(allFigures).find((figure) => figure.id === id)!;
const told = (now: World, lang: 'zh' | 'en' = 'en', of = ['donghai-xishan']) =>
  changesIn(WORLD, now, of, lang).map(({ id, parts }) => [id, ...parts]);
const rows = (now: World) => differences(tables(WORLD), tables(now));

test('the same data have no differences', () => {
  const same = after(() => undefined);
  expect(rows(same)).toEqual([]);
  expect(told(same)).toEqual([]);
});

describe('what a reader is told', () => {
  test('another number, in either language, and its cells in the tables', () => {
    const now = after((dataset) => Object.assign(figureOf(dataset, 'fund'), { reported: '1.2亿元', value: 1.2e8 }));
    expect(told(now)).toEqual([['fund', { aspect: null, from: 'CNY 102 million', to: 'CNY 120 million' }]]);
    expect(told(now, 'zh')).toEqual([['fund', { aspect: null, from: '1.02亿元', to: '1.2亿元' }]]);
    expect(rows(now)).toEqual([
      { table: 'figures', id: 'fund', change: 'changed', columns: { reported: ['1.02亿元', '1.2亿元'], value: [1.02e8, 1.2e8] } },
    ]);
  });

  test('another period, without the rate that follows from it', () => {
    const now = after((dataset) => Object.assign(figureOf(dataset, 'aid-total'), { from: '2022' }));
    expect(told(now)).toEqual([['aid-total', { aspect: 'Period', from: '2021–2025', to: '2022–2025' }]]);
    // The tables have the rate of the pairing too.
    expect(rows(now).map(({ table, columns }) => [table, ...Object.keys(columns)])).toEqual([
      ['pairings', 'aid_cny_a_year'],
      ['figures', 'from'],
    ]);
  });

  test('another divisor, which changes the rate alone', () => {
    const now = after((dataset) => Object.assign(figureOf(dataset, 'aid-total'), { years: 4 }));
    expect(told(now)[0]).toMatchObject(['aid-total', { aspect: 'Rate' }]);
  });

  test('what is new and what was withdrawn', () => {
    const now = after((dataset) => {
      const pairing = dataset.pairings.find(({ id }) => id === 'donghai-xishan')!;
      pairing.figures = pairing.figures.filter(({ id }) => id !== 'fund');
      pairing.figures.push({ ...figureOf(dataset, 'doctors'), id: 'nurses', reported: '20名', value: 20 });
      pairing.projects = pairing.projects.filter(({ id }) => id !== 'fair');
    });
    expect(told(now)).toEqual([
      ['nurses', { aspect: null, from: null, to: '20 people' }],
      ['fund', { aspect: null, from: 'CNY 102 million', to: null }],
      ['fair', { aspect: null, from: 'planned', to: null }],
    ]);
    expect(rows(now).map(({ id, change }) => [id, change])).toEqual(
      expect.arrayContaining([
        ['nurses', 'added'],
        ['fund', 'removed'],
        ['fair', 'removed'],
      ]),
    );
  });

  test('a project that has begun, a train by another way, a first year, a name', () => {
    const now = after((dataset) => {
      const pairing = dataset.pairings.find(({ id }) => id === 'donghai-xishan')!;
      pairing.projects.find(({ id }) => id === 'fair')!.status = 'started';
      pairing.routes[0]!.event = { what: 'resumed', on: '2024' };
      pairing.since!.reported = '2011年';
      pairing.figures[0]!.label = { zh: '学校', en: 'Schools' };
      // Only translated anew.
      pairing.figures[1]!.label = { ...pairing.figures[1]!.label, en: 'Clinics' };
    });
    expect(changesIn(WORLD, now, ['donghai-xishan'], 'en').map(({ what, parts }) => [what, parts[0]!.aspect])).toEqual([
      [expect.stringContaining('→'), 'Start'],
      ['Schools', 'Name'],
      ['Fair', 'Status'],
      ['Binhai–Gaoyuan flight', 'Status'],
    ]);
  });

  test('type set anew is no change of a record', () => {
    const now = after((dataset) => (figureOf(dataset, 'fund').label = { zh: '“数字”', en: 'Figure.'.replace('.', '’') }));
    expect(told(now)).toEqual([]);
    expect(rows(now)).toHaveLength(1);
  });

  test('a pairing that is no more, or was not yet', () => {
    const gone = after((dataset) => (dataset.pairings = dataset.pairings.filter(({ id }) => id !== 'donghai-xishan')));
    const name = expect.stringContaining('→') as string;
    expect(told(gone)).toEqual([['donghai-xishan', { aspect: null, from: name, to: null }]]);
    expect(changesIn(gone, WORLD, ['donghai-xishan'], 'en')[0]!.parts).toEqual([{ aspect: null, from: null, to: name }]);
    expect(changesInView(WORLD, gone, parse(''), 'en').map(({ id }) => id)).toContain('donghai-xishan');
  });
});

describe('between the editions that are kept', () => {
  const editions = readReleases(fileURLToPath(new URL('../../data', import.meta.url))).map(({ dataset }) => new World(dataset));
  const pairs = editions.flatMap((from, i) => editions.slice(i + 1).map((to) => [from, to] as const));

  test('whatever a reader is told stands in the tables', () => {
    for (const [from, to] of pairs) {
      const found = new Map(differences(tables(from), tables(to)).map((one) => [one.id, one]));
      for (const pairing of to.dataset.pairings)
        for (const { id, parts } of changesIn(from, to, [pairing.id], 'en')) {
          const one = found.get(id);
          // A joint figure that counts another set of pairings comes and goes in those, and is changed in the table.
          expect(one, id).toBeDefined();
          if (parts.some(({ aspect, from: a, to: b }) => aspect === null && a !== null && b !== null))
            expect(Object.keys(one!.columns), id).toEqual(expect.arrayContaining(['reported']));
        }
    }
  });

  test('every figure whose print, period or scope is otherwise in the tables is told of under its pairing', () => {
    for (const [from, to] of pairs)
      for (const { table, id, columns } of differences(tables(from), tables(to))) {
        const owner = to.findFigure(id)?.pairing ?? from.findFigure(id)?.pairing;
        if (table !== 'figures' || !owner || !['reported', 'from', 'to', 'scope', 'joint'].some((column) => column in columns)) continue;
        for (const lang of ['zh', 'en'] as const)
          expect(
            changesIn(from, to, [owner.id], lang).map((one) => one.id),
            id,
          ).toContain(id);
      }
  });
});
