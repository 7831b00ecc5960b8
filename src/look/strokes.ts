import type { Mode } from '../../data/schema.ts';
import type { Theme } from './themes.ts';

/** One of the lines, laid over each other from bottom to top, that make a route's line style. */
export interface Stroke {
  colour: string;
  widthPx: number;
  /** Dash and gap in px; null for a whole line. */
  dashPx: [number, number] | null;
  cap: 'butt' | 'round';
  /** Colour of the glyph on the line. */
  glyph: string;
}

/** The kinds of line a route is made of: its mode, and the road by which goods may go on. */
export type Way = Mode | 'road';

/** Line styles by kind, told apart without colour: a flight is a row of dots, a freight train the black-and-white line of railway maps, a tourist train long dashes, a road two thin lines side by side. */
export const STROKES: Record<Way, (theme: Theme) => Stroke[]> = {
  flight: ({ route }) => [{ colour: route.flight, widthPx: 1.7, dashPx: [0.1, 4.2], cap: 'round', glyph: route.flight }],
  freight: ({ route }) => [
    { colour: route.freight, widthPx: 2.8, dashPx: null, cap: 'round', glyph: route.freight },
    { colour: route.casing, widthPx: 1.4, dashPx: [6, 6], cap: 'butt', glyph: route.freight },
  ],
  'rail-tour': ({ route }) => [{ colour: route.railTour, widthPx: 2, dashPx: [9, 4], cap: 'butt', glyph: route.railTour }],
  road: ({ route }) => [
    { colour: route.freight, widthPx: 3.4, dashPx: null, cap: 'butt', glyph: route.freight },
    { colour: route.casing, widthPx: 1.6, dashPx: null, cap: 'butt', glyph: route.freight },
  ],
};

/** How many times as wide a flight or corridor is drawn while its own card is open. */
export const CHOSEN_TIMES = 1.7;

/** Length in px of the dashes and gaps of an arc of which nothing is reported, and of one that is only planned. */
export const DASH_PX = { none: 4, planned: 2 };
/** Dashes in px of an unfolded arc's sections, told apart without colour too: whole, short dashes, dots and long dashes. */
export const BRANCH_DASH_PX: Readonly<Record<keyof Theme['channel'], number>> = { funding: 0, projects: 5, flights: 2, freight: 11 };
