/** The land around China and the lines in it, cut so that China's outline is the neighbours' outline too; and the continents beyond. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import { feature as shapes } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { collection, feature, run, topology } from './mapshaper.ts';
import { continents, countries } from './packages.ts';
import { beside, type Point } from './rings.ts';

/** China, Taiwan, Hong Kong and Macao in Natural Earth, whose shapes of them are not used. */
const OURS = "['156','158','344','446'].includes(String(iso))";

/**
 * How far the two data sets' borders may lie apart. Natural Earth is 1 to 2.5 km off on land borders and up to 10 in
 * places; the strip of its own China this wide fills every gap that would otherwise open.
 */
const STRIP_KM = 14;

/** Land beyond the neighbours, simplified hard: it is there so that no edge is seen, and to be recognised on the globe. */
export interface Far {
  /** Interval of simplification, metres. */
  metres: number;
  /** Smallest island kept, km². */
  islet: number;
  /** Where a point is moved to: a grid so coarse that its numbers are short to write. */
  snap: (point: Position) => Position;
}

/** How far, in degrees, it runs in under the neighbours: their coasts were simplified otherwise, and between the two no gap may open. */
const UNDER = 1.2;

/** The picture's southernmost latitude: Mercator has no poles. In the north no land comes near one. */
const SOUTH = -85;

/**
 * A ring of the sphere on the plane: longitudes run on where it crosses the 180th meridian, and one that goes round the South
 * Pole takes in the pole.
 */
function unrolled(ring: readonly Position[]): Position[] {
  const points: Position[] = [];
  for (const [lng, lat] of ring) {
    const before = points.at(-1)?.[0] ?? lng!;
    points.push([lng! - 360 * Math.round((lng! - before) / 360), Math.max(lat!, SOUTH)]);
  }
  const [first, last] = [points[0]![0]!, points.at(-1)![0]!];
  return Math.abs(last - first) < 1 ? points : [...points, [last, SOUTH], [first, SOUTH], points[0]!];
}

/** Polygons of the sphere, which the package leaves whole across the 180th meridian, cut there. */
function plane(world: Topology): Position[][][] {
  const read = shapes(world, world.objects['land'] as GeometryObject) as Feature | FeatureCollection;
  const [land] = read.type === 'FeatureCollection' ? read.features : [read];
  return (land!.geometry as MultiPolygon).coordinates.flatMap((polygon) =>
    [-360, 0, 360].flatMap((shift) => {
      const there = polygon
        .map((ring) => unrolled(ring).map(([lng, lat]): Point => [lng! + shift, lat!]))
        .map((ring) => beside(beside(ring, -180, 1), 180, -1))
        .filter((ring) => ring.length > 3);
      return there.length > 0 ? [there] : [];
    }),
  );
}

/** Not on the edge of the Earth's picture, where it would come off. */
const isWithin = ([lng, lat]: Position): boolean => Math.abs(lng!) < 179.99 && lat! > SOUTH + 0.01;

/** All land of the Earth beyond `bbox`, without borders. */
async function beyond(bbox: string, { metres, islet, snap }: Far): Promise<string> {
  const [w, s, e, n] = bbox.split(',').map(Number) as [number, number, number, number];
  const written = await run(
    [
      '-i far.json',
      '-dissolve2',
      `-filter-islands min-area=${islet}km2`,
      `-simplify weighted interval=${metres} keep-shapes`,
      '-o out.json format=topojson no-quantization',
    ],
    { 'far.json': collection(plane(continents()).map((polygon) => feature({ type: 'Polygon', coordinates: polygon }))) },
  );
  const coarse = topology(written, 'out.json');
  for (const arc of coarse.arcs) arc.forEach((point, i) => (arc[i] = isWithin(point) ? snap(point) : point));
  const cut = await run(
    [
      '-i coarse.json',
      '-clean',
      `-erase bbox=${[w + UNDER, s + UNDER, e - UNDER, n - UNDER].join(',')}`,
      '-o out.json format=geojson precision=0.00001',
    ],
    { 'coarse.json': JSON.stringify(coarse) },
  );
  return cut['out.json']!;
}

/** `land`: neighbours and the strip, and what lies beyond where that is asked for, still running in under China. `borders`: between neighbours only. `frontier`: Natural Earth's idea of China's. */
export async function neighbours(
  bbox: string,
  metres: number,
  islet: number,
  far?: Far,
): Promise<{ land: string; borders: string; frontier: string }> {
  const written = await run(
    [
      ...(far ? ['-i far.json name=far'] : []),
      '-i countries.json id-field=iso name=countries',
      '-filter-fields iso target=countries',
      `-clip bbox=${bbox} target=countries`,
      `-each "ours = ${OURS}" target=countries`,
      "-innerlines where='A.ours !== B.ours' + name=frontier target=countries",
      `-buffer ${STRIP_KM}km + name=near target=frontier`,
      '-dissolve2 target=near',
      "-filter 'ours' + name=strip target=countries",
      '-clip near target=strip',
      "-filter '!ours' target=countries",
      '-filter-fields target=strip',
      `-simplify weighted interval=${metres} target=countries`,
      '-innerlines + name=borders target=countries',
      `-merge-layers force target=countries,strip${far ? ',far' : ''} name=land`,
      '-dissolve2 target=land',
      `-filter-islands min-area=${islet}km2 target=land`,
      '-o format=geojson precision=0.00001 target=land,borders,frontier',
    ],
    {
      'countries.json': JSON.stringify({ ...countries(), objects: { countries: countries().objects['countries'] } }),
      ...(far ? { 'far.json': await beyond(bbox, far) } : {}),
    },
  );
  const { 'land.json': land, 'borders.json': borders, 'frontier.json': frontier } = written;
  if (land === undefined || borders === undefined || frontier === undefined)
    throw new Error(`neighbours wrote ${Object.keys(written).join(', ')}`);
  return { land, borders, frontier };
}
