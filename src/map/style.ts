import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { NAMES } from '../look/fonts.ts';
import {
  FINE_PARTS,
  GROUND,
  GROUND_NAMES,
  groundOpacity,
  GROWTH,
  NAME_GROWTH,
  NAME_HALO_PX,
  NAME_ZOOMS,
  NEARING,
  SEAT_ZOOMS,
  secondTimes,
  valueOf,
  WIDTH_ZOOMS,
  type GroundLook,
} from '../look/ground.ts';
import { CHOSEN_TIMES, STROKES, type Way } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';
import type { Scene } from '../scene/marks.ts';
import { PLACE_ZOOMS } from '../scene/places.ts';
import type { Lang } from '../state/lang.ts';

/** Families for names drawn by the map, as CSS has them; no glyph server is asked. The first is a name nobody has: the map reads the weight from it. */
const REGULAR = ['Shanhai Regular', ...NAMES];
const BOLD = ['Shanhai Bold', ...NAMES];

/** Kinds of line in drawing order: roads and corridors lie under flights. */
const WAYS: readonly Way[] = ['road', 'freight', 'rail-tour', 'flight'];

/** Corners of the relief picture: west–north, east–north, east–south, west–south. */
export type Corners = [[number, number], [number, number], [number, number], [number, number]];

export interface StyleOptions {
  theme: Theme;
  lang: Lang;
  labels: Scene['labels'];
  /** No name is set smaller, in px. */
  leastPx: number;
  /** Address of the relief picture of the theme, and its corners; null leaves it out. */
  relief: { url: string; coordinates: Corners } | null;
  /** False draws no boundary of any kind. */
  outline: boolean;
}

/** What grows with the zoom from one stated value to the next. */
const grow = (values: readonly (number | ExpressionSpecification)[]): ExpressionSpecification =>
  [
    'interpolate',
    ['exponential', GROWTH],
    ['zoom'],
    ...WIDTH_ZOOMS.flatMap((zoom, i) => [zoom, values[i]!]),
  ] as unknown as ExpressionSpecification;
const fade = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
/** From one value to another as a view becomes a near one. */
const nearing = (far: number | ExpressionSpecification, near: number | ExpressionSpecification): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], NEARING[0], far, NEARING[1], near] as ExpressionSpecification;
const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];

/** A name in the reader's language, where both are wanted with the other under it, smaller. */
function nameIn({ lang, labels, leastPx }: StyleOptions): ExpressionSpecification {
  const [first, second] = lang === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  if (labels === 'one') return ['get', first];
  return ['format', ['get', first], {}, '\n', {}, ['get', second], { 'font-scale': secondTimes(leastPx) }];
}

/** Size in px of a name that is not to be too small. */
type Enough = (px: number) => number;

/** Sources of the style. All geography is one source, so that the worker cuts it once. */
export const SOURCES = ['ground', 'fine', 'names', 'seats', 'recipients', 'routes', 'glyphs', 'places'] as const;
export type SourceName = (typeof SOURCES)[number];

/** The whole style for a theme and a language: a value that can be checked in Node. Layers stand from bottom to top, as a painter works. */
export function style(options: StyleOptions): StyleSpecification {
  const { theme, leastPx, relief, outline } = options;
  const large: Enough = (px) => Math.max(leastPx, px);
  const name = nameIn(options);
  const empty = { type: 'FeatureCollection' as const, features: [] };
  const sources: StyleSpecification['sources'] = {};
  for (const name of SOURCES)
    sources[name] = { type: 'geojson', data: empty, ...(name === 'ground' || name === 'fine' ? { tolerance: 0.2 } : {}) };
  if (relief) sources['relief'] = { type: 'image', url: relief.url, coordinates: relief.coordinates };
  return {
    version: 8,
    projection: { type: 'mercator' },
    // Air around the globe. The light stands a little above whoever looks, so that it shines all around and most at the top.
    sky: { 'atmosphere-blend': fade(3, 0.8, 6, 0) },
    light: { anchor: 'viewport', position: [1.5, 180, 20] },
    sources,
    layers: [
      ...groundLayers(theme, relief !== null, outline),
      ...nameLayers(theme, name, large),
      ...seatLayers(theme, name, large),
      ...routeLayers(theme),
      ...placeLayers(theme, name, large),
    ],
  };
}

/** The layer under which arcs are drawn: names stay above them, ground below. */
export const ABOVE_ARCS = 'glyphs';

/** Opacity of the relief by zoom: it goes before its picture is too coarse to look at. */
const reliefLayer = ({ ground }: Theme): LayerSpecification => ({
  id: 'relief',
  type: 'raster',
  source: 'relief',
  paint: { 'raster-opacity': fade(4.8, ground.reliefOpacity, 5.6, 0.62, 7, 0.22, 8.5, 0), 'raster-fade-duration': 0 },
});

/** The ground as `look/ground.ts` has it, each look a layer, the relief under the first that lies over it. */
function groundLayers(theme: Theme, relief: boolean, outline: boolean): LayerSpecification[] {
  const looks = GROUND.filter((look) => (outline || !look.boundary) && (relief || look.kind !== 'fill' || look.relief !== 'under'));
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.ground.sea } },
    ...looks.flatMap((look) => [
      ...(relief && look.kind === 'fill' && look.relief === 'over' ? [reliefLayer(theme)] : []),
      groundLayer(look, theme, relief),
    ]),
  ];
}

/** Recipients by what they are in the scene. */
const WHOM: Record<NonNullable<GroundLook['whom']>, FilterSpecification> = {
  region: part('region'),
  shaded: ['all', ['!=', ['get', 'part'], 'county'], ['has', 'shade']],
  county: ['all', part('county'), ['==', ['get', 'chosen'], true]],
};

