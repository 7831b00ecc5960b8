import type { Figure, Pairing } from '../../data/schema.ts';
import { aidTotal, type World } from './world.ts';

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

/** Id of the figure that directly contains a figure, or null. It may name one that is not on the list at hand. */
export type ContainerOf = (id: string) => string | null;

/**
 * All sums that a list of figures allows, and what stays out of them.
 *
 * Figures are added only if they count the same (`measure`, `unit`) over the same period, each for its own pairing, and none
 * lies within another of the list, at any remove. Nothing is added across measures: signed is not paid, planned is not
 * either, and investment is not aid. The same figure listed twice counts once.
 */
export function totalsOf(figures: readonly Figure[], containerOf: ContainerOf): Totals {
  const listed = new Map(figures.map((figure) => [figure.id, figure]));
  const left: Totals['left'] = [];
  const totals = new Map<string, Total>();
  for (const figure of listed.values()) {
    const why = reasonAgainst(figure, listed, containerOf);
    if (why) {
      left.push({ figure, why });
      continue;
    }
    const { measure, unit, from, to } = figure;
    const key = `${measure}|${unit}|${from}|${to}`;
    const total = totals.get(key) ?? { measure, unit, from, to, value: 0, rough: false, rows: [] };
    totals.set(key, total);
    total.value += figure.value!;
    total.rough ||= figure.qualifier !== 'exact';
    total.rows.push(figure);
  }
  return { totals: [...totals.values()], left };
}

function reasonAgainst(figure: Figure, listed: ReadonlyMap<string, Figure>, containerOf: ContainerOf): Reason | null {
  if (figure.value === null) return 'no-number';
  if (figure.upper !== null || figure.qualifier === 'several') return 'range';
  if (figure.scope !== 'pairing') return 'scope';
  // The check has made sure that the way outwards ends.
  for (let id = figure.within; id !== null; id = containerOf(id)) if (listed.has(id)) return 'within';
  return null;
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

/** How many of the main dossiers report an aid total, which do, and over which periods: what the widths on the map rest on. */
export interface Coverage {
  reported: { pairing: Pairing; figure: Figure }[];
  /** Dossiers that are not part of another. */
  all: number;
  /** Distinct periods of the totals, as printed in the dataset; more than one and the totals may not be added. */
  periods: Pick<Figure, 'from' | 'to' | 'basis'>[];
}

export function coverageOf(world: World): Coverage {
  const dossiers = world.dataset.pairings.filter(({ dossier, parent }) => dossier && parent === null);
  const reported = dossiers.flatMap((pairing) => {
    const figure = aidTotal(pairing);
    return figure ? [{ pairing, figure }] : [];
  });
  const periods = new Map(reported.map(({ figure: { from, to } }) => [`${from}/${to}`, { from, to, basis: 'stated' as const }]));
  return { reported, all: dossiers.length, periods: [...periods.values()] };
}
