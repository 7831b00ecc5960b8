/** The South China Sea inset (南海诸岛), for every picture whose frame cuts the south off. */
import type { GeometryCollection } from 'topojson-specification';
import { ground } from './ground.ts';
import { picture, project, type Bounds } from './mercator.ts';
import { onGrid, path, rings } from './path.ts';
import { dashes, islands } from './sea.ts';
import type { Point } from './rings.ts';

/** All ten dashes, Zengmu Ansha in the south, the mainland coast and the whole of Hainan and Taiwan in the north. */
export const INSET: Bounds = [105.5, 2.5, 124, 25.6];
const WIDTH = 400;

/** What the rules want named there, each where its words stay clear of dashes and dots at 120 px. */
const LABELS: [zh: string, en: string, lng: number, lat: number][] = [
  ['海南', 'Hainan', 109.8, 19.2],
  ['台湾', 'Taiwan', 121, 23.8],
  ['东沙群岛', 'Dongsha Qundao', 116.72, 20.0],
  ['西沙群岛', 'Xisha Qundao', 111.8, 14.9],
  ['中沙群岛', 'Zhongsha Qundao', 114.7, 14.6],
  ['黄岩岛', 'Huangyan Dao', 117.6, 15.6],
  ['南沙群岛', 'Nansha Qundao', 114.2, 8.3],
  ['曾母暗沙', 'Zengmu Ansha', 112.28, 4.5],
  ['南海', 'South China Sea', 113.6, 12.6],
];

export async function inset(fabric: string): Promise<string> {
  const frame = picture(INSET, WIDTH);
  const made = await ground(fabric, {
    bbox: INSET.join(','),
    china: 6000,
    land: 8000,
    water: 9000,
    islet: 100,
    landIslet: 200,
    river: 5000,
    lake: 9000,
  });
  const grid = onGrid(made, frame);
  const layer = (name: string): GeometryCollection => grid.objects[name] as GeometryCollection;
  const whole = (p: Point): Point => project(frame, p).map(Math.round) as Point;
  const china = path(rings(grid, layer('outline')), true, 4);
  const content = {
    viewBox: [0, 0, frame.width, frame.height],
    bounds: INSET,
    coast: path(rings(grid, layer('land')), true, 8),
    china,
    dashes: path(
      dashes().map((line) => line.map(whole)),
      false,
    ),
    islands: [...new Set(islands().map((p) => whole(p).join()))].map((p) => p.split(',').map(Number)),
    labels: LABELS.map(([zh, en, lng, lat]) => {
      const [x, y] = whole([lng, lat]);
      return { zh, en, x, y };
    }),
  };
  return `${JSON.stringify(content)}\n`;
}
