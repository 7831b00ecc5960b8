import { describe, expect, test } from 'vitest';
import { STROKES } from '../../src/look/strokes.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { bowPoint } from '../../src/scene/bow.ts';
import { inFrame } from '../../src/scene/frame.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { UNITS, UNITS_HIGH } from '../../src/still/ground.ts';
import { escape, still } from '../../src/still/still.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { DATASET, REAL, WORLD } from '../fixtures/world.ts';
import { openTags } from './markup.ts';

// By their amounts, of which one has no period and so no rate.
const drawn = withRoutes(WORLD, { measure: 'aid' });
const picture = still(drawn, LIGHT, 'zh', 'test');
/** What stands between the tags of an arc's group. */
const arcOf = (id: string, text = picture): string => new RegExp(`<g class="arc" data-arc="${id}"[^>]*>(.*?)</g>`).exec(text)![1]!;
const attributes = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);

describe.each([
  ['the invented world', WORLD],
  ['the data', REAL],
])('the still of %s', (_, world) => {
  test.each([
    [LIGHT, 'zh'],
    [LIGHT, 'en'],
    [DARK, 'zh'],
    [DARK, 'en'],
  ] as const)('closes every tag that it opens ($name, %s)', (theme, lang) => {
    expect(openTags(still(scene(world, DEFAULTS, theme), theme, lang, 'test'))).toEqual([]);
  });

  test('has one line for each arc of the scene, a head where it has one, and one line for each route', () => {
    const { arcs, routes } = withRoutes(world);
    const text = still(withRoutes(world), LIGHT, 'zh', 'test');
    expect(attributes(text, 'data-arc')).toEqual(arcs.map(({ id }) => id));
    expect(attributes(text, 'data-route')).toEqual(routes.map(({ id }) => id));
    expect(text.match(/class="head"/g)).toHaveLength(arcs.filter(({ head }) => head).length);
  });

  test('says no number that is none, and asks nobody for anything', () => {
    const text = still(scene(world, DEFAULTS, LIGHT), LIGHT, 'en', 'test');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\d{8}/);
    expect(text).not.toMatch(/https?:|url\((?!#)|<script|<image|href/);
  });
});

describe('an arc of a still', () => {
  test('with a total widens piece by piece from tail to head, each beginning where the one before ends', () => {
    const widths = attributes(arcOf('donghai-xishan'), 'stroke-width').map(Number);
    expect(widths.length).toBeGreaterThan(5);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    const arc = drawn.arcs.find(({ id }) => id === 'donghai-xishan')!;
    expect(widths[0]!).toBeLessThan(arc.widthPx * 0.47);
    expect(widths.at(-1)!).toBeGreaterThan(arc.widthPx * 0.93);
    const paths = attributes(arcOf('donghai-xishan'), 'd').map((d) => /^M(.+)Q.+? .+? (.+ .+)$/.exec(d)!);
    for (let i = 1; i < paths.length; i++) expect(paths[i]![1]).toBe(paths[i - 1]![2]);
  });

  test('of which nothing is reported is one dashed hairline', () => {
    expect(attributes(arcOf('haigang-yunling'), 'stroke-dasharray')).toEqual(['4 4']);
    expect(attributes(arcOf('haigang-yunling'), 'stroke-width')).toEqual(['1.1']);
  });

  test('that is joint is a pale band with a line in its middle', () => {
    const text = still(scene(REAL, DEFAULTS, LIGHT), LIGHT, 'zh', 'test');
    const band = /<g class="arc" data-arc="zhejiang-aksu"[^>]*><g opacity="([\d.]+)">(.*?)<\/g>(.*?)<\/g>/.exec(text)!;
    expect(Number(band[1])).toBeLessThan(0.5);
    expect(Math.max(...attributes(band[2]!, 'stroke-width').map(Number))).toBeGreaterThan(4);
    expect(attributes(band[3]!, 'stroke-width')).toEqual(['1.2']);
  });

  test('passes where the scene has it: its Bézier curve is the bow, to a tenth of a unit', () => {
    const arc = drawn.arcs.find(({ id }) => id === 'haigang-yunling')!;
    const [x0, y0, cx, cy, x1, y1] = attributes(arcOf('haigang-yunling'), 'd')[0]!.split(/[MQ ]/).filter(Boolean).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (const t of [0, 0.25, 0.5, 0.75, 1]) {
      const [x, y] = inFrame(bowPoint(arc, t));
      const at = (a: number, c: number, b: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
      expect(Math.abs(at(x0, cx, x1) - x * UNITS)).toBeLessThan(0.1);
      expect(Math.abs(at(y0, cy, y1) - y * UNITS_HIGH)).toBeLessThan(0.1);
    }
  });

  test('goes from the donor’s colour to the recipient’s', () => {
    const stops = [...picture.matchAll(/stop-color="(#\w+)"/g)].map(([, colour]) => colour);
    expect(stops.slice(-3)).toEqual([LIGHT.arc.from, LIGHT.arc.mid, LIGHT.arc.to]);
    expect(stops).toHaveLength(3 * drawn.arcs.length);
    for (const id of attributes(picture, 'stroke').filter((stroke) => stroke.startsWith('url')))
      expect(picture).toContain(`id="${id.slice(5, -1)}"`);
  });

  test('is as strong as the scene has it', () => {
    const open = still(scene(WORLD, { ...DEFAULTS, pairing: 'donghai-xishan' }, LIGHT), LIGHT, 'zh', 'test');
    expect(open).toContain(`data-arc="donghai-xishan" opacity="${LIGHT.strong}"`);
    expect(open).toContain(`data-arc="nanhai-beishan" opacity="${LIGHT.faded}"`);
  });
});

test('routes have the strokes and signs of their mode in the theme', () => {
  const dark = still(withRoutes(WORLD, {}, DARK), DARK, 'zh', 'test');
  for (const mode of ['flight', 'freight'] as const) {
    const line = new RegExp(`<g class="route" data-route="${mode}"[^>]*>(.*?)</g>`).exec(dark)![1]!;
    expect(attributes(line, 'stroke')).toEqual(STROKES[mode](DARK).map(({ colour }) => colour));
  }
  expect(dark.match(/class="glyph"/g)).toHaveLength(2);
});

test('a name stands in the reader’s language, with the other under it where both are wanted, and in each where no language is given', () => {
  expect(picture).toMatch(/>西山州<\/text>/);
  expect(picture).not.toContain('Xishan');
  expect(still({ ...drawn, labels: 'both' }, LIGHT, 'zh', 'test')).toMatch(/>西山州<tspan [^>]*>Xishan<\/tspan>/);
  expect(still({ ...drawn, labels: 'both' }, LIGHT, 'en', 'test')).toMatch(/>Xishan<tspan [^>]*>西山州<\/tspan>/);
  expect(still(drawn, LIGHT, null, 'test')).toMatch(
    /class="word" lang="zh-CN"[^>]*>西山州<\/text><text class="word" lang="en"[^>]*>Xishan</,
  );
});

test('names say from which size of screen they have room, and those without room on any are left out', () => {
  const rooms = [...picture.matchAll(/<svg class="name" data-z="(\w+)"/g)].map(([, room]) => room);
  const due = drawn.places.filter(({ label }) => label.minzoom <= 3.7).map(({ label }) => (label.minzoom <= 2.2 ? 'all' : 'wide'));
  expect(rooms).toEqual(due);
});

describe('text', () => {
  test('is made safe', () => {
    expect(escape('<b>&"Aid" > 0</b>')).toBe('&lt;b&gt;&amp;&quot;Aid&quot; &gt; 0&lt;/b&gt;');
    expect(escape('山海图')).toBe('山海图');
  });

  test('of the data is made safe wherever it is said', () => {
    const evil = '<img src=x onerror=alert(1)>"&';
    const places = DATASET.places.map((place) => ({ ...place, zh: `${place.zh}${evil}`, en: `${place.en}${evil}` }));
    const text = still(scene(new World({ ...DATASET, places }), DEFAULTS, LIGHT), LIGHT, 'zh', 'test');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;');
    expect(openTags(text)).toEqual([]);
  });
});
