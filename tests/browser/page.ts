import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Dataset } from '../../data/schema.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { roomOf } from '../../src/panels/layout.ts';
import { offMiddle } from '../../src/scene/frame.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';

/** The dataset of the built site: what the page must agree with. */
export const DATASET = JSON.parse(readFileSync(new URL('../../dist/data/shanhai.json', import.meta.url), 'utf8')) as Dataset;

/** Pairings with a dossier: those in the list from the start, in the first paint, and with a row of the table. */
export const DOSSIERS = DATASET.pairings.filter(({ dossier }) => dossier);

const { arcs } = scene(new World(DATASET), DEFAULTS, LIGHT);
/** Arcs of the first view, and those of them that stand in the page before its scripts: all but the hairlines without a dossier. */
export const DRAWN = arcs.map(({ id }) => id);
export const PAINTED = arcs.flatMap(({ id, dashPx }) => (dashPx === 0 || DOSSIERS.some((pairing) => pairing.id === id) ? [id] : []));

/** Everything a page did that it should not: requests to other origins, errors, and warnings on the console. Read at the end of a test. */
export interface Faults {
  foreign: string[];
  errors: string[];
}

export function watch(page: Page): Faults {
  const faults: Faults = { foreign: [], errors: [] };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname !== '127.0.0.1' && url.protocol !== 'data:' && url.protocol !== 'blob:') faults.foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.errors.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => faults.errors.push(error.message));
  page.on('console', (message) => {
    // Software GL tells of slow read-backs, and a map for which there is no GL that it needs it; that is about the machine.
    const machine = ofMap() ? /GPU stall|GL Driver Message/ : /^GPUInitializationError: WebGL2 is required/;
    // No visit is kept for the next, as the configuration has it.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type()) && !machine.test(message.text())) faults.errors.push(message.text());
  });
  return faults;
}

/** Marks a test of the live map: it runs where there is GL, in software. All others run where there is none, over the still. */
export const MAP = { tag: '@map' };
const ofMap = () => test.info().tags.includes(MAP.tag);

/** A page in which nothing has been put for so long is whole. */
const QUIET_MS = 150;

/** CSS px that a pixel of the map is wide where no test looks at its pixels: places and sizes stay what they are. */
const COARSE = 4;

/** Where on a window of a size the place stands that an address names by `at`: in the middle of what the panels leave of the map. */
export function middleOf(size: { width: number; height: number }): [x: number, y: number] {
  const [dx, dy] = offMiddle(
    roomOf([size.width, size.height], { shown: true, stop: 1, time: false, table: 0, notes: 24, open: false }).frame,
  );
  return [size.width / 2 + dx, size.height / 2 + dy];
}

/** Opens a view and waits until what shows it is there: the live map in the still's place, or the still for good. With `sharp` the map has all its pixels. */
export async function open(page: Page, query = '', { sharp = false } = {}): Promise<void> {
  if (ofMap() && !sharp)
    await page.addInitScript(
      (coarse) => Object.defineProperty(window, 'devicePixelRatio', { value: 1 / coarse, configurable: true }),
      COARSE,
    );
  await page.goto(`/?${query}`);
  await shown(page);
}

/** Waits until what shows the view is there, and with it the parts of the page that are fetched last. */
export async function shown(page: Page): Promise<void> {
  await expect(page.locator(ofMap() ? '.stage.ready' : '.failure')).toBeAttached({ timeout: 60_000 });
  // A map takes longer to be ready than the last parts take to come; the still does not.
  if (ofMap()) return;
  await page.waitForLoadState('networkidle');
  // On a busy machine what has been fetched may still have to be put in: the page is whole once nothing more is.
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((done) => {
        let last = setTimeout(done, quietMs);
        const seen = new MutationObserver(() => {
          clearTimeout(last);
          last = setTimeout(() => (seen.disconnect(), done()), quietMs);
        });
        seen.observe(document, { subtree: true, childList: true });
      }),
    QUIET_MS,
  );
}

/** Goes to another view in a page that stands already, as a step back would, and waits until what shows it is there. */
export async function turn(page: Page, query = ''): Promise<void> {
  await page.evaluate((query) => {
    history.pushState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
  await shown(page);
}

export const popup = (page: Page) => page.getByRole('dialog');
