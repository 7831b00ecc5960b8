import { mount } from 'svelte';
import Speaker from './briefing/Speaker.svelte';
import Briefing from './briefing/Briefing.svelte';
import type { Carried } from './briefing/single.ts';
import Choice from './briefing/Choice.svelte';
import { textIn } from './briefing/own/link.ts';
import { readDeck, type Deck } from './state/deck.ts';
import { deckIn, deviceStore, keptDeck, textOf } from './state/draft.ts';
import { late } from './parts/late.ts';
import { deskWords } from './text/desk.ts';
import { cssVariables, DARK, LIGHT } from './look/themes.ts';
import { adopt } from './parts/styles.svelte.ts';
import { Files, inlinedIn } from './state/files.ts';
import { languagesOf, preferredLang } from './state/lang.ts';
import { loadDataset } from './state/load.ts';
import { parse } from './state/url.ts';
import { trustOwnWorkers } from './state/trusted.ts';
import { World } from './state/world.ts';
import { groundCss } from './still/ground.ts';
import { briefingWords } from './text/briefing.ts';
import { messages } from './text/messages.ts';

/** What an address calls the reader's own brief. */
const OWN = 'own';
trustOwnWorkers();
const asked = new URLSearchParams(location.search);
const { lang: named, theme } = parse(location.search);
const lang = named ?? preferredLang(languagesOf(navigator));
const colours = theme === 'dark' ? DARK : LIGHT;
const root = document.documentElement;
root.lang = lang === 'zh' ? 'zh-CN' : 'en';
root.dataset['theme'] = theme === 'dark' ? 'dark' : 'light';
for (const declaration of cssVariables(colours).split(';')) {
  const [name, value] = declaration.split(/:(.*)/);
  root.style.setProperty(name!, value!);
}
void start();

/** Shows the brief out of the address's link, or the one that this device keeps; or the desk where it is made. */
async function own(target: HTMLElement, files: Files): Promise<void> {
  // Another link in the same tab is another brief.
  addEventListener('hashchange', () => location.reload());
  const world = new World(await loadDataset(files));
  const words = deskWords(lang);
  const linked = await textIn(location.hash).catch(() => '');
  const read = linked === null ? null : readDeck(linked).deck;
  target.replaceChildren();
  if (linked !== null && !read) return void fail(target, words.linkBad);
  const deck = read ?? keptDeck(deviceStore());
  if (asked.get('edit') === 'on' || !deck) {
    const { default: Desk } = await late(() => import('./briefing/own/Desk.svelte'));
    document.title = `${words.mine} · ${messages(lang).title}`;
    mount(Desk, { target, props: { world, files, lang, theme: colours, given: read } });
    return;
  }
  show(target, world, files, OWN, deck, { id: OWN, title: { [deck.lang]: deck.title }, text: { [deck.lang]: textOf(deck) } });
}

/** Says in the place of a brief why there is none. */
function fail(target: HTMLElement, text: string): void {
  const said = document.createElement('p');
  said.className = 'wait';
  said.setAttribute('role', 'alert');
  said.textContent = text;
  target.replaceChildren(said);
}

/** Puts a brief in front of the room, or in the speaker's window. */
function show(target: HTMLElement, world: World, files: Files, id: string, deck: Deck, carried: Carried | null): void {
  document.title = `${deck.title} · ${messages(lang).title}`;
  target.replaceChildren();
  const first = Math.min(deck.slides.length, Math.max(1, Number(asked.get('slide')) || 1)) - 1;
  const given = { world, files, id, deck, first, onslide };
  if (asked.get('speaker') === 'on') {
    document.title = `${briefingWords(lang).speaker} · ${document.title}`;
    mount(Speaker, { target, props: { ...given, theme: colours } });
  } else {
    const kiosk = Number(asked.get('kiosk')) || null;
    mount(Briefing, { target, props: { ...given, dark: theme === 'dark', kiosk, carried, speakerAt } });
    // In front of a room nothing is offered: a newer build comes with another visit.
    void late(() => import('./offline/keep.ts')).then(({ keep }) => keep({ onkept: () => {}, onupdate: () => {} }), console.warn);
  }
}

/** The address follows, so that a reload comes back to the same slide. */
function onslide(slide: number): void {
  asked.set('slide', String(slide + 1));
  history.replaceState(history.state, '', `?${asked.toString()}${location.hash}`);
}

/** Address of the speaker's window, at a slide. */
function speakerAt(slide: number): string {
  const query = new URLSearchParams(asked);
  query.delete('kiosk');
  query.set('slide', String(slide + 1));
  query.set('speaker', 'on');
  return `?${query.toString()}${location.hash}`;
}

async function start(): Promise<void> {
  const target = document.getElementById('room')!;
  adopt(target, 'ground', groundCss());
  const files = new Files({ base: document.baseURI, inlined: inlinedIn(document) });
  // A page of one file opens with the brief that it carries.
  const id = asked.get('brief') ?? document.querySelector<HTMLMetaElement>('meta[name=shanhai-brief]')?.content ?? '';
  try {
    if (id === OWN) return await own(target, files);
    const briefs = await files.json<{ id: string; title: { zh: string; en: string } }[]>('data/briefs/index.json');
    const brief = briefs.find((one) => one.id === id);
    if (!brief) {
      target.replaceChildren();
      mount(Choice, { target, props: { briefs, lang, unknown: id } });
      return;
    }
    const [world, text] = await Promise.all([
      loadDataset(files).then((dataset) => new World(dataset)),
      files.json<Carried['text']>(`data/briefs/${id}.json`),
    ]);
    // The build has checked it, or its maker may have left it half done.
    const deck = deckIn(text[lang] ?? text.zh ?? text.en!)!;
    show(target, world, files, id, deck, files.has(`data/briefs/${id}.json`) ? null : { ...brief, text });
  } catch (error) {
    console.warn(error);
    fail(target, messages(lang).dataFailed);
  }
}
