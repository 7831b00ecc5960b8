import { expect, test, type Page } from '@playwright/test';
import { filter, type Criteria } from '../../src/state/filter.ts';
import { branchesOf } from '../../src/state/unfold.ts';
import { figureYears, when, type When } from '../../src/state/span.ts';
import { allFigures, World } from '../../src/state/world.ts';
import { DATASET, MAP, open, popup, turn, watch } from './page.ts';

const WORLD = new World(DATASET);
const expected = (criteria: Partial<Criteria>) => filter(WORLD, criteria).pairings.map(({ id }) => id);
const listed = (page: Page) =>
  page.locator('#pairings [data-pairing]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-pairing')!));
const sorted = (list: readonly string[]) => [...list].sort();
const params = (page: Page) => new URL(page.url()).searchParams;

/** A phone held by hand. */
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce', locale: 'en-GB' } as const;

test.describe('which pairings have freight trains, and since when?', () => {
  const answer = async (page: Page) => {
    await expect.poll(() => listed(page)).toHaveLength(expected({ has: ['freight'] }).length);
    expect(sorted(await listed(page))).toEqual(sorted(expected({ has: ['freight'] })));
  };
  const since = (page: Page) => expect(popup(page).locator('[data-section=freight]')).toContainText(/20\d\d/);

  test('with the mouse', async ({ page }) => {
    await open(page, 'lang=en');
    await page.getByRole('button', { name: /^Freight trains/ }).click();
    await answer(page);
    await page.locator('[data-pairing=zhejiang-aksu]').click();
    await since(page);
  });

  test('with keys alone', async ({ page }) => {
    await open(page, 'lang=en');
    const chip = page.getByRole('button', { name: /^Freight trains/ });
    for (let i = 0; i < 20 && !(await chip.evaluate((element) => element === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await expect(chip).toBeFocused();
    await page.keyboard.press('Enter');
    await answer(page);
    // The list is one stop for the keyboard; its rows are reached by arrows.
    const row = page.locator('[data-pairing=zhejiang-aksu]');
    for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement?.closest('#pairings') !== null)); i++)
      await page.keyboard.press('Tab');
    for (let i = 0; i < 20 && !(await row.evaluate((element) => element === document.activeElement)); i++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await since(page);
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();
  });

  test('on a phone', async ({ browser }) => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await open(page, 'lang=en');
    await page.getByRole('button', { name: /^Freight trains/ }).tap();
    await answer(page);
    await page.locator('[data-pairing=zhejiang-aksu]').tap();
    await since(page);
    await context.close();
  });
});

test('who helps Aksu? The recipient is chosen, and the number was there before', async ({ page }) => {
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'More' }).click();
  const select = page.getByRole('combobox', { name: 'Recipient' });
  await expect(select.locator('option[value=aksu]')).toHaveText(`Aksu (${expected({ recipient: 'aksu' }).length})`);
  await select.selectOption('aksu');
  expect(sorted(await listed(page))).toEqual(sorted(expected({ recipient: 'aksu' })));
  expect(params(page).get('recipient')).toBe('aksu');
  await page.reload();
  await expect.poll(() => listed(page).then(sorted)).toEqual(sorted(expected({ recipient: 'aksu' })));
});

test('a city that was picked keeps its arcs alone, those it gives or those it receives', async ({ page }) => {
  await open(page, 'lang=en&record=hangzhou');
  const gives = expected({ donor: 'zhejiang' });
  await popup(page)
    .getByRole('button', { name: `Whom Zhejiang helps (${gives.length})` })
    .click();
  await expect.poll(() => listed(page).then(sorted)).toEqual(sorted(gives));
  expect(params(page).get('donor')).toBe('zhejiang');
  await page.keyboard.press('Escape');
  await expect.poll(() => params(page).get('donor')).toBeNull();
  await open(page, 'lang=en&record=aksu-city');
  const receives = expected({ recipient: 'aksu' });
  await popup(page)
    .getByRole('button', { name: `Who helps Aksu (${receives.length})` })
    .click();
  await expect.poll(() => listed(page).then(sorted)).toEqual(sorted(receives));
});

