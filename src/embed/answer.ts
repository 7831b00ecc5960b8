import { REACH_PX } from '../scene/room.ts';
import { arcsOf, nearestArc, type Answers } from '../still/answers.ts';
import { readFlags } from './flags.ts';
import { announce, frameOf } from './heights.ts';
import type { live as Live } from './live.ts';
import { cameraOf } from '../scene/frame.ts';
import { cameraOfBox, look, seenOf } from './look.ts';

// The script of an embed's page: what stands in the page answers pointer and keys. It is one classic script and fetches
// nothing, so that it runs in a frame without an origin; only the live map needs more.

const script = document.currentScript as HTMLScriptElement;
const root = document.documentElement;
const flags = readFlags(location.search);

// Before anything is painted: theme, and what is left out.
if (flags.theme !== 'auto') root.dataset['theme'] = flags.theme;
for (const [name, is] of [
  ['plain', flags.plain],
  ['fixed', flags.fixed],
  ['transparent', flags.transparent],
  ['fit', flags.fit],
  ['unbranded', !flags.brand],
  ...flags.hide.map((part) => [`no-${part}`, true] as const),
] as const)
  root.classList.toggle(name, is);

const here = root.lang.startsWith('zh') ? 'zh' : 'en';
if (flags.lang && flags.lang !== here) {
  away(here === 'zh' ? './en/' : '../');
} else if (flags.data && script.dataset['apart']?.split(' ').includes(flags.data)) {
  // The page it is bound to is another one.
  away(`${here === 'zh' ? './' : '../'}${flags.data}/${here === 'zh' ? '' : 'en/'}`);
} else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();

