import type { Lang } from '../text/lang.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';

export interface Camera {
  lng: number;
  lat: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** What the reader is looking at: all that a link carries. Null fields take their default from the browser or the data. */
export interface ViewFields {
  /** Id of the pairing that is open. */
  pairing: string | null;
  /** Id of the route, place or figure whose card is open; all but a place stand inside their pairing. */
  record: string | null;
  /** What stands before the reader: the map with its popups, or the dossier of the open pairing. */
  tab: 'map' | 'dossier';
  /** Null: the browser's language. */
  lang: Lang | null;
  theme: ThemeChoice;
  /** Null: all of China, as the frame of the still shows it. */
  at: Camera | null;
  projection: 'mercator' | 'globe';
  ground: 'outline' | 'plain';
  /** Whether the pairings without a dossier are drawn behind the dossiers. */
  network: 'on' | 'off';
}

export const DEFAULTS: Readonly<ViewFields> = {
  pairing: null,
  record: null,
  tab: 'map',
  lang: null,
  theme: 'auto',
  at: null,
  projection: 'mercator',
  ground: 'outline',
  network: 'on',
};

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a query string. Unknown keys are ignored; anything missing or malformed takes its default, so that an old link still opens. */
export function parse(query: string): ViewFields {
  const q = new URLSearchParams(query);
  const id = (key: string) => {
    const value = q.get(key);
    return value !== null && value.length <= 80 && ID.test(value) ? value : null;
  };
  const one = <T extends string>(key: string, options: readonly T[], otherwise: T): T =>
    options.find((option) => option === q.get(key)) ?? otherwise;
  const lang = q.get('lang');
  return {
    pairing: id('pairing'),
    record: id('record'),
    tab: one('tab', ['map', 'dossier'], DEFAULTS.tab),
    lang: lang === 'zh' || lang === 'en' ? lang : null,
    theme: one('theme', ['auto', 'light', 'dark'], DEFAULTS.theme),
    at: parseCamera(q.get('at')),
    projection: one('projection', ['mercator', 'globe'], DEFAULTS.projection),
    ground: one('ground', ['outline', 'plain'], DEFAULTS.ground),
    network: one('network', ['on', 'off'], DEFAULTS.network),
  };
}

/** `lng,lat,zoom[,bearing[,pitch]]`, in degrees and MapLibre zooms; null if any part is missing or out of range. */
function parseCamera(text: string | null): Camera | null {
  const parts = text?.split(',') ?? [];
  if (parts.length < 3 || parts.length > 5 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return null;
  const [lng = 0, lat = 0, zoom = 0, bearing = 0, pitch = 0] = parts.map(Number);
  const within =
    Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22 && Math.abs(bearing) <= 360 && pitch >= 0 && pitch <= 60;
  return within ? { lng, lat, zoom, bearing, pitch } : null;
}

/** The shortest query string that `parse` reads back as the same view: defaults are left out, the camera is rounded to about a pixel. */
export function format(view: ViewFields): string {
  const q = new URLSearchParams();
  for (const key of ['pairing', 'record', 'tab', 'lang', 'theme', 'projection', 'ground', 'network'] as const) {
    const value = view[key];
    if (value !== null && value !== DEFAULTS[key]) q.set(key, value);
  }
  if (view.at) {
    const { lng, lat, zoom, bearing, pitch } = view.at;
    const turned = Math.round(bearing) !== 0 || Math.round(pitch) !== 0;
    const parts = [lng.toFixed(3), lat.toFixed(3), zoom.toFixed(2), ...(turned ? [bearing.toFixed(0), pitch.toFixed(0)] : [])];
    q.set('at', parts.map((part) => String(Number(part))).join(','));
  }
  // A comma is allowed in a query as it is, and is far easier to read than %2C.
  return q.toString().replaceAll('%2C', ',');
}
