import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkBriefs, readBriefs, touchedBy } from '../../data/briefs.ts';
import { readDeck } from '../../src/state/deck.ts';
import { World } from '../../src/state/world.ts';
import { filled, spoken, wordsProblems } from '../../src/text/brief.ts';
import { figureText, periodText } from '../../src/text/figure.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

test('the briefs that ship have no problem: two of them, in both languages, of ten to fourteen slides', () => {
  const { briefs, problems } = checkBriefs(REAL, readBriefs(DATA));
  expect(problems).toEqual([]);
  expect(briefs.map(({ id }) => id)).toEqual(['overview', 'zhejiang-haixi']);
  for (const { decks } of briefs)
    for (const { slides } of [decks.zh, decks.en]) {
      expect(slides.length).toBeGreaterThanOrEqual(10);
      expect(slides.length).toBeLessThanOrEqual(14);
    }
});

const deck = (lang: string, view = '', words = '') =>
  `---\ntitle: T\nlang: ${lang}\nkind: map\n${view ? `view: ${view}\n` : ''}---\n\n${words}\n`;
test.each<[string, [string, string][], RegExp]>([
  ['a file of another name', [['Notes.md', '']], /^data\/briefs\/Notes\.md:1: not named as a deck; name it/],
  ['one language alone', [['one.zh.md', deck('zh')]], /there is no one\.en\.md; a brief stands in both languages/],
  [
    'the wrong language',
    [
      ['one.zh.md', deck('en')],
      ['one.en.md', deck('en')],
    ],
    /one\.zh\.md:1: lang is en, the file’s name says zh/,
  ],
  [
    'other views',
    [
      ['one.zh.md', deck('zh')],
      ['one.en.md', deck('en', 'has=flights')],
    ],
    /one\.en\.md:1: slide 1 is “map has=flights”, in Chinese “map”/,
  ],
  [
    'another number of slides',
    [
      ['one.zh.md', deck('zh')],
      ['one.en.md', `${deck('en')}\n---\nkind: end\n---\n`],
    ],
    /one\.en\.md:1: 2 slides, 1 in Chinese/,
  ],
  [
    'a bad line',
    [
      ['one.zh.md', deck('zh', '', '共 7777 棵')],
      ['one.en.md', deck('en')],
    ],
    /one\.zh\.md:7: “7777” is typed by hand/,
  ],
])('%s is refused by file and line', (_, files, want) => {
  const { briefs, problems } = checkBriefs(WORLD, new Map(files));
  expect(briefs).toEqual([]);
  expect(problems.join('\n')).toMatch(want);
});

test('the example of the dictionary is a deck', () => {
  const [, example] = /```markdown\n([\s\S]*?)```/.exec(readFileSync(`${DATA}/README.md`, 'utf8'))!;
  const { problems } = checkBriefs(
    REAL,
    new Map([
      ['x.zh.md', example!],
      ['x.en.md', example!.replace('lang: zh', 'lang: en')],
    ]),
  );
  expect(problems.filter((problem) => problem.includes('x.zh.md'))).toEqual([]);
});

test('a reference says what the figure’s own row says, with its source', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const { id } of REAL.dataset.pairings.flatMap(({ figures }) => figures).filter(({ value }) => value !== null)) {
      const { figure } = REAL.findFigure(id)!;
      const [piece] = filled(REAL, `{{${id}}}`, lang);
      expect(piece).toMatchObject({
        figure: id,
        source: REAL.dataset.sources.findIndex((source) => source.id === figure.source) + 1,
        filled: true,
      });
      expect(piece!.text).toContain(figureText(figure, lang));
      expect(piece!.text).toContain(periodText({ ...figure, basis: 'stated' }, lang));
    }
});

test('numbers of dates, ordinals and plans are no figures; those in words are', () => {
  const found = (words: string) => wordsProblems(WORLD, words, 'zh').map(({ found: what }) => /“(.*)”/.exec(what)![1]);
  expect(found('2021年、2021—2025年、2023年6月8日、7月、第九批、第3张、“十四五”')).toEqual([]);
  expect(found('十分感谢，一一列出，千里之外')).toEqual([]);
  expect(found('一百八十七对结对，植树七千三百棵')).toEqual(['一百八十七', '七千三百']);
  expect(found('投入 77.7 亿元，占 77.7%')).toEqual(['77.7', '77.7%']);
});

test('a change of a figure touches exactly the sentences that refer to it', () => {
  const texts = new Map([['one.zh.md', deck('zh', '', '甲：{{fund}}。乙：{{aid-total}}。\n\n丙没有数字。')]]);
  const dataset = structuredClone(WORLD.dataset);
  const fund = dataset.pairings.flatMap(({ figures }) => figures).find(({ id }) => id === 'fund')!;
  Object.assign(fund, { reported: '1.2亿元', value: 1.2e8 });
  const now = new World(dataset);
  const touched = touchedBy(texts, (text) => readDeck(text).deck, {
    before: (words, lang) => spoken(WORLD, words, lang),
    after: (words, lang) => spoken(now, words, lang),
  });
  expect(touched).toEqual([{ file: 'data/briefs/one.zh.md', slide: 1, before: '甲：1.02亿元。', after: '甲：1.2亿元。' }]);
});
