import * as v from 'valibot';

/** What a figure is about. The four sections of a popup are funding, project, flight and freight; the rest belong to the dossier. */
export const CHANNELS = [
  'funding',
  'project',
  'flight',
  'freight',
  'rail-tour',
  'investment',
  'trade',
  'giving',
  'people',
  'training',
  'health',
  'education',
  'culture',
  'tourism',
  'environment',
  'plan',
] as const;

/** Whom a figure counts: this pairing, the whole donor or recipient province, both sides together, somebody outside the pairing, or the region's own economy (GDP and the like). */
export const SCOPES = ['pairing', 'province', 'both-sides', 'outside', 'context'] as const;
export const MODES = ['flight', 'freight', 'rail-tour'] as const;
export const STATUSES = ['planned', 'signed', 'started', 'completed', 'operating', 'unknown'] as const;
/** How near the point of a place is to the thing itself. A centroid never looks like a site. */
export const PRECISIONS = ['exact', 'town', 'county', 'prefecture'] as const;
export const EVENTS = ['opened', 'resumed', 'first-arrival', 'ran'] as const;
/** How a period is known: stated by the source, read from "this year" or "three years" against the date of printing, or counted from an unstated beginning. */
export const BASES = ['stated', 'relative', 'cumulative'] as const;
/** How the first year of a pairing is known: its source says so, its programme began then, another source says so, or it is worked out from a duration. */
export const SINCE_BASES = ['source', 'programme', 'other-source', 'derived'] as const;
export const PLACE_KINDS = ['province', 'prefecture', 'county', 'town', 'airport', 'port', 'station', 'site'] as const;
export const QUALIFIERS = ['exact', 'over', 'nearly', 'about', 'at-least', 'several'] as const;
export const GRADES = ['A', 'B'] as const;
export const SECTORS = [
  'energy',
  'industry',
  'farming',
  'trade',
  'finance',
  'digital',
  'science',
  'infrastructure',
  'environment',
  'tourism',
  'culture',
  'education',
  'health',
  'training',
  'people',
] as const;

