import type { Pairing } from '../../data/schema.ts';
import { onRecord } from '../state/count.ts';
import type { Facet, Filtered } from '../state/filter.ts';
import { openedIn } from '../state/opened.ts';
import type { ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { exploreWords } from './explore.ts';
import type { Lang } from '../state/lang.ts';
import { row } from './list.ts';
import { messages } from './messages.ts';
import { pairingTitle } from './pairing.ts';

/** What a view's filters and widths are set to. */
export type Chosen = Pick<ViewFields, 'programme' | 'donor' | 'recipient' | 'channel' | 'has' | 'network' | 'from' | 'to' | 'measure'>;

/** What one facet of a filter is set to: "Qinghai aid", "Tianjin", "2021–2025". */
export function facetText(world: World, view: Chosen, facet: Facet, lang: Lang): string {
  const [m, words] = [messages(lang), exploreWords(lang)];
  switch (facet) {
    case 'programme':
      return row(
        world.dataset.programmes.filter(({ id }) => view.programme.includes(id)).map(({ name }) => name[lang]),
        lang,
      );
    case 'donor':
    case 'recipient':
      return world.findPlace(view[facet])?.[lang] ?? '';
    case 'channel':
      return row(
        view.channel.map((one) => m.channel[one]),
        lang,
      );
    case 'has':
      return row(
        view.has.map((one) => words.named[one]),
        lang,
      );
    case 'network':
      return words.network[view.network];
    case 'time':
      return view.from === null || view.to === null ? '' : words.years(view.from, view.to);
  }
}

/** How many pairings: those on record, and apart from them the ties that are our inference. */
export function pairsText(pairings: readonly Pairing[], lang: Lang): string {
  const { pairings: n, inferred } = onRecord(pairings);
  return exploreWords(lang).pairs(n, inferred);
}

/** How many of all pairings are shown, and of the ties that are our inference. */
export function shownText(world: World, pairings: readonly Pairing[], lang: Lang): string {
  const words = exploreWords(lang);
  const [shown, all] = [onRecord(pairings), onRecord(world.dataset.pairings)];
  if (pairings.length === world.dataset.pairings.length) return words.everything(pairsText(pairings, lang));
  return [words.shown(shown.pairings, all.pairings), ...(all.inferred ? [words.shownInferred(shown.inferred, all.inferred)] : [])].join(
    lang === 'zh' ? '；' : '; ',
  );
}

/** The view in one sentence: how many pairings are shown, by what they were chosen, and what widths say. Heard when it changes, and printed under pictures. */
export function viewSentence(world: World, view: Chosen, filtered: Filtered, lang: Lang): string {
  const words = exploreWords(lang);
  const { pairings, active } = filtered;
  const parts = [
    shownText(world, pairings, lang),
    ...active.map((facet) => `${words.facet[facet]}${lang === 'zh' ? '：' : ': '}${facetText(world, view, facet, lang)}`),
    `${words.measureBy}${lang === 'zh' ? '：' : ': '}${words.measure[view.measure]}`,
  ];
  return parts.map((part) => `${part}${lang === 'zh' ? '。' : '.'}`).join(lang === 'zh' ? '' : ' ');
}

/** The pairing a view is about: the open one, or that of the open route. */
export function openPairing(world: World, view: Pick<ViewFields, 'pairing' | 'record' | 'tab'>): Pairing | null {
  const { pairing, route } = openedIn(world, view);
  return pairing ?? route?.pairing ?? null;
}

/** What a view is called where it is taken away: its open pairing, or the atlas. */
export function viewTitle(world: World, view: Pick<ViewFields, 'pairing' | 'record' | 'tab'>, lang: Lang): string {
  const open = openPairing(world, view);
  return open ? pairingTitle(world, open, lang) : messages(lang).subtitle;
}
