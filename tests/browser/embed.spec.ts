import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { MAP, watch } from './page.ts';

// A map in somebody else's page: the host stands at another origin, and what it runs is its own public script where there is one.

const script = (file: string): string => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
/** What the host's page holds, for whoever asks its server. */
let hosted = '';
const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(hosted));
test.beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
test.afterAll(() => void server.close());

/** Opens a host's page, at another origin than the embed's. `html` may name the embed's origin as ATLAS. */
async function host(page: Page, baseURL: string, html: string): Promise<void> {
  hosted = `<!doctype html><html><body style="margin:0;width:640px">${html.replaceAll('ATLAS', baseURL)}</body></html>`;
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}
/** Height that all of an embed takes, and that of its frame. */
async function heights(page: Page): Promise<[content: number, frame: number]> {
  const frame = page.frames().find((one) => one.url().includes('/e/'))!;
  const content = await frame.evaluate(() => Math.ceil(document.querySelector('main')!.getBoundingClientRect().height));
  const box = await (await frame.frameElement()).boundingBox();
  return [content, Math.round(box!.height)];
}
/** Waits until a frame is as high as its content, opens a card, and waits for the same again: hosts follow. */
async function follows(page: Page, most = Infinity): Promise<void> {
  const agree = () =>
    heights(page).then(
      ([content, frame]) => Math.abs(Math.min(most, content) - frame) <= 2 && content > 300,
      () => false,
    );
  await expect.poll(agree, { timeout: 20_000 }).toBe(true);
  const [before] = await heights(page);
  const frame = page.frames().find((one) => one.url().includes('/e/'))!;
  await frame.locator('#sources > summary').click();
  await expect.poll(async () => (await heights(page))[0]).toBeGreaterThan(before + 20);
  await expect.poll(agree).toBe(true);
}

const FRAME = '<iframe src="ATLAS/e/zhejiang-haixi/" title="map" width="100%" height="200" style="border:0"></iframe>';
const said = (body: string) => `<script>addEventListener('message', (event) => {${body}})</script>`;
/** Hosts in the shape that their makers document, where they publish no script on its own. */
const WRITTEN: Record<string, string> = {
  // Datawrapper's snippet: every frame whose address has the key.
  Datawrapper: `${said(`const h = event.data && event.data['datawrapper-height'];
    if (h) for (const id in h) { const f = document.querySelector('#datawrapper-chart-' + id) || document.querySelector('iframe[src*="' + id + '"]'); if (f) f.style.height = h[id] + 'px'; }`)}${FRAME}`,
  'iframe.resize': `${said(`try { const d = JSON.parse(event.data); if (d.context === 'iframe.resize') document.querySelector('iframe[src="' + d.src + '"]').style.height = d.height + 'px'; } catch {}`)}${FRAME}`,
  AMP: `${said(`if (event.data && event.data.sentinel === 'amp' && event.data.type === 'embed-size') document.querySelector('iframe').style.height = event.data.height + 'px';`)}${FRAME}`,
  Guardian: `${said(`try { const d = JSON.parse(event.data); if (d.type === 'set-height') document.querySelector('iframe').style.height = d.value + 'px'; } catch {}`)}${FRAME}`,
};
for (const [name, html] of Object.entries(WRITTEN))
  test(`${name} gives the frame the height of what it holds, and follows it`, async ({ page, baseURL }) => {
    await host(page, baseURL!, html);
    await follows(page);
  });

test('WordPress gives the frame its height, in a sandbox without an origin, and is told of links', async ({ page, baseURL }) => {
  // As wp-embed.js does: by the secret in the fragment, between 200 and 1000 px.
  await host(
    page,
    baseURL!,
    `${said(`const d = event.data; if (!d || d.secret !== 'a1B2c3D4e5') return;
      if (d.message === 'height') document.querySelector('iframe').style.height = Math.min(1000, Math.max(200, d.value)) + 'px';
      if (d.message === 'link') window.linked = d.value;`)}
    <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="ATLAS/e/zhejiang-haixi/#?secret=a1B2c3D4e5" width="600" height="200" style="border:0"></iframe>`,
  );
  await follows(page, 1000);
  await page.frameLocator('iframe').locator('#atlas').click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { linked?: string }).linked)).toContain('?pairing=zhejiang-haixi');
});

