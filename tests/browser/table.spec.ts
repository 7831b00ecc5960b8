import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { DATASET, open, popup } from './page.ts';

const table = (page: Page) => page.getByRole('region', { name: 'Table' });
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
/** Presses Tab until something of a name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80 && !name.test(await focusedName(page)); i++) await page.keyboard.press('Tab');
  expect(await focusedName(page)).toMatch(name);
}
const most = [...DATASET.pairings].sort((a, b) => b.projects.length - a.projects.length)[0]!;

test('which pairing has the most named projects? Asked of the table by keys alone', async ({ page }) => {
  await open(page, 'lang=en');
  await tabTo(page, /^Table$/);
  await page.keyboard.press('Enter');
  await expect(table(page).getByRole('heading', { name: 'Table' })).toBeFocused();
  await tabTo(page, /^Named projects/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: /Named projects/ })).toHaveAttribute('aria-sort', 'descending');
  const rows = table(page).locator('[data-row]');
  await expect(rows).toHaveCount(DATASET.pairings.length);
  await tabTo(page, /^\S+ → \S+$/);
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('rowheader').getByRole('button')).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.last().getByRole('rowheader').getByRole('button')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(popup(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`pairing=${most.id}&tab=table&sort=-projects`));
  await expect(rows.first()).toHaveAttribute('data-row', most.id);
  // The popup goes first, and the focus back to its row; then the table.
  await page.keyboard.press('Escape');
  await expect(rows.first().getByRole('rowheader').getByRole('button')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(table(page)).toHaveCount(0);
});

test('a sorted table is the same after a reload, and a header clicked again turns it round', async ({ page }) => {
  await open(page, 'lang=en&tab=table&network=off');
  const names = () => table(page).getByRole('rowheader').allTextContents();
  await table(page)
    .getByRole('button', { name: /^Pairing/ })
    .click();
  const sorted = await names();
  expect(sorted.slice(0, -1)).toEqual([...sorted.slice(0, -1)].sort((a, b) => a.localeCompare(b)));
  await page.reload();
  await expect(table(page)).toBeVisible();
  expect(await names()).toEqual(sorted);
  await table(page)
    .getByRole('button', { name: /^Pairing/ })
    .click();
  expect((await names()).slice(0, -1)).toEqual(sorted.slice(0, -1).reverse());
  await expect(page).toHaveURL(/sort=-pairing/);
});

test('a row under the pointer or with the focus marks its arc, and an arc under the pointer its row', async ({ page }) => {
  // The still marks an arc with a class; it is what the page falls back to.
  await page.route('**/assets/live-map*.js*', (route) => route.abort());
  // Whole first: while parts still come the still is drawn anew, and an arc asked for in between is gone.
  await open(page, 'lang=en&tab=table&network=off');
  const row = table(page).locator('[data-row=zhejiang-haixi]');
  const arc = page.locator('.layer [data-arc=zhejiang-haixi]');
  await row.hover();
  await expect(arc).toHaveClass(/hovered/);
  await table(page).getByRole('heading', { name: 'Table' }).hover();
  await expect(arc).not.toHaveClass(/hovered/);
  await row.getByRole('rowheader').getByRole('button').focus();
  await expect(arc).toHaveClass(/hovered/);
  const box = (await arc.locator('path').nth(1).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(row).toHaveClass(/hovered/);
});

test('rows are copied and saved as they stand, and each sum on the screen is the column’s', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'lang=en&tab=table&has=projects&sort=-projects');
  await table(page).getByRole('button', { name: 'Copy' }).click();
  const shown = await table(page).locator('[data-row]').count();
  await expect(table(page).getByRole('status')).toHaveText(`${shown} rows copied`);
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  expect(copied.length).toBe(shown + 1);
  const at = copied[0]!.indexOf('Named projects (our count)');
  const counts = copied.slice(1).map((cells) => Number(cells[at]));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  await expect(table(page).locator('[data-sum=projects]')).toHaveText(String(counts.reduce((sum, n) => sum + n, 0)));

  const saving = page.waitForEvent('download');
  await table(page).getByRole('button', { name: 'CSV' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks).toString('utf8');
  expect(file.trim().split('\r\n').length).toBe(shown + 1);
  expect(file).toContain('not reported');
});

