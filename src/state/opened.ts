import type { Pairing, Place, Route } from '../../data/schema.ts';
import type { ViewFields } from './url.ts';
import type { World } from './world.ts';

/** What a view has open. At most one of route, place and figure; a route or figure has its pairing open too. */
export interface Opened {
  pairing: Pairing | null;
  route: { route: Route; pairing: Pairing } | null;
  place: Place | null;
  figure: ReturnType<World['findFigure']>;
  /** Whether the dossier stands open, and not the popup. */
  dossier: boolean;
  /** Id of what has the popup or dossier; null while nothing is open. */
  selection: string | null;
}

export function openedIn(world: World, view: Pick<ViewFields, 'pairing' | 'record' | 'tab'>): Opened {
  const pairing = world.findPairing(view.pairing);
  const route = world.findRoute(view.record);
  const place = route ? null : world.findPlace(view.record);
  return {
    ...{ pairing, route, place },
    figure: world.findFigure(view.record),
    dossier: view.tab === 'dossier' && pairing !== null,
    selection: place?.id ?? route?.route.id ?? pairing?.id ?? null,
  };
}
