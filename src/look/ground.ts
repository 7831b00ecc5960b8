import type { Theme } from './themes.ts';

/** A field of a theme by its group and name: `variable` names its custom property. */
export type Key = `ground.${keyof Theme['ground']}` | `recipient.${keyof Theme['recipient']}` | 'shadeOpacity';

/** What the ground is made of: objects of the files in `public/geo`, and the scene's recipients. */
export type Part =
  | 'land'
  | 'china'
  | 'rivers'
  | 'lakes'
  | 'shores'
  | 'borders'
  | 'prefectures'
  | 'provinces'
  | 'recipients'
  | 'counties'
  | 'coast'
  | 'boundary'
  | 'islands'
  | 'dashes';

/** Widths in px at zooms 3, 6 and 9. */
export type Widths = readonly [number, number, number];

interface Painted {
  /** Id of its layer on the live map. */
  id: string;
  part: Part;
  colour: Key;
  /** 0 to 1; whole where left out. */
  opacity?: number | Key;
  /** A boundary of some kind, which `ground=plain` leaves out. */
  boundary?: true;
  /** Left out of the still: the first paint has no bytes for its shapes, or draws them once only. */
  still?: false;
  /** Which recipients it paints: regions with a dossier, all that have a shade, or counties that are chosen. */
  whom?: 'region' | 'shaded' | 'county';
}
export interface GroundFill extends Painted {
  kind: 'fill';
  /** How it lies to the relief. Where there is none, what lies under it is left out and what lies over it is whole. */
  relief?: 'under' | 'over';
  /** How many times as strong it is for the recipient that is chosen. */
  chosen?: number;
  /** How much of its strength is left in a near view, where it fills the screen. */
  near?: number;
}
export interface GroundLine extends Painted {
  kind: 'line';
  widthPx: Widths;
  /** The same for the recipient that is chosen. */
  chosenPx?: Widths;
  /** Px over which its edges fade. */
  blurPx?: Widths;
  /** Dash and gap in widths of the line. */
  dash?: readonly [number, number];
  /** Zoom from which it is drawn; from the start where left out. */
  from?: number;
}
/** Dots; their widths are diameters. */
export interface GroundDots extends Painted {
  kind: 'dots';
  widthPx: Widths;
}
export type GroundLook = GroundFill | GroundLine | GroundDots;

const SHELF = { kind: 'line', colour: 'ground.shelf', widthPx: [9, 16, 26], blurPx: [8, 14, 22], opacity: 0.8 } as const;

/**
 * How the ground is drawn over the colour of the sea, from bottom to top, as a painter works. The one place where this is
 * decided: the live map, the still and the sheet all draw from this list. Recipients lie below coast and boundary, so that
 * no tint lies on a line of China's.
 */
export const GROUND: readonly GroundLook[] = [
  { ...SHELF, id: 'shelf-china', part: 'china' },
  { ...SHELF, id: 'shelf', part: 'land', still: false },
  { id: 'land', part: 'land', kind: 'fill', colour: 'ground.land', relief: 'under' },
  { id: 'china', part: 'china', kind: 'fill', colour: 'ground.china' },
  { id: 'veil', part: 'land', kind: 'fill', colour: 'ground.veil', opacity: 'ground.veilOpacity', relief: 'over' },
  { id: 'rivers', part: 'rivers', kind: 'line', colour: 'ground.river', widthPx: [0.7, 1.3, 2.2] },
  { id: 'lakes', part: 'lakes', kind: 'fill', colour: 'ground.lake' },
  { id: 'shores', part: 'shores', kind: 'line', colour: 'ground.coast', widthPx: [0.5, 0.8, 1.2], opacity: 0.7, still: false },
  {
    id: 'borders',
    part: 'borders',
    kind: 'line',
    colour: 'ground.border',
    widthPx: [0.6, 0.9, 1.2],
    dash: [3, 2],
    boundary: true,
    still: false,
  },
  {
    id: 'prefectures',
    part: 'prefectures',
    kind: 'line',
    colour: 'ground.prefecture',
    widthPx: [0.4, 0.8, 1.2],
    from: 4.6,
    boundary: true,
    still: false,
  },
  { id: 'provinces', part: 'provinces', kind: 'line', colour: 'ground.province', widthPx: [0.8, 1.2, 1.8], opacity: 0.75, boundary: true },
  {
    id: 'recipients',
    part: 'recipients',
    whom: 'region',
    kind: 'fill',
    colour: 'recipient.fill',
    opacity: 'recipient.fillOpacity',
    chosen: 1.8,
    near: 0.35,
  },
  // Shaded in the colours that the scene gives; the still is the view without.
  {
    id: 'recipients-shade',
    part: 'recipients',
    whom: 'shaded',
    kind: 'fill',
    colour: 'recipient.fill',
    opacity: 'shadeOpacity',
    still: false,
  },
  {
    id: 'recipients-counties',
    part: 'recipients',
    whom: 'county',
    kind: 'fill',
    colour: 'recipient.fill',
    opacity: 'recipient.fillOpacity',
    near: 0.6,
    still: false,
  },
  {
    id: 'recipients-glow',
    part: 'recipients',
    whom: 'region',
    kind: 'line',
    colour: 'recipient.line',
    widthPx: [6, 10, 14],
    blurPx: [5, 9, 12],
    opacity: 0.3,
    still: false,
  },
  {
    id: 'counties',
    part: 'counties',
    kind: 'line',
    colour: 'recipient.county',
    widthPx: [0.5, 0.9, 1.4],
    dash: [4, 2],
    from: 4.8,
    still: false,
  },
  {
    id: 'recipients-outline',
    part: 'recipients',
    whom: 'region',
    kind: 'line',
    colour: 'recipient.line',
    widthPx: [0.9, 1.6, 2.4],
    chosenPx: [1.6, 2.6, 3.4],
  },
  { id: 'coast', part: 'coast', kind: 'line', colour: 'ground.coast', widthPx: [0.7, 1, 1.4] },
  {
    id: 'boundary-halo',
    part: 'boundary',
    kind: 'line',
    colour: 'ground.boundaryHalo',
    widthPx: [2.6, 3.6, 5],
    opacity: 0.6,
    boundary: true,
    still: false,
  },
  { id: 'boundary', part: 'boundary', kind: 'line', colour: 'ground.boundary', widthPx: [0.9, 1.5, 2.2], boundary: true },
  { id: 'islands', part: 'islands', kind: 'dots', colour: 'ground.coast', widthPx: [1.8, 3.6, 3.6], boundary: true },
  { id: 'dashes', part: 'dashes', kind: 'line', colour: 'ground.boundary', widthPx: [1.1, 1.6, 2.2], boundary: true },
];

