import { MOST_SLIDES, type Deck, type Slide } from '../../state/deck.ts';

/** A deck with one of its slides elsewhere; both places count from 0. */
export function moved(deck: Deck, from: number, to: number): Deck {
  const slides = [...deck.slides];
  const [slide] = slides.splice(from, 1);
  if (slide) slides.splice(Math.max(0, Math.min(slides.length, to)), 0, slide);
  return { ...deck, slides };
}

/** Without one of its slides. A deck keeps at least one. */
export const without = (deck: Deck, at: number): Deck =>
  deck.slides.length > 1 ? { ...deck, slides: deck.slides.filter((_, i) => i !== at) } : deck;

/** With a slide after another, if it has not as many as it may. */
export const withAfter = (deck: Deck, at: number, slide: Slide): Deck =>
  isFull(deck) ? deck : { ...deck, slides: [...deck.slides.slice(0, at + 1), slide, ...deck.slides.slice(at + 1)] };
export const isFull = ({ slides }: Deck): boolean => slides.length >= MOST_SLIDES;

/** With something of one slide changed. */
export const changed = (deck: Deck, at: number, part: Partial<Slide>): Deck => ({
  ...deck,
  slides: deck.slides.map((slide, i) => (i === at ? { ...slide, ...part } : slide)),
});

/** Changes that come so soon after each other, in ms, and are of one thing, are taken back together: a word, not its letters. */
const TOGETHER_MS = 1200;
/** Steps that are remembered. */
const MOST = 200;

/** What was, what is and what was taken back. */
export class History<T> {
  #past: T[] = [];
  #future: T[] = [];
  #last = { what: '', at: 0 };
  present: T;

  constructor(present: T) {
    this.present = present;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  /** Takes a change. `what` names what it is of, where it may be one of many small ones; `now` is the time in ms. */
  set(next: T, what = '', now = Date.now()): void {
    const goesOn = what !== '' && what === this.#last.what && now - this.#last.at < TOGETHER_MS;
    if (!goesOn) this.#past = [...this.#past, this.present].slice(-MOST);
    [this.present, this.#future, this.#last] = [next, [], { what, at: now }];
  }
  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.present);
    [this.present, this.#last] = [before, { what: '', at: 0 }];
  }
  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.present);
    [this.present, this.#last] = [after, { what: '', at: 0 }];
  }
}
