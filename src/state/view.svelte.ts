import type { Channel } from '../../data/schema.ts';
import { preferredLang, type Lang } from './lang.ts';
import { spanOf } from './span.ts';
import { format, parse, type Camera, type Measure, type Named, type ThemeChoice, type ViewFields } from './url.ts';

/** What the view needs to know of the browser. Passed in, so that the view itself can be tried without one. */
export interface Surroundings {
  query: string;
  languages: readonly string[];
  prefersDark: boolean;
}

/** What the reader is looking at. Components read it and set its fields; nothing else holds view state. */
export class View implements ViewFields {
  pairing = $state<string | null>(null);
  record = $state<string | null>(null);
  compare = $state<string | null>(null);
  unfold = $state<ViewFields['unfold']>(null);
  donor = $state<string | null>(null);
  recipient = $state<string | null>(null);
  programme = $state.raw<readonly string[]>([]);
  channel = $state.raw<readonly Channel[]>([]);
  has = $state.raw<readonly Named[]>([]);
  network = $state<ViewFields['network']>('on');
  from = $state<number | null>(null);
  to = $state<number | null>(null);
  measure = $state<Measure>('rate');
  shade = $state<ViewFields['shade']>('off');
  sort = $state<ViewFields['sort']>('-rate');
  q = $state('');
  lang = $state<Lang | null>(null);
  theme = $state<ThemeChoice>('auto');
  at = $state.raw<Camera | null>(null);
  projection = $state<ViewFields['projection']>('mercator');
  labels = $state<ViewFields['labels']>('one');
  ground = $state<ViewFields['ground']>('outline');
  prefersDark = $state(false);

  #tab = $state<ViewFields['tab']>('map');
  readonly #preferred: Lang;
  /** The language in force. */
  readonly speaks = $derived.by((): Lang => this.lang ?? this.#preferred);
  readonly dark = $derived.by(() => this.theme === 'dark' || (this.theme === 'auto' && this.prefersDark));
  readonly query = $derived.by(() => format(this));
  /** The years chosen, or null for all time. */
  readonly span = $derived.by(() => spanOf(this));

  constructor({ query, languages, prefersDark }: Surroundings) {
    this.#preferred = preferredLang(languages);
    this.prefersDark = prefersDark;
    this.read(query);
  }

  /** An accessor, so that a page with the map alone can send readers elsewhere (`element/map-view.ts`). */
  get tab(): ViewFields['tab'] {
    return this.#tab;
  }
  set tab(to: ViewFields['tab']) {
    this.#tab = to;
  }

  /** Takes every field from a query string: a first load, or a step back or forward. */
  read(query: string): void {
    Object.assign(this, parse(query));
  }

  /** Opens a pairing or record, or closes what is open. The table stays beside what is opened from it. */
  open(pairing: string | null, record: string | null = null, tab: 'map' | 'dossier' = 'map'): void {
    if (pairing !== this.pairing) this.unfold = null;
    this.pairing = pairing;
    this.record = record;
    this.compare = null;
    if (this.tab !== 'table' || tab !== 'map') this.tab = tab;
  }
}
