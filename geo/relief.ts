/** Shaded relief as one small picture per theme, from a 2048 × 1024 elevation picture of the Earth. */
import { elevation, sharp } from './packages.ts';
import { DEGREES, latitude, mercatorY, picture, project, type Bounds, type Picture } from './mercator.ts';

export const RELIEF: Bounds = [60, 8, 150, 58];
const WIDTH = 1536;
export const FRAME: Picture = picture(RELIEF, WIDTH);

/** Corners as MapLibre's image source wants them: NW, NE, SE, SW. */
export const corners = ([w, s, e, n]: Bounds): [number, number][] => [
  [w, n],
  [e, n],
  [e, s],
  [w, s],
];

type Colour = [number, number, number];
/** Heights in km and the colour there; straight between. */
type Ramp = [km: number, colour: Colour][];

export interface Theme {
  ramp: Ramp;
  /** Colour the shade tends to, and how strongly; the same for the lit side. */
  shade: Colour;
  shadow: number;
  light: Colour;
  lit: number;
}

const hex = (text: string): Colour => [1, 3, 5].map((i) => Number.parseInt(text.slice(i, i + 2), 16)) as Colour;
const ramp = (colours: string, kms: number[]): Ramp => colours.split(' ').map((colour, i) => [kms[i]!, hex(colour)]);

export const THEMES: Record<'light' | 'dark', Theme> = {
  light: {
    ramp: ramp('#eef3e6 #f1f4e4 #f7f2dd #f5ead0 #efdfc3 #e8d3b9 #e5d3c3 #ebe0d6 #fbf8f5', [0, 0.25, 0.8, 1.5, 2.6, 3.6, 4.6, 5.4, 6.8]),
    shade: hex('#6b5445'),
    shadow: 0.62,
    light: hex('#ffffff'),
    lit: 0.5,
  },
  dark: {
    ramp: ramp('#16202d #18232f #1c2834 #222e3a #293541 #313c47 #38434e #55606b', [0, 0.3, 1, 2, 3, 4.2, 5.2, 6.8]),
    shade: hex('#04080e'),
    shadow: 0.7,
    light: hex('#9fb2c4'),
    lit: 0.3,
  },
};

/** The picture's grey → km: 19.6 m a step to 150, then compressed; calibrated on 20 known places, good to a tenth below 3 km. */
const HEIGHTS: [grey: number, km: number][] = [
  [0, 0],
  [150, 2.94],
  [200, 4.7],
  [208, 5],
  [240, 8.8],
  [255, 8.85],
];

/** The table's value at a place between two of its rows; beyond its ends, that of the end. */
function between<T>(table: [number, T][], at: number, mix: (a: T, b: T, t: number) => T): T {
  const above = table.findIndex(([x]) => x >= at);
  const i = above < 0 ? table.length - 1 : Math.max(1, above);
  const [x0, a] = table[i - 1]!;
  const [x1, b] = table[i]!;
  return mix(a, b, Math.min(1, Math.max(0, (at - x0) / (x1 - x0))));
}
const blend = (a: Colour, b: Colour, t: number): Colour => [0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * t) as Colour;

interface Grid {
  width: number;
  height: number;
  values: Float64Array;
}

/** One Gaussian pass along each axis; `sigma` in cells. */
function blur({ width, height, values }: Grid, sigma: number): Grid {
  const reach = Math.ceil(sigma * 3);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b);
  const pass = (from: Float64Array, dx: number, dy: number): Float64Array =>
    from.map((_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return kernel.reduce((total, weight, i) => {
        const px = Math.min(width - 1, Math.max(0, x + (i - reach) * dx));
        const py = Math.min(height - 1, Math.max(0, y + (i - reach) * dy));
        return total + (weight / sum) * from[py * width + px]!;
      }, 0);
    });
  return { width, height, values: pass(pass(values, 1, 0), 0, 1) };
}

/** Cubic B-spline: the smoothest of the usual filters, which hides that there are four picture cells to one of the source. */
function sample({ width, height, values }: Grid, x: number, y: number): number {
  const weights = (t: number): number[] => [
    (1 - t) ** 3 / 6,
    (3 * t ** 3 - 6 * t * t + 4) / 6,
    (-3 * t ** 3 + 3 * t * t + 3 * t + 1) / 6,
    t ** 3 / 6,
  ];
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [wx, wy] = [weights(x - x0), weights(y - y0)];
  let total = 0;
  for (let j = 0; j < 4; j++) {
    const row = Math.min(height - 1, Math.max(0, y0 - 1 + j)) * width;
    for (let i = 0; i < 4; i++) total += wx[i]! * wy[j]! * values[row + Math.min(width - 1, Math.max(0, x0 - 1 + i))]!;
  }
  return total;
}

