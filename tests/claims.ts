import type { Figure, Pairing } from '../data/schema.ts';
import { LIGHT } from '../src/look/themes.ts';
import { scene } from '../src/scene/scene.ts';
import { compare } from '../src/state/compare.ts';
import { counts, tally } from '../src/state/count.ts';
import { tabsOf } from '../src/state/dossier.ts';
import { filter } from '../src/state/filter.ts';
import { known, missingOf, rateOf, yearsCovered } from '../src/state/known.ts';
import { columnTotals, REPORTED } from '../src/state/rows.ts';
import { rowsOf } from '../src/text/rows.ts';
import { spanOf, type Span } from '../src/state/span.ts';
import { totalsOf } from '../src/state/total.ts';
import { parse } from '../src/state/url.ts';
import type { World } from '../src/state/world.ts';
import { comparisonSentence, differenceText, rateTexts } from '../src/text/compare.ts';
import { figureText, periodText, QUALIFIERS } from '../src/text/figure.ts';
import { measureText } from '../src/text/measure.ts';
import { messages } from '../src/text/messages.ts';
import { pairingLine, pairingRate, pairingTitle, sinceText } from '../src/text/pairing.ts';
import { pairingReport, viewReport } from '../src/text/report.ts';
import { openPairing, viewSentence } from '../src/text/view.ts';
import { VIEWS } from './views.ts';

const LANGS = ['zh', 'en'] as const;

/** A row of the record that a claim rests on: id, print, period, what it is divided by, whom it counts, source. */
function basis(world: World, figure: Figure): string {
  const years = yearsCovered(figure);
  const parts = [
    figure.id,
    figure.reported ?? '—',
    `${figure.from ?? ''}/${figure.to ?? ''}`,
    rateOf(world, figure) === null ? 'no rate' : `÷ ${Number(years!.toFixed(2))}${figure.years === undefined ? '' : ' as printed'}`,
    ...(figure.joint.length ? [`with ${figure.joint.join(' ')}`] : []),
    ...(figure.scope === 'pairing' ? [] : [figure.scope]),
    figure.source,
  ];
  return `[${parts.join(' | ')}]`;
}

/** What a pairing's line says in the years chosen, with its standing and the row it rests on. */
function lineOf(world: World, pairing: Pairing, span: Span | null): string {
  const { standing, figure, rows } = known(world, pairing, 'aid', span);
  const said = LANGS.map((lang) =>
    [pairingLine(world, pairing, lang, span), pairingRate(world, pairing, lang, span)].filter(Boolean).join(' · '),
  );
  const others = rows.filter((row) => row !== figure).map(({ id }) => id);
  return `- ${pairing.id}: ${said.join(' / ')} ${figure ? basis(world, figure) : ''}${standing === 'reported' ? '' : ` (${standing})`}${others.length ? ` not: ${others.join(', ')}` : ''}`;
}

/** Sentences, legend and, where they differ from those for all time, the lines of the pairings of one view. */
function ofView(world: World, query: string): string[] {
  const view = parse(query);
  const filtered = filter(world, view);
  const span = spanOf(view);
  const open = openPairing(world, view);
  const { legend } = scene(world, view, LIGHT, filtered.pairings);
  const { reported, joint, part, none } = legend.standings;
  const lines = LANGS.flatMap((lang) => [
    viewSentence(world, view, filtered, lang),
    ...(open ? pairingReport(world, open, lang, span) : viewReport(world, view, filtered, lang)),
  ]);
  const widths = legend.widths.map(({ amount, widthPx }) => `${measureText(amount, legend.measure, 'en')} ${widthPx.toFixed(1)} px`);
  return [
    ...lines.map((line) => `> ${line}`),
    `legend: ${widths.join(', ') || 'no widths'}; ${reported} reported, ${joint} joint, ${part} in part, ${none} not reported, ${legend.planned} planned`,
    ...(span
      ? filtered.pairings.filter((pairing) => known(world, pairing, 'aid', span).figure).map((pairing) => lineOf(world, pairing, span))
      : []),
    ...(view.tab === 'table' ? sums(world, filtered.pairings, query) : []),
    ...(view.tab === 'compare' ? ratios(world, open!, world.findPairing(view.compare)!) : []),
  ];
}

