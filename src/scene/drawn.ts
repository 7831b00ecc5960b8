import type { Pairing } from '../../data/schema.ts';

/**
 * Of the pairings that a view's filters let through, those that have an arc: every dossier, and of the network the provinces'
 * pairings. City and county pairs of the network are folded into their province's arc, and unfold while that or one of them
 * is open, where that has no arc, or all of them when asked for. The open one has an arc whatever the filters.
 */
export function drawnPairings(shown: readonly Pairing[], open: Pairing | null, all: boolean): Pairing[] {
  const family = open && (open.parent ?? open.id);
  const ids = new Set(shown.map(({ id }) => id));
  const drawn = shown.filter(
    ({ dossier, parent, id }) => all || dossier || id === open?.id || parent === null || parent === family || !ids.has(parent),
  );
  return open && !ids.has(open.id) ? [...drawn, open] : drawn;
}

/** Pairings in the order in which they keep their natural way, their place above others, and their names: dossiers before the network, whole provinces before their cities, those with a reported total before those without. */
export function ranked(pairings: readonly Pairing[], hasTotal: (pairing: Pairing) => boolean): Pairing[] {
  const rank = (pairing: Pairing): number => (pairing.dossier ? 0 : 4) + (pairing.parent === null ? 0 : 2) + (hasTotal(pairing) ? 0 : 1);
  return [...pairings].sort((a, b) => rank(a) - rank(b));
}
