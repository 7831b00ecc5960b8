import { expect, test } from 'vitest';
import { Files } from '../../src/state/files.ts';
import { loadDataset, loadEdition } from '../../src/state/load.ts';
import { DATASET } from '../fixtures/world.ts';

const served = (value: unknown) =>
  new Files({ base: 'https://example.org/', inlined: { 'data/shanhai.json': JSON.stringify(value) ?? '' } });

test('a dataset is loaded as it was built', async () => {
  expect(await loadDataset(served(DATASET))).toEqual(DATASET);
});

test.each([2, '1', null, undefined])('a dataset of format %j is refused, and why is said', async (format) => {
  await expect(loadDataset(served({ ...DATASET, format }))).rejects.toThrow(
    `data/shanhai.json: format ${String(format)}, this page reads 1`,
  );
});

test.each([{ format: 1 }, { ...DATASET, pairings: {} }, { ...DATASET, measures: undefined }])(
  'a dataset of the right format and another shape is refused by the names of the lists it lacks',
  async (content) => {
    await expect(loadDataset(served(content))).rejects.toThrow(/data\/shanhai\.json: no list of .*(pairings|measures)/);
  },
);

test.each([null, 'text', []])('%j is refused', async (content) => {
  await expect(loadDataset(served(content))).rejects.toThrow('format undefined');
});

const KEPT = { ...DATASET, programmes: [] };
/** Files of a site that keeps the edition of one day. */
const site = (there: Record<string, unknown>) =>
  new Files({
    base: 'https://example.org/',
    pauseMs: 0,
    fetch: (address) => {
      if (typeof address !== 'string') throw new Error('an address is text');
      const content = there[address.slice('https://example.org/data/'.length)];
      return Promise.resolve(content ? new Response(JSON.stringify(content)) : new Response('', { status: 404 }));
    },
  });

test.each([
  ['no day', null, { dataset: DATASET, today: null, missing: false }],
  ['today’s edition', '2026-11-28', { dataset: DATASET, today: null, missing: false }],
  ['an edition that is kept', '2026-11-22', { dataset: KEPT, today: DATASET, missing: false }],
  ['a day of no edition', '2026-11-23', { dataset: DATASET, today: null, missing: true }],
  ['no day at all', '../../x', { dataset: DATASET, today: null, missing: true }],
])('a page bound to %s', async (_, date, bound) => {
  const files = site({ 'shanhai.json': DATASET, 'releases/2026-11-22.json': KEPT });
  expect(await loadEdition(files, date, '2026-11-28')).toEqual(bound);
});

test('an edition that is kept is shown where today’s cannot be had', async () => {
  expect(await loadEdition(site({ 'releases/2026-11-22.json': KEPT }), '2026-11-22', '2026-11-28')).toEqual({
    ...{ dataset: KEPT, today: null, missing: false },
  });
  await expect(loadEdition(site({}), '2026-11-22', '2026-11-28')).rejects.toThrow('data/shanhai.json: HTTP 404');
});
