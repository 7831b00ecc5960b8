import { expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { FRAME, FRAME_BOX, FRAME_ZOOM, homeCamera, inFrame, seenBox } from '../../src/scene/frame.ts';
import { project, worldPx, type Point } from '../../src/scene/mercator.ts';

const [west, south, east, north] = FRAME;
/** A box on the page, and nothing else of an element. */
const box = (left: number, top: number, width: number, height: number) =>
  ({ getBoundingClientRect: () => ({ left, top, width, height }) as DOMRect, style: { cssText: '' } }) as HTMLElement;
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

test.each<[string, [number, number, number, number], [number, number, number]]>([
  ['a wide screen, the list beside the map', [0, 0, 1440, 900], [372, 18, 1000]],
  ['a phone', [0, 0, 390, 844], [8, 300, 374]],
  ['a stage that does not begin at the corner of the page', [120, 64, 800, 500], [160, 90, 600]],
  ['a frame larger than its stage', [0, 0, 320, 300], [-80, -40, 900]],
])('on %s the home camera puts the frame’s corners where the page has them', (_, stage, [left, top, width]) => {
  const { lng, lat, zoom, bearing, pitch } = homeCamera(box(...stage), box(left, top, width, width * RATIO));
  expect([bearing, pitch]).toEqual([0, 0]);
  const [cx, cy] = project([lng, lat]);
  const onPage = ([x, y]: Point): Point => [
    stage[0] + stage[2] / 2 + (x - cx) * worldPx(zoom),
    stage[1] + stage[3] / 2 + (y - cy) * worldPx(zoom),
  ];
  const [x0, y0] = onPage(project([west, north]));
  const [x1, y1] = onPage(project([east, south]));
  expect(x0).toBeCloseTo(left, 6);
  expect(y0).toBeCloseTo(top, 6);
  expect(x1).toBeCloseTo(left + width, 6);
  expect(y1).toBeCloseTo(top + width * RATIO, 6);
});

test('what a camera has in a box of the stage is a part of the square, and the whole frame at home', () => {
  const at = { lng: 80.5, lat: 41, zoom: 6.2, bearing: 0, pitch: 0 };
  const [x, y] = project([at.lng, at.lat]);
  const seen = seenBox(at, [1000, 800], { left: 300, top: 100, right: 900, bottom: 700 });
  expect(seen.width * worldPx(at.zoom)).toBeCloseTo(600, 6);
  expect(seen.x + (200 / 600) * seen.width).toBeCloseTo(x, 12);
  expect(seen.y + seen.height / 2).toBeCloseTo(y, 12);
  const camera = homeCamera(box(0, 0, 1440, 900), box(400, 50, 1000, 1000 * RATIO));
  const frame = seenBox(camera, [1440, 900], { left: 400, top: 50, right: 1400, bottom: 50 + 1000 * RATIO });
  expect([frame.x, frame.y, frame.width]).toEqual([FRAME_BOX.x, FRAME_BOX.y, FRAME_BOX.width].map((n) => expect.closeTo(n, 9) as number));
});
