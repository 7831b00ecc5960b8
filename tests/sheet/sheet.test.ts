import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SANS, SERIF } from '../../src/look/fonts.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { FRAME_BOX } from '../../src/scene/frame.ts';
import { ribbon } from '../../src/scene/ribbon.ts';
import { scene } from '../../src/scene/scene.ts';
import { parse } from '../../src/state/url.ts';
import { textWidth } from '../../src/look/letters.ts';
import { wrap } from '../../src/sheet/lettering.ts';
import { LAYOUTS, needsFine, sheet } from '../../src/sheet/sheet.ts';
import { fitted } from '../../src/sheet/map.ts';
import { allFigures } from '../../src/state/world.ts';
import { figureText, periodText } from '../../src/text/figure.ts';
import { figureGroups } from '../../src/text/sheet.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { SHAPES, type Shape } from '../../src/text/share.ts';
import { viewSentence } from '../../src/text/view.ts';
import { filter } from '../../src/state/filter.ts';
import { REAL, seeded } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';
import { openTags } from '../still/markup.ts';
import { ADDRESS, optionsOf } from './options.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Every line of text with the box it takes, in px of the page. */
function textsOf(svg: string, shape: Shape): { text: string; box: Box; onMap: boolean }[] {
  const { map } = LAYOUTS[shape];
  const mapEnd = svg.indexOf('</svg>', svg.lastIndexOf('data-inset') < 0 ? 0 : svg.lastIndexOf('data-inset'));
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].flatMap((found) => {
    const attribute = (name: string, of = found[1]!) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(of)?.[1];
    const within = found.index > svg.indexOf('<svg x=') && (found.index < mapEnd || attribute('lang') !== undefined);
    const [k, dx, dy] = within ? [map.scale, map.x, map.y] : [1, 0, 0];
    // The second line of a name is in smaller letters.
    const second = /<tspan[^>]* font-size="([\d.]+)"/.exec(found[2]!)?.[1];
    const plain = found[2]!.replace(/<tspan font-family[^>]*>(.*?)<\/tspan>/g, '$1');
    const lines = plain.split(/<tspan[^>]*>|<\/tspan>/).filter(Boolean);
    return lines.map((text, i) => {
      const size = Number(i > 0 && second ? second : attribute('font-size')) * k;
      const width = textWidth(text.replace(/&\w+;/g, '&'), size);
      const anchor = { end: 1, middle: 0.5 }[attribute('text-anchor') ?? ''] ?? 0;
      return {
        text,
        onMap: within,
        box: { x: Number(attribute('x')) * k + dx - width * anchor, y: Number(attribute('y')) * k + dy - size, width, height: size },
      };
    });
  });
}
const attributes = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);

describe.each(VIEWS)('the sheet of $name', ({ query }) => {
  test.each([
    ['zh', LIGHT, 'wide'],
    ['en', DARK, 'square'],
    ['zh', DARK, 'tall'],
    ['en', LIGHT, 'a4'],
  ] as const)('in %s, $name, %s: is whole, by itself, and on its page', (lang, theme, shape) => {
    const options = optionsOf(query, { lang, theme, shape });
    const svg = sheet(options);
    expect(openTags(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|>null</);
    // It asks nobody for anything, and its letters are letters.
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '').replaceAll(/<text[^>]*>.*?<\/text>/g, '')).not.toMatch(
      /https?:|href|url\((?!#)|<image|<script|<foreignObject|<style/,
    );
    const { arcs, routes, regions } = scene(REAL, options.view, theme);
    expect(attributes(svg, 'data-arc')).toEqual(arcs.map(({ id }) => id));
    expect(attributes(svg, 'data-route')).toEqual(routes.map(({ id }) => id));
    // A region is painted by several looks of the ground, by each once.
    for (const [, inner] of svg.matchAll(/<g data-ground="recipients[^>]*>(.*?)(?=<g data-ground=)/g)) {
      const painted = attributes(inner!, 'data-region');
      expect(new Set(painted).size).toBe(painted.length);
    }
    const drawn = [...new Set(attributes(svg, 'data-region'))];
    if (!options.seen)
      expect(drawn.toSorted()).toEqual(
        regions.flatMap(({ level, chosen, adcode }) => (level !== 'county' || chosen ? [adcode] : [])).toSorted(),
      );
    const names = attributes(svg, 'data-place');
    expect(new Set(names).size).toBe(names.length);
    const { width, height } = LAYOUTS[shape];
    for (const { text, box } of textsOf(svg, shape)) {
      expect(box.x, text).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, text).toBeLessThanOrEqual(width + 1);
      expect(box.y, text).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, text).toBeLessThanOrEqual(height);
    }
    // Beside the map, no words lie on others: each block keeps to its room.
    const words = textsOf(svg, shape).filter(({ onMap }) => !onMap);
    expect(words.length).toBeGreaterThan(8);
    for (const [i, { text, box: a }] of words.entries())
      for (const { text: other, box: b } of words.slice(i + 1)) {
        const lies = a.x < b.x + b.width - 2 && b.x < a.x + a.width - 2 && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
        expect(lies, `“${text}” on “${other}”`).toBe(false);
      }
  });
});

