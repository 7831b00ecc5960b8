import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS, readDeck, type Deck, type Kind } from '../../src/state/deck.ts';
import { notesOf, saidOf } from '../../src/briefing/said.ts';
import { sourcesOfDeck } from '../../src/briefing/told.ts';
import { known, rateOf } from '../../src/state/known.ts';
import { allFigures } from '../../src/state/world.ts';
import { wordsProblems } from '../../src/text/brief.ts';
import { REAL } from '../fixtures/world.ts';

const deckOf = (id: string, lang: 'zh' | 'en') =>
  readDeck(readFileSync(new URL(`../../data/briefs/${id}.${lang}.md`, import.meta.url), 'utf8')).deck!;
const DECKS = ['overview', 'zhejiang-haixi'].flatMap((id) => (['zh', 'en'] as const).map((lang) => deckOf(id, lang)));

test('every slide has two sentences to be read aloud, whole ones, in its own language', () => {
  for (const deck of DECKS)
    deck.slides.forEach((slide, now) => {
      const said = saidOf(REAL, deck, now);
      expect(said).toHaveLength(2);
      for (const sentence of said) {
        expect(sentence, `${deck.title} ${now + 1} ${slide.kind}`).toMatch(deck.lang === 'zh' ? /^[^{}]+。$/ : /^[A-Z“\d][^{}]*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN/);
      }
      expect(notesOf(REAL, deck, now).slice(-2)).toEqual(said);
    });
});

const slide = (kind: Kind, view = '', words = ''): Deck => ({ title: 'T', lang: 'en', slides: [{ kind, view, words, notes: '' }] });

test('each kind of slide says what the rows say', () => {
  for (const kind of KINDS)
    expect(saidOf(REAL, slide(kind, 'pairing=zhejiang-haixi&compare=tianjin-huangnan'), 0).every(Boolean), kind).toBe(true);

  // The largest rate, found by hand: of all that says enough for one.
  const rates = REAL.dataset.pairings.flatMap((pairing) => {
    const { figure, standing } = known(REAL, pairing, 'aid');
    const rate = figure && (standing === 'reported' || standing === 'joint') ? rateOf(REAL, figure) : null;
    return rate ? [{ pairing, rate }] : [];
  });
  const { pairing } = rates.reduce((a, b) => (b.rate > a.rate ? b : a));
  const title = `${REAL.place(pairing.donor).en} → ${REAL.place(pairing.recipient).en}`;
  // Whichever way the table is sorted.
  for (const view of ['sort=-rate', 'sort=rate', 'sort=donor', '']) expect(saidOf(REAL, slide('table', view), 0)[0], view).toContain(title);
  // An amount that counts others says so.
  expect(saidOf(REAL, slide('table', 'recipient=aksu'), 0)[0]).toContain('together with Alar');

  const haixi = REAL.findPairing('zhejiang-haixi')!;
  const days = [
    ...allFigures(haixi).filter(({ from, to }) => from && from.length > 4 && (to === null || to === from)),
    ...haixi.projects.filter(({ on }) => on),
    ...haixi.routes.filter(({ event }) => event.on),
  ];
  expect(saidOf(REAL, slide('timeline', 'pairing=zhejiang-haixi'), 0)[1]).toContain(`${days.length} records`);

  const cites = sourcesOfDeck(REAL, DECKS[1]!).length;
  const last = DECKS[1]!.slides.findIndex(({ kind }) => kind === 'sources');
  expect(saidOf(REAL, DECKS[1]!, last)[0]).toContain(`${cites} sources`);
});

test('a statement that refers to figures has them said with period and source', () => {
  const said = saidOf(REAL, slide('statement', '', '# {{zhejiang-haixi-aid-2021-2025 amount}}'), 0);
  expect(said[0]).toContain('CNY 1.298 billion');
  expect(said[0]).toContain('2021–2025');
  expect(said[0]).toContain('according to “');
});

test('what is said holds no number that the record has not', () => {
  // Years of periods, ratios and rates are worked out and said to be so: everything else must be found.
  for (const deck of DECKS)
    deck.slides.forEach(({ kind }, now) => {
      if (!['cover', 'statement', 'end'].includes(kind)) return;
      const [record] = saidOf(REAL, deck, now);
      expect(wordsProblems(REAL, record, deck.lang), record).toEqual([]);
    });
});
