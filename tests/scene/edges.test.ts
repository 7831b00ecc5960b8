import { describe, expect, test } from 'vitest';
import { edgeExits } from '../../src/scene/edges.ts';
import { seeded } from '../fixtures/world.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 100 };
const straight = (x0: number, y0: number, x1: number, y1: number) => ({
  path: Array.from({ length: 25 }, (_, i) => [x0 + ((x1 - x0) * i) / 24, y0 + ((y1 - y0) * i) / 24] as [number, number]),
  from: 'a',
  to: 'b',
});

describe('an arc across the edge', () => {
  test('has a sign where it leaves, for the end outside alone', () => {
    expect(edgeExits([straight(50, 50, 250, 50)], BOX, 20, 9)).toEqual([{ place: 'b', at: [100, 50], heading: 90 }]);
    expect(edgeExits([straight(50, -150, 50, 50)], BOX, 20, 9)).toMatchObject([{ place: 'a', at: [50, 0], heading: 0 }]);
  });
  test('with both ends outside has two', () => {
    expect(edgeExits([straight(-100, 50, 200, 50)], BOX, 20, 9).map(({ place, at }) => [place, ...at])).toEqual([
      ['a', 0, 50],
      ['b', 100, 50],
    ]);
  });
  test('that is wholly inside or wholly outside has none', () => {
    expect(edgeExits([straight(10, 10, 90, 90), straight(200, 0, 300, 0)], BOX, 20, 9)).toEqual([]);
  });
});

test('signs lie on the edge, name each place once, and never crowd', () => {
  const random = seeded(12);
  for (let round = 0; round < 500; round++) {
    const arcs = Array.from({ length: 12 }, (_, i) => {
      const at = () => -200 + random() * 500;
      return { ...straight(at(), at(), at(), at()), from: `f${i % 3}`, to: `t${i}` };
    });
    const exits = edgeExits(arcs, BOX, 30, 6);
    expect(exits.length).toBeLessThanOrEqual(6);
    expect(new Set(exits.map(({ place }) => place)).size).toBe(exits.length);
    exits.forEach(({ at: [x, y] }, i) => {
      expect(Math.min(Math.abs(x), Math.abs(x - 100), Math.abs(y), Math.abs(y - 100))).toBeLessThan(1e-6);
      for (const { at } of exits.slice(i + 1)) expect(Math.hypot(at[0] - x, at[1] - y)).toBeGreaterThanOrEqual(30);
    });
  }
});
