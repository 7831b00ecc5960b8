import type { LngLat, Mode, Words } from '../../data/schema.ts';
import type { Way } from '../look/strokes.ts';
import type { Standing } from '../state/known.ts';
import type { Branch } from '../state/unfold.ts';
import type { Measure, ViewFields } from '../state/url.ts';
import type { Bow } from './bow.ts';

/** One arc, fully decided. Map, still and print draw these fields and choose nothing themselves. */
export interface ArcMark extends Bow {
  /** Id of its pairing, or of the branch it is. */
  id: string;
  /** Whether it is a branch of an unfolded arc, and so has a target of its own. */
  branch: boolean;
  /** Width at the head, in CSS px; the tail of a whole line has `TAIL` of it. */
  widthPx: number;
  /** Six-digit hex at donor, half way and recipient. Blue to orange straight would pass through mud. */
  from: string;
  mid: string;
  to: string;
  /** 0 to 1. */
  opacity: number;
  /** Length of a dash and of a gap in CSS px; 0 for a whole line. */
  dashPx: number;
  /** A pale band with a line in its middle: an amount that several recipients share. */
  hollow: boolean;
  /** Whether it ends in a head: hairlines at rest do without, so that they recede. */
  head: boolean;
  /** 0 to 1: where on its way a pulse is at time 0. Null: no pulse. */
  pulse: number | null;
}

/** Width of an arc's tail as a part of that of its head. */
export const TAIL = 0.4;

/** Length and full width of an arc's head in CSS px: a part for itself and one by the arc's width. Shader and still both draw by these. */
export const HEAD = { length: [7, 1.5], width: [5.5, 1.7] } as const;
export const headPx = (widthPx: number): { length: number; width: number } => ({
  length: HEAD.length[0] + HEAD.length[1] * widthPx,
  width: HEAD.width[0] + HEAD.width[1] * widthPx,
});

/** A flight or a train corridor. */
export interface RouteMark {
  id: string;
  pairing: string;
  mode: Mode;
  /** The whole way: a pointer is tested against it, and glyphs stand on it. */
  path: LngLat[];
  /** The parts that it is drawn in, in order: most have one, a train from which goods go on by road has two. */
  legs: { way: Way; path: LngLat[] }[];
  opacity: number;
  /** Whether its own card is open. */
  chosen: boolean;
  /** Where the glyph stands, and for a plane the heading it flies, in degrees clockwise from north on the map. */
  glyph: { at: LngLat; heading: number };
  label: Words;
}

/** One branch of an unfolded arc: a channel of the open pairing, or a record of one. */
export type BranchMark = Branch & {
  colour: string;
  /** The line it is drawn as, on which its target stands. */
  path: LngLat[];
};

/** A recipient: a region or county of a dossier, or one of the network that is there for its shade alone. */
export interface RegionMark {
  /** Six-digit code of its shape. */
  adcode: string;
  place: string;
  level: 'region' | 'county' | 'shade';
  /** Which of the theme's two strengths of fill it has. */
  chosen: boolean;
  /** Colour by the measure; null where it is not shaded. */
  shade: string | null;
}

/** What a place is in the picture; `far` ends a hairline of the network. */
export type Role = 'donor' | 'recipient' | 'project' | 'stop' | 'far';
/** Side of its point on which a label stands. */
export type Side = 'right' | 'left' | 'below' | 'above';

/** A dot with its name. */
export interface PlaceMark {
  id: string;
  role: Role;
  point: LngLat;
  colour: string;
  radiusPx: number;
  opacity: number;
  /** Zooms from which the dot and its name show. */
  minzoom: number;
  label: { words: Words; colour: string; sizePx: number; side: Side; minzoom: number; rank: number };
}

export interface Legend {
  measure: Measure;
  /** Widths of round amounts under the measure, largest first. */
  widths: { amount: number; widthPx: number }[];
  /** Pairings drawn by how far the measure is known of them; those of which only a plan is known are not among them. */
  standings: Record<Standing, number>;
  /** Ids of the pairings drawn to scale, the widest first. */
  scaled: string[];
  /** What of these is reported, the largest first: ids of pairings and of the figures that decide their widths. */
  figures: { pairing: string; figure: string }[];
  /** Arcs of pairings of which only a plan is known for the years chosen. */
  planned: number;
  /** Arcs that stand for many pairings: their widths by how many, how many such arcs there are, and how many pairings have no arc at all; null where each has its own. */
  bundles: { widths: { count: number; widthPx: number }[]; bundles: number; left: number } | null;
  /** Shades of recipients with the amounts they begin and end at; empty where they are not shaded. */
  shades: { from: number; to: number; colour: string }[];
  /** Programmes of what is drawn as hairlines, with their colour. */
  network: { programme: string; colour: string }[];
  /** Kinds of line among the routes. */
  ways: Way[];
}

/** All there is to draw above the ground. */
export interface Scene {
  arcs: ArcMark[];
  routes: RouteMark[];
  regions: RegionMark[];
  places: PlaceMark[];
  branches: BranchMark[];
  /** How many pairings an arc stands for, by the ids of those that stand for many. */
  bundles: ReadonlyMap<string, number>;
  /** Whether names stand in the reader's language alone, or with the other under it. */
  labels: ViewFields['labels'];
  /** No name is set smaller, in px; 0: each in its own size. */
  leastPx: number;
  legend: Legend;
}
