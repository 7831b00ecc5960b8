import { expect, test } from 'vitest';
import { Files } from '../../src/state/files.ts';
import { loadDataset } from '../../src/state/load.ts';
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
