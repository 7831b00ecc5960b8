import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Dataset } from '../../data/schema.ts';
import { LIGHT } from '../../src/look/themes.ts';
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
    // Software GL tells of slow read-backs; that is about the machine.
    if (['error', 'warning'].includes(message.type()) && !/GPU stall|GL Driver Message/.test(message.text()))
      faults.errors.push(message.text());
  });
  return faults;
}

/** Opens a view and waits until the live map stands in the still's place. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/?${query}`);
  await expect(page.locator('.stage.ready')).toBeAttached({ timeout: 60_000 });
}

export const popup = (page: Page) => page.getByRole('dialog');
