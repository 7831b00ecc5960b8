import { readFileSync } from 'node:fs';
import { area, booleanPointInPolygon } from '@turf/turf';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import {
  glyphFeatures,
  groundFeatures,
  nameFeatures,
  parts,
  placeFeatures,
  regionFeatures,
  routeFeatures,
} from '../../src/map/features.ts';
import { NAME_ZOOMS, SEAT_ZOOMS } from '../../src/look/ground.ts';
import { fineFeatures, fineRecipientShapes, seatFeatures, withFineWater } from '../../src/map/near.ts';
import type { GroundName } from '../../src/state/geo.ts';
import { PLACE_ZOOMS } from '../../src/scene/places.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T;
const base = json<Topology>('base.topo.json');
const counties = json<Topology>('counties.topo.json');
const prefectures = json<Topology>('prefectures.topo.json');
const RECIPIENTS = ['630100', '632300', '632800', '652900', '659002'];
const drawn = withRoutes(WORLD);

type Shape = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;
const partOf = ({ properties }: GeoJSON.Feature) => String(properties?.['part']);
const of = (features: readonly GeoJSON.Feature[], part: string) => features.filter((feature) => partOf(feature) === part);

describe('the ground of the first view', () => {
  const { features } = groundFeatures(base);

  test('has every part', () => {
    const names = ['china', 'land', 'provinces', 'coast', 'shores', 'boundary', 'borders', 'rivers', 'lakes', 'dashes', 'islands'];
    expect([...new Set(features.map(partOf))]).toEqual(names);
    expect(of(features, 'provinces')).toHaveLength(34);
  });

  test('has China as one feature, without a hole, as large as its provinces together', () => {
    const [china, ...others] = of(features, 'china') as Shape[];
    expect(others).toEqual([]);
    const rings = china!.geometry.type === 'MultiPolygon' ? china!.geometry.coordinates : [china!.geometry.coordinates];
    expect(rings.filter((polygon) => polygon.length > 1)).toEqual([]);
    const provinces = of(features, 'provinces').reduce((sum, province) => sum + area(province), 0);
    expect(area(china!) / provinces).toBeCloseTo(1, 6);
    for (const place of [
      [116.4, 39.9],
      [121.5, 25],
      [91.9, 27.6],
      [79.5, 35.1],
    ])
      expect(booleanPointInPolygon(place, china!)).toBe(true);
  });

  test('of a topology that lacks a part leaves it out', () => {
    const { provinces } = base.objects;
    expect(groundFeatures({ ...base, objects: { provinces: provinces! } }).features.map(partOf)).toEqual([
      'china',
      ...Array<string>(34).fill('provinces'),
    ]);
  });
});

test('a part is marked with its name and, as text, the code it has', () => {
  const [first] = parts(base, 'recipients');
  expect(first!.properties).toMatchObject({ part: 'recipients', adcode: expect.stringMatching(/^\d{6}$/) as string });
  expect(partOf(parts(base, 'land', 'other')[0]!)).toBe('other');
  expect(parts(base, 'atlantis')).toEqual([]);
});

