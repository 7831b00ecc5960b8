import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { greatCircleBow, type Bow } from '../../src/scene/bow.ts';
import { APART_PX, fan, hidden, MAY_HIDE } from '../../src/scene/fan.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { scene } from '../../src/scene/scene.ts';
import { filter } from '../../src/state/filter.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { DATASET, REAL, seeded, WORLD } from '../fixtures/world.ts';

const APART = APART_PX / worldPx(FRAME_ZOOM);
const bow = (from: LngLat, to: LngLat): Bow => ({ a: project(from), b: project(to), bow: greatCircleBow(from, to) + 0.13 });

/** How much of each path each other hides. */
const hidings = (paths: readonly Bow[]): number[] =>
  paths.flatMap((path, i) => paths.flatMap((other, k) => (i === k ? [] : [hidden(path, other, APART)])));
const along = (paths: readonly Bow[]): number => hidings(paths).filter((share) => share > MAY_HIDE).length;
const fanned = (paths: readonly Bow[]): Bow[] => fan(paths, APART).map((found, i) => ({ ...paths[i]!, bow: found }));

describe('what is hidden', () => {
  const path = bow([121, 30], [97, 37]);

  test('is all of a path along itself, and nothing where another is far', () => {
    expect(hidden(path, path, APART)).toBe(1);
    expect(hidden(path, bow([113, 23], [86, 28]), APART)).toBe(0);
  });

  test('by one that crosses is little', () => {
    const across = bow([105, 25], [112, 42]);
    expect(hidden(path, across, 2 * APART)).toBeGreaterThan(0);
    expect(hidden(path, across, 2 * APART)).toBeLessThanOrEqual(MAY_HIDE);
  });

  test('grows with the room that is asked for', () => {
    const beside = { ...path, bow: path.bow + 0.1 };
    const shares = [1, 5, 10, 20, 40].map((px) => hidden(path, beside, px / worldPx(FRAME_ZOOM)));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(shares[0]!);
  });
});

describe('a fan', () => {
  test('leaves paths that hide nothing as they came', () => {
    const paths = [bow([121, 30], [97, 37]), bow([113, 23], [86, 28]), bow([117, 39], [87, 44])];
    expect(fan(paths, APART)).toEqual(paths.map((path) => path.bow));
  });

  test('parts paths between the same two places, the first keeping its way', () => {
    const paths = Array.from({ length: 4 }, () => bow([121, 30], [97, 37]));
    expect(fan(paths, APART)[0]).toBe(paths[0]!.bow);
    expect(along(paths)).toBe(12);
    expect(along(fanned(paths))).toBe(0);
  });

  test('is the same at every run, and leaves its paths as they are', () => {
    const paths = Array.from({ length: 4 }, () => bow([121, 30], [97, 37]));
    const before = JSON.stringify(paths);
    expect(fan(paths, APART)).toEqual(fan(paths, APART));
    expect(JSON.stringify(paths)).toBe(before);
  });

  test('makes way for paths that stand already', () => {
    const stands = bow([121, 30], [97, 37]);
    const [found] = fan([stands], APART, [stands]);
    expect(found).not.toBe(stands.bow);
    expect(along([stands, { ...stands, bow: found! }])).toBe(0);
  });

  test('of nothing is nothing', () => {
    expect(fan([], APART)).toEqual([]);
  });
});

/** Arcs of dossiers and flights as they are drawn; a flight's bow is read back from its path. */
function drawn(world: typeof REAL): { id: string; path: Bow }[] {
  const { arcs, routes } = scene(world, { network: 'off', has: ['flights'] }, LIGHT, filter(world, { network: 'off' }).pairings);
  const flights = routes.filter(({ mode }) => mode === 'flight');
  const read = (points: readonly LngLat[]): Bow => {
    const [a, m, b] = [points[0]!, points[(points.length - 1) / 2]!, points.at(-1)!].map(project) as [Bow['a'], Bow['a'], Bow['a']];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    return { a, b, bow: (2 * ((m[1] - a[1]) * dx - (m[0] - a[0]) * dy)) / (dx * dx + dy * dy) };
  };
  return [...arcs.map((arc) => ({ id: arc.id, path: arc })), ...flights.map(({ id, path }) => ({ id, path: read(path) }))];
}

test('a network of hairlines moves no arc of a dossier', () => {
  const [pairing] = DATASET.pairings;
  const ends = ['nanhai', 'beishan', 'xishan', 'donghai', 'guankou', 'zhongzhou'];
  const network = ends.flatMap((donor) =>
    ends
      .filter((recipient) => recipient !== donor)
      .map((recipient) => ({ ...pairing!, id: `${donor}-to-${recipient}`, dossier: false, parent: null, donor, recipient })),
  );
  const bows = (world: World) =>
    scene(world, DEFAULTS, LIGHT).arcs.flatMap(({ id, bow: found }) => (id.includes('-to-') ? [] : [[id, found]]));
  expect(bows(new World({ ...DATASET, pairings: [...network, ...DATASET.pairings] }))).toEqual(bows(WORLD));
});

test.each([
  ['the data', REAL],
  ['the invented world', WORLD],
])('of %s no arc of a dossier and no flight runs along another', (_, world) => {
  const lines = drawn(world);
  const hides = lines.flatMap((one) =>
    lines.flatMap((other) => (one !== other && hidden(one.path, other.path, APART) > MAY_HIDE ? [`${other.id} hides ${one.id}`] : [])),
  );
  expect(hides).toEqual([]);
  expect(lines.length).toBeGreaterThan(4);
});

test('of the data’s whole network a twentieth of an arc at most is hidden by another, on average', () => {
  const shares = hidings(scene(REAL, DEFAULTS, LIGHT).arcs);
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(1 / 20);
});

test('of 113 pairings most are parted, and on average a thirtieth of an arc is hidden by another', () => {
  const random = seeded(5);
  const donors = Array.from({ length: 19 }, (): LngLat => [113 + 9 * random(), 22 + 18 * random()]);
  const paths = Array.from({ length: 113 }, () =>
    bow(donors[Math.floor(random() * donors.length)]!, [78 + 28 * random(), 28 + 16 * random()]),
  );
  const shares = hidings(fanned(paths));
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(1 / 30);
  expect(along(fanned(paths))).toBeLessThan(along(paths) / 2);
});
