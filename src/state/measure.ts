import type { Pairing } from '../../data/schema.ts';
import { known, rateOf, type Known } from './known.ts';
import { falls, projectYears, type Span } from './span.ts';
import { totalsOf } from './total.ts';
import type { Measure } from './url.ts';
import type { World } from './world.ts';

/** What a pairing comes to under a measure. */
export interface Measured extends Omit<Known, 'standing'> {
  /**
   * `reported`, `joint` and `none` as for what is known. `part` also where a total is reported but no rate can be worked out
   * from it, since its period is open.
   */
  standing: Known['standing'];
  /** Yuan, yuan a year, projects or people. Null where nothing can be drawn to scale: for `part`, `none`, and a joint figure that another pairing holds. */
  value: number | null;
}

/**
 * A pairing under a measure in a span: its aid by the year or in all, the people sent, or our count of its named projects.
 * A joint figure has its value with the one pairing that holds it, so that it is drawn to scale once.
 */
export function measured(world: World, pairing: Pairing, measure: Measure, span: Span | null): Measured {
  const nothing: Measured = { standing: 'none', value: null, figure: null, holder: pairing, counts: [pairing], rows: [] };
  if (measure === 'none') return nothing;
  if (measure === 'projects') {
    const value = pairing.projects.filter((project) => falls(projectYears(project), span)).length;
    return value ? { ...nothing, standing: 'reported', value } : nothing;
  }
  const found = known(world, pairing, measure === 'people' ? 'people' : 'aid', span);
  if (found.standing === 'none' || found.standing === 'part') return { ...found, value: null };
  const value = measure === 'rate' ? rateOf(world, found.figure!) : found.figure!.value;
  if (value === null) return { ...found, standing: 'part', value };
  return { ...found, value: found.holder.id === pairing.id ? value : null };
}

/** Recipients under a measure, by place: what several pairings bring to one place is added only where totals allow it, and is left out otherwise, as is what is joint. */
export function recipientsMeasured(world: World, pairings: readonly Pairing[], measure: Measure, span: Span | null): Map<string, number> {
  const groups = new Map<string, Measured[]>();
  for (const pairing of pairings) {
    const found = measured(world, pairing, measure, span);
    if (found.standing === 'none') continue;
    groups.set(pairing.recipient, [...(groups.get(pairing.recipient) ?? []), found]);
  }
  const values = new Map<string, number>();
  for (const [place, group] of groups) {
    // With a part or a joint figure among them, what came to the place in all is not known.
    if (group.some(({ standing }) => standing !== 'reported')) continue;
    const figures = group.flatMap(({ figure }) => figure ?? []);
    const { totals, left } = totalsOf(world, figures);
    // Counts of ours may always be added; figures only if they make one total and none stays out.
    if (group.length === 1 || figures.length === 0 || (totals.length === 1 && !left.length))
      values.set(
        place,
        group.reduce((sum, { value }) => sum + value!, 0),
      );
  }
  return values;
}