describe('finer shapes', () => {
  test('of the recipients are the five regions, about as large as the coarse ones', () => {
    const fine = fineRecipientShapes(counties) as Shape[];
    expect(fine.map(({ properties }) => String(properties?.['adcode'])).sort()).toEqual(RECIPIENTS);
    for (const shape of fine) {
      const coarse = parts(base, 'recipients').find(({ properties }) => properties?.['adcode'] === shape.properties?.['adcode'])!;
      expect(area(shape) / area(coarse), String(shape.properties?.['adcode'])).toBeGreaterThan(0.9);
      expect(area(shape) / area(coarse), String(shape.properties?.['adcode'])).toBeLessThan(1.1);
    }
  });

  test('are prefectures, counties and a name for each county that is no place of the atlas', () => {
    const { features } = fineFeatures(prefectures, counties, []);
    expect(of(features, 'prefectures').length).toBeGreaterThan(300);
    expect(of(features, 'counties')).toHaveLength(27);
    expect(of(features, 'county-names')).toHaveLength(27);
    const left = of(fineFeatures(prefectures, counties, REAL.dataset.places).features, 'county-names');
    expect(left.map(({ properties }) => String(properties?.['en'])).sort()).toEqual([
      'Chengbei',
      'Chengdong',
      'Chengxi',
      'Chengzhong',
      'Mangya · Da Qaidam',
    ]);
  });

  test('are named inside the box of their largest part', () => {
    for (const name of of(fineFeatures(null, counties, []).features, 'county-names')) {
      const [lng, lat] = (name.geometry as GeoJSON.Point).coordinates as [number, number];
      const shape = parts(counties, 'counties').find(({ properties }) => properties?.['adcode'] === name.properties?.['adcode']) as Shape;
      const all = (shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates.flat() : shape.geometry.coordinates).flat();
      expect(lng).toBeGreaterThan(Math.min(...all.map(([x]) => x!)));
      expect(lng).toBeLessThan(Math.max(...all.map(([x]) => x!)));
      expect(lat).toBeGreaterThan(Math.min(...all.map(([, y]) => y!)));
      expect(lat).toBeLessThan(Math.max(...all.map(([, y]) => y!)));
    }
  });

  test('that have not come yet are none', () => {
    expect(fineFeatures(null, null, []).features).toEqual([]);
  });

  test('of water take the place of the first view’s, and of nothing else', () => {
    const coarse = groundFeatures(base);
    const fine = withFineWater(coarse, json<Topology>('water.topo.json'));
    const others = (features: readonly GeoJSON.Feature[]) => features.filter((feature) => !['rivers', 'lakes'].includes(partOf(feature)));
    expect(others(fine.features)).toEqual(others(coarse.features));
    const points = (feature: GeoJSON.Feature) => JSON.stringify(feature.geometry).length;
    for (const part of ['rivers', 'lakes']) {
      expect(of(fine.features, part)).toHaveLength(1);
      expect(points(of(fine.features, part)[0]!)).toBeGreaterThan(points(of(coarse.features, part)[0]!));
    }
  });
});

describe('seats', () => {
  const real = scene(REAL, DEFAULTS, LIGHT);
  const { places } = REAL.dataset;
  const { features } = seatFeatures(places, real, prefectures);
  const named = (zh: string) => features.filter(({ properties }) => properties?.['zh'] === zh);

  test('are every place of the atlas that has a point of its own and that the scene does not name', () => {
    const shown = new Map(real.places.map(({ id, label }) => [id, label.words.zh]));
    for (const place of places.filter(({ seat }) => !seat)) {
      const [seat] = named(place.zh).filter(({ geometry }) => String((geometry as GeoJSON.Point).coordinates) === String(place.point));
      if (shown.get(place.id) === place.zh) expect(seat, place.id).toBeUndefined();
      else expect(seat?.properties, place.id).toMatchObject({ en: place.en, dot: !shown.has(place.id) });
    }
  });

  test('that the scene has under a region’s name have their own beside its dot', () => {
    expect(named('德令哈市')[0]!.properties).toMatchObject({ en: 'Delingha', dot: false });
  });

  test('show from zooms for which there is a layer, cities first', () => {
    for (const { properties } of features) expect(SEAT_ZOOMS).toContain(properties?.['minzoom']);
    expect(named('拜城县')[0]!.properties).toMatchObject({ dot: true, minzoom: SEAT_ZOOMS[1] });
  });

  test('close beside a dot of the scene show from the zoom at which they are two', () => {
    const away = ({ geometry, properties }: GeoJSON.Feature) => {
      const at = project((geometry as GeoJSON.Point).coordinates as [number, number]);
      const least = Math.min(...real.places.map(({ point }) => Math.hypot(project(point)[0] - at[0], project(point)[1] - at[1])));
      return least * worldPx(properties!['minzoom'] as number);
    };
    const dots = features.filter(({ properties }) => properties?.['dot'] === true);
    for (const dot of dots.filter(({ properties }) => properties?.['minzoom'] !== SEAT_ZOOMS.at(-1)))
      expect(away(dot), String(dot.properties?.['en'])).toBeGreaterThanOrEqual(14);
    expect(Math.min(...dots.map(away))).toBeGreaterThan(5);
  });

  test('name each prefecture once: in its middle only where none of its places does', () => {
    for (const zh of ['张掖', '酒泉']) expect(named(zh)).toHaveLength(1);
    expect(named('酒泉')[0]!.properties).toMatchObject({ en: 'Jiuquan', dot: false });
    expect(named('海西')).toEqual([]);
  });
});

