import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { open as opened, watch } from './page.ts';

// Pages that stand by themselves, under a host that lets nothing stand in a page: no script runs in them, and none is needed.

const PAGES = [
  ['a large pairing', 'zhejiang-haixi/'],
  ['the same in English', 'zhejiang-haixi/en/'],
  ['a pairing without a dossier', 'zhejiang-nagqu/en/'],
  ['a recipient', 'aksu/'],
  ['a donor', 'zhejiang/en/'],
  ['a programme', 'programme-qinghai/'],
] as const;
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 }, narrow: { width: 320, height: 640 } } as const;

for (const [name, size, theme] of [
  ['phone', SIZES.phone, 'light'],
  ['phone', SIZES.phone, 'dark'],
  ['desktop', SIZES.desktop, 'light'],
  ['desktop', SIZES.desktop, 'dark'],
  ['narrow phone', SIZES.narrow, 'light'],
] as const)
  test(`pages are whole on a ${name}, ${theme}, without script and under a strict host`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: size, colorScheme: theme, javaScriptEnabled: false });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('requestfailed', (request) => wrong.push(request.url()));
    page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`));
    await page.route('**/p/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': "default-src 'self'" } });
    });
    for (const [what, folder] of PAGES) {
      await page.goto(`/p/${folder}`);
      await expect(page.locator('h1'), what).toBeVisible();
      // Styles come from the file, and from nowhere else.
      await expect(page.locator('body')).toHaveCSS('background-color', theme === 'dark' ? 'rgb(13, 22, 34)' : 'rgb(251, 249, 244)');
      const ground = page.locator(`.view image.${theme === 'dark' ? 'night' : 'day'}`);
      await expect(ground).toBeVisible();
      await expect(page.locator('.view image:visible')).toHaveCount(1);
      const inset = (await page.locator('.inset').boundingBox())!;
      const map = (await page.locator('.view').boundingBox())!;
      expect(inset.x + inset.width, what).toBeLessThanOrEqual(map.x + map.width);
      expect(inset.y + inset.height, what).toBeLessThanOrEqual(map.y + map.height);
      // What is wider than the window can be scrolled to; nothing may be.
      const wide = await page.locator('main > *, .records tbody tr, .headlines li').evaluateAll(
        (parts, width) =>
          parts.slice(0, 60).flatMap((part) => {
            const { right } = part.getBoundingClientRect();
            return right > width + 0.5 ? [`${part.textContent?.slice(0, 40)}: ${right}`] : [];
          }),
        size.width,
      );
      expect(wide, what).toEqual([]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

for (const theme of ['light', 'dark'] as const)
  for (const size of [SIZES.phone, SIZES.desktop])
    test(`axe finds nothing in the pages, ${theme}, ${size.width} px`, async ({ browser }) => {
      const page = await browser.newPage({ bypassCSP: true, viewport: size, colorScheme: theme });
      for (const [what, folder] of PAGES) {
        await page.goto(`/p/${folder}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(size.width);
        expect(await violations(page), what).toEqual([]);
      }
      await page.close();
    });

test('names of the ends stand within the map and clear of its inset, on a phone and wide', async ({ page }) => {
  for (const size of [SIZES.phone, SIZES.desktop]) {
    await page.setViewportSize(size);
    for (const folder of [
      'zhejiang-haixi/en/',
      'zhejiang-aksu/en/',
      'guangdong-kashgar/en/',
      'shanghai-kashgar/',
      'zhejiang-nagqu/en/',
      'xiangshan-tianjun/',
    ]) {
      await page.goto(`/p/${folder}`);
      const clipped = await page.evaluate(() => {
        const map = document.querySelector('.view')!.getBoundingClientRect();
        const inset = document.querySelector('.inset')!.getBoundingClientRect();
        return [...document.querySelectorAll('.names text')].flatMap((text) => {
          const { left, top, right, bottom } = text.getBoundingClientRect();
          if (right === left) return [];
          const out = left < map.left || right > map.right || top < map.top || bottom > map.bottom;
          const covered = right > inset.left && bottom > inset.top && left < inset.right;
          return out || covered ? [`${text.textContent} ${out ? 'leaves the map' : 'is covered'}`] : [];
        });
      });
      expect(clipped, `${folder} ${size.width}`).toEqual([]);
    }
  }
});

test('a page leads to the atlas at its pairing, to its other language, and to its table', async ({ page }) => {
  await page.goto('/p/zhejiang-haixi/en/');
  await page.getByRole('link', { name: '中文版' }).click();
  await expect(page).toHaveURL(/\/p\/zhejiang-haixi\/$/);
  await expect(page.locator('h1')).toHaveText(/浙江\s*→\s*海西州/);
  const table = await page.request.get(new URL(await page.locator('.links a').first().getAttribute('href').then(String), page.url()).href);
  expect(table.status()).toBe(200);
  expect(await table.text()).toContain('zhejiang-haixi-aid-2021-2025');
  const card = await page.request.get(new URL('card.png', page.url()).href);
  expect(card.headers()['content-type']).toBe('image/png');
  expect((await card.body()).length).toBeLessThan(300_000);
  await page.getByRole('link', { name: '在《山海图》中打开' }).click();
  await expect(page.getByRole('dialog')).toContainText('12.98亿元');
});

test('on paper a page is light, and has its sources with their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/p/nanjing-xining/');
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(34, 38, 43)');
  await expect(page.locator('.acts')).toBeHidden();
  await expect(page.locator('.view image.day')).toBeVisible();
  await expect(page.locator('.view image.night')).toBeHidden();
  await expect(page.locator('.sources .address').first()).toBeVisible();
});

test('what the atlas says of its data leads to the licences of its software, and to the same list for machines', async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true, locale: 'en-GB' });
  const page = await context.newPage();
  const faults = watch(page);
  await opened(page, 'lang=en');
  await page.getByRole('button', { name: 'About the data' }).first().click();
  await page.getByRole('link', { name: 'Licences of the software used' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Licences');
  await expect(page.getByText('maplibre-gl 6.17.0')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  expect(await violations(page)).toEqual([]);
  const bom = await page.request.get(new URL('../sbom.json', page.url()).href);
  expect(await bom.json()).toMatchObject({ bomFormat: 'CycloneDX' });
  expect(faults).toEqual({ foreign: [], errors: [] });
  await context.close();
});
