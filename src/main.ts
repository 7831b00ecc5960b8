import { mount, unmount } from 'svelte';
import { late } from './parts/late.ts';
import Answering from './stage/Answering.svelte';
import { FileError, Files, inlinedIn } from './state/files.ts';
import { loadDataset } from './state/load.ts';
import { languagesOf } from './state/lang.ts';
import { trusted, trustOwnWorkers } from './state/trusted.ts';
import { View } from './state/view.svelte.ts';
import { World } from './state/world.ts';
import type { Answers } from './still/answers.ts';
import { messages } from './text/messages.ts';

// The still is in the page already: two frames from here it has been painted, and only then does anything heavy start.
const twoFrames = () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
const painted = twoFrames();
void painted.then(() => performance.mark('still:shown'));

// Under a host's own policy what stands in the page may be refused, its styles and its first script: both are made up for here.
document.documentElement.classList.add('js');
const sheet = document.querySelector<HTMLLinkElement>('link[rel=stylesheet][disabled]');
if (sheet && !getComputedStyle(document.documentElement).getPropertyValue('--font')) sheet.disabled = false;

trustOwnWorkers();

const scheme = matchMedia('(prefers-color-scheme: dark)');
const view = new View({ query: location.search, languages: languagesOf(navigator), prefersDark: scheme.matches });
scheme.addEventListener('change', ({ matches }) => (view.prefersDark = matches));
addEventListener('popstate', () => view.read(location.search));
const files = new Files({ base: document.baseURI, inlined: inlinedIn(document) });

const target = document.getElementById('app')!;
/** What stands in the page before its scripts: put back when they fail. */
const first = [...target.childNodes];
const loading = target.querySelector('.loading')!;
const table = target.querySelector('noscript')?.textContent ?? '';

// The still answers the pointer as soon as it has been painted; the stage does once it is there, and has what was clicked.
const stage = document.getElementById('first')!;
const answers = JSON.parse(document.getElementById('answers')!.textContent!) as Answers;
const answering = painted.then(() =>
  mount(Answering, { target: stage, props: { stage, answers, lang: view.speaks, onopen: (pairing: string | null) => view.open(pairing) } }),
);

/** Fetches figures and app, and beside them the map's code, which the app asks for when it has them; then puts the app in the page. */
async function start(): Promise<void> {
  try {
    const own = new URLSearchParams(location.search).get('data');
    const given = own
      ? late(() => import('./scene/own.ts')).then(({ ownWorld }) => ownWorld(files, own, document.baseURI))
      : loadDataset(files).then((dataset) => new World(dataset));
    const coming = Promise.all([given, late(() => import('./App.svelte'))]);
    void import('./map/live-map.ts').catch(() => undefined);
    const [world, { default: App }] = await coming;
    const painted = { ground: stage.querySelector('.ground')!, inset: stage.querySelector('.inset svg')! };
    mount(App, { target, anchor: target.firstChild!, props: { world, view, painted, files } });
    void unmount(await answering);
    for (const node of first) node.remove();
  } catch (error) {
    fail(error);
  }
}

/** Says what failed and offers to try again. The still stays, and the table of the page's own edition says in words what it shows. */
function fail(error: unknown): void {
  console.warn(error);
  const { dataFailed, codeFailed, again } = messages(view.speaks);
  const said = document.createElement('p');
  said.className = 'failed';
  said.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = again;
  button.addEventListener('click', () => {
    target.replaceChildren(...first);
    said.replaceWith(loading);
    void start();
  });
  said.append(error instanceof FileError ? dataFailed : codeFailed, ' ', button);
  const plain = document.createElement('main');
  plain.className = 'plain';
  plain.innerHTML = trusted(table.replace(/^\s*<main[^>]*>|<\/main>\s*$/g, ''));
  // What failed may have begun to fill the page.
  target.replaceChildren(...first, plain);
  loading.replaceWith(said);
}

// What the pointer is on already is answered before the app's code keeps the browser busy.
void answering.then(twoFrames).then(start);
