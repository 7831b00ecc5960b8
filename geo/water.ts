/** Rivers and lakes of Natural Earth, and the curve that hides the grid they come on. */
import type { Feature, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { collection, feature, features, run } from './mapshaper.ts';
import { water } from './packages.ts';

/**
 * Chaikin's corner cutting, twice. The package stores its lines on a grid of 1.7 km, which shows as stairs from zoom 5;
 * cut corners read as a river. An open line keeps its ends, a ring stays closed.
 */
export function smooth(line: Position[], closed: boolean, times = 2): Position[] {
  let points = line;
  for (let n = 0; n < times; n++) {
    const next: Position[] = closed ? [] : [points[0]!];
    for (let i = 0; i + 1 < points.length; i++) {
      const [x1, y1] = points[i] as [number, number];
      const [x2, y2] = points[i + 1] as [number, number];
      next.push([0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2], [0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2]);
    }
    next.push(closed ? next[0]! : points.at(-1)!);
    points = next;
  }
  return points;
}

function smoothed(given: Feature): Feature {
  const { geometry } = given;
  if (geometry.type === 'LineString') return feature({ ...geometry, coordinates: smooth(geometry.coordinates, false) });
  if (geometry.type === 'MultiLineString') return feature({ ...geometry, coordinates: geometry.coordinates.map((l) => smooth(l, false)) });
  if (geometry.type === 'Polygon') return feature({ ...geometry, coordinates: geometry.coordinates.map((r) => smooth(r, true)) });
  if (geometry.type === 'MultiPolygon')
    return feature({ ...geometry, coordinates: geometry.coordinates.map((p) => p.map((r) => smooth(r, true))) });
  throw new Error(`water of type ${geometry.type}`);
}

/** Rivers this near to a border run with it, and beside it would only double the line. */
const WITH_BORDER_KM = 9;
/** … unless they cross it: a piece within that distance shorter than this, km, is a crossing and stays. */
const CROSSING_KM = 60;
/** Rivers wholly west or south of this, degrees, lead the eye away from China. */
const WEST = 64;
const SOUTH = 7;

/** Where Lakes Khanka and Baikal are, w,s,e,n. The file of Asia stops at Russia: it has one shore of the one, and not the other. */
const KHANKA = '131,44,134,46';
const BAIKAL = '103,51,111,56';
/** Where Lop Nur was, which the package still has full of water. */
const LOP_NUR = '89.5,39.3,91.5,41';

const layerOf = (topology: Topology, layer: string): string =>
  JSON.stringify({ ...topology, objects: { [layer]: topology.objects[layer] } });

/** Curves from corners, and then without the points, closer than `metres`, that the curve did not need. */
async function curved(json: string, metres: number): Promise<string> {
  const curve = collection(
    features({ json }, 'json')
      .filter((f) => f.geometry !== null)
      .map(smoothed),
  );
  const written = await run(
    ['-i in.json', `-simplify weighted interval=${metres} keep-shapes`, '-o out.json format=geojson precision=0.00001'],
    { 'in.json': curve },
  );
  return written['out.json']!;
}

/**
 * Rivers longer than `shortest` km within `bbox` (w,s,e,n), simplified to `metres`. `borders` are GeoJSON files of lines,
 * all of Natural Earth: its rivers lie on its borders, and on no other's.
 */
export async function rivers(bbox: string, metres: number, shortest: number, borders: string[]): Promise<string> {
  const names = borders.map((_, i) => `border${i}`);
  const written = await run(
    [
      `-i asia.json ${names.map((name) => `${name}.json`).join(' ')} combine-files`,
      `-clip bbox=${bbox} target=rivers`,
      `-merge-layers force target=${names.join(',')} name=band`,
      `-buffer ${WITH_BORDER_KM}km target=band`,
      '-dissolve2 target=band',
      '-clip band + name=beside target=rivers',
      '-explode target=beside',
      `-filter "this.length < ${CROSSING_KM * 1000}" target=beside`,
      '-erase band target=rivers',
      '-merge-layers force target=rivers,beside name=rivers',
      '-dissolve target=rivers',
      '-explode target=rivers',
      `-filter "this.length > ${shortest * 1000} && this.bounds[2] > ${WEST} && this.bounds[3] > ${SOUTH}" target=rivers`,
      `-simplify weighted interval=${metres} keep-shapes target=rivers`,
      '-o format=geojson precision=0.00001 target=rivers',
    ],
    { 'asia.json': layerOf(water('asia'), 'rivers'), ...Object.fromEntries(borders.map((json, i) => [`border${i}.json`, json])) },
  );
  return curved(written['rivers.json']!, metres / 3);
}

/** Lakes larger than `smallest` km² within `bbox`, simplified to `metres`. */
export async function lakes(bbox: string, metres: number, smallest: number): Promise<string> {
  const written = await run(
    [
      '-i asia.json world.json combine-files',
      '-rename-layers asia,world',
      `-clip bbox=${KHANKA} + name=khanka target=world`,
      `-clip bbox=${BAIKAL} + name=baikal target=world`,
      `-clip bbox=${bbox} target=asia`,
      `-erase bbox=${LOP_NUR} target=asia`,
      '-merge-layers force target=asia,khanka,baikal name=lakes',
      '-dissolve2 gap-fill-area=300km2 target=lakes',
      '-explode',
      `-filter "this.area > ${smallest}e6"`,
      `-simplify weighted interval=${metres} keep-shapes`,
      '-o lakes.json target=lakes format=geojson precision=0.00001',
    ],
    { 'asia.json': layerOf(water('asia'), 'lakes'), 'world.json': layerOf(water('world'), 'lakes') },
  );
  return curved(written['lakes.json']!, metres / 3);
}
