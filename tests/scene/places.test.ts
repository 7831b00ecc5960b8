import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../data/schema.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { FRAME_BOX, FRAME_ZOOM } from '../../src/scene/frame.ts';
import type { PlaceMark, Role } from '../../src/scene/marks.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { PLACE_ZOOMS, placeLabels } from '../../src/scene/places.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS, parse } from '../../src/state/url.ts';
import { REAL, seeded, WORLD } from '../fixtures/world.ts';

const PHONE_ZOOM = 1.95;
const LAST = PLACE_ZOOMS.at(-1)!;
const marks = scene(WORLD, DEFAULTS, LIGHT).places;
const mark = (id: string, list = marks) => list.find((one) => one.id === id)!;

type Box = readonly [left: number, top: number, right: number, bottom: number];
const px = (point: LngLat, zoom: number): [number, number] => project(point).map((part) => part * worldPx(zoom)) as [number, number];

/** The box of a name on the map: one line, Han as wide as high and Latin letters about half, on its side of the dot. */
function nameBox({ point, radiusPx, label: { words, sizePx, side } }: PlaceMark, zoom: number): Box {
  const [x, y] = px(point, zoom);
  const wide = sizePx * Math.max([...words.zh].length, 0.46 * words.en.length);
  const high = sizePx * 1.3;
  const gap = radiusPx + 3;
  const left = { right: x + gap, left: x - gap - wide, below: x - wide / 2, above: x - wide / 2 }[side];
  const top = { right: y - high / 2, left: y - high / 2, below: y + gap - 2, above: y - gap + 2 - high }[side];
  return [left, top, left + wide, top + high];
}
function dotBox({ point, radiusPx }: PlaceMark, zoom: number): Box {
  const [x, y] = px(point, zoom);
  return [x - radiusPx, y - radiusPx, x + radiusPx, y + radiusPx];
}
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Pairs of names that lie on each other at a zoom. Names that have room at no zoom are given the last; the map itself leaves out the lesser of two there. */
function collisions(list: readonly PlaceMark[], zoom: number): string[] {
  const shown = list.filter(({ label }) => label.minzoom <= zoom && label.minzoom < LAST);
  return shown.flatMap((one, i) =>
    shown.slice(0, i).flatMap((other) => (meet(nameBox(one, zoom), nameBox(other, zoom)) ? [`${one.id} on ${other.id} at ${zoom}`] : [])),
  );
}

describe('the look of a place is that of its most telling role', () => {
  test.each<[string, Role]>([
    ['binhai', 'donor'],
    ['haigang', 'donor'],
    ['gaoyuan', 'recipient'],
    ['yunling', 'recipient'],
    ['airport-bhx', 'stop'],
    ['guankou', 'stop'],
  ])('%s is a %s', (id, role) => {
    expect(mark(id)).toMatchObject({ role, colour: LIGHT.dot[role] });
    expect(mark(id, scene(WORLD, DEFAULTS, DARK).places).colour).toBe(DARK.dot[role]);
  });
});

test('every place that has a part in the picture has one dot, a region at its seat', () => {
  expect(marks.map(({ id }) => id).sort()).toEqual([
    'airport-bhx',
    'airport-gyx',
    'beishan',
    'binhai',
    'gaoyuan',
    'guankou',
    'haigang',
    'nanhai',
    'yunling',
  ]);
  expect(mark('gaoyuan').point).toEqual([97, 37]);
});

test('a place along a corridor’s way has no dot', () => {
  expect(mark('zhongzhou')).toBeUndefined();
});

test('a region is drawn at its seat, any other place at itself', () => {
  expect([WORLD.drawnAt('donghai').id, WORLD.drawnAt('binhai').id]).toEqual(['binhai', 'binhai']);
});

test('a recipient’s dot has the region’s name; a donor province is named with its capital', () => {
  expect(mark('gaoyuan').label.words).toEqual({ zh: '西山州', en: 'Xishan' });
  expect(mark('binhai').label.words).toEqual({ zh: '东海·滨海市', en: 'Donghai · Binhai' });
  expect(mark('beishan').label.words).toEqual({ zh: '北山州', en: 'Beishan' });
});

test('ends of pairings show from the start, ends of their parts from nearer, projects and stops nearer still', () => {
  expect([mark('binhai'), mark('gaoyuan'), mark('nanhai'), mark('beishan')].map(({ minzoom }) => minzoom)).toEqual([0, 0, 0, 0]);
  expect([mark('haigang'), mark('yunling'), mark('guankou')].every(({ minzoom }) => minzoom > FRAME_ZOOM)).toBe(true);
  for (const { minzoom, label } of scene(REAL, DEFAULTS, LIGHT).places) {
    expect(PLACE_ZOOMS).toContain(minzoom);
    expect(PLACE_ZOOMS).toContain(label.minzoom);
    expect(label.minzoom).toBeGreaterThanOrEqual(minzoom);
  }
});

test('while a pairing is open the places of others fade, those of its parts do not', () => {
  const open = scene(WORLD, { ...DEFAULTS, pairing: 'donghai-xishan' }, LIGHT).places;
  expect(
    open
      .filter(({ opacity }) => opacity === 1)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['airport-bhx', 'airport-gyx', 'binhai', 'gaoyuan', 'guankou', 'haigang', 'yunling']);
  for (const id of ['nanhai', 'beishan']) expect(mark(id, open).opacity).toBeLessThan(0.5);
});

