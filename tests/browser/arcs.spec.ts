import { expect, test, type Page } from '@playwright/test';
import { LIGHT } from '../../src/look/themes.ts';
import type { LngLat } from '../../data/schema.ts';
import { bowPoint, nearestOnBow } from '../../src/scene/bow.ts';
import { inFrame } from '../../src/scene/frame.ts';
import type { ArcMark } from '../../src/scene/marks.ts';
import { project, unproject, worldPx } from '../../src/scene/mercator.ts';
import { Picker } from '../../src/scene/pick.ts';
import { rgb } from '../../src/scene/records.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { sectionsOf, World } from '../../src/state/world.ts';
import { messages } from '../../src/text/messages.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { DATASET, DRAWN, MAP, middleOf, open, popup, turn, watch } from './page.ts';

const world = new World(DATASET);
const drawn = scene(world, DEFAULTS, LIGHT);

/** CSS px of a part of an arc on the first view. */
async function at(page: Page, arc: ArcMark, t: number): Promise<[number, number]> {
  const frame = (await page.locator('.frame').boundingBox())!;
  const [x, y] = inFrame(bowPoint(arc, t));
  return [frame.x + x * frame.width, frame.y + y * frame.height];
}

/** A part of the arc where nothing lies nearer to the pointer than the arc itself, the farther from other arcs the better. */
function free(arc: ArcMark): number {
  const picker = new Picker(drawn);
  const others = drawn.arcs.filter(({ id }) => id !== arc.id);
  const alone = (t: number) => Math.min(...others.map((other) => nearestOnBow(other, bowPoint(arc, t)).distance));
  const parts = Array.from({ length: 49 }, (_, i) => 0.14 + i * 0.015).sort((a, b) => alone(b) - alone(a));
  return parts.find((t) => picker.at(unproject(bowPoint(arc, t)), 3.66, 12)?.id === arc.id) ?? NaN;
}

/** Nine pixels around each of some points of a screenshot, as red, green and blue. */
async function pixelsAt(page: Page, points: readonly (readonly [number, number])[]): Promise<number[][][]> {
  const png = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ([data, where]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      return where.map(([x, y]) => {
        const { data: rgba } = context.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3);
        return Array.from({ length: 9 }, (_, k) => [rgba[k * 4]!, rgba[k * 4 + 1]!, rgba[k * 4 + 2]!]);
      });
    },
    [png, points] as const,
  );
}

const difference = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, c) => value - b[c]!));

test('as many arcs are drawn as the first view has: dossiers, provinces, and what reports aid of its own', MAP, async ({ page }) => {
  const parts = Array.from({ length: 80 }, (_, i) => 0.1 + i * 0.01);
  // A view without any pairing.
  await open(page, 'theme=light&donor=tianjin&programme=qinghai&has=freight', { sharp: true });
  const frame = (await page.locator('.frame').boundingBox())!;
  const points = drawn.arcs.flatMap((arc) =>
    parts.map((t) => {
      const [x, y] = inFrame(bowPoint(arc, t));
      return [frame.x + x * frame.width, frame.y + y * frame.height] as const;
    }),
  );
  const without = await pixelsAt(page, points);
  await turn(page, 'theme=light');
  const full = await pixelsAt(page, points);
  const seen = drawn.arcs.filter((arc, k) => {
    const hits = parts.filter((t, i) => {
      const [now, before] = [full[k * parts.length + i]!, without[k * parts.length + i]!];
      // A hairline is too thin for a colour of its own, and a band is pale; they are what the picture without arcs lacks.
      if (arc.dashPx || arc.hollow) return now.some((pixel, n) => difference(pixel, before[n]!) > 10);
      const [from, to] = t < 0.5 ? [rgb(arc.from), rgb(arc.mid)] : [rgb(arc.mid), rgb(arc.to)];
      const part = t < 0.5 ? t * 2 : t * 2 - 1;
      const colour = from.map((value, c) => value + (to[c]! - value) * part);
      return now.some((pixel) => difference(pixel, colour) < 70);
    });
    // Half of a dashed arc is gaps, and some of any lies under names.
    return hits.length >= parts.length * 0.25;
  });
  expect(seen.map(({ id }) => id).sort()).toEqual([...DRAWN].sort());
});

