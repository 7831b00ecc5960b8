// The built site in a Firefox of the machine, by `npm run firefox`: every named view with the live map, in a window (of Xvfb, where
// there is no screen); the parts that other pages hold; late code that fails, which Firefox remembers; and, without a window and so
// without WebGL, what is left then. It is no part of `npm test`, which must not hang on a browser that a machine may not have.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { preview } from 'vite';
import type { Dataset } from '../../data/schema.ts';
import { filter } from '../../src/state/filter.ts';
import { parse } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { VIEWS } from '../views.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = [process.env['FIREFOX_PATH'], '/usr/bin/firefox', '/usr/bin/firefox-esr'].find((file) => file && existsSync(file));
if (!executablePath) {
  console.error('No Firefox in /usr/bin: install one (Debian: apt install firefox-esr xvfb xauth), or name it in FIREFOX_PATH.');
  process.exit(1);
}
if (!process.env['DISPLAY']) {
  const { status, error } = spawnSync(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1600x1100x24', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      stdio: 'inherit',
    },
  );
  if (error) console.error('No screen and no xvfb-run: install it (Debian: apt install xvfb xauth), or run this where there is a screen.');
  process.exit(status ?? 1);
}

const dataset = JSON.parse(readFileSync(`${root}/dist/data/shanhai.json`, 'utf8')) as Dataset;
const world = new World(dataset);
/** Answers in the place of the site's files, in the order of asking: a page, or a connection that breaks. */
const BREAK = Symbol();
let instead: (url: string) => string | typeof BREAK | null = () => null;
const server = await preview({
  configFile: false,
  root,
  logLevel: 'error',
  build: { outDir: 'dist' },
  preview: { port: 4390, host: '127.0.0.1' },
  plugins: [
    {
      name: 'shanhai:instead',
      configurePreviewServer({ middlewares }) {
        middlewares.use((request, response, next) => {
          const answer = instead(request.url!);
          if (answer === null) next();
          else if (answer === BREAK) request.socket.destroy();
          else response.setHeader('Content-Type', 'text/html').end(answer);
        });
      },
    },
  ],
});
/** Files of a name break off as often as that. Where a connection breaks a browser may ask again by itself: an address counts once. */
function breaking(name: RegExp, times: number): Set<string> {
  const asked = new Set<string>();
  instead = (url) => {
    if (!name.test(url)) return null;
    asked.add(url);
    return asked.size <= times ? BREAK : null;
  };
  return asked;
}
const site = 'http://127.0.0.1:4390/';
/** A live map is drawn by the processor here. */
const PATIENCE_MS = 180_000;

const counts = { passed: 0, failed: 0 };
/** `npm run firefox -- brief` runs those whose names have that word. */
const wanted = process.argv[2] ?? '';
async function test(name: string, body: () => Promise<void>): Promise<void> {
  if (!name.includes(wanted)) return;
  const started = Date.now();
  let fault = '';
  try {
    await body();
  } catch (error) {
    fault = `: ${(error as Error).message}`;
  }
  counts[fault ? 'failed' : 'passed']++;
  console.log(`${fault ? '✘' : '✓'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)${fault}`);
}
function same<T>(found: T, wanted: T, what: string): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
const shows = (page: Page, selector: string) => page.waitForSelector(selector, { visible: true, timeout: 30_000 });
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent);
const count = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length);

/** A page, and what went wrong in it. */
async function opened(browser: Browser | BrowserContext): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push((error as Error).message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, errors };
}
const windowed = await puppeteer.launch({ browser: 'firefox', executablePath, headless: false, args: ['--width=1440', '--height=1000'] });
console.log(await windowed.version());

{
  const { page, errors } = await opened(windowed);
  for (const [i, { name, query, shows: what }] of VIEWS.entries())
    await test(`view ${name}: ${what}`, async () => {
      if (i === 0) await page.goto(`${site}?lang=en`);
      else
        await page.evaluate((search) => {
          history.pushState(null, '', search);
          dispatchEvent(new PopStateEvent('popstate'));
        }, `?${query}&lang=en`);
      await page.waitForSelector('.stage.ready', { timeout: PATIENCE_MS });
      const { pairings, active } = filter(world, parse(query));
      const rows = active.length ? pairings.length : dataset.pairings.filter(({ dossier }) => dossier).length;
      await page.waitForFunction((n) => document.querySelectorAll('#pairings [data-pairing]').length === n, { timeout: 30_000 }, rows);
      if (/pairing=|record=/.test(query)) await shows(page, '[role=dialog]');
      same(await count(page, '.failure'), 0, 'notices that the map failed');
      same(errors.splice(0), [], 'errors');
    });
  await page.close();
}

