import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
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
  // One language on the map.
  await expect(page.locator('.inset span')).toHaveText('South China Sea Islands');
  for (const slide of ['3', '4', '11']) {
    for (const key of [...slide, 'Enter']) await page.keyboard.press(key);
    await expect(front(page)).toHaveAttribute('data-slide', slide);
    expect(await violations(page), slide).toEqual([]);
  }
  await page.close();
});

/** Walls, projectors, a laptop, a tablet and a phone. */
const SCREENS = [
  [1024, 768],
  [1920, 1080],
  [3840, 1080],
  [6656, 1792],
  [1080, 1920],
  [390, 844],
] as const;

/** What of the slides of a deck is out of sight, too small, or runs into something else, as the room walks through them. Runs in the page. */
async function walked([wide, high]: readonly [number, number]): Promise<string[]> {
  const found: string[] = [];
  // 24 px on a screen of 1080, and as much in proportion on any other that lies.
  const least = wide > high ? 24 * Math.min(wide / 1920, high / 1080) : 24 * (wide / 1100);
  const press = async (key: string) => {
    dispatchEvent(new KeyboardEvent('keydown', { key }));
    // Laid out, and not painted: walls have many pixels.
    await new Promise((done) => setTimeout(done));
  };
  // The map hears of a new size in the next frame.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await press('Home');
  const count = Number(document.querySelector('[data-slides]')!.getAttribute('data-slides'));
  for (let n = 1; n <= count; n++, await press('PageDown')) {
    const [slide, foot] = ['.slide', '.page > footer'].map((one) => document.querySelector(`.room ${one}`)!);
    const say = (what: string) => found.push(`${slide!.getAttribute('data-slide')}: ${what}`);
    if (slide!.getAttribute('data-slide') !== String(n)) say(`is in front instead of ${n}`);
    const [box, bar] = [slide!.getBoundingClientRect(), foot!.getBoundingClientRect()];
    if (box.top < -1 || box.bottom > bar.top + 1 || bar.bottom > high + 1) say(`${box.top}…${box.bottom} over ${bar.top}…${bar.bottom}`);
    // What is written over the map is drawn larger, as the map is. Names of the live map are no elements: `map.test.ts` has their sizes.
    const map = document.querySelector<HTMLElement>('.room .stage-scaled')!;
    const times = new DOMMatrix(getComputedStyle(map).transform).a;
    for (const part of slide!.closest('.mapped') ? [slide!, foot!, map] : [slide!, foot!]) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent!.trim();
        if (!text || node.parentElement!.closest('sup')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, width } = range.getBoundingClientRect();
        if (width < 2) continue;
        if (part !== map && (left < -1 || right > wide + 1)) say(`${text} stands at ${left}…${right}`);
        const px = parseFloat(getComputedStyle(node.parentElement!).fontSize) * (part === map ? times : 1);
        if (px < least - 0.01) say(`${text} is ${px} px high of ${least}`);
      }
    }
  }
  return found;
}

for (const [brief, lang] of [
  ['overview', 'zh'],
  ['overview', 'en'],
  ['zhejiang-haixi', 'en'],
] as const)
  test(`on every screen all of a slide is in sight, in letters for the last row: ${brief}, ${lang}`, async ({ page }) => {
    await page.goto(`/briefing.html?brief=${brief}&lang=${lang}`);
    await expect(front(page)).toBeVisible();
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate(walked, [width, height] as const), `${width} × ${height}`).toEqual([]);
    }
  });

test('a slide that is jumped to looks as it does when it is walked to', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/briefing.html?brief=overview&lang=zh');
  await expect(front(page)).toBeVisible();
  await page.mouse.move(5, 5);
  const settled = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (let slide = 1; slide < 8; slide++) await page.keyboard.press('PageDown');
  await settled();
  const walked = await page.screenshot();
  await page.keyboard.press('Home');
  for (const key of ['5', 'Enter', '8', 'Enter']) await page.keyboard.press(key);
  await settled();
  expect((await page.screenshot()).equals(walked)).toBe(true);
});

