// Everything that must hold: data, types, lint and build with its budgets one after another, the unit tests beside them, then
// the browser tests, which have the machine to themselves. A step that fails does not hide the others. What runs beside
// something else is printed when it has ended, so that each step's output stands together. Ends with `N passed, N failed`, in
// which every check and every test counts.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'test-results');
const only = process.argv[2];
let passed = 0;
let failed = 0;
const failures = [];

/** Runs a step; says at its end how it went, with its output unless that is shown while it is made. */
async function run(name, command, args, { env = {}, alone = false } = {}) {
  if (alone) console.log(`\n— ${name}`);
  const started = Date.now();
  const step = spawn(command, args, { cwd: root, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const output = [];
  for (const stream of [step.stdout, step.stderr]) stream?.on('data', (part) => output.push(part));
  const good = await new Promise((resolve) => {
    step.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(false);
    });
    step.on('close', (status) => resolve(status === 0));
  });
  if (!alone) console.log(`\n— ${name}`);
  process.stdout.write(Buffer.concat(output));
  console.log(`  ${name}: ${good ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return good;
}

function count(name, good, tests = null) {
  passed += tests ? tests.passed : Number(good);
  // A runner that died before its tests counts as one failure at least.
  failed += tests ? Math.max(tests.failed, good ? 0 : 1) : Number(!good);
  if (!good) failures.push(name);
}

const report = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(out, file), 'utf8'));
  } catch {
    return null;
  }
};

async function check(name, ...command) {
  count(name, await run(name, 'npm', ['run', '--silent', ...command]));
}

async function unit() {
  const good = await run('unit tests', 'npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(out, 'unit.json')}`,
  ]);
  const found = report('unit.json');
  count('unit tests', good, found && { passed: found.numPassedTests, failed: found.numFailedTests });
}

async function browser(config, name) {
  let chromium;
  try {
    chromium = ensureChromium();
  } catch (error) {
    console.error(error.message);
    return count(name, false);
  }
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(out, 'browser.json') };
  const good = await run(name, 'npx', ['playwright', 'test', '-c', config, '--reporter=list,json'], { env, alone: true });
  const stats = report('browser.json')?.stats;
  // Browser tests may not be skipped: one that was counts as failed.
  count(name, good && !stats?.skipped, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped });
}

async function checks() {
  await check('data check', 'data:check');
  await check('types', 'types');
  await check('lint', 'lint');
  await check('build and budgets', 'build');
  await check('the same build again', 'build:again');
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (only) await check('build and budgets', 'build');
else await Promise.all([checks(), unit()]);
if (only === 'pictures') await browser('tests/browser/pictures.config.ts', 'pictures');
else await browser('tests/browser/playwright.config.ts', 'browser tests');

if (failures.length) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
