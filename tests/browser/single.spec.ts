import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { MAP } from './page.ts';

// Pages of one file, opened as by a double-click, from a folder whose name no address likes.

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'single-')), '汇报 材料 #1');
const front = (page: Page) => page.locator('[data-slides]');

/** Puts a built page into the folder, under another name; gives its address. */
function put(name: string): string {
  mkdirSync(folder, { recursive: true });
  const copy = path.join(folder, `东西部 ${name}.html`);
  copyFileSync(fileURLToPath(new URL(`../../dist/single/${name}.html`, import.meta.url)), copy);
  return pathToFileURL(copy).href;
}

/** What a page asks for beside itself, and what goes wrong in it. */
function watch(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !(protocol === 'file:' && pathname.endsWith('.html'))) found.push(request.url());
  });
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/WebGL|GL Driver/.test(message.text())) found.push(message.text());
  });
  return found;
}

test('a brief on a stick: every slide with its map, the speaker’s window in step, either reloaded, and nothing asked for', async ({
  page,
  context,
}) => {
  const found = watch(page);
  await page.goto(`${put('overview')}?lang=zh`);
  await expect(front(page)).toHaveAttribute('data-slides', '14');
  for (let slide = 2; slide <= 14; slide++) {
    await page.keyboard.press('PageDown');
    await expect(front(page)).toHaveAttribute('data-slide', String(slide));
    const mapped = await page.locator('.room > .page.mapped').count();
    if (mapped) expect(await page.locator('.stage [data-arc]').count()).toBeGreaterThan(0);
  }
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  found.push(...watch(speaker));
  const at = speaker.locator('.speaker');
  await expect(at).toHaveAttribute('data-slide', '14');
  await speaker.keyboard.press('Home');
  await expect(front(page)).toHaveAttribute('data-slide', '1');
  await page.keyboard.press('PageDown');
  await expect(at).toHaveAttribute('data-slide', '2');
  await expect(speaker.locator('[data-next]')).toContainText('110对结对');
  await speaker.reload();
  await expect(at).toHaveAttribute('data-slide', '2');
  await page.reload();
  await expect(front(page)).toHaveAttribute('data-slide', '2');
  await speaker.keyboard.press('PageDown');
  await expect(front(page)).toHaveAttribute('data-slide', '3');
  await page.keyboard.press('PageDown');
  await expect(at).toHaveAttribute('data-slide', '4');
  // English as well, from the same file.
  await page.goto(`${put('overview')}?lang=en&slide=4`);
  await expect(page.locator('.room .slide')).toContainText('CNY 1.298 billion');
  expect(found).toEqual([]);
});

test('a brief on a stick has the live map where the machine can draw it', MAP, async ({ page }) => {
  const found = watch(page);
  await page.goto(`${put('overview')}?lang=zh&slide=4`);
  await expect(page.locator('.stage.ready')).toBeAttached({ timeout: 60_000 });
  expect(found).toEqual([]);
});

test('the whole atlas in one file: popup, search, table and data to save, and nothing asked for', async ({ page }) => {
  const found = watch(page);
  await page.goto(`${put('atlas')}?lang=en&pairing=tianjin-huangnan`);
  const popup = page.getByRole('dialog', { name: 'Tianjin → Huangnan' });
  await expect(popup.getByRole('heading', { name: 'Funding' })).toBeVisible();
  await page.goto(`${put('atlas')}?lang=en&tab=table`);
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.goto(`${put('atlas')}?lang=en&tab=dossier&pairing=tianjin-huangnan`);
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to brief' })).toBeHidden();
  await page.goto(`${put('atlas')}?lang=en&tab=sources`);
  const saved = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /figures/i })
    .first()
    .click();
  const text = readFileSync((await (await saved).path())!, 'utf8');
  expect(text.split('\n').length).toBeGreaterThan(400);
  expect(found).toEqual([]);
});

test('the page gives its brief as one file', async ({ page }) => {
  await page.goto('/briefing.html?brief=zhejiang-haixi&lang=zh');
  await expect(front(page)).toBeVisible();
  await page.keyboard.press('o');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为单个文件' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('zhejiang-haixi.html');
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'saved-')), '一对 结对.html');
  await download.saveAs(file);
  const found = watch(page);
  await page.goto(`${pathToFileURL(file).href}?lang=en&slide=2`);
  await expect(front(page)).toHaveAttribute('data-slides', '11');
  await page.keyboard.press('o');
  await expect(page.getByRole('button', { name: 'Save as one file' })).toHaveCount(0);
  expect(found).toEqual([]);
});
