import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDeck } from '../../src/state/deck.ts';
import { comparedOf, footOf, sourcesOfDeck, tableOf, yearsOf } from '../../src/briefing/told.ts';
import { textWidth } from '../../src/look/letters.ts';
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

test('the foot of a slide names its sources by title and date where there is room, or all by number', () => {
  const room = 1728;
  for (const [id, lang] of [
    ['overview', 'zh'],
    ['overview', 'en'],
    ['zhejiang-haixi', 'zh'],
    ['zhejiang-haixi', 'en'],
  ]) {
    const deck = readDeck(readFileSync(new URL(`../../data/briefs/${id}.${lang}.md`, import.meta.url), 'utf8')).deck!;
    const feet = deck.slides.map((_, now) => footOf(REAL, deck, now, room));
    const cited = feet.filter(({ sources }) => sources.length);
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.some(({ sources }) => sources.every(({ told }) => told))).toBe(true);
    for (const { of, sources } of cited) {
      expect(new Set(sources.map(({ told }) => told !== '')).size).toBe(1);
      for (const { number, told } of sources) {
        const { title, date } = REAL.dataset.sources[number - 1]!;
        if (told) expect(told).toContain(title[deck.lang]);
        if (told) expect(told).toContain(date.slice(0, 4));
      }
      expect(textWidth(`${of}${sources.map(({ number, told }) => `[${number}] ${told} `).join('')}`, 24)).toBeLessThan(room);
    }
    // With less room the brief's own title gives way first, and then theirs.
    expect(footOf(REAL, deck, 3, 300).sources.every(({ told }) => told === '')).toBe(true);
  }
});
