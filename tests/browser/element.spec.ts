import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type CDPSession, type Frame, type Page } from '@playwright/test';
import { build, loadConfigFromFile } from 'vite';
import { violations } from './axe.ts';
import { MAP, watch } from './page.ts';

// <shanhai-map> in somebody else's page: as bad a page as can be, and as strict a one.

const STRICT = { 'Content-Security-Policy': "default-src 'self'" };
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Opens a page with maps from the atlas's own origin, and hears what they tell at its top. */
async function host(page: Page, body: string, { head = '', headers = {}, script = '/shanhai-map.js' } = {}): Promise<void> {
  const kind = script.includes('single') ? 'defer' : 'type="module"';
  await page.route('**/host.html', (route) =>
    route.fulfill({
      headers: { 'Content-Type': 'text/html', ...headers },
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A news page</title><link rel="icon" href="/icon.svg">
<script src="/told.js"></script><script ${kind} src="${script}"></script>${head}</head>
<body><main><h1>A news page</h1><button id="before">Before</button>${body}<button id="after">After</button></main></body></html>`,
    }),
  );
  await page.route('**/told.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.told = []; for (const name of ['ready', 'select', 'height']) addEventListener('shanhai:' + name, ({ type, detail, target, composed }) => told.push({ type, detail, id: target.id, composed }));`,
    }),
  );
  await page.goto('/host.html');
}

interface Told {
  type: string;
  detail: { pairing?: string | null; figures?: string[]; live?: boolean; height?: number; view?: string };
  id: string;
  composed: boolean;
}
const told = (page: Page, name: string) =>
  page.evaluate((name) => (window as unknown as { told: Told[] }).told.filter(({ type }) => type === `shanhai:${name}`), name);
const viewOf = (page: Page, id: string) => page.evaluate((id) => (document.getElementById(id) as unknown as { view: string }).view, id);
const still = (page: Page | Frame, map = 'shanhai-map') =>
  expect(page.locator(`${map} .layer .arc`).first()).toBeAttached({ timeout: 30_000 });
const button = (page: Page) => page.getByRole('button', { name: 'Live map' });

/** Maps are drawn with few pixels where no test looks at them. */
const coarse = (page: Page) => page.addInitScript(() => Object.defineProperty(window, 'devicePixelRatio', { value: 0.25 }));
/** Counts contexts that are held: those made, less those given back or lost. */
const countContexts = (page: Page) =>
  page.addInitScript(() => {
    const made: WebGL2RenderingContext[] = [];
    const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, of?: unknown) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, of?: unknown) {
      const context = get.call(this, kind, of) as WebGL2RenderingContext | null;
      if (kind.includes('webgl') && context && !made.includes(context)) made.push(context);
      return context;
    } as typeof HTMLCanvasElement.prototype.getContext;
    const held = () => {
      for (let i = made.length; i-- > 0;) if (made[i]!.isContextLost()) made.splice(i, 1);
      return made.length;
    };
    Object.assign(window, { contexts: held });
  });
const contexts = (page: Page) => page.evaluate(() => (window as unknown as { contexts: () => number }).contexts());

test('no page reaches in, and nothing of ours reaches out', async ({ page }) => {
  const head = '<style>main * { all: unset; color: red !important; letter-spacing: 9px; text-transform: uppercase }</style>';
  await host(page, '<shanhai-map lang="en" theme="light" pairing="tianjin-huangnan"></shanhai-map>', { head });
  await still(page);
  const popup = page.getByRole('dialog', { name: 'Tianjin → Huangnan' });
  await expect(popup).toContainText('CNY 1.064 billion');
  const title = popup.getByRole('heading', { level: 2 });
  await expect(title).toHaveCSS('color', 'rgb(34, 38, 43)');
  await expect(title).toHaveCSS('text-transform', 'none');
  await expect(page.locator('shanhai-map .credits')).toHaveCSS('letter-spacing', 'normal');
  const { width, height } = (await page.locator('shanhai-map .shanhai').boundingBox())!;
  expect(width / height).toBeCloseTo(1.5, 1);
  await expect(page.locator('#after')).toHaveCSS('color', 'rgb(255, 0, 0)');
  expect(await page.evaluate(() => document.adoptedStyleSheets.length + document.querySelectorAll('style').length)).toBe(1);
});

