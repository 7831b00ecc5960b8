import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { measureBriefing } from './briefing.mjs';
import { HOSTS, measurePeer, PEERS, writeFloor } from './embed.mjs';
import { asked, COUNTS, measureEngine, STRAINED } from './engines.mjs';
import { engineTable, siteTable, spreadTable, targetTable } from './report.mjs';
import { serve } from './serve.mjs';
import { measureIdle, measureLoad, measureUse, profileLoad } from './site.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const out = path.join(here, '.out');

/** What can be asked for with `--only`. */
const WHAT = ['size', 'still', 'first', 'cpu', 'heap', 'pan', 'pick', 'change', 'idle', 'search', 'embed', 'briefing'];

const { values: asks } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    runs: { type: 'string' },
    n: { type: 'string' },
    build: { type: 'boolean', default: false },
    segments: { type: 'string', default: '0' },
  },
});
const only = asks.only?.split(',') ?? WHAT;
const unknown = only.filter((name) => !WHAT.includes(name));
if (unknown.length) {
  console.error(`--only: ${unknown.join(', ')} is not measured; there is ${WHAT.join(', ')}`);
  process.exit(1);
}
const wants = (...names) => names.some((name) => only.includes(name));
const runs = Number(asks.runs ?? (asks.quick ? 1 : 3));
const counts = asks.n ? asks.n.split(',').map(Number) : COUNTS;
const segments = Number(asks.segments);

build('the bench page', 'tests/bench/vite.config.ts');
if (asks.build || !existsSync(path.join(root, 'dist/index.html'))) build('the site', 'vite.config.ts');
const began = performance.now();
writeFloor(path.join(root, 'dist'), path.join(out, 'page'));
const bench = await serve(path.join(out, 'page'));
const dist = await serve(path.join(root, 'dist'), HOSTS);
const results = {
  runs,
  segments,
  floor: floor(),
  inlineCss: inlineCss(),
  engines: [],
  peers: [],
  briefings: [],
  loads: [],
  phoneLoads: [],
};

for (let run = 0; run < runs; run++) {
  if (wants('size', 'still', 'first', 'cpu', 'heap')) results.loads.push(await told('site', () => measureLoad(dist)));
  if (wants('still', 'first')) results.phoneLoads.push(await told('site, phone', () => measureLoad(dist, 'phone')));
  if (wants('embed'))
    for (const strain of ['none', 'phone'])
      for (const peer of run % 2 ? PEERS.toReversed() : PEERS)
        results.peers.push(await told(`${peer}${strain === 'none' ? '' : ', phone'}`, () => measurePeer({ bench, dist }, peer, strain)));
  if (wants('briefing'))
    for (const strain of ['none', 'phone'])
      results.briefings.push(await told(`briefing${strain === 'none' ? '' : ', phone'}`, () => measureBriefing(dist, strain)));
  for (const n of counts) {
    // The still's targets are parts of what the native page takes to its first arc.
    const needs = (what) => wants(what) || (what === 'first' && n === 100 && wants('still'));
    for (const engine of run % 2 ? ['native', 'arcs'] : ['arcs', 'native']) {
      if (asked(n, needs)) await peer({ engine, n, segments, wants: needs }, run);
      if (needs('first')) for (const strain of STRAINED[n] ?? []) await peer({ engine, n, segments, strain, wants: needs }, run);
    }
  }
}
if (wants('cpu')) results.profile = await told('site, profiled', () => profileLoad(dist));
if (wants('idle')) results.idle = await told('site, idle', () => measureIdle(dist, { quick: asks.quick }));
if (wants('pick', 'pan', 'change')) results.use = await told('site, in use', () => measureUse(dist, { wants }));
if (wants('search')) spawnSync(process.execPath, ['--import', 'tsx', path.join(here, 'search.ts')], { cwd: root, stdio: 'inherit' });
bench.close();
dist.close();

const targets = targetTable(results);
writeFileSync(path.join(out, 'result.json'), JSON.stringify({ ...results, targets: targets.rows }, null, 1));
if (results.engines.length) console.log(`\n${engineTable(results)}`);
const site = siteTable(results);
if (site) console.log(`\n${site}`);
const spread = spreadTable(results);
if (spread) console.log(`\n${spread}`);
// What a run of everything has found stands beside the code that found it.
if (!asks.only && !asks.n && runs > 1) writeResults();
console.log(
  `\n${targets.text}\n\n${runs} run${runs === 1 ? '' : 's'}, ${Math.round((performance.now() - began) / 1000)} s; all of it is in tests/bench/.out/result.json`,
);

function writeResults() {
  const block = (title, text) => (text ? `\n## ${title}\n\n\`\`\`text\n${text}\n\`\`\`\n` : '');
  const when = new Date().toISOString().slice(0, 10);
  writeFileSync(
    path.join(here, 'RESULTS.md'),
    `# Results\n\nWritten by \`npm run bench\` on ${when}: ${runs} runs, in which all take turns, on ${cpus().length} cores (${process.arch}, Node ${process.versions.node}), WebGL in software. What each line is, and how to read it, is in [README.md](README.md); ratios and bytes carry over to other machines, times do not.\n` +
      block('Targets', targets.text) +
      block('Spread over the runs', spread) +
      block('The real page', site) +
      block('Ours against MapLibre’s own line layer', results.engines.length ? engineTable(results) : ''),
  );
}

/** One load of the bench page. A native page that gave up once is not waited for again. */
async function peer(options, run) {
  const { engine, n, strain = 'none' } = options;
  if (results.engines.some((one) => one.engine === engine && one.n === n && one.strain === strain && one.first === null)) return;
  results.engines.push({
    run,
    ...(await told(`${engine} at ${n}${strain === 'none' ? '' : `, ${strain}`}`, () => measureEngine(bench, options))),
  });
}

async function told(what, measure) {
  const start = performance.now();
  const result = await measure();
  console.error(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

function build(what, config) {
  console.error(`building ${what}`);
  mkdirSync(out, { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--config', path.join(root, config)],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`vite build of ${what} failed`);
}

/** kB of MapLibre with its worker and its style sheet, built as the site builds them: what no page with it can come under. */
function floor() {
  const assets = path.join(out, 'page/assets');
  const built = readdirSync(assets)
    .filter((name) => name.startsWith('maplibre'))
    .map((name) => path.join(assets, name));
  const files = [...built, path.join(root, 'node_modules/maplibre-gl/dist/maplibre-gl.css')];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
}

/** kB of the style sheets that the build puts into the page itself. */
function inlineCss() {
  const html = readFileSync(path.join(root, 'dist/index.html'), 'utf8');
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('');
  return gzipSync(sheets, { level: 9 }).length / 1000;
}
