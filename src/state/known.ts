import type { Channel, Figure, Pairing, Sector } from '../../data/schema.ts';
import { falls, figureYears, when, yearOf, type Span } from './span.ts';
import { CHANNELS } from './sections.ts';
import { allFigures, type World } from './world.ts';

/**
 * How far something is known of a pairing: reported for it alone; reported for it and others together; in part only, such as
 * one purpose, a plan, or one team of several; or not in any of our sources.
 */
export type Standing = 'reported' | 'joint' | 'part' | 'none';

/** What can be asked of a pairing: its aid, and the people sent. */
export type Topic = 'aid' | 'people';

/** What is known of a topic for a pairing, in the years asked for. */
export interface Known {
  standing: Standing;
  /** The figure that speaks for it: for `part`, the chief of those there are; null for `none`. */
  figure: Figure | null;
  /** The pairing that the figure is entered under: for a joint one it may be another. */
  holder: Pairing;
  /** Of a joint figure, the pairings it counts, the holder first; otherwise the pairing alone. */
  counts: Pairing[];
  /** All that bears on the answer, the chief figure first: what a reader who doubts it should see. */
  rows: Figure[];
}

/** Measures that speak of a whole pairing, and those that speak of a part of it or of a plan. */
const MEASURES: Record<Topic, { whole: readonly string[]; part: readonly string[] }> = {
  aid: { whole: ['aid-total'], part: ['aid-part', 'aid-planned'] },
  people: { whole: ['people-sent'], part: ['people-part'] },
};

/** A number that speaks for its pairing: no range and no "several", and not of a province or of somebody else. */
const speaks = ({ value, upper, qualifier, scope }: Figure): boolean =>
  value !== null && upper === null && qualifier !== 'several' && scope === 'pairing';

/**
 * What is known of a topic here. The one place where this is decided: widths, lists, tables, sums, sentences and "not
 * reported" are all read from it.
 *
 * Of several figures, one within the years asked for goes before one that reaches beyond them, a pairing's own before a
 * joint one, a headline before another, then the one that ends latest, then the one of the longer period.
 */
export function known(world: World, pairing: Pairing, topic: Topic, span: Span | null = null): Known {
  const { whole, part } = MEASURES[topic];
  const joint = world.jointWith(pairing.id).map(({ figure }) => figure);
  const all = [...allFigures(pairing), ...joint];
  if (!all.length) return { standing: 'none', figure: null, holder: pairing, counts: [pairing], rows: [] };
  const inTime = all.filter((figure) => speaks(figure) && (!span || falls(figureYears(figure), span)));
  const of = (measures: readonly string[]) =>
    ordered(
      inTime.filter(({ measure }) => measures.includes(measure)),
      span,
    );
  const [wholes, parts] = [of(whole), of(part)];
  const rows = [...wholes, ...parts];
  const answer = (standing: Standing, figure: Figure | null): Known => {
    const holder = (figure && world.findFigure(figure.id)?.pairing) ?? pairing;
    const counts = figure?.joint.length ? [holder, ...figure.joint.flatMap((id) => world.findPairing(id) ?? [])] : [pairing];
    return { standing, figure, holder, counts, rows: figure ? [figure, ...rows.filter((row) => row !== figure)] : rows };
  };
  const own = wholes.filter((figure) => !figure.joint.length);
  // Teams of doctors or teachers are not all the people sent: without a headline, only a figure that stands alone speaks for the whole.
  const outer = own.filter(({ within }) => !own.some(({ id }) => id === within));
  const chief = topic === 'aid' ? own[0] : (own.find(({ headline }) => headline) ?? (outer.length === 1 ? outer[0] : undefined));
  if (chief) return answer('reported', chief);
  const [together] = wholes.filter((figure) => figure.joint.length);
  if (together && (topic === 'aid' || together.headline)) return answer('joint', together);
  const [some] = rows;
  return some ? answer('part', some) : answer('none', null);
}

function ordered(figures: readonly Figure[], span: Span | null): Figure[] {
  const lengthOf = (figure: Figure): number => {
    const years = figureYears(figure);
    return years ? years.last - years.first : -1;
  };
  const within = (figure: Figure): number => Number(span !== null && when(figureYears(figure), span) === 'in');
  const end = ({ to, from }: Figure): string => to ?? from ?? '';
  return [...figures].sort(
    (a, b) =>
      within(b) - within(a) ||
      Number(a.joint.length > 0) - Number(b.joint.length > 0) ||
      Number(b.headline) - Number(a.headline) ||
      (end(a) === end(b) ? 0 : end(a) < end(b) ? 1 : -1) ||
      lengthOf(b) - lengthOf(a),
  );
}

/** Number of years that a yearly rate is worked out over: as printed, where a text prints it; else the years, or months, of the period. Null where the period is open, or shorter than a year. */
export function yearsCovered({ from, to, years }: Pick<Figure, 'from' | 'to' | 'years'>): number | null {
  if (years !== undefined) return years;
  if (!from || !to) return null;
  const month = (date: string, otherwise: number): number => yearOf(date) * 12 + (Number(date.slice(5, 7)) || otherwise);
  const months = month(to, 12) - month(from, 1) + 1;
  return months < 12 ? null : months / 12;
}

/** A figure by the year, worked out by us and to be marked so. Null where its period does not allow it, or its measure has no yearly rate: see `rate` in `data/measures.yaml`. */
export function rateOf(world: World, figure: Figure): number | null {
  const years = yearsCovered(figure);
  return years === null || !speaks(figure) || !world.measure(figure.measure).rate ? null : figure.value! / years;
}

/** The channel that a project of a sector has something to say of, beside being a project. */
const SECTOR_CHANNEL: Partial<Record<Sector, Channel>> = {
  ...{ industry: 'investment', trade: 'trade', environment: 'environment', tourism: 'tourism', culture: 'culture' },
  ...{ education: 'education', health: 'health', training: 'training', people: 'people' },
};

/** Channels of which our sources say anything for a pairing: by a figure, also a joint one, a named project of that field, or a route. */
export function knownChannels(world: World, pairing: Pairing): Set<Channel> {
  return new Set<Channel>([
    ...[...allFigures(pairing), ...world.jointWith(pairing.id).map(({ figure }) => figure)].map(({ channel }) => channel),
    ...pairing.projects.flatMap(({ sector }): Channel[] => ['project', ...(SECTOR_CHANNEL[sector] ? [SECTOR_CHANNEL[sector]] : [])]),
    ...pairing.routes.map(({ mode }) => mode),
  ]);
}

/** What a reader would look for in a dossier and our sources do not say. */
export interface Missing {
  aid: Standing;
  since: boolean;
  channels: Channel[];
}

export function missingOf(world: World, pairing: Pairing): Missing {
  const found = knownChannels(world, pairing);
  return {
    aid: known(world, pairing, 'aid').standing,
    since: pairing.since === null,
    channels: CHANNELS.filter((channel) => !found.has(channel)),
  };
}
