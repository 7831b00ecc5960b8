import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFolder } from './check.ts';

// `tsx data/build.ts` writes public/data/shanhai.json; with --check it only checks. Both exit 1 on any problem.
const here = path.dirname(fileURLToPath(import.meta.url));
const started = performance.now();
const dataset = checkFolder(here);
if (!dataset) process.exit(1);
const figures = dataset.pairings.reduce(
  (sum, { figures, projects, routes }) => sum + figures.length + [...projects, ...routes].reduce((n, owner) => n + owner.figures.length, 0),
  0,
);
console.log(
  `data: ${dataset.pairings.length} pairings, ${figures} figures, ${dataset.sources.length} sources, no problems (${Math.round(performance.now() - started)} ms)`,
);
if (!process.argv.includes('--check')) {
  const out = path.join(here, '..', 'public', 'data');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'shanhai.json'), JSON.stringify(dataset));
}
