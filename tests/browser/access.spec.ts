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
      ['an unfolded arc', 'pairing=zhejiang-aksu&unfold=channels', MAP],
      ['a near view', 'at=100,36,5.2', MAP],
      ['a dossier', 'pairing=zhejiang-haixi&tab=dossier'],
    ] as const) {
      test(`axe finds nothing in ${state}, ${theme}`, on, async ({ browser }) => {
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
