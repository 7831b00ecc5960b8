import { merge } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Place } from '../../data/schema.ts';
import { SEAT_ZOOMS, seatZoom } from '../look/ground.ts';
import type { Scene } from '../scene/marks.ts';
import { project, worldPx } from '../scene/mercator.ts';
import { parts } from './features.ts';

// What only near views show; fetched with its files when a reader comes near.

type Collection = GeoJSON.FeatureCollection;
type Feature = GeoJSON.Feature;
const collection = (features: Feature[]): Collection => ({ type: 'FeatureCollection', features });

/** The recipients' regions, merged from their counties: finer, and their outlines lie on the county lines. */
export function fineRecipientShapes(counties: Topology): Feature[] {
  const object = counties.objects['counties'];
  const geometries = object?.type === 'GeometryCollection' ? object.geometries : [];
  const regions = new Map<string, typeof geometries>();
  for (const geometry of geometries) {
    const region = (geometry.properties as { parent?: string } | undefined)?.parent ?? String(geometry.id);
    regions.set(region, [...(regions.get(region) ?? []), geometry]);
  }
  return [...regions].map(([adcode, group]) => ({
    type: 'Feature',
    properties: { part: 'recipients', adcode },
    geometry: merge(counties, group as Parameters<typeof merge>[1]),
  }));
}

/** A name in the middle of the largest ring of each shape that is no place of the atlas: the others have theirs at their seats. */
const names = (shapes: readonly Feature[], places: readonly Place[], more: object): Feature[] => {
  // A city's point names its prefecture, also where the atlas draws no shape of it.
  const coded = new Set(places.flatMap(({ adcode, kind, within }) => [adcode, kind === 'prefecture' ? within : undefined]));
  return shapes
    .filter(({ properties }) => !coded.has(String(properties?.['adcode'])))
    .map((shape) => ({
      type: 'Feature',
      properties: { ...shape.properties, ...more },
      geometry: { type: 'Point', coordinates: middle(shape.geometry) },
    }));
};

/** Finer shapes, and names of counties. */
export function fineFeatures(prefectures: Topology | null, counties: Topology | null, places: readonly Place[]): Collection {
  const shapes = counties ? parts(counties, 'counties') : [];
  return collection([
    ...(prefectures ? parts(prefectures, 'prefectures') : []),
    ...shapes,
    ...names(shapes, places, { part: 'county-names' }),
  ]);
}

function middle(geometry: GeoJSON.Geometry): [number, number] {
  const rings =
    geometry.type === 'Polygon'
      ? [geometry.coordinates[0]!]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.map((polygon) => polygon[0]!)
        : [];
  const boxes = rings.map((ring) => {
    const [xs, ys] = [ring.map(([x]) => x!), ring.map(([, y]) => y!)];
    return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
  });
  const [box] = boxes.sort((a, b) => (b.x1 - b.x0) * (b.y1 - b.y0) - (a.x1 - a.x0) * (a.y1 - a.y0));
  return box ? [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] : [0, 0];
}

/** The ground of the first view with finer water in its water's place. */
export const withFineWater = ({ features }: Collection, water: Topology): Collection =>
  collection([
    ...features.filter(({ properties }) => !['rivers', 'lakes'].includes(String(properties?.['part']))),
    ...parts(water, 'rivers'),
    ...parts(water, 'lakes'),
  ]);

/** Least distance in px between the dot of a seat and one of the scene, which are two from there on. */
const APART_PX = 14;

/**
 * Towns, airports and ports of the atlas that a scene leaves out, and the names of prefectures that are none of its places. One
 * whose dot the scene has under another name, a region's, gets its own name below it; one close beside a dot of the scene shows
 * from the zoom at which they are told apart.
 */
export function seatFeatures(places: readonly Place[], scene: Scene, prefectures: Topology | null): Collection {
  const drawn = new Map(scene.places.map(({ id, label }) => [id, label.words.zh]));
  const dots = scene.places.map(({ point }) => project(point));
  const zoomOf = ({ id, kind, point }: Place): number => {
    const own = seatZoom(kind);
    if (drawn.has(id)) return own;
    const [x, y] = project(point);
    const nearest = Math.min(...dots.map((at) => Math.hypot(at[0] - x, at[1] - y)));
    const apart = Math.log2(APART_PX / nearest / worldPx(0));
    return SEAT_ZOOMS.find((zoom) => zoom >= Math.max(own, apart)) ?? SEAT_ZOOMS.at(-1)!;
  };
  const seats = places
    .filter(({ id, zh, seat }) => !seat && drawn.get(id) !== zh)
    .map((place): Feature => ({
      type: 'Feature',
      properties: { id: place.id, zh: place.zh, en: place.en, dot: !drawn.has(place.id), minzoom: zoomOf(place) },
      geometry: { type: 'Point', coordinates: place.point },
    }));
  const others = prefectures ? parts(prefectures, 'prefectures') : [];
  return collection([...seats, ...names(others, places, { dot: false, minzoom: seatZoom('prefecture') })]);
}
