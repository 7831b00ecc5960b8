import type { Figure, Mode, Pairing, Route } from '../../data/schema.ts';
import { tally } from './count.ts';
import { measured, type Measured } from './measure.ts';
import { sinceYear, type Span } from './span.ts';
import { totalsOf, type Totals } from './total.ts';
import type { Column } from './url.ts';
import type { World } from './world.ts';

/** Kinds of route in the order of their columns. */
const MODES = ['flight', 'freight', 'rail-tour'] as const satisfies readonly Mode[];

/** Columns that we count ourselves: their numbers may always be added. */
export const COUNTED = ['projects', 'flights', 'freight', 'tours', 'figures'] as const satisfies readonly Column[];
export type Counted = (typeof COUNTED)[number];

/** Columns of figures that a source reports. */
export const REPORTED = ['aid', 'people'] as const satisfies readonly Column[];
export type Reported = (typeof REPORTED)[number];

/** A pairing as the table has it, in the years chosen. Null is what no source of ours reports, and is not zero. */
export interface Row extends Record<Counted, number | null>, Record<Reported | 'rate', Measured> {
  pairing: Pairing;
  /** First year; it does not hang on the years chosen. */
  since: number | null;
  /** The first dated route of each kind, in the order of the columns: since when planes and trains are known to go. It does not hang on the years chosen. */
  begun: Route[];
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
    freight: some(freight),
    tours: some(tours),
    begun: begunOf(pairing),
    figures: some(figures),
  };
}

/** The earliest of a pairing's dated flights, freight trains and tourist trains. */
function begunOf({ routes }: Pairing): Route[] {
  const dated = routes.filter(({ event }) => event.on !== null).sort((a, b) => (a.event.on! < b.event.on! ? -1 : 1));
  return MODES.flatMap((mode) => dated.find((route) => route.mode === mode) ?? []);
}

/** What stands in a column of figures: the figure and its number, be it its own or joint; null where there is none that speaks for the whole. */
export const cellOf = ({ standing, figure }: Measured): Figure | null => (standing === 'reported' || standing === 'joint' ? figure : null);

/** Ids of the sources of what rows show: their first years, figures and first routes. */
export const sourcesShown = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ pairing, aid, people, begun }) =>
    [pairing.since, aid.figure, people.figure, ...begun].flatMap((one) => (one ? [one.source] : [])),
  );

/** How many rows have something in a column. */
export const holding = (rows: readonly Row[], column: Counted | Reported): number =>
  rows.filter((row) => (isReported(column) ? cellOf(row[column]) : row[column]) !== null).length;

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

export const isCounted = (column: Column): column is Counted => (COUNTED as readonly Column[]).includes(column);
export const isReported = (column: Column): column is Reported => (REPORTED as readonly Column[]).includes(column);
/** Columns of words, which stand to the left. */
export const isText = (column: Column): boolean => column === 'pairing' || column === 'programme';
