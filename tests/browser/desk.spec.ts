import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { open, watch } from './page.ts';

const DESK = '/briefing.html?brief=own&edit=on&lang=en';
const tray = (page: Page) => page.locator('button.pick');
const field = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const [what, width, height] of [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const)
  test(`on ${what}, views are added from the atlas and stand in the brief as slides`, async ({ page }) => {
    const faults = watch(page);
    await page.setViewportSize({ width, height });
    // From the dialog of sharing; on a phone, where what is open lies over the tools, from the dossier.
    const add = width > 760 ? 'Add this view to my brief' : 'Add to brief';
    await open(page, `lang=en&pairing=zhejiang-haixi${width > 760 ? '' : '&tab=dossier'}`);
    if (width > 760) await page.getByRole('button', { name: 'Share', exact: true }).first().click();
    await press(page, add);
    await expect(page.getByText('Added as slide 1.')).toBeVisible();
    await press(page, add);
    await expect(page.getByText('Added as slide 2.')).toBeVisible();
    await page.getByRole('link', { name: 'Open my brief' }).click();
    await expect(tray(page)).toHaveCount(2);
    await expect(tray(page).first()).toContainText('Zhejiang');
    // Its numbers are references, and the preview has them filled in.
    await expect(field(page, /^Words/)).toHaveValue(/\{\{zhejiang-haixi-/);
    await expect(page.locator('.preview [data-figure^="zhejiang-haixi-"]').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(faults.foreign).toEqual([]);
    expect(faults.errors.filter((error) => !/WebGL/.test(error))).toEqual([]);
  });

test('slides are written, put in order by keys, taken back and kept', async ({ page }) => {
  const faults = watch(page);
  await page.goto(DESK);
  await press(page, 'New slide');
  await field(page, /^Words/).fill('# Second\n\nAid: ');
  await page.getByRole('searchbox').fill('zhejiang-haixi-aid-2022');
  await page.getByRole('searchbox').press('Enter');
  await expect(field(page, /^Words/)).toHaveValue('# Second\n\nAid: {{zhejiang-haixi-aid-2022}}');
  await expect(page.locator('.preview [data-figure="zhejiang-haixi-aid-2022"]')).toBeVisible();
  // Keys of the room are letters here.
  await field(page, /^Notes/).pressSequentially('bow ');
  await expect(field(page, /^Notes/)).toHaveValue('bow ');
  await tray(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(tray(page).first()).toContainText('Second');
  await expect(tray(page).first()).toBeFocused();
  await expect(page.getByText('Now slide 1.')).toBeVisible();
  await press(page, 'Undo');
  await expect(tray(page).nth(1)).toContainText('Second');
  await press(page, 'Redo');
  await expect(tray(page).first()).toContainText('Second');
  // Half an address and no title make no file that could be opened, and are kept all the same.
  await field(page, /^View/).fill('pairing=zhe');
  await field(page, 'Title').fill('');
  await page.reload();
  await expect(tray(page)).toHaveCount(2);
  await expect(tray(page).first()).toContainText('Second');
  await expect(field(page, /^View/)).toHaveValue('pairing=zhe');
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('a brief is saved, opened and sent; a file or link that cannot be read takes nothing away', async ({ page, browser }) => {
  await page.goto(DESK);
  await field(page, 'Title').fill('Three rivers');
  await field(page, /^Words/).fill('# Rivers\n---\nand more');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as file')]);
  const saved = await readFile(await download.path());
  await press(page, 'New brief');
  await expect(field(page, 'Title')).toHaveValue('My brief');
  const file = page.locator('input[type=file]');
  await file.setInputFiles({
    name: 'broken.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('---\ntitle: T\nlang: fr\nkind: cover\n---\n'),
  });
  await expect(page.getByRole('alert')).toContainText('broken.md was not opened; your brief is as it was.');
  await expect(page.getByRole('alert')).toContainText('Line 3: lang is fr; write zh or en');
  await expect(field(page, 'Title')).toHaveValue('My brief');
  await file.setInputFiles({ name: 'huge.md', mimeType: 'text/markdown', buffer: Buffer.alloc(400_001, 'a') });
  await expect(page.getByRole('alert')).toContainText('Line 1: the file is larger than 400 kB; open the text of a brief');
  await file.setInputFiles({ name: 'rivers.md', mimeType: 'text/markdown', buffer: saved });
  await expect(field(page, 'Title')).toHaveValue('Three rivers');
  await expect(field(page, /^Words/)).toHaveValue('# Rivers\n***\nand more');
  await press(page, 'Undo');
  await expect(field(page, 'Title')).toHaveValue('My brief');
  await press(page, 'Redo');

  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', { value: (text: string) => void (document.title = text) }),
  );
  await press(page, 'Copy link');
  await expect(page.getByText('Link copied.')).toBeVisible();
  const address = await page.title();
  const other = await browser.newPage();
  await other.goto(address);
  await expect(other.locator('[data-slides]')).toHaveAttribute('data-slides', '1');
  await expect(other.getByRole('heading', { name: 'Rivers' })).toBeVisible();
  await other.goto('about:blank');
  await other.goto(address.slice(0, -20));
  await expect(other.getByRole('alert')).toContainText('cannot be read');
  await other.close();
});

test('axe finds nothing at the desk, and another window’s changes are taken in', async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
  const [page, second] = [await context.newPage(), await context.newPage()];
  await page.goto(`${DESK}&theme=dark`);
  await field(page, /^Words/).fill('# One\n\n77,777 trees');
  await expect(page.getByText('“77,777” is typed by hand')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const small = await page
    .locator('.desk :is(button, select, textarea, input:not([type=file]), a)')
    .evaluateAll((all) => all.flatMap((one) => (one.getBoundingClientRect().height < 43.5 ? [one.outerHTML.slice(0, 60)] : [])));
  expect(small).toEqual([]);
  await second.goto(DESK);
  await field(second, 'Title').fill('Elsewhere');
  await expect(field(page, 'Title')).toHaveValue('Elsewhere');
  await press(page, 'Undo');
  await expect(field(page, 'Title')).toHaveValue('My brief');
  await context.close();
});
