import { describe, expect, test } from 'vitest';
import { rateOf } from '../../src/state/known.ts';
import { filter, type Criteria } from '../../src/state/filter.ts';
import { cellOf, columnTotals, COUNTED, countedSum, holding, REPORTED, rowOf } from '../../src/state/rows.ts';
import { rowsOf } from '../../src/text/rows.ts';
import { COLUMNS, NAMED, type Column, type ViewFields } from '../../src/state/url.ts';
import { CHANNELS } from '../../src/state/sections.ts';
import { rowTable } from '../../src/text/table.ts';
import { csv } from '../../src/text/tables.ts';
import { REAL, seeded, WORLD } from '../fixtures/world.ts';

const random = seeded(13);
const choose = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;

type AnyView = Partial<Criteria> & Pick<ViewFields, 'sort' | 'from' | 'to'>;
function anyView(): AnyView {
  const from = 2010 + Math.floor(random() * 21);
  const timed = random() < 0.4;
  return {
    programme: random() < 0.3 ? [choose(REAL.dataset.programmes).id] : [],
    donor: random() < 0.25 ? choose(REAL.dataset.pairings).donor : null,
    channel: random() < 0.3 ? [choose(CHANNELS)] : [],
    has: random() < 0.3 ? [choose(NAMED)] : [],
    network: choose(['on', 'on', 'off', 'only'] as const),
    from: timed ? from : null,
    to: timed ? Math.min(2030, from + Math.floor(random() * 8)) : null,
    sort: `${choose(['', '-'])}${choose(COLUMNS)}` as ViewFields['sort'],
  };
}
const MANY = Array.from({ length: 300 }, anyView);
const shown = (view: AnyView, lang: 'zh' | 'en' = 'zh') => {
  const { pairings } = filter(REAL, view);
  return { pairings, rows: rowsOf(REAL, pairings, view, lang) };
};
const valueOf = (row: ReturnType<typeof rowOf>, column: Column): number | null => {
  if (column === 'pairing' || column === 'programme') return null;
  if (column === 'begun') return Number(row.begun.map(({ event }) => event.on!.replace(/-/g, '').padEnd(8, '0')).sort()[0] ?? NaN) || null;
  const found = row[column];
  if (typeof found === 'number' || found === null) return found;
  const figure = cellOf(found);
  return figure && (column === 'rate' ? rateOf(REAL, figure) : figure.value);
};

describe('over 300 random views', () => {
  test('the table has the pairings that the map draws, each once', () => {
    for (const view of MANY) {
      const { pairings, rows } = shown(view);
      expect(rows.map(({ pairing }) => pairing.id).sort()).toEqual(pairings.map(({ id }) => id).sort());
    }
  });

  test('rows follow their column whichever way, and those where it is unknown come last', () => {
    for (const view of MANY) {
      const column = view.sort.replace('-', '') as Column;
      const values = shown(view).rows.map((row) => valueOf(row, column));
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => (view.sort.startsWith('-') ? b - a : a - b)));
    }
  });

  test('what is counted sums up to the total that is shown and to the column of the file', () => {
    for (const view of MANY) {
      const { rows } = shown(view);
      const { columns, rows: cells } = rowTable(REAL, rows, 'en');
      for (const column of COUNTED) {
        const sum = rows.reduce((n, row) => n + (row[column] ?? 0), 0);
        expect(countedSum(rows, column)).toBe(sum);
        const name = {
          ...{ projects: 'Named projects', flights: 'Air routes', figures: 'Figures' },
          ...{ freight: 'Freight trains', tours: 'Tourist trains' },
        }[column];
        const at = columns.findIndex((one) => one.name === `${name} (our count)`);
        expect(cells.reduce((n, row) => n + (Number(row[at]) || 0), 0)).toBe(sum);
      }
    }
  });

  test('figures are added as totals allow, each row in one of them or left out, and one sum only where all may be added', () => {
    for (const view of MANY) {
      const { rows } = shown(view);
      for (const column of REPORTED) {
        const { figures, totals, left, value } = columnTotals(REAL, rows, column);
        expect(figures.length).toBe(new Set(rows.flatMap((row) => cellOf(row[column])?.id ?? [])).size);
        expect(totals.flatMap((total) => total.rows).length + left.length).toBe(new Set(figures).size);
        for (const total of totals) expect(new Set(total.rows.map(({ from, to }) => `${from}/${to}`)).size).toBe(1);
        const mayAdd = totals.length === 1 && left.length === 0;
        expect(value).toBe(mayAdd ? figures.reduce((sum, figure) => sum + figure.value!, 0) : null);
      }
    }
  });
});

