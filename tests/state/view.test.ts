import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { View } from '../../src/state/view.svelte.ts';
import { format } from '../../src/state/url.ts';
import { VIEWS } from '../views.ts';

const china = { query: '', languages: ['zh-CN', 'en'], prefersDark: false };

describe('the language in force', () => {
  test('is the link’s, else the browser’s', () => {
    expect(new View({ ...china, query: 'lang=en' }).speaks).toBe('en');
    expect(new View(china).speaks).toBe('zh');
    expect(new View({ ...china, languages: ['fr'] }).speaks).toBe('en');
  });

  test('follows the reader’s choice', () => {
    const view = new View(china);
    view.lang = 'en';
    expect([view.speaks, view.query]).toEqual(['en', 'lang=en']);
  });
});

test.each([
  ['', false, false],
  ['', true, true],
  ['theme=light', true, false],
  ['theme=dark', false, true],
  ['theme=auto', true, true],
])('at %j and a browser that prefers dark (%s) it is dark: %s', (query, prefersDark, dark) => {
  expect(new View({ ...china, query, prefersDark }).dark).toBe(dark);
});

test.each(VIEWS)('the view $name is the address it was opened from', ({ query }) => {
  expect(new View({ ...china, query }).query).toBe(query);
});

test('opening a pairing closes the record inside the one before', () => {
  const view = new View({ ...china, query: 'pairing=a&record=b' });
  view.open('c');
  expect(view.query).toBe('pairing=c');
  view.open('c', 'd');
  expect(view.query).toBe('pairing=c&record=d');
  view.open('c', null, 'dossier');
  expect(view.query).toBe('pairing=c&tab=dossier');
  view.open(null);
  expect(view.query).toBe('');
});

test('a step back takes every field from its address', () => {
  const view = new View({ ...china, query: 'pairing=a&theme=dark&at=95,36.6,6&projection=globe&ground=plain&lang=en' });
  view.read('record=golmud');
  expect(format(view)).toBe('record=golmud');
});

describe('the script in the page, which runs before the app, settles the same as the app', () => {
  const html = readFileSync(new URL('../../src/index.html', import.meta.url), 'utf8');
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)![1]!;
  /** Runs the page's own script in a browser of this kind. */
  const settled = (search: string, languages: string[], prefersDark: boolean) => {
    const documentElement = { lang: '', dataset: { theme: '' }, classList: { add: () => undefined } };
    vm.runInNewContext(script, {
      URLSearchParams,
      location: { search },
      navigator: { languages },
      document: { documentElement },
      matchMedia: () => ({ matches: prefersDark }),
      performance: { mark: () => undefined },
    });
    return { lang: documentElement.lang, theme: documentElement.dataset.theme };
  };

  const queries = [
    '',
    'lang=zh',
    'lang=en',
    'lang=fr',
    'lang=',
    'theme=dark',
    'theme=light',
    'theme=auto',
    'theme=DARK',
    'lang=en&lang=zh',
  ];
  const readers = [['zh-CN', 'en'], ['en-US', 'zh'], ['fr', 'zh-TW'], ['de'], ['ZH'], ['zha', 'en'], []];
  test.each(queries)('at %j', (query) => {
    for (const languages of readers) {
      for (const prefersDark of [true, false]) {
        const view = new View({ query, languages, prefersDark });
        expect(settled(`?${query}`, languages, prefersDark), languages.join()).toEqual({
          lang: view.speaks === 'zh' ? 'zh-CN' : 'en',
          theme: view.dark ? 'dark' : 'light',
        });
      }
    }
  });
});
