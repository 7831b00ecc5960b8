import { readDeck, writeDeck, type Deck, type Slide } from './deck.ts';
import type { Lang } from './lang.ts';

/** Where this device keeps the reader's own brief. */
const KEY = 'shanhai-brief';
/** Where one goes that could not be read any more, so that nothing is lost. */
const ASIDE = 'shanhai-brief-unread';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** The device's store; null where the browser allows none. */
export function deviceStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** The text of the brief that is kept, as its file would have it; null where there is none. */
export const keptText = (store: Kept | null): string | null => {
  try {
    return store?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
};

/** The brief that is kept; null where there is none. What cannot be read is put aside and counts as none. */
export function keptDeck(store: Kept | null): Deck | null {
  const text = keptText(store);
  if (!text) return null;
  const { deck } = readDeck(text);
  if (!deck) store?.setItem(ASIDE, text);
  return deck;
}

/** Keeps a brief on this device. False where there is no room, or the browser allows none. */
export function keepDeck(store: Kept | null, deck: Deck): boolean {
  try {
    store?.setItem(KEY, writeDeck(deck));
    return store !== null;
  } catch {
    return false;
  }
}

/** Puts a slide at the end of the brief that is kept, or begins one with it. Gives how many slides it has then; null where it could not be kept. */
export function addToKept(store: Kept | null, slide: Slide, { title, lang }: { title: string; lang: Lang }): number | null {
  const deck = keptDeck(store) ?? { title, lang, slides: [] };
  const longer = { ...deck, slides: [...deck.slides, slide] };
  return keepDeck(store, longer) ? longer.slides.length : null;
}

/** Whether a storage event tells of the brief: another window has changed it. */
export const isOfDraft = ({ key }: StorageEvent): boolean => key === KEY;
