import { expect, test, type Page } from '@playwright/test';
import { dateText } from '../../src/text/figure.ts';
import { messages } from '../../src/text/messages.ts';
import { shareWords } from '../../src/text/share.ts';
import { EDITION } from '../../src/text/edition.ts';
import { open } from './page.ts';

/** What prints by itself: a view, how it lies, and the width in CSS px that its page leaves for it. */
const PAPERS = [
  { name: 'table', query: 'tab=table', lies: true },
  { name: 'comparison', query: 'tab=compare&pairing=zhejiang-haixi&compare=nanjing-xining', lies: false },
  { name: 'longest comparison', query: 'tab=compare&pairing=tianjin-huangnan&compare=zhejiang-aksu', lies: false },
  { name: 'dossier', query: 'tab=dossier&pairing=zhejiang-haixi', lies: false },
  { name: 'dossier of one year', query: 'tab=dossier&pairing=tianjin-huangnan&from=2024&to=2024', lies: false },
  { name: 'figure', query: 'pairing=zhejiang-haixi&tab=dossier&record=zhejiang-haixi-aid-2021-2025', lies: false },
  { name: 'page about the data', query: 'tab=sources', lies: false },
] as const;
const ROOM_PX = { true: 1031, false: 687 };
const LEAST_PX = (8 * 96) / 72;

/** Text that is to be printed, with the size of its letters and how far it reaches to the right. */
const printed = (page: Page) =>
  page.evaluate(() => {
    const found: { text: string; px: number; right: number }[] = [];
    const walker = document.createTreeWalker([...document.querySelectorAll('[data-paper]')].at(-1)!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const text = node.textContent!.trim();
      const style = getComputedStyle(parent);
      if (!text || !parent.checkVisibility({ visibilityProperty: true }) || style.clipPath !== 'none') continue;
      if (parent.closest('.visually-hidden')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width) found.push({ text, px: parseFloat(style.fontSize), right: box.right });
    }
    return found;
  });

for (const lang of ['zh', 'en'] as const)
  for (const { name, query, lies } of PAPERS)
    test(`the ${name} prints by itself, in letters of 8 points at least and no wider than its page, ${lang}`, async ({ page }) => {
      const m = messages(lang);
      await page.setViewportSize({ width: ROOM_PX[`${lies}`], height: 900 });
      await open(page, `${query}&lang=${lang}&theme=dark`);
      await expect(page.locator('[data-paper]').last()).toBeVisible();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 (\d+)\S* (\d+)\S*\s*\]/g)].map(
        ([, width, height]) => Number(width) > Number(height),
      );
      expect(sizes.length).toBeGreaterThan(0);
      expect(new Set(sizes)).toEqual(new Set([lies]));

      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const texts = await printed(page);
      for (const { text, px, right } of texts) {
        expect(px, text).toBeGreaterThanOrEqual(LEAST_PX - 0.01);
        expect(right, text).toBeLessThanOrEqual(ROOM_PX[`${lies}`] + 1);
      }
      const said = texts.map(({ text }) => text).join(' ');
      const edition = shareWords(lang).edition(dateText(EDITION, lang));
      for (const words of [
        m.sources,
        edition,
        lang === 'zh' ? '打印于' : 'printed',
        lang === 'zh' ? '示意图' : 'Schematic map',
        'http://127.0.0.1',
      ])
        if (!(words === m.sources && name === 'figure')) expect(said).toContain(words);
      // Brand and edition stand on the edge of each page, beside its number.
      const brand = await page.evaluate(() => document.documentElement.style.getPropertyValue('--paper-brand'));
      expect(brand).toContain(m.title);
      expect(brand).toContain(edition);
      // Nothing else of the page is printed, and ink is dark whatever the theme of the screen.
      await expect(page.locator('.masthead')).toBeHidden();
      expect(
        await page
          .locator('[data-paper]')
          .last()
          .evaluate((one) => getComputedStyle(one).color),
      ).toBe('rgb(34, 38, 43)');
    });

test('a dossier on paper is all of it, and on the screen again what it was', async ({ page }) => {
  await open(page, 'lang=en&tab=dossier&pairing=zhejiang-haixi');
  const dossier = page.locator('.dossier');
  const tabs = await dossier.getByRole('tab').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const headings = await dossier.locator('.document h3').allTextContents();
  for (const tab of tabs) expect(headings.some((heading) => heading.startsWith(tab.replace(/\s*\d+$/, '')))).toBe(true);
  await expect(dossier.getByRole('tablist')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(dossier.locator('.document')).toHaveCount(0);
  await expect(dossier.getByRole('tablist')).toBeVisible();
});

test('heads of the table and of the comparison stand on each page: no button, and a head that repeats', async ({ page }) => {
  await open(page, 'lang=en&tab=table');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.tabled thead button').first()).toBeHidden();
  await expect(page.locator('.tabled thead .on-paper', { hasText: 'Freight trains' })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await open(page, 'lang=en&tab=compare&pairing=zhejiang-haixi&compare=nanjing-xining');
  await page.emulateMedia({ media: 'print' });
  const names = page.locator('.compared .names').first();
  expect(await names.evaluate((one) => [getComputedStyle(one).display, getComputedStyle(one).breakInside])).toEqual([
    'table-header-group',
    'avoid',
  ]);
});
