/**
 * Builds public/geo from the data packages. `--check` builds into memory instead, compares byte for byte, and exits 1
 * naming each file that differs.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { base, counties, FIRST, nearWater, prefectures } from './base.ts';
import { ground } from './ground.ts';
import { inset } from './inset.ts';
import { labels } from './labels.ts';
import { HERE } from './packages.ts';
import { onGrid, path, rings } from './path.ts';
import { corners, FRAME, heights, hillshade, relief, RELIEF, THEMES } from './relief.ts';
import { fabric } from './shapes.ts';
import { units } from './sources.ts';
import { still } from './still.ts';
import { gzipped } from './topo.ts';
import { ATTRIBUTION, NOTICE } from './words.ts';

const OUT = `${HERE}../public/geo/`;

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** All land within the relief's frame, by the same lines as the first view, so that no tint lies beside its coast. */
async function reliefMask(clean: string): Promise<string> {
  const grid = onGrid(await ground(clean, FIRST), FRAME);
  return ['outline', 'land'].map((layer) => path(rings(grid, grid.objects[layer]!), true)).join('');
}

/** Every file of public/geo by name. */
async function build(): Promise<Record<string, string | Uint8Array>> {
  const clean = await fabric(units());
  const [grid, mask] = [await heights(), await reliefMask(clean)];
  const shade = hillshade(grid);
  return {
    'base.topo.json': await base(clean),
    'prefectures.topo.json': await prefectures(clean),
    'counties.topo.json': await counties(clean),
    'water.topo.json': await nearWater(),
    'still.json': await still(clean),
    'inset.json': await inset(clean),
    'labels.json': line(labels()),
    'relief-light.webp': await relief(THEMES.light, grid, shade, mask),
    'relief-dark.webp': await relief(THEMES.dark, grid, shade, mask),
    'ground.json': line({ relief: { coordinates: corners(RELIEF) }, attribution: ATTRIBUTION, notice: NOTICE }),
  };
}

const files = await build();

if (process.argv.includes('--check')) {
  const present = readdirSync(OUT);
  const wrong = [...new Set([...present, ...Object.keys(files)])].filter(
    (name) => files[name] === undefined || !present.includes(name) || !Buffer.from(files[name]).equals(readFileSync(OUT + name)),
  );
  for (const name of wrong) console.error(`public/geo/${name}: not what geo/ makes; run npm run geo`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  mkdirSync(OUT, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(OUT + name, content);
    console.log(`${name.padEnd(24)} ${content.length} bytes, ${gzipped(content)} gzipped`);
  }
}
