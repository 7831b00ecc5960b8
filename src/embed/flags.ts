import type { Camera } from '../state/url.ts';

/** How an embed is to look and act, as its address says. */
export interface Flags {
  /** Null: as the page is. */
  lang: 'zh' | 'en' | null;
  theme: 'auto' | 'light' | 'dark';
  /** The map alone, without title, figures and sources. */
  plain: boolean;
  /** A picture that answers nothing. */
  fixed: boolean;
  /** No ground of its own behind title and figures. */
  transparent: boolean;
  /** As high as its frame, and no height is announced. */
  fit: boolean;
  /** Whether the atlas is named under it. */
  brand: boolean;
  /** When the live map comes: when it is asked for, or when the embed comes into view. */
  autoload: 'tap' | 'visible';
  /** Whether the page around it is told what the reader opens. */
  events: boolean;
  /** Parts of the page that are left out. */
  hide: readonly Part[];
  /** Day of the edition of the data that it is bound to, `2026-11-25`; null: it follows the data. Cut where it is longer than a day. */
  data: string | null;
  /** Where the map starts; null: at what it shows. */
  at: Camera | null;
}

/** What an editor may leave out. The notice on the map is none of it. */
export const PARTS = ['title', 'figures', 'sources'] as const;
export type Part = (typeof PARTS)[number];

/** Reads the flags of an address: ours, and those that Datawrapper's embeds have. Unknown ones are ignored, bad values take the default. */
export function readFlags(query: string): Flags {
  const q = new URLSearchParams(query);
  const on = (...names: string[]): boolean => names.some((name) => /^(true|1|on)$/.test(q.get(name) ?? ''));
  const off = (name: string): boolean => /^(false|0|off)$/.test(q.get(name) ?? '');
  const one = <T extends string>(name: string, ...options: T[]): T | undefined => options.find((option) => option === q.get(name));
  const dark = on('dark') ? 'dark' : off('dark') ? 'light' : 'auto';
  const at = (q.get('at') ?? '').split(',').map(Number);
  const [lng = 0, lat = 0, zoom = 0] = at;
  const placed = at.length >= 3 && at.every(Number.isFinite) && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return {
    lang: one('lang', 'zh', 'en') ?? null,
    theme: one('theme', 'auto', 'light', 'dark') ?? dark,
    plain: on('plain'),
    fixed: on('static'),
    transparent: on('transparent'),
    fit: on('fitchart', 'fit'),
    brand: !off('logo'),
    autoload: one('autoload', 'tap', 'visible') ?? 'tap',
    events: on('events'),
    hide: PARTS.filter((part) => (q.get('hide') ?? '').split(',').includes(part)),
    data: q.get('data')?.slice(0, 10) || null,
    at: placed ? { lng, lat, zoom, bearing: 0, pitch: 0 } : null,
  };
}
