import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { bowPoint } from '../../src/scene/bow.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { worldPx } from '../../src/scene/mercator.ts';
import { Picker } from '../../src/scene/pick.ts';
import { unproject } from '../../src/scene/mercator.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { SECTIONS } from '../../src/state/sections.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const open = (pairing: string, unfold: 'channels' | (typeof SECTIONS)[number]) => scene(REAL, { ...DEFAULTS, pairing, unfold }, LIGHT);

describe('an unfolded arc', () => {
  const { arcs, branches } = open('zhejiang-haixi', 'channels');
  const own = arcs.filter(({ branch }) => branch);

  test('is replaced by one for each channel, in a stable order', () => {
    expect(arcs.some(({ id }) => id === 'zhejiang-haixi')).toBe(false);
    expect(branches.map(({ id }) => id)).toEqual(['funding', 'projects', 'flights']);
    expect(own.map(({ id }) => id)).toEqual(['funding', 'projects', 'flights']);
  });

  test('has its branches more than 24 px apart in the first view, each to be picked by itself', () => {
    const px = worldPx(FRAME_ZOOM);
    const picker = new Picker({ ...open('zhejiang-haixi', 'channels'), places: [], routes: [] });
    own.forEach((arc, i) => {
      const [x, y] = bowPoint(arc, 0.5);
      for (const other of own.slice(i + 1)) {
        const [ox, oy] = bowPoint(other, 0.5);
        expect(Math.hypot(x - ox, y - oy) * px).toBeGreaterThan(24);
      }
      expect(picker.at(unproject([x, y]), FRAME_ZOOM, 12)).toMatchObject({ kind: 'branch', id: arc.id });
    });
  });

  test('tells its channels apart by hue, dash and glyph', () => {
    for (const theme of [LIGHT, DARK]) {
      const drawn = scene(REAL, { ...DEFAULTS, pairing: 'zhejiang-aksu', unfold: 'channels' }, theme);
      const lines = drawn.arcs.filter(({ branch }) => branch);
      expect(new Set(lines.map(({ from }) => from)).size).toBe(lines.length);
      expect(new Set(lines.map(({ dashPx }) => dashPx)).size).toBe(lines.length);
    }
  });
});

test('every level of every pairing can be drawn, each branch with a path', () => {
  for (const world of [WORLD, REAL])
    for (const { id } of world.dataset.pairings)
      for (const unfold of ['channels', ...SECTIONS] as const) {
        const drawn = scene(world, { ...DEFAULTS, pairing: id, unfold }, LIGHT);
        for (const branch of drawn.branches) {
          expect(branch.path.length).toBeGreaterThan(1);
          expect(branch.path.flat().every(Number.isFinite)).toBe(true);
        }
      }
});

test('flights unfold into the routes themselves', () => {
  const { branches, routes } = open('zhejiang-haixi', 'flights');
  const shown = routes.filter(({ pairing }) => pairing === 'zhejiang-haixi');
  expect(branches.filter(({ kind }) => kind === 'route').map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
});