test('names stand where they stood, whatever is open', () => {
  const spots = (list: readonly PlaceMark[]) => list.map(({ id, label: { side, minzoom } }) => ({ id, side, minzoom }));
  expect(spots(scene(WORLD, { ...DEFAULTS, pairing: 'nanhai-beishan' }, DARK).places)).toEqual(spots(marks));
});

test('the same places have the same names at the same sides, in the same order', () => {
  expect(scene(REAL, DEFAULTS, LIGHT).places).toEqual(scene(REAL, DEFAULTS, LIGHT).places);
});

describe('names of the data', () => {
  const real = scene(REAL, DEFAULTS, LIGHT).places;

  test.each([PHONE_ZOOM, FRAME_ZOOM, ...PLACE_ZOOMS.slice(1)])('at zoom %s lie nowhere on each other', (zoom) => {
    expect(collisions(real, zoom)).toEqual([]);
  });

  test.each([PHONE_ZOOM, FRAME_ZOOM])('at zoom %s cover no dot but those of the network', (zoom) => {
    const shown = real.filter(({ label }) => label.minzoom <= zoom);
    const dots = real.filter(({ minzoom, role }) => minzoom <= zoom && role !== 'far');
    const covered = shown.flatMap((one) =>
      dots.flatMap((dot) => (dot !== one && meet(nameBox(one, zoom), dotBox(dot, zoom)) ? [`${one.id} on ${dot.id}`] : [])),
    );
    expect(covered).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(8);
  });

  test('on a phone’s first view stay on the screen', () => {
    for (const one of real.filter(({ label }) => label.minzoom <= PHONE_ZOOM)) {
      const [left, , right] = nameBox(one, PHONE_ZOOM);
      const edge = FRAME_BOX.x * worldPx(PHONE_ZOOM);
      expect(left, one.id).toBeGreaterThanOrEqual(edge);
      expect(right, one.id).toBeLessThanOrEqual(edge + FRAME_BOX.width * worldPx(PHONE_ZOOM));
    }
  });

  test('of donors and recipients of dossiers show in the first view, wherever pairings are not parts of others', () => {
    const ends = REAL.dataset.pairings
      .filter(({ dossier, parent }) => dossier && parent === null)
      .flatMap(({ donor, recipient }) => [donor, recipient]);
    for (const id of ends) expect(mark(REAL.drawnAt(id).id, real).label.minzoom, id).toBeLessThanOrEqual(FRAME_ZOOM);
  });
});

test('names of any places lie nowhere on each other', () => {
  const random = seeded(8);
  const choose = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
  for (let round = 0; round < 30; round++) {
    const list = Array.from({ length: 40 }, (_, i): PlaceMark => {
      const role = choose(['donor', 'recipient', 'project', 'stop'] as const);
      const minzoom = choose(PLACE_ZOOMS.slice(0, -1));
      const words = { zh: '山'.repeat(2 + Math.floor(8 * random())), en: 'x'.repeat(3 + Math.floor(25 * random())) };
      const label = {
        words,
        colour: '#000000',
        sizePx: choose([11, 12, 13]),
        side: 'right' as const,
        minzoom,
        rank: Math.floor(5 * random()),
      };
      return {
        id: String(i),
        role,
        point: [95 + 12 * random(), 32 + 8 * random()],
        colour: '#000000',
        radiusPx: 4,
        opacity: 1,
        minzoom,
        label,
      };
    });
    const placed = placeLabels(list);
    expect(placed.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
    for (const zoom of PLACE_ZOOMS) expect(collisions(placed, Math.max(zoom, PHONE_ZOOM))).toEqual([]);
  }
});

describe('a place whose card is open is marked', () => {
  const seatOf = (id: string) => REAL.drawnAt(id).id;

  test.each(['', 'donor=tianjin&programme=qinghai&has=freight'])('at every zoom, with its name, whatever is filtered: %j', (query) => {
    for (const { id, zh, en } of REAL.dataset.places) {
      const places = scene(REAL, { ...parse(query), record: id }, LIGHT).places;
      const of = places.filter((one) => one.id === seatOf(id));
      expect(
        of.map(({ minzoom, opacity, label }) => [minzoom, opacity, label.minzoom, label.words]),
        id,
      ).toEqual([[0, 1, 0, { zh, en }]]);
    }
  });

  test('and so are both ends of an open pairing, with their names from where it is framed', () => {
    for (const { id, donor, recipient } of REAL.dataset.pairings) {
      const places = scene(REAL, { ...DEFAULTS, pairing: id }, LIGHT).places;
      for (const end of [donor, recipient]) {
        const mark = places.find((one) => one.id === seatOf(end))!;
        expect([mark.minzoom, mark.opacity], `${id}: ${end}`).toEqual([0, 1]);
        expect(mark.label.minzoom, `${id}: ${end}`).toBeLessThanOrEqual(3.5);
        expect(mark.label.words.zh, `${id}: ${end}`).toContain(REAL.place(end).zh);
      }
      for (const zoom of [FRAME_ZOOM, 4.6]) expect(collisions(places, zoom), `${id} at ${zoom}`).toEqual([]);
    }
  });

  test('and no other name lies on its', () => {
    for (const id of ['golmud', 'haixi', 'aksu', 'alar', 'hangzhou']) {
      const places = scene(REAL, { record: id }, LIGHT).places;
      for (const zoom of PLACE_ZOOMS) expect(collisions(places, Math.max(zoom, PHONE_ZOOM)), `${id} at ${zoom}`).toEqual([]);
    }
  });
});
