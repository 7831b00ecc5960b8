import type { Channel, Figure, Pairing } from '../../data/schema.ts';
import {
  editionYear,
  falls,
  figureYears,
  projectYears,
  routeYears,
  sinceYear,
  spanOf,
  when,
  yearOf,
  type Span,
  type When,
  type Years,
} from './span.ts';
import { NAMED_BY } from './sections.ts';
import { fieldsOf, type Named, type ViewFields } from './url.ts';
import { allFigures, type World } from './world.ts';

/** The parts of a filter, each of which may be taken back by itself. */
export const FACETS = ['programme', 'donor', 'recipient', 'channel', 'has', 'network', 'time'] as const;
export type Facet = (typeof FACETS)[number];

const CRITERIA = ['programme', 'donor', 'recipient', 'channel', 'has', 'network', 'from', 'to'] as const;
export type Criteria = Pick<ViewFields, (typeof CRITERIA)[number]>;

/** What a filter lets through, and what each of its options would. */
export interface Filtered {
  pairings: Pairing[];
  /** Pairings of the atlas, whatever the filter. */
  all: number;
  /** Facets that leave anything out. */
  active: Facet[];
  /** Pairings that would be shown with an option chosen as well (`channel`, `has`) or instead (the others). Options without any are missing. */
  counts: Record<'programme' | 'donor' | 'recipient' | 'channel' | 'has' | 'network', ReadonlyMap<string, number>>;
  /** Pairings that would be shown if a facet were taken back. */
  without: Record<Facet, number>;
}

/** Filters of nothing. */
export const NO_FILTER: Readonly<Criteria> = fieldsOf({}, CRITERIA);

/** What a pairing has to answer each facet with. */
interface Traits {
  donors: string[];
  recipients: string[];
  channels: Set<Channel>;
  named: Set<Named>;
  inTime: boolean;
}

/** A place and the places it lies in, nearest first. */
export function placesAround(world: World, id: string): string[] {
  const found: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !found.includes(at); at = world.findPlace(at)?.in) found.push(at);
  return found;
}

/**
 * The part of a pairing's record that lies to a span in certain ways: by default what holds in any of its years, be it for
 * longer too. A project or route keeps those of its figures that do.
 */
export function heldIn(pairing: Pairing, span: Span, ways: readonly When[] = ['in', 'across']): Pairing {
  const is = (years: Years | null): boolean => ways.includes(when(years, span));
  const keep = (figures: readonly Figure[]) => figures.filter((figure) => is(figureYears(figure)));
  const withFigures = <T extends { figures: Figure[] }>(list: readonly T[], years: (one: T) => Years | null): T[] =>
    list.filter((one) => is(years(one))).map((one) => ({ ...one, figures: keep(one.figures) }));
  return {
    ...pairing,
    figures: keep(pairing.figures),
    projects: withFigures(pairing.projects, projectYears),
    routes: withFigures(pairing.routes, routeYears),
  };
}

/** A pairing's record without what is of other years than those chosen. What no source dates stays, to be shown apart. */
export const shownIn = (pairing: Pairing, span: Span | null): Pairing =>
  span ? heldIn(pairing, span, ['in', 'across', 'undated']) : pairing;

const traits = new WeakMap<World, WeakMap<Pairing, Traits>>();

/** What a pairing has to answer with; of all years it is found once. */
function traitsIn(world: World, pairing: Pairing, span: Span | null): Traits {
  if (span) return traitsOf(world, pairing, span);
  const known = traits.get(world) ?? new WeakMap<Pairing, Traits>();
  traits.set(world, known);
  const found = known.get(pairing) ?? traitsOf(world, pairing, null);
  known.set(pairing, found);
  return found;
}

function traitsOf(world: World, pairing: Pairing, span: Span | null): Traits {
  const held = span ? heldIn(pairing, span) : pairing;
  const { projects, routes } = held;
  const figures = allFigures(held);
  return {
    donors: placesAround(world, pairing.donor),
    recipients: placesAround(world, pairing.recipient),
    channels: new Set<Channel>([
      ...figures.map(({ channel }) => channel),
      ...(projects.length ? (['project'] as const) : []),
      ...routes.map(({ mode }) => mode),
    ]),
    named: new Set<Named>([...(projects.length ? (['projects'] as const) : []), ...routes.map(({ mode }) => NAMED_BY[mode])]),
    inTime: span === null || stateIn(world, pairing, span) !== null,
  };
}

/**
 * The year from which two are known to be paired: the first year, or where none is known, that of the text that shows them
 * to be, or of the earliest figure if that is before it.
 */
function pairedFrom(world: World, pairing: Pairing): number {
  const since = sinceYear(pairing);
  if (since !== null) return since;
  const shown = pairing.link ? [yearOf(world.source(pairing.link.source).date)] : [];
  return Math.min(...shown, ...allFigures(pairing).flatMap((figure) => figureYears(figure)?.first ?? []));
}

