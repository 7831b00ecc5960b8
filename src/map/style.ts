import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { STROKES, type Way } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';

import { PLACE_ZOOMS } from '../scene/places.ts';
import type { Lang } from '../text/lang.ts';

/** Families for names drawn by the map, as CSS has them; no glyph server is asked. The first is a name nobody has: the map reads the weight from it. */
const SANS = ['PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC'];
const REGULAR = ['Shanhai Regular', ...SANS];
const BOLD = ['Shanhai Bold', ...SANS];

/** Kinds of line in drawing order: roads and corridors lie under flights. */
const WAYS: readonly Way[] = ['road', 'freight', 'rail-tour', 'flight'];

/** Zooms from which names of the ground show; `features.ts` rounds each up to one of these. */
export const NAME_ZOOMS = [0, 3, 3.5, 4, 4.5, 5, 6] as const;

/** Corners of the relief picture: west–north, east–north, east–south, west–south. */
export type Corners = [[number, number], [number, number], [number, number], [number, number]];

export interface StyleOptions {
  theme: Theme;
  lang: Lang;
  /** Address of the relief picture of the theme, and its corners; null leaves it out. */
  relief: { url: string; coordinates: Corners } | null;
  /** False draws no boundary of any kind. */
  outline: boolean;
}

/** Widths at zooms 3, 6 and 9. */
const grow = (a: number, b: number, c: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  3,
  a,
  6,
  b,
  9,
  c,
];
const fade = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];

/** Name over name: the reader's language first and the other under it, smaller. */
function twoLines(lang: Lang): ExpressionSpecification {
  const [first, second] = lang === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return ['format', ['get', first], {}, '\n', {}, ['get', second], { 'font-scale': 0.78 }];
}

/** Sources of the style. All geography is one source, so that the worker cuts it once. */
export const SOURCES = ['ground', 'fine', 'names', 'recipients', 'routes', 'glyphs', 'places'] as const;
export type SourceName = (typeof SOURCES)[number];

/** The whole style for a theme and a language: a value that can be checked in Node. Layers stand from bottom to top, as a painter works. */
export function style({ theme, lang, relief, outline }: StyleOptions): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  const sources: StyleSpecification['sources'] = {};
  for (const name of SOURCES)
    sources[name] = { type: 'geojson', data: empty, ...(name === 'ground' || name === 'fine' ? { tolerance: 0.2 } : {}) };
  if (relief) sources['relief'] = { type: 'image', url: relief.url, coordinates: relief.coordinates };
  return {
    version: 8,
    projection: { type: 'mercator' },
    sources,
    layers: [
      ...groundLayers(theme, relief !== null, outline),
      ...recipientLayers(theme),
      ...nameLayers(theme, lang),
      ...routeLayers(theme),
      ...placeLayers(theme, lang),
    ],
  };
}

/** The layer under which arcs are drawn: names stay above them, ground below. */
export const ABOVE_ARCS = 'glyphs';

