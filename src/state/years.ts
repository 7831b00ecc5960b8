import type { Pairing } from '../../data/schema.ts';
import { timelineOf } from './dossier.ts';
import { FIRST_YEAR, figureYears, LAST_YEAR, projectYears, routeYears, yearOf } from './span.ts';
import { allFigures } from './world.ts';

/** What the time axis shows of one year. */
export interface Year {
  year: number;
  /** Dated facts: a day, month or year of their own. The first year stands for all before it too. */
  facts: number;
  /** Pairings with a figure that holds in this year. */
  pairings: number;
}

/** The years of the axis with what some pairings have in each. */
export function yearsOf(pairings: readonly Pairing[]): Year[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i): Year => ({ year: FIRST_YEAR + i, facts: 0, pairings: 0 }));
  for (const pairing of pairings) {
    for (const { on } of timelineOf(pairing)) {
      const at = years[Math.max(yearOf(on), FIRST_YEAR) - FIRST_YEAR];
      if (at) at.facts++;
    }
    const held = new Set<number>();
    for (const figure of allFigures(pairing)) {
      const known = figureYears(figure);
      if (!known) continue;
      for (let year = Math.max(known.first, FIRST_YEAR); year <= Math.min(known.last, LAST_YEAR); year++) held.add(year);
    }
    for (const year of held) years[year - FIRST_YEAR]!.pairings++;
  }
  return years;
}

/** Records without any date, which no year counts. */
export const undatedOf = (pairings: readonly Pairing[]): number =>
  pairings.reduce(
    (n, pairing) =>
      n +
      [...allFigures(pairing).map(figureYears), ...pairing.projects.map(projectYears), ...pairing.routes.map(routeYears)].filter(
        (years) => years === null,
      ).length,
    0,
  );
