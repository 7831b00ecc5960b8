import type { LiveMap, LiveMapOptions } from './map/live-map.ts';
import type { Renderer, RendererEvents } from './scene/renderer.ts';
import type { Camera } from './state/url.ts';
import { StillMap } from './still/still-map.ts';

/** The parts of the page that were there before any script. */
export interface StageParts {
  stage: HTMLElement;
  frame: HTMLElement;
  marks: HTMLElement;
  inset: HTMLElement;
}

/** What the live map is made with, beside what the stage has itself. */
export type MapOptions = Omit<LiveMapOptions, keyof StageParts | 'camera' | 'events' | 'onfirst' | 'onready'>;

/** A lost map is tried again once by itself, after so long: drivers often come back at once. */
const RETRY_MS = 1500;

/** What shows the scene: the still, and the live map in its place once it is there; the still again if the map fails. */
export class Stage {
  /** The renderer in force. */
  renderer: Renderer = $state.raw()!;
  /** Whether that is the live map. */
  live = $state(false);
  /** Why there is no live map; null while there is one or one is awaited. */
  failure = $state<'failed' | 'lost' | null>(null);
  /** Whether the map has arcs or has failed: from then on there is time for what a click may need. */
  settled = $state(false);
  /** Counts the camera's moves, so that what hangs on places of the screen is found anew. */
  moves = $state(0);

  readonly parts: StageParts;
  readonly #options: () => MapOptions;
  readonly #events: RendererEvents;
  #retried = false;

  /** `options` are asked for when the map is made; `onpoint` and `onmoved` hear of the pointer and of the reader's moves. */
  constructor(
    parts: StageParts,
    camera: Camera | null,
    options: () => MapOptions,
    { onpoint, onmoved }: { onpoint: RendererEvents['point']; onmoved: (camera: Camera | null) => void },
  ) {
    this.parts = parts;
    this.#options = options;
    this.#events = {
      point: onpoint,
      moved: (ended) => {
        this.moves++;
        const home = this.renderer.isHome();
        if (!home && this.failure === null) parts.stage.classList.add('moved');
        if (ended) onmoved(home ? null : this.renderer.camera());
      },
      lost: (reason) => {
        console.warn(`map: ${reason}`);
        this.#fallBack('lost');
        // One try is made for the reader, further ones are theirs.
        if (!this.#retried) setTimeout(() => void this.start(), RETRY_MS);
        this.#retried = true;
      },
    };
    this.renderer = new StillMap(parts, camera, this.#events);
  }

  /** Puts the live map in the still's place. */
  async start(): Promise<void> {
    try {
      const { LiveMap } = await import('./map/live-map.ts');
      const made: LiveMap = new LiveMap({
        ...this.parts,
        ...this.#options(),
        camera: this.#camera(),
        events: this.#events,
        onfirst: () => {
          performance.mark('map:first-arc');
          this.settled = true;
          // The map has its size now, which it had not when it was made.
          this.moves++;
        },
        onready: () => {
          performance.mark('map:ready');
          this.parts.stage.classList.add('ready');
        },
      });
      this.renderer.remove();
      [this.renderer, this.live, this.failure] = [made, true, null];
    } catch (error) {
      console.warn(error);
      this.#fallBack('failed');
    }
  }

  /** Puts the still back in the map's place, at the same view. */
  #fallBack(why: 'failed' | 'lost'): void {
    const camera = this.#camera();
    this.renderer.remove();
    this.parts.stage.classList.remove('ready', 'moved');
    [this.failure, this.settled, this.live] = [why, true, false];
    this.renderer = new StillMap(this.parts, camera, this.#events);
  }

  readonly #camera = (): Camera | null => (this.renderer.isHome() ? null : this.renderer.camera());
}
