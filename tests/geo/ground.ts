/** The files of public/geo as the tests read them: nothing of the pipeline, only what the app gets. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { inPolygon, type Point, type Ring } from '../../geo/rings.ts';

const FOLDER = new URL('../../public/geo/', import.meta.url);

export const bytes = (file: string): Buffer => readFileSync(new URL(file, FOLDER));
export const gz = (file: string): number => gzipSync(bytes(file), { level: 9 }).length;
export const json = <T>(file: string): T => JSON.parse(bytes(file).toString()) as T;

export interface Named {
  zh: string;
  en: string;
  parent?: string;
}
export type Area = Feature<Polygon | MultiPolygon, Named>;
type Layer = GeometryCollection<Named>;

export const base = json<Topology>('base.topo.json');

/** The polygons of a layer of named units. */
export const areas = (topology: Topology, layer: string): Area[] => {
  const read = feature(topology, topology.objects[layer] as Layer);
  return read.features as Area[];
};

export type Drawn = Exclude<Geometry, { type: 'GeometryCollection' }>;

/** The geometries of any layer of the first view. */
export const geometries = (layer: string): Drawn[] => {
  const read = feature(base, base.objects[layer] as GeometryCollection) as FeatureCollection | Feature;
  return (read.type === 'FeatureCollection' ? read.features : [read]).map((f) => f.geometry as Drawn);
};

/** The one geometry of a layer that is drawn all alike. */
export const whole = (layer: string): Drawn => {
  const [only, ...others] = geometries(layer);
  if (only === undefined || others.length > 0) throw new Error(`${layer} has ${others.length + 1} geometries`);
  return only;
};

/** The polygons of any geometry, each as its rings. */
export const polygons = (geometry: Polygon | MultiPolygon): Ring[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];

export const contains = (geometry: Polygon | MultiPolygon, point: Point): boolean =>
  polygons(geometry).some((rings) => inPolygon(point, rings));

/** China as one: the 34 provinces without the lines between. */
export const china = merge(base as never, (base.objects['provinces'] as Layer).geometries as never) as MultiPolygon;

/** Every unit that a place can be said to lie within: counties, prefecture-level units and provinces by adcode. */
export const units = new Map<string, Area>(
  [
    ...areas(base, 'provinces'),
    ...areas(json('prefectures.topo.json'), 'prefectures'),
    ...areas(base, 'recipients'),
    ...areas(json('counties.topo.json'), 'counties'),
  ].map((area) => [String(area.id), area]),
);

/** Every coordinate of a GeoJSON-like value. */
export const positions = (value: unknown): Position[] => {
  if (!Array.isArray(value)) return [];
  return typeof value[0] === 'number' ? [value as Position] : value.flatMap(positions);
};

const RADIUS_KM = 6371.0072;

/** Area on the sphere in km², holes taken off. */
export const km2 = (geometry: Polygon | MultiPolygon): number => {
  const ring = (points: Ring): number => {
    let sum = 0;
    for (let i = 0; i + 1 < points.length; i++) {
      const [x1, y1] = points[i]!.map((d) => (d * Math.PI) / 180) as Point;
      const [x2, y2] = points[i + 1]!.map((d) => (d * Math.PI) / 180) as Point;
      sum += (x2 - x1) * (2 + Math.sin(y1) + Math.sin(y2));
    }
    return Math.abs((sum * RADIUS_KM ** 2) / 2);
  };
  return polygons(geometry).reduce(
    (total, [outer, ...holes]) => total + ring(outer!) - holes.reduce((sum, hole) => sum + ring(hole), 0),
    0,
  );
};
