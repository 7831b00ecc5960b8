/** What is in front of the room: which slide, counted from 0, whether it is blanked, and since when the talk has run. */
export interface Step {
  slide: number;
  blank: 'black' | 'white' | null;
  /** Milliseconds since 1970; null before it has begun. */
  since: number | null;
}

type Role = 'room' | 'speaker';
interface Told {
  shanhai: 'briefing';
  brief: string;
  from: Role;
  /** `hello` asks where the other window is, and tells where this one would be. */
  what: 'hello' | 'step';
  step: Step;
}

/** How often a speaker's window asks for the room's: one that was reloaded knows nobody until it is spoken to. */
const HELLO_MS = 1000;

/** A step as it was sent, or null: pages of others may send whatever they like. */
export function stepOf(sent: unknown, brief: string, from: Role): { what: Told['what']; step: Step } | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const told = sent as Partial<Told>;
  if (told.shanhai !== 'briefing' || told.brief !== brief || told.from !== from) return null;
  if (told.what !== 'hello' && told.what !== 'step') return null;
  const { slide, blank, since } = (told.step ?? {}) as Partial<Step>;
  if (!Number.isInteger(slide) || slide! < 0) return null;
  return {
    what: told.what,
    step: {
      slide: slide!,
      blank: blank === 'black' || blank === 'white' ? blank : null,
      since: typeof since === 'number' && Number.isFinite(since) ? since : null,
    },
  };
}

/**
 * Keeps the window of the room and that of the speaker in step, both ways. They tell each other over a `BroadcastChannel`, and
 * as windows of which the one has opened the other: files that are opened by a double-click share no channel. The room has the
 * last word, since that is what people see; either may be reloaded and finds the other again.
 */
export class Pair {
  readonly #brief: string;
  readonly #role: Role;
  readonly #now: () => Step;
  readonly #hear: (step: Step) => void;
  readonly #channel: BroadcastChannel | null;
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** The other window, once it is known. */
  #other: Window | null;

  /** `now` is where this window is, `hear` is told where it is to be. */
  constructor(brief: string, role: Role, now: () => Step, hear: (step: Step) => void) {
    [this.#brief, this.#role, this.#now, this.#hear] = [brief, role, now, hear];
    this.#other = role === 'speaker' ? (opener as Window | null) : null;
    this.#channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`shanhai-briefing-${brief}`) : null;
    const { signal } = this.#abort;
    this.#channel?.addEventListener('message', ({ data }) => this.#receive(data, null), { signal });
    addEventListener(
      'message',
      ({ data, source, origin }) => {
        // A file has no origin of its own to be told by.
        const isOurs = origin === location.origin || (origin === 'null' && location.protocol === 'file:');
        if (isOurs && source && source !== window) this.#receive(data, source as Window);
      },
      { signal },
    );
    this.#tell('hello');
    if (role === 'speaker') this.#timer = setInterval(() => this.#tell('hello'), HELLO_MS);
  }

  /** Opens the speaker's window at an address, or brings it to the front. False where the browser does not let it open. */
  open(address: string): boolean {
    this.#other = window.open(address, 'shanhai-speaker', 'popup,width=1280,height=800');
    return this.#other !== null;
  }

  /** Tells the other window where this one is now. */
  step(): void {
    this.#tell('step');
  }

  end(): void {
    this.#abort.abort();
    clearInterval(this.#timer);
    this.#channel?.close();
  }

  #tell(what: Told['what']): void {
    const told: Told = { shanhai: 'briefing', brief: this.#brief, from: this.#role, what, step: { ...this.#now() } };
    this.#channel?.postMessage(told);
    if (this.#other && !this.#other.closed) this.#other.postMessage(told, location.protocol === 'file:' ? '*' : location.origin);
  }

  #receive(sent: unknown, source: Window | null): void {
    const told = stepOf(sent, this.#brief, this.#role === 'room' ? 'speaker' : 'room');
    if (!told) return;
    if (source) this.#other = source;
    const now = this.#now();
    if (told.what === 'step') return this.#hear(told.step);
    // The room answers where it is; of the time only the speaker's window keeps a record, and may have lost it.
    if (this.#role === 'room') {
      if (told.step.since !== null && told.step.since !== now.since) this.#hear({ ...now, since: told.step.since });
      const { slide, blank, since } = this.#now();
      if (told.step.slide !== slide || told.step.blank !== blank || told.step.since !== since) this.#tell('step');
    } else this.#tell('hello');
  }
}
