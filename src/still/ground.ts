import { GROUND, INSET, widthAt, type Key, type Part } from '../look/ground.ts';
import { variable } from '../look/themes.ts';
import { FRAME_BOX, FRAME_ZOOM } from '../scene/frame.ts';
import { project } from '../scene/mercator.ts';
import { softened } from './lines.ts';

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

/** Looks that the still draws: its land has no relief. */
const DRAWN = GROUND.filter((look) => look.still !== false && !(look.kind === 'fill' && look.relief === 'under'));
/** Parts in the order of the list, each one path whatever is drawn of it. */
const PARTS = [...new Set(DRAWN.map(({ part }) => part))];

/** The ground as the content of an SVG whose box is the frame. Its looks are those of `groundCss`, so a change of theme costs nothing. */
export function groundSvg(ground: StillGround): string {
  const [west, south, east, north] = ground.bounds;
  const [x0, y0] = project([west, north]);
  const [x1] = project([east, south]);
  const scale = ((x1 - x0) / ground.width / FRAME_BOX.width) * UNITS;
  const dx = ((x0 - FRAME_BOX.x) / FRAME_BOX.width) * UNITS;
  const dy = ((y0 - FRAME_BOX.y) / FRAME_BOX.width) * UNITS;
  const paths = PARTS.flatMap((part) => {
    if (part === 'recipients')
      return Object.entries(ground.recipients).map(([adcode, d]) => `<path class="g-recipients" data-adcode="${adcode}" d="${d}"/>`);
    const d = part === 'islands' ? dots(ground.islands) : ground[part as Exclude<keyof StillGround & Part, 'recipients' | 'islands'>];
    return d ? [`<path class="g-${part}" d="${d}"/>`] : [];
  });
  return `<g transform="translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(5)})">${paths.join('')}</g>`;
}

/** Points as dots of no length, which round ends make visible. */
export const dots = (points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `M${x} ${y}h0`).join('');

/** The inset's parts with their paths, from bottom to top. */
export const insetPaths = ({ coast, china, dashes, islands }: InsetGround) => {
  const d = { land: coast, china, islands: dots(islands), dashes };
  return INSET.map((look) => ({ ...look, d: d[look.part] }));
};

/** The South China Sea inset as an SVG of its own. */
export function insetSvg(inset: InsetGround, title: string): string {
  const paths = insetPaths(inset).map(({ part, d }) => `<path class="g-${part}" d="${d}"/>`);
  const names = inset.labels.map(({ zh, x, y }) => `<text x="${x}" y="${y}">${zh}</text>`);
  return `<svg viewBox="${inset.viewBox.join(' ')}" role="img" aria-label="${title}">${[...paths, ...names].join('')}</svg>`;
}

const paint = (key: Key): string => `var(${variable(key)})`;
const short = (n: number): string => String(Math.round(n * 100) / 100);
const rule = (selector: string, declarations: readonly string[]): string => `${selector}{${declarations.join(';')}}`;

/** The looks of the still's ground and of the inset as style rules: widths at the first view's zoom, colours as the page's custom properties. */
export function groundCss(): string {
  const ground = PARTS.map((part) =>
    rule(
      `.ground .g-${part}`,
      DRAWN.filter((look) => look.part === part).flatMap((look) => {
        if (look.kind === 'fill') {
          const opacity = look.relief === undefined && look.opacity !== undefined;
          return [
            `fill:${paint(look.colour)}`,
            'fill-rule:evenodd',
            ...(opacity ? [`fill-opacity:${typeof look.opacity === 'number' ? look.opacity : paint(look.opacity!)}`] : []),
          ];
        }
        const width = widthAt(look.widthPx, FRAME_ZOOM);
        const stroke = `stroke:${paint(look.colour)}`;
        if (look.kind === 'dots') return [stroke, `stroke-width:${short(width)}`, 'stroke-linecap:round'];
        const opacity = Number(look.opacity ?? 1);
        if (!look.blurPx) return [stroke, `stroke-width:${short(width)}`, ...(opacity < 1 ? [`stroke-opacity:${opacity}`] : [])];
        // One soft edge, under the fill of the same path.
        const [soft] = softened(width, widthAt(look.blurPx, FRAME_ZOOM), opacity, 1);
        return [stroke, `stroke-width:${short(soft!.widthPx)}`, `stroke-opacity:${short(soft!.opacity)}`, 'paint-order:stroke'];
      }),
    ),
  );
  const inset = INSET.map(({ part, fill, stroke, widthPx }) =>
    rule(`.inset .g-${part}`, [
      ...(fill ? [`fill:${paint(fill)}`, 'fill-rule:evenodd'] : []),
      `stroke:${paint(stroke)}`,
      `stroke-width:${widthPx}`,
      ...(part === 'islands' ? ['stroke-linecap:round'] : []),
    ]),
  );
  return [...ground, ...inset].join('');
}
