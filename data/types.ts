import type { Measure, Qualifier, RawFigure, RawPairing, RawPlace, RawProgramme, Source } from './schema.ts';

export interface Words {
  zh: string;
  en: string;
}
/** [longitude, latitude] in degrees, WGS84. */
export type LngLat = [number, number];

/** One number or dated fact, as one source states it, with what the parser read from the print. */
export interface Figure extends Omit<RawFigure, 'period' | 'note'> {
  note?: Words | undefined;
  /** Base units: whole yuan, tonnes, kWh, watts, metres; a counted thing as it is. Null for a dated fact without a number. */
  value: number | null;
  /** Upper end of a range; null for a single number. */
  upper: number | null;
  /** `CNY`, `t`, `kWh`, `W`, `%` …, or the Chinese counter word. Empty where nothing is printed. */
  unit: string;
  qualifier: Qualifier;
  /** First and last day, month or year it covers, both included, as ISO prefixes; null where the source leaves it open. */
  from: string | null;
  to: string | null;
}

export interface Project extends Omit<RawPairing['projects'][number], 'figures'> {
  figures: Figure[];
}
export interface Route extends Omit<RawPairing['routes'][number], 'figures'> {
  figures: Figure[];
}
export interface Pairing extends Omit<RawPairing, 'figures' | 'projects' | 'routes'> {
  /** Whether all that our texts say of it has been entered; false for a pairing of the network, known from a source or two. */
  dossier: boolean;
  figures: Figure[];
  projects: Project[];
  routes: Route[];
}
export interface Programme extends Omit<RawProgramme, 'figures'> {
  figures: Figure[];
}
export interface Place extends Omit<RawPlace, 'lng' | 'lat'> {
  /** Where the place is drawn: its own point, or that of its seat. */
  point: LngLat;
}

/** West, south, east and north in degrees. */
export type Extent = [west: number, south: number, east: number, north: number];

/** All that is known, checked: the content of `data/shanhai.json`. */
export interface Dataset {
  /** Raised when a field changes its meaning; the app refuses any other number. */
  format: 1;
  measures: Measure[];
  programmes: Programme[];
  places: Place[];
  sources: Source[];
  pairings: Pairing[];
  /** Bow of each arc and flight by id, in chord lengths, worked out by the build (`src/scene/bows.ts`). */
  bows?: Record<string, number>;
  /** Box of the region of each recipient that the map draws from the first view on, by id of its place; worked out by the build (`src/scene/extents.ts`). */
  extents?: Record<string, Extent>;
}
