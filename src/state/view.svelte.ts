import { preferredLang, type Lang } from '../text/lang.ts';
import { format, parse, type Camera, type ThemeChoice, type ViewFields } from './url.ts';

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
  tab = $state<'map' | 'dossier'>('map');
  lang = $state<Lang | null>(null);
  theme = $state<ThemeChoice>('auto');
  at = $state.raw<Camera | null>(null);
  projection = $state<'mercator' | 'globe'>('mercator');
  ground = $state<'outline' | 'plain'>('outline');
  network = $state<'on' | 'off'>('on');
  prefersDark = $state(false);

  readonly #preferred: Lang;
  /** The language in force. */
  readonly speaks = $derived.by((): Lang => this.lang ?? this.#preferred);
  readonly dark = $derived.by(() => this.theme === 'dark' || (this.theme === 'auto' && this.prefersDark));
  readonly query = $derived.by(() => format(this));

  constructor({ query, languages, prefersDark }: Surroundings) {
    this.#preferred = preferredLang(languages);
    this.prefersDark = prefersDark;
    this.read(query);
  }

  /** Takes every field from a query string: a first load, or a step back or forward. */
  read(query: string): void {
    Object.assign(this, parse(query));
  }

  open(pairing: string | null, record: string | null = null, tab: 'map' | 'dossier' = 'map'): void {
    this.pairing = pairing;
    this.record = record;
    this.tab = tab;
  }
}
