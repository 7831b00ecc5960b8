import type { Deck, Slide } from '../../state/deck.ts';
import { isOfDraft, keepDeck, keptDeck } from '../../state/draft.ts';
import type { Lang } from '../../state/lang.ts';
import { deskWords } from '../../text/desk.ts';
import { changed, History, moved, withAfter, without } from './edits.ts';

export const blankSlide = (): Slide => ({ kind: 'statement', view: '', words: '', notes: '' });

/** A brief while it is made: what stands there, what can be taken back, and what is to be said of it. Each change is kept on the device. */
export class Making {
  readonly #store: Storage | null;
  readonly #lang: () => Lang;
  readonly #history: History<Deck>;
  deck: Deck = $state.raw()!;
  /** The slide that is being made, counted from 0. */
  at = $state(0);
  said = $state('');
  refused = $state.raw<readonly string[]>([]);
  /** Whether the device has kept the last change. */
  kept = $state(true);
  canUndo = $state(false);
  canRedo = $state(false);

  /** `given` is a deck out of a link, to be taken over; null: what the device has kept. */
  constructor(store: Storage | null, given: Deck | null, lang: () => Lang) {
    [this.#store, this.#lang] = [store, lang];
    this.#history = new History(keptDeck(store) ?? this.fresh());
    this.#show();
    if (!given) return;
    this.set(given);
    this.said = this.#words.opened;
  }

  get #words() {
    return deskWords(this.#lang());
  }
  get slide(): Slide {
    return this.deck.slides[this.at]!;
  }
  /** A brief with its cover. */
  fresh(): Deck {
    const { untitled } = this.#words;
    return { title: untitled, lang: this.#lang(), slides: [{ ...blankSlide(), kind: 'cover', words: `# ${untitled}` }] };
  }

  #show(): void {
    this.deck = this.#history.present;
    this.at = Math.min(this.at, this.deck.slides.length - 1);
    [this.canUndo, this.canRedo] = [this.#history.canUndo, this.#history.canRedo];
  }
  #keep(): void {
    [this.said, this.refused] = ['', []];
    this.#show();
    this.kept = keepDeck(this.#store, this.deck);
  }

  /** Takes a change; `what` names what it is of, where it may be one of many small ones. */
  set(next: Deck, what = ''): void {
    this.#history.set(next, what);
    this.#keep();
  }
  go(step: 'undo' | 'redo'): void {
    this.#history[step]();
    this.#keep();
  }
  edit(part: Partial<Slide>): void {
    this.set(changed(this.deck, this.at, part), `${this.at} ${Object.keys(part).join()}`);
  }
  /** Puts text into the slide's words in the place of what is selected. A step of its own, whatever was typed just before. */
  insert(text: string, start: number, end: number): void {
    const { words } = this.slide;
    this.set(changed(this.deck, this.at, { words: words.slice(0, start) + text + words.slice(end) }));
  }
  add(slide: Slide): void {
    this.set(withAfter(this.deck, this.at, slide));
    this.at++;
  }
  remove(): void {
    this.set(without(this.deck, this.at));
  }
  /** Moves a slide; false where it cannot be moved there. */
  move(from: number, to: number): boolean {
    if (to < 0 || to >= this.deck.slides.length || to === from) return false;
    this.set(moved(this.deck, from, to));
    this.at = to;
    this.said = this.#words.moved(to + 1);
    return true;
  }

  /** Another window has changed the brief: that is what is kept, and what stood here is one step back. */
  heard(event: StorageEvent): void {
    const other = isOfDraft(event) ? keptDeck(this.#store) : null;
    if (!other) return;
    this.#history.set(other);
    this.#show();
    this.said = this.#words.elsewhere;
  }
}