function groundLayers({ ground }: Theme, relief: boolean, outline: boolean): LayerSpecification[] {
  const fill = (id: string, name: string, colour: string, opacity = 1): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'ground',
    filter: part(name),
    paint: { 'fill-color': colour, 'fill-opacity': opacity },
  });
  const line = (
    id: string,
    name: string,
    colour: string,
    width: number | ExpressionSpecification,
    more: object = {},
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'ground',
    filter: part(name),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...more },
  });
  const drawn: LayerSpecification[] = outline
    ? [
        line('borders', 'borders', ground.border, grow(0.6, 0.9, 1.2), { 'line-dasharray': [3, 2] }),
        {
          ...line('prefectures', 'prefectures', ground.prefecture, grow(0.4, 0.8, 1.2)),
          source: 'fine',
          minzoom: 4.6,
        } as LayerSpecification,
        line('provinces', 'provinces', ground.province, grow(0.8, 1.2, 1.8), { 'line-opacity': 0.75 }),
        line('coast', 'coast', ground.coast, grow(0.7, 1, 1.4)),
        line('boundary-halo', 'boundary', ground.boundaryHalo, grow(2.6, 3.6, 5), { 'line-opacity': 0.6 }),
        line('boundary', 'boundary', ground.boundary, grow(0.9, 1.5, 2.2)),
        {
          id: 'islands',
          type: 'circle',
          source: 'ground',
          filter: part('islands'),
          paint: { 'circle-radius': fade(3, 0.9, 6, 1.8), 'circle-color': ground.coast },
        },
        line('dashes', 'dashes', ground.boundary, grow(1.1, 1.6, 2.2)),
      ]
    : [line('coast', 'coast', ground.coast, grow(0.7, 1, 1.4))];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': ground.sea } },
    line('shelf', 'land', ground.shelf, grow(9, 16, 26), { 'line-blur': grow(8, 14, 22), 'line-opacity': 0.8 }),
    line('shelf-china', 'china', ground.shelf, grow(9, 16, 26), { 'line-blur': grow(8, 14, 22), 'line-opacity': 0.8 }),
    fill('land', 'land', ground.land),
    fill('china', 'china', ground.china),
    ...(relief
      ? [
          {
            id: 'relief',
            type: 'raster',
            source: 'relief',
            paint: { 'raster-opacity': fade(4.8, ground.reliefOpacity, 5.6, 0.62, 7, 0.22, 8.5, 0), 'raster-fade-duration': 0 },
          } satisfies LayerSpecification,
        ]
      : []),
    fill('veil', 'land', ground.veil, ground.veilOpacity),
    line('rivers', 'rivers', ground.river, grow(0.7, 1.3, 2.2)),
    fill('lakes', 'lakes', ground.lake),
    line('shores', 'shores', ground.coast, grow(0.5, 0.8, 1.2), { 'line-opacity': 0.7 }),
    ...drawn,
  ];
}

function recipientLayers({ recipient, shadeOpacity }: Theme): LayerSpecification[] {
  const chosen = (yes: number, no: number): ExpressionSpecification => ['case', ['boolean', ['get', 'chosen'], false], yes, no];
  return [
    {
      id: 'recipients',
      type: 'fill',
      source: 'recipients',
      filter: part('region'),
      paint: { 'fill-color': recipient.fill, 'fill-opacity': chosen(recipient.fillOpacity * 1.8, recipient.fillOpacity) },
    },
    {
      id: 'recipients-shade',
      type: 'fill',
      source: 'recipients',
      filter: ['all', ['!=', ['get', 'part'], 'county'], ['has', 'shade']],
      paint: { 'fill-color': ['get', 'shade'], 'fill-opacity': shadeOpacity },
    },
    {
      id: 'recipients-counties',
      type: 'fill',
      source: 'recipients',
      filter: ['all', part('county'), ['==', ['get', 'chosen'], true]],
      paint: { 'fill-color': recipient.fill, 'fill-opacity': recipient.fillOpacity },
    },
    {
      id: 'recipients-glow',
      type: 'line',
      source: 'recipients',
      filter: part('region'),
      paint: { 'line-color': recipient.line, 'line-width': grow(6, 10, 14), 'line-blur': grow(5, 9, 12), 'line-opacity': 0.3 },
    },
    {
      id: 'counties',
      type: 'line',
      source: 'fine',
      filter: part('counties'),
      minzoom: 4.8,
      paint: { 'line-color': recipient.county, 'line-width': grow(0.5, 0.9, 1.4), 'line-dasharray': [4, 2] },
    },
    {
      id: 'recipients-outline',
      type: 'line',
      source: 'recipients',
      filter: part('region'),
      paint: {
        'line-color': recipient.line,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 3, chosen(1.6, 0.9), 6, chosen(2.6, 1.6), 9, chosen(3.4, 2.4)],
      },
    },
  ];
}

/**
 * A layer once for each of the zooms from which its features show, named `id-zoom`. A filter would do in one layer, but
 * MapLibre evaluates zooms in filters at whole numbers only.
 */
function fromZooms<L extends LayerSpecification>(layer: L, property: string, zooms: readonly number[]): L[] {
  const own = 'filter' in layer && layer.filter ? [layer.filter] : [];
  return zooms.map(
    (zoom) => ({ ...layer, id: `${layer.id}-${zoom}`, minzoom: zoom, filter: ['all', ...own, ['==', ['get', property], zoom]] }) as L,
  );
}

