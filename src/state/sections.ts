import type { Channel, Mode } from '../../data/schema.ts';

const TABS = [
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
] as const satisfies readonly Channel[];
/** Channels in the order of a dossier's tabs. One that the dictionary has and this list lacks is a type error. */
export const CHANNELS: Exclude<Channel, (typeof TABS)[number]> extends never ? readonly Channel[] : never = TABS;

/** The four headings under which a popup, and the map's fan, have what is known of a pairing. */
export const SECTIONS = ['funding', 'projects', 'flights', 'freight'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What each is about. Other channels stand in the dossier alone. */
export const SECTION_CHANNELS = {
  funding: ['funding'],
  projects: ['project'],
  flights: ['flight'],
  freight: ['freight', 'rail-tour'],
} as const satisfies Record<SectionName, readonly Channel[]>;

/** What a route is asked for by, and counted as. */
export const NAMED_BY = { flight: 'flights', freight: 'freight', 'rail-tour': 'tours' } as const satisfies Record<Mode, string>;

/** Which trains stand under the heading of trains: goods, tourists, or both. */
export type Trains = Exclude<Mode, 'flight'> | 'both';
export const trainsOf = (modes: readonly string[]): Trains =>
  !modes.includes('rail-tour') ? 'freight' : modes.includes('freight') ? 'both' : 'rail-tour';

/** The heading under which a route stands. */
export const sectionOf = (mode: Mode): 'flights' | 'freight' => (mode === 'flight' ? 'flights' : 'freight');
