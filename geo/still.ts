/** The ground of the still picture, as path strings a server can print into an SVG without any map library. */
import type { Position } from 'geojson';
import type { GeometryCollection } from 'topojson-specification';
import { mesh } from 'topojson-client';
import { ground } from './ground.ts';
import { picture, project, unproject, type Bounds, type Picture } from './mercator.ts';
import { lines, onGrid, path, rings } from './path.ts';
import { dashes, islands } from './sea.ts';
import { beside, inRing, type Point } from './rings.ts';

/** What a wide or a tall screen shows around China; also the extent of the viewBox. */
export const STILL: Bounds = [58, -2, 150, 60];
/** One unit is 0.046° or 5 km at the equator: a pixel of a screen 1440 wide that shows China. */
export const WIDTH = 2000;

/** The picture's western meridian, opposite the middle of China: whoever pans the still comes to no edge before half the Earth has passed. */
const WEST = 104 - 180;

/** Rings around the globe, with what lies west of the picture's western meridian put on at its eastern end. */
function rolled(all: readonly Point[][], frame: Picture): Point[][] {
  const [west, around] = [project(frame, [WEST, 0])[0], (360 * frame.width) / (STILL[2] - STILL[0])].map(Math.round) as Point;
  return all
    .flatMap((ring) => [beside(ring, west, 1), beside(ring, west, -1).map(([x, y]): Point => [x + around, y])])
    .map((ring) => ring.map(([x, y]): Point => [x, Math.round(y)]))
    .filter(({ length: n }) => n > 2);
}

/** Shortest river drawn, in units, and only if it is in China halfway: the others would cost what the continents weigh. */
const RIVER = 200;
const length = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0);

export async function still(fabric: string): Promise<string> {
  const frame = picture(STILL, WIDTH);
  const toUnits =
    (units: number) =>
    (p: Position): Position =>
      unproject(frame, project(frame, p as Point).map((n) => Math.round(n / units) * units) as Point);
  const made = await ground(fabric, {
    bbox: STILL.join(','),
    china: 4500,
    land: 9000,
    water: 9000,
    islet: 60,
    landIslet: 500,
    river: 700,
    lake: 900,
    far: { metres: 95000, islet: 90000, snap: toUnits(10) },
  });
  const grid = onGrid(made, frame);
  const layer = (name: string): GeometryCollection => grid.objects[name] as GeometryCollection;
  const whole = (p: Point): Point => project(frame, p).map(Math.round) as Point;
  const strokes = (name: string): string => path(lines(grid, layer(name)), false);
  const areas = (name: string, least: number): string => path(rings(grid, layer(name)), true, least);
  const outline = rings(grid, layer('outline'));
  const isOurs = (point: Point): boolean => outline.some((ring) => inRing(point, ring));
  const inner = mesh(grid, layer('provinces') as never, (a, b) => a !== b).coordinates as Point[][];
  const recipients = layer('recipients').geometries.map((g) => [String(g.id), path(rings(grid, g), true)] as const);
  const content = {
    bounds: STILL,
    width: frame.width,
    height: frame.height,
    land: path(rolled(rings(grid, layer('land')), frame), true, 60),
    china: path(outline, true, 2),
    provinces: path(inner, false),
    boundary: strokes('boundary'),
    coast: strokes('coast'),
    borders: strokes('borders'),
    recipients: Object.fromEntries(recipients.sort()),
    lakes: areas('lakes', 90),
    rivers: path(
      lines(grid, layer('rivers')).filter((line) => length(line) > RIVER && isOurs(line[line.length >> 1]!)),
      false,
    ),
    dashes: path(
      dashes().map((line) => line.map(whole)),
      false,
    ),
    islands: [...new Set(islands().map((p) => whole(p).join()))].map((p) => p.split(',').map(Number)),
  };
  return `${JSON.stringify(content)}\n`;
}
