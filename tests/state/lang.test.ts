import { expect, test } from 'vitest';
import { preferredLang } from '../../src/state/lang.ts';

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
