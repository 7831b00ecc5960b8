// Everything that must hold, in order: data, types, lint, unit tests, build with its budgets, browser tests. A step that
// fails does not hide the ones after it. Ends with `N passed, N failed`, in which every check and every test counts.
import { spawnSync } from 'node:child_process';
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

function run(name, command, args, env = {}) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(error.message);
  console.log(`  ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return status === 0;
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

function check(name, ...command) {
  count(name, run(name, 'npm', ['run', '--silent', ...command]));
}

function unit() {
  const good = run('unit tests', 'npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(out, 'unit.json')}`,
  ]);
  const found = report('unit.json');
  count('unit tests', good, found && { passed: found.numPassedTests, failed: found.numFailedTests });
}

function browser(config, name) {
  let chromium;
  try {
    chromium = ensureChromium();
  } catch (error) {
    console.error(error.message);
    return count(name, false);
  }
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(out, 'browser.json') };
  const good = run(name, 'npx', ['playwright', 'test', '-c', config, '--reporter=list,json'], env);
  const stats = report('browser.json')?.stats;
  // Browser tests may not be skipped: one that was counts as failed.
  count(name, good && !stats?.skipped, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped });
}

const config = 'tests/browser/playwright.config.ts';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (!only) {
  check('data check', 'data:check');
  check('types', 'types');
  check('lint', 'lint');
  unit();
}
check('build and budgets', 'build');
if (only === 'pictures') browser('tests/browser/pictures.config.ts', 'pictures');
else browser(config, 'browser tests');

if (failures.length) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
