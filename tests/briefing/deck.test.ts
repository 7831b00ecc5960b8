import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDeck } from '../../src/briefing/check.ts';
import { KINDS, readDeck, writeDeck } from '../../src/state/deck.ts';
import { deckTold } from '../../src/text/deck.ts';
import { WORLD } from '../fixtures/world.ts';

const DECK = `---
title: "一览"
lang: zh
kind: cover
---

# 题目

<!-- 开场
第二行 -->

---
kind: pairing
view: pairing=donghai-xishan
---

援助资金{{aid-total}}

一条线：

- 甲
- 乙

---
kind: end
---
`;

test('a deck is read slide by slide, with words, notes and the lines on which they stand', () => {
  const { deck, lines, problems } = readDeck(DECK);
  expect(problems).toEqual([]);
  expect(deck).toEqual({
    title: '一览',
    lang: 'zh',
    slides: [
      { kind: 'cover', view: '', words: '# 题目', notes: '开场\n第二行' },
      { kind: 'pairing', view: 'pairing=donghai-xishan', words: '援助资金{{aid-total}}\n\n一条线：\n\n- 甲\n- 乙', notes: '' },
      { kind: 'end', view: '', words: '', notes: '' },
    ],
  });
  const standing = DECK.split('\n');
  expect(lines.map(({ words }) => standing[words - 1])).toEqual(['# 题目', '援助资金{{aid-total}}', '']);
  expect(standing[lines[1]!.view - 1]).toBe('view: pairing=donghai-xishan');
  expect(standing[lines[0]!.notes - 1]).toContain('开场');
});

test('what is written is read as it was, as are the decks that ship', () => {
  const { deck } = readDeck(DECK);
  expect(readDeck(writeDeck(deck!)).deck).toEqual(deck);
  const folder = new URL('../../data/briefs/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const read = readDeck(readFileSync(new URL(file, folder), 'utf8'));
    expect(read.problems, file).toEqual([]);
    expect(readDeck(writeDeck(read.deck!)).deck, file).toEqual(read.deck);
  }
});

test('carriage returns, a byte order mark and a rule at the end change nothing', () => {
  const { deck } = readDeck(DECK);
  expect(readDeck(`\uFEFF${DECK.replaceAll('\n', '\r\n')}\n---\n`).deck).toEqual(deck);
});

const head = '---\ntitle: T\nlang: en\nkind: cover\n---\n';
describe.each<[string, string, RegExp]>([
  ['no front matter', '# Words', /^1: the file does not begin with front matter; begin it with ---/],
  ['front matter that is not closed', '---\ntitle: T\nlang: en\nkind: cover\n', /^1: front matter is not closed; close it/],
  ['no title', head.replace('title: T\n', ''), /^1: title is missing; add title:/],
  ['another language', head.replace('lang: en', 'lang: fr'), /^3: lang is fr; write zh or en/],
  ['a slide without a kind', `${head}\n---\n\nWords\n`, /^7: the slide names no kind; begin it with kind:/],
  ['an unknown kind', `${head}\n---\nkind: chart\n---\n`, new RegExp(`^8: kind is chart; use one of ${KINDS.join(', ')}`)],
  ['an unknown key', `${head}\n---\nkind: map\nlayout: two\n---\n`, /^9: unknown key layout; use one of kind, view/],
  ['a key twice', `${head}\n---\nkind: map\nkind: map\n---\n`, /^9: kind stands there twice; keep one/],
  [
    'an unknown view key',
    `${head}\n---\nkind: map\nview: zoom=3\n---\n`,
    /^9: unknown view key zoom; use keys of the atlas’s address: pairing/,
  ],
  ['a view key with a bad value', `${head}\n---\nkind: map\nview: measure=gold\n---\n`, /^9: measure=gold is no value of measure/],
  ['a pairing slide without a pairing', `${head}\n---\nkind: pairing\n---\n`, /without pairing in its view; add pairing=/],
  ['a comparison with one side', `${head}\n---\nkind: compare\nview: pairing=donghai-xishan\n---\n`, /without compare in its view/],
  [
    'more slides than a talk has',
    head + '\n---\nkind: end\n---\n'.repeat(100),
    /^403: the brief has 101 slides; keep 100 of them at most$/,
  ],
  ['no language', head.replace('lang: en\n', ''), /^1: lang is missing; write lang: zh or lang: en/],
  ['a stray line in front matter', `${head}\n---\nkind: map\nWords\n---\n`, /^9: front matter holds “Words”; write key: value/],
])('%s', (_, text, want) => {
  test('is refused with line, reason and remedy', () => {
    const { deck, problems } = readDeck(text);
    expect(deck).toBeNull();
    const told = (lang: 'zh' | 'en') =>
      problems
        .map((one) => [one.line, deckTold(one, lang)] as const)
        .map(([line, { found, want: remedy }]) => `${line}: ${found}; ${remedy}`);
    expect(told('en').join('\n')).toMatch(want);
    for (const line of told('zh')) expect(line).toMatch(/^\d+: .*[一-龥].*; 请/);
  });
});

test('all problems are found at one go', () => {
  expect(readDeck(`---\nlang: fr\n---\n\n---\nkind: chart\n---\n\n---\n\nx\n`).problems.length).toBe(5);
});

describe('held against the data', () => {
  const problems = (words: string, view = '', notes = '') =>
    checkDeck(WORLD, `${head}\n---\nkind: map\n${view ? `view: ${view}\n` : ''}---\n\n${words}\n\n<!--\n${notes}\n-->\n`).problems.map(
      ({ line, found, want }) => `${line}: ${found}; ${want}`,
    );
  test('a slide of references, dates and ordinals stands', () => {
    expect(
      problems('Aid {{aid-total}}, {{aid-total rate}}; since 2010, in 2021–2025, on 16 July, the 9th team', 'pairing=donghai-xishan'),
    ).toEqual([]);
  });
  test.each([
    ['{{no-such-figure}}', /there is no figure no-such-figure; take an id from/],
    ['{{aid-total twice}}', /is no reference; write \{\{figure-id\}\}/],
    ['{{count stars}}', /counts nothing; count one of pairings/],
    ['{{since nowhere}}', /there is no pairing nowhere/],
    ['Aid of CNY 7.77 billion', /“7\.77 billion” is typed by hand, and no record has it; refer to the figure/],
    ['77,777 trees', /“77,777” is typed by hand/],
  ])('%s is refused', (words, want) => expect(problems(words).join('\n')).toMatch(want));
  test('a number in the notes is held to the same', () =>
    expect(problems('Words', '', 'It was 77,777.')).toEqual([expect.stringMatching(/^14: “77,777” is typed/)]));
  test('a number that the record has may stand', () => expect(problems('CNY 420 million in all')).toEqual([]));
  test('ids of a view are known', () => {
    expect(problems('Words', 'pairing=nowhere')).toEqual([expect.stringMatching(/^9: pairing=nowhere: there is none/)]);
    expect(problems('Words', 'programme=none')).toEqual([expect.stringMatching(/programme=none: there is none/)]);
  });
});