describe('what a sheet says', () => {
  test.each(SHAPES)('%s: title, sentence, notice, attribution, edition and address', (shape) => {
    for (const lang of ['zh', 'en'] as const) {
      const text = (query: string) =>
        textsOf(sheet(optionsOf(query, { shape, lang })), shape)
          .map(({ text }) => text.trim())
          .join(lang === 'zh' ? '' : ' ');
      const [all, one] = [text('donor=zhejiang'), text('pairing=zhejiang-haixi')];
      const view = parse('donor=zhejiang');
      const squeeze = (words: string) => words.replace(/\s/g, '');
      expect(squeeze(all)).toContain(squeeze(viewSentence(REAL, view, filter(REAL, view), lang)));
      expect(one).toContain(pairingTitle(REAL, REAL.findPairing('zhejiang-haixi')!, lang));
      expect(one).toContain(lang === 'zh' ? '12.98亿元' : 'CNY 1.298 billion');
      for (const said of [all, one]) {
        expect(squeeze(said)).toContain('Schematic&lt;map&gt;&amp;&quot;no&quot;boundary');
        expect(squeeze(said)).toContain('Mapdataofsomebody');
        expect(squeeze(said)).toContain(squeeze(ADDRESS).replace('&', '&amp;'));
        expect(said).toMatch(lang === 'zh' ? /数据版本：\d{4}年/ : /Edition of \d/);
      }
    }
  });

  test('a headline of the reader’s own stands in place of the title, as it is written, and all else stays', () => {
    for (const shape of SHAPES) {
      const [own, usual] = ['Aid & <what> came of it', ''].map((headline) =>
        textsOf(sheet(optionsOf('pairing=zhejiang-haixi&labels=both', { shape, lang: 'en', headline })), shape).map(({ text }) => text),
      ) as [string[], string[]];
      expect(own.join(' ')).toContain('Aid &amp; &lt;what&gt; came');
      expect(own).not.toContain('Zhejiang → Haixi');
      expect(own.filter((text) => usual.includes(text)).length).toBeGreaterThan(usual.length * 0.8);
    }
  });

  test('what there is no room for is to be found where the atlas stands', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const shape of SHAPES) {
        const svg = sheet(optionsOf('pairing=zhejiang-haixi', { shape, lang }));
        expect(svg).toMatch(lang === 'zh' ? /另有\d+条：example\.org\/atlas\// : /and \d+ more: example\.org\/atlas\//);
        expect(svg).not.toMatch(/见本图|见《山海图》网站|see the atlas/);
      }
  });

  test('on A4 no words beside the map are under 8 points', () => {
    for (const { query } of VIEWS)
      for (const lang of ['zh', 'en'] as const) {
        const texts = textsOf(sheet(optionsOf(query, { shape: 'a4', lang })), 'a4').filter(({ onMap }) => !onMap);
        for (const { text, box } of texts) expect((box.height * 842) / LAYOUTS.a4.width, `${query}: ${text}`).toBeGreaterThanOrEqual(8);
      }
  });

  test('a list’s numbers stand under the period and the scope that all of them have', () => {
    for (const pairing of REAL.dataset.pairings)
      for (const { title, rows } of figureGroups(REAL, pairing, 'en')) {
        const figures = rows.map(({ label, value }) =>
          allFigures(pairing).filter((figure) => figure.label.en === label && figureText(figure, 'en') === value),
        );
        for (const found of figures)
          expect(
            found.some((figure) => title.startsWith(periodText(figure, 'en') || 'period not stated')),
            title,
          ).toBe(true);
      }
  });

  test('titles are in one family in both languages, marks between Latin letters in a Latin one', () => {
    const title = (lang: 'zh' | 'en') => /<text [^>]*font-family="([^"]*)"[^>]*>(.*?)<\/text>/.exec(sheet(optionsOf('', { lang })))!;
    expect(title('en')[1]).toBe(SERIF);
    expect(title('zh')[1]).toBe(SERIF);
    expect(title('en')[2]).toMatch(/China<tspan font-family="Georgia[^"]*">’<\/tspan>s/);
  });

  test('an open pairing has its sources by number; all together are counted', () => {
    const numbers = (query: string) => sheet(optionsOf(query, { shape: 'a4' })).match(/>\[\d+\]/g) ?? [];
    expect(numbers('pairing=nanjing-xining')).toHaveLength(2);
    expect(numbers('')).toEqual([]);
  });

  test('the inset stands wherever all of China is in the frame, and only there', () => {
    for (const shape of SHAPES) {
      expect(sheet(optionsOf('', { shape }))).toContain('data-inset');
      expect(sheet(optionsOf('', { shape, seen: { ...FRAME_BOX, x: FRAME_BOX.x - 0.02, width: FRAME_BOX.width + 0.04 } }))).toContain(
        'data-inset',
      );
      expect(sheet(optionsOf('at=80.5,41,6.2', { shape }))).not.toContain('data-inset');
    }
  });

  test('branches of an unfolded arc have their names on the map', () => {
    const query = 'pairing=zhejiang-haixi&unfold=channels';
    const svg = sheet(optionsOf(query));
    expect(attributes(svg, 'data-branch')).toEqual(scene(REAL, parse(query), LIGHT).branches.map(({ id }) => id));
  });

  test('without boundaries there are none but the coast', () => {
    expect(sheet(optionsOf('')).includes(LIGHT.ground.province)).toBe(true);
    expect(sheet(optionsOf('ground=plain')).includes(LIGHT.ground.province)).toBe(false);
  });

  test('the ends of an open county pair are named however far away', () => {
    expect(attributes(sheet(optionsOf('pairing=xiangshan-tianjun', { shape: 'square' })), 'data-place')).toEqual(
      expect.arrayContaining(['xiangshan', 'tianjun']),
    );
  });

  test('finer shapes are asked for where a view is near or shaded', () => {
    expect(needsFine(optionsOf(''))).toBe(false);
    expect(needsFine(optionsOf('at=80.5,41,6.2'))).toBe(true);
    expect(needsFine(optionsOf('shade=on&measure=aid'))).toBe(true);
  });
});

