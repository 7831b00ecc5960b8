import { expect, test } from 'vitest';
import { sameUnit } from '../../src/state/unit.ts';
import { allFigures } from '../../src/state/world.ts';
import { unitWord } from '../../src/text/figure.ts';
import { REAL } from '../fixtures/world.ts';

test('units are one where English has one word for both, and only there', () => {
  const units = [...new Set(REAL.dataset.pairings.flatMap((pairing) => allFigures(pairing).map(({ unit }) => unit))), '名', '位', '株'];
  const oneWord = (a: string, b: string): boolean => a === b || (unitWord(a) !== '' && unitWord(a) === unitWord(b));
  for (const a of units) for (const b of units) expect(sameUnit({ unit: a }, { unit: b }), `${a} ${b}`).toBe(oneWord(a, b));
});
