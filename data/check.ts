import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as v from 'valibot';
import { datasetOf } from './dataset.ts';
import { readDocument } from './document.ts';
import { addIds, checkPairing } from './pairing.ts';
import { checkPlaces, placesById } from './places.ts';
import { say, type Problem } from './problem.ts';
import { checkCircles, Ids, type Steps } from './references.ts';
import { pairingFile, placesFile, programmesFile, sourcesFile, type Dataset } from './schema.ts';
import { checkWords } from './words.ts';

export { figuresOf } from './pairing.ts';

/** File name under `data/`, with forward slashes, to its text. */
export type Texts = ReadonlyMap<string, string>;

/** The YAML files of a data folder. */
export function readTexts(folder: string): Texts {
  const names = (sub: string) =>
    readdirSync(path.join(folder, sub))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
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
  const read = <S extends v.GenericSchema>(file: string, schema: S) =>
    readDocument(`data/${file}`, texts.get(file) ?? '', schema, problems);
  const places = read('places.yaml', placesFile);
  const programmes = read('programmes.yaml', programmesFile);
  const sources = read('sources.yaml', sourcesFile);
  const files = [...texts.keys()].filter((file) => file.startsWith('pairings/'));
  const pairings = files.flatMap((file) => {
    const checked = read(file, pairingFile);
    return checked ? [{ file, ...checked }] : [];
  });

  const ids = new Ids(problems);
  ids.addList('place', places, 'places');
  ids.addList('programme', programmes, 'programmes');
  ids.addList('source', sources, 'sources');
  for (const pairing of pairings) addIds(pairing, ids);
  if (pairings.length < files.length) (['pairing', 'figure'] as const).forEach((kind) => ids.unread(kind));

  const byId = placesById(places?.content.places ?? []);
  const within: Steps = new Map();
  if (places) checkPlaces(places, byId, ids, problems);
  for (const pairing of pairings) checkPairing(pairing, { ids, places: byId, within, problems });
  checkCircles('within', within, problems);
  checkCircles('parent', new Map(pairings.map(({ content, at }) => [content.id, { to: content.parent, at: at(['parent']) }])), problems);
  for (const file of [places, programmes, sources, ...pairings]) if (file) checkWords(file, problems);

  problems.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  if (problems.length || !places || !programmes || !sources) return { dataset: null, problems };
  const raw = { ...programmes.content, ...places.content, ...sources.content, pairings: pairings.map(({ content }) => content) };
  return { dataset: datasetOf(raw), problems: [] };
}

/** Checks a folder and says the outcome; the dataset, or null after printing every problem. */
export function checkFolder(folder: string): Dataset | null {
  const { dataset, problems } = check(readTexts(folder));
  for (const problem of problems) console.error(say(problem));
  if (!dataset) console.error(`data: ${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing written`);
  return dataset;
}
