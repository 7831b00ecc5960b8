import type { Figure, Qualifier } from '../../data/schema.ts';
import type { World } from './world.ts';

/** Why a figure is no part of a total. */
export type Reason = 'no-number' | 'range' | 'scope' | 'measure' | 'same-pairing' | 'within';

/** A sum that may be made, with the rows that make it. */
export interface Total {
  measure: string;
  unit: string;
  /** The one period that all rows share; null ends where the sources leave them open. */
  from: string | null;
  to: string | null;
  value: number;
  /** What holds for the sum: exact and "over" make "over", "over" and "nearly" make "about". */
  qualifier: Qualifier;
  rows: Figure[];
}

export interface Totals {
  totals: Total[];
  left: { figure: Figure; why: Reason }[];
}

/**
 * All sums that a list of figures allows, and what stays out of them.
 *
 * Figures are added only if the data dictionary says that their measure may be (`adds` in `data/measures.yaml`; by default it
 * may not), if they count the same in one unit over the same stated period, each for its own pairing, and if none lies within
 * another of the list, at any remove, or is of a pairing inside another's. The same figure listed twice counts once, and so
 * does one that several pairings share.
 */
export function totalsOf(world: World, figures: readonly Figure[]): Totals {
  const listed = new Map(figures.map((figure) => [figure.id, figure]));
  /** How many each pairing, or whole programmes, have of those that might be added to one another: figures of pairings, of one measure, unit and period. */
  const alike = new Map<string, Map<string | null, number>>();
  for (const figure of listed.values()) {
    if (figure.scope !== 'pairing') continue;
    const owners = alike.get(keyOf(figure)) ?? new Map<string | null, number>();
    alike.set(keyOf(figure), owners);
    const owner = world.findFigure(figure.id)?.pairing?.id ?? null;
    owners.set(owner, (owners.get(owner) ?? 0) + 1);
  }
  const left: Totals['left'] = [];
  const totals = new Map<string, Total>();
  for (const figure of listed.values()) {
    const why = reasonAgainst(world, figure, listed, alike);
    if (why) {
      left.push({ figure, why });
      continue;
    }
    const { measure, unit, from, to, qualifier } = figure;
    const key = keyOf(figure);
    const total = totals.get(key) ?? { measure, unit, from, to, value: 0, qualifier: 'exact', rows: [] };
    totals.set(key, total);
    total.value += figure.value!;
    total.qualifier = total.rows.length ? together(total.qualifier, qualifier) : qualifier;
    total.rows.push(figure);
  }
  return { totals: [...totals.values()], left };
}

const keyOf = ({ measure, unit, from, to }: Figure): string => `${measure}|${unit}|${from}|${to}`;

/** The qualifier of a sum of two: a bound from below stays one, and bounds from both sides leave only "about". */
export function together(a: Qualifier, b: Qualifier): Qualifier {
  const both = new Set([a, b].filter((qualifier) => qualifier !== 'exact'));
  if (both.size === 0) return 'exact';
  if (both.size === 1) return [...both][0]!;
  return [...both].every((qualifier) => qualifier === 'over' || qualifier === 'at-least') ? 'at-least' : 'about';
}

function reasonAgainst(
  world: World,
  figure: Figure,
  listed: ReadonlyMap<string, Figure>,
  alike: ReadonlyMap<string, ReadonlyMap<string | null, number>>,
): Reason | null {
  if (figure.value === null) return 'no-number';
  if (figure.upper !== null || figure.qualifier === 'several') return 'range';
  if (figure.scope !== 'pairing') return 'scope';
  const { adds } = world.measure(figure.measure);
  // A count up to a date, or without one, may overlap any other.
  if (!adds || figure.from === null || figure.to === null) return 'measure';
  // The check has made sure that the way outwards ends.
  for (let id = figure.within; id !== null; id = world.findFigure(id)?.figure.within ?? null) if (listed.has(id)) return 'within';
  const pairing = world.findFigure(figure.id)?.pairing ?? null;
  const owners = alike.get(keyOf(figure))!;
  if (pairing?.parent && owners.has(pairing.parent)) return 'within';
  if (adds === 'pairings' && owners.get(pairing?.id ?? null)! > 1) return 'same-pairing';
  return null;
}
