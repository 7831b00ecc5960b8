import type { Figure, Mode, Pairing, Route, Words } from '../../data/schema.ts';
import { SECTIONS, trainsOf, type SectionName, type Trains } from './sections.ts';
import { sectionsOf, type Sections, type World } from './world.ts';

/** One part into which an arc unfolds. The counts of an arc's branches add up to that of what was unfolded, at each level. */
export type Branch = {
  id: string;
  section: SectionName;
  count: number;
  /** Which trains, where it is of trains. */
  trains?: Trains;
} & (
  | { kind: 'channel' }
  | { kind: 'figure'; figure: Figure }
  | { kind: 'place'; place: string; name: Words }
  | { kind: 'route'; route: Route; mode: Mode }
  /** What has no line of its own: figures about projects and traffic, and records beyond the first so many. */
  | { kind: 'rest' }
);

/** Most branches of an arc; the rest are one branch more, which says how many they are. */
export const MOST_BRANCHES = 8;

/** Records under one heading of a pairing. */
export function sectionCount(sections: Sections, section: SectionName): number {
  if (section === 'funding') return sections.funding.length;
  const { figures } = sections[section];
  return figures.length + (section === 'projects' ? sections.projects.projects : sections[section].routes).length;
}

/** An arc's channels, in the order of the popup's headings; or the records of one, headlines and places with most projects first. */
export function branchesOf(world: World, pairing: Pairing, unfold: 'channels' | SectionName): Branch[] {
  const sections = sectionsOf(world, pairing);
  const trains = (section: SectionName) =>
    section === 'freight'
      ? {
          trains: trainsOf([...sections.freight.routes.map(({ mode }) => mode), ...sections.freight.figures.map(({ channel }) => channel)]),
        }
      : {};
  if (unfold === 'channels')
    return SECTIONS.map((section): Branch => ({
      ...{ kind: 'channel', id: section, section, count: sectionCount(sections, section) },
      ...trains(section),
    })).filter(({ count }) => count > 0);
  const records = recordsOf(world, sections, unfold).slice(0, MOST_BRANCHES);
  const rest = sectionCount(sections, unfold) - records.reduce((sum, { count }) => sum + count, 0);
  return rest ? [...records, { kind: 'rest', id: restId(unfold), section: unfold, count: rest, ...trains(unfold) }] : records;
}

/** The same in at most so many branches and one of the rest, whose count grows by those left out: the counts add up as before. */
export function fewer<T extends Branch>(branches: readonly T[], most: number): readonly T[] {
  const records = branches.filter(({ kind }) => kind !== 'rest');
  const out = records.slice(Math.max(0, most));
  if (!out.length) return branches;
  const rest = branches.find(({ kind }) => kind === 'rest');
  const count = out.reduce((sum, branch) => sum + branch.count, rest?.count ?? 0);
  return [...records.slice(0, Math.max(0, most)), { ...(rest ?? out[0]!), kind: 'rest', id: restId(out[0]!.section), count } as T];
}

/** Id of the branch that stands for what has none of its own. */
export const restId = (section: SectionName): string => `${section}-rest`;

function recordsOf(world: World, sections: Sections, section: SectionName): Branch[] {
  if (section === 'funding') return sections.funding.map((figure) => ({ kind: 'figure', id: figure.id, section, count: 1, figure }));
  if (section !== 'projects')
    return sections[section].routes.map((route) => ({
      ...{ kind: 'route', id: route.id, section, count: 1, route, mode: route.mode },
      ...(route.mode === 'flight' ? {} : { trains: route.mode }),
    }));
  const places = new Map<string, number>();
  for (const { place } of sections.projects.projects) if (place) places.set(place, (places.get(place) ?? 0) + 1);
  return [...places]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => {
      const { zh, en } = world.place(id);
      return { kind: 'place', id, section, count, place: id, name: { zh, en } };
    });
}
