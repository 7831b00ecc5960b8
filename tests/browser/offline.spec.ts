import { createServer, type Server } from 'node:http';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { turn } from './page.ts';

// What is kept of a visit for the next one, on a server that can be switched off and given another build.

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves `dist/`, with `instead` in the place of some files, below a path; whatever is asked for is noted. */
class Site {
  instead: Record<string, string> = {};
  asked: string[] = [];
  readonly #server: Server;
  #port = 0;
  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x');
      const file = decodeURIComponent(pathname).replace(/^\/atlas\//, '') || 'index.html';
      this.asked.push(file);
      try {
        const body = this.instead[file] ?? readFileSync(path.join(dist, file));
        response
          .writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' })
          .end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
  }
  async on(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.#port, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }
  off(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
  get url(): string {
    return `http://127.0.0.1:${this.#port}/atlas/`;
  }
}

let site: Site;
test.beforeEach(async () => {
  site = new Site();
  await site.on();
});
test.afterEach(() => site.off());
test.use({ serviceWorkers: 'allow', locale: 'en-GB' });

/** Waits until the page is answered from the device. */
const kept = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 40_000 }).toBe(true);
const caches = (page: Page) => page.evaluate(async () => (await globalThis.caches.keys()).filter((name) => name.startsWith('shanhai ')));

test('after one visit the atlas and its briefs stand without a network, and the page promises no more than that', async ({
  page,
  context,
}) => {
  await page.goto(site.url);
  await kept(page);
  await site.off();
  await page.goto(`${site.url}?pairing=zhejiang-haixi&lang=en`);
  const card = page.getByRole('dialog', { name: 'Zhejiang → Haixi' });
  await expect(card).toContainText('CNY 1.298 billion');
  // Parts that the first visit had not asked for.
  await card.getByRole('button', { name: /dossier/i }).click();
  await expect(page.getByRole('tablist')).toBeVisible();
  await page.goto(`${site.url}?tab=table&lang=en`);
  await expect(page.getByRole('table')).toContainText('Nanjing → Xining');
  await context.setOffline(true);
  await expect(page.getByText('You are offline. The map, its dossiers and the briefs are kept on this device.')).toBeVisible();
  await context.setOffline(false);

  for (const brief of ['overview', 'zhejiang-haixi']) {
    await page.goto(`${site.url}briefing.html?brief=${brief}&lang=zh`);
    await expect(page.locator('[data-slides]')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.locator('[data-slides]')).toHaveAttribute('data-slide', brief === 'overview' ? '14' : '11');
  }
  // What is not kept is not there, and nothing pretends that it were.
  expect((await page.request.get(`${site.url}data/figures.csv`).catch(() => null))?.ok() ?? false).toBe(false);
  await site.on();
});

test('a page asks the browser once to keep the site, whatever the reader does in it', async ({ page }) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { asked: number };
    counted.asked = 0;
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      counted.asked++;
      return register.apply(this, given);
    };
  });
  await page.goto(`${site.url}?lang=en`);
  await kept(page);
  for (const [lang, theme] of [
    ['zh', 'dark'],
    ['en', 'light'],
    ['zh', 'light'],
  ] as const) {
    await turn(page, `lang=${lang}&theme=${theme}`);
    await expect(page.locator(`html[lang^=${lang}][data-theme=${theme}]`)).toBeAttached();
  }
  // What would be asked for again is fetched first.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
});

test('a newer build is offered and not forced; until then all is of the one that stands, and nothing is mixed', async ({
  page,
  context,
}) => {
  await page.goto(`${site.url}?lang=en&pairing=nanjing-xining`);
  await kept(page);
  const [first] = await caches(page);
  // Another build: its page has a mark, and its worker another list.
  const OTHER = 'meta[name="build"]';
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8').replace('<title>', '<meta name="build" content="another"><title>');
  const code = readFileSync(path.join(dist, 'sw.js'), 'utf8');
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const list = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(code)![1]!;
  const files = JSON.parse(JSON.parse(list) as string) as Record<string, string>;
  const other = code.replace(list, () => JSON.stringify(JSON.stringify({ ...files, 'index.html': digest(html) })));

  // While it arrives in part, the worker is there and the page is not: it is not taken.
  site.instead = { 'sw.js': other };
  await page.reload();
  const ended = await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => undefined);
    const worker = registration.installing;
    if (worker) await new Promise((done) => worker.addEventListener('statechange', done));
    return worker?.state ?? 'none';
  });
  expect(ended).not.toBe('installed');
  // A reload asks for the worker as well: what that has begun is dropped too.
  await expect.poll(() => caches(page), { timeout: 20_000 }).toEqual([first]);
  await expect(page.getByText('A newer version')).toHaveCount(0);

  site.instead = { 'sw.js': other, 'index.html': html };
  const neighbour = await context.newPage();
  await neighbour.goto(`${site.url}?lang=en`);
  await page.reload();
  await expect(page.getByText('A newer version of the atlas is ready.')).toBeVisible({ timeout: 40_000 });
  await expect(page.locator(OTHER)).toHaveCount(0);
  // The reader goes on as long as they like, and the view stays when they do not.
  await page.getByRole('button', { name: 'Reload to see it' }).click();
  // It is another document when the new build stands: asking the old one in the middle of the change fails.
  await expect(page.locator(OTHER)).toHaveCount(1, { timeout: 20_000 });
  expect(await caches(page)).toHaveLength(2);
  await expect(page.getByRole('dialog', { name: 'Nanjing → Xining' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('pairing')).toBe('nanjing-xining');
  // A window that stood open keeps its own build, also for parts that it fetches now.
  const served = () => neighbour.evaluate(async () => (await (await fetch('index.html')).text()).includes('content="another"'));
  expect(await served()).toBe(false);
  await neighbour.reload();
  expect(await served()).toBe(true);
});

test('in a frame, and where the reader saves data, nothing is kept', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(site.url);
  await page.waitForTimeout(6000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  site.instead = { 'frame.html': '<!doctype html><iframe src="./?lang=en" width="900" height="700"></iframe>' };
  const host = await page.context().newPage();
  await host.goto(`${site.url}frame.html`);
  await expect(host.frameLocator('iframe').locator('.failure, .stage.ready').first()).toBeAttached({ timeout: 30_000 });
  await host.waitForTimeout(6000);
  expect(await host.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
