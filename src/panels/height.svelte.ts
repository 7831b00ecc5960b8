/** Parts of the window's height: as it opens, the least, and from where it counts as the whole. */
const [HALF, LEAST, WHOLE] = [0.45, 0.18, 0.8];
/** Room in CSS px that the page's own buttons need above it. */
const ABOVE_PX = 64;

/** How high a panel along the lower edge of the window is: drawn by its upper edge, moved by keys, or turned from half to whole. */
export class Height {
  static readonly LEAST = LEAST;
  readonly #window: () => number;
  readonly #lift: () => number;
  /** In parts of the window. */
  share = $state(HALF);

  /** Takes the height of the window and what is taken below the panel, in CSS px. */
  constructor(window: () => number, lift: () => number) {
    [this.#window, this.#lift] = [window, lift];
  }
  get whole(): boolean {
    return this.share >= WHOLE;
  }
  /** In CSS px. */
  get px(): number {
    return this.whole ? this.#window() - ABOVE_PX - this.#lift() : Math.round(this.share * this.#window());
  }
  turn(): void {
    this.share = this.whole ? HALF : 1;
  }
  /** Gives up the whole, so that what is opened can be seen. */
  makeRoom(): void {
    if (this.whole) this.share = HALF;
  }
  drag(event: PointerEvent): void {
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    grip.onpointermove = ({ clientY }) => (this.share = Math.max(LEAST, (this.#window() - this.#lift() - clientY) / this.#window()));
    grip.onlostpointercapture = () => (grip.onpointermove = null);
  }
  nudge(event: KeyboardEvent): void {
    const step = { ArrowUp: 0.05, ArrowDown: -0.05, Home: 1, End: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.share = Math.max(LEAST, Math.min(WHOLE, this.share + step));
  }
}
