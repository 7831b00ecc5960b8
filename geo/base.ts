/** The TopoJSON files: the ground of the first view, and the detail that is fetched when a reader comes near. */
import type { Position } from 'geojson';
import type { Transform } from 'topojson-specification';
import { run, topology } from './mapshaper.ts';
import { NAMES } from './names.ts';
import { ground, type Level } from './ground.ts';
import { neighbours } from './neighbours.ts';
import { dashes, islands } from './sea.ts';
import { recipientOf, sansha } from './sources.ts';
import { addLines, addPoints, join, name, pack } from './topo.ts';
import * as water from './water.ts';

/** The grid of the first view: 13,000 cells across the neighbours' box. What lies beyond is on the same grid, with negative numbers west and south of it. */
const GRID: Transform = { scale: [120 / 12999, 0.005927193630279252], translate: [40, -12] };

const toGrid =
  (cells: number) =>
  (point: Position): Position =>
    [0, 1].map((axis) => {
      const step = GRID.scale[axis]! * cells;
      return GRID.translate[axis]! + Math.round((point[axis]! - GRID.translate[axis]!) / step) * step;
    });

/**
 * The first view: what the map may show (its bounds are inside this), at the detail that still looks drawn, not cut, at
 * zoom 5, and weighs 50 kB on the wire. Neighbours are coarser, since they are only there to be recognised.
 */
export const FIRST: Level = {
  bbox: '40,-12,160,66',
  china: 2300,
  land: 8000,
  water: 6500,
  islet: 10,
  landIslet: 300,
  river: 300,
  lake: 300,
  far: { metres: 30000, islet: 14000, snap: toGrid(20) },
};

export async function base(fabric: string): Promise<string> {
  const made = await ground(fabric, FIRST);
  name(made, 'provinces', NAMES.provinces);
  name(made, 'recipients', NAMES.recipients);
  for (const layer of ['land', 'borders', 'rivers', 'lakes']) join(made, layer);
  addLines(made, 'dashes', dashes());
  addPoints(made, 'islands', islands());
  return pack(
    made,
    ['land', 'provinces', 'recipients', 'coast', 'shores', 'boundary', 'borders', 'rivers', 'lakes', 'dashes', 'islands'],
    GRID,
  );
}

/** Rivers and lakes for near views: all that the package has around China, as fine as it has them. Where the first view's have come, these take their place. */
export async function nearWater(): Promise<string> {
  const { borders, frontier } = await neighbours(FIRST.bbox, FIRST.land, FIRST.landIslet);
  const rivers = await water.rivers(FIRST.bbox, 1500, 100, [borders, frontier]);
  const lakes = await water.lakes(FIRST.bbox, 1500, 50);
  const made = topology(
    await run(['-i rivers.json lakes.json combine-files', '-o out.json format=topojson no-quantization target=rivers,lakes'], {
      'rivers.json': rivers,
      'lakes.json': lakes,
    }),
    'out.json',
  );
  for (const layer of ['rivers', 'lakes']) join(made, layer);
  return pack(made, ['rivers', 'lakes'], 24000);
}

/** Sansha keeps its own rings, which no simplification of a country's survives. */
export async function prefectures(fabric: string): Promise<string> {
  const written = await run(
    [
      '-i fabric.json',
      '-simplify weighted interval=1000 keep-shapes',
      '-clean',
      '-filter-islands min-area=2km2',
      '-dissolve2 prefecture',
      '-rename-fields id=prefecture',
      '-o prefectures.json format=geojson precision=0.00001',
    ],
    { 'fabric.json': fabric },
  );
  const sea = { type: 'Feature', properties: { id: '460300' }, geometry: { type: 'MultiPolygon', coordinates: sansha().polygons } };
  const all = JSON.parse(written['prefectures.json']!) as { features: unknown[] };
  all.features.push(sea);
  const joined = await run(['-i prefectures.json', '-o out.json format=topojson no-quantization id-field=id'], {
    'prefectures.json': JSON.stringify(all),
  });
  const made = topology(joined, 'out.json');
  name(made, 'prefectures', NAMES.prefectures);
  return pack(made, ['prefectures'], 24000);
}

export async function counties(fabric: string): Promise<string> {
  const written = await run(
    [
      '-i fabric.json name=counties',
      '-filter "recipient !== \'\'"',
      '-simplify weighted interval=250 keep-shapes',
      '-clean',
      '-filter-fields id',
      '-o out.json format=topojson no-quantization id-field=id',
    ],
    { 'fabric.json': fabric },
  );
  const made = topology(written, 'out.json');
  name(made, 'counties', NAMES.counties, (id) => ({ parent: recipientOf(id) }));
  return pack(made, ['counties'], 24000);
}
