import { expect, test, type Page } from '@playwright/test';
import { filter } from '../../src/state/filter.ts';
import { World } from '../../src/state/world.ts';
import { manyDataset } from '../bench/many.ts';
import { DATASET, open, watch } from './page.ts';

const MANY = manyDataset(20_000);
const text = JSON.stringify(MANY);
const listed = (page: Page) => page.locator('#pairings [data-pairing]');

test.beforeEach(({ page }) => page.route('**/many.json', (route) => route.fulfill({ contentType: 'application/json', body: text })));

test('a file of 20,000 pairings is drawn in bundles that say so; one that is chosen leaves its own on the map', async ({ page }) => {
  const faults = watch(page);
  await open(page, 'data=many.json&lang=en');
  await expect(page.locator('.notices')).toContainText('These are the data of many.json, and not those of the atlas.');
  await expect(page.locator('.kpis')).toContainText('20000 pairings');
  await expect(page.locator('.key')).toContainText('arcs that each stand for several pairings');
  // What is quoted and put into other pages is the atlas's own alone.
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
  expect(await page.locator('.layer .arc').count()).toBeLessThan(100);

  const arc = page.locator('.layer [data-arc="zhejiang→xinjiang"] path').nth(1);
  const [x, y] = await arc.evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.3).matrixTransform(path.getScreenCTM()!);
    return [x, y] as const;
  });
  await page.mouse.click(x, y);
  await expect.poll(() => new URL(page.url()).searchParams.get('donor')).not.toBeNull();
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('data')).toBe('many.json');
  const [donor, recipient] = ['donor', 'recipient'].map((key) => searchParams.get(key)!);
  const through = filter(new World(MANY), { donor: donor!, recipient: recipient! }).pairings;
  expect(through.length).toBeGreaterThan(100);
  await expect(page.locator('p[aria-live]')).toContainText(`${through.length} of`);
  await page.goBack();
  await expect.poll(() => new URL(page.url()).searchParams.get('donor')).toBeNull();
  await page.getByRole('button', { name: 'About the data' }).first().click();
  const about = page.getByRole('dialog', { name: 'About the data' });
  await expect(about).toContainText('These are the data of many.json');
  await expect(about.locator('a[download]')).toHaveCount(0);
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('the list has a part of so many and leads to the table, which has all of them, with the rows in sight in the page', async ({
  page,
}) => {
  await open(page, 'data=many.json&lang=en&network=only');
  await expect(listed(page)).toHaveCount(400);
  await expect(page.locator('#pairings')).toContainText('The first 400 of 20,000; all of them are in the table:');
  await page.locator('#pairings').getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('region', { name: 'Table' });
  const rows = table.locator('[data-row]');
  await expect(rows.first()).toBeVisible();
  await expect(table.getByRole('table')).toHaveAttribute('aria-rowcount', '20001');
  expect(await rows.count()).toBeLessThan(200);
  const first = await rows.first().getAttribute('data-row');
  // To the last row by key, and back; the focus is never lost on the way.
  await rows.first().getByRole('rowheader').getByRole('button').focus();
  await page.keyboard.press('End');
  await expect(table.locator('[aria-rowindex="20001"]').getByRole('rowheader').getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(table.locator('[aria-rowindex="20000"]').getByRole('rowheader').getByRole('button')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(table.locator(`[data-row="${first}"]`).getByRole('rowheader').getByRole('button')).toBeFocused();
  // And by scrolling, which takes the row with the focus out of the page.
  await table.locator('.box').evaluate((box) => (box.scrollTop = box.scrollHeight / 2));
  await expect.poll(async () => Math.abs(Number(await rows.first().getAttribute('aria-rowindex')) - 10_000)).toBeLessThan(300);
  await expect(table.locator('[data-row]:focus-within')).toHaveCount(1);
});

test('a file that cannot be used is named with what is wrong, and the atlas’s own data stand for it', async ({ page }) => {
  await page.route('**/bad.json', (route) =>
    route.fulfill({ json: { ...MANY, pairings: [{ id: 'one', programme: 'none', donor: 'zhejiang', recipient: 'haixi' }] } }),
  );
  await open(page, 'data=bad.json&lang=en');
  const said = page.getByRole('alert').filter({ hasText: 'bad.json' });
  await expect(said).toContainText('bad.json could not be used. These are the atlas’s own data.');
  await expect(said).toContainText('pairings[0] (one): no programme called "none"');
  await expect(page.locator('.kpis')).toContainText(String(DATASET.pairings.filter(({ inferred }) => !inferred).length));
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
  // An edition is the atlas's, of its day.
  await open(page, 'data=2026-11-28&lang=en');
  await expect(page.locator('.notices')).toContainText('This is the edition of 28 Nov 2026.');
  await expect(page.locator('.notices')).not.toContainText('not those of the atlas');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, 'data=https://example.org/x.json&lang=zh');
  await expect(page.getByRole('alert').filter({ hasText: 'example.org' })).toContainText('现为本站数据');
  expect(asked.filter((url) => url.startsWith('https://example.org'))).toEqual([]);
  await page.getByRole('link', { name: '改看本站最新数据' }).click();
  await expect(page.locator('.notices')).not.toContainText('example.org');
});
