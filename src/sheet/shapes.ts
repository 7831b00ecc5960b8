import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { LngLat } from '../../data/schema.ts';
import { project, type Point } from '../scene/mercator.ts';
import type { Placing } from '../still/lines.ts';

type Shape = Polygon | MultiPolygon;

/** Points nearer to the one before than this, in px, are left out: finer than a print shows. */
const FINENESS_PX = 0.4;
const tenths = (n: number): number => Math.round(n * 10) / 10;

/** Draws shapes of a topology as SVG paths in a box of `width` × `height` px; what lies wholly outside it is left out. */
export class Pen {
  readonly #put: Placing;
  readonly #size: Point;

  constructor(put: Placing, size: Point) {
    this.#put = put;
    this.#size = size;
  }

  /** A geometry as one path; points are dots of no length, to be drawn with round ends. */
  path(geometry: GeoJSON.Geometry): string {
    switch (geometry.type) {
      case 'Polygon':
        return this.#rings(geometry.coordinates);
      case 'MultiPolygon':
        return geometry.coordinates.map((rings) => this.#rings(rings)).join('');
      case 'LineString':
        return this.#line(geometry.coordinates, false);
      case 'MultiLineString':
        return geometry.coordinates.map((line) => this.#line(line, false)).join('');
      case 'MultiPoint':
        return geometry.coordinates
          .map((point) => this.#placed(point))
          .filter((point) => this.#meets([point]))
          .map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`)
          .join('');
      default:
        return '';
    }
  }

  /** An object of a topology as one path; empty where the topology lacks it. */
  object(topology: Topology, name: string): string {
    const found = topology.objects[name];
    if (!found) return '';
    const made = feature(topology, found);
    return made.type === 'FeatureCollection' ? made.features.map((one) => this.path(one.geometry)).join('') : this.path(made.geometry);
  }

  /** The lines that two shapes of an object share: each once, the outer edge left out. */
  inner(topology: Topology, name: string): string {
    const found = topology.objects[name];
    return found ? this.path(mesh(topology, found as GeometryObject, (a, b) => a !== b)) : '';
  }

  /** All shapes of an object as one, without seams. */
  whole(topology: Topology, shapes: readonly GeometryObject[]): string {
    return this.path(merge(topology, shapes as Parameters<typeof merge>[1]));
  }

  readonly #placed = (where: readonly number[]): Point => this.#put(project(where as LngLat));
  readonly #rings = (rings: readonly (readonly number[])[][]): string => {
    const outer = this.#line(rings[0]!, true);
    return (
      outer &&
      outer +
        rings
          .slice(1)
          .map((ring) => this.#line(ring, true))
          .join('')
    );
  };

  #line(coordinates: readonly (readonly number[])[], closed: boolean): string {
    const points = coordinates.map(this.#placed);
    if (!this.#meets(points)) return '';
    let d = '';
    let [x, y] = [NaN, NaN];
    for (const [i, point] of points.entries()) {
      const [nx, ny] = point.map((n) => Math.round(n * 10) / 10) as Point;
      const isEnd = i === 0 || i === points.length - 1;
      if (!isEnd && Math.abs(nx - x) < FINENESS_PX && Math.abs(ny - y) < FINENESS_PX) continue;
      d += i === 0 ? `M${nx} ${ny}l` : `${tenths(nx - x)} ${tenths(ny - y)} `;
      [x, y] = [nx, ny];
    }
    return d.trimEnd() + (closed ? 'z' : '');
  }

  #meets(points: readonly Point[]): boolean {
    const [width, height] = this.#size;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    return x1 >= 0 && x0 <= width && y1 >= 0 && y0 <= height;
  }
}

/** Shapes of an object of a topology, by the key that `of` gives each. */
export function shapesBy(topology: Topology | null, name: string, of: (shape: Shape) => string): Map<string, Shape[]> {
  const found = topology?.objects[name] as GeometryCollection | undefined;
  const groups = new Map<string, Shape[]>();
  for (const shape of (found?.geometries ?? []) as Shape[]) groups.set(of(shape), [...(groups.get(of(shape)) ?? []), shape]);
  return groups;
}
export const codeOf = ({ id }: Shape): string => String(id ?? '');
export const parentOf = (shape: Shape): string => (shape.properties as { parent?: string } | undefined)?.parent ?? codeOf(shape);