test('what did Tianjin do in 2024? A donor and a year, said aloud as one sentence, and its dossier of that year', async ({ page }) => {
  await open(page, 'lang=en&donor=tianjin');
  await page.getByRole('button', { name: 'Years' }).click();
  await page.getByRole('combobox', { name: 'First year' }).selectOption('2024');
  const ids = expected({ donor: 'tianjin', from: 2024, to: 2024 });
  expect(sorted(await listed(page))).toEqual(sorted(ids));
  await expect(page.locator('p[aria-live]')).toContainText(new RegExp(`^${ids.length} of \\d+ pairings; .*Donor: Tianjin\\. Years: 2024`));
  expect([params(page).get('from'), params(page).get('to')]).toEqual(['2024', '2024']);

  // The third step opens the pairing: what falls in the year, what spans it and what is undated stand apart.
  const pairing = WORLD.findPairing('tianjin-huangnan')!;
  const span = { from: 2024, to: 2024 };
  const figures = allFigures(pairing);
  const ways = (way: When) => figures.filter((figure) => when(figureYears(figure), span) === way).map(({ id }) => id);
  await page.locator('[data-pairing=tianjin-huangnan]').click();
  await popup(page).getByRole('button', { name: 'Open dossier' }).click();
  const panel = page.locator('.dossier').getByRole('tabpanel');
  await expect(page.locator('.dossier').getByRole('tab', { name: /^2024 / })).toHaveAttribute('aria-selected', 'true');
  const headings = await panel.getByRole('heading', { level: 3 }).allInnerTexts();
  expect(headings).toEqual([
    ...(ways('in').length ? ['In 2024'] : []),
    'Over a longer period that includes 2024',
    'No date in our sources',
  ]);
  for (const id of ways('across')) await expect(panel.locator(`[data-figure="${id}"]`)).toHaveCount(1);
  for (const id of ways('outside')) await expect(panel.locator(`[data-figure="${id}"]`)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show all years' }).click();
  await expect.poll(() => params(page).get('from')).toBeNull();
});

test('filters are taken back by Escape, the last first, and by Back', async ({ page }) => {
  await open(page, 'lang=en');
  await page.getByRole('button', { name: /^Flights/ }).click();
  await page.getByRole('button', { name: /^Projects/ }).click();
  expect(params(page).get('has')).toBe('flights,projects');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Xinjiang aid/ }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => params(page).get('programme')).toBeNull();
  expect(params(page).get('has')).toBe('flights,projects');
  await page.keyboard.press('Escape');
  await expect.poll(() => params(page).get('has')).toBeNull();
  await page.goBack();
  await expect.poll(() => params(page).get('has')).toBe('flights,projects');
});

test('an empty map says why, and how to fill it again', async ({ page }) => {
  await open(page, 'lang=en&donor=tianjin&programme=qinghai&has=freight');
  expect(expected({ donor: 'tianjin', programme: ['qinghai'], has: ['freight'] })).toEqual([]);
  const empty = page.locator('.side .nothing');
  await expect(empty).toContainText('No pairing matches');
  const way = expected({ donor: 'tianjin', programme: ['qinghai'] });
  await empty.getByRole('button', { name: `Remove “Freight trains” to see ${way.length}` }).click();
  await expect.poll(() => listed(page).then(sorted)).toEqual(sorted(way));
});

test('a year is chosen by a press, a span by drawing over it, and played with rests between', async ({ page }) => {
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Years' }).click();
  const track = page.getByRole('group', { name: 'Choose a year' });
  const box = (await track.boundingBox())!;
  const at = (year: number) => box.x + ((year - 2010 + 0.5) / 21) * box.width;
  await page.mouse.click(at(2024), box.y + 20);
  await expect.poll(() => params(page).toString()).toContain('from=2024&to=2024');
  await page.mouse.move(at(2021), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(at(2025), box.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => params(page).toString()).toContain('from=2021&to=2025');
  await page.getByRole('button', { name: 'Next year' }).click();
  await expect.poll(() => params(page).toString()).toContain('from=2022&to=2026');
  await track.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => params(page).toString()).toContain('from=2021&to=2025');
  await page.getByRole('button', { name: 'Play the years' }).click();
  await expect.poll(() => params(page).get('from')).toBe('2022');
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = params(page).toString();
  await page.waitForTimeout(1800);
  expect(params(page).toString()).toBe(paused);
});

