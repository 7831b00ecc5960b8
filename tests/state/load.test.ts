import { expect, test } from 'vitest';
import { load, loadGroundNotes } from '../../src/state/load.ts';
import { DATASET } from '../fixtures/world.ts';

const served = (value: unknown): string => `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;

test('a dataset is loaded as it was built', async () => {
  expect(await load(served(DATASET))).toEqual(DATASET);
});

test.each([2, '1', null, undefined])('a dataset of format %j is refused, and why is said', async (format) => {
  await expect(load(served({ ...DATASET, format }))).rejects.toThrow(`format ${String(format)}, this page reads 1`);
});

test('a file that is no JSON is refused', async () => {
  await expect(load('data:text/html,<h1>404</h1>')).rejects.toThrow();
});

test('notes of the ground are loaded as they were built', async () => {
  const notes = { relief: { coordinates: [] }, attribution: { zh: '资料', en: 'Data' }, notice: { zh: '示意图', en: 'Schematic' } };
  expect(await loadGroundNotes(served(notes))).toEqual(notes);
});
