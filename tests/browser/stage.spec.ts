import { expect, test, type Page } from '@playwright/test';
import { MAP, open, turn } from './page.ts';

const UNFOLDED = 'lang=en&pairing=nanjing-xining&unfold=channels';
/** Where the branches of an unfolded arc stand, in px: another camera would move all of them. */
const spots = (page: Page) =>
  page
    .locator('[data-branch]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLElement).style.left, (one as HTMLElement).style.top].map(parseFloat)));
const at = (page: Page) => new URL(page.url()).searchParams.get('at');

async function unchanged(page: Page, before: number[][]): Promise<void> {
  await expect
    .poll(async () => Math.max(...(await spots(page)).flatMap((spot, i) => spot.map((n, k) => Math.abs(n - before[i]![k]!)))), {
      timeout: 5000,
    })
    .toBeLessThan(2);
}

for (const [large, small] of [
  [
    { width: 1920, height: 1080 },
    { width: 960, height: 1080 },
  ],
  [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ],
  [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ],
] as const) {
  test(
    `from ${large.width}×${large.height} to ${small.width}×${small.height} and back the view is the same, and no address is written`,
    large.width === 1920 ? MAP : {},
    async ({ page }) => {
      await page.setViewportSize(large);
      await open(page, UNFOLDED);
      await expect(page.locator('[data-branch]').first()).toBeVisible();
      await page.waitForTimeout(300);
      const before = await spots(page);
      expect(at(page)).toBeNull();
      for (const size of [small, large, small, large]) {
        await page.setViewportSize(size);
        await page.waitForTimeout(300);
        expect(at(page)).toBeNull();
      }
      await unchanged(page, before);
    },
  );
}

test('hidden and shown, without height, and as a slit the stage keeps its view', async ({ page }) => {
  await open(page, UNFOLDED);
  await expect(page.locator('[data-branch]').first()).toBeVisible();
  await page.waitForTimeout(300);
  const [before, written] = [await spots(page), at(page)];
  for (const style of ['display:none', 'height:0', 'width:0', 'height:1px']) {
    await page.locator('.host').evaluate((host, text) => (host.style.cssText = text), style);
    await page.waitForTimeout(150);
    await page.locator('.host').evaluate((host) => (host.style.cssText = ''));
    await unchanged(page, before);
    expect(at(page)).toBe(written);
  }
});

test('a view that the reader has moved to comes back after a smaller size', async ({ page }) => {
  await open(page, `${UNFOLDED}&at=104,35,4.2`);
  await expect(page.locator('[data-branch]').first()).toBeVisible();
  await page.waitForTimeout(300);
  const before = await spots(page);
  await page.setViewportSize({ width: 800, height: 500 });
  await page.waitForTimeout(300);
  await page.setViewportSize({ width: 1440, height: 900 });
  await unchanged(page, before);
  expect(at(page)).toBe('104,35,4.2');
});

test('both renderers hold a camera to what they can show', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/?lang=en&at=104,35,22');
  // So near, what stands in the page is painted at its slowest.
  await expect(page.locator('.failure')).toBeVisible({ timeout: 60_000 });
  const width = await page.locator('.frame').evaluate((frame) => (frame as HTMLElement).offsetWidth);
  expect(width).toBeLessThan(200_000);
  expect(width).toBeGreaterThan(100_000);
});

test('a step back shows what was open from where it was seen; what is opened afterwards is framed', async ({ page }) => {
  await open(page, 'lang=en&record=golmud&at=95,36.6,6');
  // Near Aksu: the donor's end of the arc is far outside.
  await turn(page, 'lang=en&pairing=zhejiang-aksu&at=80.5,41,6.2');
  await expect(page.getByRole('dialog', { name: 'Zhejiang → Aksu' })).toBeVisible();
  const wide = () => page.locator('.frame').evaluate((frame) => frame.getBoundingClientRect().width);
  const near = await wide();
  expect(at(page)).toBe('80.5,41,6.2');
  await page.keyboard.press('Escape');
  await page.locator('[data-pairing=zhejiang-haixi]').click();
  await expect.poll(wide).toBeLessThan(near / 2);
  expect(at(page)).toBeNull();
});

test('the still is moved by keys, wheel and drag as the map is', async ({ page }) => {
  await page.route('**/assets/live-map-*.js*', (route) => route.abort());
  await page.goto('/?lang=en');
  await expect(page.locator('.failure')).toBeVisible();
  const left = () => page.locator('.frame').evaluate((frame) => frame.getBoundingClientRect().left);
  const width = () => page.locator('.frame').evaluate((frame) => frame.getBoundingClientRect().width);
  const [x, w] = [await left(), await width()];
  await page.getByRole('region', { name: 'Map of pairings' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(left).toBeCloseTo(x - 100, 0);
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(w * 2, 0);
  await page.mouse.move(900, 450);
  await page.mouse.wheel(0, 400);
  await expect.poll(width).toBeCloseTo(w, 0);
  const before = await left();
  await page.mouse.down();
  await page.mouse.move(960, 450, { steps: 4 });
  await page.mouse.up();
  await expect.poll(left).toBeCloseTo(before + 60, 0);
});
