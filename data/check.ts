import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as v from 'valibot';
import { readDocument, type Checked, type Path } from './document.ts';
import { parseFigure, parsePeriod } from './figure.ts';
import { say, suggest, type Problem } from './problem.ts';
import {
  pairingFile,
  placesFile,
  programmesFile,
  sourcesFile,
  type Dataset,
  type Figure,
  type LngLat,
  type Pairing,
  type Place,
  type RawPairing,
  type RawPlace,
} from './schema.ts';

/** File name under `data/`, with forward slashes, to its text. */
export type Texts = ReadonlyMap<string, string>;
type RawFigure = RawPairing['figures'][number];

/** The YAML files of a data folder. */
export function readTexts(folder: string): Texts {
  const names = (sub: string) => readdirSync(path.join(folder, sub)).filter((name) => name.endsWith('.yaml')).sort();
  const files = [...names('.'), ...names('pairings').map((name) => `pairings/${name}`)];
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** Everything wrong with the data, or the dataset if nothing is. */
export type Checkup = { dataset: Dataset; problems: [] } | { dataset: null; problems: Problem[] };

/**
 * Checks the whole of the data and reads every figure. All problems are found at one go; a dataset comes out only of data
 * without any.
 */
export function check(texts: Texts): Checkup {
  const problems: Problem[] = [];
  const read = <S extends v.GenericSchema>(file: string, schema: S) => readDocument(`data/${file}`, texts.get(file) ?? '', schema, problems);
  const places = read('places.yaml', placesFile);
  const programmes = read('programmes.yaml', programmesFile);
  const sources = read('sources.yaml', sourcesFile);
  const files = [...texts.keys()].filter((file) => file.startsWith('pairings/'));
  const read1 = files.map((file) => ({ file, checked: read(file, pairingFile) }));
  const pairings = read1.flatMap(({ file, checked }) => (checked ? [{ file, ...checked }] : []));

  const ids = new Ids(problems);
  const known = {
    place: ids.all('place', 'data/places.yaml', places, 'places'),
    programme: ids.all('programme', 'data/programmes.yaml', programmes, 'programmes'),
    source: ids.all('source', 'data/sources.yaml', sources, 'sources'),
    pairing: new Set<string>(),
    figure: new Set<string>(),
  };
  for (const { content, at } of pairings) {
    if (ids.add('pairing', content.id, at(['id']))) known.pairing.add(content.id);
    for (const [p] of figuresOf(content)) known.figure.add(p.id);
  }
  // Where a list could not be read, its problem is already told; checking references against it would only bury that.
  const lists = { place: places, programme: programmes, source: sources, pairing: true, figure: true };
  const refer = (what: keyof typeof known, id: string | null | undefined, at: string, role: string) => {
    if (!id || known[what].has(id) || !lists[what]) return;
    const home = what === 'pairing' || what === 'figure' ? 'data/pairings' : `data/${what}s.yaml`;
    problems.push({ at, found: `${role} "${id}" is not in ${home}`, want: suggest(id, known[what], `add it there or correct the id`) });
  };

  const placeOf = new Map((places?.content.places ?? []).map((place) => [place.id, place]));
  if (places) checkPlaces(places, placeOf, refer, problems);
  const within = new Map<string, { id: string | null; at: string }>();
  for (const file of pairings) checkPairing(file, { refer, ids, placeOf, within, problems });
  checkWithin(within, problems);
  checkTranslations([...(places ? [places] : []), ...(programmes ? [programmes] : []), ...(sources ? [sources] : []), ...pairings], problems);

  problems.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  if (problems.length || !places || !programmes || !sources) return { dataset: null, problems };
  return {
    problems: [],
    dataset: {
      format: 1,
      programmes: programmes.content.programmes,
      places: places.content.places.map((place) => placed(place, placeOf)),
      sources: sources.content.sources,
      pairings: pairings.map(({ content }) => pairing(content)),
    },
  };
}

/** Ids seen so far; none may stand for two things of a kind. */
class Ids {
  readonly problems: Problem[];
  readonly seen = new Map<string, string>();
  constructor(problems: Problem[]) {
    this.problems = problems;
  }
  add(kind: string, id: string, at: string): boolean {
    const first = this.seen.get(`${kind} ${id}`);
    if (first) this.problems.push({ at, found: `${kind} id "${id}" is already used at ${first}`, want: 'give one of them another id' });
    else this.seen.set(`${kind} ${id}`, at);
    return !first;
  }
  all<K extends string>(kind: string, _file: string, file: Checked<Record<K, { id: string }[]>> | null, key: K): Set<string> {
    file?.content[key].forEach(({ id }, i) => this.add(kind, id, file.at([key, i, 'id'])));
    return new Set(file?.content[key].map(({ id }) => id));
  }
}

type Refer = (what: 'place' | 'programme' | 'source' | 'pairing' | 'figure', id: string | null | undefined, at: string, role: string) => void;

function checkPlaces(file: Checked<{ places: RawPlace[] }>, placeOf: Map<string, RawPlace>, refer: Refer, problems: Problem[]): void {
  file.content.places.forEach((place, i) => {
    const at = (key: string) => file.at(['places', i, key]);
    refer('place', place.seat, at('seat'), 'seat');
    refer('place', place.in, at('in'), 'region');
    if ((place.lng === undefined) !== (place.lat === undefined)) {
      problems.push({ at: at('id'), found: `place "${place.id}" has one coordinate`, want: 'give both lng and lat' });
    } else if (pointOf(place, placeOf) === null) {
      problems.push({ at: at('id'), found: `place "${place.id}" has no point`, want: 'give lng and lat, or the seat it is drawn from' });
    }
  });
}

function pointOf(place: RawPlace, placeOf: Map<string, RawPlace>): LngLat | null {
  if (place.lng !== undefined && place.lat !== undefined) return [place.lng, place.lat];
  const seat = place.seat === undefined ? undefined : placeOf.get(place.seat);
  return seat?.lng !== undefined && seat.lat !== undefined ? [seat.lng, seat.lat] : null;
}

/** Each figure of a pairing with its path in the file: its own, its projects' and its routes'. */
export function* figuresOf(file: RawPairing): Generator<[RawFigure, Path]> {
  for (const [i, figure] of file.figures.entries()) yield [figure, ['figures', i]];
  for (const list of ['projects', 'routes'] as const) {
    for (const [i, owner] of file[list].entries()) {
      for (const [j, figure] of owner.figures.entries()) yield [figure, [list, i, 'figures', j]];
    }
  }
}

interface Context {
  refer: Refer;
  ids: Ids;
  placeOf: Map<string, RawPlace>;
  within: Map<string, { id: string | null; at: string }>;
  problems: Problem[];
}

function checkPairing(file: Checked<RawPairing> & { file: string }, { refer, ids, placeOf, within, problems }: Context): void {
  const { content, at } = file;
  if (file.file !== `pairings/${content.id}.yaml`) {
    problems.push({ at: at(['id']), found: `pairing "${content.id}" stands in data/${file.file}`, want: 'name the file after the id' });
  }
  refer('programme', content.programme, at(['programme']), 'programme');
  refer('place', content.donor, at(['donor']), 'donor');
  refer('place', content.recipient, at(['recipient']), 'recipient');
  refer('pairing', content.parent, at(['parent']), 'parent');
  if (content.donor === content.recipient) {
    problems.push({ at: at(['recipient']), found: `donor and recipient are both "${content.donor}"`, want: 'a pairing joins two places' });
  }
  if (content.parent === content.id) problems.push({ at: at(['parent']), found: `"${content.id}" is its own parent`, want: 'name the province pairing, or null' });
  if (content.since) refer('source', content.since.source, at(['since', 'source']), 'source');
  if (content.link) refer('source', content.link.source, at(['link', 'source']), 'source');

  content.projects.forEach((project, i) => {
    const here = (key: string) => at(['projects', i, key]);
    ids.add('project', project.id, here('id'));
    refer('place', project.place, here('place'), 'place');
    refer('source', project.source, here('source'), 'source');
    if (project.on && !isDate(project.on)) problems.push(noSuchDate(project.on, here('on')));
  });
  content.routes.forEach((route, i) => {
    const here = (key: string) => at(['routes', i, key]);
    ids.add('route', route.id, here('id'));
    refer('source', route.source, here('source'), 'source');
    if (route.event.on && !isDate(route.event.on)) problems.push(noSuchDate(route.event.on, at(['routes', i, 'event', 'on'])));
    for (const end of ['from', 'to'] as const) {
      refer('place', route[end], here(end), end);
      const kind = placeOf.get(route[end])?.kind;
      if (route.mode === 'flight' && kind && kind !== 'airport') {
        problems.push({ at: here(end), found: `flight ends at "${route[end]}", a ${kind}`, want: 'a flight joins two airports' });
      }
    }
    route.via.forEach((id, j) => refer('place', id, at(['routes', i, 'via', j]), 'via'));
    if (route.from === route.to) problems.push({ at: here('to'), found: `route starts and ends at "${route.to}"`, want: 'a route needs two ends' });
  });

  const headlines = new Map<string, string>();
  for (const [figure, path] of figuresOf(content)) {
    const here = (key: string) => at([...path, key]);
    ids.add('figure', figure.id, here('id'));
    refer('source', figure.source, here('source'), 'source');
    refer('place', figure.place, here('place'), 'place');
    refer('figure', figure.within, here('within'), 'within');
    within.set(figure.id, { id: figure.within, at: here('within') });
    if (figure.reported !== null && parseFigure(figure.reported) === null) {
      problems.push({ at: here('reported'), found: `figure "${figure.reported}" cannot be read`, want: 'write number, 万/亿 and unit as printed, such as 12.98亿元, or teach data/figure.ts' });
    }
    if (figure.reported === null && figure.period === null) {
      problems.push({ at: here('reported'), found: `"${figure.id}" has neither a number nor a date`, want: 'give what is reported, or the period of a dated fact' });
    }
    checkPeriod(figure.period, here('period'), problems);
    if (!figure.headline) continue;
    const other = headlines.get(figure.measure);
    if (other) problems.push({ at: here('headline'), found: `second headline for "${figure.measure}" after ${other}`, want: 'one headline per measure decides the arc; keep one' });
    headlines.set(figure.measure, figure.id);
  }
}

function checkPeriod(period: string | null, at: string, problems: Problem[]): void {
  const { from, to } = parsePeriod(period);
  for (const day of [from, to]) if (day && !isDate(day)) problems.push(noSuchDate(day, at));
  // ISO prefixes compare as text; an end of 2023 covers 2023-06, so only the shared length counts.
  if (from && to && from.slice(0, to.length) > to.slice(0, from.length)) {
    problems.push({ at, found: `period ${period} is reversed`, want: `did you mean ${to}/${from}?` });
  }
}

const noSuchDate = (date: string, at: string): Problem => ({ at, found: `there is no date ${date}`, want: 'write YYYY, YYYY-MM or YYYY-MM-DD' });

function isDate(text: string): boolean {
  const [, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${text.slice(0, 4)}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month);
}

/** A figure may lie within a larger one, and that within another, but never in a circle. */
function checkWithin(within: Context['within'], problems: Problem[]): void {
  const told = new Set<string>();
  for (const start of within.keys()) {
    const trail = [start];
    let next = within.get(start)?.id;
    while (next && !trail.includes(next)) {
      trail.push(next);
      next = within.get(next)?.id;
    }
    if (!next || told.has(next)) continue;
    const loop = trail.slice(trail.indexOf(next));
    loop.forEach((id) => told.add(id));
    problems.push({ at: within.get(next)!.at, found: `within goes in a circle: ${[...loop, next].join(' → ')}`, want: 'the larger figure has within: null' });
  }
}

/** English words with Han in them, or Chinese ones without, were not translated. */
function checkTranslations(files: Checked<unknown>[], problems: Problem[]): void {
  const walk = (file: Checked<unknown>, value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((child, i) => walk(file, child, [...path, i]));
    else if (value && typeof value === 'object') for (const [key, child] of Object.entries(value)) walk(file, child, [...path, key]);
    else if (path.at(-1) === 'en' && /\p{Script=Han}/u.test(String(value))) {
      problems.push({ at: file.at(path), found: `English words "${String(value)}" hold Chinese`, want: 'translate them' });
    } else if (path.at(-1) === 'zh' && !/\p{Script=Han}/u.test(String(value))) {
      problems.push({ at: file.at(path), found: `Chinese words "${String(value)}" hold no Chinese`, want: 'translate them' });
    }
  };
  for (const file of files) walk(file, file.content, []);
}

function placed({ lng, lat, ...place }: RawPlace, placeOf: Map<string, RawPlace>): Place {
  return { ...place, point: pointOf({ ...place, ...(lng !== undefined && lat !== undefined ? { lng, lat } : {}) }, placeOf)! };
}

function figure({ period, ...raw }: RawFigure): Figure {
  const reading = raw.reported === null ? null : parseFigure(raw.reported)!;
  return {
    ...raw,
    value: reading?.value ?? null,
    upper: reading?.upper ?? null,
    unit: reading?.unit ?? '',
    qualifier: reading?.qualifier ?? 'exact',
    ...parsePeriod(period),
  };
}

function pairing(raw: RawPairing): Pairing {
  return {
    ...raw,
    figures: raw.figures.map(figure),
    projects: raw.projects.map((project) => ({ ...project, figures: project.figures.map(figure) })),
    routes: raw.routes.map((route) => ({ ...route, figures: route.figures.map(figure) })),
  };
}

/** Checks a folder and says the outcome; the dataset, or null after printing every problem. */
export function checkFolder(folder: string): Dataset | null {
  const { dataset, problems } = check(readTexts(folder));
  for (const problem of problems) console.error(say(problem));
  if (!dataset) console.error(`data: ${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing written`);
  return dataset;
}
