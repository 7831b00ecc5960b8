import { expect, test } from 'vitest';
import { boxAround, holds, overlap, type Box } from '../../src/scene/box.ts';
import { seeded } from '../fixtures/world.ts';

test('boxes that share an edge do not overlap, and hold what touches their edges', () => {
  const box = boxAround([10, 20], [4, 6]);
  expect(box).toEqual({ left: 8, top: 17, right: 12, bottom: 23 });
  expect(overlap(box, { ...box, left: 12, right: 14 })).toBe(false);
  expect(overlap(box, { ...box, left: 11.9, right: 14 })).toBe(true);
  expect(holds(box, box)).toBe(true);
  expect(holds(box, { ...box, right: 12.1 })).toBe(false);
});

test('overlap is the same both ways, and a box overlaps all that it holds', () => {
  const random = seeded(3);
  const made = (): Box => boxAround([random() * 10, random() * 10], [0.1 + random() * 6, 0.1 + random() * 6]);
  for (let i = 0; i < 2000; i++) {
    const [a, b] = [made(), made()];
    expect(overlap(a, b)).toBe(overlap(b, a));
    if (holds(a, b)) expect(overlap(a, b)).toBe(true);
  }
});
