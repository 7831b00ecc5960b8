import { expect, test } from 'vitest';
import { POPUP_PX } from '../../src/stage/framing.ts';
import { spotOf, type PopupRoom } from '../../src/stage/spot.ts';
import { seeded } from '../fixtures/world.ts';

/** A wide screen: the list to the left, buttons to the right, the inset in the lower right corner. */
const WIDE: PopupRoom = { left: 368, top: 60, right: 1374, bottom: 866, over: false, corner: { left: 1200, top: 600, right: 1424 } };

test('a popup stands along the right edge of its room, and ends above the corner', () => {
  expect(spotOf(WIDE)).toEqual({ left: 1374 - POPUP_PX, top: 60, maxHeight: 540 });
});

test('where there is too little beside the panel it stands over it, as high as the room', () => {
  expect(spotOf({ ...WIDE, left: 12, over: true })).toEqual({ left: 12, top: 60, maxHeight: 806 });
});

test('it passes by a corner that stands left of it', () => {
  expect(spotOf({ ...WIDE, corner: { left: 700, top: 300, right: 990 } }).maxHeight).toBe(806);
});

test('at the left edge in a room narrower than itself', () => {
  expect(spotOf({ ...WIDE, right: 600 }).left).toBe(368);
});

test('whatever the room, it keeps to it and off the corner', () => {
  const random = seeded(9);
  const between = (low: number, high: number) => low + random() * (high - low);
  for (let i = 0; i < 5000; i++) {
    const [left, top] = [between(0, 400), between(0, 80)];
    const [right, bottom] = [left + between(380, 1600), top + between(300, 1100)];
    const room: PopupRoom = {
      left,
      top,
      right,
      bottom,
      over: random() < 0.5,
      corner: { left: between(left, right), top: between(top + 60, bottom), right: between(right, right + 100) },
    };
    const spot = spotOf(room);
    expect(spot.left).toBeGreaterThanOrEqual(left);
    expect(spot.left + POPUP_PX).toBeLessThanOrEqual(right + 1e-9);
    expect(spot.top + spot.maxHeight).toBeLessThanOrEqual(bottom + 1e-9);
    expect(spot.left + POPUP_PX > room.corner.left && spot.top + spot.maxHeight > room.corner.top + 1e-9).toBe(false);
  }
});
