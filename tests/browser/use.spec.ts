import { expect, test, type Page } from '@playwright/test';
import { filter } from '../../src/state/filter.ts';
import { parse } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { VIEWS } from '../views.ts';
import { DATASET, DOSSIERS, MAP, open, popup, turn, watch, type Faults } from './page.ts';

test.describe('named views, one after the other in one page', () => {
  test.describe.configure({ mode: 'serial' });
  let shared: { page: Page; faults: Faults } | null = null;
  test.afterAll(() => shared?.page.close());

  for (const { name, query, shows } of VIEWS) {
    test(`view ${name} opens: ${shows}`, MAP, async ({ browser }) => {
      if (shared) await turn(shared.page, query);
      else {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
        shared = { page, faults: watch(page) };
        await open(page, query);
      }
      const { page, faults } = shared;
      // The list has the dossiers; while anything is filtered, all that the filters let through.
      const { pairings, active } = filter(new World(DATASET), parse(query));
      await expect(page.locator('#pairings [data-pairing]')).toHaveCount(active.length ? pairings.length : DOSSIERS.length);
      await expect(popup(page)).toHaveCount(/pairing=|record=/.test(query) ? 1 : 0);
      // What is drawn for the view has been asked for and has come.
      await page.waitForLoadState('networkidle');
      expect(faults).toEqual({ foreign: [], errors: [] });
      // This reader's system asks for less motion.
      await expect(page.locator('canvas.pulses')).toHaveCount(0);
    });
  }
});

test('everything can be done with the keyboard alone', async ({ page }) => {
  await open(page, 'lang=en');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the list of pairings' })).toBeFocused();
  await page.keyboard.press('Enter');
  const first = page.locator('#pairings [data-pairing]').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = page.locator('#pairings [data-pairing]').nth(2);
  await expect(third).toBeFocused();
  const name = (await third.getAttribute('data-pairing'))!;
  await page.keyboard.press('Enter');
  await expect(popup(page)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('pairing')).toBe(name);
  await expect(popup(page).getByRole('heading', { level: 2 })).toBeFocused();
  // The first figure's source, by key.
  const mark = popup(page)
    .getByRole('button', { name: /^Source \d/ })
    .first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(popup(page).locator('.citation').first()).toContainText('as printed');
  await page.keyboard.press('Escape');
  await expect(popup(page)).toHaveCount(0);
  await expect(third).toBeFocused();
});

test('every figure of a popup opens its citation', async ({ page }) => {
  await open(page, 'pairing=nanjing-xining&lang=en');
  const figures = popup(page).locator('[data-figure]:visible');
  const count = await figures.count();
  expect(count).toBeGreaterThan(3);
  for (let i = 0; i < count; i++) {
    await figures
      .nth(i)
      .getByRole('button', { name: /^Source/ })
      .click();
    await expect(figures.nth(i).locator('.citation')).toContainText(/paragraph \d+.*as printed/);
  }
});

test('selection, language, theme and camera live in the address, and back and forward walk the selections', async ({ page }) => {
  await open(page);
  await page.locator('[data-pairing=zhejiang-haixi]').click();
  await expect(popup(page)).toBeVisible();
  await page.locator('[data-pairing=nanjing-xining]').click();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '深色' }).click();
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(() => new URL(page.url()).search).toMatch(/^\?pairing=nanjing-xining&lang=zh&theme=dark&at=[-\d.,]+$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const address = page.url();
  await page.goBack();
  await expect(popup(page)).toHaveAccessibleName(/Zhejiang → Haixi|浙江 → 海西州/);
  await page.goForward();
  expect(page.url()).toBe(address);
  await page.reload();
  await expect(popup(page)).toHaveAccessibleName('南京 → 西宁');
});

test('on a phone the popup is a sheet along the lower edge, and nothing scrolls sideways', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await open(page);
  await page.locator('[data-pairing=zhejiang-haixi]').tap();
  const box = (await popup(page).boundingBox())!;
  expect(box.x).toBe(0);
  expect(box.width).toBe(390);
  expect(Math.round(box.y + box.height)).toBe(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const small = await popup(page).evaluate((dialog) =>
    [...dialog.querySelectorAll('header button')].map((button) => button.getBoundingClientRect().width),
  );
  expect(Math.min(...small)).toBeGreaterThanOrEqual(44);
  await context.close();
});

test('at 320 px nothing is lost sideways', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce', locale: 'en' });
  const page = await context.newPage();
  await open(page, 'pairing=zhejiang-haixi');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(
    await popup(page).evaluate(
      (dialog) => [...dialog.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 321).length,
    ),
  ).toBe(0);
  await context.close();
});

test('no popup covers the South China Sea inset', async ({ page }) => {
  await open(page);
  const inset = (await page.locator('.inset').boundingBox())!;
  for (const { id } of DOSSIERS) {
    await page.locator(`[data-pairing=${id}]`).click();
    await expect(popup(page)).toBeVisible();
    const box = (await popup(page).boundingBox())!;
    const apart = box.x + box.width <= inset.x || box.y + box.height <= inset.y;
    expect(apart, id).toBe(true);
  }
});

test('nothing is drawn while nothing moves, and pulses rest when told to', MAP, async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: 'no-preference', locale: 'en' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const draw = WebGL2RenderingContext.prototype.drawArraysInstanced;
    (window as unknown as { draws: number }).draws = 0;
    WebGL2RenderingContext.prototype.drawArraysInstanced = function (...args) {
      (window as unknown as { draws: number }).draws++;
      return draw.apply(this, args);
    };
  });
  await open(page, '', { sharp: true });
  const draws = () => page.evaluate(() => (window as unknown as { draws: number }).draws);
  const lit = () =>
    page.evaluate(() =>
      document
        .querySelector<HTMLCanvasElement>('canvas.pulses')!
        .getContext('2d')!
        .getImageData(0, 0, 900, 700)
        .data.some((value) => value > 0),
    );
  await page.waitForTimeout(1000);
  const before = await draws();
  await expect.poll(lit).toBe(true);
  await page.waitForTimeout(1500);
  // The pulses moved all the while, and the map drew not one frame for them.
  expect(await draws()).toBe(before);
  await page.getByRole('button', { name: 'Pause motion' }).click();
  await expect.poll(lit).toBe(false);
  await context.close();
});