test('nothing is fetched before a map is near the view, and no data twice for two', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 900, height: 600 });
  const far = '<p style="height:3000px"></p>';
  await host(page, `${far}<shanhai-map id="one"></shanhai-map><shanhai-map id="two"><a href="/">Meanwhile</a></shanhai-map>`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((file) => !/host|told|icon/.test(file))).toEqual(['/shanhai-map.js']);
  await expect(page.getByText('Meanwhile')).toBeVisible();
  await page.locator('#two').scrollIntoViewIfNeeded();
  await still(page, '#one');
  await still(page, '#two');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((file) => file === '/data/shanhai.json')).toHaveLength(1);
  expect(asked.filter((file) => /maplibre|live-map/.test(file))).toEqual([]);
});

test('under default-src self, without stores or foreign requests, it opens by click and by Enter, and tells both alike', async ({
  page,
}) => {
  const faults = watch(page);
  await page.addInitScript(() => {
    const get = () => {
      throw new Error('a store was asked for');
    };
    for (const store of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, store, { get });
  });
  await host(page, '<shanhai-map id="map" lang="en"></shanhai-map>', { headers: STRICT });
  await still(page);
  await expect
    .poll(() => told(page, 'ready'))
    .toEqual([{ type: 'shanhai:ready', id: 'map', composed: true, detail: { view: 'lang=en', live: false } }]);
  await expect.poll(async () => (await told(page, 'height'))[0]?.detail.height ?? 0).toBeGreaterThan(200);
  const arc = page.locator('shanhai-map .layer [data-arc=zhejiang-haixi] path');
  const { x, y } = await arc.evaluateAll((all: SVGPathElement[]) => {
    const path = all[Math.floor(all.length / 2)]!;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!);
    return { x, y };
  });
  await page.mouse.click(x, y);
  await expect(page.getByRole('dialog', { name: 'Zhejiang → Haixi' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The same by key: to the arcs, along them, Enter.
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  const arcs = page.getByRole('toolbar', { name: /^Pairings on the map/ });
  await expect(arcs.locator('button:focus')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const name = (await arcs.locator('button:focus b').textContent())!;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeFocused();
  const [opened, closed, again] = (await told(page, 'select')).map(({ detail }) => detail);
  expect(opened!.pairing).toBe('zhejiang-haixi');
  expect(opened!.figures!.length).toBeGreaterThan(20);
  expect(closed!.pairing).toBe(null);
  expect(Object.keys(again!)).toEqual(Object.keys(opened!));
  expect(again!.view).toContain(`pairing=${again!.pairing}`);
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('attributes and properties change the view, take no focus and are not told back; panels open in the atlas', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await host(page, '<div lang="zh-CN"><shanhai-map id="map"></shanhai-map></div>');
  await still(page);
  await page.locator('#before').focus();
  const stage = page.locator('#map .stage');
  await expect(stage).toHaveAttribute('lang', 'zh-CN');
  await expect(stage).toHaveCSS('color-scheme', 'dark');
  const set = (values: Record<string, unknown>) =>
    page.evaluate((values) => void Object.assign(document.getElementById('map')!, values), values);
  await set({ pairing: 'nanjing-xining', lang: 'en', theme: 'light', programme: ['east-west'] });
  await expect(page.getByRole('dialog', { name: 'Nanjing → Xining' })).toBeVisible();
  await expect(stage).toHaveCSS('color-scheme', 'light');
  await expect(page.locator('#before')).toBeFocused();
  expect(await page.locator('#map').getAttribute('programme')).toBe('east-west');
  expect(await viewOf(page, 'map')).toBe('pairing=nanjing-xining&programme=east-west&lang=en&theme=light');
  const where = () => page.locator('#map .frame').evaluate(({ style }) => style.width);
  const before = await where();
  await set({ pairing: null, at: [101.8, 36.6, 6] });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(where).not.toBe(before);
  await expect(page.locator('#before')).toBeFocused();
  expect(await told(page, 'select')).toEqual([]);
  await set({ pairing: 'nanjing-xining' });
  const [atlas] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: /^Open dossier/ }).click()]);
  expect(new URL(atlas.url()).search).toMatch(/pairing=nanjing-xining&tab=dossier/);
  await expect(page.getByRole('dialog', { name: 'Nanjing → Xining' })).toBeVisible();
});

