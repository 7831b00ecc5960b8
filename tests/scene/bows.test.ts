import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { bowPoint, type Bow } from '../../src/scene/bow.ts';
import { bowsOf, withBows } from '../../src/scene/bows.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { worldPx } from '../../src/scene/mercator.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { DATASET, REAL, WORLD } from '../fixtures/world.ts';

describe.each([
  ['the invented world', WORLD],
  ['the data', REAL],
])('of %s', (_, world) => {
  const built = withBows(world);

  test('the build gives each arc and each flight a bow, and changes nothing else', () => {
    const flights = world.dataset.pairings.flatMap(({ routes }) => routes.filter(({ via }) => via.length === 0));
    expect(Object.keys(built.bows!).sort()).toEqual([...world.dataset.pairings, ...flights].map(({ id }) => id).sort());
    expect({ ...built, bows: undefined }).toEqual({ ...world.dataset, bows: undefined });
  });

  test('paths lie as the build gave them: within half a px of where the page itself would fan them', () => {
    const [found, fanned] = [new World(built), world].map((one) => bowsOf(one) as ReadonlyMap<string, Bow>) as [
      Map<string, Bow>,
      Map<string, Bow>,
    ];
    expect([...found.keys()].sort()).toEqual([...fanned.keys()].sort());
    for (const [id, path] of fanned) {
      const [x, y] = bowPoint(found.get(id)!, 0.5);
      const [u, v] = bowPoint(path, 0.5);
      expect(Math.hypot(x - u, y - v) * worldPx(FRAME_ZOOM), id).toBeLessThan(0.5);
    }
  });
});

test('a pairing that the build did not know lies as it would alone', () => {
  // The first in the order keeps its natural way.
  const { 'donghai-xishan': natural, ...bows } = withBows(WORLD).bows!;
  const drawn = scene(new World({ ...DATASET, bows }), DEFAULTS, LIGHT).arcs.find(({ id }) => id === 'donghai-xishan')!;
  expect(drawn.bow).toBeCloseTo(natural!, 3);
});
