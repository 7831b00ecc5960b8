import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFolder } from './check.ts';
import type { Dataset } from './schema.ts';

const FOLDER = 'releases';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An edition of the data that is kept, by its day. */
export interface Release {
  date: string;
  dataset: Dataset;
}

/** The editions kept in a data folder, oldest first. Throws, naming the file, where one cannot be read. */
export function readReleases(folder: string): Release[] {
  const kept = path.join(folder, FOLDER);
  if (!existsSync(kept)) return [];
  return readdirSync(kept)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const date = path.basename(file, '.json');
      if (!DAY.test(date)) throw new Error(`data/${FOLDER}/${file}: not named by a day; name it YYYY-MM-DD.json`);
      try {
        return { date, dataset: JSON.parse(readFileSync(path.join(kept, file), 'utf8')) as Dataset };
      } catch (error) {
        throw new Error(`data/${FOLDER}/${file}: ${(error as Error).message}; take it from the history again`, { cause: error });
      }
    });
}

/** A dataset as text: a line for each entry, so that two editions can be set against each other line by line. */
export function written(dataset: Dataset): string {
  const lists = Object.entries(dataset).map(([key, value]) =>
    Array.isArray(value)
      ? `"${key}":[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : `"${key}":${JSON.stringify(value)}`,
  );
  return `{${lists.join(',\n')}}\n`;
}

// `tsx data/release.ts DAY`: keeps the data as they are now as the edition of a day, which then never changes. Exits 1 on any problem, and then writes nothing.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const date = process.argv[2] ?? '';
  const file = path.join(here, FOLDER, `${date}.json`);
  const say = (words: string): never => {
    console.error(words);
    process.exit(1);
  };
  if (!DAY.test(date)) say('release: give the day of the edition, as npm run data:release -- 2026-11-28');
  if (existsSync(file)) say(`release: data/${FOLDER}/${date}.json is kept already, and editions never change; give a new day`);
  const dataset = checkFolder(here);
  if (!dataset) process.exit(1);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, written(dataset));
  console.log(`release: data/${FOLDER}/${date}.json, ${dataset.pairings.length} pairings`);
}
