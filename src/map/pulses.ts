import { bowPath } from '../scene/bow.ts';
import type { ArcMark } from '../scene/marks.ts';
import { unproject, type Point } from '../scene/mercator.ts';
import type { LngLat } from '../../data/schema.ts';

/** Time a pulse takes from donor to recipient. */
const LAP_MS = 5200;
/** Frames in a second: slow light needs no more. */
const FPS = 20;
/** A frame of most screens. */
const FRAME_MS = 1000 / 60;
/** After so long without a hand on the page, pulses finish and rest. */
const REST_MS = 12_000;
const STEPS = 64;

/**
 * Slow lights from donor to recipient, on a canvas of their own over the map: the map itself draws nothing while they move.
 *
 * They run at 20 frames a second, hide while the camera moves, and rest (no timer, no frame) some seconds after the
 * last input, while the page is hidden, and whenever they are switched off.
 */
export class Pulses {
  readonly #canvas: HTMLCanvasElement;
  readonly #toScreen: (where: LngLat) => Point;
  #arcs: readonly ArcMark[] = [];
  #paths: Point[][] = [];
  #colour = '#ffffff';
  #on = false;
  #moving = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastInput = performance.now();
  readonly #wake = () => {
    this.#lastInput = performance.now();
    this.#run();
  };
  readonly #visibility = () => (document.hidden ? this.#stop() : this.#wake());

  constructor(container: HTMLElement, toScreen: (where: LngLat) => Point) {
    this.#canvas = document.createElement('canvas');
    this.#canvas.className = 'pulses';
    this.#canvas.setAttribute('aria-hidden', 'true');
    container.append(this.#canvas);
    this.#toScreen = toScreen;
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) addEventListener(type, this.#wake, { passive: true });
    document.addEventListener('visibilitychange', this.#visibility);
  }

  set(arcs: readonly ArcMark[], colour: string): void {
    this.#arcs = arcs.filter(({ pulse }) => pulse !== null);
    this.#colour = colour;
    this.settle();
  }

  switch(on: boolean): void {
    this.#on = on;
    if (on) this.#wake();
    else this.#stop();
  }

  /** The camera moves: hide. */
  move(): void {
    this.#moving = true;
    this.#stop();
  }

  /** The camera rests, or the arcs changed: find the paths on the screen anew. */
  settle(): void {
    this.#moving = false;
    this.#paths = this.#arcs.map((arc) => bowPath(arc, STEPS).map((p) => this.#toScreen(unproject(p))));
    this.#run();
  }

  remove(): void {
    this.#stop();
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) removeEventListener(type, this.#wake);
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#canvas.remove();
  }

  #run(): void {
    if (this.#frame || !this.#on || this.#moving || document.hidden || !this.#arcs.length) return;
    const { clientWidth, clientHeight } = this.#canvas;
    if (this.#canvas.width !== clientWidth) this.#canvas.width = clientWidth;
    if (this.#canvas.height !== clientHeight) this.#canvas.height = clientHeight;
    this.#frame = requestAnimationFrame(this.#step);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#canvas.getContext('2d')?.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  readonly #step = (now: number): void => {
    if (now - this.#lastInput > REST_MS) return this.#stop();
    // The next frame is asked for only when it is due: a callback that does nothing costs as well.
    this.#timer = setTimeout(() => (this.#frame = requestAnimationFrame(this.#step)), 1000 / FPS - FRAME_MS * 0.7);
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.fillStyle = this.#colour;
    this.#arcs.forEach(({ pulse, widthPx, opacity }, i) => {
      const t = (now / LAP_MS + pulse!) % 1;
      // A short tail of fading dots behind the light says which way it goes even in a still picture.
      for (let k = 0; k < 5; k++) {
        const [x, y] = along(this.#paths[i]!, t - k * 0.008);
        context.globalAlpha = opacity * Math.sin(Math.PI * t) * (1 - k / 5);
        context.beginPath();
        context.arc(x, y, (1.1 + widthPx * 0.24) * (1 - k * 0.13), 0, 7);
        context.fill();
      }
    });
    context.globalAlpha = 1;
  };
}

function along(path: readonly Point[], t: number): Point {
  const at = Math.min(Math.max(t, 0), 1) * (path.length - 1);
  const i = Math.min(Math.floor(at), path.length - 2);
  const [[x0, y0], [x1, y1]] = [path[i]!, path[i + 1]!];
  return [x0 + (x1 - x0) * (at - i), y0 + (y1 - y0) * (at - i)];
}