test('years to come show plans alone, and say so', async ({ page }) => {
  await open(page, 'lang=en&from=2028&to=2028');
  const ids = expected({ from: 2028, to: 2028 });
  expect(ids.length).toBeGreaterThan(0);
  expect(sorted(await listed(page))).toEqual(sorted(ids));
  await expect(page.locator('.side')).toContainText(/Planned only \(\d+\)/);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const)
  test(`at ${width} × ${height} the legend's first rows are in sight without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, 'lang=en');
    const rows = page.locator('.key li:has(svg)');
    for (let i = 0; i < 3; i++) await expect(rows.nth(i)).toBeInViewport();
  });

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const)
  test(`at ${width} × ${height} the map has most of the screen, with two buttons over it, and every target is large enough`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height }, isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, 'lang=zh');
    const tray = (await page.locator('.side').boundingBox())!;
    expect(tray.y / height).toBeGreaterThanOrEqual(0.55);
    // Whatever takes a press above the tray: two buttons, one of which unfolds the others.
    const over = page.locator('.camera button');
    await expect(over).toHaveCount(2);
    const title = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
    expect(title.height).toBeLessThan(40);
    const small = () =>
      page.locator('button:visible, select:visible, summary:visible').evaluateAll((all) =>
        all.flatMap((one) => {
          const { width, height, top } = one.getBoundingClientRect();
          // Names within a sentence are as high as its lines; the tray's handle reaches over the lines above and below it.
          return top < innerHeight && !one.closest('.finding, .failure') && !one.matches('.side > button') && (width < 44 || height < 44)
            ? [`${one.textContent} ${width}×${height}`]
            : [];
        }),
      );
    expect(await small()).toEqual([]);
    // Which filters a link has set, and that they leave nothing, stands in the first screen, or on a small one begins there.
    await turn(page, 'lang=zh&donor=tianjin&programme=qinghai&has=freight');
    await expect(page.locator('.side .nothing')).toContainText('没有同时符合这些条件的结对');
    const told = (await page.locator(height > 800 ? '.side .nothing' : '.side .chosen').boundingBox())!;
    expect(height > 800 ? told.y + told.height : told.y).toBeLessThan(height);
    expect(await small()).toEqual([]);
    await context.close();
  });

for (const [width, height] of [
  [1024, 768],
  [1280, 800],
  [1440, 900],
  [390, 844],
] as const)
  test(`at ${width} × ${height} what is opened lies outside every panel: its recipient, and two thirds of its arc`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, 'lang=zh');
    for (const id of ['zhejiang-haixi', 'zhejiang-aksu', 'nanjing-xining', 'tianjin-huangnan', 'guangdong-kashgar']) {
      await turn(page, `lang=zh&pairing=${id}`);
      await expect(popup(page)).toBeVisible();
      const { seen, end } = await page.evaluate((id) => {
        const boxes = [...document.querySelectorAll('.popup, .side, .toolbar, .camera')].map((one) => one.getBoundingClientRect());
        const inSight = ({ x, y }: DOMPoint) =>
          x > 0 &&
          y > 0 &&
          x < innerWidth &&
          y < innerHeight &&
          !boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
        const points = [...document.querySelectorAll<SVGPathElement>(`.layer [data-arc="${id}"] path`)].flatMap((path) =>
          Array.from({ length: 8 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 7).matrixTransform(path.getScreenCTM()!)),
        );
        return { seen: points.filter(inSight).length / points.length, end: inSight(points.at(-1)!) };
      }, id);
      expect(end, id).toBe(true);
      expect(seen, id).toBeGreaterThan(2 / 3);
      expect(new URL(page.url()).searchParams.get('at')).toBeNull();
    }
  });

test.describe('an arc unfolds into its channels and these into their records', () => {
  test('by key: what unfolds has the focus, level by level, and never the body', async ({ page }) => {
    await open(page, 'lang=en&pairing=zhejiang-aksu');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-branch') ?? document.activeElement?.tagName);
    await page.locator('[data-unfold]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('funding');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('projects');
    await page.keyboard.press('Enter');
    await expect.poll(() => params(page).get('unfold')).toBe('projects');
    await expect.poll(focused).not.toBe('BODY');
    await expect(page.locator('[data-branch]:focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => params(page).get('unfold')).toBe('channels');
    await expect.poll(focused).not.toBe('BODY');
  });

  const channels = branchesOf(WORLD, WORLD.findPairing('zhejiang-haixi')!, 'channels');
  const branches = (page: Page) =>
    page
      .locator('[data-branch]')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('data-branch'), Number(one.getAttribute('data-count'))]));

  test('by mouse and Escape, each level counting what the one before had', async ({ page }) => {
    const faults = watch(page);
    await open(page, 'lang=en&pairing=zhejiang-haixi');
    await popup(page).getByRole('button', { name: 'Expand on the map' }).click();
    await expect.poll(() => branches(page)).toEqual(channels.map(({ id, count }) => [id, count]));
    const projects = channels.find(({ id }) => id === 'projects')!;
    await page.locator('[data-branch=projects]').click();
    await expect.poll(() => params(page).get('unfold')).toBe('projects');
    await expect.poll(() => branches(page).then((all) => all.reduce((sum, [, n]) => sum + Number(n), 0))).toBe(projects.count);
    await page.reload();
    await expect.poll(() => branches(page).then((all) => all.length)).toBeGreaterThan(2);
    await page.locator('[data-branch=golmud]').click();
    await expect(popup(page)).toHaveAccessibleName('Golmud');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => params(page).get('unfold')).toBe('channels');
    await page.keyboard.press('Escape');
    await expect.poll(() => params(page).get('unfold')).toBeNull();
    await expect(popup(page)).toHaveCount(1);
    expect(faults).toEqual({ foreign: [], errors: [] });
  });

  test('with targets of 24 px and more, 44 for fingers, none over another', async ({ browser }) => {
    for (const [options, least] of [
      [{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' } as const, 24],
      [PHONE, 44],
    ] as const) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await open(page, 'pairing=zhejiang-aksu&unfold=channels');
      await expect(page.locator('[data-branch]')).toHaveCount(4);
      const boxes = await page.locator('[data-branch]').evaluateAll((all) =>
        all.map((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect();
          return { left, top, right, bottom };
        }),
      );
      expect(boxes.length).toBe(4);
      boxes.forEach((box, i) => {
        expect(Math.min(box.right - box.left, box.bottom - box.top)).toBeGreaterThanOrEqual(least);
        expect(box.left >= 0 && box.right <= options.viewport.width).toBe(true);
        for (const other of boxes.slice(i + 1))
          expect(box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top).toBe(true);
      });
      await context.close();
    }
  });
});

test('an arc that leaves the view names the city beyond, and goes there', async ({ page }) => {
  await open(page, 'lang=en&at=95,37,6');
  const sign = page.locator('[data-edge=hangzhou]');
  await expect(sign).toHaveAccessibleName('Go to Hangzhou, beyond the edge of the map');
  await sign.click();
  await expect.poll(() => Number(params(page).get('at')!.split(',')[0])).toBeGreaterThan(118);
  await expect(page.locator('[data-edge=hangzhou]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all of China' }).click();
  await expect.poll(() => params(page).get('at')).toBeNull();
  await expect(page.locator('[data-edge]')).toHaveCount(0);
});

test('signs at the edge stand clear of the buttons, of the popup and of each other, on a phone and wide', async ({ browser }) => {
  for (const options of [
    { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    { viewport: { width: 1440, height: 900 } },
  ]) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    for (const query of ['lang=en&at=97,36.5,6', 'lang=zh&at=104,35,5', 'lang=en&pairing=zhejiang-haixi&at=97,36.5,6']) {
      await (page.url() === 'about:blank' ? open(page, query) : turn(page, query));
      await expect(page.locator('[data-edge]').first(), query).toBeVisible();
      const boxes = await page
        .locator('[data-edge], section.camera, .popup')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1))
          expect(
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top,
            `${query}: ${JSON.stringify([box, other])}`,
          ).toBe(true);
      });
    }
    await context.close();
  }
});

test('no line of the first sentence begins with a comma, at any width and in either language', async ({ page }) => {
  await open(page, 'lang=en');
  for (const lang of ['en', 'zh'])
    for (let width = 320; width <= 1440; width += width < 760 ? 22 : 160) {
      await page.setViewportSize({ width, height: 900 });
      if (width === 320) await turn(page, `lang=${lang}`);
      const apart = await page.locator('.finding .link').evaluateAll((all) =>
        all.map((one) => {
          const after = document.createRange();
          after.setStart(one.nextSibling!, 0);
          after.setEnd(one.nextSibling!, 1);
          const [link, mark] = [[...one.getClientRects()].at(-1)!, after.getBoundingClientRect()];
          return { text: after.toString(), beside: Math.abs(mark.left - link.right) < 2 && mark.top < link.bottom };
        }),
      );
      expect(apart, `${width}`).toEqual([0, 1].map(() => ({ text: lang === 'zh' ? '，' : ',', beside: true })));
    }
});

test('width and shade follow the measure that is chosen, and the legend says which', async ({ page }) => {
  const faults = watch(page);
  await open(page, 'lang=en');
  await page.getByRole('combobox', { name: 'Arc width' }).selectOption('projects');
  await expect(page.locator('.side')).toContainText('projects our sources name (our count)');
  await page.getByRole('checkbox', { name: 'Shade regions by this measure' }).check();
  await expect(page.locator('.shades').first()).toContainText(/\d+ projects/);
  expect(params(page).toString()).toBe('measure=projects&shade=on&lang=en');
  await page.getByRole('combobox', { name: 'Arc width' }).selectOption('none');
  await expect(page.getByRole('checkbox', { name: 'Shade regions by this measure' })).toHaveCount(0);
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('the globe and the flat map change places', MAP, async ({ page }) => {
  const faults = watch(page);
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Globe' }).click();
  await expect.poll(() => params(page).get('projection')).toBe('globe');
  await page.getByRole('button', { name: 'Flat map' }).click();
  await expect.poll(() => params(page).get('projection')).toBeNull();
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('city and county pairs that are folded are counted, and shown when asked for', async ({ page }) => {
  await open(page, 'lang=en');
  await expect(page.locator('.folded')).toContainText(/drawn within their provinces’ arcs: \d+ pairings/);
  // The head counts pairings that a source calls so, and the list's own counts keep our inferences apart as it does.
  const beyond = DATASET.pairings.filter(({ dossier }) => !dossier);
  const ties = beyond.filter(({ inferred }) => inferred).length;
  await expect(page.locator('.network summary')).toHaveText(`No dossier yet: ${beyond.length - ties} pairings and ${ties} inferred ties`);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect.poll(() => params(page).get('unfold')).toBe('all');
  await expect(page.locator('.folded')).not.toContainText('drawn within');
});

test('the tray of a phone rests at three heights, by press and by finger', async ({ browser }) => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await open(page, 'lang=en');
  const height = () => page.locator('.side').evaluate((side) => Math.round((side.getBoundingClientRect().height / innerHeight) * 100));
  await expect.poll(height).toBe(40);
  await page.getByRole('button', { name: 'Enlarge the panel further' }).tap();
  await expect.poll(height).toBe(92);
  await page.getByRole('button', { name: 'Make the panel small' }).tap();
  await expect.poll(height).toBe(16);
  const handle = (await page.getByRole('button', { name: 'Enlarge the panel', exact: true }).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(handle.x + handle.width / 2, handle.y - 240, { steps: 5 });
  await page.mouse.up();
  await expect.poll(height).toBe(40);
  await context.close();
});

test('the panel can be put away, and China then has the room', async ({ page }) => {
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Hide the panel' }).click();
  await expect(page.locator('.side')).toBeHidden();
  expect(params(page).get('at')).toBeNull();
  await page.getByRole('button', { name: 'Show the panel' }).click();
  await expect(page.locator('.side')).toBeVisible();
});

test('who comes first is told what to do, once', MAP, async ({ page }) => {
  await open(page, 'lang=en');
  await expect(page.locator('aside.hint')).toContainText('Choose an arc');
  await page.locator('[data-pairing=zhejiang-haixi]').click();
  await expect(page.locator('aside.hint')).toHaveCount(0);
  await open(page, 'lang=en');
  await page.waitForTimeout(500);
  await expect(page.locator('aside.hint')).toHaveCount(0);
});

test('without a network the page says so and carries on', async ({ page, context }) => {
  await open(page, 'lang=en');
  await context.setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await page.getByRole('button', { name: /^Flights/ }).click();
  await expect.poll(() => listed(page).then((all) => all.length)).toBe(expected({ has: ['flights'] }).length);
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toHaveCount(0);
});

test('at 320 px, and at 400 % of a small screen, nothing is lost sideways and all can be reached', async ({ browser }) => {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
  ]) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    const fits = async (state: string) => {
      const wide = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('button, select, input, a')]
          .filter((element) => element.checkVisibility() && element.closest('table, [role=tablist], .branches') === null)
          .map((element) => Math.round(element.getBoundingClientRect().right)),
      ]);
      expect(Math.max(...wide), `${state} at ${viewport.width} × ${viewport.height}`).toBeLessThanOrEqual(viewport.width + 1);
    };
    await open(page, 'lang=en');
    await fits('the first view');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: /^Xinjiang aid/ }).click();
    await fits('filters');
    await page.getByRole('button', { name: 'Years' }).click();
    await fits('years');
    for (const query of ['pairing=zhejiang-haixi', 'pairing=zhejiang-haixi&tab=dossier', 'tab=table', 'tab=sources']) {
      await turn(page, `lang=en&${query}`);
      await page.waitForTimeout(400);
      await fits(query);
    }
    await context.close();
  }
});

test('a part of the page that cannot be fetched says so, and comes when it can be', async ({ page }) => {
  await page.route('**/assets/TimeAxis-*.js*', (route) => route.abort());
  await open(page, 'lang=en');
  await page.getByRole('button', { name: 'Years' }).click();
  await expect(page.getByRole('alert')).toContainText('failed to load');
  await page.unroute('**/assets/TimeAxis-*.js*');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Time axis, 2010 to 2030' })).toBeVisible();
});
