import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Dataset, Extent } from '../../data/schema.ts';

/** What the build puts into the dataset: the box of each recipient's region that `base`, the first view's ground, has a shape of, to a hundredth of a degree. */
export function withExtents(dataset: Dataset, base: Topology): Dataset {
  const { geometries } = base.objects['recipients'] as GeometryCollection;
  const shapes = new Map(geometries.map((shape) => [String(shape.id), shape as Polygon | MultiPolygon]));
  const extents = dataset.places.flatMap(({ id, adcode }): [string, Extent][] => {
    const shape = adcode === undefined ? undefined : shapes.get(adcode);
    return shape ? [[id, extent(merge(base, [shape]).coordinates.flat(2))]] : [];
  });
  return { ...dataset, extents: Object.fromEntries(extents) };
}

function extent(all: readonly GeoJSON.Position[]): Extent {
  const [lngs, lats] = [all.map(([lng]) => lng!), all.map(([, lat]) => lat!)];
  const box: Extent = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
  return box.map((degrees) => Number(degrees.toFixed(2))) as Extent;
}
