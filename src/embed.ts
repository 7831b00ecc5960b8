import { mount } from 'svelte';
import { readFlags } from './embed/flags.ts';
import { announce, frameOf } from './embed/heights.ts';
import { embedPlace } from './text/embed-place.ts';
import Whole from './embed/Whole.svelte';
import { cssVariables, DARK, LIGHT } from './look/themes.ts';
import { Files } from './state/files.ts';
import { languagesOf, preferredLang } from './state/lang.ts';
import { loadEdition } from './state/load.ts';
import { parse } from './state/url.ts';
import { View } from './state/view.svelte.ts';
import { World } from './state/world.ts';
import { EDITION } from './text/edition.ts';
import { embedWords } from './text/embed.ts';
import { messages } from './text/messages.ts';

const flags = readFlags(location.search);
const scheme = matchMedia('(prefers-color-scheme: dark)');
const view = new View({ query: location.search, languages: languagesOf(navigator), prefersDark: scheme.matches });
view.theme = flags.theme;
const root = document.documentElement;
root.lang = view.speaks === 'zh' ? 'zh-CN' : 'en';

/** Where a view of one pairing, place or programme has a page of its own, the reader is sent on: it is there before any script. */
const own = embedPlace(parse(location.search), view.lang ?? preferredLang(languagesOf(navigator)), () => true);
if (own) {
  const query = new URLSearchParams(location.search);
  for (const key of ['pairing', 'donor', 'recipient', 'programme', 'lang']) query.delete(key);
  const hash = new URLSearchParams(location.hash.replace(/^#\??/, ''));
  if (!hash.has('from')) hash.set('from', location.href);
  const to = `./${own}${query.size ? `?${query.toString()}` : ''}#?${hash.toString()}`;
  // What has no page is nobody's id: the default view is shown instead.
  void fetch(to, { method: 'HEAD' }).then(
    ({ ok }) => (ok ? location.replace(to) : start()),
    () => location.replace(to),
  );
} else void start();

async function start(): Promise<void> {
  const target = document.getElementById('embed')!;
  const theme = () => {
    root.dataset['theme'] = view.dark ? 'dark' : 'light';
    for (const declaration of cssVariables(view.dark ? DARK : LIGHT).split(';')) {
      const [name, value] = declaration.split(/:(.*)/);
      root.style.setProperty(name!, value!);
    }
  };
  theme();
  scheme.addEventListener('change', ({ matches }) => ((view.prefersDark = matches), theme()));
  const files = new Files({ base: document.baseURI });
  if (!flags.fit) announce(target, frameOf(location.href, 'embed.html'));
  try {
    const { dataset, today, missing } = await loadEdition(files, flags.data, EDITION);
    const world = new World(dataset);
    target.replaceChildren();
    mount(Whole, { target, props: { world, view, files, flags, today: today && new World(today), missing } });
  } catch (error) {
    console.warn(error);
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    const link = document.createElement('a');
    [link.href, link.target, link.rel] = [`./${location.search}`, '_blank', 'noopener'];
    link.textContent = embedWords(view.speaks).atlas;
    said.append(messages(view.speaks).dataFailed, ' ', link);
    target.replaceChildren(said);
  }
}
