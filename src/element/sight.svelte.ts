import type { Control } from '../stage/control.svelte.ts';
import { turns, type Seat } from '../stage/turns.ts';

/** Part of a map that must be in sight for it to go live by itself: one that only shows an edge takes no turn. */
const HALF = 0.5;

/** The turn of a map among all of its page, and of its frames, of which two are live at most; and how much of it is in sight. */
export class Sight {
  /** Whether any of it is in sight, and whether half of it is. */
  seen = $state(false);
  mostly = $state(false);
  #seat: Seat | null = null;

  /** Takes a seat for what stands in `box`; gives what leaves it. */
  join(control: Control, box: HTMLElement): () => void {
    const seat = turns.join({ wake: () => void control.wake(), rest: () => control.rest() });
    this.#seat = seat;
    const watching = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, intersectionRatio } = entries.at(-1)!;
        [this.seen, this.mostly] = [isIntersecting, intersectionRatio >= HALF];
        seat.see(this.seen);
      },
      { threshold: [0, HALF] },
    );
    watching.observe(box);
    return () => {
      watching.disconnect();
      seat.leave();
    };
  }
  /** Its reader asks for the live map, or gives it up. */
  want(wanted: boolean): void {
    this.#seat?.want(wanted);
  }
  /** Its reader has acted on it. */
  touch(): void {
    this.#seat?.touch();
  }
}
