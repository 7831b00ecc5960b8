import { random } from './field.ts';
import type { Engine } from './engine.ts';

/** What `engines.mjs` asks of the page. Times are in ms; those of `first` and `settled` count from the navigation. */
export interface Bench {
  /** The first frame on whose pixels the sentinel is seen. Pixels are read back, so the frame has been drawn to its end. */
  first: Promise<number>;
  /** MapLibre's first `idle` after that. */
  settled: Promise<number>;
  /** Frames the map has drawn so far. */
  frames: () => number;
  /** The first pick ever made, the median of 300 more, and how many of them met an arc. */
  pick: () => { first: number; median: number; met: number };
  /** Moves the map to and fro, one step a frame. */
  pan: (frames: number) => Promise<void>;
  /** From the call that hides half of the arcs to the frame on whose pixels the sentinel, one of them, is gone. */
  hide: () => Promise<number>;
  longTasks: { start: number; ms: number }[];
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const longTasks: Bench['longTasks'] = [];
new PerformanceObserver((list) =>
  longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, ms: duration }))),
).observe({ type: 'longtask', buffered: true });

const parameters = new URLSearchParams(location.search);
const { start } = parameters.get('engine') === 'native' ? await import('./native.ts') : await import('./arcs.ts');
const engine = start(Number(parameters.get('n') ?? 100), Number(parameters.get('segments') ?? 0));
const { map } = engine;

let frames = 0;
map.on('render', () => frames++);

let seen = false;
const first = until(engine, true, () => (seen = true));
// `idle` can come in the very task of the first frame, so it is listened for from the start.
const settled = new Promise<number>((resolve) => map.on('idle', () => seen && resolve(performance.now())));
window.bench = {
  first,
  settled,
  frames: () => frames,
  pick,
  async pan(count) {
    const { lng, lat } = map.getCenter();
    for (let i = 1; i <= count; i++) {
      const turn = (i / count) * 2 * Math.PI;
      const drawn = map.once('render');
      map.jumpTo({ center: [lng + 5 * Math.sin(turn), lat + 3 * Math.sin(2 * turn)] });
      await drawn;
    }
  },
  async hide() {
    const act = engine.half();
    const began = performance.now();
    const gone = until(engine, false);
    act();
    return (await gone) - began;
  },
  longTasks,
};

/** Time of the first frame from now on in which the sentinel shows, or no longer does. */
function until({ map, sentinel }: Engine, shown: boolean, at?: () => void): Promise<number> {
  return new Promise((resolve) => {
    const listening = map.on('render', () => {
      if (sees(map.getCanvas(), map.project(sentinel)) !== shown) return;
      listening.unsubscribe();
      at?.();
      resolve(performance.now());
    });
  });
}

/** True if a pixel at a point of the canvas, or next to it, is of the sentinel's green. To be asked within the frame that drew it. */
function sees(canvas: HTMLCanvasElement, { x, y }: { x: number; y: number }): boolean {
  const gl = canvas.getContext('webgl2')!;
  const [across, up] = [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight];
  const pixels = new Uint8Array(5 * 5 * 4);
  gl.readPixels(Math.round(x * across) - 2, canvas.height - Math.round(y * up) - 2, 5, 5, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  for (let i = 0; i < pixels.length; i += 4) {
    const [r, g, b] = pixels.subarray(i, i + 3);
    if (g! > r! + 60 && g! > b! + 60) return true;
  }
  return false;
}

/** Points are tried where a reader's would be: on an arc or up to 10 px beside one. */
function pick(): ReturnType<Bench['pick']> {
  const next = random(7);
  let met = 0;
  const once = () => {
    const { x, y } = map.project(engine.along(next(), next()));
    const [px, py] = [x + 20 * next() - 10, y + 20 * next() - 10];
    const began = performance.now();
    if (engine.pick(px, py)) met++;
    return performance.now() - began;
  };
  const first = once();
  const more = Array.from({ length: 300 }, once).sort((a, b) => a - b);
  return { first, median: more[150]!, met };
}
