import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { VIEWS } from '../views.ts';
import { MAP, open, turn } from './page.ts';

/** Screens on which the views are looked at, in CSS px. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];
/** Wider than this a screen has a mouse. */
const TOUCH_PX = 600;
const folder = fileURLToPath(new URL('../../test-results/pictures/', import.meta.url));

// One page for each look, in which the views follow each other, and a sheet with all of them side by side.
for (const lang of ['zh', 'en'])
  for (const theme of ['light', 'dark'])
    for (const viewport of SIZES)
      test(`every named view, ${lang}, ${theme}, ${viewport.width}`, MAP, async ({ browser }) => {
        test.setTimeout(600_000);
        const look = `${lang}-${theme}-${viewport.width}`;
        const touch = viewport.width < TOUCH_PX;
        const context = await browser.newContext({ viewport, isMobile: touch, hasTouch: touch, reducedMotion: 'reduce' });
        const page = await context.newPage();
        const shots: { name: string; picture: Buffer }[] = [];
        for (const { name, query } of VIEWS) {
          const whole = `${query}&theme=${theme}&lang=${lang}`;
          await (shots.length ? turn(page, whole) : open(page, whole, { sharp: true }));
          // Names fade in, and a card comes after the map.
          await page.waitForTimeout(900);
          shots.push({ name, picture: await page.screenshot({ path: `${folder}${look}/${name}.png` }) });
        }
        await page.close();
        const wide = touch ? viewport.width : viewport.width / 2;
        const columns = Math.max(3, Math.floor(2200 / wide));
        const sheet = await context.browser()!.newPage({ viewport: { width: Math.ceil(columns * wide), height: 400 } });
        await sheet.setContent(
          shots
            .map(
              ({ name, picture }) =>
                `<figure style="float:left;margin:0;width:${wide}px"><figcaption>${name}</figcaption><img width="${wide - 6}" src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
            )
            .join(''),
        );
        await sheet.screenshot({ path: `${folder}${look}.png`, fullPage: true });
        await sheet.close();
        await context.close();
      });

/** Pictures of the guide for editors, which stand in the repository: written anew only when asked for with `GUIDE=1`. */
if (process.env['GUIDE'])
  for (const lang of ['zh', 'en'] as const) {
    const zh = lang === 'zh';
    const file = (name: string) => fileURLToPath(new URL(`../../src/embed/pictures/${name}-${lang}.png`, import.meta.url));
    test(`the guide’s dialog, ${lang}`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width: 1000, height: 1300 });
      // As where a site of the atlas has an address of its own.
      await page.route('https://atlas.example.org/**', async (route) =>
        route.fulfill({ response: await route.fetch({ url: route.request().url().replace('https://atlas.example.org', baseURL!) }) }),
      );
      await page.goto(`https://atlas.example.org/?lang=${lang}&pairing=zhejiang-haixi&theme=light`);
      await page.waitForTimeout(2500);
      await page.getByRole('button', { name: zh ? '分享' : 'Share', exact: true }).click();
      await page.getByRole('button', { name: zh ? '设置嵌入样式' : 'Choose how it looks' }).click();
      const builder = page.locator('.builder');
      const shoot = async (name: string) => {
        await builder.evaluate((element) => {
          const box = element.closest('.body')!;
          box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
        });
        await page.waitForTimeout(2500);
        const { x, y, width, height } = (await builder.boundingBox())!;
        const end = await builder.evaluate((element) => element.closest('.body')!.getBoundingClientRect().bottom - 2);
        await page.screenshot({
          path: file(name),
          clip: { x: x - 16, y: y - 2, width: width + 32, height: Math.min(height + 10, end - y) },
        });
      };
      await shoot('builder');
      await builder.getByRole('radio', { name: zh ? '微信' : 'WeChat' }).check({ force: true });
      await shoot('wechat');
    });
    test(`the guide’s article, ${lang}`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width: 760, height: 900 });
      const [head, first, second] = zh
        ? [
            '二十年，一条向西的弧线',
            '浙江对口支援海西州始于2010年。五年一轮的资金、项目和人，把两地连在一起。',
            '下图列出这对结对的资金、项目、航班和班列，每个数字都可查来源。',
          ]
        : [
            'An arc that runs west',
            'Zhejiang has been paired with Haixi since 2010: funds, projects and people, in rounds of five years.',
            'The map lists the funding, projects, flights and trains of the pairing, each figure with its source.',
          ];
      await page.route('**/article.html', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<body style="margin:0;padding:28px 60px;font:17px/1.7 Georgia,'Noto Serif CJK SC',serif;color:#222"><h1 style="font-size:32px;line-height:1.25">${head}</h1><p>${first}</p><iframe src="${baseURL}/e/zhejiang-haixi/${zh ? '' : 'en/'}?theme=light" title="map" style="width:100%;height:730px;border:0"></iframe><p>${second}</p></body>`,
        }),
      );
      await page.goto(`${baseURL}/article.html`);
      await page.waitForTimeout(2500);
      await page.screenshot({ path: file('article') });
    });
  }
