import type { Channel } from '../../data/schema.ts';
import type { Lang } from './lang.ts';
import { CHANNELS, SECTIONS, type SectionName } from './sections.ts';
import { FIRST_YEAR, LAST_YEAR } from './span.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';

export interface Camera {
  lng: number;
  lat: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** What a pairing may be asked to have by name: air routes, freight trains, tourist trains, projects. */
export const NAMED = ['flights', 'freight', 'tours', 'projects'] as const;
export type Named = (typeof NAMED)[number];

/** What an arc's width, and a recipient's shade, may say. */
export const MEASURES = ['rate', 'aid', 'projects', 'people', 'none'] as const;
export type Measure = (typeof MEASURES)[number];

/** Columns by which the table may be sorted. */
export const COLUMNS = [
  ...(['pairing', 'programme', 'since', 'aid', 'rate', 'projects', 'people'] as const),
  ...(['flights', 'freight', 'tours', 'begun', 'figures'] as const),
] as const;
export type Column = (typeof COLUMNS)[number];

/** What the reader is looking at: all that a link carries. Null fields take their default from the browser or the data. */
export interface ViewFields {
  /** Id of the pairing that is open. */
  pairing: string | null;
  /** Id of the route, place or figure whose card is open; all but a place stand inside their pairing. */
  record: string | null;
  /** Id of the pairing that is set beside the open one. */
  compare: string | null;
  /** What stands before the reader: the map with its popups, a dossier, the table, two pairings compared, or the sources. */
  tab: 'map' | 'dossier' | 'table' | 'compare' | 'sources';
  /** How far the open pairing's arc is unfolded: into its channels, or one of these into its records. `all` draws city and county pairs too while nothing is open. */
  unfold: 'all' | 'channels' | SectionName | null;

  // Filters, each of which narrows what the others leave. Empty lists and nulls let everything through.
  /** Id of a place that gives, or that holds those that give. */
  donor: string | null;
  recipient: string | null;
  /** Ids; any of them. */
  programme: readonly string[];
  /** All of them. */
  channel: readonly Channel[];
  has: readonly Named[];
  /** Whether pairings without a dossier are drawn behind the dossiers, left out, or drawn alone. */
  network: 'on' | 'off' | 'only';
  /** First and last year, both included; both or neither. */
  from: number | null;
  to: number | null;

  measure: Measure;
  /** Whether recipients are shaded by the measure. */
  shade: 'off' | 'on';
  /** Column of the table; with `-` the largest or last comes first. */
  sort: Column | `-${Column}`;
  /** What is typed into the search. */
  q: string;

