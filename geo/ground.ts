/** One level of the ground: China simplified, neighbours cut along it, the lines between, as one topology. */
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { meshArcs } from 'topojson-client';
import { run, topology } from './mapshaper.ts';
import { neighbours } from './neighbours.ts';
import { simplify } from './shapes.ts';
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

/**
 * Layers provinces, recipients, outline, land, borders, rivers, lakes and, from the lines of those, coast, boundary and
 * shores, all over shared arcs.
 *
 * China is simplified first and then cut out of the land, so the two share every vertex of the frontier: no gap, no
 * double line, and the frontier is stored once.
 */
export async function ground(fabric: string, level: Level): Promise<Ground> {
  const china = await simplify(fabric, level.china, level.islet);
  const { land, borders, frontier } = await neighbours(level.bbox, level.land, level.landIslet);
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
  const made = topology(written, 'out.json') as Ground;
  made.objects['boundary'] = linesBetween(made, ['outline', 'land'], (a, b) => b !== '' && a !== b);
  made.objects['coast'] = linesBetween(made, ['outline', 'land'], (a, b) => a === 'outline' && b === '');
  made.objects['shores'] = linesBetween(made, ['outline', 'land'], (a, b) => a === 'land' && b === '');
  return made;
}
