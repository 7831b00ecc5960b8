// Bytes are budgeted, gzip −9, and the build fails over them. Run after `vite build`; prints a table and exits 1 on any excess.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const size = (file) => gzipSync(readFileSync(path.join(root, file)), { level: 9 }).length;
const raw = (file) => readFileSync(path.join(root, file)).length;
const manifest = JSON.parse(readFileSync(path.join(root, 'dist/.vite/manifest.json'), 'utf8'));

const elements = JSON.parse(readFileSync(path.join(root, 'dist/.vite/element.json'), 'utf8'));

/** Files of an entry or chunk of a build and all it imports at once, without what it asks for later. */
function files(key, seen = new Set(), built = manifest) {
  const chunk = built[key];
  if (!chunk || seen.has(chunk.file)) return [];
  seen.add(chunk.file);
  // The one style sheet stands in the page; its file is fetched only where a host refuses that.
  return [chunk.file, ...(chunk.imports ?? []).flatMap((one) => files(one, seen, built))];
}
const exists = (file) => {
  try {
    readFileSync(path.join(root, 'dist', file));
    return true;
  } catch {
    return false;
  }
};
const sum = (list) => [...new Set(list)].filter(exists).reduce((n, file) => n + size(path.join('dist', file)), 0);

const entry = files('index.html');
const keyOf = (name, built = manifest) => Object.keys(built).find((key) => key.endsWith(`/${name}`) || key === name);
const app = files(keyOf('App.svelte'));
const map = keyOf('map/live-map.ts');
/** What comes by itself once the map has its first arcs, so that a click finds it there. */
const after = ['Card', 'Reading', 'Search', 'Legend', 'Edges'].flatMap((name) => files(keyOf(`${name}.svelte`)));
// The worker is fetched by its address and stands in no list of imports.
const worker = readdirSync(path.join(root, 'dist/assets')).filter((file) => file.startsWith('maplibre-gl-worker'));
const mapFiles = [...files(map), ...worker.map((file) => `assets/${file}`)];
const maplibre = [...new Set(mapFiles)].filter((file) => /maplibre/.test(file));
const styles = [...readFileSync(path.join(root, 'dist/index.html'), 'utf8').matchAll(/<style>([\s\S]*?)<\/style>/g)]
  .map(([, css]) => css)
  .join('');

/** What a printed page needs, and the dialog of sharing; the one comes by itself, the other when it is asked for. */
const away = ['panels/Sharing.svelte', 'panels/Share.svelte', 'sheet/take-away.ts', 'sheet/paper.ts'].flatMap((name) => files(keyOf(name)));

/** What `<shanhai-map>` needs up to its still, and what comes when it is woken. */
const ofElement = (...names) => names.flatMap((name) => files(keyOf(name, elements), new Set(), elements));
const asleep = ofElement('shanhai-map.ts', 'element/mount.ts', 'stage/shadow.ts', 'stage/drawings.ts');
const woken = ofElement('map/live-map.ts').filter((file) => !/maplibre/.test(file));

/** The heaviest page of an embed with all that it has before its reader acts: script, sheet of style, ground and inset of one theme. */
const common = readdirSync(path.join(root, 'dist/assets'))
  .filter((file) => /^(embed-[0-9a-f]{8}\.(js|css)|(ground|inset)-light-.*\.svg)$/.test(file))
  .reduce((n, file) => n + size(`dist/assets/${file}`), 0);
const embeds = readdirSync(path.join(root, 'dist/e'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => ({ id: file.split(path.sep)[0], bytes: size(`dist/e/${file}`) }));
const heaviest = (of) => common + Math.max(...embeds.filter(({ id }) => of(id)).map(({ bytes }) => bytes));
const pairings = new Set(JSON.parse(readFileSync(path.join(root, 'dist/data/shanhai.json'), 'utf8')).pairings.map(({ id }) => id));

/** What the briefing page needs before its first slide stands, without MapLibre. */
const room = JSON.parse(readFileSync(path.join(root, 'dist/.vite/briefing.json'), 'utf8'));
const briefing = files('briefing.html', new Set(), room);

const kB = 1000;
const inline = gzipSync(styles, { level: 9 }).length;
const first = [...entry, ...app, ...mapFiles];
/** What is weighed, its bytes, and its limit. MapLibre weighs 446 kB with its style sheet, which this page does without; the whole may be 80 kB more than that. */
const budgets = [
  ['page before the map: still, title, figures of the head', size('dist/index.html') + sum(entry), 72 * kB],
  ['our JS and CSS up to the first arc', sum(first) - sum(maplibre) + inline, 97 * kB],
  ['MapLibre: main and worker', sum(maplibre), 446 * kB],
  ['all JS and CSS up to the first arc', sum(first) + inline, 529 * kB],
  ['legend, popups and search, which come after it', sum([...first, ...after]) - sum(first), 38 * kB],
  ['dataset', size('dist/data/shanhai.json'), 120 * kB],
  ['readings of names, for the search', size('dist/data/search.json'), 6 * kB],
  ['sharing: dialog, sheet and picture', sum([...first, ...after, ...away]) - sum([...first, ...after]), 28 * kB],
  ['<shanhai-map>: what a page has before it is near the view', size('dist/shanhai-map.js'), 5 * kB],
  ['<shanhai-map>: its code up to the still', sum(asleep), 73 * kB],
  ['<shanhai-map>: our code that comes when it is woken', sum([...asleep, ...woken]) - sum(asleep), 14 * kB],
  ['<shanhai-map> as one script, MapLibre and its worker within', size('dist/shanhai-map.single.js'), 545 * kB],
  ['briefing page up to its first slide, on the still', size('dist/briefing.html') + sum(briefing), 130 * kB],
  ['embed of a pairing, all before a reader acts: the heaviest', heaviest((id) => pairings.has(id)), 45 * kB],
  ['embed of a place or programme: the heaviest', heaviest((id) => !pairings.has(id)), 60 * kB],
  ['geography of the first view', size('dist/geo/base.topo.json') + size('dist/geo/labels.json'), 60 * kB],
  ['relief picture, the larger', Math.max(raw('dist/geo/relief-light.webp'), raw('dist/geo/relief-dark.webp')), 45 * kB],
];

let over = 0;
for (const [name, bytes, limit] of budgets) {
  const bad = bytes > limit;
  over += bad ? 1 : 0;
  console.log(`${bad ? 'OVER' : 'ok  '} ${(bytes / kB).toFixed(1).padStart(7)} of ${(limit / kB).toFixed(0).padStart(4)} kB  ${name}`);
}
if (over) {
  console.error(`budget: ${over} over; make them smaller, or argue for a new limit in tests/budget.mjs`);
  process.exit(1);
}
