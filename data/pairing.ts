import type { Checked, Path } from './document.ts';
import { parseFigure } from './figure.ts';
import { checkDate, checkPeriod, checkYears, unfinished } from './period.ts';
import type { Places } from './places.ts';
import { problem, type Problem } from './problem.ts';
import type { Ids, Steps } from './references.ts';
import type { RawFigure, RawPairing } from './schema.ts';

/** A pairing with the file it stands in, such as `pairings/donghai-xishan.yaml`. */
export type PairingFile = Checked<RawPairing> & { file: string };

/** What the checks of one pairing need of the rest of the data, and what they add to. */
export interface Context {
  ids: Ids;
  places: Places;
  /** Unit of each measure; null for counted things. */
  units: ReadonlyMap<string, string | null>;
  /** Measures of which a yearly rate is worked out. */
  rates: ReadonlySet<string>;
  /** When each source was printed. */
  printed: ReadonlyMap<string, string>;
  /** Which figure lies within which, all pairings together: one may lie within a figure of the parent. */
  within: Steps;
  problems: Problem[];
}

interface Owner<F> {
  figures: readonly F[];
}

/** Each figure of a pairing with its path in the file: its own, its projects' and its routes'. */
export function* figuresOf<F>(pairing: Owner<F> & { projects: readonly Owner<F>[]; routes: readonly Owner<F>[] }): Generator<[F, Path]> {
  for (const [i, figure] of pairing.figures.entries()) yield [figure, ['figures', i]];
  for (const list of ['projects', 'routes'] as const) {
    for (const [i, owner] of pairing[list].entries()) {
      for (const [j, figure] of owner.figures.entries()) yield [figure, [list, i, 'figures', j]];
    }
  }
}

/** Makes every id of a pairing known. Comes before any check, so that a reference may run ahead. */
export function addIds({ content, at }: PairingFile, ids: Ids): void {
  ids.add('pairing', content.id, at(['id']));
  content.projects.forEach(({ id }, i) => ids.add('project', id, at(['projects', i, 'id'])));
  content.routes.forEach(({ id }, i) => ids.add('route', id, at(['routes', i, 'id'])));
  for (const [{ id }, path] of figuresOf(content)) ids.add('figure', id, at([...path, 'id']));
}

export function checkPairing(pairing: PairingFile, context: Context): void {
  const { ids, problems } = context;
  const { file, content, at } = pairing;
  if (file !== 'network.yaml' && file !== `pairings/${content.id}.yaml`)
    problems.push(problem('file-name', at(['id']), `pairing "${content.id}" stands in data/${file}`));
  ids.refer('programme', content.programme, at(['programme']), 'programme');
  ids.refer('place', content.donor, at(['donor']), 'donor');
  ids.refer('place', content.recipient, at(['recipient']), 'recipient');
  ids.refer('pairing', content.parent, at(['parent']), 'parent');
  if (content.donor === content.recipient)
    problems.push(problem('one-place', at(['recipient']), `donor and recipient are both "${content.donor}"`));

  const { since, link } = content;
  ids.refer('source', since?.source, at(['since', 'source']), 'source');
  ids.refer('source', link?.source, at(['link', 'source']), 'source');
  if (since && !/(?<!\d)\d{4}(?!\d)/.test(since.reported))
    problems.push(problem('year', at(['since', 'reported']), `since "${since.reported}" names no year`));
  if (!since && !link)
    problems.push(problem('evidence', at(['since']), `nothing shows "${content.donor}" and "${content.recipient}" to be paired`));

  checkProjects(pairing, context);
  checkRoutes(pairing, context);
  checkFigures(pairing, context);
}

function checkProjects({ content, at }: PairingFile, { ids, problems }: Context): void {
  content.projects.forEach((project, i) => {
    const here = (key: string) => at(['projects', i, key]);
    ids.refer('place', project.place, here('place'), 'place');
    ids.refer('source', project.source, here('source'), 'source');
    checkDate(project.on, here('on'), problems);
  });
}

