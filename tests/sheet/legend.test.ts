import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { scene } from '../../src/scene/scene.ts';
import { sheet } from '../../src/sheet/sheet.ts';
import { parse } from '../../src/state/url.ts';
import { SHAPES } from '../../src/text/share.ts';
import { REAL } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';
import { optionsOf } from './options.ts';

/** Every dossier, whole and unfolded, each named view and each measure: what a picture may be asked of. */
const QUERIES = [
  ...new Set([
    ...REAL.dataset.pairings.flatMap(({ id, dossier }) => (dossier ? [`pairing=${id}`, `pairing=${id}&unfold=channels`] : [])),
    ...VIEWS.map(({ query }) => query),
    ...['aid', 'projects', 'people', 'none'].map((measure) => `measure=${measure}`),
    ...['xinjiang', 'qinghai', 'xizang', 'east-west'].map((programme) => `programme=${programme}&shade=on`),
    ...['flights', 'freight', 'tours'].map((has) => `has=${has}`),
    'pairing=zhejiang-aksu&unfold=freight',
    'measure=none&pairing=tianjin-gansu',
  ]),
];

const PAINTED = /<(path|circle|rect) ([^>]*?)\/>/g;
const attribute = (text: string, name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(text)?.[1];

/** What a piece of SVG is painted with: fills, and strokes with their dashes. An arc's run of colours is one paint. */
function paints(svg: string): Set<string> {
  const found = new Set<string>();
  const paint = (colour: string) => (colour.startsWith('url(') ? 'ramp' : colour);
  for (const [, , attributes] of svg.matchAll(PAINTED)) {
    const [fill, stroke, dash] = ['fill', 'stroke', 'stroke-dasharray'].map((name) => attribute(attributes!, name));
    if (fill && fill !== 'none') found.add(`fill ${paint(fill)}`);
    if (stroke && stroke !== 'none') found.add(`line ${paint(stroke)} ${dash ? dash.split(/[ ,]+/).map(Number).join(' ') : 'whole'}`);
  }
  return found;
}

/** The parts of a sheet's map that are data, not ground: arcs, routes with their signs, dots, recipients. */
function drawn(svg: string): Set<string> {
  const parts = [
    ...svg.matchAll(/<g data-(?:arc|route|glyph)="[^"]*".*?<\/g>/g),
    ...svg.matchAll(/<circle data-dot="[^"]*"[^>]*\/>/g),
    ...svg.matchAll(/<g data-ground="recipients[^"]*">.*?<\/g><\/g>/g),
  ].map(([part]) => part);
  return paints(parts.join(''));
}
const explained = (svg: string): Set<string> => paints([...svg.matchAll(/<g data-sign="".*?<\/g>/g)].map(([sign]) => sign).join(''));

/** A picture, drawn once however many tests look at it. */
const pictures = new Map<string, string>();
function picture(query: string, about: Parameters<typeof optionsOf>[1]): string {
  const key = JSON.stringify([query, about?.lang, about?.shape, about?.theme?.name]);
  return pictures.get(key) ?? pictures.set(key, sheet(optionsOf(query, about))).get(key)!;
}

describe.each(SHAPES)('the legend of a picture, %s', (shape) => {
  test.each([
    ['zh', LIGHT],
    ['en', DARK],
  ] as const)(
    '%s: has each colour and line that the picture draws of the data, and each row whole',
    (lang, theme) => {
      for (const query of QUERIES) {
        const svg = picture(query, { lang, theme, shape });
        const signs = explained(svg);
        for (const paint of drawn(svg)) expect(signs, `${query}: ${paint}`).toContain(paint);
      }
    },
    120_000,
  );
});

describe('what a picture lists is drawn', () => {
  test.each(SHAPES)(
    '%s',
    (shape) => {
      for (const query of QUERIES) {
        const options = optionsOf(query, { shape, lang: 'en', theme: DARK });
        const svg = picture(query, { shape, lang: 'en', theme: DARK });
        const arcs = new Set([...svg.matchAll(/data-arc="([^"]*)"/g)].map(([, id]) => id));
        const listed = [...svg.matchAll(/data-listed="([^"]*)"/g)].map(([, id]) => id!);
        for (const id of listed) expect(arcs, `${query}: ${id}`).toContain(id);
        if (!options.view.pairing && !options.view.record && scene(REAL, options.view, LIGHT).arcs.length)
          expect(listed.length, query).toBeGreaterThan(0);
      }
    },
    120_000,
  );

  test('who helps Aksu: the pairing of a county that is folded into its province’s arc is told as folded, and not listed', () => {
    const svg = sheet(optionsOf('recipient=aksu', { shape: 'a4', lang: 'en' }));
    const words = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text!).join(' ');
    expect(words).toMatch(/drawn within their provinces’ arcs: \d+/);
    const { arcs } = scene(REAL, parse('recipient=aksu'), LIGHT);
    const listed = [...svg.matchAll(/data-listed="([^"]*)"/g)].map(([, id]) => id!);
    expect(arcs.map(({ id }) => id)).toEqual(expect.arrayContaining(listed));
  });
});
