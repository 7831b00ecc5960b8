import { expect, test, type Page } from '@playwright/test';
import { DOSSIERS, MAP, open, PAINTED, popup, shown, watch } from './page.ts';

// One file that cannot be had takes nothing else with it, and what failed is named.

const GONE = { status: 404, body: 'gone' };

/** Fails the first requests for a file, then lets it through; counts what was asked. */
async function failing(page: Page, glob: string, times: number): Promise<string[]> {
  const asked: string[] = [];
  await page.route(glob, (route) => {
    asked.push(route.request().url());
    return asked.length <= times ? route.abort() : route.continue();
  });
  return asked;
}

test('late code that fails once is asked for again, under another address, and nobody is troubled', async ({ page }) => {
  const asked = await failing(page, '**/assets/TimeAxis-*.js*', 1);
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Years' }).click();
  await expect(page.locator('.time')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(asked).toHaveLength(2);
  expect(asked[1]).not.toBe(asked[0]);
});

test('late code that keeps failing is said once, however much of it; one press brings all of it, styled', async ({ page }) => {
  let failures = 0;
  page.on('console', (message) => (failures += Number(/Failed to fetch dynamically/.test(message.text()))));
  const table = await failing(page, '**/assets/Table-*.js*', 2);
  const time = await failing(page, '**/assets/TimeAxis-*.js*', 2);
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Years' }).click();
  await expect.poll(() => failures).toBe(2);
  expect([table.length, time.length]).toEqual([2, 2]);
  await expect(page.getByRole('alert')).toHaveText(/This part of the page failed to load/);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.tabled')).toHaveCSS('position', 'fixed');
  await expect(page.locator('.time')).toHaveCSS('position', 'fixed');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page that was opened before the site was built anew says so, and a reload keeps its view', async ({ page }) => {
  await open(page, 'lang=en&pairing=nanjing-xining');
  // All code of this build is gone, as it is after the next: what the page has it keeps, what it asks for now it does not get.
  await page.route('**/assets/*.js*', (route) => route.fulfill(GONE));
  await page.getByRole('button', { name: 'Table' }).click();
  const said = page.getByRole('alert');
  await expect(said).toContainText('The site has been updated since this page was opened.');
  await expect(said.getByRole('button')).toHaveCount(0);
  await page.unroute('**/assets/*.js*');
  await said.getByRole('link', { name: 'Reload the page' }).click();
  await expect(page.locator('.tabled')).toBeVisible();
  await expect(page).toHaveURL(/pairing=nanjing-xining.*tab=table/);
});

test('figures that come 20 s late are waited for', async ({ page }) => {
  await page.clock.install();
  let asked = 0;
  let come = () => {};
  const gate = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/data/shanhai.json', async (route) => {
    asked++;
    await gate;
    await route.continue();
  });
  await page.goto('/?lang=en');
  await expect.poll(() => asked).toBe(1);
  await page.clock.fastForward(20_000);
  await expect(page.locator('.loading')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  come();
  await expect(page.locator('[data-pairing=nanjing-xining]')).toBeVisible();
  expect(asked).toBe(1);
});

test('a dossier and a card whose code fails say so', async ({ page }) => {
  const asked = await failing(page, '**/assets/Dossier-*.js*', 2);
  await open(page, 'lang=zh&pairing=nanjing-xining&tab=dossier');
  await expect(page.getByRole('alert')).toContainText('页面的这一部分未能载入');
  await page.getByRole('alert').getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.dossier')).toBeVisible();
  expect(asked.length).toBeGreaterThanOrEqual(3);
});

