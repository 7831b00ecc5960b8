import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasMap, LEAST_UNITS, magnified, mapOptions, roomOf, seenOf, slideScene } from '../../src/briefing/map.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { project } from '../../src/scene/mercator.ts';
import { sheetMap, type SheetGround } from '../../src/sheet/map.ts';
import { readDeck } from '../../src/state/deck.ts';
import { parse } from '../../src/state/url.ts';
import { still } from '../../src/still/still.ts';
import { REAL } from '../fixtures/world.ts';

const geo = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${name}.json`, import.meta.url), 'utf8')) as T;
const GROUND: SheetGround = { ...{ base: geo('base.topo'), names: geo('labels'), inset: geo('inset') }, prefectures: null, counties: null };

/** Views of all slides with a map, and views that unfold, are near, and have names in both languages. */
const VIEWS = ['overview', 'zhejiang-haixi'].flatMap((id) =>
  readDeck(readFileSync(new URL(`../../data/briefs/${id}.zh.md`, import.meta.url), 'utf8'))
    .deck!.slides.filter(({ kind }) => hasMap(kind))
    .map(({ view }) => view),
);
const MORE = [
  '?pairing=zhejiang-haixi&unfold=channels',
  '?pairing=zhejiang-haixi&labels=both',
  '?labels=both',
  '?has=flight',
  '?unfold=all',
];

test('every name, branch and line of the inset on a slide’s map is as large as the smallest letters, once it is drawn larger', () => {
  const found: string[] = [];
  let count = 0;
  for (const view of [...VIEWS, ...MORE])
    for (const lang of ['zh', 'en'] as const) {
      const svg = sheetMap(mapOptions(REAL, GROUND, view, { lang, theme: LIGHT, name: 'map' }));
      for (const [text, size] of svg.matchAll(/<(?:text|tspan)\b[^>]*font-size="([\d.]+)"[^>]*>[^<]*/g)) {
        count++;
        if (Number(size) * magnified(1) < LEAST_UNITS - 0.01) found.push(`${view} ${lang}: ${text}`);
      }
      expect(svg.match(/<text\b(?![^>]*font-size)/g), view).toBeNull();
    }
  expect(count).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

test('the still that stands where there is no live map has letters of the same size', () => {
  for (const view of [...VIEWS, ...MORE]) {
    const svg = still(slideScene(REAL, parse(view), DARK), DARK, 'zh', 'map');
    const sizes = [...svg.matchAll(/<text\b[^>]*font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes) * magnified(1), view).toBeGreaterThanOrEqual(LEAST_UNITS - 0.01);
    expect(svg).not.toContain('font-size="0.78em"');
  }
});

test('the South China Sea inset covers no end of what a slide is about, nor a large island', () => {
  const size = [666, 508] as const;
  let moved = 0;
  for (const query of VIEWS.filter((view) => view.includes('pairing=')))
    for (const lang of ['zh', 'en'] as const) {
      const view = parse(query);
      const { inset } = roomOf(REAL, view, { theme: LIGHT, lang, size: [...size] });
      const box = {
        left: size[0] - inset![0] - 96,
        right: size[0] - inset![0],
        top: size[1] - inset![1] - 125,
        bottom: size[1] - inset![1],
      };
      if (box.left < 100) moved++;
      const seen = seenOf(REAL, view, LIGHT, [...size]);
      const { donor, recipient } = REAL.findPairing(view.pairing)!;
      const ends = [donor, recipient].map((id) => [id, REAL.drawnAt(id).point] as const);
      for (const [id, point] of [...ends, ['Taiwan', [120.96, 23.7]], ['Hainan', [109.8, 19.2]]] as [string, [number, number]][]) {
        const [x, y] = project(point);
        const [left, top] = [((x - seen.x) / seen.width) * size[0], ((y - seen.y) / seen.height) * size[1]];
        expect(left > box.left && left < box.right && top > box.top && top < box.bottom, `${query} ${id}: ${left}, ${top}`).toBe(false);
      }
    }
  // The corner it has left is not the one it stands in everywhere.
  expect(moved).toBeGreaterThan(0);
});
