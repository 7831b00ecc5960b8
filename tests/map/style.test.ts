import { readFileSync } from 'node:fs';
import { featureFilter, validateStyleMin, type FilterSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { MODES } from '../../data/schema.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import {
  glyphFeatures,
  groundFeatures,
  nameFeatures,
  parts,
  placeFeatures,
  regionFeatures,
  routeFeatures,
} from '../../src/map/features.ts';
import { fineFeatures, seatFeatures } from '../../src/map/near.ts';
import { ABOVE_ARCS, SOURCES, style, type Corners, type SourceName, type StyleOptions } from '../../src/map/style.ts';
import type { GroundName } from '../../src/state/geo.ts';
import { withRoutes } from '../fixtures/scenes.ts';
import { REAL } from '../fixtures/world.ts';

const corners: Corners = [
  [60, 58],
  [150, 58],
  [150, 8],
  [60, 8],
];
const options = (theme: typeof LIGHT, lang: 'zh' | 'en', outline = true): StyleOptions => ({
  theme,
  lang,
  labels: 'one',
  leastPx: 0,
  outline,
  relief: { url: `geo/relief-${theme.name}.webp`, coordinates: corners },
});
const LOOKS = [LIGHT, DARK].flatMap((theme) =>
  (['zh', 'en'] as const).flatMap((lang) => [true, false].map((outline) => options(theme, lang, outline))),
);
const plain = style(options(LIGHT, 'zh', false));
const whole = style(options(LIGHT, 'zh'));
const ids = (value: typeof whole) => value.layers.map(({ id }) => id);
/** Fields of a layer, whichever kind it is of. */
const loose = (layer: object) => layer as { source?: string; filter?: FilterSpecification; layout?: object; paint?: object };

