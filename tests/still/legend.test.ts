import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Legend from '../../src/panels/Legend.svelte';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { legendRows } from '../../src/scene/legend.ts';
import { scene } from '../../src/scene/scene.ts';
import { View } from '../../src/state/view.svelte.ts';
import { LAYOUTS, sheet } from '../../src/sheet/sheet.ts';
import type { SheetGround } from '../../src/sheet/map.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { REAL } from '../fixtures/world.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}.json`, import.meta.url), 'utf8')) as T;
const ground: SheetGround = {
  ...{ base: json('base.topo'), prefectures: null, counties: null },
  ...{ names: [], inset: json('inset') },
};
const VIEWS = [
  '',
  'pairing=zhejiang-aksu&unfold=channels',
  'shade=on&measure=projects',
  'from=2028&to=2028',
  'measure=none',
  'donor=tianjin',
];
const LOOKS = VIEWS.flatMap((query) => [
  { query, lang: 'zh' as const, theme: LIGHT, name: 'light' },
  { query, lang: 'en' as const, theme: DARK, name: 'dark' },
]);
const plain = (text: string) =>
  text
    .replace(/<!--.*?-->|<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, '');
const pathsOf = (svg: string) =>
  [...svg.matchAll(/<path ([^>]*)>/g)].map(([, attributes]) => / d="([^"]*)"|^d="([^"]*)"/.exec(attributes!)!.slice(1).join(''));

/** What the page's legend draws: each row's words, and the paths of its sign. */
function ofPage(view: View, lang: 'zh' | 'en', theme: typeof LIGHT) {
  const { body } = render(Legend, {
    props: { world: REAL, view, scene: scene(REAL, view, theme), theme, lang, folded: false, onfigure: () => {} },
  });
  return [...body.matchAll(/<li class="([^"]*)">(.*?)<\/li>/gs)]
    .filter(([, , inner]) => !/<details|<label/.test(inner!))
    .map(([, , inner]) => ({ words: plain(inner!), paths: pathsOf(inner!) }));
}

describe.each(LOOKS)('the legend of “$query” in $lang, $name', ({ query, lang, theme }) => {
  const view = new View({ query, languages: ['zh-CN'], prefersDark: false });
  const drawn = scene(REAL, view, theme);
  const rows = legendRows(drawn, REAL, theme, lang, 64);
  const words = rows.map((row) => row.words.replace(/\s+/g, ''));

  test('is drawn on the page row by row', () => {
    const page = ofPage(view, lang, theme).filter(({ words: own }) => words.includes(own));
    expect(page.map(({ words: own }) => own)).toEqual(words);
    expect(page.map(({ paths }) => paths)).toEqual(rows.map(({ sign }) => (sign ?? []).map(({ d }) => d)));
  });

  test('is drawn on a sheet row by row and whole; dots that only a page near enough has come after', () => {
    const svg = sheet({
      ...{ world: REAL, view, lang, theme, ground, shape: 'tall', seen: null },
      ...{ notice: '', attribution: '', address: 'https://example.org/', headline: '' },
    });
    const { scale } = LAYOUTS.tall.map;
    const signs = [...svg.matchAll(/<g data-sign=""[^>]*>(.*?)<\/g>/g)].map(([, inner]) => pathsOf(inner!));
    const signPx = Number(/<linearGradient id="sheet-legend"[^>]* x2="([\d.]+)"/.exec(svg)![1]);
    const own = legendRows(drawn, REAL, theme, lang, signPx).flatMap(({ sign }) => (sign ? [sign.map(({ d }) => d)] : []));
    expect(signs.length).toBeGreaterThan(2);
    // Lengths are rounded in the gradient; glyphs do not depend on them.
    expect(signs.slice(0, own.length).map((paths) => paths.length)).toEqual(own.map((paths) => paths.length));
    const glyphs = (list: string[][]) => list.map((paths) => paths.filter((d) => /c|a2 2/.test(d)));
    expect(glyphs(signs.slice(0, own.length))).toEqual(glyphs(own));
    expect(scale).toBeGreaterThan(1);
    const said = plain(svg.replaceAll('</text><text', '</text>\n<text'));
    let at = 0;
    // What has a short form may stand in that.
    for (const text of rows.flatMap(({ sign, short, words }) => (sign && !short ? [words.replace(/\s+/g, '')] : []))) {
      const next = said.indexOf(text, at);
      expect(next, text).toBeGreaterThanOrEqual(at);
      at = next;
    }
  });
});

test('a plane flies along its line, to the right, wherever it is drawn', () => {
  const way = legendRows(withRoutes(REAL), REAL, LIGHT, 'en', 64).find(({ kind, words }) => kind === 'way' && words === 'Flight')!;
  expect(way.sign!.at(-1)!.transform).toMatch(/rotate\(90 12 12\)$/);
});
