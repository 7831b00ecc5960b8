import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import {
  clamped,
  FRAME,
  FRAME_BOX,
  FRAME_ZOOM,
  held,
  homeCamera,
  inFrame,
  seenBox,
  type Insets,
  type Size,
} from '../../src/scene/frame.ts';
import { project, worldPx, type Point } from '../../src/scene/mercator.ts';

const [west, south, east, north] = FRAME;
const RATIO = FRAME_BOX.height / FRAME_BOX.width;

test('the corners of the frame are 0 and 1 of it, and beyond is outside', () => {
  expect(inFrame(project([west, north]))).toEqual([0, 0]);
  expect(inFrame(project([east, south]))[0]).toBeCloseTo(1, 12);
  expect(inFrame(project([east, south]))[1]).toBeCloseTo(1, 12);
  expect(inFrame(project([140, 10])).every((part) => part > 1)).toBe(true);
  expect(inFrame(project([60, 60])).every((part) => part < 0)).toBe(true);
});

test.each<[string, LngLat]>([
  ['the Pamirs', [73.5, 39.3]],
  ['the bend of the Heilong', [123.3, 53.5]],
  ['the meeting of Heilong and Ussuri', [134.7, 48.3]],
  ['Hainan', [109.6, 18.2]],
  ['Taiwan', [121.9, 25]],
])('the frame shows %s', (_, place) => {
  for (const part of inFrame(project(place))) {
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(1);
  }
});

test('at its zoom the frame fills a window of 1440 by 900', () => {
  expect(FRAME_BOX.width * worldPx(FRAME_ZOOM)).toBeLessThan(1440);
  expect(FRAME_BOX.height * worldPx(FRAME_ZOOM)).toBeLessThan(900);
  expect(FRAME_BOX.height * worldPx(FRAME_ZOOM)).toBeGreaterThan(800);
});

test.each<[string, Size, Insets]>([
  ['a wide screen, the list beside the map', [1440, 900], { left: 372, top: 28, right: 40, bottom: 36 }],
  ['a phone', [390, 844], { left: 16, top: 84, right: 16, bottom: 428 }],
  ['a low, wide box', [1600, 300], { left: 0, top: 10, right: 400, bottom: 10 }],
])('on %s the home camera shows the frame as large as it can be, in the middle of the room', (_, size, insets) => {
  const { lng, lat, zoom, bearing, pitch } = homeCamera(size, insets);
  expect([bearing, pitch]).toEqual([0, 0]);
  const [cx, cy] = project([lng, lat]);
  const onStage = ([x, y]: Point): Point => [size[0] / 2 + (x - cx) * worldPx(zoom), size[1] / 2 + (y - cy) * worldPx(zoom)];
  const [x0, y0] = onStage(project([west, north]));
  const [x1, y1] = onStage(project([east, south]));
  const room = [size[0] - insets.left - insets.right, size[1] - insets.top - insets.bottom] as const;
  expect((x0 + x1) / 2).toBeCloseTo(insets.left + room[0] / 2, 6);
  expect((y0 + y1) / 2).toBeCloseTo(insets.top + room[1] / 2, 6);
  expect((y1 - y0) / (x1 - x0)).toBeCloseTo(RATIO, 9);
  expect(Math.max((x1 - x0) / room[0], (y1 - y0) / room[1])).toBeCloseTo(1, 6);
});

test.each<Size>([
  [0, 0],
  [1, 900],
  [300, 20],
])('a stage of %i × %i px has a camera of finite numbers', (...size) => {
  const camera = homeCamera(size, { left: 372, top: 28, right: 40, bottom: 36 });
  expect(Object.values(camera).every(Number.isFinite)).toBe(true);
});

test('a camera beyond what can be shown is brought to the nearest that can', () => {
  const camera = { lng: 104, lat: 35, zoom: 22, bearing: 10, pitch: 60 };
  expect(clamped(camera)).toEqual({ ...camera, zoom: 11, pitch: 50 });
  expect(clamped({ ...camera, zoom: 0 }).zoom).toBe(1.6);
});

/** The least and greatest longitude, and the Mercator rows, that a flat camera shows on a stage. */
function seen({ lng, lat, zoom }: { lng: number; lat: number; zoom: number }, [width, height]: Size) {
  const across = (width / worldPx(zoom)) * 180;
  const [, y] = project([lng, lat]);
  const down = height / worldPx(zoom) / 2;
  return { west: lng - across, east: lng + across, top: y - down, bottom: y + down };
}

const flat = { bearing: 0, pitch: 0 };

describe.each<Size>([
  [1440, 900],
  [3840, 1080],
  [1080, 1920],
  [390, 844],
])('on %i × %i px a camera held within the Earth', (...size) => {
  test.each([
    { lng: 104, lat: 35, zoom: 1.6 },
    { lng: -170, lat: 85, zoom: 1.6 },
    { lng: -60, lat: -85, zoom: 3 },
    { lng: 179, lat: 0, zoom: 5 },
    { lng: 80.3, lat: 41.1, zoom: 7.5 },
  ])('shows neither an edge of it nor any place twice: from %o', (asked) => {
    const shown = held({ ...asked, ...flat }, size);
    const { west, east, top, bottom } = seen(shown, size);
    expect(west).toBeGreaterThanOrEqual(104 - 180 - 1e-9);
    expect(east).toBeLessThanOrEqual(104 + 180 + 1e-9);
    expect(top).toBeGreaterThanOrEqual(-1e-9);
    expect(bottom).toBeLessThanOrEqual(1 + 1e-9);
    expect(shown.lng).toBeLessThanOrEqual(180);
  });

  test('is the one asked for where that shows none', () => {
    const { lng, lat, zoom } = held({ lng: 97.3, lat: 37.3, zoom: 6.5, ...flat }, size);
    expect([lng, lat, zoom]).toEqual([expect.closeTo(97.3, 9), expect.closeTo(37.3, 9), 6.5]);
  });

  test('stays east where it is led on over the 180th meridian', () => {
    expect(held({ lng: -179, lat: 40, zoom: 6, ...flat }, size).lng).toBeCloseTo(180, 9);
  });

  test('of the first view is the first view: still and live map are alike', () => {
    const side = size[0] < 760 ? 16 : 372;
    const home = homeCamera(size, { left: side, top: 28, right: 40, bottom: 36 });
    expect(held(home, size).lng).toBeCloseTo(home.lng, 9);
    expect(held(home, size).lat).toBeCloseTo(home.lat, 9);
  });
});

test('what a camera has in a box of the stage is a part of the square, and the whole frame at home', () => {
  const at = { lng: 80.5, lat: 41, zoom: 6.2, bearing: 0, pitch: 0 };
  const [x, y] = project([at.lng, at.lat]);
  const seen = seenBox(at, [1000, 800], { left: 300, top: 100, right: 900, bottom: 700 });
  expect(seen.width * worldPx(at.zoom)).toBeCloseTo(600, 6);
  expect(seen.x + (200 / 600) * seen.width).toBeCloseTo(x, 12);
  expect(seen.y + seen.height / 2).toBeCloseTo(y, 12);
  const camera = homeCamera([1440, 900], { left: 400, top: 50, right: 40, bottom: 850 - 1000 * RATIO });
  const frame = seenBox(camera, [1440, 900], { left: 400, top: 50, right: 1400, bottom: 50 + 1000 * RATIO });
  expect([frame.x, frame.y, frame.width]).toEqual([FRAME_BOX.x, FRAME_BOX.y, FRAME_BOX.width].map((n) => expect.closeTo(n, 9) as number));
});
