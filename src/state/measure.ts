import type { Figure, Pairing } from '../../data/schema.ts';
import { falls, figureYears, projectYears, type Span } from './span.ts';
import { perYear, totalsOf } from './total.ts';
import type { Measure } from './url.ts';
import { aidTotal, type World } from './world.ts';

/** What a pairing comes to under a measure. */
export interface Measured {
  /** Yuan, yuan a year, projects or people. */
  value: number;
  /** The figure it is or is worked out from; null where we have counted. */
  figure: Figure | null;
}

/** People sent, where a source reports it as the pairing's own main figure. */
const peopleSent = ({ figures }: Pairing): Figure | null =>
  figures.find(({ headline, measure, scope, value }) => headline && measure === 'people-sent' && scope === 'pairing' && value !== null) ??
  null;

/**
 * A pairing under a measure in a span: its one headline figure if it falls in the span, or our count of its named projects.
 * Null where nothing is reported, which is not zero.
 */
export function measured(pairing: Pairing, measure: Measure, span: Span | null): Measured | null {
  if (measure === 'none') return null;
  if (measure === 'projects') {
    const value = pairing.projects.filter((project) => falls(projectYears(project), span)).length;
    return value ? { value, figure: null } : null;
  }
  const figure = measure === 'people' ? peopleSent(pairing) : aidTotal(pairing);
  if (!figure || !falls(figureYears(figure), span)) return null;
  const value = measure === 'rate' ? perYear(figure) : figure.value;
  return value === null ? null : { value, figure };
}

/** Recipients under a measure, by place: what several pairings bring to one place is added only where totals allow it, and is left out otherwise. */
export function recipientsMeasured(world: World, pairings: readonly Pairing[], measure: Measure, span: Span | null): Map<string, number> {
  const groups = new Map<string, Measured[]>();
  for (const pairing of pairings) {
    const found = measured(pairing, measure, span);
    if (found) groups.set(pairing.recipient, [...(groups.get(pairing.recipient) ?? []), found]);
  }
  const values = new Map<string, number>();
  for (const [place, group] of groups) {
    const figures = group.flatMap(({ figure }) => figure ?? []);
    const { totals, left } = totalsOf(figures, (id) => world.findFigure(id)?.figure.within ?? null);
    // Counts of ours may always be added; figures only if they make one total and none stays out.
    if (group.length === 1 || figures.length === 0 || (totals.length === 1 && !left.length))
      values.set(
        place,
        group.reduce((sum, { value }) => sum + value, 0),
      );
  }
  return values;
}
