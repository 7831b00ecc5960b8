import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DATASET, DOSSIERS, DRAWN, MAP, PAINTED, open, popup, watch } from './page.ts';

test('the still is on the screen before any script has run, and is what the map then shows', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('.layer .arc')).toHaveCount(PAINTED.length);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.kpis')).toContainText(String(DATASET.pairings.filter(({ inferred }) => !inferred).length));
});

test('the map takes over without a jump', MAP, async ({ page }) => {
  await open(page, 'theme=light', { sharp: true });
  const tone = async () => {
    const png = (await page.screenshot({ clip: { x: 400, y: 150, width: 900, height: 560 } })).toString('base64');
    return page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      // Strongly coloured pixels are arcs, heads, dots and names: their places must not change.
      const places: number[] = [];
      for (let i = 0; i < pixels.length; i += 4)
        if (Math.max(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!) - Math.min(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!) > 90)
          places.push(i / 4);
      return { places, width: image.width };
    }, png);
  };
  const live = await tone();
  await page.evaluate(() => {
    document.querySelector('.stage')!.classList.remove('ready');
    document.querySelector<HTMLElement>('.live')!.style.visibility = 'hidden';
  });
  const still = await tone();
  const near = new Set(
    live.places.flatMap((p) => [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => p + dy * live.width + dx))),
  );
  const shared = still.places.filter((p) => near.has(p)).length / still.places.length;
  expect(shared).toBeGreaterThan(0.9);
});

test('without WebGL the still stays, with the same popups and figures', MAP, async ({ page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, type: string, ...rest: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, type: string, ...rest: unknown[]) {
      return type.startsWith('webgl') ? null : original.call(this, type, ...rest);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  const faults = watch(page);
  await page.goto('/?lang=en');
  await expect(page.locator('.failure')).toContainText('The live map could not start');
  await expect(page.locator('.layer .arc')).toHaveCount(DRAWN.length);
  const arc = (await page.locator('.layer [data-arc=zhejiang-haixi] path').nth(1).boundingBox())!;
  await page.mouse.click(arc.x + arc.width / 2, arc.y + arc.height / 2);
  await expect(popup(page)).toHaveAccessibleName('Zhejiang → Haixi');
  await expect(popup(page)).toContainText('CNY 1.298 billion');
  const before = (await page.locator('.frame').boundingBox())!.width;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await page.locator('.frame').boundingBox())!.width).toBeGreaterThan(before * 1.5);
  expect(faults.foreign).toEqual([]);
});

test("when the map's code cannot be fetched the still stays, with the same popups and figures", MAP, async ({ page }) => {
  await page.route('**/assets/live-map-*.js*', (route) => route.abort());
  await page.goto('/?lang=zh');
  await expect(page.locator('.failure')).toContainText('交互地图未能启动');
  await page.locator('[data-pairing=nanjing-xining]').click();
  await expect(popup(page)).toContainText('7.3亿元');
  await page.unroute('**/assets/live-map-*.js*');
});

test('a lost context brings the still back at once, and the map is tried again', MAP, async ({ page }) => {
  await open(page, 'lang=en&pairing=nanjing-xining');
  await page.evaluate(() =>
    document
      .querySelector<HTMLCanvasElement>('.live canvas.maplibregl-canvas')!
      .getContext('webgl2')!
      .getExtension('WEBGL_lose_context')!
      .loseContext(),
  );
  await expect(page.locator('.failure')).toContainText('The live map stopped');
  await expect(page.locator('.layer .arc')).toHaveCount(DRAWN.length);
  await expect(popup(page)).toContainText('CNY 730 million');
  await expect(page.locator('.stage.ready')).toBeAttached({ timeout: 60_000 });
  await expect(page.locator('.failure')).toHaveCount(0);
});

test('with scripts off there are the still, the title and a table of every pairing in both languages', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('山海图 Shanhai');
  await expect(page.locator('.layer .arc')).toHaveCount(PAINTED.length);
  await expect(page.locator('tbody tr')).toHaveCount(DOSSIERS.length);
  await expect(page.locator('.plain li')).toHaveCount(DATASET.pairings.length - DOSSIERS.length);
  await expect(page.locator('tbody')).toContainText('12.98亿元');
  await expect(page.locator('tbody')).toContainText('CNY 1.298 billion');
  await expect(page.locator('tbody')).toContainText('not reported in our sources');
  await expect(page.locator('tbody')).toContainText('51.32亿元，2017—2019年，与阿拉尔市合计');
  await context.close();
});

test('when the figures cannot be fetched a sentence says so and the table is there', async ({ page }) => {
  await page.route('**/shanhai.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('/?lang=en');
  await expect(page.getByRole('alert')).toContainText('failed to load');
  await expect(page.locator('tbody tr')).toHaveCount(DOSSIERS.length);
  await expect(page.locator('.layer .arc')).toHaveCount(PAINTED.length);
});

test('a stale or hostile link opens the first view', async ({ page }) => {
  const faults = watch(page);
  await open(page, 'pairing=<script>alert(1)</script>&record=no-such-thing&at=1,2,nine&lang=xx&theme=pink&unknown=1');
  await expect(popup(page)).toHaveCount(0);
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('opened by a double-click the page says what to open instead, with the still and the table in sight', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const home = pathToFileURL(path.resolve('dist/index.html')).href;
  await page.goto(home);
  await expect(page.getByRole('alert')).toContainText('双击打开的网页取不到数据');
  await expect(page.locator('.layer .arc')).toHaveCount(PAINTED.length);
  await expect(page.locator('tbody tr')).toHaveCount(DOSSIERS.length);
  await expect(page.locator('tbody')).toContainText('12.98亿元');
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.locator('[data-pairing=nanjing-xining]')).toBeVisible();
  expect(page.url()).toBe(new URL('single/atlas.html', home).href);
  await context.close();
});

for (const [language, heading] of [
  ['zh-CN', '山海图'],
  [undefined, 'Shanhai'],
] as const)
  test(`a browser that lists no languages${language ? ' but has one' : ''} gets the page in ${language ?? 'English'}`, async ({ page }) => {
    const faults = watch(page);
    await page.addInitScript((language) => {
      Object.defineProperty(Navigator.prototype, 'languages', { value: undefined });
      Object.defineProperty(Navigator.prototype, 'language', { value: language });
    }, language);
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language ?? 'en');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    expect(faults).toEqual({ foreign: [], errors: [] });
  });

test('what others have put into the address stays there, through choices and steps back', async ({ page }) => {
  await open(page, 'utm_source=letter&lang=en&utm_medium=e-mail#below');
  await page.locator('[data-pairing=zhejiang-haixi]').click();
  const address = () => new URL(page.url());
  await expect.poll(() => address().searchParams.get('pairing')).toBe('zhejiang-haixi');
  const kept = () => [address().searchParams.get('utm_source'), address().searchParams.get('utm_medium'), address().hash];
  expect(kept()).toEqual(['letter', 'e-mail', '#below']);
  await page.getByRole('button', { name: '中文' }).click();
  await expect.poll(() => address().searchParams.get('lang')).toBe('zh');
  expect(kept()).toEqual(['letter', 'e-mail', '#below']);
  await page.goBack();
  await expect(popup(page)).toHaveCount(0);
  expect(kept()).toEqual(['letter', 'e-mail', '#below']);
});
