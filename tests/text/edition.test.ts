import { expect, test } from 'vitest';
import { CHANGES } from '../../src/text/changes.ts';
import { EDITION } from '../../src/text/edition.ts';

test('the edition is of the day on which the data last changed', () => {
  expect(EDITION).toBe(CHANGES[0]!.on);
  expect(CHANGES.map(({ on }) => on)).toEqual(
    CHANGES.map(({ on }) => on)
      .toSorted()
      .reverse(),
  );
});
