import type { Place } from '../../data/schema.ts';
import { GROUND } from '../config.ts';
import type { Theme } from '../look/themes.ts';
import type { LiveMap } from '../map/live-map.ts';
import { late } from '../parts/late.ts';
import { shifted, type Size } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import type { Renderer, RendererEvents } from '../scene/renderer.ts';
import type { Files, Missing } from '../state/files.ts';
import type { Camera } from '../state/url.ts';
import { StillMap, type StillPlace } from '../still/still-map.ts';
import type { Lang } from '../state/lang.ts';

/** What a renderer is made with. Asked for anew each time one is made. */
export interface Shown {
  scene: Scene;
  places: readonly Place[];
  theme: Theme;
  lang: Lang;
  name: string | undefined;
  projection: 'mercator' | 'globe';
  outline: boolean;
  /** Size of the stage, and the camera of its first view. */
  size: Size;
  home: Camera;
  /** From the middle of the stage to the middle of what is left free of it, in px: there lies the place that an address names. */
  off: Point;
}

/** A lost map is tried again once by itself, after so long: drivers often come back at once. */
const RETRY_MS = 1500;

/** What shows the scene on a stage: the still, and the live map in its place once it is there; the still again if the map fails or rests. */
export class Control {
  /** The renderer in force. */
  renderer: Renderer = $state.raw()!;
  /** Whether that is the live map. */
  live = $state(false);
  /** Whether ground, names and arcs of the live map are all on the screen. */
  ready = $state(false);
  /** Whether the map has been moved off the first view before it was ready: the still no longer lies under it. */
  moved = $state(false);
  /** Why there is no live map; null while there is one, one is awaited, or it rests. */
  failure = $state<'failed' | 'lost' | null>(null);
  /** Parts of the ground that could not be had since the map was started. */
  missing = $state.raw<readonly Missing[]>([]);
  /** Whether the map has arcs, or there will be none: from then on there is time for what a click may need. */
  settled = $state(false);
  /** Counts the camera's moves, so that what hangs on places of the screen is found anew. */
  moves = $state(0);
  /** Whether the map's motion is wanted; null where it is not offered. */
  readonly reducedMotion: boolean;

  readonly #place: StillPlace;
  readonly #files: Files;
  readonly #shown: () => Shown;
  readonly #events: RendererEvents;
  #retried = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Raised by each start, rest and end: a map that comes after that is not wanted any more. */
  #turn = 0;

  /** `at` is what the address says; `onpoint` and `onmoved` hear of the pointer, and of what the address is to say after the reader's moves: null for the first view. */
  constructor(
    place: StillPlace,
    files: Files,
    at: () => Camera | null,
    shown: () => Shown,
    { onpoint, onmoved }: { onpoint: RendererEvents['point']; onmoved: (at: Camera | null) => void },
  ) {
    [this.#place, this.#files, this.#shown] = [place, files, shown];
    this.reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#events = {
      point: onpoint,
      moved: (ended) => {
        this.moves++;
        const home = this.renderer.isHome();
        if (!home && this.live) this.moved = true;
        if (ended) onmoved(home ? null : shifted(this.renderer.camera(), this.#shown().off));
      },
      missing: (what, error) => this.tell(what, error),
      lost: (what) => {
        console.warn(`map: ${what} lost`);
        this.#fallBack(what === 'worker' ? 'failed' : 'lost');
        // One try is made for the reader, further ones are theirs.
        if (what === 'context' && !this.#retried) {
          this.#retried = true;
          this.#retry = setTimeout(() => void this.wake(), RETRY_MS);
        }
      },
    };
    this.#putStill(this.#cameraAt(at()));
  }

  /** What is drawn. */
  get drawn(): Scene {
    return this.#shown().scene;
  }

  /** Shows what an address says: a place in the middle of what is left free of the stage. Null: the first view. */
  lookAt(at: Camera | null): void {
    if (at) this.renderer.jumpTo(this.#cameraAt(at));
    else this.renderer.home();
  }
  #cameraAt(at: Camera | null): Camera | null {
    const [dx, dy] = this.#shown().off;
    return at && shifted(at, [-dx, -dy]);
  }

  /** Puts the live map in the still's place. */
  async wake(): Promise<void> {
    if (this.live) return;
    const turn = ++this.#turn;
    [this.failure, this.missing] = [null, []];
    try {
      const { LiveMap } = await late(() => import('../map/live-map.ts'));
      if (turn !== this.#turn) return;
      const made: LiveMap = new LiveMap({
        ...{ host: this.#place.host, files: this.#files, corners: GROUND.relief.coordinates },
        ...{ reducedMotion: this.reducedMotion, events: this.#events, camera: this.#camera() },
        ...this.#shown(),
        onfirst: () => {
          performance.mark('map:first-arc');
          this.settled = true;
          this.moves++;
        },
        onready: () => {
          performance.mark('map:ready');
          this.ready = true;
        },
      });
      this.renderer.remove();
      [this.renderer, this.live] = [made, true];
    } catch (error) {
      if (turn !== this.#turn) return;
      console.warn(error);
      this.#fallBack('failed');
    }
  }

  /** Notes a part of the ground that could not be had. */
  tell(what: Missing, error: unknown): void {
    console.warn(error);
    if (!this.missing.includes(what)) this.missing = [...this.missing, what];
  }

  /** Gives back the live map's context and worker and leaves the still at the same camera. */
  rest(): void {
    this.#fallBack(null);
  }

  /** Once ground that was missing can be had again. */
  async restart(): Promise<void> {
    this.#fallBack(null);
    await this.wake();
  }

  /** Ends what the control has begun. */
  end(): void {
    this.#turn++;
    clearTimeout(this.#retry);
    this.renderer.remove();
  }

  /** Puts the still back in the map's place, at the same view. */
  #fallBack(failure: 'failed' | 'lost' | null): void {
    const camera = this.#camera();
    this.#turn++;
    clearTimeout(this.#retry);
    this.renderer.remove();
    [this.failure, this.settled, this.live, this.ready, this.moved] = [failure, true, false, false, false];
    this.#putStill(camera);
  }

  #putStill(camera: Camera | null): void {
    const { size, home, scene, theme, lang, name } = this.#shown();
    this.renderer = new StillMap(this.#place, size, home, camera, this.#events);
    this.renderer.show(scene, theme, lang, name);
    this.moves++;
  }

  readonly #camera = (): Camera | null => (this.renderer.isHome() ? null : this.renderer.camera());
}
