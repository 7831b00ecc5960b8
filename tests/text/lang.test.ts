import { expect, test } from 'vitest';
import { preferredLang, say } from '../../src/text/lang.ts';

test.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-Hant-TW'], 'zh'],
  [['ZH'], 'zh'],
  [['en-GB', 'zh'], 'en'],
  [['fr-CA', 'zh-CN', 'en'], 'zh'],
  [['fr-CA', 'en', 'zh-CN'], 'en'],
  [['fr', 'de'], 'en'],
  [['zha'], 'en'],
  [[], 'en'],
])('of %j the page speaks %s', (languages, lang) => {
  expect(preferredLang(languages)).toBe(lang);
});

test('words are said in the language asked for', () => {
  expect(say({ zh: '山', en: 'mountain' }, 'zh')).toBe('山');
  expect(say({ zh: '山', en: 'mountain' }, 'en')).toBe('mountain');
});