test('the speaker’s window and the room keep in step, both ways, also when either is reloaded', async ({ browser }) => {
  // The page's own policy would keep out what looks at it in the end.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto('/briefing.html?brief=overview&lang=zh&slide=4');
  await expect(front(page)).toBeVisible();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  const at = speaker.locator('.speaker');
  await expect(at).toHaveAttribute('data-slide', '4');
  await expect(speaker.locator('[data-notes]')).toContainText('2010年以来的累计另有一笔');
  await expect(speaker.locator('[data-said]')).toHaveCount(2);
  await expect(speaker.locator('[data-next]')).toContainText('天津与黄南');
  await page.keyboard.press('PageDown');
  await expect(at).toHaveAttribute('data-slide', '5');
  await speaker.keyboard.press('PageDown');
  await expect(front(page)).toHaveAttribute('data-slide', '6');
  await speaker.getByRole('button', { name: '黑屏' }).click();
  await expect(page.locator('.blank.black')).toBeVisible();
  await speaker.getByRole('button', { name: '下一页' }).click();
  await expect(page.locator('.blank')).toHaveCount(0);
  await expect(front(page)).toHaveAttribute('data-slide', '7');

  await speaker.reload();
  await expect(at).toHaveAttribute('data-slide', '7');
  await page.reload();
  await expect(front(page)).toHaveAttribute('data-slide', '7');
  await speaker.keyboard.press('PageUp');
  await expect(front(page)).toHaveAttribute('data-slide', '6');
  await page.keyboard.press('End');
  await expect(at).toHaveAttribute('data-slide', '14');
  // The time of the talk is kept by whichever has it still.
  await expect.poll(async () => Number(await speaker.locator('[data-elapsed]').getAttribute('data-elapsed'))).toBeGreaterThan(0);
  expect(await violations(speaker)).toEqual([]);
  // In a low window notes scroll, also by keys, while a clicker's keys turn the slide.
  await speaker.setViewportSize({ width: 1000, height: 420 });
  const notes = speaker.locator('[data-notes]');
  await notes.focus();
  await notes.evaluate((section) => (section.style.maxHeight = '60px'));
  await speaker.keyboard.press('ArrowDown');
  await expect.poll(() => notes.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await expect(at).toHaveAttribute('data-slide', '14');
  expect(await violations(speaker)).toEqual([]);
  await speaker.keyboard.press('PageUp');
  await expect(at).toHaveAttribute('data-slide', '13');
  expect(faults).toEqual({ foreign: [], errors: [] });
  await context.close();
});

/** What the arc that is open takes of the screen. */
const boxOfArc = (page: Page) =>
  page.evaluate(() => document.querySelector('.stage [data-arc="zhejiang-haixi"]')!.getBoundingClientRect().toJSON() as DOMRect);

test('what is drawn stays where it was drawn, a pointer is a light, and both go', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/briefing.html?brief=overview&lang=en&slide=4');
  await expect(front(page)).toBeVisible();
  // A corner of what an arc takes is a place like any other.
  const corner = async () => {
    const { x, y, width } = await boxOfArc(page);
    return [x + width, y] as const;
  };
  await page.keyboard.press('d');
  const [x, y] = await corner();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y + 40, { steps: 4 });
  await page.mouse.up();
  const start = () => page.locator('.ink path').evaluate((path) => path.getAttribute('d')!.slice(1).split('L')[0]!.split(' ').map(Number));
  // On the map to a pixel or two, also when it is another size.
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => {
        const [[px, py], [dx, dy]] = [await start(), await corner()];
        return Math.hypot(px! - dx, py! - dy);
      })
      .toBeLessThanOrEqual(2);
  }
  await page.keyboard.press('l');
  await page.mouse.move(300, 200);
  await expect(page.locator('.laser')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.ink path')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('.laser')).toHaveCount(0);
});

test('a map that is drawn larger is moved by as much as the pointer', async ({ page }) => {
  await page.setViewportSize({ width: 6656, height: 1792 });
  await page.goto('/briefing.html?brief=overview&lang=en&slide=4');
  await expect(front(page)).toBeVisible();
  const box = async () =>
    (await page
      .locator('.stage .names text', { hasText: /^(Haixi|海西州)$/ })
      .first()
      .boundingBox())!;
  const before = await box();
  await page.mouse.move(5000, 900);
  await page.mouse.down();
  await page.mouse.move(5200, 960, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await box()).x - before.x - 200)).toBeLessThanOrEqual(2);
  expect(Math.abs((await box()).y - before.y - 60)).toBeLessThanOrEqual(2);
});

test('on paper each slide has a page with its sources, and a handout its notes as well', async ({ page }) => {
  await page.goto('/briefing.html?brief=overview&lang=zh');
  await expect(front(page)).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('base.topo.json')));
  await page.waitForTimeout(300);
  const pages = (pdf: Buffer) =>
    [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 (\d+)\S* (\d+)\S*\s*\]/g)].map(([, w, h]) => Number(w) > Number(h));
  expect(pages(await page.pdf({ preferCSSPageSize: true }))).toEqual(Array<boolean>(14).fill(true));

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const prints = page.locator('.print');
  await expect(prints).toHaveCount(14);
  // Vectors, and no picture of arcs.
  expect(await prints.nth(3).locator('svg [data-arc="zhejiang-haixi"]').count()).toBe(1);
  await expect(prints.nth(3).locator('.print-sources')).toContainText('[1]');
  expect(await page.locator('.prints :is(canvas, img)').count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(prints).toHaveCount(0);

  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))));
  await page.keyboard.press('o');
  await page.getByRole('button', { name: '打印讲义' }).click();
  await expect(prints).toHaveCount(14);
  await expect(prints.nth(3).locator('.print-notes')).toContainText('2010年以来的累计另有一笔');
});

test('the page gives a brief as PowerPoint, under its own policy', async ({ page }) => {
  const faults = watch(page);
  await page.goto('/briefing.html?brief=zhejiang-haixi&lang=zh');
  await expect(front(page)).toBeVisible();
  await page.keyboard.press('o');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PowerPoint（4:3）' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('zhejiang-haixi.zh.pptx');
  const files = unzipSync(readFileSync((await download.path())!));
  expect(Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(11);
  expect(strFromU8(files['ppt/slides/slide2.xml']!)).toContain('name="浙江 → 海西州"');
  // The ground is a picture that has something in it.
  expect(
    Math.max(
      ...Object.keys(files)
        .filter((name) => name.endsWith('.png'))
        .map((name) => files[name]!.length),
    ),
  ).toBeGreaterThan(50_000);
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('where nobody is the slides go on by themselves, round and round; whoever comes has the room', async ({ page }) => {
  await page.goto('/briefing.html?brief=zhejiang-haixi&lang=en&slide=10&kiosk=2');
  await expect(front(page)).toHaveAttribute('data-slide', '11');
  await expect(front(page)).toHaveAttribute('data-slide', '1');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(front(page)).toHaveAttribute('data-slide', '4');
  await expect(front(page)).toHaveAttribute('data-slide', '5');
});
