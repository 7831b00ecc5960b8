import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { open, popup, watch } from './page.ts';

const field = (page: Page) => page.locator('input[role=combobox]');
const results = (page: Page) => page.getByRole('listbox').getByRole('option');
/** Opens a view and waits until pinyin can be typed. */
async function openSearch(page: Page, query = 'lang=zh'): Promise<void> {
  const readings = page.waitForResponse('**/data/search.json');
  await open(page, query);
  await expect(field(page)).toBeVisible();
  await (await readings).finished();
}

test('Haixi is found by its initials and opened with keys alone', async ({ page }) => {
  const faults = watch(page);
  await openSearch(page);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('hx');
  await expect(results(page).first()).toContainText('海西州');
  await expect(results(page).first().locator('mark').first()).toHaveText('海西');
  await expect(page.getByRole('status').filter({ hasText: '条结果' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await results(page).first().getAttribute('id'))!);
  await page.keyboard.press('ArrowUp');
  await expect(results(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(popup(page)).toHaveAccessibleName(/海西州/);
  expect(new URL(page.url()).searchParams.get('record')).toBe('haixi');
  await expect(page.getByRole('listbox')).toBeHidden();
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('a project is found in spite of a slip, and Escape clears, then leaves', async ({ page }) => {
  await openSearch(page, 'lang=en');
  await field(page).fill('Golmud solr thermal');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page)).toContainText(/Golmud solar thermal tower.*格尔木塔式光热电站/);
  await expect(results(page)).toContainText('begun');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).not.toBeFocused();
  await field(page).fill('Golmud solr thermal');
  await results(page).click();
  await expect.poll(() => new URL(page.url()).search).toContain('pairing=zhejiang-haixi');
});

test('once loaded the search needs no network', async ({ page, context }) => {
  await openSearch(page);
  await context.setOffline(true);
  await field(page).fill('geermu');
  await expect(results(page).first()).toContainText('格尔木市');
  await results(page).first().click();
  await expect(popup(page)).toHaveAccessibleName(/格尔木/);
});

test('without readings hanzi and English still find, and the readings can be asked for again', async ({ page }) => {
  await page.route('**/data/search.json', (route) => route.abort());
  await open(page, 'lang=en');
  await field(page).fill('海西');
  await expect(results(page).first()).toContainText('Haixi');
  await expect(page.getByRole('alert')).toContainText('Pinyin failed to load');
  await page.unroute('**/data/search.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await field(page).fill('hx');
  await expect(results(page).first()).toContainText('Haixi');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the slash is a letter where something is typed', async ({ page }) => {
  await openSearch(page);
  await page.keyboard.press('/');
  await page.keyboard.type('a/b');
  await expect(field(page)).toHaveValue('a/b');
});

test('where nothing is found it says so, and what can be searched is a click away', async ({ page }) => {
  await openSearch(page);
  await field(page).fill('qqqqzzzz');
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toHaveCount(1);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('button', { name: 'geermu' }).click();
  await expect(results(page).first()).toContainText('格尔木市');
  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the list of results, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await openSearch(page, `lang=zh&theme=${theme}`);
    await field(page).fill('hx');
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
    expect(await violations(page)).toEqual([]);
    await field(page).fill('qqqqzzzz');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

test('on a small phone results fill the screen, large enough to touch, and nothing scrolls sideways', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await openSearch(page, 'lang=en');
  await field(page).tap();
  await field(page).fill('zhejiang');
  await expect(results(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const heights = await results(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect((await page.getByRole('main').boundingBox())!.height).toBe(640);
  await context.close();
});