/** Parts that come in files of their own, fetched when a view comes near. */
export const FINE_PARTS: readonly Part[] = ['prefectures', 'counties'];
/** Zoom from which they are fetched, and recipients drawn from them: a little before the first of their lines shows. */
export const FINE_ZOOM = Math.min(...GROUND.flatMap((look) => ('from' in look ? (look.from ?? []) : []))) - 0.3;

/** The South China Sea inset, from bottom to top: what is filled and edged with which colours, in px whatever its size. */
export const INSET: readonly { part: 'land' | 'china' | 'islands' | 'dashes'; fill?: Key; stroke: Key; widthPx: number }[] = [
  { part: 'land', fill: 'ground.veil', stroke: 'ground.coast', widthPx: 0.8 },
  { part: 'china', fill: 'ground.china', stroke: 'ground.coast', widthPx: 0.8 },
  { part: 'islands', stroke: 'ground.coast', widthPx: 1.6 },
  { part: 'dashes', stroke: 'ground.boundary', widthPx: 1.1 },
];

/** How names of the ground are set, by kind; `spacing` is between letters, in parts of their size. */
export const GROUND_NAMES: readonly {
  id: string;
  kinds: readonly string[];
  colour: keyof Theme['text'];
  sizePx: number;
  spacing: number;
}[] = [
  { id: 'sea', kinds: ['sea'], colour: 'sea', sizePx: 11, spacing: 0.35 },
  { id: 'physical', kinds: ['physical', 'lake'], colour: 'physical', sizePx: 10.5, spacing: 0.2 },
  { id: 'country', kinds: ['country'], colour: 'country', sizePx: 10.5, spacing: 0.12 },
  { id: 'province', kinds: ['province'], colour: 'province', sizePx: 11, spacing: 0.14 },
];
/** Zooms between which such names grow evenly, and how many times as large they then are. */
export const NAME_GROWTH = { from: 3, to: 6, times: 1.35 } as const;
/** Size of a name's second line, in the other language, as a part of its first; where no name may be smaller than so many px, as large. */
export const secondTimes = (leastPx: number): number => (leastPx ? 1 : 0.78);
/** How many times as large they are at a zoom. */
export function nameGrowth(zoom: number): number {
  const { from, to, times } = NAME_GROWTH;
  return 1 + (times - 1) * Math.min(1, Math.max(0, (zoom - from) / (to - from)));
}
/** Width in px of the halo around them. */
export const NAME_HALO_PX = 1.2;
/** Zooms from which names of the ground show. Each has the first of these that is not below its own. */
export const NAME_ZOOMS = [0, 3, 3.5, 4, 4.5, 5, 6, 7, 8] as const;
/** Null: for a name that never has room. */
export const nameZoom = (minzoom: number): number | null => NAME_ZOOMS.find((zoom) => zoom >= minzoom - 0.05) ?? null;

/** What a key stands for in a theme. */
export const valueOf = (theme: Theme, key: Key): string | number =>
  key.split('.').reduce((found: unknown, name) => (found as Record<string, unknown>)[name], theme) as string | number;
export const groundOpacity = (theme: Theme, { opacity = 1 }: Painted): number =>
  typeof opacity === 'number' ? opacity : Number(valueOf(theme, opacity));

/** Zooms between which a view becomes a near one. */
export const NEARING = [5, 7.2] as const;

/** Zooms from which the atlas's places that the scene leaves out show as small dots: cities, then counties and ports, then all others. */
export const SEAT_ZOOMS = [5.4, 6.2, 6.8, 8, 9.5] as const;
export const seatZoom = (kind: string): number =>
  SEAT_ZOOMS[kind === 'prefecture' || kind === 'province' ? 0 : kind === 'county' || kind === 'port' ? 1 : 2];

/** By what widths grow from one zoom to the next. */
export const GROWTH = 1.4;
/** Zooms of the three widths. */
export const WIDTH_ZOOMS = [3, 6, 9] as const;
/** A width at a zoom, as MapLibre works it out from the same three. */
export function widthAt([a, b, c]: Widths, zoom: number): number {
  const [low, mid, high] = WIDTH_ZOOMS;
  const part = (from: number, to: number) => Math.min(1, Math.max(0, (GROWTH ** (zoom - from) - 1) / (GROWTH ** (to - from) - 1)));
  return zoom < mid ? a + (b - a) * part(low, mid) : b + (c - b) * part(mid, high);
}
