import { GROUND, INSET, valueOf, widthAt, type Key, type Part } from '../look/ground.ts';
import { variable, type Theme } from '../look/themes.ts';
import { FRAME_BOX, FRAME_ZOOM, type SquareBox } from '../scene/frame.ts';
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

/**
 * The ground as an SVG that fills the frame. Its looks are attributes in the colours of a theme, so that it shows by itself;
 * where `groundCss` holds, the colours are those of the root it stands in, and a change of theme costs nothing.
 */
export function groundSvg(ground: StillGround, theme: Theme): string {
  const { x, y, width } = boxOf(ground);
  const scale = ((width / ground.width) * UNITS) / FRAME_BOX.width;
  const dx = ((x - FRAME_BOX.x) / FRAME_BOX.width) * UNITS;
  const dy = ((y - FRAME_BOX.y) / FRAME_BOX.width) * UNITS;
  return `<svg class="ground" width="100%" height="100%" overflow="visible" viewBox="0 0 ${UNITS} ${UNITS_HIGH.toFixed(1)}" fill="none" stroke-linejoin="round" aria-hidden="true"><g transform="translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(5)})">${groundPaths(ground, theme)}</g></svg>`;
}

/** The whole ground as a picture of its own, in the colours of one theme: for pages that have a file of it in common. It fills `boxOf` it. */
export const groundFile = (ground: StillGround, theme: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ground.width} ${ground.height}" preserveAspectRatio="none" fill="none" stroke-linejoin="round">${groundPaths(ground, theme)}</svg>`;

/** The part of the Mercator square that a still's ground has. */
export function boxOf({ bounds: [west, south, east, north], width, height }: Pick<StillGround, 'bounds' | 'width' | 'height'>): SquareBox {
  const [x, y] = project([west, north]);
  const [right] = project([east, south]);
  return { x, y, width: right - x, height: ((right - x) * height) / width };
}

function groundPaths(ground: StillGround, theme: Theme): string {
  const paths = PARTS.flatMap((part) => {
    const look = attributes(lookOf(part), theme);
    if (part === 'recipients')
      return [
        `<g${look}>${Object.entries(ground.recipients)
          .map(([adcode, d]) => `<path${STILL} class="g-recipients" data-adcode="${adcode}" d="${d}"/>`)
          .join('')}</g>`,
      ];
    const d = part === 'islands' ? dots(ground.islands) : ground[part as Exclude<keyof StillGround & Part, 'recipients' | 'islands'>];
    return d ? [`<path${STILL} class="g-${part}"${look} d="${d}"/>`] : [];
  });
  return paths.join('');
}

/** Points as dots of no length, which round ends make visible. */
export const dots = (points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `M${x} ${y}h0`).join('');

/** The inset's parts with their paths, from bottom to top. */
export const insetPaths = ({ coast, china, dashes, islands }: InsetGround) => {
  const d = { land: coast, china, islands: dots(islands), dashes };
  return INSET.map((look) => ({ ...look, d: d[look.part] }));
};

/** The South China Sea inset as an SVG of its own. */
export function insetSvg(inset: InsetGround, title: string, theme: Theme): string {
  const paths = insetPaths(inset).map(
    (look) => `<path${STILL} class="g-${look.part}"${attributes(insetLook(look), theme)} d="${look.d}"/>`,
  );
  const names = inset.labels.map(({ zh, x, y }) => `<text x="${x}" y="${y}">${zh}</text>`);
  return `<svg viewBox="${inset.viewBox.join(' ')}" fill="none" stroke-linejoin="round" role="img" aria-label="${title}">${[...paths, ...names].join('')}</svg>`;
}

/** The same as a picture of its own, in the colours of one theme and without its names. */
export const insetFile = (inset: InsetGround, theme: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${inset.viewBox.join(' ')}" fill="none" stroke-linejoin="round">${insetPaths(inset)
    .map((look) => `<path${STILL}${attributes(insetLook(look), theme)} d="${look.d}"/>`)
    .join('')}</svg>`;

/** Strokes in px whatever the size of the drawing. */
const STILL = ' vector-effect="non-scaling-stroke"';
/** One property of a look: a value, or the key of one in the theme. */
type Declared = [property: string, value: string | number | { key: Key }];
const short = (n: number): number => Math.round(n * 100) / 100;

/** How a part of the ground looks at the first view's zoom. */
function lookOf(part: Part): Declared[] {
  return DRAWN.filter((look) => look.part === part).flatMap((look): Declared[] => {
    if (look.kind === 'fill') {
      const { opacity } = look;
      return [
        ['fill', { key: look.colour }],
        ['fill-rule', 'evenodd'],
        ...(look.relief === undefined && opacity !== undefined
          ? [['fill-opacity', typeof opacity === 'number' ? opacity : { key: opacity }] satisfies Declared]
          : []),
      ];
    }
    const width = widthAt(look.widthPx, FRAME_ZOOM);
    const stroke: Declared = ['stroke', { key: look.colour }];
    if (look.kind === 'dots') return [stroke, ['stroke-width', short(width)], ['stroke-linecap', 'round']];
    const opacity = Number(look.opacity ?? 1);
    if (!look.blurPx)
      return [stroke, ['stroke-width', short(width)], ...(opacity < 1 ? [['stroke-opacity', opacity] satisfies Declared] : [])];
    // One soft edge, under the fill of the same path.
    const [soft] = softened(width, widthAt(look.blurPx, FRAME_ZOOM), opacity, 1);
    return [stroke, ['stroke-width', short(soft!.widthPx)], ['stroke-opacity', short(soft!.opacity)], ['paint-order', 'stroke']];
  });
}
const insetLook = ({ part, fill, stroke, widthPx }: (typeof INSET)[number]): Declared[] => [
  ...(fill
    ? ([
        ['fill', { key: fill }],
        ['fill-rule', 'evenodd'],
      ] satisfies Declared[])
    : []),
  ['stroke', { key: stroke }],
  ['stroke-width', widthPx],
  ...(part === 'islands' ? [['stroke-linecap', 'round'] satisfies Declared] : []),
];

const attributes = (declared: readonly Declared[], theme: Theme): string =>
  declared.map(([property, value]) => ` ${property}="${typeof value === 'object' ? valueOf(theme, value.key) : value}"`).join('');

/** What of these looks hangs on the theme, as style rules in the custom properties of the root in which the still stands. */
export function groundCss(): string {
  const rule = (selector: string, declared: readonly Declared[]) =>
    `${selector}{${declared.flatMap(([property, value]) => (typeof value === 'object' ? [`${property}:var(${variable(value.key)})`] : [])).join(';')}}`;
  return [
    ...PARTS.map((part) => rule(`.ground .g-${part}`, lookOf(part))),
    ...INSET.map((look) => rule(`.inset .g-${look.part}`, insetLook(look))),
  ].join('');
}
