import type { Mode } from '../../data/schema.ts';
import type { Theme } from './themes.ts';

/** A sign in a 24 × 24 box, one path, drawn for this atlas. `turns` with the line's heading: drawn pointing north. */
export interface Glyph {
  path: string;
  turns: boolean;
}

const train =
  'M8 4h8a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2l1.6 2.4h-2L14 17h-4l-1.6 2.4h-2L8 17a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zm.2 2.2v4h7.6v-4zm1 6.3a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4zm5.6 0a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z';

export const GLYPHS: Record<Mode, Glyph> = {
  flight: {
    path: 'M12 2.5c.9 0 1.4 1.2 1.4 2.6v4l7.1 4.4v2l-7.1-2.2v4.1l2 1.6v1.6L12 19.6l-3.4 1v-1.6l2-1.6v-4.1l-7.1 2.2v-2l7.1-4.4v-4c0-1.4.5-2.6 1.4-2.6z',
    turns: true,
  },
  freight: { path: train, turns: false },
  'rail-tour': { path: train, turns: false },
};

/** Signs of the four sections, filled: a coin, a crane's house, a plane and a train. */
export const SECTION_GLYPHS: Record<keyof Theme['channel'], string> = {
  funding:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.2 7h1.900L12 10.2 13.9 7h1.900l-2.5 4.100h1.900v1.400h-2.400v1.200h2.400v1.400h-2.400V17.500h-1.700v-2.400H8.800v-1.400h2.300v-1.200H8.800v-1.400h1.900z',
  projects: 'M4 20V10l6-3.500V10l6-3.500V20zM18 20V4h2v16zM6.5 13v2h2v-2zM11.5 13v2h2v-2z',
  flights: GLYPHS.flight.path,
  freight: train,
};

/** Signs of the page's own controls, in the same box, drawn as strokes. */
export const ICONS = {
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  home: 'M5 5h4M5 5v4M19 5h-4M19 5v4M5 19h4M5 19v-4M19 19h-4M19 19v-4',
  close: 'M7 7l10 10M17 7L7 17',
  pause: 'M9 7v10M15 7v10',
  play: 'M9 6.5l8 5.5-8 5.5z',
  auto: 'M12 5a7 7 0 1 0 0 14zM12 5v14',
  light:
    'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6L18 18M18 6l-1.4 1.4M7.4 16.6L6 18',
  dark: 'M18.5 14.5A7.5 7.5 0 0 1 9.5 5.5a7.5 7.5 0 1 0 9 9z',
  info: 'M12 11v6M12 7.5v.1M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4z',
  back: 'M14 6l-6 6 6 6',
  list: 'M5 7h14M5 12h14M5 17h9',
  unfold: 'M4 12h5M9 12c4 0 4-6 10-6M9 12h10M9 12c4 0 4 6 10 6',
  compare: 'M8 5v14M16 5v14M4 9l4-4 4 4M12 15l4 4 4-4',
  swap: 'M19 8H5M19 16H5M15 4l4 4-4 4M9 12l-4 4 4 4',
  search: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM14.5 14.5L19 19',
  time: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.300l3 2',
  table: 'M4.5 6h15v12h-15zM4.5 10h15M4.5 14h15M10 6v12',
  share: 'M12 14.500V4.500M8.5 7.500L12 4l3.5 3.500M6.5 11v8h11v-8',
  filter: 'M4.5 6h15M7.5 12h9M10.5 18h3',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  flat: 'M4 6.500l5-2 6 2 5-2v13l-5 2-6-2-5 2zM9 4.500v13M15 6.500v13',
  next: 'M10 6l6 6-6 6',
  down: 'M6 10l6 6 6-6',
  lower: 'M12 5v13M7 13l5 5 5-5',
  arrow: 'M12 19V6M7 11l5-5 5 5',
} as const;
