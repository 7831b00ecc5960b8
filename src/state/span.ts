import type { Dataset, Figure, Project, Route } from '../../data/schema.ts';

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

/** First and last year in which something holds; an open end is −∞ or ∞. */
export interface Years {
  first: number;
  last: number;
}

const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** The years a figure holds for: 2021–2025 in each year between. Null where its source gives no time at all. */
export function figureYears({ from, to }: Pick<Figure, 'from' | 'to'>): Years | null {
  if (from === null && to === null) return null;
  return { first: yearOf(from) ?? -Infinity, last: yearOf(to) ?? Infinity };
}

/** A project holds from the year its source dates it to; before, nothing of it is known. */
export const projectYears = ({ on }: Pick<Project, 'on'>): Years | null => (on ? { first: yearOf(on)!, last: Infinity } : null);

/** A line that was opened runs on; a single run or arrival holds for its year. */
export function routeYears({ event: { what, on } }: Pick<Route, 'event'>): Years | null {
  if (!on) return null;
  const first = yearOf(on)!;
  return { first, last: what === 'opened' || what === 'resumed' ? Infinity : first };
}

/** Whether something falls in a span. Without a span all does; what has no date falls in none. The first year of the axis stands for all before it. */
export function falls(years: Years | null, span: Span | null): boolean {
  if (!span) return true;
  if (!years) return false;
  const from = span.from === FIRST_YEAR ? -Infinity : span.from;
  return years.first <= span.to && years.last >= from;
}

/** The last year our sources were printed in: what lies after it can only be planned. */
export const editionYear = ({ sources }: Pick<Dataset, 'sources'>): number =>
  Math.max(...sources.map(({ date }) => Number(date.slice(0, 4))));