/** Goes on to another page in this one's place. The host knows the frame by the address that it gave, which goes along. */
function away(folder: string): void {
  const hash = new URLSearchParams(location.hash.replace(/^#\??/, ''));
  if (!hash.has('from')) hash.set('from', location.href);
  location.replace(`${folder}${location.search}#?${hash.toString()}`);
}

/** Around a card that stands over the map, in px; and what of a still is margin, in parts of it. */
const GAP_PX = 8;
const MARGIN = 0.05;

function start(): void {
  const view = document.getElementById('view')!;
  const still = view.querySelector<SVGSVGElement>('svg.still')!;
  const id = script.dataset['id']!;
  if (flags.theme !== 'auto')
    for (const source of document.querySelectorAll<HTMLSourceElement>('source[data-dark]'))
      source.media = flags.theme === 'dark' ? 'all' : 'not all';
  if (flags.data) {
    const notes = [...document.querySelectorAll<HTMLElement>('.bound[data-edition]')];
    const note = notes.find(({ dataset }) => dataset['edition'] === flags.data) ?? notes.find(({ dataset }) => !dataset['edition']);
    if (note) {
      note.textContent = note.textContent.replace('{}', flags.data);
      note.hidden = false;
    }
  }
  const size = () => [view.clientWidth, view.clientHeight] as const;
  if (flags.at) look(still, flags.at, size());
  else if (flags.fit) look(still, cameraOf(seenOf(still), size(), { left: 0, top: 0, right: 0, bottom: 0 }), size());
  const whole = seenOf(still);
  const frame = frameOf(location.href, id);
  if (!flags.fit) announce(document.querySelector('main')!, frame);
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('still:shown')));
  if (frame.secret) {
    // WordPress opens a link of its own host in its own page, and lets no frame do so.
    document.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
      if (link) parent.postMessage({ message: 'link', value: link.href, secret: frame.secret }, '*');
    });
  }
  if (flags.fixed) return;

  const tell = (type: string, data: object) => {
    if (flags.events && parent !== window) parent.postMessage({ source: 'shanhai-map', id, type, data }, '*');
  };
  const answers = JSON.parse(document.getElementById('answers')!.textContent!) as Answers;
  const [card, tip] = [document.getElementById('card')!, document.getElementById('tip')!];
  const arcs = arcsOf(still);
  let opened: string | null = null;
  let opener: HTMLElement | SVGElement | null = null;
  let alive: Awaited<ReturnType<typeof Live>> | null = null;

  const light = (pairing: string | null) => {
    for (const arc of still.querySelectorAll('[data-arc]')) arc.classList.toggle('hovered', arc.getAttribute('data-arc') === pairing);
  };
  function point(pairing: string | null, [x, y]: readonly [number, number]): void {
    light(pairing ?? opened);
    view.classList.toggle('pointing', pairing !== null);
    const said = pairing && answers[pairing]?.[here];
    tip.hidden = !said;
    if (!said) return;
    const [title, second, line] = ['b', 'span', 'span'].map((tag) => document.createElement(tag));
    [title!.textContent, second!.textContent, line!.textContent] = [said.title, said.second, said.line];
    tip.replaceChildren(title!, second!, line!);
    const { offsetWidth, offsetHeight } = tip;
    // Set by script and not in the markup: a page may refuse `style` attributes.
    tip.style.left = `${Math.max(4, Math.min(x - offsetWidth / 2, view.clientWidth - offsetWidth - 4))}px`;
    tip.style.top = `${y - offsetHeight - 14 > 0 ? y - offsetHeight - 14 : y + 20}px`;
  }
  function open(pairing: string, from: HTMLElement | SVGElement | null): void {
    const template = document.querySelector<HTMLTemplateElement>(`template[data-card="${pairing}"]`);
    if (!template) return;
    const dialog = document.createElement('section');
    dialog.className = 'card surface';
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-label', answers[pairing]![here].title);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', script.dataset['close']!);
    close.textContent = '×';
    close.addEventListener('click', shut);
    dialog.append(template.content.cloneNode(true), close);
    card.replaceChildren(dialog);
    // What a card beside the map leaves free shows what was seen before, less its margins.
    const beside = getComputedStyle(dialog).position === 'absolute' ? dialog.offsetWidth + 2 * GAP_PX : 0;
    const [dx, dy] = [whole.width * MARGIN, whole.height * MARGIN];
    const inner = { x: whole.x + dx, y: whole.y + dy, width: whole.width - 2 * dx, height: whole.height - 2 * dy };
    if (beside && !alive) look(still, cameraOf(inner, size(), { left: 0, top: 0, right: beside, bottom: 0 }), size());
    [opened, opener] = [pairing, from];
    root.classList.add('opened');
    light(pairing);
    tip.hidden = true;
    const head = dialog.querySelector('h2')!;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    alive?.open(pairing);
    tell('select', { pairing });
  }
  function shut(): void {
    card.replaceChildren();
    root.classList.remove('opened');
    look(still, cameraOfBox(whole, size()), size());
    const back = opener;
    [opened, opener] = [null, null];
    light(null);
    alive?.open(null);
    back?.focus({ preventScroll: true });
    tell('select', { pairing: null });
  }

  const under = ({ clientX, clientY, pointerType }: PointerEvent) => {
    const box = view.getBoundingClientRect();
    const at = [clientX - box.left, clientY - box.top] as const;
    const drawing = still.querySelector<SVGSVGElement>('.marks > svg')!;
    const to = drawing.getScreenCTM()!.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(to);
    const reach = (pointerType === 'touch' ? REACH_PX.coarse : REACH_PX.fine) * to.a;
    return { pairing: nearestArc(arcs, [x, y], reach), at };
  };
  still.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const { pairing, at } = under(event);
    point(pairing, at);
  });
  still.addEventListener('pointerleave', () => point(null, [0, 0]));
  still.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<SVGAElement>('a[data-pairing]') : null;
    // By key a click has no place: it is of the link that has the focus. Firefox counts it as one click, of no pointer.
    const byKey = event.detail === 0 || (event as PointerEvent).pointerType === '';
    const pairing = byKey && target ? target.dataset['pairing']! : under(event as PointerEvent).pairing;
    if (target) event.preventDefault();
    if (pairing) open(pairing, still.querySelector<SVGAElement>(`a[data-pairing="${pairing}"]`));
    else if (opened) shut();
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.list a[data-pairing]'))
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || !document.querySelector(`template[data-card="${link.dataset['pairing']}"]`))
        return;
      event.preventDefault();
      open(link.dataset['pairing']!, link);
    });
  for (const link of still.querySelectorAll<SVGAElement>('a[data-pairing]')) {
    link.addEventListener('focus', () => light(link.dataset['pairing']!));
    link.addEventListener('blur', () => light(opened));
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !opened) return;
    event.preventDefault();
    shut();
  });
  // A source that is cited by its number stands in the list below, which may be folded.
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#source-"]'))
      (document.getElementById('sources') as HTMLDetailsElement).open = true;
  });

  const button = document.getElementById('live') as HTMLButtonElement;
  const label = button.textContent;
  button.hidden = false;
  let coming = false;
  async function wake(): Promise<void> {
    if (coming || alive) return;
    coming = true;
    button.disabled = true;
    button.textContent = script.dataset['loading']!;
    try {
      const { live } = (await import(/* @vite-ignore */ new URL(script.dataset['live']!, document.baseURI).href)) as { live: typeof Live };
      alive = await live(view, {
        home: new URL(script.dataset['home']!, document.baseURI).href,
        query: script.dataset['query']!,
        data: script.dataset['edition'] === script.dataset['now'] ? null : script.dataset['edition']!,
        at: cameraOfBox(seenOf(still), size()),
        lang: here,
        theme: flags.theme,
        onopen: (pairing) => (pairing ? pairing !== opened && open(pairing, button) : opened && shut()),
      });
      if (opened) alive.open(opened);
      button.hidden = true;
      tip.hidden = true;
      tell('live', {});
    } catch (error) {
      console.warn(error);
      button.textContent = label;
      button.disabled = false;
      const said = document.createElement('p');
      said.className = 'failed surface';
      said.setAttribute('role', 'status');
      said.textContent = script.dataset['failed']!;
      view.querySelector('.failed')?.remove();
      view.append(said);
    } finally {
      coming = false;
    }
  }
  button.addEventListener('click', () => void wake());
  // A zoom is more than a still can show.
  view.addEventListener(
    'wheel',
    (event) => {
      if (alive || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void wake();
    },
    { passive: false },
  );
  if (flags.autoload === 'visible')
    new IntersectionObserver((seen, observer) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void wake();
    }).observe(view);
  performance.mark('still:interactive');
  tell('ready', {});
}
