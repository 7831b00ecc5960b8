import { feature, merge } from 'topojson-client';
import type { Topology, MultiPolygon, Polygon } from 'topojson-specification';
import { GLYPHS } from '../look/glyphs.ts';
import { nameZoom } from '../look/ground.ts';
import type { Scene, Side } from '../scene/marks.ts';
import type { GroundName } from '../state/geo.ts';

type Collection = GeoJSON.FeatureCollection;
type Feature = GeoJSON.Feature;
const collection = (features: Feature[]): Collection => ({ type: 'FeatureCollection', features });

/** Every feature of an object of a topology, marked with the part of the ground it is. */
export function parts(topology: Topology, object: string, name = object): Feature[] {
  const found = topology.objects[object];
  if (!found) return [];
  const made = feature(topology, found) as Collection | Feature;
  const list = made.type === 'FeatureCollection' ? made.features : [made];
  return list.map((one) => ({
    ...one,
    properties: { ...one.properties, part: name, adcode: one.id === undefined ? undefined : String(one.id) },
  }));
}

/** The first view's ground as one collection, each feature with its `part`. China is merged from its provinces, so that its fill has no seams. */
export function groundFeatures(topology: Topology): Collection {
  const provinces = topology.objects['provinces'];
  const polygons = provinces?.type === 'GeometryCollection' ? (provinces.geometries as (Polygon | MultiPolygon)[]) : [];
  const china: Feature = {
    type: 'Feature',
    properties: { part: 'china' },
    geometry: merge(topology, polygons as Parameters<typeof merge>[1]),
  };
  return collection([
    china,
    ...['land', 'provinces', 'coast', 'shores', 'boundary', 'borders', 'rivers', 'lakes', 'dashes', 'islands'].flatMap((name) =>
      parts(topology, name),
    ),
  ]);
}

/** Shapes of the scene's regions; a county's shape may come later than its mark, and is left out until then. */
export function regionFeatures({ regions }: Scene, shapes: ReadonlyMap<string, Feature>): Collection {
  return collection(
    regions.flatMap(({ adcode, level, chosen, place, shade }) => {
      const shape = shapes.get(adcode);
      return shape ? [{ ...shape, properties: { part: level, chosen, place, ...(shade ? { shade } : {}) } }] : [];
    }),
  );
}

export const routeFeatures = ({ routes }: Scene): Collection =>
  collection(
    routes.flatMap(({ id, legs, opacity, chosen }) =>
      legs.map(({ way, path }): Feature => ({
        type: 'Feature',
        properties: { id, way, opacity, chosen },
        geometry: { type: 'LineString', coordinates: path },
      })),
    ),
  );

export const glyphFeatures = ({ routes }: Scene): Collection =>
  collection(
    routes.map(({ id, mode, glyph, opacity, label }) => ({
      type: 'Feature',
      properties: { id, mode, opacity, heading: GLYPHS[mode].turns ? glyph.heading : 0, ...label },
      geometry: { type: 'Point', coordinates: glyph.at },
    })),
  );

const ANCHORS: Record<Side, { anchor: string; offset: [number, number] }> = {
  right: { anchor: 'left', offset: [1, 0] },
  left: { anchor: 'right', offset: [-1, 0] },
  below: { anchor: 'top', offset: [0, 1] },
  above: { anchor: 'bottom', offset: [0, -1] },
};

export const placeFeatures = ({ places }: Scene): Collection =>
  collection(
    places.map(({ id, point, colour, radiusPx, opacity, minzoom, label }) => {
      const { anchor, offset } = ANCHORS[label.side];
      const gap = (radiusPx + 3) / label.sizePx;
      return {
        type: 'Feature',
        properties: {
          id,
          colour,
          radius: radiusPx,
          opacity,
          minzoom,
          nameMinzoom: label.minzoom,
          zh: label.words.zh,
          en: label.words.en,
          size: label.sizePx,
          rank: label.rank,
          textColour: label.colour,
          anchor,
          offset: offset.map((n) => n * gap),
        },
        geometry: { type: 'Point', coordinates: point },
      };
    }),
  );

export const nameFeatures = (names: readonly GroundName[]): Collection =>
  collection(
    names.flatMap(({ lng, lat, minzoom, ...name }): Feature[] => {
      const zoom = nameZoom(minzoom);
      return zoom === null
        ? []
        : [{ type: 'Feature', properties: { ...name, minzoom: zoom }, geometry: { type: 'Point', coordinates: [lng, lat] } }];
    }),
  );
