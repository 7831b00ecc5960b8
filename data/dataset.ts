import { parseFigure } from './figure.ts';
import { parsePeriod } from './period.ts';
import { placesById, pointOf, type Places } from './places.ts';
import type { Dataset, Figure, Measure, Pairing, Place, RawFigure, RawPairing, RawPlace, RawProgramme, Source } from './schema.ts';
import { typeset } from './words.ts';

/** What the files say, one by one free of problems. */
export interface Raw {
  measures: Measure[];
  programmes: RawProgramme[];
  places: RawPlace[];
  sources: Source[];
  pairings: RawPairing[];
  /** Pairings without a dossier. */
  network: RawPairing[];
}

/** The dataset of checked files. Throws on unchecked ones: what cannot be read here, the check has refused. */
export function datasetOf({ measures, programmes, places, sources, pairings, network }: Raw): Dataset {
  const byId = placesById(places);
  return typeset({
    format: 1,
    measures,
    programmes: programmes.map((programme) => ({ ...programme, figures: programme.figures.map(figure) })),
    places: places.map((place) => placed(place, byId)),
    sources,
    pairings: [...pairings.map((pairing) => read(pairing, true)), ...network.map((pairing) => read(pairing, false))],
  });
}

function placed({ lng, lat, ...place }: RawPlace, places: Places): Place {
  return { ...place, point: must(pointOf({ ...place, lng, lat }, places), place.id) };
}

function read(pairing: RawPairing, dossier: boolean): Pairing {
  return {
    ...pairing,
    dossier,
    figures: pairing.figures.map(figure),
    projects: pairing.projects.map((project) => ({ ...project, figures: project.figures.map(figure) })),
    routes: pairing.routes.map((route) => ({ ...route, figures: route.figures.map(figure) })),
  };
}

function figure({ period, ...raw }: RawFigure): Figure {
  const number =
    raw.reported === null ? { value: null, upper: null, unit: '', qualifier: 'exact' as const } : must(parseFigure(raw.reported), raw.id);
  return { ...raw, ...number, ...parsePeriod(period) };
}

function must<T>(value: T | null, id: string): T {
  if (value === null) throw new Error(`unchecked: ${id}`);
  return value;
}
