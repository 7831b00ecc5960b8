import type { Words } from '../../data/schema.ts';
import { pairingTitle } from '../text/pairing.ts';
import type { World } from '../state/world.ts';

/** What can be searched for, in the order in which equally good hits stand. An institution is an actor of projects. */
export const KINDS = ['place', 'pairing', 'programme', 'route', 'project', 'institution', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be found. */
export interface Entry {
  kind: Kind;
  /** Id in the dataset; of an institution, its Chinese name. */
  id: string;
  /** The name it is shown under, then others it goes by. */
  names: readonly Words[];
  /** The pairing to which a pairing, route, project or institution belongs; null for the rest. */
  pairing: string | null;
  /** Ids of an institution's projects. */
  projects: readonly string[];
}

/** All that can be searched for, in the order of the dataset. */
export function entriesOf(world: World): Entry[] {
  const { places, pairings, programmes, sources } = world.dataset;
  const entry = (kind: Kind, id: string, names: readonly Words[], pairing: string | null = null): Entry => ({
    kind,
    id,
    names,
    pairing,
    projects: [],
  });
  return [
    // An airport also goes by its code, a place by older English names, a pairing by the counties it covers, 对口援疆 by 援疆.
    ...places.map(({ id, zh, en, iata, also = [] }) =>
      entry('place', id, [{ zh, en }, ...(iata ? [{ zh: iata, en: iata }] : []), ...also.map((other) => ({ zh, en: other }))]),
    ),
    ...pairings.map((one) => {
      const title = { zh: pairingTitle(world, one, 'zh'), en: pairingTitle(world, one, 'en') };
      return entry('pairing', one.id, [title, ...one.covers], one.id);
    }),
    ...programmes.map(({ id, name }) =>
      entry('programme', id, [name, ...(/^对口/.test(name.zh) ? [{ zh: name.zh.slice(2), en: name.en }] : [])]),
    ),
    ...pairings.flatMap((one) => one.routes.map(({ id, name }) => entry('route', id, [name], one.id))),
    ...pairings.flatMap((one) => one.projects.map(({ id, name }) => entry('project', id, [name], one.id))),
    ...institutions(world),
    ...sources.map(({ id, title, publisher }) => entry('source', id, [title, publisher])),
  ];
}

/** Actors of projects, each once, under the pairing of its first project. */
function institutions({ dataset: { pairings } }: World): Entry[] {
  const found = new Map<string, Entry & { projects: string[] }>();
  for (const pairing of pairings)
    for (const { id, actors } of pairing.projects)
      for (const name of actors) {
        const known = found.get(name.zh);
        if (known) known.projects.push(id);
        else found.set(name.zh, { kind: 'institution', id: name.zh, names: [name], pairing: pairing.id, projects: [id] });
      }
  return [...found.values()];
}
