import { expect, test } from 'vitest';
import { siteOf } from '../../src/pages/site.ts';

test('an address of the first page is taken as it is, and ends in a slash', () => {
  expect(siteOf('https://example.org/shanhai/')).toBe('https://example.org/shanhai/');
  expect(siteOf(' https://example.org/shanhai ')).toBe('https://example.org/shanhai/');
  expect(siteOf('http://127.0.0.1:4173')).toBe('http://127.0.0.1:4173/');
});

test('unset or empty, there is none', () => {
  expect(siteOf(undefined)).toBeNull();
  expect(siteOf('  ')).toBeNull();
});

test.each([
  ['example.org/shanhai', 'is no absolute address'],
  ['/shanhai/', 'is no absolute address'],
  ['ftp://example.org/', 'is not of http or https'],
  ['mailto:desk@example.org', 'is not of http or https'],
  ['https://example.org/?lang=zh', 'has a query or a fragment'],
  ['https://me:secret@example.org/', 'has a name or password in it'],
  ['https://example.org/index.html', 'names a file'],
])('%s is refused with place, value and remedy', (text, why) => {
  expect(() => siteOf(text)).toThrow(
    `SHANHAI_SITE: "${text}" ${why}; write the whole address of the first page, such as https://example.org/shanhai/`,
  );
});