test('Tab goes in and out again, the page scrolls under a plain wheel, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await host(page, '<shanhai-map lang="en" theme="light"></shanhai-map><p style="height:2000px"></p>');
  await still(page);
  await page.waitForLoadState('networkidle');
  await page.locator('#before').focus();
  let stops = 0;
  do {
    await page.keyboard.press('Tab');
    stops++;
  } while (stops < 12 && (await page.evaluate(() => document.activeElement?.id !== 'after')));
  // The arcs, the map, the button, the link; then the page again.
  expect(stops).toBe(5);
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: 'Open in the atlas' })).toBeFocused();
  await page.evaluate(() => scrollTo(0, 0));
  const map = (await page.locator('shanhai-map .map').boundingBox())!;
  const width = () => page.locator('shanhai-map .frame').evaluate(({ style }) => style.width);
  const before = await width();
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  await page.mouse.wheel(0, 120);
  await expect(page.getByText('Hold Ctrl and scroll to zoom the map')).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await width()).toBe(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(width).not.toBe(before);
  expect(await violations(page)).toEqual([]);
  await page.locator('shanhai-map').evaluate((map) => map.setAttribute('pairing', 'nanjing-xining'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForTimeout(300);
  expect(await violations(page)).toEqual([]);
});

test('one finger is the page’s and two are the map’s; in full screen all are the map’s', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  const page = await context.newPage();
  await host(page, '<shanhai-map lang="en"></shanhai-map><p style="height:3000px">An article</p>');
  await still(page);
  const map = (await page.locator('shanhai-map .map').boundingBox())!;
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];
  const frame = () =>
    page.locator('shanhai-map .frame').evaluate(({ style }) => `${style.width} ${style.left} ${style.top} ${style.transform}`);
  const touch = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
  const before = await frame();
  await send('touchStart', [x, y]);
  for (let i = 1; i <= 8; i++) await send('touchMove', [x, y - i * 12]);
  await expect(page.getByText('Move the map with two fingers')).toBeVisible();
  await send('touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  expect(await frame()).toBe(before);
  // What one finger set going goes on for a while.
  await page.waitForTimeout(1500);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await send('touchStart', [x - 30, y], [x + 30, y]);
  for (let i = 1; i <= 8; i++) await send('touchMove', [x - 30 - i * 6, y], [x + 30 + i * 6, y]);
  await send('touchEnd');
  await expect.poll(frame).not.toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(0);

  // As a page gives the element the whole screen.
  await page.evaluate(() => {
    const button = document.getElementById('before')!;
    button.onclick = () => void document.querySelector('shanhai-map')!.requestFullscreen();
  });
  await page.locator('#before').tap();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('shanhai-map');
  await page.waitForTimeout(500);
  const [there, width] = [await frame(), page.viewportSize()!.width];
  await send('touchStart', [width / 2, 200]);
  for (let i = 1; i <= 8; i++) await send('touchMove', [width / 2, 200 + i * 12]);
  await send('touchEnd');
  await expect.poll(frame).not.toBe(there);
  await context.close();
});

test('bound to an edition it has the figures of that day, and says what has changed since', async ({ page }) => {
  await host(page, '<shanhai-map id="a" pairing="luhe-huangyuan" data="2026-11-22"></shanhai-map>');
  await still(page);
  const dialog = page.getByRole('dialog', { name: 'Luhe → Huangyuan' });
  await expect(dialog).toContainText('since 2021 (our inference)');
  await page.getByText('Figures as of 22 Nov 2026; 3 entries have changed since').click();
  await expect(page.locator('shanhai-map [data-change]')).toHaveCount(3);
  await expect(page.locator('shanhai-map [data-change] ins').first()).toHaveText('start year not reported in our sources');
});

