import { describe, expect, test } from 'vitest';
import { spotOf, POPUP_PX, type PopupRoom, type Spot } from '../../src/stage/spot.ts';
import { seeded } from '../fixtures/world.ts';

/** A wide screen: the list to the left, buttons to the right, the inset in the lower right corner. */
const WIDE: PopupRoom = { left: 368, top: 60, right: 1374, bottom: 866, corner: [1200, 600] };
const SIZE = [POPUP_PX, 400] as const;

type Box = readonly [left: number, top: number, right: number, bottom: number];
/** What a popup takes of the page: its style sheet holds it to `maxHeight`. */
const taken = ({ left, top, maxHeight }: Spot, [width, height]: readonly [number, number]): Box => [
  left,
  top,
  left + width,
  top + Math.min(height, maxHeight),
];
const inCorner = ([, , right, bottom]: Box, { corner }: PopupRoom): boolean => right > corner[0] && bottom > corner[1];

describe('a popup stands', () => {
  test('right of its anchor, if there is room', () => {
    const spot = spotOf([600, 300], SIZE, WIDE);
    expect(spot.left).toBe(628);
    expect(spot.stem).toEqual([628, 300]);
  });

  test('left of its anchor, if there is room only there', () => {
    const spot = spotOf([1100, 300], SIZE, WIDE);
    expect(spot.left + SIZE[0]).toBe(1072);
    expect(spot.stem).toEqual([1072, 300]);
  });

  test('along an edge, if its anchor is out of sight; then nothing points at it', () => {
    for (const anchor of [
      [100, 300],
      [1420, 300],
      [700, -50],
      [700, 2000],
    ] as const) {
      const { left, stem } = spotOf(anchor, SIZE, WIDE);
      expect([WIDE.left, WIDE.right - SIZE[0]]).toContain(left);
      expect(stem).toBeNull();
    }
  });

  test('with a third of itself above its anchor', () => {
    expect(spotOf([600, 400], SIZE, WIDE).top).toBeCloseTo(400 - 400 / 3, 9);
  });

  test('off the arc that it tells of, where another place is free', () => {
    const arc = Array.from({ length: 40 }, (_, i) => [600 + 10 * i, 300] as const);
    const spot = spotOf([600, 300], SIZE, WIDE, arc);
    expect(spot.left).toBe(WIDE.right - SIZE[0]);
    expect(arc.every(([x]) => x < spot.left)).toBe(true);
    expect(spot.stem).toEqual([spot.left, 300]);
  });

  test('over the corner nowhere: it is shorter there, and ends above it', () => {
    const spot = spotOf([900, 800], [POPUP_PX, 700], { ...WIDE, corner: [1000, 600] });
    expect(inCorner(taken(spot, [POPUP_PX, 700]), { ...WIDE, corner: [1000, 600] })).toBe(false);
  });

  test('at the left edge in a room narrower than itself, and still not over the corner', () => {
    const narrow: PopupRoom = { left: 368, top: 60, right: 700, bottom: 566, corner: [560, 400] };
    const spot = spotOf([500, 500], SIZE, narrow);
    expect(spot.left).toBe(narrow.left);
    expect(inCorner(taken(spot, SIZE), narrow)).toBe(false);
  });
});

test('wherever the anchor is and whatever the sizes, it keeps to its room, off the corner, and its line meets its edge', () => {
  const random = seeded(9);
  const between = (low: number, high: number) => low + random() * (high - low);
  for (let i = 0; i < 20_000; i++) {
    const [left, top] = [between(0, 400), between(0, 80)];
    const [right, bottom] = [left + between(300, 1600), top + between(300, 1100)];
    const room: PopupRoom = { left, top, right, bottom, corner: [between(left, right), between(top + 60, bottom)] };
    const size = [between(200, 420), between(40, 900)] as const;
    const anchor = [between(left - 200, right + 200), between(top - 200, bottom + 200)] as const;
    const avoid = Array.from({ length: 10 }, () => [between(left, right), between(top, bottom)] as const);
    const spot = spotOf(anchor, size, room, avoid);
    const box = taken(spot, size);
    const said = JSON.stringify({ room, size, anchor, spot });

    expect(box[0], said).toBeGreaterThanOrEqual(left);
    if (size[0] <= right - left) expect(box[2], said).toBeLessThanOrEqual(right + 1e-9);
    expect(box[1], said).toBeGreaterThanOrEqual(top);
    expect(box[3], said).toBeLessThanOrEqual(bottom + 1e-9);
    expect(inCorner([box[0], box[1], box[2], box[3] - 1e-9], room), said).toBe(false);
    expect(spot.maxHeight, said).toBeGreaterThan(0);

    if (spot.stem === null) continue;
    expect([box[0], box[2]], said).toContain(spot.stem[0]);
    expect(anchor[0] < box[0] || anchor[0] > box[2], said).toBe(true);
    expect(spot.stem[1], said).toBeGreaterThanOrEqual(box[1]);
    if (box[3] - box[1] >= 24) expect(spot.stem[1], said).toBeLessThanOrEqual(box[3]);
  }
});

test('the same anchor, size and room give the same spot', () => {
  expect(spotOf([600, 300], SIZE, WIDE)).toEqual(spotOf([600, 300], SIZE, WIDE));
});