/** Heights in km on the picture's own grid. Sampled straight into Mercator: a second resize would band. */
export async function heights(): Promise<Grid> {
  const { data, info } = await sharp(elevation).greyscale().extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const grey: Grid = { width: info.width, height: info.height, values: Float64Array.from(data) };
  const km: Grid = { ...grey, values: blur(grey, 0.45).values.map((g) => between(HEIGHTS, g, (a, b, t) => a + (b - a) * t)) };
  const [w, s, e, n] = RELIEF;
  const [top, bottom] = [mercatorY(n), mercatorY(s)];
  const values = new Float64Array(FRAME.width * FRAME.height);
  for (let j = 0; j < FRAME.height; j++) {
    const lat = latitude(top - ((j + 0.5) / FRAME.height) * (top - bottom));
    const y = ((90 - lat) / 180) * grey.height - 0.5;
    for (let i = 0; i < FRAME.width; i++) {
      const lng = w + ((i + 0.5) / FRAME.width) * (e - w);
      values[j * FRAME.width + i] = sample(km, ((lng + 180) / 360) * grey.width - 0.5, y);
    }
  }
  return { width: FRAME.width, height: FRAME.height, values };
}

/** Exaggeration of height against ground. */
const STEEP = 15;
/** Suns, by the compass, and their share: one alone leaves the ridges that run its way unseen. */
const SUNS: [azimuth: number, share: number][] = [
  [315, 0.5],
  [285, 0.25],
  [345, 0.25],
];
const ALTITUDE = 45;

/** −1 in full shade, 0 on the level, 1 in full light. */
export function hillshade({ width, height, values }: Grid): Float64Array {
  const [w, s, e, n] = RELIEF;
  const kmPerCell = ((e - w) / width) * 111.32;
  const level = Math.sin(ALTITUDE / DEGREES);
  const [top, bottom] = [mercatorY(n), mercatorY(s)];
  return values.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const v = (dx: number, dy: number): number =>
      values[Math.min(height - 1, Math.max(0, y + dy)) * width + Math.min(width - 1, Math.max(0, x + dx))]!;
    const lat = latitude(top - ((y + 0.5) / height) * (top - bottom));
    const cell = 2 * kmPerCell * Math.cos(lat / DEGREES);
    const [east, north] = [((v(1, 0) - v(-1, 0)) / cell) * STEEP, ((v(0, -1) - v(0, 1)) / cell) * STEEP];
    const length = Math.hypot(east, north, 1);
    const lightOf = (azimuth: number): number =>
      (Math.cos(ALTITUDE / DEGREES) * (-east * Math.sin(azimuth / DEGREES) - north * Math.cos(azimuth / DEGREES)) + level) / length;
    const light = SUNS.reduce((sum, [azimuth, share]) => sum + share * lightOf(azimuth), 0);
    return light < level ? Math.max(-1, light / level - 1) : (light - level) / (1 - level);
  });
}

/** What has its relief whole: China. From there it fades to nothing at the picture's edges, and before their corners, or they would show as lines across Siberia. */
const WHOLE: Bounds = [73, 17.5, 135.5, 54];

/** By how much sooner than at the picture's edge it has gone: a last trace would end in a line. */
const SOON = 1.1;

/** How far a point is on its way from what is whole to the picture's edge, 0 to 1 along one axis. */
const beyond = (at: number, low: number, high: number, size: number): number => Math.max(0, (low - at) / low, (at - high) / (size - high));

/** One theme as WebP. `land` is the path of all land on the picture's grid: the sea stays clear. */
export async function relief(theme: Theme, grid: Grid, shade: Float64Array, land: string): Promise<Uint8Array> {
  const { width, height } = grid;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${land}" fill="#fff" fill-rule="nonzero"/></svg>`;
  const mask = await sharp(new TextEncoder().encode(svg)).extractChannel(3).raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(width * height * 4);
  const [[left, top], [right, bottom]] = [project(FRAME, [WHOLE[0], WHOLE[3]]), project(FRAME, [WHOLE[2], WHOLE[1]])];
  const ease = (t: number): number => {
    const c = Math.min(1, Math.max(0, t));
    return c * c * (3 - 2 * c);
  };
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [(at % width) + 0.5, Math.floor(at / width) + 0.5];
    const base = between(theme.ramp, grid.values[at]!, blend);
    const s = shade[at]!;
    const colour = s < 0 ? blend(base, theme.shade, -s * theme.shadow) : blend(base, theme.light, s * theme.lit);
    const edge = ease(1 - SOON * Math.hypot(beyond(x, left, right, width), beyond(y, top, bottom, height)));
    pixels.set([...colour.map(Math.round), Math.round(mask.data[at]! * edge)], at * 4);
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .webp({ quality: 72, alphaQuality: 60, effort: 6, smartSubsample: false })
    .toBuffer();
}
