import { describe, expect, test } from 'vitest';
import { pairingGeography } from '../../src/text/geography.ts';
import {
  aidLine,
  citation,
  figureJoint,
  figureRate,
  pairingLine,
  pairingRate,
  pairingSentence,
  pairingTitle,
  sinceText,
} from '../../src/text/pairing.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const HAN = /\p{Script=Han}/u;
const xishan = WORLD.findPairing('donghai-xishan')!;
const yunling = WORLD.findPairing('haigang-yunling')!;

test('a pairing is titled from donor to recipient', () => {
  expect(pairingTitle(WORLD, xishan, 'zh')).toBe('东海 → 西山州');
  expect(pairingTitle(WORLD, xishan, 'en')).toBe('Donghai → Xishan');
});

test('its line is its aid with the period of it', () => {
  expect(pairingLine(WORLD, xishan, 'zh')).toBe('4.2亿元，2021—2025年');
  expect(pairingLine(WORLD, xishan, 'en')).toBe('CNY 420 million, 2021–2025');
});

test('aid that no source of ours reports is said to be so, accusing nobody, and never shown as 0', () => {
  expect(pairingLine(WORLD, yunling, 'zh')).toBe('援助资金：所据来源未载');
  expect(pairingLine(WORLD, yunling, 'en')).toBe('aid not reported in our sources');
});

test('what is joint, a part or a plan is said to be that', () => {
  const line = (id: string, lang: 'zh' | 'en') => pairingLine(REAL, REAL.findPairing(id)!, lang);
  expect(line('zhejiang-aksu', 'zh')).toBe('51.32亿元，2017—2019年，与阿拉尔市合计');
  expect(line('zhejiang-alar', 'en')).toBe('CNY 5.132 billion, 2017–2019, together with Aksu');
  expect(line('jiangsu-shaanxi', 'zh')).toBe('仅载部分：26.42亿元，2024年');
  expect(line('tianjin-hotan', 'en')).toBe('plan only: CNY 597 million, 2023');
});

test('a line is of the years chosen: a figure of a longer time keeps its period, one of the years themselves goes before it', () => {
  const haixi = REAL.findPairing('zhejiang-haixi')!;
  const line = (from: number, to: number) => pairingLine(REAL, haixi, 'zh', { from, to });
  expect(line(2024, 2024)).toBe('12.98亿元，2021—2025年');
  expect(line(2022, 2022)).toBe('2.5731亿元，2022年');
  expect(line(2012, 2012)).not.toContain('12.98');
  expect(pairingLine(REAL, REAL.findPairing('tianjin-huangnan')!, 'en', { from: 2024, to: 2024 })).toBe(
    'aid for 2024 not reported in our sources',
  );
});

test('a line that names aid names it once', () => {
  const of = (id: string, lang: 'zh' | 'en', span: [number, number] | null = null) =>
    aidLine(REAL, REAL.findPairing(id)!, lang, span && { from: span[0], to: span[1] }).join('');
  expect(of('zhejiang-haixi', 'zh')).toBe('援助资金：12.98亿元，2021—2025年');
  expect(of('xiangshan-tianjun', 'zh')).toBe('援助资金：所据来源未载');
  expect(of('tianjin-huangnan', 'en', [2024, 2024])).toBe('Aid: not reported in our sources for 2024');
  for (const { id } of REAL.dataset.pairings)
    for (const [lang, word] of [
      ['zh', /援助资金/g],
      ['en', /\baid\b/gi],
    ] as const)
      expect(of(id, lang).match(word), id).toHaveLength(1);
});

test('a rate says that it is ours and what it was divided by: the years that are printed, where they are', () => {
  const rate = (id: string, lang: 'zh' | 'en') => pairingRate(REAL, REAL.findPairing(id)!, lang);
  expect(rate('nanjing-xining', 'zh')).toBe('年均1.04亿元（本站按7年折算）');
  expect(rate('zhejiang-haixi', 'en')).toBe('CNY 260 million a year over 5 years (our calculation)');
  expect(rate('zhejiang-nagqu', 'en')).toBe('over CNY 200 million a year over 30 years (our calculation)');
  expect(rate('heilongjiang-beitun', 'en')).toBe('');
  const signed = REAL.findFigure('zhejiang-haixi-investment-signed-2021-2025')!.figure;
  expect(figureRate(REAL, signed, 'en')).toBe('');
});

test('of a joint figure the others are named, by the recipient where the donor is the same', () => {
  expect(figureJoint(REAL, REAL.findFigure('zhejiang-aksu-people-sent-2023-2025')!.figure, 'zh')).toBe('与阿拉尔市合计');
  expect(figureJoint(REAL, REAL.findFigure('zhejiang-haixi-aid-2021-2025')!.figure, 'zh')).toBe('');
});

test('the year of a programme is not said of the pairing', () => {
  expect(sinceText(REAL.findPairing('nanjing-xining')!, 'en')).toBe('since 2016');
  for (const pairing of REAL.dataset.pairings.filter(({ since }) => since?.basis === 'programme')) {
    expect(sinceText(pairing, 'en')).toMatch(/^this round of pairings began in \d{4}$/);
    expect(sinceText(pairing, 'zh')).toMatch(/^本轮结对始于\d{4}年$/);
  }
});

test('its sentence has what its popup has: programme, aid, projects, flights, trains', () => {
  expect(pairingSentence(WORLD, xishan, 'zh')).toBe(
    '东海 → 西山州；山海协作；援助资金：4.2亿元，2021—2025年；3个具名项目；1条航线；1条班列线路',
  );
  expect(pairingSentence(WORLD, xishan, 'en')).toBe(
    'Donghai → Xishan; Mountain–sea cooperation; Aid: CNY 420 million, 2021–2025; 3 named projects; 1 air route; 1 freight train service',
  );
});

test('its sentence is silent on what there is none of', () => {
  expect(pairingSentence(WORLD, yunling, 'en')).toBe('Haigang → Yunling; Mountain–sea cooperation; aid not reported in our sources');
});

describe('its geography', () => {
  test('names the seats that the arc joins, and a distance that is said to be ours', () => {
    expect(pairingGeography(WORLD, xishan, 'en')).toEqual([
      'The arc runs from Binhai, the capital of Donghai, to Gaoyuan, the seat of Xishan.',
      'About 2,370 km apart in a straight line (our calculation).',
    ]);
  });

  test('has the distance alone where both ends are the places themselves', () => {
    expect(pairingGeography(WORLD, yunling, 'zh')).toEqual(['直线距离约2290公里（本站计算）。']);
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
