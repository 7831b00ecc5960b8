import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { watch } from './page.ts';

const front = (page: Page) => page.locator('[data-slides]');

test('a clicker walks the deck, a number jumps, and the address follows', async ({ page }) => {
  const faults = watch(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/briefing.html?brief=overview&lang=zh');
  await expect(front(page)).toHaveAttribute('data-slide', '1');
  await expect(front(page)).toHaveAttribute('data-slides', '14');
  for (let slide = 2; slide <= 14; slide++) {
    await page.keyboard.press('PageDown');
    await expect(front(page)).toHaveAttribute('data-slide', String(slide));
    // Nothing is clipped or runs under what stands at the foot.
    const [bottom, foot] = await page.evaluate(() => [
      document.querySelector('.slide')!.getBoundingClientRect().bottom,
      document.querySelector('footer')!.getBoundingClientRect().top,
    ]);
    expect(bottom, `slide ${slide}`).toBeLessThanOrEqual(foot! + 1);
    expect(
      await page.evaluate(() => document.querySelector('.slide')!.getBoundingClientRect().top),
      `slide ${slide}`,
    ).toBeGreaterThanOrEqual(0);
  }
  await expect(page).toHaveURL(/slide=14$/);
  await page.keyboard.press('PageUp');
  await expect(front(page)).toHaveAttribute('data-slide', '13');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(front(page)).toHaveAttribute('data-slide', '4');
  await expect(front(page).locator('[data-figure="zhejiang-haixi-aid-2021-2025"]')).toHaveText('12.98亿元');
  await page.reload();
  await expect(front(page)).toHaveAttribute('data-slide', '4');
  await page.keyboard.press('b');
  await expect(page.locator('.blank.black')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.blank')).toHaveCount(0);
  await page.keyboard.press('o');
  await page.getByRole('button', { name: /来源/ }).click();
  await expect(front(page)).toHaveAttribute('data-slide', '13');
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('a brief that is not there is named, with those that are', async ({ page }) => {
  await page.goto('/briefing.html?brief=nothing&lang=en');
  await expect(page.getByRole('alert')).toContainText('There is no brief called nothing.');
  await page.getByRole('link', { name: 'Zhejiang and Haixi: the books of one pairing' }).click();
  await expect(front(page)).toHaveAttribute('data-slides', '11');
});

test('axe finds nothing on slides of words, map and table', async ({ browser }) => {
  const page = await browser.newPage({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 1024, height: 768 } });
  await page.goto('/briefing.html?brief=overview&lang=en&theme=dark');
  await expect(front(page)).toBeVisible();
  for (const slide of ['3', '4', '11']) {
    for (const key of [...slide, 'Enter']) await page.keyboard.press(key);
    await expect(front(page)).toHaveAttribute('data-slide', slide);
    expect(await violations(page), slide).toEqual([]);
  }
  await page.close();
});
