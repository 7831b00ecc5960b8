import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDeck } from '../../src/state/deck.ts';
import { comparedOf, sourcesOfDeck, tableOf, yearsOf } from '../../src/briefing/told.ts';
import { known, rateOf } from '../../src/state/known.ts';
import { REAL } from '../fixtures/world.ts';

test('the table of a slide has each amount once, the largest rate first', () => {
  const { rows, more } = tableOf(REAL, 'sort=-rate', 'en');
  const figures = rows.map(({ id }) => known(REAL, REAL.findPairing(id)!, 'aid').figure!);
  expect(new Set(figures).size).toBe(rows.length);
  const rates = figures.map((figure) => rateOf(REAL, figure)!);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  // Derived the other way: every amount of any pairing that says enough for a rate.
  const all = new Set(
    REAL.dataset.pairings.flatMap((pairing) => {
      const { figure, standing } = known(REAL, pairing, 'aid');
      return figure && standing !== 'part' && rateOf(REAL, figure) !== null ? [figure.id] : [];
    }),
  );
  expect(rows.length + more).toBe(all.size);
  // What stands first is the largest of all, an amount of one year among them.
  expect(rates[0]).toBe(Math.max(...[...all].map((id) => rateOf(REAL, REAL.findFigure(id)!.figure)!)));
});

test('a comparison shows only what can be compared, and years hold what is dated in them', () => {
  const [a, b] = ['zhejiang-haixi', 'tianjin-huangnan'].map((id) => REAL.findPairing(id)!);
  for (const row of comparedOf(REAL, a!, b!, 'zh')) expect([row.a, row.b].every((text) => /\[\d+\]$/.test(text))).toBe(true);
  for (const { year, entries } of yearsOf(a!, REAL, 'en')) for (const { on } of entries) expect(on).toContain(year);
});

test('the sources of a deck are all that its slides cite', () => {
  const { deck } = readDeck(readFileSync(new URL('../../data/briefs/overview.zh.md', import.meta.url), 'utf8'));
  const numbers = sourcesOfDeck(REAL, deck!);
  for (const id of ['zhejiang-haixi-aid-2021-2025', 'zhejiang-aksu-freight-trains', 'nanjing-xining-aid-2016-2023'])
    expect(numbers).toContain(REAL.sourceNumber(REAL.findFigure(id)!.figure.source));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});
