import { describe, expect, test } from 'vitest';
import { elementCode, frameCode, pictureCode, snippetWords, type Snippet } from '../../src/text/snippet.ts';

const OF: Snippet = {
  ...{ lang: 'en', title: 'A "quoted" <title>', caption: 'A → B. Shanhai, edition of 25 Nov 2026.' },
  ...{ src: 'https://atlas.example/e/a-b/en/?theme=dark&hide=title', width: 640, height: 812, table: 'https://atlas.example/p/a-b/en/' },
};

describe('a frame', () => {
  const code = frameCode(OF);

  test('takes its place before it comes, comes when it is near, and has a name in the language of the page', () => {
    expect(code).toContain(' width="640" height="812"');
    expect(code).toContain(' loading="lazy"');
    expect(code).toContain('title="A &quot;quoted&quot; &lt;title>"');
    expect(code).toContain('src="https://atlas.example/e/a-b/en/?theme=dark&amp;hide=title"');
  });

  test('may run its scripts and open links, and no more', () => {
    expect(/sandbox="([^"]*)"/.exec(code)![1]!.split(' ').sort()).toEqual([
      ...['allow-popups', 'allow-popups-to-escape-sandbox', 'allow-same-origin', 'allow-scripts'],
    ]);
    expect(code).not.toContain('<script');
  });
});

/** What an allow-list of tags leaves: what is not on it goes, its text stays. */
const filtered = (html: string, tags: readonly string[]): string =>
  html.replace(/<\/?([a-z-]+)[^>]*>/g, (tag, name: string) => (tags.includes(name) ? tag : ''));
/** What WordPress documents for posts of authors without further rights, and Drupal for its basic HTML, as far as it matters here. */
const LISTS = {
  WordPress: ['a', 'p', 'figure', 'figcaption', 'img', 'strong', 'em', 'ul', 'ol', 'li', 'table', 'tr', 'td'],
  Drupal: ['a', 'em', 'strong', 'cite', 'blockquote', 'code', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'h2', 'h3', 'p', 'img'],
};

describe.each(Object.entries(LISTS))('the allow-list of %s', (_, tags) => {
  test.each([
    ['frame', frameCode(OF)],
    ['element', elementCode(OF, 'https://atlas.example/', { pairing: 'a-b', lang: 'en' })],
    ['picture', pictureCode(OF, 'a-b.png')],
  ])('leaves of the code of a %s what the map is, and the way to its table', (_, code) => {
    const left = filtered(code, tags);
    expect(left).not.toMatch(/<(iframe|script|shanhai-map)/);
    expect(left).toContain(OF.caption);
    expect(left).toContain(`<a href="${OF.table}">${snippetWords('en').table}</a>`);
  });
});

test('the code of an element has the keys of the view as attributes, and one script from the site', () => {
  const code = elementCode(OF, 'https://atlas.example/', { pairing: 'a-b', lang: 'en', autoload: 'visible' });
  expect(code).toContain('<script type="module" src="https://atlas.example/shanhai-map.js"></script>');
  expect(code).toContain('<shanhai-map pairing="a-b" lang="en" autoload="visible">');
});
