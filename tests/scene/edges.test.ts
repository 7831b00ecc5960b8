import { describe, expect, test } from 'vitest';
import { boxAround, holds, overlap, type Box } from '../../src/scene/box.ts';
import { edgeExits } from '../../src/scene/edges.ts';
import { seeded } from '../fixtures/world.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 100 };
const SIGNS = { sizeOf: () => [20, 10] as const, most: 9, taken: null };
/** A box with room for what rounding adds. */
const grown = ({ left, top, right, bottom }: Box) => ({ left: left - 1e-6, top: top - 1e-6, right: right + 1e-6, bottom: bottom + 1e-6 });
const straight = (x0: number, y0: number, x1: number, y1: number) => ({
  path: Array.from({ length: 25 }, (_, i) => [x0 + ((x1 - x0) * i) / 24, y0 + ((y1 - y0) * i) / 24] as [number, number]),
  from: 'a',
  to: 'b',
});

describe('an arc across the edge', () => {
  test('has a sign where it leaves, for the end outside alone', () => {
    expect(edgeExits([straight(50, 50, 250, 50)], BOX, SIGNS)).toEqual([
      { place: 'b', at: [100, 50], heading: 90, sign: { left: 80, top: 45, right: 100, bottom: 55 } },
    ]);
    expect(edgeExits([straight(50, -150, 50, 50)], BOX, SIGNS)).toMatchObject([{ place: 'a', at: [50, 0], heading: 0 }]);
  });
  test('with both ends outside has two', () => {
    expect(edgeExits([straight(-100, 50, 200, 50)], BOX, SIGNS).map(({ place, at }) => [place, ...at])).toEqual([
      ['a', 0, 50],
      ['b', 100, 50],
    ]);
  });
  test('that is wholly inside or wholly outside has none', () => {
    expect(edgeExits([straight(10, 10, 90, 90), straight(200, 0, 300, 0)], BOX, SIGNS)).toEqual([]);
  });
});

test('signs stand at the edge within the box, name each place once, and meet neither each other nor the buttons', () => {
  const random = seeded(12);
  const taken = { left: 88, top: 0, right: 100, bottom: 40 };
  let moved = 0;
  for (let round = 0; round < 500; round++) {
    const arcs = Array.from({ length: 12 }, (_, i) => {
      const at = () => -200 + random() * 500;
      return { ...straight(at(), at(), at(), at()), from: `f${i % 3}`, to: `t${i}` };
    });
    const exits = edgeExits(arcs, BOX, { sizeOf: (place) => [place === 'f0' ? 40 : 20, 10], most: 6, taken });
    expect(exits.length).toBeLessThanOrEqual(6);
    expect(new Set(exits.map(({ place }) => place)).size).toBe(exits.length);
    exits.forEach(({ place, at: [x, y], sign }, i) => {
      expect(Math.min(Math.abs(x), Math.abs(x - 100), Math.abs(y), Math.abs(y - 100))).toBeLessThan(1e-6);
      expect(sign.right - sign.left).toBeCloseTo(place === 'f0' ? 40 : 20);
      expect(holds(grown(BOX), sign)).toBe(true);
      // Where no button is in the way it stands where its arc leaves.
      if (!overlap(boxAround([x, y], [94, 34]), taken)) {
        expect(Math.abs((sign.left + sign.right) / 2 - x)).toBeLessThanOrEqual(20.001);
        expect(Math.abs((sign.top + sign.bottom) / 2 - y)).toBeLessThanOrEqual(5.001);
      } else moved++;
      expect(overlap(sign, taken)).toBe(false);
      for (const other of exits.slice(i + 1)) expect(overlap(sign, other.sign)).toBe(false);
    });
  }
  expect(moved).toBeGreaterThan(50);
});