function groundLayer(look: GroundLook, theme: Theme, relief: boolean): LayerSpecification {
  const { id, whom } = look;
  const chosen = (yes: number, no: number): ExpressionSpecification => ['case', ['boolean', ['get', 'chosen'], false], yes, no];
  const source = whom ? 'recipients' : FINE_PARTS.includes(look.part) ? 'fine' : 'ground';
  const of = { id, source, filter: whom ? WHOM[whom] : part(look.part) };
  const colour = whom === 'shaded' ? (['get', 'shade'] as ExpressionSpecification) : String(valueOf(theme, look.colour));
  const opacity = groundOpacity(theme, look);
  switch (look.kind) {
    case 'fill': {
      const strength = look.relief === 'over' && !relief ? 1 : opacity;
      const fill = look.chosen ? chosen(strength * look.chosen, strength) : strength;
      const near = look.near ?? 1;
      const nearFill = look.chosen ? chosen(strength * near * look.chosen, strength * near) : strength * near;
      return { ...of, type: 'fill', paint: { 'fill-color': colour, 'fill-opacity': look.near ? nearing(fill, nearFill) : fill } };
    }
    case 'dots':
      return { ...of, type: 'circle', paint: { 'circle-radius': grow(look.widthPx.map((px) => px / 2)), 'circle-color': colour } };
    case 'line':
      return {
        ...of,
        type: 'line',
        ...(look.from === undefined ? {} : { minzoom: look.from }),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colour,
          'line-width': grow(look.widthPx.map((px, i) => (look.chosenPx ? chosen(look.chosenPx[i]!, px) : px))),
          'line-opacity': opacity,
          ...(look.blurPx ? { 'line-blur': grow(look.blurPx) } : {}),
          ...(look.dash ? { 'line-dasharray': [...look.dash] } : {}),
        },
      };
  }
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

function nameLayers({ text }: Theme, name: ExpressionSpecification, large: Enough): LayerSpecification[] {
  const { from, to, times } = NAME_GROWTH;
  return [
    ...GROUND_NAMES.map(({ id, kinds, colour, sizePx, spacing }): LayerSpecification => ({
      id: `names-${id}`,
      type: 'symbol',
      source: 'names',
      filter: ['in', ['get', 'kind'], ['literal', [...kinds]]],
      layout: {
        'text-field': name,
        'text-font': REGULAR,
        'text-size': fade(from, large(sizePx), to, large(sizePx * times)),
        'text-letter-spacing': spacing,
        'text-line-height': 1.15,
        'text-padding': 4,
        'symbol-sort-key': ['get', 'minzoom'],
      },
      paint: { 'text-color': text[colour], 'text-halo-color': text.halo, 'text-halo-width': NAME_HALO_PX },
    })).flatMap((layer) => fromZooms(layer, 'minzoom', NAME_ZOOMS)),
    {
      id: 'names-county',
      type: 'symbol',
      source: 'fine',
      minzoom: 5.4,
      filter: part('county-names'),
      layout: {
        'text-field': name,
        'text-font': REGULAR,
        'text-size': fade(5.4, large(10.5), 8, 13),
        'text-line-height': 1.15,
        'text-padding': 3,
      },
      paint: { 'text-color': text.project, 'text-halo-color': text.halo, 'text-halo-width': 1.3, 'text-opacity': 0.85 },
    },
  ];
}

/** Places that the scene leaves out, as quiet as the ground. A name stands on whichever side of its dot has room. */
function seatLayers({ text, dot }: Theme, name: ExpressionSpecification, large: Enough): LayerSpecification[] {
  const seatNames = (id: string, filter: FilterSpecification, anchors: ('left' | 'top' | 'right' | 'bottom')[], away: number) =>
    fromZooms<LayerSpecification>(
      {
        id,
        type: 'symbol',
        source: 'seats',
        filter,
        layout: {
          'text-field': name,
          'text-font': REGULAR,
          'text-size': fade(5.4, large(10.5), 8, 13),
          'text-line-height': 1.15,
          'text-variable-anchor': anchors,
          'text-radial-offset': away,
          'text-justify': 'auto',
          'text-padding': 1,
        },
        paint: { 'text-color': text.far, 'text-halo-color': text.halo, 'text-halo-width': NAME_HALO_PX },
      },
      'minzoom',
      SEAT_ZOOMS,
    );
  return [
    ...fromZooms<LayerSpecification>(
      {
        id: 'seats',
        type: 'circle',
        source: 'seats',
        filter: ['==', ['get', 'dot'], true],
        paint: { 'circle-radius': 2.4, 'circle-color': text.far, 'circle-stroke-color': dot.stroke, 'circle-stroke-width': 1 },
      },
      'minzoom',
      SEAT_ZOOMS,
    ),
    ...seatNames('seats-names', ['any', ['get', 'dot'], ['!', ['has', 'id']]], ['left', 'top', 'right', 'bottom'], 0.6),
    // Beside a dot that the scene draws, arcs come and go: a name there stands below or above.
    ...seatNames('seats-names-own', ['all', ['!', ['get', 'dot']], ['has', 'id']], ['top', 'bottom'], 1.5),
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
        'line-width': ['case', ['get', 'chosen'], stroke.widthPx * CHOSEN_TIMES, stroke.widthPx],
        'line-opacity': ['get', 'opacity'],
        ...(stroke.dashPx ? { 'line-dasharray': stroke.dashPx.map((px) => px / stroke.widthPx) } : {}),
      },
    })),
  );
}

function placeLayers(theme: Theme, name: ExpressionSpecification, large: Enough): LayerSpecification[] {
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
        'text-field': name,
        'text-font': REGULAR,
        'text-size': large(10.5),
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
          'text-field': name,
          // A province with its capital is one line.
          'text-max-width': 16,
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
