import { FRAME_BOX } from '../scene/frame.ts';
import { project } from '../scene/mercator.ts';

/** `public/geo/still.json`: the ground as SVG paths in a Web-Mercator box of `width` × `height` units over `bounds` [west, south, east, north]. */
export interface StillGround {
  bounds: [number, number, number, number];
  width: number;
  height: number;
  land: string;
  china: string;
  provinces: string;
  boundary: string;
  coast: string;
  recipients: Record<string, string>;
  lakes: string;
  rivers: string;
  dashes: string;
  islands: [number, number][];
}

/** `public/geo/inset.json`: the South China Sea inset. */
export interface InsetGround {
  viewBox: [number, number, number, number];
  coast: string;
  china: string;
  dashes: string;
  islands: [number, number][];
  labels: { zh: string; en: string; x: number; y: number }[];
}

/** Units across the frame in the still's drawing. */
export const UNITS = 1000;
export const UNITS_HIGH = (UNITS * FRAME_BOX.height) / FRAME_BOX.width;

/** The ground as the content of an SVG whose box is the frame. Colours come from the page's custom properties, so a change of theme costs nothing. */
export function groundSvg(ground: StillGround): string {
  const [west, south, east, north] = ground.bounds;
  const [x0, y0] = project([west, north]);
  const [x1] = project([east, south]);
  const scale = ((x1 - x0) / ground.width / FRAME_BOX.width) * UNITS;
  const dx = ((x0 - FRAME_BOX.x) / FRAME_BOX.width) * UNITS;
  const dy = ((y0 - FRAME_BOX.y) / FRAME_BOX.width) * UNITS;
  const path = (name: string, d: string) => (d ? `<path class="g-${name}" d="${d}"/>` : '');
  const recipients = Object.entries(ground.recipients)
    .map(([adcode, d]) => `<path class="g-recipient" data-adcode="${adcode}" d="${d}"/>`)
    .join('');
  const islands = ground.islands.map(([x, y]) => `M${x} ${y}h0`).join('');
  return (
    `<g transform="translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(5)})">` +
    path('china', ground.china) +
    path('land', ground.land) +
    path('river', ground.rivers) +
    path('lake', ground.lakes) +
    path('province', ground.provinces) +
    recipients +
    path('coast', ground.coast) +
    path('boundary', ground.boundary) +
    path('island', islands) +
    path('dash', ground.dashes) +
    '</g>'
  );
}

/** The South China Sea inset as an SVG of its own. */
export function insetSvg({ viewBox, coast, china, dashes, islands, labels }: InsetGround, title: string): string {
  const dots = islands.map(([x, y]) => `M${x} ${y}h0`).join('');
  const names = labels.map(({ zh, x, y }) => `<text x="${x}" y="${y}">${zh}</text>`).join('');
  return (
    `<svg viewBox="${viewBox.join(' ')}" role="img" aria-label="${title}"><path class="g-china" d="${china}"/><path class="g-land" d="${coast}"/>` +
    `<path class="g-island" d="${dots}"/><path class="g-dash" d="${dashes}"/>${names}</svg>`
  );
}
