import { describe, expect, test } from 'vitest';
import { boxAround, holds, overlap } from '../../src/scene/box.ts';
import { layTargets } from '../../src/scene/targets.ts';
import { SECTIONS } from '../../src/state/sections.ts';
import { fewer } from '../../src/state/unfold.ts';
import { branchText } from '../../src/text/branch.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { roomOf } from '../../src/panels/layout.ts';
import { homeCamera, offMiddle, shifted, type Size } from '../../src/scene/frame.ts';
import { project, worldPx, type Point } from '../../src/scene/mercator.ts';
import { NARROW_PX } from '../../src/scene/room.ts';
import { labelBox } from '../../src/scene/places.ts';
import { scene } from '../../src/scene/scene.ts';
import { firstCamera, freeOf, isSeen, openNames, openPoints, openRegion } from '../../src/stage/framing.ts';
import { openedIn } from '../../src/state/opened.ts';
import { DEFAULTS, type Camera } from '../../src/state/url.ts';
import { REAL } from '../fixtures/world.ts';

const SIZES: Size[] = [
  [1024, 768],
  [1280, 800],
  [1440, 900],
  [2560, 1440],
  [3840, 1080],
  [1080, 1920],
  [390, 844],
  [320, 568],
  [844, 390],
];
const screen = (camera: Camera, [width, height]: Size, p: Point): Point => {
  const [[x, y], size] = [project([camera.lng, camera.lat]), worldPx(camera.zoom)];
  return [width / 2 + (p[0] - x) * size, height / 2 + (p[1] - y) * size];
};
const room = (size: Size) => roomOf(size, { shown: true, stop: 1, time: false, table: 0, notes: 24, open: false });

