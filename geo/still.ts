/** The ground of the still picture, as path strings a server can print into an SVG without any map library. */
import type { GeometryCollection } from 'topojson-specification';
import { mesh } from 'topojson-client';
import { ground } from './ground.ts';
import { picture, project, type Bounds } from './mercator.ts';
import { lines, onGrid, path, rings } from './path.ts';
import { dashes, islands } from './sea.ts';
import type { Point } from './rings.ts';

/** What a wide or a tall screen shows around China; also the extent of the viewBox. */
export const STILL: Bounds = [58, -2, 150, 60];
/** One unit is 0.046° or 5 km at the equator: a pixel of a screen 1440 wide that shows China. */
export const WIDTH = 2000;

export async function still(fabric: string): Promise<string> {
  const frame = picture(STILL, WIDTH);
  const made = await ground(fabric, {
    bbox: STILL.join(','),
    china: 4500,
    land: 9000,
    water: 9000,
    islet: 60,
    landIslet: 500,
    river: 700,
    lake: 900,
  });
  const grid = onGrid(made, frame);
  const layer = (name: string): GeometryCollection => grid.objects[name] as GeometryCollection;
  const whole = (p: Point): Point => project(frame, p).map(Math.round) as Point;
  const strokes = (name: string): string => path(lines(grid, layer(name)), false);
  const areas = (name: string, least: number): string => path(rings(grid, layer(name)), true, least);
  const inner = mesh(grid, layer('provinces') as never, (a, b) => a !== b).coordinates as Point[][];
  const recipients = layer('recipients').geometries.map((g) => [String(g.id), path(rings(grid, g), true)] as const);
  const content = {
    bounds: STILL,
    width: frame.width,
    height: frame.height,
    land: areas('land', 6),
    china: areas('outline', 2),
    provinces: path(inner, false),
    boundary: strokes('boundary'),
    coast: strokes('coast'),
    borders: strokes('borders'),
    recipients: Object.fromEntries(recipients.sort()),
    lakes: areas('lakes', 6),
    rivers: strokes('rivers'),
    dashes: path(
      dashes().map((line) => line.map(whole)),
      false,
    ),
    islands: [...new Set(islands().map((p) => whole(p).join()))].map((p) => p.split(',').map(Number)),
  };
  return `${JSON.stringify(content)}\n`;
}
