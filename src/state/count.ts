import type { Figure, Pairing } from '../../data/schema.ts';
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

/** Ids of the sources of some pairings: of their figures, projects, routes and beginnings, each once. */
export const sourcesOf = (pairings: readonly Pairing[]): string[] => [
  ...new Set(
    pairings.flatMap((pairing) => [
      ...allFigures(pairing).map(({ source }) => source),
      ...[...pairing.projects, ...pairing.routes].map(({ source }) => source),
      ...[pairing.since, pairing.link].flatMap((shown) => (shown ? [shown.source] : [])),
    ]),
  ),
];

/** Figures with a number that count some pairings as well but are entered under another: with years chosen, those that `tally` would count. */
export function sharedFigures(
  world: World,
  pairings: readonly Pairing[],
  span: Span | null = null,
  ways: readonly When[] = ['in'],
): Figure[] {
  const ids = new Set(pairings.map(({ id }) => id));
  const shared = pairings.flatMap(({ id }) => world.jointWith(id)).filter(({ pairing }) => pairing && !ids.has(pairing.id));
  return [...new Set(shared.map(({ figure }) => figure))].filter(
    (figure) => figure.value !== null && ways.includes(when(figureYears(figure), span)),
  );
}

/** What the atlas holds of its pairings, in four numbers; whole programmes have figures and sources of their own, which no pairing counts. */
export const counts = ({ dataset }: World): { pairings: number; figures: number; projects: number; sources: number } => ({
  pairings: onRecord(dataset.pairings).pairings,
  figures: tally(dataset.pairings).figures,
  projects: tally(dataset.pairings).projects,
  sources: sourcesOf(dataset.pairings).length,
});
