import type { Pairing } from '../../data/schema.ts';
import { figureYears, projectYears, routeYears, when, type Span, type When, type Years } from './span.ts';
import { allFigures, type World } from './world.ts';

/** What is on record of some pairings, each thing counted once. */
export interface Tally {
  /** Figures that have a number. */
  figures: number;
  /** Dated facts without one. */
  facts: number;
  projects: number;
  flights: number;
  /** Freight trains and tourist trains are two things. */
  freight: number;
  tours: number;
}

/**
 * Counts what some pairings hold: the one place where this is done, for the panel, the table, sentences and what is taken
 * away. In years chosen, what lies to them in a certain way: each thing lies in one.
 */
export function tally(pairings: readonly Pairing[], span: Span | null = null, ways: readonly When[] = ['in']): Tally {
  const is = (years: Years | null): boolean => ways.includes(when(years, span));
  const figures = pairings.flatMap(allFigures).filter((figure) => is(figureYears(figure)));
  const routes = pairings.flatMap((pairing) => pairing.routes).filter((route) => is(routeYears(route)));
  const modes = (mode: string): number => routes.filter((route) => route.mode === mode).length;
  return {
    figures: figures.filter(({ value }) => value !== null).length,
    facts: figures.filter(({ value }) => value === null).length,
    projects: pairings.flatMap(({ projects }) => projects).filter((project) => is(projectYears(project))).length,
    flights: modes('flight'),
    freight: modes('freight'),
    tours: modes('rail-tour'),
  };
}

/** Pairings that a source calls so, and ties that are our inference from what one side does for the other. */
export const onRecord = (pairings: readonly Pairing[]): { pairings: number; inferred: number } => {
  const inferred = pairings.filter((pairing) => pairing.inferred).length;
  return { pairings: pairings.length - inferred, inferred };
};

/** What the atlas holds, in four numbers: the figures are those of its pairings; whole programmes have some of their own. */
export const counts = ({ dataset }: World): { pairings: number; figures: number; projects: number; sources: number } => ({
  pairings: onRecord(dataset.pairings).pairings,
  figures: tally(dataset.pairings).figures,
  projects: tally(dataset.pairings).projects,
  sources: dataset.sources.length,
});
