import type { Channel, Figure, Pairing } from '../../data/schema.ts';
import { known, rateOf, type Topic } from './known.ts';
import { COUNTED, rowOf, type Counted } from './rows.ts';
import { CHANNELS } from './sections.ts';
import { sameUnit } from './unit.ts';
import { allFigures, type World } from './world.ts';

export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];

/** Why two pairings are not set against each other in a measure. */
export type Against = 'missing' | 'several' | 'part' | 'range' | 'scope' | 'joint' | 'unit' | 'period' | 'no-rate';

/** How far one is ahead. Computed by us. */
export interface Difference {
  /** Whether the values themselves were compared, or their yearly rates because the periods differ. */
  on: 'total' | 'rate';
  /** Null where they are equal. */
  larger: Side | null;
  /** The larger over the smaller; null where the smaller is zero. */
  ratio: number | null;
  /** The larger less the smaller, in base units, or base units a year. */
  by: number;
  /** True where either is "over", "nearly" or the like. */
  rough: boolean;
}

/** One measure of two pairings. Either there is a difference, or a reason against it. */
export interface Compared extends Record<Side, Figure | null> {
  channel: Channel;
  measure: string;
  /** Figures that each has of the measure. Where there are several and none stands for the pairing, its figure is null. */
  count: Record<Side, number>;
  /** Yearly rates, where both have one and the periods differ. */
  rates: Record<Side, number> | null;
  difference: Difference | null;
  against: Against | null;
}

/** What we count of each. Null is nothing that a source of ours names. */
export interface Counts extends Record<Side, number | null> {
  what: Counted;
}

export interface Comparison {
  /** Measures by channel, in the order of a dossier's tabs; what both have first. */
  groups: { channel: Channel; rows: Compared[] }[];
  counts: Counts[];
}

/** Measures of which it is decided elsewhere what is known of the whole. */
const TOPICS: Readonly<Record<string, Topic>> = { 'aid-total': 'aid', 'people-sent': 'people' };

/** The figure that is shown of a pairing in a measure: what speaks for the whole, its headline, or the only one, or the only one of its own that no other contains. */
function chiefOf(world: World, pairing: Pairing, measure: string, figures: readonly Figure[]): Figure | null {
  const topic = TOPICS[measure];
  const found = topic && known(world, pairing, topic);
  if (found && (found.standing === 'reported' || found.standing === 'joint')) return found.figure;
  const headline = figures.find((figure) => figure.headline);
  const own = figures.filter(({ scope, within }) => scope === 'pairing' && within === null);
  return headline ?? (figures.length === 1 ? figures[0]! : own.length === 1 ? own[0]! : null);
}

/** Whether a figure speaks for its whole pairing: a headline does, and what is known of the whole. */
const isWhole = (world: World, pairing: Pairing, figure: Figure): boolean => {
  const topic = TOPICS[figure.measure];
  return figure.headline || (topic !== undefined && known(world, pairing, topic).figure?.id === figure.id && topic === 'aid');
};

const samePeriod = (a: Figure, b: Figure): boolean => a.from === b.from && a.to === b.to && (a.from ?? a.to) !== null;

function difference(on: Difference['on'], a: number, b: number, rough: boolean): Difference {
  const [high, low] = [Math.max(a, b), Math.min(a, b)];
  return { on, larger: a === b ? null : a > b ? 'a' : 'b', ratio: low === 0 ? null : high / low, by: high - low, rough };
}

type Verdict = Pick<Compared, 'rates' | 'difference' | 'against'>;
function verdict(world: World, a: Figure, b: Figure, whole: boolean): Verdict {
  const no = (against: Against): Verdict => ({ rates: null, difference: null, against });
  if ([a, b].some(({ upper, qualifier }) => upper !== null || qualifier === 'several')) return no('range');
  if (a.scope !== 'pairing' || b.scope !== 'pairing') return no('scope');
  if (a.joint.length || b.joint.length) return no('joint');
  if (!whole) return no('part');
  if (!sameUnit(a, b)) return no('unit');
  const rough = a.qualifier !== 'exact' || b.qualifier !== 'exact';
  if (samePeriod(a, b)) return { rates: null, difference: difference('total', a.value!, b.value!, rough), against: null };
  if (!world.measure(a.measure).rate) return no('no-rate');
  const [rateA, rateB] = [rateOf(world, a), rateOf(world, b)];
  if (rateA === null || rateB === null) return no('period');
  return { rates: { a: rateA, b: rateB }, difference: difference('rate', rateA, rateB, rough), against: null };
}

type Sides<T> = Record<Side, T>;
function compared(world: World, channel: Channel, measure: string, of: Sides<Pairing>, figures: Sides<readonly Figure[]>): Compared {
  const chief = (side: Side) => chiefOf(world, of[side], measure, figures[side]);
  const [a, b] = [chief('a'), chief('b')];
  const count = { a: figures.a.length, b: figures.b.length };
  const none: Verdict = { rates: null, difference: null, against: count.a === 0 || count.b === 0 ? 'missing' : 'several' };
  const found = a && b ? verdict(world, a, b, isWhole(world, of.a, a) && isWhole(world, of.b, b)) : none;
  return { channel, measure, a, b, count, ...found };
}

/** Whether a row says something of both, or the chief figure of one: what is shown without asking. */
export const isChief = ({ a, b, count }: Compared): boolean => (count.a > 0 && count.b > 0) || Boolean(a?.headline) || Boolean(b?.headline);

/** Two pairings by measure, with all their figures: a project's or a joint one too is reported, though it may not speak for the whole. */
export function compare(world: World, a: Pairing, b: Pairing): Comparison {
  const numbers = (pairing: Pairing) =>
    [...allFigures(pairing), ...world.jointWith(pairing.id).map(({ figure }) => figure)].filter(({ value }) => value !== null);
  const [ofA, ofB] = [numbers(a), numbers(b)];
  const rank = (row: Compared): number =>
    Number(!(row.count.a && row.count.b)) * 4 + Number(row.difference === null) * 2 + Number(!row.a?.headline && !row.b?.headline);
  const groups = CHANNELS.map((channel) => {
    const inChannel = (figures: readonly Figure[]) => figures.filter((figure) => figure.channel === channel);
    const [hereA, hereB] = [inChannel(ofA), inChannel(ofB)];
    const measures = [...new Set([...hereA, ...hereB].map(({ measure }) => measure))].sort();
    const of = (figures: readonly Figure[], measure: string) => figures.filter((figure) => figure.measure === measure);
    const rows = measures.map((measure) => compared(world, channel, measure, { a, b }, { a: of(hereA, measure), b: of(hereB, measure) }));
    return { channel, rows: rows.sort((one, other) => rank(one) - rank(other)) };
  }).filter(({ rows }) => rows.length > 0);
  const [rowA, rowB] = [rowOf(world, a, null), rowOf(world, b, null)];
  const counted = (what: Counts['what']): Counts => ({ what, a: rowA[what], b: rowB[what] });
  return { groups, counts: COUNTED.map(counted) };
}
