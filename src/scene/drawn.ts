import type { Pairing } from '../../data/schema.ts';
import type { World } from '../state/world.ts';

/**
 * Pairings that have an arc in a view: every dossier, and of the network the provinces' pairings. City and county pairs of
 * the network are folded into their province's arc, and unfold while that or one of them is open.
 */
export function drawnPairings(world: World, open: Pairing | null, network: boolean): Pairing[] {
  const family = open && (open.parent ?? open.id);
  return world.dataset.pairings.filter(
    (pairing) => pairing.dossier || pairing.id === open?.id || (network && (pairing.parent === null || pairing.parent === family)),
  );
}

/** Pairings in the order in which they keep their natural way, their place above others, and their names: dossiers before the network, whole provinces before their cities, those with a reported total before those without. */
export function ranked(pairings: readonly Pairing[], hasTotal: (pairing: Pairing) => boolean): Pairing[] {
  const rank = (pairing: Pairing): number => (pairing.dossier ? 0 : 4) + (pairing.parent === null ? 0 : 2) + (hasTotal(pairing) ? 0 : 1);
  return [...pairings].sort((a, b) => rank(a) - rank(b));
}