/** The sums that the table shows under its columns of figures, or that there is none. */
function sums(world: World, pairings: readonly Pairing[], query: string): string[] {
  const rows = rowsOf(world, pairings, parse(query), 'en');
  return REPORTED.map((column) => {
    const { value, totals, left } = columnTotals(world, rows, column);
    const groups = totals.filter((total) => total.rows.length > 1);
    return `sum of ${column}: ${value ?? 'not added'}; ${groups.map((total) => `${total.value} over ${total.from}/${total.to} = ${total.rows.map(({ id }) => id).join(' + ')}`).join('; ') || 'no two of one period'}; ${left.length} left out`;
  });
}

function ratios(world: World, a: Pairing, b: Pairing): string[] {
  const found = compare(world, a, b);
  const both = found.groups.flatMap(({ rows }) => rows).filter(({ count }) => count.a > 0 && count.b > 0);
  return [
    ...LANGS.map((lang) => `> ${comparisonSentence(world, a, b, found, lang)}`),
    ...both.map((row) => {
      const texts = rateTexts(row, 'en');
      const said = LANGS.map((lang) => Object.values(differenceText(row, lang)).filter(Boolean).join(', '));
      const sides = (['a', 'b'] as const).map((side) =>
        row[side] ? `${basis(world, row[side])}${texts ? ` ${texts[side]}` : ''}` : 'several',
      );
      return `- ${row.measure}: ${said.join(' / ')} ${sides.join(' against ')}`;
    }),
  ];
}

/**
 * Everything that the named views say beyond a figure's print, each claim beside the rows it rests on: sentences, rates, ratios,
 * sums, counts and "not reported". It is kept in `claims.md`, so that a change of data or code shows what it changes for readers.
 */
export function claims(world: World): string {
  const { pairings } = world.dataset;
  const dossiers = pairings.filter(({ dossier }) => dossier);
  const standing = (pairing: Pairing, of: 'aid' | 'people') => known(world, pairing, of).standing;
  const silent = (of: 'aid' | 'people') => pairings.filter((pairing) => standing(pairing, of) === 'none').map(({ id }) => id);
  const m = messages('en');
  return `${[
    '# What the atlas claims',
    '',
    'Made by `npm run data:report -- --claims`; a row is [figure | print | period | divided by | counts also | scope | source].',
    '',
    '## Counts',
    `panel: ${Object.entries(counts(world))
      .map(([what, n]) => `${what} ${n}`)
      .join(', ')}`,
    `on record: ${Object.entries(tally(pairings))
      .map(([what, n]) => `${what} ${n}`)
      .join(', ')}`,
    `inferred ties: ${pairings
      .filter(({ inferred }) => inferred)
      .map(({ id }) => id)
      .join(', ')}`,
    '',
    '## Aid, pairing by pairing',
    ...pairings.filter((pairing) => standing(pairing, 'aid') !== 'none').map((pairing) => lineOf(world, pairing, null)),
    `not reported: ${silent('aid').join(', ')}`,
    '',
    '## People sent',
    ...pairings
      .filter((pairing) => standing(pairing, 'people') !== 'none')
      .map((pairing) => {
        const { figure, standing: how } = known(world, pairing, 'people');
        return `- ${pairing.id}: ${figureText(figure!, 'en')}, ${periodText(figure!, 'en')} ${basis(world, figure!)} (${how})`;
      }),
    `not reported: all others, ${silent('people').length}`,
    '',
    '## Since when',
    ...[...new Set(pairings.map((pairing) => pairing.since?.basis ?? 'unknown'))].map(
      (how) =>
        `${how}: ${pairings
          .filter((pairing) => (pairing.since?.basis ?? 'unknown') === how)
          .map((pairing) => `${pairing.id}${pairing.since ? ` (${sinceText(pairing, 'en')})` : ''}`)
          .join(', ')}`,
    ),
    '',
    '## Dossiers: what our sources say nothing of, and what may be added',
    ...dossiers.flatMap((pairing) => {
      const missing = missingOf(world, pairing);
      const added = tabsOf(world, pairing).flatMap(({ figures }) => totalsOf(world, figures).totals.filter(({ rows }) => rows.length > 1));
      return [
        `- ${pairingTitle(world, pairing, 'en')}: ${[...(missing.aid === 'none' ? [m.total] : []), ...missing.channels.map((channel) => m.channel[channel])].join(', ') || 'nothing'}`,
        ...added.map(
          ({ measure, value, qualifier, rows, from, to }) =>
            `  - ${world.measure(measure).name.en}, ${from}/${to}: ${QUALIFIERS[qualifier]}${value} = ${rows.map(({ id }) => id).join(' + ')}`,
        ),
      ];
    }),
    ...VIEWS.flatMap(({ name, query }) => ['', `## View ${name}: ?${query}`, ...ofView(world, query)]),
  ].join('\n')}\n`;
}