describe.each(LOOKS)('in $theme.name, $lang, with boundaries: $outline', (look) => {
  const made = style(look);

  test('the style is valid', () => {
    expect(validateStyleMin(made).map(({ message }) => message)).toEqual([]);
  });

  test('every layer has an id of its own and a source that there is', () => {
    expect(new Set(ids(made)).size).toBe(made.layers.length);
    for (const layer of made.layers)
      if (layer.type !== 'background') expect(Object.keys(made.sources), layer.id).toContain(loose(layer).source);
  });

  test('nothing is asked of anybody: no glyphs, no sprite, no address of another site', () => {
    expect(made).not.toHaveProperty('glyphs');
    expect(made).not.toHaveProperty('sprite');
    expect(JSON.stringify(made)).not.toMatch(/https?:|\/\//);
  });

  test('names are set in the families that systems have', () => {
    const fonts = made.layers.flatMap((layer) =>
      layer.type === 'symbol' && layer.layout?.['text-field'] ? [layer.layout['text-font']] : [],
    );
    expect(fonts.length).toBeGreaterThan(10);
    for (const font of fonts) {
      expect(font).toEqual(expect.arrayContaining(['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC']));
      expect((font as string[])[0]).toMatch(/^Shanhai (Regular|Bold)$/);
    }
  });

  test('a name stands in the reader’s language, and where both are wanted with the other under it', () => {
    const fieldsOf = (value: typeof made) =>
      value.layers.flatMap((layer) =>
        layer.type === 'symbol' && layer.layout?.['text-field'] ? [JSON.stringify(layer.layout['text-field'])] : [],
      );
    const [first, second] = look.lang === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
    expect(new Set(fieldsOf(made))).toEqual(new Set([`["get","${first}"]`]));
    for (const field of fieldsOf(style({ ...look, labels: 'both' })))
      expect(field).toMatch(new RegExp(`\\["get","${first}"\\].*\\["get","${second}"\\]`));
  });

  test('layers stand in the order of a painter: ground, regions, names of the ground, routes, then arcs, then places with their names', () => {
    const at = ids(made).indexOf(ABOVE_ARCS);
    expect(at).toBeGreaterThan(0);
    const below = made.layers.slice(0, at).map((layer) => loose(layer).source ?? 'background');
    const above = made.layers.slice(at).map((layer) => loose(layer).source);
    expect([...new Set(above)]).toEqual(['glyphs', 'places']);
    expect(below).not.toContain('places');
    expect(below).not.toContain('glyphs');
    expect(made.layers[0]!.type).toBe('background');
    expect(ids(made).indexOf('china')).toBeLessThan(ids(made).indexOf('recipients'));
    expect(ids(made).indexOf('recipients-outline')).toBeLessThan(ids(made).indexOf('routes-freight-0'));
    expect(ids(made).indexOf('routes-freight-1')).toBeLessThan(ids(made).indexOf('routes-flight-0'));
  });

  test('every colour is the theme’s', () => {
    const palette = new Set(JSON.stringify(look.theme).match(/#[0-9a-f]{6}/g));
    expect(
      JSON.stringify(made)
        .match(/#[0-9a-fA-F]{3,8}/g)!
        .filter((colour) => !palette.has(colour)),
    ).toEqual([]);
  });
});

test('without boundaries none of any kind is drawn', () => {
  const drawn = ids(plain).filter((id) => /boundary|border|province|prefecture|dash|island/.test(id) && !id.startsWith('names-'));
  expect(drawn).toEqual([]);
  for (const layer of plain.layers)
    if (loose(layer).source === 'ground' || loose(layer).source === 'fine')
      expect(JSON.stringify(loose(layer).filter), layer.id).not.toMatch(/boundary|borders|provinces|prefectures|dashes|islands/);
});

test('with boundaries China’s stands over all other lines of the ground, its ten dashes with it', () => {
  const order = ['borders', 'prefectures', 'provinces', 'recipients-outline', 'coast', 'boundary-halo', 'boundary', 'dashes'];
  expect(ids(whole).filter((id) => order.includes(id))).toEqual(order);
});

test('without a relief there is neither its layer nor its source', () => {
  const flat = style({ ...options(LIGHT, 'zh'), relief: null });
  expect(ids(flat)).not.toContain('relief');
  expect(Object.keys(flat.sources)).toEqual([...SOURCES]);
  expect(validateStyleMin(flat)).toEqual([]);
});

test('a change of theme or language changes paint and layout alone, key by key, since the live map changes no more', () => {
  const frame = ({ theme, lang, outline }: StyleOptions) =>
    style(options(theme, lang, outline)).layers.map(({ paint, layout, ...rest }) => ({
      ...rest,
      paint: Object.keys(paint ?? {}),
      layout: Object.keys(layout ?? {}),
    }));
  for (const look of LOOKS) expect(frame(look)).toEqual(frame(options(LIGHT, 'zh', look.outline)));
});

test('there is air around the globe, and none in a near view; its light is the same in both themes, since a change of theme leaves it', () => {
  expect(JSON.stringify(whole.sky)).toMatch(/atmosphere-blend.*"zoom".*,0\]/);
  expect(style(options(DARK, 'en')).sky).toEqual(whole.sky);
});

test('each mode has its lines, and its sign is the theme’s', () => {
  for (const mode of MODES) expect(ids(whole)).toContain(`routes-${mode}-0`);
  const glyphs = style(options(DARK, 'zh')).layers.find(({ id }) => id === 'glyphs')!;
  expect(JSON.stringify(loose(glyphs).layout)).toContain('-dark');
});

describe('features and layers fit', () => {
  const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T;
  const [base, prefectures, counties] = ['base', 'prefectures', 'counties'].map((name) => json<Topology>(`${name}.topo.json`)) as [
    Topology,
    Topology,
    Topology,
  ];
  const drawn = withRoutes(REAL);
  const shapes = new Map(
    [...parts(base, 'recipients'), ...parts(counties, 'counties')].map((shape) => [String(shape.properties?.['adcode']), shape]),
  );
  const features: Record<SourceName, GeoJSON.Feature[]> = {
    ground: groundFeatures(base).features,
    fine: fineFeatures(prefectures, counties, []).features,
    seats: seatFeatures(REAL.dataset.places, drawn, prefectures).features,
    names: nameFeatures(json<GroundName[]>('labels.json')).features,
    recipients: regionFeatures(drawn, shapes).features,
    routes: routeFeatures(drawn).features,
    glyphs: glyphFeatures(drawn).features,
    places: placeFeatures(drawn).features,
  };
  const TYPES: Record<string, 1 | 2 | 3> = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 };
  /** Features of its source that a layer draws. */
  const drawnBy = (layer: object, zoom = 9): GeoJSON.Feature[] => {
    const { source, filter } = loose(layer);
    const { filter: passes } = featureFilter(filter, 'layers[0].filter');
    return features[source as SourceName].filter(({ geometry, properties }) =>
      passes({ zoom }, { type: TYPES[geometry.type]!, properties: properties ?? {}, geometry: [] }),
    );
  };
  const layers = whole.layers.filter((layer) => SOURCES.includes(loose(layer).source as SourceName));

  test('every layer has something to draw but those whose time comes later', () => {
    const idle = layers.filter((layer) => drawnBy(layer).length === 0).map(({ id }) => id);
    // Tourist trains, the counties of an open pairing, shades, and zooms at which no name begins.
    expect(idle.filter((id) => !/^recipients-counties$|^recipients-shade$|-[\d.]+$/.test(id))).toEqual([]);
  });

  test('every property that a layer asks for, its features have', () => {
    for (const layer of layers) {
      const asked = [...JSON.stringify({ layout: loose(layer).layout, paint: loose(layer).paint }).matchAll(/\["get","(\w+)"\]/g)].map(
        ([, name]) => name!,
      );
      for (const { properties } of drawnBy(layer))
        for (const name of asked) expect(properties, `${layer.id} asks for ${name}`).toHaveProperty(name);
    }
  });

  test('each dot and each name of a place is drawn by one layer, from its zoom on', () => {
    for (const kind of ['places', 'places-names'] as const) {
      const own = layers.filter(({ id }) => id.replace(/(-own)?-[\d.]+$/, '') === kind);
      for (const feature of features.places) {
        const by = own.filter((layer) => drawnBy(layer).includes(feature));
        expect(by.map(({ minzoom }) => minzoom)).toEqual([feature.properties?.[kind === 'places' ? 'minzoom' : 'nameMinzoom']]);
      }
    }
  });

  test('each name of the ground is drawn by one layer, from its zoom on', () => {
    const own = layers.filter((layer) => loose(layer).source === 'names');
    for (const feature of features.names) {
      const by = own.filter((layer) => drawnBy(layer).includes(feature));
      expect(
        by.map(({ minzoom }) => minzoom),
        String(feature.properties?.['zh']),
      ).toEqual([feature.properties?.['minzoom']]);
    }
  });

  test('each seat and its name are drawn by one layer each, from its zoom on', () => {
    for (const kind of ['seats', 'seats-names'] as const) {
      const own = layers.filter(({ id }) => id.replace(/(-own)?-[\d.]+$/, '') === kind);
      for (const feature of features.seats.filter(({ properties }) => kind === 'seats-names' || properties?.['dot'])) {
        const by = own.filter((layer) => drawnBy(layer).includes(feature));
        expect(by.map(({ minzoom }) => minzoom)).toEqual([feature.properties?.['minzoom']]);
      }
    }
  });

  test('each part of the ground is drawn', () => {
    const names = new Set(features.ground.map(({ properties }) => String(properties?.['part'])));
    const ground = layers.filter((layer) => loose(layer).source === 'ground');
    const missing = [...names].filter(
      (name) => !ground.some((layer) => drawnBy(layer).some(({ properties }) => properties?.['part'] === name)),
    );
    expect(missing).toEqual([]);
  });
});

test('where no name may be smaller than so many px none is, at any zoom and in either line', () => {
  const { layers } = style({ ...options(LIGHT, 'zh'), labels: 'both', leastPx: 13 });
  const sizes = layers.flatMap(({ id, layout }) => {
    const { 'text-size': size, 'text-field': field } = (layout ?? {}) as Record<string, unknown>;
    if (size === undefined) return [];
    const line = JSON.stringify(field).match(/"font-scale":([\d.]+)/)?.[1];
    // What a feature has in itself, the scene has seen to.
    const px =
      Array.isArray(size) && size[0] === 'get'
        ? [13]
        : typeof size === 'number'
          ? [size]
          : (size as unknown[]).filter((_, i) => i > 2 && i % 2 === 0);
    return px.map((one) => [id, Number(one) * Number(line ?? 1)] as const);
  });
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(([, px]) => !(px >= 13))).toEqual([]);
});