for (const [file, words] of [
  ['base.topo.json', 'The base map failed to load'],
  ['labels.json', 'The place names failed to load'],
] as const) {
  test(`without ${file} the rest stands, and what is missing is said`, MAP, async ({ page }) => {
    await page.route(`**/geo/${file}`, (route) => route.fulfill(GONE));
    await page.goto('/?lang=en');
    await expect(page.locator('.failure')).toContainText(words);
    await expect(page.locator('.live canvas').first()).toBeVisible();
    await page.locator('[data-pairing=nanjing-xining]').click();
    await expect(page.getByRole('dialog')).toContainText('CNY 730 million');
    await page.unroute(`**/geo/${file}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.failure')).toHaveCount(0);
    await expect(page.locator('.stage.ready')).toBeAttached({ timeout: 60_000 });
  });
}

test('a dataset of another shape leaves the page as it was, says so, and is asked for again', async ({ page }) => {
  await page.route('**/shanhai.json', (route) => route.fulfill({ json: { format: 1 } }));
  await page.goto('/?lang=en');
  await expect(page.getByRole('alert')).toContainText('The figures failed to load');
  await expect(page.locator('.layer .arc')).toHaveCount(PAINTED.length);
  await expect(page.locator('tbody tr')).toHaveCount(DOSSIERS.length);
  await page.unroute('**/shanhai.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-pairing=nanjing-xining]')).toBeVisible();
});

test("when the app's code cannot be fetched, that is said and not something else", async ({ page }) => {
  await page.route('**/assets/App-*.js*', (route) => route.fulfill(GONE));
  await page.goto('/?lang=zh');
  await expect(page.getByRole('alert')).toContainText('名单与交互地图未能载入');
  await expect(page.locator('tbody tr')).toHaveCount(DOSSIERS.length);
});

test('the still answers before the app is there: a tip on the arc, and what was clicked opens when it comes', async ({ page }) => {
  let come = () => {};
  const gate = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/assets/App-*.js*', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/?lang=zh', { waitUntil: 'commit' });
  const pieces = page.locator('.layer [data-arc=zhejiang-haixi] path');
  await expect(pieces.first()).toBeAttached();
  await page.waitForFunction(() => performance.getEntriesByName('still:interactive').length > 0);
  const { x, y } = await pieces.evaluateAll((all: SVGPathElement[]) => {
    const path = all[Math.floor(all.length / 2)]!;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!);
    return { x, y };
  });
  await page.mouse.move(x, y);
  await expect(page.locator('.tip')).toContainText('浙江 → 海西');
  await expect(page.locator('.tip')).toContainText('12.98亿元');
  await expect(page.locator('.layer .hovered')).toHaveAttribute('data-arc', 'zhejiang-haixi');
  await page.mouse.click(x, y);
  await page.mouse.move(x + 300, y + 200);
  await expect(page.locator('.tip')).toContainText('浙江 → 海西');
  come();
  await expect(page.getByRole('dialog', { name: /浙江 → 海西/ })).toBeVisible();
  await expect(page).toHaveURL(/pairing=zhejiang-haixi/);
  await expect(page.locator('.tip')).toHaveCount(0);
});

test('a map without its worker gives way to the still, which says so', MAP, async ({ page }) => {
  await page.route('**/assets/maplibre-gl-worker*', (route) => route.abort());
  await page.goto('/?lang=en');
  await expect(page.locator('.failure')).toContainText('The live map could not start');
  await expect(page.locator('.live')).toHaveCount(0);
  await expect(page.locator('.frame')).toBeVisible();
});

test('under a host that lets nothing stand in the page the atlas comes with its styles from files', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/style attribute|style-src-attr/.test(message.text())) refused.push(message.text());
  });
  await page.route('**/?*', async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), 'content-security-policy': "default-src 'self'; img-src 'self' data: blob:" };
    await route.fulfill({ response: answer, headers });
  });
  await page.goto('/?lang=en&theme=dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.side')).toHaveCSS('position', 'fixed');
  await expect(page.locator('.side')).toHaveCSS('background-color', 'rgb(20, 32, 48)');
  await page.locator('[data-pairing=nanjing-xining]').click();
  await expect(page.getByRole('dialog')).toContainText('CNY 730 million');
  await expect(page.getByRole('dialog')).toHaveCSS('position', 'absolute');
  expect(refused).toEqual([]);
});

test('the page keeps to its own policy: no style and no script that its hashes do not name', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto('/?lang=zh&pairing=zhejiang-aksu&unfold=channels');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.locator('meta[http-equiv]').getAttribute('content')).not.toContain('unsafe');
  expect(refused).toEqual([]);
});

test.describe('where the host wants markup and code to be marked as somebody’s (Trusted Types)', () => {
  test.beforeEach(({ page }) =>
    page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback();
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': "require-trusted-types-for 'script'" },
      });
    }),
  );

  test('the atlas is whole, its live map and its worker too', MAP, async ({ page }) => {
    const faults = watch(page);
    await page.goto('/?lang=en&pairing=zhejiang-haixi');
    await shown(page);
    await expect(popup(page)).toContainText('CNY 1.298 billion');
    await page.getByRole('button', { name: 'Table' }).click();
    await expect(page.locator('.tabled tbody tr').first()).toBeVisible();
    expect(faults).toEqual({ foreign: [], errors: [] });
  });

  test('a brief, an embed and a page are whole', async ({ page }) => {
    const faults = watch(page);
    await page.goto('/briefing.html?brief=overview&lang=en&slide=4');
    await expect(page.locator('[data-slides]')).toHaveAttribute('data-slide', '4');
    await expect(page.locator('.layer .arc').first()).toBeAttached();
    for (const address of ['/e/zhejiang-haixi/en/', '/embed.html?has=flights&lang=en', '/p/zhejiang-haixi/en/']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    expect(faults).toEqual({ foreign: [], errors: [] });
  });
});
