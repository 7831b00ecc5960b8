// How large the code is, for a reviewer: lines of each room, of components and their styles, and how many styles are said more than once.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const src = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src');
const lines = (text) => (text ? text.split('\n').length - 1 : 0);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(svelte|ts|css)$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(src, file), 'utf8');
    const style = file.endsWith('.css') ? text : (/<style[^>]*>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '');
    return { file, text, style, all: lines(text), css: lines(style) };
  });
const svelte = files.filter(({ file }) => file.endsWith('.svelte'));
const sum = (list, of) => list.reduce((n, one) => n + of(one), 0);

const rooms = Map.groupBy ? Map.groupBy(files, ({ file }) => file.split('/')[0]) : new Map();
if (!rooms.size) for (const one of files) rooms.set(one.file.split('/')[0], [...(rooms.get(one.file.split('/')[0]) ?? []), one]);
console.log('lines of each room, and how many files');
for (const [room, list] of [...rooms].sort((a, b) => sum(b[1], ({ all }) => all) - sum(a[1], ({ all }) => all)))
  console.log(`${String(sum(list, ({ all }) => all)).padStart(7)}  ${room}${list.length > 1 ? ` (${list.length})` : ''}`);

const css = sum(svelte, (one) => one.css);
const all = sum(svelte, (one) => one.all);
console.log(`\ncomponents: ${svelte.length}, ${all} lines, of which ${css} are styles (${((100 * css) / all).toFixed(0)} %)`);
console.log('\nover 300 lines, or over 180 without their styles');
for (const one of svelte.filter((one) => one.all > 300 || one.all - one.css > 180).sort((a, b) => b.all - a.all))
  console.log(`${String(one.all).padStart(7)}  ${String(one.all - one.css).padStart(4)} without styles  ${one.file}`);

const said = (property) => {
  const values = files.flatMap(({ style }) =>
    [...style.matchAll(new RegExp(`(?<![-\\w])${property}:\\s*([^;]+);`, 'g'))].map(([, value]) => value.trim()),
  );
  return `${new Set(values).size} values in ${values.length} places`;
};
console.log('\nstyles');
for (const property of ['font-size', 'border-radius', 'z-index']) console.log(`${property.padStart(15)}  ${said(property)}`);
const resets = sum(files, ({ style }) => [...style.matchAll(/^[^{}]*button[^{}]*\{[^}]*\bborder(?:-width)?: 0/gm)].length);
console.log(`  button resets  ${resets}`);
