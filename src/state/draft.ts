import { KINDS, MOST_SLIDES, readDeck, writeDeck, type Deck, type Slide } from './deck.ts';
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

/** What is kept of the brief, as it stands; null where there is none. */
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
  const deck = deckIn(text);
  if (!deck)
    try {
      store?.setItem(ASIDE, text);
    } catch {
      // There is no room for it: it stays where it is until the next change.
    }
  return deck;
}

/** A deck out of a file's text or a draft's; null where it is neither. */
export const deckIn = (text: string): Deck | null => draftIn(text) ?? readDeck(text).deck;
/** A deck as text that `deckIn` reads: its file, or, half done, its draft. */
export const textOf = (deck: Deck): string => {
  const file = writeDeck(deck);
  return readDeck(file).deck ? file : JSON.stringify(deck);
};

/**
 * A draft as it was kept, or null. It is no file: a draft may stand half done between two letters – without a title, of a kind whose
 * pairing is still to be named, with half an address – and a file of it would be refused.
 */
function draftIn(text: string): Deck | null {
  try {
    const { title, lang, slides } = JSON.parse(text) as Partial<Deck>;
    const known = (slide: Partial<Slide>): boolean =>
      KINDS.some((kind) => kind === slide.kind) && [slide.view, slide.words, slide.notes].every((part) => typeof part === 'string');
    return typeof title === 'string' &&
      (lang === 'zh' || lang === 'en') &&
      Array.isArray(slides) &&
      slides.length > 0 &&
      slides.every(known)
      ? { title, lang, slides }
      : null;
  } catch {
    return null;
  }
}

/** Keeps a brief on this device. False where there is no room, or the browser allows none. */
export function keepDeck(store: Kept | null, deck: Deck): boolean {
  try {
    store?.setItem(KEY, JSON.stringify(deck));
    return store !== null;
  } catch {
    return false;
  }
}

/** Puts a slide at the end of the brief that is kept, or begins one with it. Gives how many slides it has then; null where it could not be kept, and 0 where it has all that it may. */
export function addToKept(store: Kept | null, slide: Slide, { title, lang }: { title: string; lang: Lang }): number | null {
  const deck = keptDeck(store) ?? { title, lang, slides: [] };
  if (deck.slides.length >= MOST_SLIDES) return 0;
  const longer = { ...deck, slides: [...deck.slides, slide] };
  return keepDeck(store, longer) ? longer.slides.length : null;
}

/** Whether a storage event tells of the brief: another window has changed it. */
export const isOfDraft = ({ key }: StorageEvent): boolean => key === KEY;
