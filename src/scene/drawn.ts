import type { Mode, Pairing } from '../../data/schema.ts';
import { known } from '../state/known.ts';
import { sectionOf } from '../state/sections.ts';
import type { ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';

/**
 * Of the pairings that a view's filters let through, those that have an arc: every dossier, provinces' pairings, and what
 * reports aid of its own. Other city and county pairs are folded into their province's arc, and unfold while that or one of
 * them is open, where that has no arc, or all of them when asked for. The open one has an arc whatever the filters.
 */
export function drawnPairings(world: World, shown: readonly Pairing[], open: Pairing | null, all: boolean): Pairing[] {
  const family = open && (open.parent ?? open.id);
  const ids = new Set(shown.map(({ id }) => id));
  const stands = (pairing: Pairing): boolean => {
    const { dossier, parent, id } = pairing;
    if (all || dossier || id === open?.id || parent === null || parent === family || !ids.has(parent)) return true;
    return known(world, pairing, 'aid').standing === 'reported';
  };
  const drawn = shown.filter(stands);
  return open && !ids.has(open.id) ? [...drawn, open] : drawn;
}

/** Pairings in the order in which they keep their natural way, their place above others, and their names: dossiers before others, whole provinces before their cities, and of these what reports aid of its own before what does not. */
export function ranked(world: World, pairings: readonly Pairing[]): Pairing[] {
  const rank = (pairing: Pairing): number => {
    const { standing } = known(world, pairing, 'aid');
    return (pairing.dossier ? 0 : 4) + (pairing.parent === null ? (standing === 'reported' ? 0 : 1) : 2);
  };
  const ranks = new Map(pairings.map((pairing) => [pairing, rank(pairing)]));
  return [...pairings].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
}

/**
 * Whether a pairing's flights or trains of a mode are drawn. They come with what is open, its cities and counties included, and
 * with the filters that name them, and then all of them come; at rest they would cross the whole picture.
 */
export function drawsRoutes(
  { channel, has }: Pick<ViewFields, 'channel' | 'has'>,
  open: Pairing | null,
  pairing: Pairing,
  mode: Mode,
): boolean {
  if (open && (open.id === pairing.id || open.id === pairing.parent)) return true;
  return channel.includes(mode) || has.includes(sectionOf(mode));
}