/**
 * What a pairing is in a span: under way from its first year on, and planned after the last year that our sources can know
 * of, if they report a plan for then. Null: not begun, or nothing is known of it then.
 */
export function stateIn(world: World, pairing: Pairing, span: Span): 'under-way' | 'planned' | null {
  const reported = allFigures(pairing).some((figure) => falls(figureYears(figure), span));
  if (span.from > editionYear(world.dataset)) return reported ? 'planned' : null;
  return reported || pairedFrom(world, pairing) <= span.to ? 'under-way' : null;
}

const kept = {
  programme: (criteria: Criteria, pairing: Pairing) => !criteria.programme.length || criteria.programme.includes(pairing.programme),
  donor: ({ donor }: Criteria, _: Pairing, { donors }: Traits) => donor === null || donors.includes(donor),
  recipient: ({ recipient }: Criteria, _: Pairing, { recipients }: Traits) => recipient === null || recipients.includes(recipient),
  channel: ({ channel }: Criteria, _: Pairing, { channels }: Traits) => channel.every((one) => channels.has(one)),
  has: ({ has }: Criteria, _: Pairing, { named }: Traits) => has.every((one) => named.has(one)),
  network: ({ network }: Criteria, { dossier }: Pairing) => network === 'on' || dossier === (network === 'off'),
  time: (_: Criteria, __: Pairing, { inTime }: Traits) => inTime,
} satisfies Record<Facet, (criteria: Criteria, pairing: Pairing, traits: Traits) => boolean>;

/** The pairings that a view's filters let through, with the number behind each option before it is chosen. Ids that are not in the data filter nothing. */
export function filter(world: World, view: Partial<Criteria>): Filtered {
  const criteria = known(world, view);
  const span = spanOf(criteria);
  const counts = { programme: tally(), donor: tally(), recipient: tally(), channel: tally(), has: tally(), network: tally() };
  const without = Object.fromEntries(FACETS.map((facet) => [facet, 0])) as Record<Facet, number>;
  const pairings: Pairing[] = [];
  const all = world.dataset.pairings;
  for (const pairing of all) {
    const traits = traitsIn(world, pairing, span);
    const against = FACETS.filter((facet) => !kept[facet](criteria, pairing, traits));
    if (against.length > 1) continue;
    const [only = null] = against;
    if (only === null) pairings.push(pairing);
    for (const facet of FACETS) if (only === null || only === facet) without[facet]++;
    if (only === null || only === 'programme') counts.programme.add(pairing.programme);
    if (only === null || only === 'donor') traits.donors.forEach(counts.donor.add);
    if (only === null || only === 'recipient') traits.recipients.forEach(counts.recipient.add);
    if (only === null || only === 'network') ['on', pairing.dossier ? 'off' : 'only'].forEach(counts.network.add);
    // Of these, all that are chosen must be there: what lacks one of them is not brought back by another.
    if (only === null) traits.channels.forEach(counts.channel.add);
    if (only === null) traits.named.forEach(counts.has.add);
  }
  // Without the years a pairing has other channels and names too: that is another question, and is asked anew.
  if (span) without.time = filter(world, { ...criteria, ...cleared('time') }).pairings.length;
  return {
    pairings,
    all: all.length,
    active: FACETS.filter((facet) => !isOff(criteria, facet)),
    counts: Object.fromEntries(Object.entries(counts).map(([facet, { numbers }]) => [facet, numbers])) as unknown as Filtered['counts'],
    without,
  };
}

function tally(): { numbers: Map<string, number>; add: (option: string) => void } {
  const numbers = new Map<string, number>();
  return { numbers, add: (option) => void numbers.set(option, (numbers.get(option) ?? 0) + 1) };
}

function known(world: World, view: Partial<Criteria>): Criteria {
  const criteria = fieldsOf(view, CRITERIA);
  const place = (id: string | null) => world.findPlace(id)?.id ?? null;
  const programmes = world.dataset.programmes.map(({ id }) => id);
  return {
    ...criteria,
    donor: place(criteria.donor),
    recipient: place(criteria.recipient),
    programme: criteria.programme.filter((id) => programmes.includes(id)),
  };
}

function isOff(criteria: Criteria, facet: Facet): boolean {
  if (facet === 'time') return spanOf(criteria) === null;
  const value = criteria[facet];
  return Array.isArray(value) ? value.length === 0 : value === NO_FILTER[facet];
}

/** What to set in a view to take one facet back. */
export function cleared(facet: Facet): Partial<Criteria> {
  return facet === 'time' ? { from: null, to: null } : { [facet]: NO_FILTER[facet] };
}