describe.each(SIZES)('on %s × %s', (...size) => {
  const narrow = size[0] <= NARROW_PX;
  const free = freeOf(size, narrow, room(size));
  const tools = room(size).tools!;

  test.each(['funding', null] as const)('what is opened stands whole where no popup or panel covers it (unfolded: %s)', (unfold) => {
    for (const { id } of REAL.dataset.pairings) {
      const view = { ...DEFAULTS, pairing: id, unfold };
      const [opened, drawn] = [openedIn(REAL, view), scene(REAL, view, LIGHT)];
      const [points, region] = [openPoints(REAL, opened, drawn), openRegion(REAL, opened)];
      const camera = firstCamera(size, narrow, room(size), points, { names: openNames(REAL, opened, drawn, 'one'), region });
      for (const end of [opened.pairing!.donor, opened.pairing!.recipient]) {
        const mark = drawn.places.find((one) => one.id === REAL.drawnAt(end).id)!;
        const [[x, y], { left, top, right }] = [screen(camera, size, project(mark.point)), labelBox(mark, mark.label.side, 'one')];
        expect(x + left, `the name of ${end} in ${id}`).toBeGreaterThanOrEqual(free.left);
        expect(x + right, `the name of ${end} in ${id}`).toBeLessThanOrEqual(size[0] - free.right);
        expect(x + right > size[0] - tools[0] && y + top < tools[1], `the name of ${end} in ${id} under the buttons`).toBe(false);
      }
      const px = points.map((p) => screen(camera, size, p));
      for (const [x, y] of px) {
        expect(x, id).toBeGreaterThanOrEqual(free.left);
        expect(x, id).toBeLessThanOrEqual(size[0] - free.right);
        expect(y, id).toBeGreaterThanOrEqual(free.top);
        expect(y, id).toBeLessThanOrEqual(size[1] - free.bottom);
      }
      expect(isSeen(px, size, free), id).toBe(true);
      // The region that is helped, where the map draws it, and not its seat alone.
      for (const [x, y] of region.map((p) => screen(camera, size, p))) {
        expect(x, id).toBeGreaterThanOrEqual(free.left);
        expect(x, id).toBeLessThanOrEqual(size[0] - free.right);
        expect(y, id).toBeGreaterThanOrEqual(free.top);
        expect(y, id).toBeLessThanOrEqual(size[1] - free.bottom);
      }
    }
  });

  test('the targets of what is unfolded stand apart in what is left free, whatever unfolds', () => {
    const finger = narrow ? 44 : 28;
    const bounds = { left: free.left, top: free.top, right: size[0] - free.right, bottom: size[1] - free.bottom };
    for (const { id } of REAL.dataset.pairings.filter(({ dossier }) => dossier))
      for (const unfold of ['channels', ...SECTIONS] as const) {
        const view = { ...DEFAULTS, pairing: id, unfold };
        const drawn = scene(REAL, view, LIGHT);
        const camera = firstCamera(size, narrow, room(size), openPoints(REAL, openedIn(REAL, view), drawn), {
          names: openNames(REAL, openedIn(REAL, view), drawn, 'one'),
        });
        const whole = drawn.branches.reduce((sum, { count }) => sum + count, 0);
        // As many as have room and the rest in one, as `stage/Branches.svelte` lays them.
        for (let most = Infinity, placed = -1; placed < most; most = Math.min(placed, drawn.branches.length) - 1) {
          const branches = [...fewer(drawn.branches, most)].sort((a, b) => Number(b.kind === 'rest') - Number(a.kind === 'rest'));
          expect(
            branches.reduce((sum, { count }) => sum + count, 0),
            id,
          ).toBe(whole);
          const paths = branches.map(({ path }) => path.map((where) => screen(camera, size, project(where))));
          // Letters as wide as high, and as much around them as the style sheet has.
          const sizes = branches.map((branch): Point => [
            Math.min(narrow ? 150 : 220, 46 + 12.5 * branchText(branch, 'zh').name.length) + 4,
            finger + 4,
          ]);
          const laid = layTargets(paths, sizes, bounds);
          placed = laid.filter(Boolean).length;
          if (placed < laid.length) continue;
          expect(placed, `${id} ${unfold}`).toBeGreaterThan(Math.min(drawn.branches.length, 3) - 1);
          const boxes = laid.map((middle, k) => boxAround(middle!, sizes[k]!));
          boxes.forEach((box, k) => {
            expect(holds(bounds, box), `${id} ${unfold}`).toBe(true);
            for (const other of boxes.slice(k + 1)) expect(overlap(box, other), `${id} ${unfold}`).toBe(false);
          });
          break;
        }
      }
  });

  test('the place that an address names is in the middle of what is left free', () => {
    const off = offMiddle(room(size).frame);
    const camera = shifted({ lng: 97.3, lat: 37.3, zoom: 6, bearing: 0, pitch: 0 }, [-off[0], -off[1]]);
    const [x, y] = screen(camera, size, project([97.3, 37.3]));
    const { left, top, right, bottom } = room(size).frame;
    expect(x).toBeCloseTo((left + size[0] - right) / 2, 6);
    expect(y).toBeCloseTo((top + size[1] - bottom) / 2, 6);
    const back = shifted(camera, off);
    expect([back.lng, back.lat]).toEqual([expect.closeTo(97.3, 9), expect.closeTo(37.3, 9)]);
  });
});

test('a turned map shifts along its own axes', () => {
  const camera = { lng: 100, lat: 35, zoom: 5, bearing: 90, pitch: 0 };
  // With east at the top, a point to the right on the screen lies to the south.
  const right = shifted(camera, [100, 0]);
  expect(right.lng).toBeCloseTo(100, 9);
  expect(right.lat).toBeLessThan(35);
});

test('with nothing open the first view is that of all of China; a place is shown from near by', () => {
  const size: Size = [1440, 900];
  expect(firstCamera(size, false, room(size), [])).toEqual(homeCamera(size, room(size).frame));
  const place = openPoints(REAL, openedIn(REAL, { ...DEFAULTS, record: 'golmud' }), scene(REAL, DEFAULTS, LIGHT));
  expect(place).toEqual([project(REAL.place('golmud').point)]);
  expect(firstCamera(size, false, room(size), place).zoom).toBeGreaterThan(5);
});

test('a thing whose end or most of which is covered is not seen', () => {
  const insets = { left: 100, top: 0, right: 0, bottom: 0 };
  const line = (from: number, to: number): Point[] => Array.from({ length: 11 }, (_, i) => [from + ((to - from) * i) / 10, 50]);
  expect(isSeen(line(900, 150), [1000, 100], insets)).toBe(true);
  expect(isSeen(line(900, 50), [1000, 100], insets)).toBe(false);
  expect(isSeen(line(-900, 150), [1000, 100], insets)).toBe(false);
});
