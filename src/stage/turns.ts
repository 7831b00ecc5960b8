/** How many maps of one origin may be live at once: browsers take contexts away from pages that have many, the oldest first. */
export const MOST = 2;

/** What is known of one map that could be live. Times are ms since 1970, 0 for never. */
export interface Turn {
  id: string;
  /** Whether its reader has asked for the live map. */
  wanted: boolean;
  live: boolean;
  /** Whether any of it is in sight. */
  seen: boolean;
  /** When its reader last acted on it. */
  touched: number;
  /** When it last went out of sight. */
  left: number;
}

/**
 * Ids of the maps that may be live, the first in line first. Those in sight come before the others, the last touched first;
 * then those that went out of sight last. What is out of sight is not started, only kept. One list gives one answer, whoever asks.
 */
export function inTurn(turns: readonly Turn[], most = MOST): string[] {
  return turns
    .filter(({ wanted, seen, live }) => wanted && (seen || live))
    .sort(
      (a, b) =>
        Number(b.seen) - Number(a.seen) ||
        (a.seen ? b.touched - a.touched : b.left - a.left) ||
        Number(b.live) - Number(a.live) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ id }) => id);
}

/** The same where nobody can be asked, as in a frame without an origin: whoever is out of sight rests. */
export const alone = (turns: readonly Turn[]): string[] => inTurn(turns.filter(({ seen }) => seen));

/** What a map does when its turn comes and when it is over. */
export interface Player {
  wake: () => void;
  rest: () => void;
}

/** What a map tells of itself. */
export interface Seat {
  /** Its reader asks for the live map, or gives it up. */
  want: (wanted: boolean) => void;
  /** It has come into sight, or gone out of it. */
  see: (seen: boolean) => void;
  /** Its reader has acted on it. */
  touch: () => void;
  /** It is there no more. */
  leave: () => void;
}

/** What one page says to the others: its maps that are wanted; `ask` where it wants to hear of theirs. */
interface Said {
  from: string;
  ask: boolean;
  turns: readonly Turn[];
}

/** The part of a `BroadcastChannel` that is used. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;

/** A hand on a map is told on after so long, in ms: fingers move sixty times a second. */
const TOUCH_MS = 1000;
/** Others answer within this, in ms, or are there no more. */
const HEAR_MS = 80;

/** Shares what contexts there may be among the maps of a page, and of all pages and frames of its origin that can hear each other. */
export class Turns {
  readonly #open: () => Channel | null;
  readonly #name = Math.random().toString(36).slice(2);
  readonly #mine = new Map<string, { turn: Turn; player: Player }>();
  readonly #others = new Map<string, readonly Turn[]>();
  /** Null: nobody else can be heard. Undefined while no map is wanted: an open channel keeps a page out of the browser's cache. */
  #channel: Channel | null | undefined;
  #made = 0;

  /** Who has not answered yet, and what stops waiting for them. */
  readonly #silent = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `open` gives null where there is no channel to others. */
  constructor(open: () => Channel | null) {
    this.#open = open;
  }

  join(player: Player): Seat {
    const id = `${this.#name}.${++this.#made}`;
    const turn: Turn = { id, wanted: false, live: false, seen: false, touched: 0, left: 0 };
    this.#mine.set(id, { turn, player });
    const change = (fields: Partial<Turn>, ask = false) => {
      if (!this.#mine.has(id)) return;
      Object.assign(turn, fields);
      if (turn.wanted || turn.live) this.#settle(ask);
    };
    return {
      want: (wanted) => {
        if (wanted === turn.wanted) return;
        if (wanted) change({ wanted }, true);
        else {
          // Whoever gives up has seen to its own map.
          Object.assign(turn, { wanted, live: false });
          this.#settle(false);
        }
      },
      see: (seen) => {
        if (seen !== turn.seen) change(seen ? { seen } : { seen, left: Date.now() });
      },
      touch: () => {
        const now = Date.now();
        if (now - turn.touched >= TOUCH_MS) change({ touched: now });
      },
      leave: () => {
        if (this.#mine.delete(id)) this.#settle(false);
      },
    };
  }

  /** Says goodbye to the other pages, which take back what this one had; when it comes back from the browser's cache it asks anew. */
  readonly pause = (): void => this.#say([], false);
  readonly resume = (): void => {
    if (this.#channel) this.#settle(true);
  };

  #wanted = (): Turn[] => [...this.#mine.values()].flatMap(({ turn }) => (turn.wanted ? [turn] : []));

  /** Rests who is no longer in turn, wakes who is, and tells the others; `ask`: after hearing of theirs. */
  #settle(ask: boolean): void {
    const wanted = this.#wanted();
    if (wanted.length && this.#channel === undefined) this.#listen();
    if (ask && this.#channel) this.#hear();
    this.#decide();
    this.#say(this.#wanted(), ask);
    if (wanted.length) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    this.#others.clear();
  }

  /** Waits for the others' answers: who gives none has gone with its page, and what it had is free. */
  #hear(): void {
    this.#silent.clear();
    for (const name of this.#others.keys()) this.#silent.add(name);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      for (const name of this.#silent) this.#others.delete(name);
      if (this.#decide()) this.#say(this.#wanted(), false);
    }, HEAR_MS);
  }

  /** True where it changed anything. None is woken while others may yet answer. */
  #decide(): boolean {
    const all = [...this.#wanted(), ...[...this.#others.values()].flat()];
    const chosen = this.#channel ? inTurn(all) : alone(all);
    const changed = [...this.#mine.values()].filter(({ turn }) => {
      const live = turn.wanted && chosen.includes(turn.id);
      return turn.live !== live && !(live && this.#waiting !== undefined);
    });
    for (const { turn } of changed) turn.live = !turn.live;
    for (const { turn, player } of changed) if (!turn.live) player.rest();
    for (const { turn, player } of changed) if (turn.live) player.wake();
    return changed.length > 0;
  }

  #listen(): void {
    this.#channel = this.#open();
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.ask) this.#hear();
      this.#silent.delete(data.from);
      if (data.turns.length) this.#others.set(data.from, data.turns);
      else this.#others.delete(data.from);
      const changed = this.#decide();
      if (changed || data.ask) this.#say(this.#wanted(), false);
    };
  }

  #say(turns: readonly Turn[], ask: boolean): void {
    this.#channel?.postMessage({ from: this.#name, ask, turns } satisfies Said);
  }
}

/** A channel to all frames of this origin; null where the browser keeps frames apart, or a frame has no origin. */
function channel(): Channel | null {
  if (typeof BroadcastChannel === 'undefined' || origin === 'null') return null;
  try {
    return new BroadcastChannel('shanhai:turns');
  } catch {
    return null;
  }
}

/** The one of this page. */
export const turns = new Turns(channel);
if (typeof window !== 'undefined') {
  addEventListener('pagehide', turns.pause);
  addEventListener('pageshow', turns.resume);
}
