import { cleared, type Facet } from '../state/filter.ts';
import type { Opened } from '../state/opened.ts';
import type { View } from '../state/view.svelte.ts';

/** Takes back one thing, as Escape does: the latest of what is unfolded, open, shown beside the map, or filtered. `facets`: the filters in the order in which they were set. False where there is nothing to take back. */
export function takeBack(view: View, opened: Opened, facets: readonly Facet[]): boolean {
  const last = facets.at(-1);
  if (opened.selection !== null && view.unfold !== null && view.record === null && !opened.dossier)
    view.unfold = view.unfold === 'channels' ? null : 'channels';
  else if (view.tab === 'compare') view.open(view.pairing);
  else if (opened.selection !== null) view.open(opened.dossier || view.record !== null ? view.pairing : null);
  else if (view.tab !== 'map') view.tab = 'map';
  else if (last) Object.assign(view, cleared(last));
  else return false;
  return true;
}
