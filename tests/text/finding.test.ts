import { expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { DASH_PX } from '../../src/look/strokes.ts';
import { scene } from '../../src/scene/scene.ts';
import { known, rateOf } from '../../src/state/known.ts';
import { spanOf } from '../../src/state/span.ts';
import { MEASURES, parse } from '../../src/state/url.ts';
import { finding } from '../../src/text/finding.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { REAL } from '../fixtures/world.ts';

const found = (query: string, lang: 'zh' | 'en' = 'en') => {
  const view = parse(query);
  const drawn = scene(REAL, view, LIGHT);
  return { drawn, said: finding(REAL, drawn.legend, spanOf(view), lang) };
};

test('names the two that are given most a year, as the record itself has it', () => {
  const { said } = found('');
  const rates = REAL.dataset.pairings
    .flatMap((pairing) => {
      const { figure, standing, holder } = known(REAL, pairing, 'aid');
      const rate = figure && standing !== 'part' && holder === pairing ? rateOf(REAL, figure) : null;
      return rate === null ? [] : [{ id: pairing.id, rate }];
    })
    .sort((a, b) => b.rate - a.rate);
  expect(said!.widest.map(({ pairing }) => pairing)).toEqual(rates.slice(0, 2).map(({ id }) => id));
  expect(said!.widest[0]!.title).toBe(pairingTitle(REAL, REAL.findPairing(rates[0]!.id)!, 'en'));
});

test('those it names are the widest arcs drawn, and it counts the dashed ones of all', () => {
  for (const query of [
    '',
    'measure=aid',
    'measure=people',
    'measure=projects',
    'programme=qinghai-aid',
    'from=2022&to=2023',
    'network=off',
  ])
    for (const lang of ['zh', 'en'] as const) {
      const { drawn, said } = found(query, lang);
      const widest = [...drawn.arcs].sort((a, b) => b.widthPx - a.widthPx);
      for (const { pairing } of said!.widest)
        expect(widest.find(({ id }) => id === pairing)!.widthPx, query).toBeGreaterThanOrEqual(widest[1]!.widthPx);
      const dashed = drawn.arcs.filter(({ dashPx }) => dashPx === DASH_PX.none).length;
      const told = drawn.arcs.length - drawn.legend.planned;
      expect(said!.silent.match(/\d+/g) ?? [], query).toEqual(dashed ? (lang === 'zh' ? [told, dashed] : [dashed, told]).map(String) : []);
      expect(JSON.stringify(said)).not.toMatch(/undefined|NaN|null/);
    }
});

test('says nothing where widths have no meaning, or there is nothing to compare', () => {
  expect(found('measure=none').said).toBeNull();
  expect(found('donor=atlantis&recipient=huangnan').said?.widest ?? []).toHaveLength(0);
  for (const measure of MEASURES) expect(() => found(`measure=${measure}&has=flights,freight,projects`)).not.toThrow();
});
