import { slideAfter, type Act } from './keys.ts';
import { Pair, type Step } from './step.ts';

/** How often it is asked whether the room has rested long enough, in ms. */
const LOOK_MS = 250;

interface TalkOptions {
  /** Id of the brief, by which a speaker's window knows it. */
  id: string;
  /** The slide in front at first, counted from 0, and how many there are. */
  first: number;
  count: number;
  /** Seconds that a slide stands when nobody is there; null: until it is asked on. */
  kiosk: number | null;
  /** Hears of every slide that is asked for, and whether another was in front before. */
  onshow: (slide: number, moved: boolean) => void;
}

/** Where a talk stands, in step with the speaker's window. */
export class Talk {
  readonly #options: TalkOptions;
  /** The slide in front, counted from 0. */
  now = $state(0);
  blank = $state<Step['blank']>(null);
  /** When the talk began, in ms; null: not yet. */
  #since: number | null = null;
  /** When somebody was last there. */
  #rested = Date.now();
  #pair: Pair | null = null;

  constructor(options: TalkOptions) {
    this.#options = options;
    this.now = options.first;
  }

  /** Begins to hear the speaker's window, and to go on by itself; gives what ends both. */
  begin(): () => void {
    const { id, count, kiosk } = this.#options;
    const pair = new Pair(
      id,
      'room',
      () => ({ slide: this.now, blank: this.blank, since: this.#since }),
      ({ slide, blank, since }) => {
        this.#since = since;
        this.stir();
        this.#show(Math.min(slide, count - 1));
        this.blank = blank;
      },
    );
    this.#pair = pair;
    // Where nobody is, slides go on by themselves, the first after the last; whoever comes has the room until it rests as long again.
    const timer = kiosk ? setInterval(() => this.#goOn(kiosk * 1000), LOOK_MS) : undefined;
    return () => {
      pair.end();
      clearInterval(timer);
    };
  }
  #goOn(restMs: number): void {
    if (Date.now() - this.#rested < restMs) return;
    this.stir();
    this.go(this.now === this.#options.count - 1 ? 'first' : 'next');
  }

  /** Somebody is there. */
  stir(): void {
    this.#rested = Date.now();
  }
  #show(to: number): void {
    const moved = to !== this.now;
    [this.now, this.blank] = [to, null];
    this.#options.onshow(to, moved);
  }
  go(act: Act): void {
    this.#since ??= Date.now();
    this.#show(slideAfter(act, this.now, this.#options.count) ?? this.now);
    this.#pair?.step();
  }
  /** Blanks the screen, or takes that back. */
  toggle(blank: Step['blank']): void {
    this.blank = this.blank === blank ? null : blank;
    this.#pair?.step();
  }
  /** Takes a blank off without a word to the speaker's window. */
  clear(): void {
    this.blank = null;
  }
  /** Opens the speaker's window; false where the browser does not let it open. */
  open(address: string): boolean {
    return this.#pair?.open(address) ?? false;
  }
}
