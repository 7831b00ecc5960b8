import { describe, expect, test } from 'vitest';
import { cite, whereIn, STYLES } from '../../src/text/cite.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const [daily, evening] = [WORLD.source('daily'), WORLD.source('evening')];

test('GB/T 7714 cites in Chinese, with its mark for a newspaper on paper or online', () => {
  expect(cite(daily, 'gbt')).toBe('东海日报. 山海相连五年间[N/OL]. 2026-01-05. https://example.org/daily.');
  expect(cite(evening, 'gbt')).toBe('西山晚报. 从海边飞来的朋友[N]. 2024.');
});

test('APA cites in English and keeps the Chinese title, its date as exact as it is known', () => {
  expect(cite(daily, 'apa')).toBe(
    'Donghai Daily. (2026, January 5). 山海相连五年间 [Five years between mountain and sea]. https://example.org/daily',
  );
  expect(cite(evening, 'apa')).toBe('Xishan Evening News. (2024). 从海边飞来的朋友 [Friends who flew in from the sea].');
  expect(cite({ ...daily, date: '2026-01' }, 'apa')).toContain('(2026, January).');
});

test('BibTeX has one field a line and every brace closed', () => {
  expect(cite(daily, 'bibtex').split('\n')).toEqual([
    '@article{daily,',
    '  title = {{山海相连五年间}},',
    '  titleaddon = {Five years between mountain and sea},',
    '  author = {{Donghai Daily}},',
    '  date = {2026-01-05},',
    '  url = {https://example.org/daily},',
    '  langid = {chinese}',
    '}',
  ]);
});

describe.each(STYLES)('in $name', ({ style }) => {
  test('every source of the data is cited whole', () => {
    for (const source of REAL.dataset.sources) {
      const text = cite(source, style);
      expect(text).not.toMatch(/undefined|NaN|null/);
      expect(text).toContain(source.title.zh);
      expect(text).toContain(source.date.slice(0, 4));
      if (source.url) expect(text).toContain(source.url);
      if (style === 'bibtex') expect(text.match(/\{/g)).toHaveLength(text.match(/\}/g)!.length);
    }
  });
});

test('where something stands is a paragraph, or the words given', () => {
  expect([whereIn(3, 'zh'), whereIn(3, 'en')]).toEqual(['第3段', 'paragraph 3']);
  expect(whereIn({ zh: '表1', en: 'Table 1' }, 'en')).toBe('Table 1');
});
