import { describe, expect, test } from 'vitest';
import { citeView } from '../../src/text/cite.ts';
import { embedCode, shareWords, type ShareWords } from '../../src/text/share.ts';

describe('what is copied', () => {
  test('an embed shows the view, runs no script and cannot be broken out of', () => {
    const code = embedCode('https://example.org/a/?pairing=x&lang=zh', 'A "quoted" <title>');
    expect(code).toBe(
      '<iframe src="https://example.org/a/?pairing=x&amp;lang=zh" title="A &quot;quoted&quot; &lt;title>" loading="lazy" width="100%" height="640" style="border:0"></iframe>',
    );
  });

  test('a view is cited with its edition and the day it was seen', () => {
    const view = { title: '浙江 → 海西州', address: 'https://example.org/?pairing=x', edition: '2026-11-22', seen: '2027-01-02' };
    expect(citeView(view, 'gbt')).toBe('山海图. 浙江 → 海西州[DS/OL]. (2026-11-22)[2027-01-02]. https://example.org/?pairing=x.');
    expect(citeView(view, 'apa')).toBe('Shanhai. (2026, November 22). 浙江 → 海西州 [Data set]. https://example.org/?pairing=x');
    expect(citeView(view, 'bibtex')).toMatch(
      /^@dataset\{shanhai-2026-11-22,\n {2}title = \{\{浙江 → 海西州\}\},[\s\S]*urldate = \{2027-01-02\}\n\}$/,
    );
  });

  test('both languages say the same, and Chinese in Chinese marks', () => {
    const flat = (words: ShareWords): string[] =>
      Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : typeof word === 'object' ? Object.values(word) : []));
    const [en, zh] = [flat(shareWords('en')), flat(shareWords('zh'))];
    expect(zh).toHaveLength(en.length);
    for (const word of en) expect(word).not.toMatch(/\p{Script=Han}/u);
    for (const word of zh) expect(word).not.toMatch(/\p{Script=Han}[,;!?.]/u);
  });
});
