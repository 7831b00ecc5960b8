import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { MAP, open, turn } from './page.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`one view after the other in one page, ${theme}`, () => {
    test.describe.configure({ mode: 'serial' });
    let shared: Page | null = null;
    test.afterAll(() => shared?.close());

    for (const [state, query, on = {}] of [
      ['the first view', '', MAP],
      ['an open pairing', 'pairing=zhejiang-haixi'],
      ['an open route', 'pairing=zhejiang-aksu&record=zhejiang-aksu-freight-bedel'],
      ['an open place', 'record=golmud'],
      ['a filter and a span', 'has=flights&from=2021&to=2025&measure=rate&shade=on'],
      ['an empty map', 'donor=tianjin&programme=qinghai&has=freight'],
      ['an unfolded arc', 'pairing=zhejiang-aksu&unfold=channels'],
      ['a near view', 'at=100,36,5.2'],
      ['a dossier', 'pairing=zhejiang-haixi&tab=dossier'],
    ] as const) {
      test(`axe finds nothing in ${state}, ${theme}`, theme === 'light' ? on : {}, async ({ browser }) => {
        if (shared) await turn(shared, `${query}&theme=${theme}`);
        else {
          // The page's own policy forbids the injected script; the test may pass it by.
          const viewport = { width: 1440, height: 900 };
          shared = await browser.newPage({ bypassCSP: true, reducedMotion: 'reduce', viewport, locale: 'zh-CN' });
          await open(shared, `${query}&theme=${theme}`);
        }
        expect(await violations(shared)).toEqual([]);
      });
    }
  });

  test(`axe finds nothing in what is said about the data, ${theme}, on a phone`, async ({ browser }) => {
    const context = await browser.newContext({
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'en',
    });
    const page = await context.newPage();
    await open(page, `theme=${theme}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'About the data' }).first().click();
    await expect(page.getByRole('dialog')).toContainText('Sources');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}

test('with letters twice as large, panel, popup and table hold theirs, and nothing covers the inset', async ({ browser }) => {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en' });
    await open(page, 'pairing=zhejiang-haixi');
    const size = () =>
      page
        .locator('[role=dialog] dl, [role=dialog] h3')
        .first()
        .evaluate((part) => parseFloat(getComputedStyle(part).fontSize));
    const before = await size();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await size()).toBeCloseTo(2 * before, 1);
    // Nothing is cut off sideways that cannot be scrolled to.
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.side button, .side h1, [role=dialog] button:not(.mark), [role=dialog] h2')]
        .filter((part) => part.checkVisibility() && part.clientWidth > 1)
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).textOverflow !== 'ellipsis')
        .map((part) => part.textContent),
    );
    expect(cut).toEqual([]);
    const box = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((part) => part.getBoundingClientRect().toJSON() as DOMRect);
    if (width > 760) {
      const [inset, notes, popup] = [await box('.inset'), await box('.ground-notes'), await box('[role=dialog]')];
      expect(inset.bottom).toBeLessThanOrEqual(notes.top);
      expect(popup.bottom).toBeLessThanOrEqual(inset.top);
    }
    await page.close();
  }
});
