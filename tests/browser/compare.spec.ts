import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { DATASET, open, popup } from './page.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Compare' });
const measure = (page: Page, name: string) => panel(page).locator(`[data-measure="${name}"]`);
const PAIR = 'pairing=zhejiang-haixi&compare=nanjing-xining&tab=compare';

test('is Nanjing’s funding larger by the year than Zhejiang’s for Haixi? Asked from the popup', async ({ page }) => {
  await open(page, 'lang=en&pairing=nanjing-xining');
  await popup(page).getByRole('button', { name: 'Compare' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Compare' })).toBeFocused();
  // By key: pinyin narrows the list, the arrows and Enter choose.
  await panel(page).getByRole('combobox', { name: 'Pairing B' }).click();
  await page.keyboard.type('haixi');
  await expect(panel(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const aid = measure(page, 'funding aid-total');
  await expect(aid).toContainText('CNY 104 million a year (our calculation)');
  await expect(aid).toContainText('CNY 260 million a year (our calculation)');
  await expect(aid).toContainText('B is 2.5 times A');
  await expect(page).toHaveURL(/pairing=nanjing-xining&compare=zhejiang-haixi&tab=compare/);
  await expect(panel(page).getByRole('status')).toContainText('B is 2.5 times A');
});

test('the same by its link, and turned round; a number opens its card, and Escape goes back to the pairing', async ({ page }) => {
  await open(page, `lang=en&${PAIR}`);
  await expect(measure(page, 'funding aid-total')).toContainText('A is 2.5 times B');
  await panel(page).getByRole('button', { name: 'Swap A and B' }).click();
  await expect(measure(page, 'funding aid-total')).toContainText('B is 2.5 times A');
  await expect(page).toHaveURL(/pairing=nanjing-xining&compare=zhejiang-haixi/);
  await page.goBack();
  await expect(measure(page, 'funding aid-total')).toContainText('A is 2.5 times B');

  const total = DATASET.pairings
    .find(({ id }) => id === 'nanjing-xining')!
    .figures.find(({ measure, headline }) => headline && measure === 'aid-total')!;
  await panel(page).locator(`[data-figure="${total.id}"] button`).first().click();
  await expect(page.locator(`[data-card="${total.id}"]`)).toContainText(total.reported!);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-card]')).toHaveCount(0);
  await expect(measure(page, 'funding aid-total')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Zhejiang → Haixi' })).toBeVisible();
});

test('what one does not report is hatched and never zero, and bars of a row are on one scale', async ({ page }) => {
  await open(page, `lang=en&${PAIR}`);
  const giving = measure(page, 'giving giving-total');
  await expect(giving).toContainText('not reported');
  await expect(giving.locator('.bar.b')).toHaveClass(/none/);
  await expect(giving.locator('.bar.b i')).toBeHidden();
  const width = async (side: string) => (await measure(page, 'funding aid-total').locator(`.bar.${side} i`).boundingBox())!.width;
  expect((await width('a')) / (await width('b'))).toBeCloseTo(12.98 / 5 / (7.3 / 7), 1);
});

test('a stale pairing to compare with is asked for anew, and one of the network can be chosen', async ({ page }) => {
  await open(page, 'lang=en&pairing=zhejiang-haixi&compare=atlantis&tab=compare');
  await expect(panel(page)).toContainText('Compare with which pairing?');
  await panel(page).getByRole('combobox', { name: 'Pairing B' }).click();
  await page.keyboard.type('shanghai kashgar');
  await panel(page).getByRole('option').first().click();
  await expect(measure(page, 'funding aid-total')).toContainText('CNY 1,850 million a year (our calculation)');
  await expect(page).toHaveURL(/compare=shanghai-kashgar/);
});

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const) {
  test(`on a phone ${width} px wide both columns stay readable and nothing scrolls sideways`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      isMobile: true,
      hasTouch: true,
      locale: 'en',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await open(page, PAIR);
    await expect(measure(page, 'funding aid-total')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const beyond = await panel(page).evaluate(
      (dialog, limit) => [...dialog.querySelectorAll('.body *')].filter((one) => one.getBoundingClientRect().right > limit + 1).length,
      width,
    );
    expect(beyond).toBe(0);
    await context.close();
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the comparison, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
      locale: 'en',
    });
    const page = await context.newPage();
    await open(page, `${PAIR}&theme=${theme}`);
    await expect(measure(page, 'funding aid-total')).toBeVisible();
    await panel(page).locator('summary').click();
    await panel(page).getByRole('combobox', { name: 'Pairing B' }).click();
    expect(await violations(page, '.compared')).toEqual([]);
    await context.close();
  });
}