// What a value's form must be is worded to follow "write".
/** An address that a reader can follow: no script, no file, and none without its scheme. */
const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:/i.test(text);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens'));
const text = v.pipe(v.string(), v.minLength(1, 'at least a word'));
const words = v.strictObject({ zh: text, en: text });
const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?';
const date = v.pipe(v.string(), v.regex(new RegExp(`^${DATE}$`), 'YYYY, YYYY-MM or YYYY-MM-DD'));
const period = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(${DATE}(/(${DATE})?)?|/${DATE})$`), 'YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash'),
);
/** Where in the source the fact stands: a paragraph (counted from 1, headings left out), or words where the source was not read whole. */
const at = v.union(
  [v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'a paragraph, counted from 1')), words],
  'a paragraph counted from 1, or words in both languages',
);
/** Degrees, WGS84. Bounds are those of the map's own ground. */
const [east, north] = ['degrees east from 58 to 150', 'degrees north from -2 to 60'];
const lng = v.pipe(v.number(), v.minValue(58, east), v.maxValue(150, east));
const lat = v.pipe(v.number(), v.minValue(-2, north), v.maxValue(60, north));

const figure = v.strictObject({
  id,
  channel: v.picklist(CHANNELS),
  measure: id,
  label: words,
  /** Exactly as printed. Value, unit and qualifier are read from it; null only for a dated fact that carries no number. */
  reported: v.nullable(text),
  period: v.optional(v.nullable(period), null),
  basis: v.optional(v.picklist(BASES), 'stated'),
  /** Count of years as printed (七年来: 7), where the text gives one. It is then what a yearly rate is divided by. */
  years: v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(2, 'a count of years, 2 or more'))),
  scope: v.optional(v.picklist(SCOPES), 'pairing'),
  /** Other pairings that the figure counts as well, where a text reports several recipients together. It is then never split. */
  joint: v.optional(v.array(id), []),
  within: v.optional(v.nullable(id), null),
  headline: v.optional(v.boolean(), false),
  place: v.optional(v.nullable(id), null),
  note: v.optional(words),
  source: id,
  at,
});

const project = v.strictObject({
  id,
  name: words,
  place: v.nullable(id),
  precision: v.optional(v.picklist(PRECISIONS), 'county'),
  sector: v.picklist(SECTORS),
  status: v.picklist(STATUSES),
  on: v.optional(v.nullable(date), null),
  actors: v.optional(v.array(words), []),
  figures: v.optional(v.array(figure), []),
  source: id,
  at,
});

const route = v.strictObject({
  id,
  mode: v.picklist(MODES),
  name: words,
  from: id,
  to: id,
  /** Places a schematic corridor is drawn through, in order, ends left out. Empty for a flight. */
  via: v.optional(v.array(id), []),
  /** The place on the way from which goods go on by road; left out where none is named. */
  road: v.optional(id),
  event: v.strictObject({ what: v.picklist(EVENTS), on: v.nullable(date) }),
  figures: v.optional(v.array(figure), []),
  note: v.optional(words),
  source: id,
  at,
});

export const pairingFile = v.strictObject({
  id,
  programme: id,
  donor: id,
  recipient: id,
  parent: v.optional(v.nullable(id), null),
  since: v.nullable(v.strictObject({ reported: text, basis: v.optional(v.picklist(SINCE_BASES), 'source'), source: id, at })),
  /** True where a text shows the two to help each other but does not call them a pair: a tie that we infer, and not a pairing on record. */
  inferred: v.optional(v.boolean(), false),
  /** Counties and cities of the recipient that the pairing covers, where a source lists them. */
  covers: v.optional(v.array(words), []),
  /** What shows the two to be paired, where that is not the paragraph about `since`. */
  link: v.optional(v.strictObject({ source: id, at, note: v.optional(words) })),
  figures: v.optional(v.array(figure), []),
  projects: v.optional(v.array(project), []),
  routes: v.optional(v.array(route), []),
});

/** Pairings known without a dossier: the network behind the dossiers, in one file. */
export const networkFile = v.strictObject({ pairings: v.array(pairingFile) });

export const placesFile = v.strictObject({
  places: v.array(
    v.strictObject({
      id,
      zh: text,
      en: text,
      kind: v.picklist(PLACE_KINDS),
      /** The place's own point; left out for a region that is drawn from its `seat`. */
      lng: v.optional(lng),
      lat: v.optional(lat),
      /** Capital or seat: where arcs to and from a region end. */
      seat: v.optional(id),
      /** The region this place lies in. */
      in: v.optional(id),
      /** Six-digit administrative code of the region's own shape in geo/. */
      adcode: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits'))),
      /** Code of the shape this point must fall in; checked by the geography tests. */
      within: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits'))),
      iata: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three capitals'))),
      also: v.optional(v.array(v.pipe(v.string(), v.nonEmpty('a name')))),
    }),
  ),
});

/** What may be added of a measure, over one and the same period: one figure of each pairing, or also several of one pairing, each of another occasion. */
export const ADDS = ['pairings', 'occasions'] as const;

export const measuresFile = v.strictObject({
  measures: v.array(
    v.strictObject({
      id,
      name: words,
      /** Unit that every figure of the measure is in; left out for counted things, which are never money. */
      unit: v.optional(v.picklist(['CNY', 't', 'kWh', 'W', 'm', '%'])),
      /** Left out: nothing may be added. */
      adds: v.optional(v.picklist(ADDS)),
      /** Whether a figure divided by its years means something. */
      rate: v.optional(v.boolean(), false),
    }),
  ),
});

export const programmesFile = v.strictObject({
  programmes: v.array(
    v.strictObject({
      id,
      name: words,
      about: words,
      /** Whether one side aids the other, or the two cooperate: what a sentence says of a pairing. */
      tie: v.optional(v.picklist(['aid', 'cooperation']), 'aid'),
      /** Figures of the whole programme, not of one pairing. */
      figures: v.optional(v.array(figure), []),
    }),
  ),
});

export const sourcesFile = v.strictObject({
  sources: v.array(
    v.strictObject({
      id,
      publisher: words,
      /** Title as printed, and ours in English. */
      title: words,
      date,
      /** Said where the date of printing was worked out from the text. */
      dated: v.optional(words),
      url: v.optional(v.nullable(v.pipe(v.string(), v.check(isAddress, 'a whole address that begins with https: or http:'))), null),
      grade: v.picklist(GRADES),
    }),
  ),
});

export type Channel = (typeof CHANNELS)[number];
export type Mode = (typeof MODES)[number];
export type Status = (typeof STATUSES)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
export type Event = (typeof EVENTS)[number];
export type SinceBasis = (typeof SINCE_BASES)[number];
export type Basis = (typeof BASES)[number];
export type Precision = (typeof PRECISIONS)[number];
export type Scope = (typeof SCOPES)[number];
export type Sector = (typeof SECTORS)[number];

export type RawFigure = v.InferOutput<typeof figure>;
export type RawPairing = v.InferOutput<typeof pairingFile>;
export type Source = v.InferOutput<typeof sourcesFile>['sources'][number];
export type RawProgramme = v.InferOutput<typeof programmesFile>['programmes'][number];
export type Measure = v.InferOutput<typeof measuresFile>['measures'][number];
export type RawPlace = v.InferOutput<typeof placesFile>['places'][number];

// What the check makes of them.
export type * from './types.ts';
