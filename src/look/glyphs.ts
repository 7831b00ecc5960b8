import type { Mode } from '../../data/schema.ts';

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
} as const;
