import type { BranchMark } from '../scene/marks.ts';
import type { Pick } from '../scene/pick.ts';
import type { View } from '../state/view.svelte.ts';
import type { World } from '../state/world.ts';

/**
 * Opens what was clicked; the open arc, clicked again, unfolds; one that stands for many leaves these alone on the map. Says whether a card opens at the place of the click (true), without
 * one (false), or none (null).
 */
export function choose(world: World, view: View, branches: readonly BranchMark[], { kind, id }: Omit<Pick, 'at'>): boolean | null {
  if (kind === 'branch') return openBranch(view, branches, id);
  const open = world.findPairing(view.pairing) ?? world.findRoute(view.record)?.pairing;
  if (kind === 'pairing' && id === open?.id && view.record === null) {
    view.unfold ??= 'channels';
    return null;
  }
  const bundle = world.bundled.get(id);
  if (kind === 'pairing' && bundle) {
    view.donor = bundle.donor;
    view.recipient = bundle.recipient;
    return null;
  }
  if (kind === 'pairing') view.open(id);
  else view.open(kind === 'route' ? (world.findRoute(id)?.pairing.id ?? null) : view.pairing, id);
  return true;
}

/** A channel unfolds into its records; a record opens its card, and what has none the dossier. */
function openBranch(view: View, branches: readonly BranchMark[], id: string): false | null {
  const branch = branches.find((one) => one.id === id);
  if (!branch || branch.kind === 'rest') view.open(view.pairing, null, 'dossier');
  else if (branch.kind === 'channel') view.unfold = branch.section;
  else {
    view.record = branch.id;
    return false;
  }
  return null;
}