await test('a brief: slides by keys', async () => {
  const { page, errors } = await opened(windowed);
  await page.goto(`${site}briefing.html?brief=overview&lang=en`);
  await shows(page, '[data-slides]');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('[data-slide="2"]', { timeout: 30_000 });
  same(errors, [], 'errors');
  await page.close();
});

await test('an embed: its arc opens a card by key', async () => {
  const { page, errors } = await opened(windowed);
  await page.goto(`${site}e/zhejiang-haixi/en/`);
  await page.waitForSelector('h1');
  await page.evaluate(() => document.querySelector<SVGAElement>('svg a[data-pairing]')!.focus());
  await page.keyboard.press('Enter');
  await shows(page, '[role=dialog]');
  same(errors, [], 'errors');
  await page.close();
});

await test('<shanhai-map> in a page of somebody else', async () => {
  const { page, errors } = await opened(windowed);
  const body = `<!doctype html><title>x</title><script type="module" src="${site}shanhai-map.js"></script><shanhai-map pairing="nanjing-xining" lang="en" style="display:block;width:640px;height:420px"></shanhai-map>`;
  instead = (url) => (url === '/host.html' ? body : null);
  await page.goto(`${site}host.html`);
  await page.waitForFunction(() => (document.querySelector('shanhai-map')?.shadowRoot?.querySelectorAll('.layer .arc').length ?? 0) > 0, {
    timeout: PATIENCE_MS,
  });
  same(errors, [], 'errors');
  await page.close();
});

await test('late code that fails once comes all the same', async () => {
  // In a window of its own, which keeps nothing of those before.
  const { page } = await opened(await windowed.createBrowserContext());
  const asked = breaking(/assets\/TimeAxis-.*\.js/, 1);
  await page.goto(`${site}?lang=en`);
  await page.locator('::-p-aria([name="Years"][role="button"])').click();
  await shows(page, '.time');
  same(await count(page, '[role=alert]'), 0, 'alerts');
  same(asked.size, 2, 'addresses asked for');
  await page.close();
});

await test('late code that keeps failing comes when it is asked for again', async () => {
  // In a window of its own, which keeps nothing of those before.
  const { page } = await opened(await windowed.createBrowserContext());
  const asked = breaking(/assets\/TimeAxis-.*\.js/, 2);
  await page.goto(`${site}?lang=en`);
  await page.locator('::-p-aria([name="Years"][role="button"])').click();
  await shows(page, '[role=alert]');
  await page.locator('[role=alert] button').click();
  await shows(page, '.time');
  same(asked.size, 3, 'addresses asked for');
  await page.close();
});
instead = () => null;
await windowed.close();

const bare = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: { 'webgl.disabled': true } });
await test('without WebGL the still stays and says so; lists and popups are whole', async () => {
  const { page } = await opened(bare);
  await page.goto(`${site}?lang=en`);
  await page.waitForSelector('.failure', { timeout: PATIENCE_MS });
  same(/The live map could not start/.test((await textOf(page, '.failure'))!), true, 'a notice that the map did not start');
  if ((await count(page, '.layer .arc')) < 20) throw new Error('few arcs in the still');
  await page.locator('[data-pairing=zhejiang-haixi]').click();
  await shows(page, '[role=dialog]');
  same(/CNY 1\.298 billion/.test((await textOf(page, '[role=dialog]'))!), true, 'the total in the popup');
  await page.close();
});
await test('without WebGL a brief and the single file stand', async () => {
  const { page } = await opened(bare);
  await page.goto(`${site}briefing.html?brief=overview&lang=zh`);
  await shows(page, '[data-slides]');
  await page.goto(`file://${root}dist/single/atlas.html?lang=en`);
  await shows(page, '[data-pairing=nanjing-xining]');
  await page.close();
});
await bare.close();
await server.close();
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
