/** One level of the ground: China simplified, neighbours cut along it, the lines between, as one topology. */
import type { Position } from 'geojson';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { meshArcs } from 'topojson-client';
import { run, topology } from './mapshaper.ts';
import { neighbours, type Far } from './neighbours.ts';
import { simplify } from './shapes.ts';
import { splitArcs } from './topo.ts';
import * as water from './water.ts';

export interface Level {
  /** w,s,e,n that neighbours and water are cut to. */
  bbox: string;
  /** Interval of simplification, metres: China's lines, neighbours', rivers' (lakes are small, and get a third). */
  china: number;
  land: number;
  water: number;
  /** Smallest island kept, km²: China's, neighbours'. */
  islet: number;
  landIslet: number;
  /** Shortest river kept, km. */
  river: number;
  /** Smallest lake kept, km². */
  lake: number;
  /** The continents beyond the bbox; none where left out. */
  far?: Far;
}

export type Ground = Topology<Record<string, GeometryCollection | GeometryObject>>;

/** The lines of some polygons, as arcs of the topology they are in, chosen by the one or two polygons beside each. */
export function linesBetween(ground: Ground, layers: string[], keep: (a: string, b: string) => boolean): GeometryObject {
  const layerOf = new Map<unknown, string>();
  const geometries = layers.flatMap((layer) => {
    const object = ground.objects[layer];
    const parts = object?.type === 'GeometryCollection' ? object.geometries : object === undefined ? [] : [object];
    for (const part of parts) layerOf.set(part, layer);
    return parts;
  });
  const between = (a: unknown, b: unknown): boolean => {
    const [first, second] = [layerOf.get(a)!, layerOf.get(b)!];
    return a === b ? keep(first, '') : keep(first, second);
  };
  return meshArcs(ground, { type: 'GeometryCollection', geometries } as never, between as never) as GeometryObject;
}

/** Where the Earth's own picture is cut: at the 180th meridian, and short of the poles, where Mercator has no end. No coast runs there. */
const isEdge = ([x1, y1]: Position, [x2, y2]: Position): boolean =>
  (x1 === x2 && Math.abs(x1!) > 179.99) || (y1 === y2 && Math.abs(y1!) > 75);

/** The neighbours' coasts: the lines of their land that are neither China's frontier nor an edge of the Earth's picture. */
function shores(ground: Ground): GeometryObject {
  const lines = linesBetween(ground, ['land', 'outline'], (a, b) => a === 'land' && b === '') as { arcs: number[][] };
  const isShore = (arc: number): boolean => {
    const [a, b] = ground.arcs[arc < 0 ? ~arc : arc]!;
    return !isEdge(a!, b!);
  };
  const arcs = lines.arcs.flatMap((line) =>
    line.reduce<number[][]>((parts, arc, i) => {
      if (!isShore(arc)) return parts;
      if (i > 0 && isShore(line[i - 1]!)) parts.at(-1)!.push(arc);
      else parts.push([arc]);
      return parts;
    }, []),
  );
  return { type: 'MultiLineString', arcs } as GeometryObject;
}

/**
 * Layers provinces, recipients, outline, land, borders, rivers, lakes and, from the lines of those, coast, boundary and
 * shores, all over shared arcs.
 *
 * China is simplified first and then cut out of the land, so the two share every vertex of the frontier: no gap, no
 * double line, and the frontier is stored once.
 */
export async function ground(fabric: string, level: Level): Promise<Ground> {
  const china = await simplify(fabric, level.china, level.islet);
  const { land, borders, frontier } = await neighbours(level.bbox, level.land, level.landIslet, level.far);
  const rivers = await water.rivers(level.bbox, level.water, level.river, [borders, frontier]);
  const lakes = await water.lakes(level.bbox, level.water / 3, level.lake);
  const written = await run(
    [
      '-i china.json land.json borders.json rivers.json lakes.json combine-files',
      '-dissolve2 province + name=provinces target=china',
      '-filter "recipient !== \'\'" + name=recipients target=china',
      '-dissolve2 recipient target=recipients',
      '-dissolve2 + name=outline target=china',
      '-drop target=china',
      '-erase outline target=land',
      '-erase outline target=borders',
      `-filter-islands min-area=${level.landIslet}km2 target=land`,
      '-rename-fields id=province target=provinces',
      '-rename-fields id=recipient target=recipients',
      '-o out.json format=topojson no-quantization id-field=id target=provinces,recipients,outline,land,borders,rivers,lakes',
    ],
    { 'china.json': china, 'land.json': land, 'borders.json': borders, 'rivers.json': rivers, 'lakes.json': lakes },
  );
  const made = splitArcs(topology(written, 'out.json') as Ground, isEdge);
  made.objects['boundary'] = linesBetween(made, ['outline', 'land'], (a, b) => b !== '' && a !== b);
  made.objects['coast'] = linesBetween(made, ['outline', 'land'], (a, b) => a === 'outline' && b === '');
  made.objects['shores'] = shores(made);
  return made;
}
