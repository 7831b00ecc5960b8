import { mount } from 'svelte';
import { load, loadGroundNotes } from './state/load.ts';
import { View } from './state/view.svelte.ts';
import { World } from './state/world.ts';
import { messages } from './text/messages.ts';

// The still is in the page already: two frames from here it has been painted, and only then does anything heavy start.
const painted = new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
void painted.then(() => performance.mark('still:shown'));

const scheme = matchMedia('(prefers-color-scheme: dark)');
const view = new View({ query: location.search, languages: navigator.languages, prefersDark: scheme.matches });
scheme.addEventListener('change', ({ matches }) => (view.prefersDark = matches));
addEventListener('popstate', () => view.read(location.search));

const target = document.getElementById('app')!;
const parts = {
  stage: document.getElementById('stage')!,
  frame: document.getElementById('frame')!,
  marks: document.getElementById('marks')!,
  inset: document.getElementById('inset')!,
};
const table = target.querySelector('noscript')?.textContent ?? '';

const url = (path: string) => new URL(path, document.baseURI).href;
/** The figures, the app, and beside them the map's code, which the app asks for when it has them. None is needed for the first paint. */
const rest = painted.then(() => {
  const loading = Promise.all([load(url('data/shanhai.json')), loadGroundNotes(url('geo/ground.json')), import('./App.svelte')]);
  void import('./map/live-map.ts').catch(() => undefined);
  return loading;
});
rest.then(
  ([dataset, notes, { default: App }]) => {
    target.replaceChildren();
    mount(App, { target, props: { world: new World(dataset), view, parts, notes } });
  },
  (error: unknown) => {
    // The still stays; the table of the page's own edition says in words what it shows.
    console.warn(error);
    const failed = document.createElement('main');
    failed.className = 'plain failed';
    failed.setAttribute('role', 'alert');
    failed.innerHTML = table.replace(/^\s*<main[^>]*>|<\/main>\s*$/g, '');
    const said = document.createElement('p');
    said.textContent = messages(view.speaks).dataFailed;
    failed.prepend(said);
    target.append(failed);
  },
);
