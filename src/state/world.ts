import type { Dataset, Figure, Measure, Pairing, Place, Programme, Project, Route, Source } from '../../data/schema.ts';
import type { Camera } from './url.ts';
import { SECTION_CHANNELS, sectionOf, type SectionName } from './sections.ts';

/** A figure and whose it is: a pairing's, or a whole programme's where `pairing` is null. */
export interface OwnedFigure {
  figure: Figure;
  pairing: Pairing | null;
  programme: Programme;
}

/** Pairings that go the same way, drawn as one: a pairing of which nothing is known stands for them. */
export interface Bundle {
  pairing: Pairing;
  count: number;
}

/** What of so many pairings is drawn alone and what in bundles, and how many are left out; null where all of them can be drawn. */
export type Fold = (
  drawn: readonly Pairing[],
  open: Pairing | null,
  camera: Camera | null,
) => { alone: Pairing[]; bundles: Bundle[]; left: number } | null;

/** The dataset with everything findable by id. Made once; never changes. */
export class World {
  readonly dataset: Dataset;
  readonly #places: Map<string, Place>;
  readonly #pairings: Map<string, Pairing>;
  readonly #sources: Map<string, Source>;
  readonly #programmes: Map<string, Programme>;
  readonly #figures: Map<string, OwnedFigure>;
  readonly #routes: Map<string, { route: Route; pairing: Pairing }>;
  readonly #measures: Map<string, Measure>;
  /** Figures of other pairings that count a pairing too, by its id. */
  readonly #joint = new Map<string, OwnedFigure[]>();
  /** How its arcs are bundled, where there may be more than can be drawn; and what stands for bundles, by id. */
  fold: Fold | null = null;
  readonly bundled = new Map<string, Pairing>();

  /** The file, or the day of the edition, that the address names, where it is not the atlas's own of today; with why the atlas's own data stand for it, if they do. */
  readonly own: { file: string; failed: string | null } | null;

  constructor(dataset: Dataset, own: World['own'] = null) {
    [this.dataset, this.own] = [dataset, own];
    const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
    this.#places = byId(dataset.places);
    this.#pairings = byId(dataset.pairings);
    this.#sources = byId(dataset.sources);
    this.#programmes = byId(dataset.programmes);
    const owned = (figures: readonly Figure[], pairing: Pairing | null, programme: Programme) =>
      figures.map((figure): [string, OwnedFigure] => [figure.id, { figure, pairing, programme }]);
    this.#figures = new Map([
      ...dataset.pairings.flatMap((pairing) => owned(allFigures(pairing), pairing, this.programme(pairing.programme))),
      ...dataset.programmes.flatMap((programme) => owned(programme.figures, null, programme)),
    ]);
    this.#measures = byId(dataset.measures);
    for (const owned of this.#figures.values())
      for (const id of owned.figure.joint) this.#joint.set(id, [...(this.#joint.get(id) ?? []), owned]);
    this.#routes = new Map(dataset.pairings.flatMap((pairing) => pairing.routes.map((route) => [route.id, { route, pairing }])));
  }

  /** The file of the data, or the day of their edition, where they are not the atlas's own of today: nothing may then be said or offered that is true of those alone. */
  get given(): string | null {
    return this.own?.failed === null ? this.own.file : null;
  }

  /** The place at which a place is drawn: a region's seat, if it has one. */
  drawnAt(id: string): Place {
    const place = this.place(id);
    return place.seat === undefined ? place : this.place(place.seat);
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
  measure(id: string): Measure {
    return must(this.#measures.get(id), 'measure', id);
  }
  /** Figures of other pairings that count this one as well. */
  jointWith(id: string): readonly OwnedFigure[] {
    return this.#joint.get(id) ?? [];
  }
  /** These take ids from links, which may be stale. */
  findPairing(id: string | null): Pairing | null {
    return id === null ? null : (this.#pairings.get(id) ?? this.bundled.get(id) ?? null);
  }
  findRoute(id: string | null): { route: Route; pairing: Pairing } | null {
    return id === null ? null : (this.#routes.get(id) ?? null);
  }
  findFigure(id: string | null): OwnedFigure | null {
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

/** Every figure of a pairing: its own, its projects' and its routes'. */
export const allFigures = (pairing: Pairing): Figure[] => [
  ...pairing.figures,
  ...[...pairing.projects, ...pairing.routes].flatMap((owner) => owner.figures),
];

/** Every figure there is: the pairings', then those of whole programmes. */
export const everyFigure = ({ pairings, programmes }: Dataset): Figure[] => [
  ...pairings.flatMap(allFigures),
  ...programmes.flatMap(({ figures }) => figures),
];

/** The four sections of a popup. The one place where it is decided what stands under which heading. */
export interface Sections {
  funding: Figure[];
  projects: { figures: Figure[]; projects: Project[] };
  flights: { figures: Figure[]; routes: Route[] };
  freight: { figures: Figure[]; routes: Route[] };
}

export function sectionsOf(world: World, pairing: Pairing): Sections {
  // A joint figure is shown with each pairing it counts.
  const all = [...pairing.figures, ...world.jointWith(pairing.id).map(({ figure }) => figure)];
  const figures = (section: SectionName) => {
    const channels: readonly string[] = SECTION_CHANNELS[section];
    return all.filter(({ channel }) => channels.includes(channel)).sort(byWeight);
  };
  const routes = (section: SectionName) => pairing.routes.filter(({ mode }) => sectionOf(mode) === section);
  return {
    funding: figures('funding'),
    projects: { figures: figures('projects'), projects: pairing.projects },
    flights: { figures: figures('flights'), routes: routes('flights') },
    freight: { figures: figures('freight'), routes: routes('freight') },
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
