import { expect, test } from '@playwright/test';
import { allFigures, World } from '../../src/state/world.ts';
import { tabsOf } from '../../src/state/dossier.ts';
import { messages } from '../../src/text/messages.ts';
import { recordWords } from '../../src/text/record.ts';
import { DATASET, open, watch } from './page.ts';

const WORLD = new World(DATASET);
const DOSSIERS = DATASET.pairings.filter(({ dossier, parent }) => dossier && parent === null);

for (const lang of ['zh', 'en'] as const) {
  test(`every dossier opens from its popup, and every tab shows as many entries as it says (${lang})`, async ({ page }) => {
    test.setTimeout(180_000);
    const faults = watch(page);
    await open(page, `lang=${lang}`);
    const m = messages(lang);
    for (const pairing of DOSSIERS) {
      await page.locator(`[data-pairing=${pairing.id}]`).click();
      await page.getByRole('button', { name: m.openDossier }).click();
      const dossier = page.locator('.dossier');
      await expect(dossier).toBeVisible();
      for (const { channel, figures, projects, routes, count } of tabsOf(WORLD, pairing)) {
        const tab = dossier.getByRole('tab', { name: `${m.channel[channel]} ${count}`, exact: true });
        await tab.click();
        const panel = dossier.getByRole('tabpanel');
        await expect(panel.locator(':scope > [data-figure]')).toHaveCount(figures.length);
        await expect(panel.locator('[data-project]')).toHaveCount(projects.length);
        await expect(panel.locator('[data-route]')).toHaveCount(routes.length);
      }
      await dossier.getByRole('tab', { name: new RegExp(m.missing) }).click();
      await expect(dossier.getByRole('tabpanel')).toContainText(recordWords(lang).missingLead);
      await page.keyboard.press('Escape');
      await expect(dossier).toHaveCount(0);
      await page.keyboard.press('Escape');
    }
    expect(faults).toEqual({ foreign: [], errors: [] });
  });
}

test('every figure of a dossier has a card with print, value, period, scope, source and permalink', async ({ page }) => {
  test.setTimeout(180_000);
  const pairing = DATASET.pairings.find(({ id }) => id === 'nanjing-xining')!;
  await open(page, `lang=en&pairing=${pairing.id}&tab=dossier`);
  for (const figure of allFigures(pairing)) {
    // The permalink of a card, followed inside the page as a reader's step would be.
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `?lang=en&pairing=${pairing.id}&record=${figure.id}&tab=dossier`);
    const card = page.locator(`[data-card="${figure.id}"]`);
    await expect(card).toBeVisible();
    if (figure.reported !== null) await expect(card).toContainText(figure.reported);
    await expect(card).toContainText('paragraph');
    await expect(card.getByRole('link', { name: figure.id })).toHaveAttribute('href', new RegExp(`record=${figure.id}&tab=dossier$`));
    await expect(card.getByRole('link', { name: 'Report an error' })).toHaveAttribute('href', new RegExp(`^mailto:.*${figure.id}`));
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.dossier')).toBeVisible();
});

test('a figure of a whole programme has a card that names the programme, reached by its link, its row and its source', async ({ page }) => {
  const { name, figures } = DATASET.programmes.find(({ id }) => id === 'xinjiang')!;
  const [figure] = figures;
  const card = page.locator(`[data-card="${figure!.id}"]`);
  await open(page, `lang=en&record=${figure!.id}`);
  await expect(page.getByRole('dialog', { name: figure!.label.en })).toContainText(name.en);
  await expect(card).toContainText(figure!.reported!);
  await expect(card).toContainText(name.en);
  await expect(card).not.toContainText('this pairing');
  await expect(card.getByRole('link', { name: figure!.id })).toHaveAttribute('href', new RegExp(`\\?record=${figure!.id}$`));
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);

  await open(page, 'lang=en&pairing=zhejiang-aksu');
  await page.locator('summary', { hasText: 'whole programme' }).click();
  await page.locator(`[data-figure="${figure!.id}"] .label button`).click();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/pairing=zhejiang-aksu/);
});

test('figures of a list stand as printed, each with its whole number in the hover and its print at the source mark', async ({ page }) => {
  await open(page, 'lang=zh&pairing=zhejiang-haixi&tab=dossier');
  const rows = page.locator('.dossier .panel .row');
  const prints = new Map(DATASET.pairings.flatMap((pairing) => allFigures(pairing).map(({ id, reported }) => [id, reported])));
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  for (const row of await rows.all())
    expect(await row.locator('data').textContent()).toBe(prints.get((await row.getAttribute('data-figure'))!));
  const row = rows.filter({ hasText: '1407万元' });
  await expect(row.locator('data')).toHaveAttribute('title', '14,070,000元');
  await row.locator('.mark').click();
  await expect(row).toContainText('1407万元');
});

test('a citation is copied in each style', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'lang=en&pairing=nanjing-xining&tab=dossier&record=nanjing-xining-aid-2016-2023');
  for (const [name, text] of [
    ['GB/T 7714', /\[N(\/OL)?\]/],
    ['APA', /\(2023/],
    ['BibTeX', /@article\{/],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
  }
});

test('no dossier adds what may overlap: courses, schools, brands, months', async ({ page }) => {
  for (const id of ['zhejiang-haixi', 'tianjin-huangnan']) {
    await open(page, `lang=en&pairing=${id}&tab=dossier`);
    const tabs = page.locator('.dossier').getByRole('tab');
    for (let i = 0; i < (await tabs.count()); i++) {
      await tabs.nth(i).click();
      await expect(page.locator('[data-total]')).toHaveCount(0);
    }
  }
});

test('each sum on the screen opens the rows that make it, and is their sum', async ({ page }) => {
  await open(page, 'lang=en&tab=table');
  const values = new Map(DATASET.pairings.flatMap((pairing) => allFigures(pairing).map(({ id, value }) => [id, value])));
  await page.locator('[data-sum=aid]').click();
  const groups = page.locator('.explained .group').filter({ has: page.locator('[data-total]') });
  expect(await groups.count()).toBeGreaterThan(0);
  for (const group of await groups.all()) {
    const ids = await group.locator('[data-figure]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-figure')!));
    expect(ids.length).toBeGreaterThan(1);
    expect(Number(await group.locator('[data-total]').getAttribute('data-total'))).toBe(ids.reduce((sum, id) => sum + values.get(id)!, 0));
  }
});

test('the page about the data lists every source with its grade and the figures taken from it, and offers every file of the open data', async ({
  page,
  request,
}) => {
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'About the data' }).first().click();
  const about = page.getByRole('dialog', { name: 'About the data' });
  await expect(about.locator('ol > li')).toHaveCount(DATASET.sources.length);
  await about
    .getByRole('button', { name: /^\d+ figures/ })
    .first()
    .click();
  await expect(about.locator('ol > li ul > li').first()).toBeVisible();
  for (const link of await about.locator('a[download]').all()) {
    const file = await request.get(new URL((await link.getAttribute('href'))!, page.url()).href);
    expect(file.ok(), (await link.getAttribute('href'))!).toBe(true);
  }
  await about.locator('ol > li ul button').first().click();
  await expect(page.locator('[data-card]')).toBeVisible();
});
