import { mount, unmount } from 'svelte';
import { late } from '../parts/late.ts';
import { adopt } from '../parts/styles.svelte.ts';
import { Files } from '../state/files.ts';
import { loadEdition } from '../state/load.ts';
import { format, type ViewFields } from '../state/url.ts';
import { World } from '../state/world.ts';
import { EDITION } from '../text/edition.ts';
import { changed, type Asked } from './attributes.ts';
import Frame from './Frame.svelte';
import { MapView } from './map-view.ts';
import type { ShanhaiEvents } from './public.ts';

/** What a map is put on the page with. */
export interface Given {
  root: ShadowRoot;
  /** Folder of the atlas, with a slash at its end. */
  base: string;
  /** Day of the edition that is asked for; null: today's. */
  data: string | null;
  asked: Asked;
  /** Languages to choose from where the attributes name none, the first that is ours. */
  languages: readonly string[];
  /** Whether it still is, when the figures have come. */
  wanted: () => boolean;
  tell: <K extends keyof ShanhaiEvents>(name: K, detail: ShanhaiEvents[K]['detail']) => void;
}

/** A map that stands in its element. */
export interface Made {
  readonly view: string;
  readonly live: boolean;
  ask: (asked: Asked) => void;
  wake: () => void;
  end: () => void;
}

/** What a frame can be told to do. */
export interface Handles {
  load: (when: 'tap' | 'visible') => void;
  wake: () => void;
  isLive: () => boolean;
  /** Changes the view in a way that the page need not be told of, since it asked for it. */
  expect: (change: () => void) => void;
  /** Shows the camera that the attributes have come to ask for. */
  lookAt: () => void;
}

/** The edition that a map shows, today's where that is another, and whether the one asked for could not be had. */
interface Worlds {
  world: World;
  today: World | null;
  missing: boolean;
}

/** What is had of each folder in each edition: all maps of a page share it. */
const atlases = new Map<string, { files: Files; worlds: Promise<Worlds> }>();

function atlas(base: string, data: string | null) {
  const key = `${data ?? ''} ${base}`;
  const known = atlases.get(key);
  if (known) return known;
  const files = new Files({ base });
  const worlds = loadEdition(files, data, EDITION).then(({ dataset, today, missing }): Worlds => ({
    world: new World(dataset),
    today: today && new World(today),
    missing,
  }));
  const made = { files, worlds };
  atlases.set(key, made);
  // What failed is asked for anew by whoever comes next.
  worlds.then(
    ({ missing }) => missing && atlases.delete(key),
    () => atlases.delete(key),
  );
  return made;
}

/** Puts a map into an element's root. Null where it is wanted no more; rejects with a `FileError` where there are no figures. */
export async function put({ root, base, data, asked, languages, wanted, tell }: Given): Promise<Made | null> {
  const { files, worlds: coming } = atlas(base, data);
  const [{ world, today, missing }, { stageCss }] = await Promise.all([coming, late(() => import('../stage/shadow.ts'))]);
  if (!wanted()) return null;
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const addressOf = (query: string) => new URL(query ? `?${query}` : '.', base).href;
  const view = new MapView(
    { query: format(asked.fields), languages, prefersDark: scheme.matches },
    { has: (record) => world.findFigure(record) !== null, show: (query) => void window.open(addressOf(query), '_blank', 'noopener') },
  );
  const dark = ({ matches }: MediaQueryListEvent) => (view.prefersDark = matches);
  scheme.addEventListener('change', dark);

  let before = asked;
  adopt(root, 'stage', stageCss);
  const frame = mount(Frame, { target: root, props: { world, today, missing, data, view, files, addressOf, tell } }) as Handles;
  frame.load(asked.autoload);
  return {
    get view() {
      return view.query;
    },
    get live() {
      return frame.isLive();
    },
    ask(now) {
      frame.load(now.autoload);
      const fields = changed(before.fields, now.fields);
      before = now;
      frame.expect(() => show(view, fields, now.fields.unfold));
      if ('at' in fields) frame.lookAt();
    },
    wake: () => frame.wake(),
    end() {
      scheme.removeEventListener('change', dark);
      void unmount(frame);
    },
  };
}

/** Gives a view new fields. Another pairing is unfolded as the attributes say, and not as the reader left the one before. */
function show(view: MapView, { pairing, record, ...fields }: Partial<ViewFields>, unfold: ViewFields['unfold']): void {
  if (pairing !== undefined) {
    view.open(pairing, record ?? null);
    view.unfold = unfold;
  }
  if (pairing === undefined && record !== undefined) view.open(view.pairing, record);
  Object.assign(view, fields);
}