describe('regions of the scene', () => {
  const shape = (adcode: string): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { adcode },
    geometry: { type: 'Point', coordinates: [97, 37] },
  });

  test('are drawn as soon as their shape is there', () => {
    expect(regionFeatures(drawn, new Map()).features).toEqual([]);
    const { features } = regionFeatures(drawn, new Map([['990100', shape('990100')]]));
    expect(features).toEqual([{ ...shape('990100'), properties: { part: 'region', chosen: false, place: 'xishan' } }]);
  });

  test('of the data all have a shape, regions in the first view and counties in the finer one', () => {
    for (const { adcode, level, place } of scene(REAL, DEFAULTS, LIGHT).regions) {
      const there = level === 'region' ? parts(base, 'recipients') : parts(counties, 'counties');
      expect(
        there.some(({ properties }) => properties?.['adcode'] === adcode),
        place,
      ).toBe(true);
    }
  });
});

test('routes keep path, kind of line and strength; their signs the heading if they turn', () => {
  expect(routeFeatures(drawn).features.map(({ properties }) => properties)).toEqual([
    { id: 'flight', way: 'flight', opacity: LIGHT.strong, chosen: false },
    { id: 'freight', way: 'freight', opacity: LIGHT.strong, chosen: false },
  ]);
  const [flight, freight] = glyphFeatures(drawn).features;
  expect(flight!.properties).toMatchObject({ heading: drawn.routes[0]!.glyph.heading, zh: '滨海—高原航线', en: 'Binhai–Gaoyuan flight' });
  expect(freight!.properties).toMatchObject({ heading: 0 });
  expect(routeFeatures(drawn).features[1]!.geometry).toEqual({ type: 'LineString', coordinates: drawn.routes[1]!.path });
});

describe('places', () => {
  const features = [...placeFeatures(drawn).features, ...placeFeatures(scene(REAL, DEFAULTS, LIGHT)).features];

  test('show from zooms for which there is a layer', () => {
    for (const { properties } of features) {
      expect(PLACE_ZOOMS).toContain(properties?.['minzoom']);
      expect(PLACE_ZOOMS).toContain(properties?.['nameMinzoom']);
    }
  });

  test('have their name on the side that the scene gave it', () => {
    const sides = { left: 'right', right: 'left', top: 'below', bottom: 'above' } as const;
    const found = placeFeatures(drawn).features.map(({ properties }) => sides[properties?.['anchor'] as keyof typeof sides]);
    expect(found).toEqual(drawn.places.map(({ label }) => label.side));
    for (const { properties } of features) {
      const [x, y] = properties?.['offset'] as [number, number];
      expect(
        { left: x > 0 && y === 0, right: x < 0 && y === 0, top: x === 0 && y > 0, bottom: x === 0 && y < 0 }[
          properties?.['anchor'] as keyof typeof sides
        ],
      ).toBe(true);
    }
  });

  test('are as the scene decided them', () => {
    const { features: made } = placeFeatures(drawn);
    expect(made).toHaveLength(drawn.places.length);
    drawn.places.forEach(({ id, colour, radiusPx, opacity, point, label }, i) => {
      expect(made[i]!.geometry).toEqual({ type: 'Point', coordinates: point });
      expect(made[i]!.properties).toMatchObject({ id, colour, radius: radiusPx, opacity, textColour: label.colour, ...label.words });
    });
  });
});

test('names of the ground begin at zooms for which there is a layer, and not before their own', () => {
  const names = json<GroundName[]>('labels.json');
  const { features } = nameFeatures(names);
  names.forEach(({ zh, minzoom }, i) => {
    const from = Number(features[i]!.properties?.['minzoom']);
    expect(NAME_ZOOMS).toContain(from);
    if (minzoom <= NAME_ZOOMS.at(-1)!) expect(from, zh).toBeGreaterThanOrEqual(minzoom - 0.05);
  });
});
