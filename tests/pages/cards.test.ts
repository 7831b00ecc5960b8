import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CARD_PX } from '../../src/pages/about.ts';
import { cardGround, cardWords, firstCard, PITCH, stacked } from '../../src/pages/card.ts';
import { drawn } from '../../src/pages/draw.ts';
import { over, png, type Pixels } from '../../src/pages/png.ts';
import { LANGS, subjectsOf } from '../../src/pages/subjects.ts';
import type { SheetGround } from '../../src/sheet/map.ts';
import { textWidth } from '../../src/look/letters.ts';
import { figureText } from '../../src/text/figure.ts';
import { known } from '../../src/state/known.ts';
import { REAL } from '../fixtures/world.ts';
import { openTags } from '../still/markup.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}.json`, import.meta.url), 'utf8')) as T;
const GROUND = { base: json('base.topo'), prefectures: null, counties: null, names: [], inset: json('inset') } as unknown as SheetGround;
const subjects = subjectsOf(REAL);
const cards = subjects.flatMap((subject) => LANGS.map((lang) => ({ subject, lang, svg: cardWords(REAL, subject, lang) })));
const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>(.*?)<\/text>/g)].map(([, x, y, size, text]) => ({
    ...{ x: Number(x), y: Number(y), size: Number(size) },
    text: text!.replace(/&\w+;/g, '&'),
  }));
/** Where the notice begins, and where the South China Sea inset does. */
const [FOOT, INSET] = [560, 1040];

describe('every card', () => {
  test('is whole, with its words on it, above the notice and one below the other', () => {
    for (const { subject, lang, svg } of cards) {
      expect(openTags(svg), subject.id).toEqual([]);
      expect(svg, subject.id).not.toMatch(/NaN|undefined|Infinity|>null</);
      const lines = texts(svg);
      for (const [i, { x, y, size, text }] of lines.entries()) {
        expect(x + textWidth(text, size), `${subject.id} ${lang} ${text}`).toBeLessThan(INSET / 2);
        expect(y, `${subject.id} ${lang} ${text}`).toBeLessThan(FOOT);
        if (i) expect(y - lines[i - 1]!.y, `${subject.id} ${text}`).toBeGreaterThanOrEqual(0.95 * size);
      }
    }
  });

  test('has its title in letters that are read at a quarter of their size', () => {
    for (const { subject, svg } of cards) expect(Math.max(...texts(svg).map(({ size }) => size)), subject.id).toBeGreaterThanOrEqual(36);
  });

  test('of a pairing shows the figure that speaks for its aid, or says that there is none', () => {
    for (const { subject, lang, svg } of cards) {
      if (subject.kind !== 'pairing') continue;
      const { figure } = known(REAL, subject.pairing, 'aid');
      const said = texts(svg)
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', '');
      if (figure) expect(said, subject.id).toContain(figureText(figure, lang).replaceAll(' ', ''));
      else expect(said, subject.id).toMatch(/未载|notreported/);
    }
  });
});

test('a card is 1200 × 630 and light, as alone among others, and its Chinese letters are letters', () => {
  const grounds = drawn([cardGround(REAL, GROUND, 'zh', '示意图')]);
  const some = ['zhejiang-haixi', 'aksu', 'programme-xinjiang'].map(
    (id) => cards.find(({ subject, lang }) => subject.id === id && lang === 'zh')!.svg,
  );
  const together = drawn(some);
  for (const [i, upper] of together.entries()) {
    const made = Buffer.from(png(over(grounds[0]!, upper)));
    expect(made.subarray(1, 4).toString()).toBe('PNG');
    expect([made.readUInt32BE(16), made.readUInt32BE(20)]).toEqual([CARD_PX.width, CARD_PX.height]);
    expect(made.length).toBeLessThan(130_000);
    // But for the last digit of where an edge lies.
    const alone = drawn([some[i]!])[0]!.rgba;
    expect(alone.filter((value, at) => Math.abs(value - upper.rgba[at]!) > 24).length).toBeLessThan(40);
  }
  // A letter that a family lacks is a box: two such look alike.
  const letters = [...new Set(cards.flatMap(({ svg }) => texts(svg).flatMap(({ text }) => [...text])))].filter((one) =>
    /\p{Script=Han}/u.test(one),
  );
  const seen = new Map<string, string>();
  for (let i = 0; i < letters.length; i += 140) {
    const line = letters.slice(i, i + 140);
    const [{ rgba }] = drawn([
      line.map((letter, k) => `<text x="${(k % 20) * 60}" y="${60 + Math.floor(k / 20) * 80}" font-size="50">${letter}</text>`).join(''),
    ]) as [Pixels];
    line.forEach((letter, k) => {
      const [x, y] = [(k % 20) * 60, Math.floor(k / 20) * 80];
      let ink = '';
      for (let row = y; row < y + 80; row += 2) {
        const start = (row * CARD_PX.width + x) * 4;
        ink += Buffer.from(rgba.subarray(start, start + 58 * 4)).toString('latin1');
      }
      expect(seen.get(ink), letter).toBeUndefined();
      seen.set(ink, letter);
    });
  }
  expect(seen.size).toBe(letters.length);
}, 120_000);

test('the card of the atlas names it in both languages', () => {
  const card = firstCard(REAL);
  expect(openTags(card)).toEqual([]);
  expect(texts(card).map(({ text }) => text)).toEqual(expect.arrayContaining(['山海图', 'Shanhai']));
  expect(stacked([card, card])).toContain(`height="${2 * PITCH}"`);
});

test('few colours stay what they are, and the lower picture is not touched by the upper', () => {
  const lower: Pixels = { width: 2, height: 1, rgba: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255) };
  const upper: Pixels = { width: 2, height: 1, rgba: Uint8Array.of(0, 0, 0, 0, 0, 128, 0, 128) };
  expect([...over(lower, upper).rgba]).toEqual([255, 0, 0, 255, 0, 128, 127, 255]);
  expect([...lower.rgba]).toEqual([255, 0, 0, 255, 0, 0, 255, 255]);
  const made = Buffer.from(png(lower));
  const at = made.indexOf('PLTE') + 4;
  expect(made.subarray(at, at + 6).toString('hex')).toMatch(/^(ff00000000ff|0000ffff0000)$/);
});
