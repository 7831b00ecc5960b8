import type { Dataset, Figure, Pairing, Project, Route } from '../../data/schema.ts';

/** Years of the time axis, both included. What is older is shown with the first of them. */
export const FIRST_YEAR = 2010;
export const LAST_YEAR = 2030;

/** A stretch of whole years, both ends included. */
export interface Span {
  from: number;
  to: number;
}

export const spanOf = ({ from, to }: { from: number | null; to: number | null }): Span | null =>
  from === null || to === null ? null : { from, to };

/** First and last year that something is known to hold in. */
export interface Years {
  first: number;
  last: number;
  /** Whether it may reach further than that on a side that its source leaves open: counted up to a date, or running on from one. */
  open: boolean;
}

/** How something lies to a span: within it, reaching beyond it, without a date, or elsewhere. What has no date counts for no year. */
export type When = 'in' | 'across' | 'undated' | 'outside';

/** The year of a date, whether it has a month and a day or not. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/**
 * The years a figure holds for: 2021–2025 is each year between. Where one end is open, only the year of the other is known:
 * a count up to July 2025 says nothing of 2011, nor does a gift from 2023 on of 2026. Null where its source gives no time.
 */
export function figureYears({ from, to }: Pick<Figure, 'from' | 'to'>): Years | null {
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null ? null : { first: yearOf(first), last: yearOf(last), open: from === null || to === null };
}

/** The years between the first and the last date that something has, its figures' among them. A count without a beginning starts with the thing itself. */
function yearsOf(on: string | null, figures: readonly Pick<Figure, 'from' | 'to'>[]): Years | null {
  const own = figureYears({ from: on, to: on });
  const dated = [...(own ? [own] : []), ...figures.flatMap((figure) => figureYears(figure) ?? [])];
  if (!dated.length) return null;
  const first = Math.min(...dated.map((years) => years.first));
  const last = Math.max(...dated.map((years) => years.last));
  return { first, last, open: own === null && dated.some(({ open }) => open) };
}

/** A project holds in the year its source dates it to, and in those its figures are of. Of other years nothing is known. */
export const projectYears = ({ on, figures }: Pick<Project, 'on' | 'figures'>): Years | null => yearsOf(on, figures);

/** A line is known to run in the year of its opening or run, and up to the last year its figures are of; not for ever after. */
export const routeYears = ({ event, figures }: Pick<Route, 'event' | 'figures'>): Years | null => yearsOf(event.on, figures);

/** How something lies to a span. Without a span everything is in. The first year of the axis stands for all before it. */
export function when(years: Years | null, span: Span | null): When {
  if (!span) return 'in';
  if (!years) return 'undated';
  const from = span.from === FIRST_YEAR ? -Infinity : span.from;
  if (years.first > span.to || years.last < from) return 'outside';
  return !years.open && years.first >= from && years.last <= span.to ? 'in' : 'across';
}

/** Whether something holds in any year of a span, be it for longer too. */
export const falls = (years: Years | null, span: Span | null): boolean => ['in', 'across'].includes(when(years, span));

/** First year of a pairing, as its source prints it; null where no source tells. */
export const sinceYear = ({ since }: Pick<Pairing, 'since'>): number | null => {
  const year = since && /\d{4}/.exec(since.reported)?.[0];
  return year ? Number(year) : null;
};

/** The last year our sources were printed in: what lies after it can only be planned. */
export const editionYear = ({ sources }: Pick<Dataset, 'sources'>): number => Math.max(...sources.map(({ date }) => yearOf(date)));