function nameLayers({ text }: Theme, lang: Lang): LayerSpecification[] {
  const names = (id: string, kinds: string[], colour: string, size: number, spacing: number): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'names',
    filter: ['in', ['get', 'kind'], ['literal', kinds]],
    layout: {
      'text-field': twoLines(lang),
      'text-font': REGULAR,
      'text-size': fade(3, size, 6, size * 1.35),
      'text-letter-spacing': spacing,
      'text-line-height': 1.15,
      'text-padding': 4,
      'symbol-sort-key': ['get', 'minzoom'],
    },
    paint: { 'text-color': colour, 'text-halo-color': text.halo, 'text-halo-width': 1.2 },
  });
  return [
    ...[
      names('names-sea', ['sea'], text.sea, 11, 0.35),
      names('names-physical', ['physical', 'lake'], text.physical, 10.5, 0.2),
      names('names-country', ['country'], text.country, 10.5, 0.12),
      names('names-province', ['province'], text.province, 11, 0.14),
    ].flatMap((layer) => fromZooms(layer, 'minzoom', NAME_ZOOMS)),
    {
      id: 'names-county',
      type: 'symbol',
      source: 'fine',
      minzoom: 5.4,
      filter: part('county-names'),
      layout: {
        'text-field': twoLines(lang),
        'text-font': REGULAR,
        'text-size': fade(5.4, 10.5, 8, 13),
        'text-line-height': 1.15,
        'text-padding': 3,
      },
      paint: { 'text-color': text.project, 'text-halo-color': text.halo, 'text-halo-width': 1.3, 'text-opacity': 0.85 },
    },
  ];
}

/** Lines of a kind, bottom to top. Dashes are in units of the line's width here, and in px in `STROKES`. */
function routeLayers(theme: Theme): LayerSpecification[] {
  return WAYS.flatMap((way) =>
    STROKES[way](theme).map((stroke, i): LayerSpecification => ({
      id: `routes-${way}-${i}`,
      type: 'line',
      source: 'routes',
      filter: ['==', ['get', 'way'], way],
      layout: { 'line-cap': stroke.cap, 'line-join': 'round' },
      paint: {
        'line-color': stroke.colour,
        'line-width': stroke.widthPx,
        'line-opacity': ['get', 'opacity'],
        ...(stroke.dashPx ? { 'line-dasharray': stroke.dashPx.map((px) => px / stroke.widthPx) } : {}),
      },
    })),
  );
}

function placeLayers(theme: Theme, lang: Lang): LayerSpecification[] {
  const { text, dot } = theme;
  return [
    {
      id: 'glyphs',
      type: 'symbol',
      source: 'glyphs',
      minzoom: 2.8,
      layout: {
        'icon-image': ['concat', ['get', 'mode'], `-${theme.name}`],
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': ['get', 'opacity'] },
    },
    {
      id: 'glyphs-names',
      type: 'symbol',
      source: 'glyphs',
      minzoom: 4.2,
      layout: {
        'text-field': twoLines(lang),
        'text-font': REGULAR,
        'text-size': 10.5,
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-line-height': 1.15,
      },
      paint: { 'text-color': text.route, 'text-halo-color': text.halo, 'text-halo-width': 1.3, 'text-opacity': ['get', 'opacity'] },
    },
    ...fromZooms<LayerSpecification>(
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': ['get', 'colour'],
          'circle-stroke-color': dot.stroke,
          'circle-stroke-width': 1.5,
          'circle-opacity': ['get', 'opacity'],
          'circle-stroke-opacity': ['get', 'opacity'],
        },
      },
      'minzoom',
      PLACE_ZOOMS,
    ),
    ...fromZooms<LayerSpecification>(
      {
        id: 'places-names',
        type: 'symbol',
        source: 'places',
        layout: {
          'text-field': twoLines(lang),
          'text-font': BOLD,
          'text-size': ['get', 'size'],
          'text-anchor': ['get', 'anchor'],
          'text-offset': ['get', 'offset'],
          'text-justify': 'auto',
          'text-line-height': 1.12,
          'text-padding': 1,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: {
          'text-color': ['get', 'textColour'],
          'text-halo-color': text.halo,
          'text-halo-width': 1.6,
          'text-opacity': ['get', 'opacity'],
        },
      },
      'nameMinzoom',
      PLACE_ZOOMS,
    ),
  ];
}