test('where the map cannot be had, what the page put there stays, and it can be asked for again', async ({ page }) => {
  await page.route('**/data/shanhai.json', (route) => route.abort());
  await host(page, '<shanhai-map lang="zh"><a href="/">山海图</a></shanhai-map>');
  await expect(page.getByRole('alert')).toContainText('地图未能载入');
  await expect(page.getByRole('link', { name: '山海图' })).toBeVisible();
  await page.unroute('**/data/shanhai.json');
  await page.getByRole('button', { name: '重试' }).click();
  await still(page);
});

test('it is used from plain HTML, React, Vue and Svelte', async ({ page }) => {
  const root = fileURLToPath(new URL('../examples/', import.meta.url));
  const built = fileURLToPath(new URL('../../test-results/examples/', import.meta.url));
  const { config } = (await loadConfigFromFile({ command: 'build', mode: 'production' }, path.join(root, 'vite.config.ts')))!;
  await build({ ...config, configFile: false, logLevel: 'error' });
  await page.route('**/examples/**', (route) => {
    const file = new URL(route.request().url()).pathname.replace('/examples/', '');
    const at = path.join(file.startsWith('html/') ? root : built, file);
    return route.fulfill({ body: readFileSync(at), headers: { ...STRICT, 'Content-Type': TYPES[at.split('.').at(-1)!]! } });
  });
  await page.goto('/examples/html/index.html');
  await expect(page.getByRole('dialog', { name: '浙江 → 海西州' })).toBeVisible();
  expect(Math.round((await page.locator('shanhai-map .shanhai').boundingBox())!.height)).toBe(480);
  await page.getByRole('button', { name: '关闭' }).click();
  await expect(page.locator('output')).toHaveText('无');
  for (const name of ['react', 'vue', 'svelte']) {
    await page.goto(`/examples/${name}/index.html`);
    await expect(page.getByRole('dialog', { name: 'Zhejiang → Haixi' })).toBeVisible();
    await page.getByRole('button', { name: 'Nanjing → Xining', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Nanjing → Xining' })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('output')).toHaveText('');
    await expect(page.locator('shanhai-map')).toHaveAttribute('programme', 'qinghai,east-west');
  }
});

test(
  'the button brings the live map at the same place under default-src self; so does a step nearer than the still shows',
  MAP,
  async ({ page }) => {
    await coarse(page);
    await page.setViewportSize({ width: 700, height: 700 });
    const faults = watch(page);
    await host(page, '<shanhai-map id="map" lang="en" at="101,36,5"></shanhai-map>', { headers: STRICT });
    await still(page);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#map .stage.ready')).toBeAttached({ timeout: 60_000 });
    await expect.poll(async () => (await told(page, 'ready')).map(({ detail }) => detail.live)).toEqual([false, true]);
    await expect(button(page)).toHaveCount(0);
    await expect(page.getByRole('region', { name: /^China’s east–west pairings/ })).toBeFocused();
    expect(await viewOf(page, 'map')).toBe('lang=en&at=101,36,5');
    await page.evaluate(async () => {
      const map = document.getElementById('map')!;
      map.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.querySelector('h1')!.after(map);
    });
    await still(page);
    await expect(button(page)).toBeVisible();
    await page.locator('#map .map').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect(page.locator('#map .live canvas').first()).toBeAttached({ timeout: 60_000 });
    expect(faults).toEqual({ foreign: [], errors: [] });
  },
);

test('one script brings all of it: MapLibre and its worker come from no other file', MAP, async ({ page }) => {
  await coarse(page);
  await page.setViewportSize({ width: 600, height: 500 });
  const code: string[] = [];
  page.on('request', (request) => {
    if (/^http.*\.m?js(\?|$)/.test(request.url())) code.push(new URL(request.url()).pathname);
  });
  const headers = { 'Content-Security-Policy': "default-src 'self'; worker-src blob:" };
  await host(page, '<shanhai-map id="map" autoload="visible"></shanhai-map>', { script: '/shanhai-map.single.js', headers });
  await expect(page.locator('#map .stage.ready')).toBeAttached({ timeout: 60_000 });
  expect(code.sort()).toEqual(['/shanhai-map.single.js', '/told.js']);
});

test('twenty maps of a page hold two contexts at most, and what rests keeps its place', MAP, async ({ page }) => {
  test.setTimeout(180_000);
  await coarse(page);
  await countContexts(page);
  await page.setViewportSize({ width: 420, height: 620 });
  const one = (i: number) => `<shanhai-map id="map${i}" lang="en" autoload="visible" at="${90 + i},36,4.5"></shanhai-map>`;
  await host(page, Array.from({ length: 20 }, (_, i) => one(i)).join('<p>And</p>'));
  let most = 0;
  for (const i of [0, 3, 19]) {
    // Maps above it that come into being may push it away again.
    await expect(async () => {
      await page.locator(`#map${i}`).evaluate((map) => map.scrollIntoView({ block: 'center' }));
      await expect(page.locator(`#map${i} .stage .live`)).toBeAttached({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    most = Math.max(most, await contexts(page));
    expect(await page.locator('shanhai-map .stage .live').count()).toBeLessThanOrEqual(2);
  }
  expect([1, 2]).toContain(most);
  await expect(page.locator('#map0 .stage .live')).toHaveCount(0);
  expect(await viewOf(page, 'map0')).toBe('lang=en&at=90,36,4.5');
});

test('four frames agree on two contexts, and one that goes frees its own', MAP, async ({ page }) => {
  await coarse(page);
  await page.setViewportSize({ width: 900, height: 700 });
  await page.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>A frame</title><script type="module" src="/shanhai-map.js"></script><shanhai-map autoload="visible"></shanhai-map>',
    }),
  );
  await host(page, '<iframe src="/frame.html" width="400" height="260"></iframe>'.repeat(4));
  const frames = () => page.frames().slice(1);
  const live = async () => {
    const found = await Promise.all(frames().map((frame) => frame.locator('shanhai-map .stage .live').count()));
    return found.reduce((a, b) => a + b, 0);
  };
  for (const frame of frames()) await still(frame);
  await expect.poll(live, { timeout: 60_000 }).toBe(2);
  await page.waitForTimeout(1500);
  expect(await live()).toBe(2);
  await page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')];
    const holds = frames.find(({ contentDocument }) =>
      contentDocument!.querySelector('shanhai-map')!.shadowRoot!.querySelector('.stage .live'),
    );
    holds!.remove();
  });
  await expect.poll(live, { timeout: 30_000 }).toBe(2);
});

/** Listeners, nodes, contexts and workers of the page, and bytes of its heap after a collection. */
async function measured(page: Page, cdp: CDPSession) {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    usedSize,
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    contexts: await contexts(page),
    workers: page.workers().length,
  };
}