describe('how it is set', () => {
  test('its families are those of the page', () => {
    const page = readFileSync(new URL('../../src/parts/tokens.css', import.meta.url), 'utf8').replace(/\s+/g, ' ');
    expect(page).toContain(`--font: ${SANS};`);
    expect(page).toContain(`--serif: ${SERIF};`);
  });

  test('lines hold every letter and are no wider than they may be', () => {
    const random = seeded(5);
    const letters = [...'山海图结对，。《》“”（）浙江 → abc WXm, 12.5% https://example.org/?a=b&c '];
    for (let i = 0; i < 500; i++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 90) }, () => letters[Math.floor(random() * letters.length)]).join('');
      const width = 40 + random() * 300;
      const lines = wrap(text, 13, width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
      const few = wrap(text, 13, width, 2);
      expect(few.length).toBeLessThanOrEqual(2);
      for (const line of few) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
    }
  });

  test('no Chinese line begins with a mark that closes', () => {
    const text = '由支援方到受援方，粗细为来源公布的援助资金总额（时期不一），“见档案”。'.repeat(6);
    for (let width = 60; width < 400; width += 7) for (const line of wrap(text, 15, width)) expect(line).not.toMatch(/^[，。；：、）》”]/);
  });

  test('a box is fitted whole, whatever its form', () => {
    const random = seeded(9);
    for (let i = 0; i < 200; i++) {
      const box = { x: random(), y: random(), width: 0.001 + random() / 4, height: 0.001 + random() / 4 };
      const { put } = fitted(box, [800, 500], 10);
      const [x0, y0] = put([box.x, box.y]);
      const [x1, y1] = put([box.x + box.width, box.y + box.height]);
      expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(9.9);
      expect(x1).toBeLessThanOrEqual(790.1);
      expect(y1).toBeLessThanOrEqual(490.1);
    }
  });

  test('an arc is as wide at its neck as its mark says, and its head ends at its end', () => {
    const points = Array.from({ length: 41 }, (_, i): [number, number] => [i * 5, 0]);
    const { body, head } = ribbon(points, 7);
    const ys = [...body.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(7, 1);
    expect(head).toContain('200.00 0.00');
  });
});
