import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Which folders each folder of src may import from, beside itself. A folder missing here may import nothing of ours. */
const MAY: Record<string, string[]> = {
  look: [],
  state: [],
  text: ['state'],
  find: ['text', 'state'],
  scene: ['text', 'state', 'look'],
  still: ['scene', 'text', 'state', 'look'],
  sheet: ['still', 'scene', 'text', 'state', 'look'],
  map: ['scene', 'text', 'state', 'look'],
  parts: ['text', 'state', 'look'],
  cards: ['parts', 'text', 'state', 'look'],
  stage: ['parts', 'cards', 'map', 'still', 'scene', 'text', 'state', 'look'],
  // Keeps the site on the device, and knows nothing of it but its files.
  offline: [],
  panels: ['offline', 'parts', 'cards', 'find', 'sheet', 'scene', 'text', 'state', 'look'],
  // Whole pages made in Node, by the build alone.
  pages: ['briefing', 'stage', 'sheet', 'still', 'parts', 'scene', 'text', 'state', 'look'],
  briefing: ['stage', 'panels', 'sheet', 'cards', 'parts', 'scene', 'text', 'state', 'look'],
  embed: ['pages', 'stage', 'cards', 'parts', 'still', 'scene', 'text', 'state', 'look'],
  element: ['stage', 'parts', 'scene', 'text', 'state', 'look'],
};
/** Files that stand in src itself: those that put the page together, and those that any of them may read. */
const TOP = /^(App\.svelte|address\.ts|main\.ts|embed\.ts|briefing\.ts|shanhai-map\.ts|globals\.d\.ts)$/;
const LEAVES = /^config\.ts$/;

interface Import {
  file: string;
  /** Folder of the file; its name where it stands in src itself. */
  folder: string;
  /** As written, without `?…`. */
  target: string;
  how: 'type' | 'value' | 'dynamic';
  /** An `export … from`. */
  passedOn: boolean;
  whole: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(ts|svelte)$/.test(file));

function importsOf(file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const folder = file.split('/')[0]!;
  const made = (target: string, how: Import['how'], clause = ''): Import => ({
    file,
    folder,
    target: target.replace(/\?.*$/, ''),
    how,
    passedOn: clause.startsWith('export'),
    whole: clause.includes('*'),
  });
  return [
    ...[...code.matchAll(/^\s*((?:import|export)\b[^;'"()]*?)\bfrom\s*(['"])(.+?)\2/gm)].map(([, clause, , target]) =>
      made(target!, /^(import|export)\s+type\b/.test(clause!.trim()) ? 'type' : 'value', clause!.trim()),
    ),
    ...[...code.matchAll(/^\s*import\s*(['"])(.+?)\1/gm)].map(([, , target]) => made(target!, 'value')),
    ...[...code.matchAll(/\bimport\(\s*(['"])(.+?)\1\s*\)/g)].map(([, , target]) => made(target!, 'dynamic')),
  ];
}

const imports = files.flatMap((file) => importsOf(file, readFileSync(path.join(SRC, file), 'utf8')));
/** The file an import of our own names, from the root of the project; null for a package. */
const ours = ({ file, target }: Import): string | null =>
  target.startsWith('.') ? path.posix.normalize(path.posix.join('src', path.posix.dirname(file), target)) : null;
const said = ({ file, target, how }: Import) => `src/${file} imports ${target} (${how})`;
const inner = imports.flatMap((one) => {
  const [, folder, rest] = /^src\/([^/]+)(\/.+)?$/.exec(ours(one) ?? '') ?? [];
  return folder === undefined ? [] : [{ ...one, to: rest === undefined ? '' : folder, name: folder }];
});

test('every way of importing is seen', () => {
  const text = `<script lang="ts">
  import a from './a.ts';
  import {
    b,
  } from "./b.ts";
  import type { C } from './c.ts';
  export { d } from './d.ts';
  import './e.css';
  import f from './f.mjs?worker&url';
  // import './not.ts';
  const g = await import('./g.ts');
</script>`;
  expect(importsOf('cards/Example.svelte', text).map(({ target, how }) => `${target} ${how}`)).toEqual([
    './a.ts value',
    './b.ts value',
    './c.ts type',
    './d.ts value',
    './f.mjs value',
    './e.css value',
    './g.ts dynamic',
  ]);
  expect(imports.length).toBeGreaterThan(100);
});

describe('imports go one way', () => {
  test('every folder of src has its arrows stated', () => {
    const folders = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))];
    expect(folders.filter((folder) => !(folder in MAY))).toEqual([]);
  });

  test.each(Object.keys(MAY))('%s', (folder) => {
    const wrong = inner.filter(
      (one) => one.folder === folder && one.to !== folder && !MAY[folder]!.includes(one.to) && !LEAVES.test(one.name),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  test('only the files that put a page together stand above the folders', () => {
    const loose = files.filter((file) => !file.includes('/') && !TOP.test(file) && !LEAVES.test(file));
    expect(loose).toEqual([]);
    expect(inner.filter(({ folder, to, name }) => to === '' && TOP.test(name) && !TOP.test(folder)).map(said)).toEqual([]);
    expect(inner.filter(({ folder }) => LEAVES.test(folder)).map(said)).toEqual([]);
  });

  test('no file needs itself to run', () => {
    const needs = new Map(files.map((file) => [`src/${file}`, new Set<string>()]));
    for (const one of imports) if (one.how === 'value') needs.get(`src/${one.file}`)!.add(ours(one) ?? one.target);
    const circles: string[] = [];
    const walk = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      else for (const next of needs.get(file) ?? []) walk(next, [...way, file]);
    };
    for (const file of needs.keys()) walk(file, []);
    expect([...new Set(circles)]).toEqual([]);
  });
});

test('of data/ src takes types alone, and of geo/ and tests/ nothing', () => {
  const outside = imports.filter((one) => ours(one)?.startsWith('src/') === false);
  expect(outside.filter((one) => one.how !== 'type' || !ours(one)!.startsWith('data/')).map(said)).toEqual([]);
  expect(outside).not.toEqual([]);
});

test('every import names its file', () => {
  const there = new Set(files.map((file) => `src/${file}`));
  const missing = inner.filter((one) => !/\.css$/.test(one.target) && !there.has(ours(one)!));
  expect(missing.map(said)).toEqual([]);
});

describe('MapLibre', () => {
  test('is imported in map/ alone, even as a type', () => {
    const folders = imports.filter(({ target }) => /^maplibre-gl(\/|$)/.test(target)).map(({ folder }) => folder);
    expect([...new Set(folders)]).toEqual(['map']);
  });

  test('is asked for on demand: outside map/ its folder is imported as a type or when needed', () => {
    const eager = inner.filter((one) => one.to === 'map' && one.folder !== 'map' && one.how === 'value');
    expect(eager.map(said)).toEqual([]);
    expect(inner.some((one) => one.to === 'map' && one.folder !== 'map' && one.how === 'dynamic')).toBe(true);
  });
});

test('no file is a drawer for odds and ends, and none passes on what another holds', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|index|types|constants)\.(svelte\.)?ts$/.test(file))).toEqual([]);
  expect(imports.filter((one) => one.passedOn && (one.whole || ours(one)?.startsWith('src/') === true)).map(said)).toEqual([]);
});