test('50 mounts and unmounts, some of them live, leak nothing', MAP, async ({ page }) => {
  test.setTimeout(180_000);
  await coarse(page);
  await countContexts(page);
  await page.setViewportSize({ width: 420, height: 420 });
  await host(page, '<div id="place"></div>');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const rounds = (count: number, every: number) =>
    page.evaluate(
      async ({ count, every }) => {
        for (let i = 0; i < count; i++) {
          const map = document.createElement('shanhai-map');
          const live = i % every === 0;
          const ready = new Promise<void>((resolve) =>
            map.addEventListener('shanhai:ready', (event) => {
              if ((event as CustomEvent<{ live: boolean }>).detail.live === live) resolve();
            }),
          );
          if (live) map.setAttribute('autoload', 'visible');
          map.setAttribute('pairing', i % 2 ? 'nanjing-xining' : 'zhejiang-haixi');
          document.getElementById('place')!.append(map);
          await ready;
          map.remove();
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      },
      { count, every },
    );
  await rounds(6, 3);
  const before = await measured(page, cdp);
  await rounds(50, 10);
  await page.waitForTimeout(300);
  const after = await measured(page, cdp);
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ before, after }) });
  expect(after.contexts).toBe(0);
  expect(after.workers).toBe(0);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 10);
  // A map has some thousand nodes, and the last ones may not have been collected yet.
  expect(after.nodes).toBeLessThan(before.nodes + 3000);
  expect(after.usedSize - before.usedSize).toBeLessThan(2e6);
});
