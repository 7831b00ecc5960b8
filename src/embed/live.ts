import { mount, unmount } from 'svelte';
import { Files } from '../state/files.ts';
import { languagesOf, type Lang } from '../state/lang.ts';
import { loadDataset, readDataset, releaseFile } from '../state/load.ts';
import type { Camera, ThemeChoice } from '../state/url.ts';
import { View } from '../state/view.svelte.ts';
import { World } from '../state/world.ts';
import Live from './Live.svelte';

/** What an embed's live map is made with. */
export interface LiveOptions {
  /** Address of the first page of the site, with a slash at its end. */
  home: string;
  /** Query string of what is shown. */
  query: string;
  /** Day of the edition that is shown; null: today's. */
  data: string | null;
  at: Camera | null;
  lang: Lang;
  theme: ThemeChoice;
  /** Hears which pairing was chosen on the map; null beside all of them. */
  onopen: (pairing: string | null) => void;
}

/** Puts the live map over the still that stands in `box`. Rejects where figures cannot be had; the still stays. */
export async function live(box: HTMLElement, { home, query, data, at, lang, theme, onopen }: LiveOptions) {
  const files = new Files({ base: home });
  const world = new World(await (data ? files.json(releaseFile(data), readDataset) : loadDataset(files)));
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const view = new View({ query: `${query}&lang=${lang}&theme=${theme}`, languages: languagesOf(navigator), prefersDark: scheme.matches });
  view.at = at;
  scheme.addEventListener('change', ({ matches }) => (view.prefersDark = matches));
  const first = view.pairing;
  // In a shadow root the stage brings its own sheet of style: the page of an embed has none of it.
  const room = document.createElement('div');
  room.className = 'live';
  box.append(room);
  const made = mount(Live, { target: room.attachShadow({ mode: 'open' }), props: { world, view, files, onopen } });
  return {
    open: (pairing: string | null) => (view.pairing = pairing ?? first),
    end: async () => {
      await unmount(made);
      room.remove();
    },
  };
}
