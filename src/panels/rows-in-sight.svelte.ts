import { tick } from 'svelte';

/** So many rows are all in the page, where a browser's own search finds them; of more only those in sight, and some around them. */
const MOST = 400;
/** Rows around those in sight, on either side, and the step in which they change. */
const STEP = 24;

/** Which rows of a long table are in the page. Rows are reckoned to be as high as those that have been seen. */
export class RowsInSight {
  readonly #count: () => number;
  #top = $state(0);
  #high = $state(1000);
  #rowPx = $state(34);

  constructor(count: () => number) {
    this.#count = count;
  }

  /** Whether some rows are not in the page. */
  get part(): boolean {
    return this.#count() > MOST;
  }
  /** The first row that is in the page, and the one after the last. */
  get from(): number {
    return this.part ? Math.max(0, Math.floor(this.#top / this.#rowPx / STEP) * STEP - STEP) : 0;
  }
  get to(): number {
    return this.part ? Math.min(this.#count(), this.from + 3 * STEP + Math.ceil(this.#high / this.#rowPx)) : this.#count();
  }
  /** Px that stand for the rows before, and for those after. */
  get before(): number {
    return this.from * this.#rowPx;
  }
  get after(): number {
    return (this.#count() - this.to) * this.#rowPx;
  }

  /** Looks where a box has been scrolled to, and how high its rows are. */
  look(box: HTMLElement): void {
    if (!this.part) return;
    const rows = box.querySelectorAll<HTMLElement>('[data-row]');
    const body = rows[0]?.parentElement;
    if (!body) return;
    [this.#top, this.#high] = [Math.max(0, box.scrollTop - body.offsetTop), box.clientHeight];
    // Once: rows that change their height while they are scrolled would run away.
    if (this.#measured) return;
    this.#measured = true;
    this.#rowPx = [...rows].reduce((sum, row) => sum + row.offsetHeight, 0) / rows.length;
  }
  #measured = false;

  /** Brings a row into the page and into sight. */
  async show(box: HTMLElement, at: number): Promise<void> {
    if (at >= this.from && at < this.to) return;
    box.scrollTop = at * this.#rowPx;
    this.look(box);
    await tick();
  }
}
