import { expect, test } from 'vitest';
import { layTargets } from '../../src/scene/targets.ts';
import type { Point } from '../../src/scene/mercator.ts';
import { seeded } from '../fixtures/world.ts';

const BOUNDS = { left: 0, top: 0, right: 600, bottom: 400 };

test('targets cover neither each other nor the edge, however their paths lie', () => {
  const random = seeded(7);
  for (let round = 0; round < 400; round++) {
    const point = (): Point => [random() * 700 - 50, random() * 500 - 50];
    const count = 1 + Math.floor(random() * 9);
    const paths = Array.from({ length: count }, () => {
      const [a, b] = [point(), point()];
      return Array.from({ length: 33 }, (_, i): Point => [a[0] + ((b[0] - a[0]) * i) / 32, a[1] + ((b[1] - a[1]) * i) / 32]);
    });
    const sizes = paths.map((): Point => [44 + random() * 90, 44]);
    const boxes = layTargets(paths, sizes, BOUNDS).map((middle, i) => {
      const [x, y] = middle!;
      const [w, h] = sizes[i]!;
      return { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
    });
    boxes.forEach((box, i) => {
      expect(box.left >= -1e-9 && box.right <= 600 + 1e-9 && box.top >= -1e-9 && box.bottom <= 400 + 1e-9).toBe(true);
      for (const other of boxes.slice(i + 1)) {
        const apart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        expect(apart).toBe(true);
      }
    });
  }
});

test('a target alone stands at the middle of its path', () => {
  const path = Array.from({ length: 33 }, (_, i): Point => [100 + i * 10, 200]);
  expect(layTargets([path], [[60, 28]], BOUNDS)).toEqual([[260, 200]]);
});