test('a province of the network unfolds into its city pairs when opened, and folds on Escape', async ({ page }) => {
  const faults = watch(page);
  const parent = DATASET.pairings.find(({ id, dossier }) => !dossier && DATASET.pairings.some(({ parent: of }) => of === id))!;
  await open(page, 'lang=en');
  await page.getByText(/^No dossier yet: \d+ pairings/).click();
  await page.locator(`[data-pairing="${parent.id}"]`).click();
  await expect(popup(page)).toContainText('No dossier yet');
  await expect(popup(page).getByRole('button', { name: 'Open dossier' })).toHaveCount(0);
  const child = world.children(parent.id)[0]!;
  await popup(page)
    .getByRole('button', { name: new RegExp(`^${pairingTitle(world, child, 'en')}`) })
    .click();
  await expect(popup(page)).toHaveAccessibleName(pairingTitle(world, child, 'en'));
  await page.keyboard.press('Escape');
  await expect(popup(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: /^With a dossier/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('network')).toBe('off');
  expect(faults).toEqual({ foreign: [], errors: [] });
});

for (const lang of ['zh', 'en'] as const) {
  test(`a click on each pairing's arc opens its four sections (${lang})`, async ({ page }) => {
    test.setTimeout(240_000);
    const faults = watch(page);
    await open(page, `lang=${lang}`);
    const m = messages(lang);
    for (const arc of drawn.arcs.filter(({ id }) => world.findPairing(id)!.dossier)) {
      const pairing = world.findPairing(arc.id)!;
      await page.mouse.click(...(await at(page, arc, free(arc))));
      const dialog = popup(page);
      await expect(dialog, arc.id).toHaveAccessibleName(pairingTitle(world, pairing, lang));
      expect(new URL(page.url()).searchParams.get('pairing')).toBe(arc.id);
      const headings = await dialog.getByRole('heading', { level: 3 }).allInnerTexts();
      const names = headings.map((text) => text.replace(/\s*\d+$/, ''));
      expect(names.slice(0, 3)).toEqual([m.sections.funding, m.sections.projects, m.sections.flights]);
      // Tourist trains stand with freight trains, and are named.
      expect([m.sections.freight, ...Object.values(m.trains)]).toContain(names[3]);
      expect(names).toHaveLength(4);
      const { funding, flights, freight } = sectionsOf(world, pairing);
      for (const [name, count] of [
        ['funding', funding.length],
        ['flights', flights.routes.length + flights.figures.length],
        ['freight', freight.routes.length + freight.figures.length],
      ] as const) {
        const section = dialog.locator(`[data-section=${name}]`);
        if (count === 0) await expect(section).toContainText(m.notReported);
        else await expect(section).toContainText(String(count));
      }
      if (funding[0]) await expect(dialog.locator(`[data-figure="${funding[0].id}"]`)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await page.getByRole('button', { name: m.home }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBeNull();
    }
    expect(faults).toEqual({ foreign: [], errors: [] });
  });
}

test('a pointer over an arc names the pairing, its programme and one line', MAP, async ({ page }) => {
  await open(page, 'lang=en');
  const arc = drawn.arcs.find(({ id }) => id === 'zhejiang-haixi')!;
  await page.mouse.move(...(await at(page, arc, free(arc))));
  const tip = page.locator('.tip');
  await expect(tip).toContainText('Zhejiang → Haixi');
  await expect(tip).toContainText('Qinghai aid');
  await expect(tip).toContainText('CNY 1.298 billion, 2021–2025');
});

test('a click on a flight opens its own card, and the way back to its pairing', async ({ page }) => {
  await open(page, 'lang=en&has=flights');
  const flown = scene(world, { ...DEFAULTS, has: ['flights'] }, LIGHT);
  const route = flown.routes.find(({ mode, pairing }) => mode === 'flight' && pairing === 'zhejiang-haixi')!;
  // Where the flight is farthest from every arc.
  const clear = (where: LngLat) => Math.min(...flown.arcs.map((arc) => nearestOnBow(arc, project(where)).distance));
  const point = route.path.slice(6, -6).sort((p, q) => clear(q) - clear(p))[0]!;
  const frame = (await page.locator('.frame').boundingBox())!;
  const [x, y] = inFrame(project(point));
  await page.mouse.click(frame.x + x * frame.width, frame.y + y * frame.height);
  await expect(popup(page)).toHaveAccessibleName(route.label.en);
  await page.getByRole('button', { name: 'Back to the pairing' }).click();
  await expect(popup(page)).toHaveAccessibleName('Zhejiang → Haixi');
});

test('near views show counties and project places, and a click on a place opens its card', async ({ page }) => {
  await open(page, 'lang=en&at=95,36.6,6.4');
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('counties.topo')).length))
    .toBeGreaterThan(0);
  const [x, y] = middleOf(page.viewportSize()!);
  const [centre, golmud] = [project([95, 36.6]), project(world.place('golmud').point)];
  await page.mouse.click(x + (golmud[0] - centre[0]) * worldPx(6.4), y + (golmud[1] - centre[1]) * worldPx(6.4));
  await expect(popup(page)).toHaveAccessibleName('Golmud');
  await expect(popup(page)).toContainText('350 MW');
});