  /** Null: the browser's language. */
  lang: Lang | null;
  theme: ThemeChoice;
  /** Null: all of China, as the frame of the still shows it. */
  at: Camera | null;
  projection: 'mercator' | 'globe';
  /** Whether names on the map stand in the page's language alone, or with the other under it. */
  labels: 'one' | 'both';
  ground: 'outline' | 'plain';
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ID_LENGTH = 80;
const LIST_LENGTH = 16;
/** What is typed into the search, at most: letters with their marks, so that none is cut in two. */
const QUERY = /^(?:\P{M}\p{M}{0,4}){0,60}/u;

/** How one field stands in an address: `read` gives undefined for what is malformed, `write` null for what is left out. */
interface Codec<T> {
  otherwise: T;
  read: (text: string) => T | undefined;
  write: (value: T) => string;
}

const isId = (text: string): boolean => text.length <= ID_LENGTH && ID.test(text);
const id: Codec<string | null> = { otherwise: null, read: (text) => (isId(text) ? text : undefined), write: (value) => value ?? '' };
const one = <T extends string>(options: readonly T[], otherwise: NoInfer<T>): Codec<T> => ({
  otherwise,
  read: (text) => options.find((option) => option === text),
  write: (value) => value,
});
const oneOrNone = <T extends string>(options: readonly T[]): Codec<T | null> => ({
  otherwise: null,
  read: (text) => options.find((option) => option === text),
  write: (value) => value ?? '',
});
/** A list with commas, each once; what is not of it is passed over. */
const list = <T extends string>(is: (text: string) => text is T): Codec<readonly T[]> => ({
  otherwise: [],
  read: (text) => [...new Set(text.split(','))].filter(is).slice(0, LIST_LENGTH),
  write: (value) => value.join(','),
});
const among =
  <T extends string>(options: readonly T[]) =>
  (text: string): text is T =>
    (options as readonly string[]).includes(text);
const year: Codec<number | null> = {
  otherwise: null,
  read: (text) => (/^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR ? Number(text) : undefined),
  write: (value) => String(value ?? ''),
};

/** Every field in the order in which addresses have them. */
const CODECS: { [K in keyof ViewFields]: Codec<ViewFields[K]> } = {
  pairing: id,
  record: id,
  compare: id,
  tab: one(['map', 'dossier', 'table', 'compare', 'sources'], 'map'),
  unfold: oneOrNone(['all', 'channels', ...SECTIONS]),
  donor: id,
  recipient: id,
  programme: list((text): text is string => isId(text)),
  channel: list(among<Channel>(CHANNELS)),
  has: list(among<Named>(NAMED)),
  network: one(['on', 'off', 'only'], 'on'),
  from: year,
  to: year,
  measure: one(MEASURES, 'rate'),
  shade: one(['off', 'on'], 'off'),
  sort: one<ViewFields['sort']>([...COLUMNS, ...COLUMNS.map((column) => `-${column}` as const)], '-rate'),
  q: { otherwise: '', read: (text) => QUERY.exec(text)![0], write: (value) => value },
  lang: oneOrNone(['zh', 'en']),
  theme: one(['auto', 'light', 'dark'], 'auto'),
  projection: one(['mercator', 'globe'], 'mercator'),
  labels: one(['one', 'both'], 'one'),
  ground: one(['outline', 'plain'], 'outline'),
  at: { otherwise: null, read: parseCamera, write: cameraText },
};
/** Keys of an address, in its order. */
export const KEYS = Object.keys(CODECS) as (keyof ViewFields)[];

export const DEFAULTS = Object.freeze(
  Object.fromEntries(KEYS.map((key) => [key, CODECS[key].otherwise])),
) as unknown as Readonly<ViewFields>;

/** A list with one more or one less: what a press on one of its options makes of it. */
export const toggled = <T>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** Some fields of a view, those it lacks as by default. Only these are read of it, so that what hangs on them does not hang on the others. */
export const fieldsOf = <K extends keyof ViewFields>(view: Partial<ViewFields>, keys: readonly K[]): Pick<ViewFields, K> =>
  Object.fromEntries(keys.map((key) => [key, view[key] ?? DEFAULTS[key]])) as Pick<ViewFields, K>;

/** Reads a query string. Unknown keys are ignored; anything missing or malformed takes its default, so that an old link still opens. */
export function parse(query: string): ViewFields {
  const q = new URLSearchParams(query);
  const read = <K extends keyof ViewFields>(key: K): ViewFields[K] => {
    const text = q.get(key);
    return (text === null ? undefined : CODECS[key].read(text)) ?? DEFAULTS[key];
  };
  const view = Object.fromEntries(KEYS.map((key) => [key, read(key)])) as unknown as ViewFields;
  // A span has two ends, the earlier one first.
  const whole = view.from !== null && view.to !== null && view.from <= view.to;
  return whole ? view : { ...view, from: null, to: null };
}

/** The shortest query string that `parse` reads back as the same view: defaults are left out, the camera is rounded to about a pixel. */
export function format(view: ViewFields): string {
  const q = new URLSearchParams();
  const write = <K extends keyof ViewFields>(key: K): string => CODECS[key].write(view[key]);
  for (const key of KEYS) {
    const text = write(key);
    if (text !== CODECS_OTHERWISE[key]) q.set(key, text);
  }
  // A comma is allowed in a query as it is, and is far easier to read than %2C.
  return q.toString().replaceAll('%2C', ',');
}
const CODECS_OTHERWISE = Object.fromEntries(
  KEYS.map((key) => [key, (CODECS[key] as Codec<unknown>).write(CODECS[key].otherwise)]),
) as Record<keyof ViewFields, string>;

/** `lng,lat,zoom[,bearing[,pitch]]`, in degrees and MapLibre zooms; undefined if any part is missing or out of range. */
function parseCamera(text: string): Camera | undefined {
  const parts = text.split(',');
  if (parts.length < 3 || parts.length > 5 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return undefined;
  const [lng = 0, lat = 0, zoom = 0, bearing = 0, pitch = 0] = parts.map(Number);
  const within =
    Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22 && Math.abs(bearing) <= 360 && pitch >= 0 && pitch <= 60;
  return within ? { lng, lat, zoom, bearing, pitch } : undefined;
}

function cameraText(camera: Camera | null): string {
  if (!camera) return '';
  const { lng, lat, zoom, bearing, pitch } = camera;
  const turned = Math.round(bearing) !== 0 || Math.round(pitch) !== 0;
  const parts = [lng.toFixed(3), lat.toFixed(3), zoom.toFixed(2), ...(turned ? [bearing.toFixed(0), pitch.toFixed(0)] : [])];
  return parts.map((part) => String(Number(part))).join(',');
}
