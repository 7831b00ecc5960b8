import { expect, test } from 'vitest';
import { entriesOf, KINDS } from '../../src/find/entries.ts';
import { entryLine } from '../../src/find/line.ts';
import { searchWords } from '../../src/text/search.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const line = (id: string, lang: 'zh' | 'en') =>
  entryLine(
    WORLD,
    entriesOf(WORLD).find((entry) => entry.id === id)!,
    lang,
  );

test('the line under a hit tells it from others of its name', () => {
  expect([line('gaoyuan', 'zh'), line('gaoyuan', 'en')]).toEqual(['县级 · 西山州 · 此地1个项目', 'County-level · Xishan · 1 project here']);
  expect(line('donghai-xishan', 'en')).toMatch(/^Mountain–sea cooperation · CNY 420 million/);
  expect(line('haigang-yunling', 'zh')).toBe('山海协作 · 援助资金：所据来源未载');
  expect(line('solar-tower', 'en')).toBe('Gaoyuan · begun · Donghai → Xishan');
  expect(line('fair', 'en')).toBe('planned · Donghai → Xishan');
  expect(line('flight', 'zh')).toBe('航班 · 东海 → 西山州');
  expect(line('shanhai', 'en')).toBe('4 pairings');
  expect(line('daily', 'en')).toMatch(/^Donghai Daily · .*2026/);
});

test('every entry of the data has a line in both languages, the English one without a Chinese letter', () => {
  for (const entry of entriesOf(REAL)) {
    expect(entryLine(REAL, entry, 'zh'), entry.id).not.toBe('');
    expect(entryLine(REAL, entry, 'en'), entry.id).toMatch(/^[^\p{Script=Han}]+$/u);
  }
});

test('every kind has its heading in both languages', () => {
  for (const lang of ['zh', 'en'] as const) expect(Object.keys(searchWords(lang).kinds)).toEqual([...KINDS]);
});
