import { describe, expect, test } from 'vitest';
import { project, unproject, worldPx } from '../../src/scene/mercator.ts';
import { seeded } from '../fixtures/world.ts';

test('a place and its point in the square are inverse, to a hundred-millionth of a degree', () => {
  const random = seeded(3);
  for (let i = 0; i < 10_000; i++) {
    const [lng, lat] = [-180 + 360 * random(), -85 + 170 * random()];
    const back = unproject(project([lng, lat]));
    expect(Math.abs(back[0] - lng)).toBeLessThan(1e-8);
    expect(Math.abs(back[1] - lat)).toBeLessThan(1e-8);
  }
});

describe('the square', () => {
  test.each<[string, [number, number], [number, number]]>([
    ['has its middle where Greenwich meets the equator', [0, 0], [0.5, 0.5]],
    ['begins at the antimeridian', [-180, 0], [0, 0.5]],
    ['ends at the antimeridian', [180, 0], [1, 0.5]],
    ['has its upper edge at 85.0511° north', [0, 85.05112877980659], [0.5, 0]],
    ['has its lower edge at 85.0511° south', [0, -85.05112877980659], [0.5, 1]],
  ])('%s', (_, place, [x, y]) => {
    expect(project(place)[0]).toBeCloseTo(x, 12);
    expect(project(place)[1]).toBeCloseTo(y, 12);
  });

  test('has east to the right and south below', () => {
    expect(project([120, 30])[0]).toBeGreaterThan(project([80, 30])[0]);
    expect(project([100, 20])[1]).toBeGreaterThan(project([100, 40])[1]);
  });

  test('is 512 px wide at zoom 0 and doubles with each zoom', () => {
    expect([0, 1, 2, 3.5].map(worldPx)).toEqual([512, 1024, 2048, 512 * 2 ** 3.5]);
  });
});
