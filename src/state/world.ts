import type { Dataset, Figure, Pairing, Place, Programme, Project, Route, Source } from '../../data/schema.ts';

/** The dataset with everything findable by id. Made once; never changes. */
export class World {
  readonly dataset: Dataset;
  readonly #places: Map<string, Place>;
  readonly #pairings: Map<string, Pairing>;
  readonly #sources: Map<string, Source>;
  readonly #programmes: Map<string, Programme>;
  readonly #figures: Map<string, { figure: Figure; pairing: Pairing }>;
  readonly #routes: Map<string, { route: Route; pairing: Pairing }>;

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
    this.#places = byId(dataset.places);
    this.#pairings = byId(dataset.pairings);
    this.#sources = byId(dataset.sources);
    this.#programmes = byId(dataset.programmes);
    this.#figures = new Map(dataset.pairings.flatMap((pairing) => allFigures(pairing).map((figure) => [figure.id, { figure, pairing }])));
    this.#routes = new Map(dataset.pairings.flatMap((pairing) => pairing.routes.map((route) => [route.id, { route, pairing }])));
  }

  /** The build checked every reference, so an unknown id is a bug and not a reader's mistake. */
  place(id: string): Place {
    return must(this.#places.get(id), 'place', id);
  }
  source(id: string): Source {
    return must(this.#sources.get(id), 'source', id);
  }
  programme(id: string): Programme {
    return must(this.#programmes.get(id), 'programme', id);
  }
  /** These take ids from links, which may be stale. */
  findPairing(id: string | null): Pairing | null {
    return id === null ? null : (this.#pairings.get(id) ?? null);
  }
  findRoute(id: string | null): { route: Route; pairing: Pairing } | null {
    return id === null ? null : (this.#routes.get(id) ?? null);
  }
  findFigure(id: string | null): { figure: Figure; pairing: Pairing } | null {
    return id === null ? null : (this.#figures.get(id) ?? null);
  }
  findPlace(id: string | null): Place | null {
    return id === null ? null : (this.#places.get(id) ?? null);
  }

  children(id: string): Pairing[] {
    return this.dataset.pairings.filter(({ parent }) => parent === id);
  }

  /** Number of a source, from 1, as its mark shows it: the same all over the page. */
  sourceNumber(id: string): number {
    return this.dataset.sources.findIndex((source) => source.id === id) + 1;
  }

  /** Projects whose point is this place, with their pairings. */
  projectsAt(place: string): { project: Project; pairing: Pairing }[] {
    return this.dataset.pairings.flatMap((pairing) =>
      pairing.projects.filter((project) => project.place === place).map((project) => ({ project, pairing })),
    );
  }
}

function must<T>(found: T | undefined, kind: string, id: string): T {
  if (found === undefined) throw new Error(`unknown ${kind}: ${id}`);
  return found;
}

/** The figure that decides an arc's width: the one headline aid total of a pairing, or null if no source reports one. */
export const aidTotal = (pairing: Pairing): Figure | null =>
  pairing.figures.find((figure) => figure.headline && figure.measure === 'aid-total' && figure.value !== null) ?? null;

/** Every figure of a pairing: its own, its projects' and its routes'. */
export const allFigures = (pairing: Pairing): Figure[] => [
  ...pairing.figures,
  ...[...pairing.projects, ...pairing.routes].flatMap((owner) => owner.figures),
];

/** The four sections of a popup. The one place where it is decided what stands under which heading. */
export interface Sections {
  funding: Figure[];
  projects: { figures: Figure[]; projects: Project[] };
  flights: { figures: Figure[]; routes: Route[] };
  freight: { figures: Figure[]; routes: Route[] };
}

export function sectionsOf(pairing: Pairing): Sections {
  const figures = (...channels: string[]) => pairing.figures.filter((figure) => channels.includes(figure.channel)).sort(byWeight);
  const routes = (...modes: string[]) => pairing.routes.filter((route) => modes.includes(route.mode));
  return {
    funding: figures('funding'),
    projects: { figures: figures('project'), projects: pairing.projects },
    flights: { figures: figures('flight'), routes: routes('flight') },
    freight: { figures: figures('freight', 'rail-tour'), routes: routes('freight', 'rail-tour') },
  };
}

/** Headlines first, then what no other figure contains, then by size within a unit. */
function byWeight(a: Figure, b: Figure): number {
  return (
    Number(b.headline) - Number(a.headline) ||
    Number(b.within === null) - Number(a.within === null) ||
    (a.unit === b.unit ? (b.value ?? 0) - (a.value ?? 0) : 0)
  );
}

/** What the atlas holds, in four numbers. */
export const counts = ({ pairings, sources }: Dataset): { pairings: number; figures: number; sources: number; routes: number } => ({
  pairings: pairings.length,
  figures: pairings.reduce((n, pairing) => n + allFigures(pairing).length, 0),
  sources: sources.length,
  routes: pairings.reduce((n, { routes }) => n + routes.length, 0),
});
