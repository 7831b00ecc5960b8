import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { World } from '../src/state/world.ts';
import { checkBriefs, readBriefs } from './briefs.ts';
import { checkFolder, figuresOf } from './check.ts';

// `tsx data/build.ts [--check] [folder] [file]`: checks a data folder, this one if none is given, and writes it to the file,
// public/data/shanhai.json. With --check it only checks. Either way it exits 1 on any problem, and then writes nothing.
const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
const [folder = here, file = path.join(here, '../public/data/shanhai.json')] = positionals;

// The exit code is set and the process left to end: one that exits at once takes with it what a slow reader has not read yet.
process.exitCode = build() ? 0 : 1;

function build(): boolean {
  const started = performance.now();
  const dataset = checkFolder(folder);
  if (!dataset) return false;
  const { briefs, problems } = checkBriefs(new World(dataset), readBriefs(folder));
  if (problems.length) {
    for (const problem of problems) console.error(problem);
    console.error(`briefs: ${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing written`);
    return false;
  }
  const figures = [
    ...dataset.pairings.flatMap((pairing) => [...figuresOf(pairing)]),
    ...dataset.programmes.flatMap(({ figures }) => figures),
  ];
  const took = Math.round(performance.now() - started);
  console.log(
    `data: ${dataset.pairings.length} pairings, ${figures.length} figures, ${dataset.sources.length} sources, ${briefs.length} briefs, no problems (${took} ms)`,
  );
  if (!values.check) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(dataset));
  }
  return true;
}
