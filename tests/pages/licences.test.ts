import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { billOfMaterials, libraries, licencesPage } from '../../src/pages/licences.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const all = libraries(ROOT);
const names = all.map(({ name }) => name);

test('every library that npm installs for use, and all that MapLibre has within it, is listed with what it names or its text', () => {
  const folders = execFileSync('npm', ['ls', '--all', '--omit=dev', '--parseable'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  const installed = folders.slice(1).map((folder) => folder.replace(/\\/g, '/').split('node_modules/').at(-1)!);
  // Types that another library may have beside it, and does without.
  expect(installed.filter((name) => !names.includes(name))).toEqual(['@typescript-eslint/types']);
  expect(names.filter((name) => !installed.includes(name))).toEqual([]);
  const within = Object.keys((createRequire(import.meta.url)('maplibre-gl/package.json') as { dependencies: object }).dependencies);
  expect(within.length).toBeGreaterThan(10);
  expect(names).toEqual(expect.arrayContaining(within));
  // Whose licence is nowhere to be read is known by name: anything new of the kind is looked at first.
  expect(all.filter(({ licence, text }) => !licence && !text).map(({ name }) => name)).toEqual(['@mapbox/jsonlint-lines-primitives']);
});

test('the page has each library once with its version, and each text once', () => {
  const page = licencesPage(all, { zh: '底图', en: 'Ground <b>' }, 'assets/page.css');
  for (const { name, version } of all) expect(page.split(`>${name} ${version}<`), name).toHaveLength(2);
  const maplibre = readFileSync(`${ROOT}/node_modules/maplibre-gl/LICENSE.txt`, 'utf8').trim().split('\n')[0]!;
  expect(page.split(maplibre)).toHaveLength(2);
  expect(page).toContain('Ground &lt;b>'.replace('>', '&gt;'));
  expect(page).not.toMatch(/<script|href="(?!https?:|\.\.\/)|\son\w+="/i);
});

test('the bill of materials is CycloneDX, lists the same, and is the same whenever it is made', () => {
  const told = billOfMaterials(ROOT);
  interface Component {
    group?: string;
    name: string;
    version: string;
    components?: Component[];
  }
  const { bomFormat, components } = JSON.parse(told) as { bomFormat: string; components: Component[] };
  expect(bomFormat).toBe('CycloneDX');
  // What lies in the folder of another stands within it.
  const within = (some: Component[]): string[] =>
    some.flatMap(({ group, name, version, components = [] }) => [`${group ? `${group}/` : ''}${name}@${version}`, ...within(components)]);
  const listed = new Set(within(components).filter((one) => !one.startsWith('@typescript-eslint/types@')));
  expect([...listed].sort()).toEqual(all.map(({ name, version }) => `${name}@${version}`).sort());
  expect(told).not.toMatch(/timestamp|serialNumber/);
  expect(billOfMaterials(ROOT)).toBe(told);
});

test('nothing that is installed runs anything by itself', () => {
  for (const folder of ['', 'geo/']) expect(readFileSync(`${ROOT}/${folder}.npmrc`, 'utf8')).toContain('ignore-scripts=true');
});
