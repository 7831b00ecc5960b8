import type { Channel, Figure, Pairing } from '../../data/schema.ts';
import { unitWord } from '../text/figure.ts';
import { rowOf } from './rows.ts';
import { perYear } from './total.ts';
import { CHANNELS } from './url.ts';

export type Side = 'a' | 'b';

/** Why two pairings are not set against each other in a measure. */
export type Against = 'missing' | 'several' | 'part' | 'range' | 'scope' | 'unit' | 'period';

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
  what: 'projects' | 'flights' | 'freight' | 'figures';
}

export interface Comparison {
  /** Measures by channel, in the order of a dossier's tabs; what both have first. */
  groups: { channel: Channel; rows: Compared[] }[];
  counts: Counts[];
}

/** Counts that grow with the years, so that a rate by the year has a sense. Money does; a number of villages or schools does not. */
const GROWING: ReadonlySet<string> = new Set([
  ...['aid-projects', 'projects-landed', 'agreements', 'people-sent', 'people-trained', 'placements', 'patients', 'screenings'],
  ...['operations', 'visitors', 'audience', 'views', 'flights-run', 'trains-run', 'tourist-trains-run', 'students-admitted'],
]);

/** The figure that is shown of a pairing in a measure: its headline, or the only one, or the only one of its own that no other contains. */
function chiefOf(figures: readonly Figure[]): Figure | null {
  const headline = figures.find((figure) => figure.headline);
  const own = figures.filter(({ scope, within }) => scope === 'pairing' && within === null);
  return headline ?? (figures.length === 1 ? figures[0]! : own.length === 1 ? own[0]! : null);
}

/** Whether two figures count the same thing: 名 and 人 are both people, 人次 are not. */
export const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit || (unitWord(a.unit) !== '' && unitWord(a.unit) === unitWord(b.unit));

const samePeriod = (a: Figure, b: Figure): boolean => a.from === b.from && a.to === b.to && (a.from ?? a.to) !== null;

/** A figure by the year, where that has a sense. */
const rateOf = (figure: Figure): number | null => (figure.unit === 'CNY' || GROWING.has(figure.measure) ? perYear(figure) : null);

function difference(on: Difference['on'], a: number, b: number, rough: boolean): Difference {
  const [high, low] = [Math.max(a, b), Math.min(a, b)];
  return { on, larger: a === b ? null : a > b ? 'a' : 'b', ratio: low === 0 ? null : high / low, by: high - low, rough };
}

type Verdict = Pick<Compared, 'rates' | 'difference' | 'against'>;
function verdict(a: Figure, b: Figure): Verdict {
  const no = (against: Against): Verdict => ({ rates: null, difference: null, against });
  // Only a headline speaks for the whole pairing.
  if (!a.headline || !b.headline) return no('part');
  if ([a, b].some(({ upper, qualifier }) => upper !== null || qualifier === 'several')) return no('range');
  if (a.scope !== 'pairing' || b.scope !== 'pairing') return no('scope');
  if (!sameUnit(a, b)) return no('unit');
  const rough = a.qualifier !== 'exact' || b.qualifier !== 'exact';
  if (samePeriod(a, b)) return { rates: null, difference: difference('total', a.value!, b.value!, rough), against: null };
  const [rateA, rateB] = [rateOf(a), rateOf(b)];
  if (rateA === null || rateB === null) return no('period');
  return { rates: { a: rateA, b: rateB }, difference: difference('rate', rateA, rateB, rough), against: null };
}

function compared(channel: Channel, measure: string, a: readonly Figure[], b: readonly Figure[]): Compared {
  const [chiefA, chiefB] = [chiefOf(a), chiefOf(b)];
  const none: Verdict = { rates: null, difference: null, against: a.length === 0 || b.length === 0 ? 'missing' : 'several' };
  const found = chiefA && chiefB ? verdict(chiefA, chiefB) : none;
  return { channel, measure, a: chiefA, b: chiefB, count: { a: a.length, b: b.length }, ...found };
}

/** Whether a row says something of both, or the chief figure of one: what is shown without asking. */
export const isChief = ({ a, b, count }: Compared): boolean => (count.a > 0 && count.b > 0) || Boolean(a?.headline) || Boolean(b?.headline);

/** Two pairings by measure. Their own figures are compared, not those of single projects and routes. */
export function compare(a: Pairing, b: Pairing): Comparison {
  const numbers = ({ figures }: Pairing) => figures.filter(({ value }) => value !== null);
  const [ofA, ofB] = [numbers(a), numbers(b)];
  const rank = (row: Compared): number => Number(!(row.count.a && row.count.b)) * 2 + Number(!isChief(row));
  const groups = CHANNELS.map((channel) => {
    const inChannel = (figures: readonly Figure[]) => figures.filter((figure) => figure.channel === channel);
    const [hereA, hereB] = [inChannel(ofA), inChannel(ofB)];
    const measures = [...new Set([...hereA, ...hereB].map(({ measure }) => measure))].sort();
    const of = (figures: readonly Figure[], measure: string) => figures.filter((figure) => figure.measure === measure);
    const rows = measures.map((measure) => compared(channel, measure, of(hereA, measure), of(hereB, measure)));
    return { channel, rows: rows.sort((one, other) => rank(one) - rank(other)) };
  }).filter(({ rows }) => rows.length > 0);
  const [rowA, rowB] = [rowOf(a, null), rowOf(b, null)];
  const counted = (what: Counts['what']): Counts => ({ what, a: rowA[what], b: rowB[what] });
  return { groups, counts: (['projects', 'flights', 'freight', 'figures'] as const).map(counted) };
}
