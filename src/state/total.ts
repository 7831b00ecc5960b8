import type { Figure } from '../../data/schema.ts';

/** Why a figure is no part of a total. */
export type Reason = 'no-number' | 'range' | 'scope' | 'within';

/** A sum that may be made, with the rows that make it. */
export interface Total {
  measure: string;
  unit: string;
  /** The one period that all rows share; null ends where the sources leave them open. */
  from: string | null;
  to: string | null;
  value: number;
  /** True where any row is "over", "nearly" or the like: then the sum is no more exact than they are. */
  rough: boolean;
  rows: Figure[];
}

export interface Totals {
  totals: Total[];
  left: { figure: Figure; why: Reason }[];
}

/**
 * All sums that a list of figures allows, and what stays out of them.
 *
 * Figures are added only if they count the same (`measure`, `unit`) over the same period, each for its own pairing, and none
 * lies within another of the list. Nothing is added across measures: signed is not paid, planned is not either, and
 * investment is not aid. The same figure listed twice counts once.
 */
export function totalsOf(figures: readonly Figure[]): Totals {
  const unique = [...new Map(figures.map((figure) => [figure.id, figure])).values()];
  const byId = new Map(unique.map((figure) => [figure.id, figure]));
  const left: Totals['left'] = [];
  const groups = new Map<string, Total>();
  for (const figure of unique) {
    const why = reasonAgainst(figure, byId);
    if (why) {
      left.push({ figure, why });
      continue;
    }
    const { measure, unit, from, to } = figure;
    const key = JSON.stringify([measure, unit, from, to]);
    const total = groups.get(key) ?? { measure, unit, from, to, value: 0, rough: false, rows: [] };
    groups.set(key, {
      ...total,
      value: total.value + figure.value!,
      rough: total.rough || figure.qualifier !== 'exact',
      rows: [...total.rows, figure],
    });
  }
  return { totals: [...groups.values()], left };
}

function reasonAgainst(figure: Figure, listed: ReadonlyMap<string, Figure>): Reason | null {
  if (figure.value === null) return 'no-number';
  if (figure.upper !== null || figure.qualifier === 'several') return 'range';
  if (figure.scope !== 'pairing') return 'scope';
  return isWithin(figure, listed) ? 'within' : null;
}

/** Whether a figure that contains this one, at any remove, is listed as well. The check has made sure that there is no circle. */
function isWithin(figure: Figure, listed: ReadonlyMap<string, Figure>): boolean {
  for (let id = figure.within; id !== null; id = listed.get(id)?.within ?? null) if (listed.has(id)) return true;
  return false;
}

/** Years a period covers, both ends counted; null where it is open or finer than years tell. */
export function yearsOf({ from, to }: Pick<Figure, 'from' | 'to'>): number | null {
  if (!from || !to || !/^\d{4}$/.test(from) || !/^\d{4}$/.test(to)) return null;
  return Number(to) - Number(from) + 1;
}

/** A figure by the year, for setting unlike periods side by side; its qualifier holds for the rate too. Computed by us, and to be marked so; null where it makes no sense. */
export function perYear(figure: Figure): number | null {
  const years = yearsOf(figure);
  return years === null || years < 2 || figure.value === null || figure.upper !== null || figure.unit === '%' ? null : figure.value / years;
}
