import type { Figure, Pairing } from '../../data/schema.ts';
import type { Lang } from '../text/lang.ts';
import { byName } from '../text/order.ts';
import { pairingTitle } from '../text/pairing.ts';
import { tally } from './count.ts';
import { rateOf } from './known.ts';
import { measured, type Measured } from './measure.ts';
import { sinceYear, spanOf, type Span } from './span.ts';
import { totalsOf, type Totals } from './total.ts';
import type { Column, ViewFields } from './url.ts';
import type { World } from './world.ts';

/** Columns that we count ourselves: their numbers may always be added. */
export const COUNTED = ['projects', 'flights', 'trains', 'figures'] as const satisfies readonly Column[];
export type Counted = (typeof COUNTED)[number];

/** Columns of figures that a source reports. */
export const REPORTED = ['aid', 'people'] as const satisfies readonly Column[];
export type Reported = (typeof REPORTED)[number];

/** A pairing as the table has it, in the years chosen. Null is what no source of ours reports, and is not zero. */
export interface Row extends Record<Counted, number | null>, Record<Reported | 'rate', Measured> {
  pairing: Pairing;
  /** First year; it does not hang on the years chosen. */
  since: number | null;
}

export function rowOf(world: World, pairing: Pairing, span: Span | null): Row {
  const some = (n: number): number | null => n || null;
  const { projects, flights, freight, tours, figures } = tally([pairing], span, ['in', 'across']);
  return {
    pairing,
    since: sinceYear(pairing),
    aid: measured(world, pairing, 'aid', span),
    rate: measured(world, pairing, 'rate', span),
    people: measured(world, pairing, 'people', span),
    projects: some(projects),
    flights: some(flights),
    trains: some(freight + tours),
    figures: some(figures),
  };
}

/** What stands in a column of figures: the figure and its number, be it its own or joint; null where there is none that speaks for the whole. */
export const cellOf = ({ standing, figure }: Measured): Figure | null => (standing === 'reported' || standing === 'joint' ? figure : null);

/** What a row is sorted by: words, a number, or null where it is unknown. */
function keyOf(world: World, row: Row, column: Column, lang: Lang): string | number | null {
  if (column === 'pairing') return pairingTitle(world, row.pairing, lang);
  if (column === 'programme') return world.programme(row.pairing.programme).name[lang];
  const found = row[column];
  if (typeof found === 'number' || found === null) return found;
  // A joint figure stands in the row of each pairing it counts.
  return cellOf(found) && (column === 'rate' ? rateOf(world, found.figure!) : found.figure!.value);
}

/** The table's rows in their order: unknown last whichever way, words by pinyin or letters, and what is alike by the pairing's name. */
export function rowsOf(
  world: World,
  pairings: readonly Pairing[],
  { sort, from, to }: Pick<ViewFields, 'sort' | 'from' | 'to'>,
  lang: Lang,
): Row[] {
  const down = sort.startsWith('-');
  const column = sort.replace('-', '') as Column;
  const order = byName(lang);
  const span = spanOf({ from, to });
  const keyed = pairings.map((pairing) => {
    const row = rowOf(world, pairing, span);
    return { row, key: keyOf(world, row, column, lang), name: pairingTitle(world, pairing, lang) };
  });
  const ranked = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const ascending = typeof a === 'string' ? order(a, String(b)) : a - Number(b);
    return down ? -ascending : ascending;
  };
  return keyed.sort((a, b) => ranked(a.key, b.key) || order(a.name, b.name)).map(({ row }) => row);
}

/** The sum of what we count. */
export const countedSum = (rows: readonly Row[], column: Counted): number => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);

/** The figures of a column with what may be added of them. */
export interface ColumnTotals extends Totals {
  figures: Figure[];
  /** The one sum of all of them; null where they may not all be added, or there are none. */
  value: number | null;
}

export function columnTotals(world: World, rows: readonly Row[], column: Reported): ColumnTotals {
  const figures = [...new Set(rows.flatMap((row) => cellOf(row[column]) ?? []))];
  const found = totalsOf(world, figures);
  const [only] = found.totals;
  return { ...found, figures, value: only && found.totals.length === 1 && found.left.length === 0 ? only.value : null };
}