test('a number in the table opens its card, and what is not added says why with the figures behind it', async ({ page }) => {
  await open(page, 'lang=en&tab=table');
  const total = DATASET.pairings
    .find(({ id }) => id === 'zhejiang-haixi')!
    .figures.find(({ headline, measure }) => headline && measure === 'aid-total')!;
  await table(page).locator(`[data-row=zhejiang-haixi] [data-figure="${total.id}"]`).click();
  await expect(page.locator(`[data-card="${total.id}"]`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-card]')).toHaveCount(0);
  const sum = table(page).locator('[data-sum=aid]');
  await expect(sum).toHaveText('not added');
  await sum.click();
  await expect(sum).toHaveAttribute('aria-expanded', 'true');
  await expect(table(page).locator('.why')).toContainText('same scope and period');
  await expect(table(page).locator(`.why [data-figure="${total.id}"]`)).toBeVisible();
});

test('the table stands below the map, which ends where it begins, and can be made higher by key', async ({ page }) => {
  await open(page, 'lang=en&tab=table');
  const top = async () => (await table(page).boundingBox())!.y;
  const bottom = async () => {
    const box = (await page.locator('.stage').boundingBox())!;
    return box.y + box.height;
  };
  await expect.poll(async () => (await bottom()) <= (await top())).toBe(true);
  const inset = (await page.locator('.inset').boundingBox())!;
  expect(inset.y + inset.height).toBeLessThanOrEqual(await top());
  const before = await top();
  await page.getByRole('separator', { name: 'Height of the table' }).focus();
  await page.keyboard.press('ArrowUp');
  expect(await top()).toBeLessThan(before);
  await page.getByRole('button', { name: 'Close the table' }).click();
  await expect.poll(bottom).toBe(900);
});

test('what the table has to its right is told and brought into sight; the column it is sorted by stands there from the start', async ({
  page,
}) => {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, 'lang=en&tab=table&sort=-people');
    const sorted = page.getByRole('columnheader', { name: /^People sent/ });
    await expect.poll(async () => ((box) => box.x + box.width)((await sorted.boundingBox())!)).toBeLessThanOrEqual(width);
    const more = table(page).getByRole('button', { name: /more columns?/ });
    await expect(async () => {
      if (await more.isVisible()) await more.click({ timeout: 1000 });
      await expect(more).toHaveCount(0, { timeout: 500 });
    }).toPass();
    await expect(table(page).getByRole('heading', { name: 'Table' })).toBeFocused();
    const last = (await page.getByRole('columnheader', { name: /^Figures/ }).boundingBox())!;
    expect(last.x + last.width).toBeLessThanOrEqual(width + 1);
  }
});

test('a sum says of how many rows it is, and a column since when planes and trains go', async ({ page }) => {
  await open(page, 'lang=en&tab=table&has=freight');
  const rows = DATASET.pairings.filter(({ routes }) => routes.some(({ mode }) => mode === 'freight'));
  await expect(table(page).locator('td', { has: page.locator('[data-sum=freight]') })).toContainText(
    `from ${rows.length} of ${rows.length} rows`,
  );
  await expect(table(page).locator('[data-row=zhejiang-aksu]')).toContainText('26 Dec 2023Freight train: first arrival');
});

for (const width of [390, 320]) {
  test(`on a phone ${width} px wide the table is the whole screen and scrolls in its own box`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await open(page, 'tab=table');
    const box = (await page.locator('.tabled').boundingBox())!;
    expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, width, 844]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const scroll = await page.locator('.tabled .box').evaluate((one) => {
      one.scrollLeft = 200;
      return { moved: one.scrollLeft, name: one.querySelector('[data-row] th')!.getBoundingClientRect().left };
    });
    expect(scroll).toEqual({ moved: 200, name: 0 });
    await page.locator('[data-row]').first().locator('th button').tap();
    await expect(popup(page)).toBeVisible();
    await context.close();
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the table, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
      locale: 'en',
    });
    const page = await context.newPage();
    await open(page, `tab=table&theme=${theme}`);
    await page.locator('[data-sum=aid]').click();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}