/** Hosts by their own scripts. */
const PUBLISHED: Record<string, [file: string, html: string]> = {
  'pym.js': ['pym.js/dist/pym.v1.js', `<div id="map"></div><script>new pym.Parent('map', 'ATLAS/e/zhejiang-haixi/', {})</script>`],
  sidechain: ['@nprapps/sidechain/dist/sidechain.js', '<side-chain src="ATLAS/e/zhejiang-haixi/"></side-chain>'],
  frames: [
    '@newswire/frames/dist/frames.umd.js',
    `<div id="map"></div><script>new newswireFrames.Framer(document.getElementById('map'), { src: 'ATLAS/e/zhejiang-haixi/' })</script>`,
  ],
  'iframe-resizer 4': [
    'iframe-resizer/js/iframeResizer.js',
    `<style>iframe{width:1px;min-width:100%;border:0}</style>${FRAME.replace(' style="border:0"', '')}<script>iFrameResize({ checkOrigin: false, log: false })</script>`,
  ],
  // Its licence is the GPL: the test runs it, and nothing of it goes into what is built.
  'iframe-resizer 5': [
    '@iframe-resizer/parent/index.umd.js',
    `<style>iframe{width:100%;border:0}</style>${FRAME.replace(' style="border:0"', '')}<script>iframeResize({ license: 'GPLv3', checkOrigin: false })</script>`,
  ],
};
for (const [name, [file, html]] of Object.entries(PUBLISHED))
  test(`${name}, by its own script, gives the frame its height and follows it`, async ({ page, baseURL }) => {
    await host(page, baseURL!, `<script>${script(file).replaceAll('</script', '<\\/script')}</script>${html}`);
    await follows(page);
  });

test('in a sandbox without an origin the still answers: tip, card, sources, and nothing fails', async ({ page, baseURL }) => {
  const faults = watch(page);
  await host(
    page,
    baseURL!,
    '<iframe sandbox="allow-scripts" src="ATLAS/e/zhejiang-haixi/en/" width="640" height="1400" style="border:0"></iframe>',
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('link', { name: 'Zhejiang → Haixi' }).first().focus();
  await page.keyboard.press('Enter');
  const card = frame.getByRole('dialog', { name: 'Zhejiang → Haixi' });
  await expect(card.getByRole('heading', { level: 3 })).toHaveText([/Funding/, /Projects/, /Flights/, /Freight trains|Trains/]);
  await card.locator('[data-figure] summary').first().click();
  await expect(card.locator('.cited').first()).toContainText('Source');
  expect(faults.errors).toEqual([]);
});

test('a card opens by pointer and by key, Escape gives the focus back, and Tab goes through and out', async ({ page }) => {
  await page.goto('/e/zhejiang-haixi/en/');
  const arc = page.getByRole('link', { name: 'Zhejiang → Haixi' }).first();
  const middle = await arc.evaluate((link) => {
    const path = link.querySelector('path')!;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!);
    return [x, y] as const;
  });
  await page.mouse.move(...middle);
  await expect(page.locator('#tip')).toContainText('CNY 1.298 billion');
  await page.mouse.click(...middle);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(arc).toBeFocused();
  // Whoever goes on with Tab comes out at the end, and is held nowhere.
  const seen: string[] = [];
  for (let i = 0; i < 40 && seen.at(-1) !== 'BODY'; i++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement!.tagName));
  }
  expect(seen.at(-1)).toBe('BODY');
  expect(seen).toContain('BUTTON');
});

test('without scripts the page has still, title, figures, sources and the table', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'zh-CN' });
  await page.goto('/e/zhejiang-haixi/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('浙江 → 海西州');
  await expect(page.locator('.marks [data-arc="zhejiang-haixi"]')).toBeVisible();
  await expect(page.locator('.headlines [data-figure]').first()).toContainText('12.98亿元');
  await page.locator('#sources > summary').click();
  await expect(page.locator('#sources li').first()).toBeVisible();
  await page.getByRole('link', { name: '全部数据（表格）' }).first().click();
  await page.close();
});