function checkRoutes({ content, at }: PairingFile, { ids, places, problems }: Context): void {
  content.routes.forEach((route, i) => {
    const here = (...keys: Path) => at(['routes', i, ...keys]);
    ids.refer('source', route.source, here('source'), 'source');
    checkDate(route.event.on, here('event', 'on'), problems);
    for (const end of ['from', 'to'] as const) {
      ids.refer('place', route[end], here(end), end);
      const kind = places.get(route[end])?.kind;
      if (route.mode === 'flight' && kind && kind !== 'airport')
        problems.push(problem('airport', here(end), `flight ends at "${route[end]}", a ${kind}`));
    }
    if (route.from === route.to) problems.push(problem('one-end', here('to'), `route starts and ends at "${route.to}"`));
    route.via.forEach((id, j) => ids.refer('place', id, here('via', j), 'via'));
    if (route.road !== undefined && ![route.from, ...route.via].includes(route.road))
      problems.push(problem('road', here('road'), `"${route.road}" is not on the way of the route`));
    if (route.mode === 'flight' && route.via.length)
      problems.push(problem('flight-via', here('via'), `flight is drawn through "${route.via.join(', ')}"`));
  });
}

function checkFigures({ content, at }: PairingFile, context: Context): void {
  const headlines = new Map<string, string>();
  for (const [figure, path] of figuresOf(content)) {
    const here = (key: string) => at([...path, key]);
    checkFigure(figure, here, context);
    if (figure.joint.includes(content.id))
      context.problems.push(problem('joint-self', here('joint'), `"${figure.id}" is joint with its own pairing`));
    if (!figure.headline) continue;
    const first = headlines.get(figure.measure);
    if (first) context.problems.push(problem('headline', here('headline'), `second headline for "${figure.measure}" after ${first}`));
    else headlines.set(figure.measure, figure.id);
  }
}

/** `here` gives the place in the file of one of the figure's keys. */
export function checkFigure(figure: RawFigure, here: (key: string) => string, context: Context): void {
  const { ids, units, within, problems } = context;
  ids.refer('measure', figure.measure, here('measure'), 'measure');
  ids.refer('source', figure.source, here('source'), 'source');
  ids.refer('place', figure.place, here('place'), 'place');
  ids.refer('figure', figure.within, here('within'), 'within');
  for (const id of figure.joint) ids.refer('pairing', id, here('joint'), 'joint');
  within.set(figure.id, { to: figure.within, at: here('within') });
  if (figure.reported !== null) checkPrint(figure, here('reported'), units.get(figure.measure), problems);
  if (figure.reported === null && figure.period === null)
    problems.push(problem('nothing', here('reported'), `"${figure.id}" has neither a number nor a date`));
  if (figure.headline && figure.scope !== 'pairing')
    problems.push(problem('headline-scope', here('headline'), `headline "${figure.id}" has scope ${figure.scope}`));
  checkPeriod(figure.period, here('period'), problems);
  checkYears(figure, here('years'), problems);
  checkFinished(figure, here('period'), context);
}

/** A yearly rate over months that were still to come would be too low. */
function checkFinished({ measure, period, years, source }: RawFigure, at: string, { rates, printed, problems }: Context): void {
  if (years !== undefined || !rates.has(measure)) return;
  const date = printed.get(source) ?? '';
  const words = unfinished(period, date);
  if (words) problems.push(problem('unfinished', at, `period ${period} runs on after ${source}, printed ${date}`, { words }));
}

/** Units that are measured and not counted; the last, money of any country: 12.98亿美元, but not 12个单元. */
const MEASURED = /^(?:CNY|t|kWh|W|m|.*(?<!单)[元圆币镑])$/;

/**
 * A figure must be readable, and in the unit of what it measures: money without a currency, or in another than yuan, is not
 * taken for yuan. `unit` is undefined for a measure that the dictionary does not have, which is told elsewhere.
 */
function checkPrint({ reported, measure }: RawFigure, at: string, unit: string | null | undefined, problems: Problem[]): void {
  const read = parseFigure(reported!);
  if (!read) problems.push(problem('figure', at, `figure "${reported}" cannot be read`));
  else if (unit !== undefined && (unit === null ? MEASURED.test(read.unit) : read.unit !== unit)) {
    const wants = unit === null ? 'is counted' : `is in ${UNIT_NAMES[unit] ?? unit}`;
    const reads = read.unit === '' ? 'without a unit' : `in ${UNIT_NAMES[read.unit] ?? read.unit}`;
    problems.push(problem('unit', at, `figure "${reported}" reads ${reads}, and ${measure} ${wants}`));
  }
}

const UNIT_NAMES: Record<string, string> = { CNY: 'yuan', t: 'tonnes', m: 'metres', W: 'watts' };
