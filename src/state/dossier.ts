import type { Channel, Figure, Pairing, Project, Route, Source } from '../../data/schema.ts';
import { CHANNELS } from './sections.ts';
import { allFigures, type World } from './world.ts';

/** What a tab of a dossier holds. */
export interface Tab {
  channel: Channel;
  figures: Figure[];
  projects: Project[];
  routes: Route[];
  count: number;
}

/** A dossier's tabs: each figure under its channel wherever it was entered, joint ones of other pairings too, projects under projects, routes under theirs. Empty channels are left out. */
export function tabsOf(world: World, pairing: Pairing): Tab[] {
  const joint = world.jointWith(pairing.id).map(({ figure }) => figure);
  return CHANNELS.map((channel) => {
    const projects = channel === 'project' ? pairing.projects : [];
    const routes = pairing.routes.filter(({ mode }) => mode === channel);
    // A figure of a project or route of this tab stands with it.
    const held = new Set([...projects, ...routes].flatMap(({ figures }) => figures));
    const figures = [...allFigures(pairing), ...joint].filter((figure) => figure.channel === channel && !held.has(figure));
    return { channel, figures, projects, routes, count: figures.length + projects.length + routes.length };
  }).filter(({ count }) => count > 0);
}

/** One entry of a timeline: a dated fact, a project or a route, with its date as an ISO prefix. */
export type Dated = { on: string } & (
  { kind: 'figure'; figure: Figure } | { kind: 'project'; project: Project } | { kind: 'route'; route: Route }
);

/** Everything with a day or month of its own, and projects and routes also by year, earliest first. */
export function timelineOf(pairing: Pairing): Dated[] {
  const dated: Dated[] = [
    ...allFigures(pairing).flatMap((figure): Dated[] =>
      figure.from && figure.from.length > 4 && (figure.from === figure.to || figure.to === null)
        ? [{ on: figure.from, kind: 'figure', figure }]
        : [],
    ),
    ...pairing.projects.flatMap((project): Dated[] => (project.on ? [{ on: project.on, kind: 'project', project }] : [])),
    ...pairing.routes.flatMap((route): Dated[] => (route.event.on ? [{ on: route.event.on, kind: 'route', route }] : [])),
  ];
  return dated.sort((a, b) => a.on.localeCompare(b.on));
}

/** A dossier's first numbers: its headlines, aid first, at most as many as asked for. */
export const headlinesOf = (pairing: Pairing, most: number): Figure[] => {
  const order = new Map(CHANNELS.map((channel, i) => [channel, i]));
  return allFigures(pairing)
    .filter(({ headline, value }) => headline && value !== null)
    .sort((a, b) => order.get(a.channel)! - order.get(b.channel)!)
    .slice(0, most);
};

/** A source of a dossier, and how many of its figures it has. */
export interface DossierSource {
  source: Source;
  count: number;
}
/** The sources of a pairing's figures, in the order in which they come. */
export const sourcesOf = (world: World, pairing: Pairing): DossierSource[] =>
  [...new Set(allFigures(pairing).map(({ source }) => source))].map((id) => ({
    source: world.source(id),
    count: allFigures(pairing).filter(({ source, value }) => source === id && value !== null).length,
  }));
