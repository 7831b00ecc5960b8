import { describe, expect, test } from 'vitest';
import { citation, pairingGeography, pairingLine, pairingSentence, pairingTitle } from '../../src/text/pairing.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const HAN = /\p{Script=Han}/u;
const xishan = WORLD.findPairing('donghai-xishan')!;
const yunling = WORLD.findPairing('haigang-yunling')!;

test('a pairing is titled from donor to recipient', () => {
  expect(pairingTitle(WORLD, xishan, 'zh')).toBe('东海 → 西山州');
  expect(pairingTitle(WORLD, xishan, 'en')).toBe('Donghai → Xishan');
});

test('its line is its aid total with the period of it', () => {
  expect(pairingLine(xishan, 'zh')).toBe('4.2亿元，2021—2025年');
  expect(pairingLine(xishan, 'en')).toBe('CNY 420 million, 2021–2025');
});

test('a total that no source reports is said to be so, never shown as 0', () => {
  expect(pairingLine(yunling, 'zh')).toBe('总额未公布');
  expect(pairingLine(yunling, 'en')).toBe('total not reported');
});

test('its sentence has what its popup has: programme, total, projects, flights, trains', () => {
  expect(pairingSentence(WORLD, xishan, 'zh')).toBe(
    '东海 → 西山州；山海协作；援助资金总额：4.2亿元，2021—2025年；3 个具名项目；1 条航线；1 条班列线路',
  );
  expect(pairingSentence(WORLD, xishan, 'en')).toBe(
    'Donghai → Xishan; Mountain–sea cooperation; Aid total: CNY 420 million, 2021–2025; 3 named projects; 1 air route; 1 freight route',
  );
});

test('its sentence is silent on what there is none of', () => {
  expect(pairingSentence(WORLD, yunling, 'en')).toBe('Haigang → Yunling; Mountain–sea cooperation; Aid total: total not reported');
});

describe('its geography', () => {
  test('names the seats that the arc joins, and a distance that is said to be ours', () => {
    expect(pairingGeography(WORLD, xishan, 'en')).toEqual([
      'Drawn from Binhai, the capital of Donghai.',
      'Drawn to Gaoyuan, the seat of Xishan.',
      'About 2,370 km apart in a straight line (computed by us).',
    ]);
  });

  test('has the distance alone where both ends are the places themselves', () => {
    expect(pairingGeography(WORLD, yunling, 'zh')).toEqual(['直线距离约 2,290 公里（本站计算）。']);
  });
});

describe('a citation', () => {
  test('has title, publisher and date', () => {
    expect(citation(WORLD.source('daily'), 'zh')).toEqual({ title: '《山海相连五年间》', rest: '东海日报，2026年1月5日' });
    expect(citation(WORLD.source('daily'), 'en')).toEqual({
      title: 'Five years between mountain and sea.',
      rest: 'Donghai Daily, 5 Jan 2026',
    });
  });

  test('says how its date is known where it is not printed', () => {
    expect(citation(WORLD.source('evening'), 'zh').rest).toBe('西山晚报，2024年（文中以2024年为今年）');
    expect(citation(WORLD.source('evening'), 'en').rest).toBe('Xishan Evening News, 2024 (The text calls 2024 this year)');
  });
});

describe.each(REAL.dataset.pairings.map((pairing) => ({ id: pairing.id, pairing })))('$id', ({ pairing }) => {
  test('is told in English without a Chinese character', () => {
    const told = [pairingTitle, pairingSentence].map((tell) => tell(REAL, pairing, 'en'));
    for (const text of [...told, ...pairingGeography(REAL, pairing, 'en')]) {
      expect(text).toMatch(/[A-Z]/);
      expect(text).not.toMatch(HAN);
      expect(text).not.toMatch(/undefined|NaN|null/);
    }
  });

  test('is told in Chinese without English words or punctuation', () => {
    for (const text of [pairingSentence(REAL, pairing, 'zh'), ...pairingGeography(REAL, pairing, 'zh')]) {
      expect(text).toMatch(HAN);
      expect(text).not.toMatch(/[a-z]{2,}|: |; |undefined|NaN|null/);
    }
  });
});

test('every source is cited whole in both languages', () => {
  for (const source of REAL.dataset.sources) {
    for (const lang of ['zh', 'en'] as const) {
      const { title, rest } = citation(source, lang);
      expect(`${title} ${rest}`).not.toMatch(/undefined|NaN|null/);
      expect(rest).toMatch(/\d{4}/);
    }
    expect(Object.values(citation(source, 'en')).join(' ')).not.toMatch(HAN);
  }
});
