import type { Figure, Pairing } from '../../data/schema.ts';
import { rateOf } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import { measured, type Measured } from '../state/measure.ts';
import { spanOf } from '../state/span.ts';
import type { Measure, ViewFields } from '../state/url.ts';
import { allFigures, type World } from '../state/world.ts';
import { exploreWords } from './explore.ts';
import { figureText, periodText, rateText } from './figure.ts';
import { messages } from './messages.ts';
import { figureJoint, jointText, pairingLine, pairingTitle } from './pairing.ts';
import { shareWords } from './share.ts';

/** A row of a page's list: what it is of, a number or nothing, and what is to be said of that in smaller letters. */
export interface SheetRow {
  /** Id of the pairing whose arc it tells of; null in a list of one pairing's figures. */
  pairing: string | null;
  label: string;
  value: string;
  note: string;
}
/** Rows whose numbers may stand in one column: of one period and one scope, which the title says. */
export interface SheetGroup {
  title: string;
  rows: SheetRow[];
}

/** A list in groups by a title, which stand in the order in which their first comes. */
function grouped<T>(list: readonly T[], titleOf: (one: T) => string, rowOf: (one: T) => SheetRow): SheetGroup[] {
  const groups = new Map<string, SheetRow[]>();
  for (const one of list) groups.set(titleOf(one), [...(groups.get(titleOf(one)) ?? []), rowOf(one)]);
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

/** Figures of a pairing as a page lists them: headlines first, then the rest, those of one period and scope together. */
export function figureGroups(world: World, pairing: Pairing, lang: Lang): SheetGroup[] {
  const m = messages(lang);
  const figures = allFigures(pairing)
    .filter(({ reported, value }) => reported !== null && value !== null)
    .sort((a, b) => Number(b.headline) - Number(a.headline));
  const titleOf = (figure: Figure): string =>
    [periodText(figure, lang) || m.periodUnknown, figureJoint(world, figure, lang), figure.scope === 'pairing' ? '' : m.scope[figure.scope]]
      .filter(Boolean)
      .join(' · ');
  return grouped(figures, titleOf, (figure) => ({ pairing: null, label: figure.label[lang], value: figureText(figure, lang), note: '' }));
}

/** What a page's list of pairings goes by: what arcs are as wide as, or aid by the year where widths say nothing. */
const listedBy = ({ measure }: Pick<ViewFields, 'measure'>): Exclude<Measure, 'none'> => (measure === 'none' ? 'rate' : measure);

/** Pairings as a page lists them, by what arcs are as wide as, the most first; a joint figure stands once. What is reported of nobody comes last. */
export function pairingGroups(
  world: World,
  pairings: readonly Pairing[],
  view: Pick<ViewFields, 'measure' | 'from' | 'to'>,
  lang: Lang,
): SheetGroup[] {
  const [words, m, span, measure] = [shareWords(lang), messages(lang), spanOf(view), listedBy(view)];
  const amountOf = ({ figure, value }: Measured): number =>
    figure === null ? (value ?? -1) : measure === 'rate' ? (rateOf(world, figure) ?? -1) : (figure.value ?? -1);
  const order = { reported: 0, joint: 1, part: 2, none: 3 };
  const seen = new Set<string>();
  const found = pairings
    .map((pairing) => ({ pairing, found: measured(world, pairing, measure, span) }))
    .sort(
      (a, b) =>
        order[a.found.standing] - order[b.found.standing] ||
        amountOf(b.found) - amountOf(a.found) ||
        Number(b.pairing.dossier) - Number(a.pairing.dossier),
    )
    .filter(({ found: { standing, figure } }) => standing !== 'joint' || (!seen.has(figure!.id) && seen.add(figure!.id)));
  const what = exploreWords(lang).measure[measure];
  const titleOf = ({ found: { standing, figure } }: (typeof found)[number]): string => {
    if (standing === 'none') return m.notReported;
    if (standing === 'part') return words.short.part;
    const scope = standing === 'joint' ? words.jointly : words.alone;
    if (measure === 'projects') return `${what} · ${words.counted}`;
    if (measure === 'rate') return `${what} · ${words.computed} · ${scope}`;
    return [what, periodText({ ...figure!, basis: 'stated' }, lang) || m.periodUnknown, scope].join(' · ');
  };
  const rowOf = ({ pairing, found: one }: (typeof found)[number]): SheetRow => {
    const row = { pairing: pairing.id, label: pairingTitle(world, pairing, lang), value: '', note: '' };
    const { standing, figure, value } = one;
    if (standing === 'none') return row;
    if (standing === 'part') {
      const what = figure && measure === 'people' && [figureText(figure, lang), periodText(figure, lang)].filter(Boolean).join(' · ');
      return { ...row, note: what || pairingLine(world, pairing, lang, span) };
    }
    if (!figure) return { ...row, value: String(value) };
    const others = standing === 'joint' ? m.jointly(jointText(world, pairing, one, lang)) : '';
    if (measure !== 'rate') return { ...row, value: figureText(figure, lang), note: others };
    return { ...row, value: rateText(rateOf(world, figure)!, figure, lang), note: pairingLine(world, pairing, lang, span) };
  };
  return grouped(found, titleOf, rowOf);
}
