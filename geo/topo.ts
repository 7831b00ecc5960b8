/** From a topology to the file the app loads: names put in, numbers made small, the same bytes every time. */
import { gzipSync } from 'node:zlib';
import type { Position } from 'geojson';
import { quantize } from 'topojson-client';
import type { GeometryObject, Topology, Transform } from 'topojson-specification';

export type Name = [zh: string, en: string];

/** Puts id and {zh,en} on each polygon of a layer; a unit without a name, or a name without a unit, is an error. */
export function name(topology: Topology, layer: string, names: Record<string, Name>, more?: (id: string) => object): void {
  const object = topology.objects[layer];
  if (object?.type !== 'GeometryCollection') throw new Error(`no layer ${layer}`);
  const ids = object.geometries.map((g) => String(g.id));
  const unnamed = ids.filter((id) => names[id] === undefined);
  const missing = Object.keys(names).filter((id) => !ids.includes(id));
  if (unnamed.length + missing.length > 0)
    throw new Error(`${layer}: without a name ${unnamed.join(' ')}; without a shape ${missing.join(' ')}`);
  object.geometries.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  for (const geometry of object.geometries) {
    const id = String(geometry.id);
    const [zh, en] = names[id]!;
    geometry.id = id;
    geometry.properties = { zh, en, ...more?.(id) };
  }
}

/** Features of a layer made one, without properties: the app draws them all alike. */
export function join(topology: Topology, layer: string): void {
  const object = topology.objects[layer];
  if (object?.type !== 'GeometryCollection') return;
  const lines: number[][] = [];
  const polygons: number[][][] = [];
  for (const g of object.geometries) {
    if (g.type === 'LineString') lines.push(g.arcs as number[]);
    if (g.type === 'MultiLineString') lines.push(...(g.arcs as number[][]));
    if (g.type === 'Polygon') polygons.push(g.arcs as number[][]);
    if (g.type === 'MultiPolygon') polygons.push(...(g.arcs as number[][][]));
  }
  topology.objects[layer] = (
    lines.length > 0 ? { type: 'MultiLineString', arcs: lines } : { type: 'MultiPolygon', arcs: polygons }
  ) as GeometryObject;
}

export function addPoints(topology: Topology, layer: string, points: Position[]): void {
  topology.objects[layer] = { type: 'MultiPoint', coordinates: points } as GeometryObject;
}

export function addLines(topology: Topology, layer: string, lines: Position[][]): void {
  const first = topology.arcs.length;
  topology.arcs.push(...lines);
  topology.objects[layer] = { type: 'MultiLineString', arcs: lines.map((_, i) => [first + i]) } as GeometryObject;
}

/** The topology with every arc cut where `is` begins or ends to hold of its segments: each arc is then wholly one or the other. */
export function splitArcs<T extends Topology>(topology: T, is: (a: Position, b: Position) => boolean): T {
  const arcs: Position[][] = [];
  const parts = topology.arcs.map((arc) => {
    const first = arcs.length;
    arc.slice(1).forEach((point, i) => {
      const isNew = i === 0 || is(arc[i]!, point) !== is(arc[i - 1]!, arc[i]!);
      if (isNew) arcs.push([arc[i]!, point]);
      else arcs.at(-1)!.push(point);
    });
    return Array.from({ length: arcs.length - first }, (_, i) => first + i);
  });
  const visit = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (typeof value[0] !== 'number') return value.map(visit);
    return (value as number[]).flatMap((arc) => (arc < 0 ? [...parts[~arc]!].reverse().map((part) => ~part) : parts[arc]!));
  };
  const through = (object: GeometryObject): GeometryObject => {
    if (object.type === 'GeometryCollection') return { ...object, geometries: object.geometries.map(through) } as GeometryObject;
    return 'arcs' in object ? ({ ...object, arcs: visit(object.arcs) } as GeometryObject) : object;
  };
  const objects = Object.fromEntries(Object.entries(topology.objects).map(([key, object]) => [key, through(object as GeometryObject)]));
  return { ...topology, arcs, objects };
}

/** Only these layers, in this order, on a grid: of `cells` per side of the bounding box, or one of one's own. */
export function pack(topology: Topology, layers: string[], cells: number | Transform): string {
  const objects = Object.fromEntries(layers.map((layer) => [layer, topology.objects[layer]!]));
  const quantized = quantize(prune({ ...topology, objects }) as Parameters<typeof quantize>[0], cells as number);
  delete quantized.bbox;
  return `${JSON.stringify(quantized)}\n`;
}

/** Without the arcs that no layer uses. */
function prune(topology: Topology): Topology {
  const renumbered = new Map<number, number>();
  const visit = (arcs: unknown): unknown => {
    if (Array.isArray(arcs)) return arcs.map(visit);
    const arc = arcs as number;
    const plain = arc < 0 ? ~arc : arc;
    if (!renumbered.has(plain)) renumbered.set(plain, renumbered.size);
    const now = renumbered.get(plain)!;
    return arc < 0 ? ~now : now;
  };
  const through = (object: GeometryObject): GeometryObject => {
    if (object.type === 'GeometryCollection') return { ...object, geometries: object.geometries.map(through) } as GeometryObject;
    return 'arcs' in object ? ({ ...object, arcs: visit(object.arcs) } as GeometryObject) : object;
  };
  const objects = Object.fromEntries(Object.entries(topology.objects).map(([key, object]) => [key, through(object as GeometryObject)]));
  const arcs = [...renumbered.keys()].map((i) => topology.arcs[i]!);
  return { ...topology, objects, arcs };
}

/** Bytes after gzip -9, which is what a reader waits for. */
export const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;