test('under a policy of its own host nothing is refused, nothing shifts, and nothing foreign is asked for', async ({ page }) => {
  const faults = watch(page);
  await page.route('**/e/zhejiang-haixi/en/*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': "default-src 'self'" } });
  });
  await page.addInitScript(() => {
    (window as unknown as { shift: number }).shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/e/zhejiang-haixi/en/');
  await page.waitForFunction(() => performance.getEntriesByName('still:interactive').length > 0);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('embed.html shows any view, and sends on to a page that is there before any script', async ({ page }) => {
  await page.goto('/embed.html?recipient=aksu&lang=en&dark=true');
  await expect(page).toHaveURL(/\/e\/aksu\/en\/\?dark=true#\?from=/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/embed.html?has=flights&lang=en');
  await expect(page.getByRole('button', { name: 'Live map' })).toBeVisible();
  await expect(page.locator('.marks [data-route]').first()).toBeVisible();
  expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('maplibre')))).toBe(false);
  await page.goto('/embed.html?pairing=no-such-pairing&lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an embed bound to an edition keeps its numbers, and says which have changed and from what to what', async ({ page, baseURL }) => {
  // The host knows the frame by the address that it gave, whatever page that leads to.
  const frame = '<iframe src="ATLAS/e/luhe-huangyuan/en/?data=2026-11-22" title="map" width="100%" height="200" style="border:0"></iframe>';
  await host(page, baseURL!, WRITTEN['iframe.resize']!.replace(FRAME, frame));
  await follows(page);
  const embed = page.frames().find((one) => one.url().includes('/e/'))!;
  expect(new URL(embed.url()).pathname).toBe('/e/luhe-huangyuan/2026-11-22/en/');
  await expect(embed.locator('.top')).toContainText('since 2021 (our inference)');
  await expect(embed.locator('.brand')).toContainText('22 Nov 2026');
  await embed.getByText('Figures as of 22 Nov 2026; 3 entries have changed since').click();
  const start = embed.locator('[data-change="luhe-huangyuan"]');
  await expect(start.locator('del')).toHaveText('since 2021 (our inference)');
  await expect(start.locator('ins')).toHaveText('start year not reported in our sources');

  await page.goto('/e/luhe-huangyuan/?data=2026-11-28');
  await expect(page.locator('.bound:visible')).toHaveText('数据截至2026年11月28日，此后无更新。');
  await page.goto('/e/luhe-huangyuan/?data=1999-01-01');
  await expect(page.locator('.bound:visible')).toHaveText('这张地图没有1999-01-01版，此处为2026年11月28日版。');
  await page.goto('/e/luhe-huangyuan/');
  await expect(page.locator('.bound:visible')).toHaveCount(0);

  await page.goto('/embed.html?recipient=huangyuan&has=projects&lang=en&data=2026-11-22');
  await expect(page.getByText('Figures as of 22 Nov 2026;')).toBeVisible();
  await page.goto('/embed.html?has=flights&lang=en&data=2026-11-23');
  await expect(page.getByText('The figures of 2026-11-23 failed to load; these are those of 28 Nov 2026.')).toBeVisible();
});

test('the live map of an embed bound to an edition is of that edition', MAP, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto('/e/luhe-huangyuan/en/?data=2026-11-22&autoload=visible');
  await page.waitForFunction(() => performance.getEntriesByName('map:ready').length > 0, null, { timeout: 60_000 });
  expect(asked).toContain('/data/releases/2026-11-22.json');
  expect(asked).not.toContain('/data/shanhai.json');
});

test('the live map comes when asked, at the camera of the still', MAP, async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto('/e/zhejiang-haixi/en/');
  const arc = await page.locator('.targets a[data-pairing="zhejiang-haixi"] path').evaluate((path: SVGPathElement) => {
    const at = (length: number) => {
      const { x, y } = path.getPointAtLength(length).matrixTransform(path.getScreenCTM()!);
      return [x, y];
    };
    return [at(0), at(path.getTotalLength())];
  });
  await page.getByRole('button', { name: 'Live map' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('map:ready').length > 0, null, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Live map' })).toBeHidden();
  // The end of the arc answers where the still had it.
  const [x, y] = arc[1]!;
  await page.mouse.click(x! + 12, y! + 2);
  await expect(page.getByRole('dialog', { name: 'Zhejiang → Haixi' })).toBeVisible();
});

test('a height is told within 100 ms of the change that makes it', async ({ page, baseURL }) => {
  await host(page, baseURL!, `${said(`if (event.data && event.data['datawrapper-height']) window.toldAt = Date.now();`)}${FRAME}`);
  await page.waitForFunction(() => 'toldAt' in window);
  const embed = page.frames().find((one) => one.url().includes('/e/'))!;
  const waits: number[] = [];
  for (let i = 0; i < 6; i++) {
    const at = await embed.evaluate(() => {
      document.querySelector<HTMLDetailsElement>('#sources')!.open = !document.querySelector<HTMLDetailsElement>('#sources')!.open;
      return Date.now();
    });
    await page.waitForFunction((at) => (window as unknown as { toldAt: number }).toldAt >= at, at);
    waits.push(await page.evaluate((at) => (window as unknown as { toldAt: number }).toldAt - at, at));
  }
  // The quickest of six: what a busy machine adds is not the embed's.
  expect(Math.min(...waits)).toBeLessThan(100);
});

for (const [name, query, size] of [
  ['zh, light, column', 'zhejiang-haixi/', { width: 640, height: 900 }],
  ['en, dark, phone', 'zhejiang/en/?theme=dark', { width: 390, height: 844 }],
  ['zh, a programme', 'programme-qinghai/', { width: 1100, height: 900 }],
] as const)
  test(`axe finds nothing in an embed, with a card and without: ${name}`, async ({ browser }) => {
    const page = await browser.newPage({ bypassCSP: true, viewport: size, reducedMotion: 'reduce' });
    await page.goto(`/e/${query}`);
    expect(await violations(page)).toEqual([]);
    await page.locator('.targets a').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
