import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as v from 'valibot';
import { datasetOf } from './dataset.ts';
import { readDocument, type Path } from './document.ts';
import { addIds, checkFigure, checkPairing } from './pairing.ts';
import { checkPlaces, placesById } from './places.ts';
import { nearest, problem, say, type Problem } from './problem.ts';
import { checkCircles, Ids, type Steps } from './references.ts';
import { networkFile, measuresFile, pairingFile, placesFile, programmesFile, sourcesFile, type Dataset } from './schema.ts';
import { checkWords } from './words.ts';

export { figuresOf } from './pairing.ts';

/** File name under `data/`, with forward slashes, to its text; null if it cannot be read. Bytes that are no UTF-8 stand as U+FFFD. */
export type Texts = ReadonlyMap<string, string | null>;

const LISTS = ['measures.yaml', 'network.yaml', 'places.yaml', 'programmes.yaml', 'sources.yaml'];
const PAIRING = /^pairings\/[^/]+\.yaml$/;

/** Whatever a data folder holds as data: its YAML files, however they end, and all that is kept among the pairings but hidden files. */
export function readTexts(folder: string): Texts {
  const names = (sub: string) => readdirSync(path.join(folder, sub)).sort();
  const files = [
    ...names('.').filter((name) => /\.ya?ml$/i.test(name)),
    ...names('pairings').flatMap((name) => (name.startsWith('.') ? [] : [`pairings/${name}`])),
  ];
  const read = (file: string): string | null => {
    try {
      return readFileSync(path.join(folder, file), 'utf8');
    } catch {
      return null;
    }
  };
  return new Map(files.map((file) => [file, read(file)]));
}

/** Everything wrong with the data, or the dataset if nothing is. */
export type Checkup = { dataset: Dataset; problems: [] } | { dataset: null; problems: Problem[] };

/**
 * Checks the whole of the data and reads every figure. All problems are found at one go; a dataset comes out only of data
 * without any.
 */
export function check(texts: Texts): Checkup {
  const problems: Problem[] = [];
  const read = <S extends v.GenericSchema>(file: string, schema: S) =>
    readDocument(`data/${file}`, texts.has(file) ? texts.get(file)! : '', schema, problems);
  // A file that nobody reads would be missed without a word: new.yml looks like new.yaml.
  for (const file of texts.keys())
    if (!LISTS.includes(file) && !PAIRING.test(file)) {
      const meant = file.startsWith('pairings/') ? null : nearest(file, LISTS);
      problems.push(problem('unknown-file', `data/${file}:1`, 'no file of the data is called so', { meant }));
    }
  const measures = read('measures.yaml', measuresFile);
  const places = read('places.yaml', placesFile);
  const programmes = read('programmes.yaml', programmesFile);
  const sources = read('sources.yaml', sourcesFile);
  const files = [...texts.keys()].filter((file) => PAIRING.test(file));
  const pairings = files.flatMap((file) => {
    const checked = read(file, pairingFile);
    return checked ? [{ file, ...checked }] : [];
  });
  // The network is one list; each of its pairings is checked like a file of its own.
  const network = read('network.yaml', networkFile);
  const listed = (network?.content.pairings ?? []).map((content, i) => ({
    file: 'network.yaml',
    content,
    at: (path: Path) => network!.at(['pairings', i, ...path]),
  }));

  const ids = new Ids(problems);
  ids.addList('measure', measures, 'measures');
  ids.addList('place', places, 'places');
  ids.addList('programme', programmes, 'programmes');
  ids.addList('source', sources, 'sources');
  for (const pairing of [...pairings, ...listed]) addIds(pairing, ids);
  programmes?.content.programmes.forEach(({ figures }, i) =>
    figures.forEach(({ id }, j) => ids.add('figure', id, programmes.at(['programmes', i, 'figures', j, 'id']))),
  );
  if (pairings.length < files.length || !network) (['pairing', 'figure'] as const).forEach((kind) => ids.unread(kind));

  const byId = placesById(places?.content.places ?? []);
  const within: Steps = new Map();
  if (places) checkPlaces(places, byId, ids, problems);
  const units = new Map((measures?.content.measures ?? []).map(({ id, unit }) => [id, unit ?? null]));
  const rates = new Set((measures?.content.measures ?? []).filter(({ rate }) => rate).map(({ id }) => id));
  const printed = new Map((sources?.content.sources ?? []).map(({ id, date }) => [id, date]));
  const context = { ids, places: byId, units, rates, printed, within, problems };
  for (const pairing of [...pairings, ...listed]) checkPairing(pairing, context);
  programmes?.content.programmes.forEach(({ figures }, i) =>
    figures.forEach((figure, j) => checkFigure(figure, (key) => programmes.at(['programmes', i, 'figures', j, key]), context)),
  );
  checkCircles('within', within, problems);
  checkCircles(
    'parent',
    new Map([...pairings, ...listed].map(({ content, at }) => [content.id, { to: content.parent, at: at(['parent']) }])),
    problems,
  );
  for (const file of [measures, places, programmes, sources, network, ...pairings]) if (file) checkWords(file, problems);

  problems.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  if (problems.length || !measures || !places || !programmes || !sources || !network) return { dataset: null, problems };
  const raw = {
    ...measures.content,
    ...programmes.content,
    ...places.content,
    ...sources.content,
    pairings: pairings.map(({ content }) => content),
    network: network.content.pairings,
  };
  return { dataset: datasetOf(raw), problems: [] };
}

/** Checks a folder and says the outcome; the dataset, or null after printing every problem. */
export function checkFolder(folder: string): Dataset | null {
  const { dataset, problems } = check(readTexts(folder));
  for (const problem of problems) console.error(say(problem));
  if (!dataset) console.error(`data: ${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing written`);
  return dataset;
}
