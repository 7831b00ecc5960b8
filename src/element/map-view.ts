import { format, parse, type ViewFields } from '../state/url.ts';
import { View, type Surroundings } from '../state/view.svelte.ts';

/** Where a view's panels are: the atlas. */
export interface Elsewhere {
  /** Whether a record is shown by a panel, as a figure is. */
  has: (record: string) => boolean;
  /** Shows a view there, given its query string. */
  show: (query: string) => void;
}

/** A view that has the map and its popups alone: whatever needs a panel is shown elsewhere, and leaves the view as it is. */
export class MapView extends View {
  /** Not there while the view is made, which sets its tab. */
  readonly elsewhere: Elsewhere | undefined;

  constructor(surroundings: Surroundings, elsewhere: Elsewhere) {
    super(surroundings);
    this.elsewhere = elsewhere;
  }

  override get tab(): ViewFields['tab'] {
    return 'map';
  }
  override set tab(to: ViewFields['tab']) {
    if (to !== 'map') this.elsewhere?.show(withFields(this, { tab: to }));
  }

  override open(pairing: string | null, record: string | null = null, tab: 'map' | 'dossier' = 'map'): void {
    if (tab !== 'map' || (record !== null && this.elsewhere?.has(record))) this.elsewhere?.show(withFields(this, { pairing, record, tab }));
    else super.open(pairing, record);
  }
}

/** The query string of a view with some fields of another. */
const withFields = (view: View, fields: Partial<ViewFields>): string => format({ ...parse(view.query), ...fields });