test('nothing in a row is zero: what is not known is null, and the file says so in words', () => {
  for (const pairing of REAL.dataset.pairings)
    for (const column of COLUMNS) expect(valueOf(rowOf(REAL, pairing, null), column)).not.toBe(0);
  const file = csv(rowTable(REAL, shown({ sort: '-aid', from: null, to: null }).rows, 'en'));
  expect(file).not.toMatch(/,0,|,,/);
  expect(file).toContain('not reported');
});

test('names go by pinyin in Chinese and by letters in English, and equals stand in that order', () => {
  const view: AnyView = { sort: 'pairing', from: null, to: null, network: 'off' };
  const first = (lang: 'zh' | 'en') => shown(view, lang).rows.map(({ pairing }) => REAL.place(pairing.donor)[lang]);
  expect(first('en')).toEqual([...first('en')].sort());
  expect(first('zh')).toEqual([...first('zh')].sort(new Intl.Collator('zh-u-co-pinyin').compare));
  const byProgramme = shown({ ...view, sort: '-programme' }).rows;
  const tied = byProgramme.filter(({ pairing }) => pairing.programme === byProgramme[0]!.pairing.programme);
  expect(tied.map(({ pairing }) => pairing.id)).toEqual(
    shown({ ...view, programme: [byProgramme[0]!.pairing.programme] }).rows.map(({ pairing }) => pairing.id),
  );
});

test('since when planes and trains go is the first date that is told of each kind, and none where no source tells one', () => {
  const begun = (id: string) => rowOf(REAL, REAL.findPairing(id)!, null).begun.map(({ mode, event }) => [mode, event.on]);
  expect(begun('zhejiang-haixi')).toEqual([['flight', '2023-06']]);
  expect(begun('zhejiang-aksu')).toEqual([['freight', '2023-12-26']]);
  expect(begun('shanghai-kashgar')).toEqual([['rail-tour', '2017-08-03']]);
  expect(begun('nanjing-xining')).toEqual([]);
  for (const pairing of REAL.dataset.pairings)
    for (const route of rowOf(REAL, pairing, null).begun)
      for (const other of pairing.routes.filter(({ mode, event }) => mode === route.mode && event.on !== null))
        expect(route.event.on! <= other.event.on!).toBe(true);
});

test('a sum says of how many rows it is: those that have something, joint ones each', () => {
  for (const view of MANY.slice(0, 60)) {
    const { rows } = shown(view);
    for (const column of COUNTED) expect(holding(rows, column)).toBe(rows.filter((row) => row[column] !== null).length);
    for (const column of REPORTED) expect(holding(rows, column)).toBeGreaterThanOrEqual(columnTotals(REAL, rows, column).figures.length);
  }
});

test('with years chosen a row holds what falls in them', () => {
  const xishan = WORLD.findPairing('donghai-xishan')!;
  const reported = { standing: 'reported', figure: { id: 'aid-total' } };
  expect(rowOf(WORLD, xishan, null)).toMatchObject({
    projects: 3,
    flights: 1,
    freight: 1,
    tours: null,
    aid: { value: 4.2e8 },
    rate: { value: 0.84e8 },
  });
  expect(rowOf(WORLD, xishan, { from: 2023, to: 2023 })).toMatchObject({ projects: null, flights: 1, freight: 1, aid: reported });
  expect(rowOf(WORLD, xishan, { from: 2026, to: 2026 })).toMatchObject({
    projects: null,
    flights: null,
    freight: null,
    aid: { standing: 'none' },
  });
});

test('what is joint stands in the row of each pairing it counts, and once in the sum', () => {
  const rows = ['zhejiang-aksu', 'zhejiang-alar'].map((id) => rowOf(REAL, REAL.findPairing(id)!, null));
  expect(rows.map(({ aid }) => [aid.standing, cellOf(aid)!.id])).toEqual([
    ['joint', 'zhejiang-aksu-aid-2017-2019'],
    ['joint', 'zhejiang-aksu-aid-2017-2019'],
  ]);
  expect(columnTotals(REAL, rows, 'aid')).toMatchObject({ value: 51.32e8, figures: [{ id: 'zhejiang-aksu-aid-2017-2019' }] });
});
