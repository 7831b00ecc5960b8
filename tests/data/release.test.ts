import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readReleases, written } from '../../data/release.ts';
import { readDataset } from '../../src/state/load.ts';
import { EDITION } from '../../src/text/edition.ts';
import { CHANGES } from '../../src/text/changes.ts';
import { CHECKED, WORLD } from '../fixtures/world.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const releases = readReleases(DATA);

test('the data as they are now are an edition that is kept, or have a newer day of their own', () => {
  const last = releases.at(-1)!;
  // Else: say in src/text/changes.ts what has changed and on which day, and then `npm run data:release -- DAY`.
  if (last.date === EDITION) expect(written(last.dataset)).toBe(written(CHECKED));
  else expect(last.date < EDITION).toBe(true);
});

test('every edition is one that readers were told of, and today’s pages read it', () => {
  expect(releases.length).toBe(readdirSync(path.join(DATA, 'releases')).length);
  const days = new Set(CHANGES.map(({ on }) => on));
  for (const { date, dataset } of releases) {
    expect(days, date).toContain(date);
    expect(readDataset(dataset)).toBe(dataset);
  }
});

test('an edition is written with a line for each entry, and read back the same', () => {
  const { dataset } = WORLD;
  const lines = written(dataset).split('\n');
  expect(lines.length).toBeGreaterThan(dataset.pairings.length + dataset.places.length + dataset.sources.length);
  expect(JSON.parse(written(dataset))).toEqual(JSON.parse(JSON.stringify(dataset)));
});

test('a file that is no edition is named, with what to do', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'releases-'));
  expect(readReleases(folder)).toEqual([]);
  mkdirSync(path.join(folder, 'releases'));
  writeFileSync(path.join(folder, 'releases/2026-11-22.json'), '{"format":1');
  expect(() => readReleases(folder)).toThrow(/data\/releases\/2026-11-22\.json: .*take it from the history again/);
  writeFileSync(path.join(folder, 'releases/2026-11-22.json'), written(WORLD.dataset));
  writeFileSync(path.join(folder, 'releases/new.json'), '{}');
  expect(() => readReleases(folder)).toThrow('data/releases/new.json: not named by a day; name it YYYY-MM-DD.json');
});
