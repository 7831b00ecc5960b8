import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROUND_NAMES, NAME_ZOOMS, nameZoom } from '../../src/look/ground.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { bowPoint } from '../../src/scene/bow.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { roomForNames } from '../../src/scene/names.ts';
import { scene } from '../../src/scene/scene.ts';
import type { GroundName } from '../../src/state/geo.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { REAL } from '../fixtures/world.ts';

const names = JSON.parse(readFileSync(new URL('../../public/geo/labels.json', import.meta.url), 'utf8')) as GroundName[];
const scenes = { first: scene(REAL, {}, LIGHT), all: withRoutes(REAL), open: scene(REAL, { pairing: 'zhejiang-aksu' }, LIGHT) };

test.each(Object.entries(scenes))(
  'in the %s view no line, dot or glyph strikes through a name of the ground, from near or far',
  (_, drawn) => {
    const lines = [
      ...drawn.arcs.flatMap((arc) => Array.from({ length: 400 }, (__, i) => bowPoint(arc, i / 399))),
      ...drawn.routes.flatMap(({ path, glyph }) => [...path.map(project), project(glyph.at)]),
      ...drawn.places.map(({ point }) => project(point)),
    ];
    const struck: string[] = [];
    for (const name of roomForNames(names, drawn)) {
      const zoom = nameZoom(name.minzoom);
      if (zoom === null) continue;
      const { sizePx } = GROUND_NAMES.find(({ kinds }) => kinds.includes(name.kind))!;
      const [[x, y], size] = [project([name.lng, name.lat]), worldPx(Math.max(zoom, 1.6))];
      // Han are as wide as high; the line of letters is lower than its box.
      const [wide, high] = [(Math.min([...name.zh].length, 10) * sizePx) / 2, (0.7 * sizePx) / 2];
      if (lines.some(([px, py]) => Math.abs(px - x) * size < wide && Math.abs(py - y) * size < high)) struck.push(`${name.en} at ${zoom}`);
    }
    expect(struck).toEqual([]);
  },
);

test('a name that the scene has already is left out, and none shows sooner than it would by itself', () => {
  const left = roomForNames(names, scenes.first);
  const words = new Set(scenes.first.places.map(({ label }) => label.words.zh));
  expect(names.some(({ zh }) => words.has(zh))).toBe(true);
  expect(left.filter(({ zh }) => words.has(zh))).toEqual([]);
  for (const name of left)
    expect(name.minzoom).toBeGreaterThanOrEqual(names.find(({ zh, kind }) => zh === name.zh && kind === name.kind)!.minzoom);
});

test('with nothing drawn every name has the room it had', () => {
  const empty = { ...scenes.first, arcs: [], routes: [], places: [] };
  expect(roomForNames(names, empty)).toEqual(names);
  expect(NAME_ZOOMS).toContain(nameZoom(names[0]!.minzoom));
});
