import type { LngLat } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import { FRAME_BOX, homeCamera } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import { project, unproject, worldPx, type Point } from '../scene/mercator.ts';
import type { Renderer, RendererEvents } from '../scene/renderer.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../text/lang.ts';
import { still } from './still.ts';

/** Furthest zooms of a still: its ground is drawn for the first view. */
const ZOOMS = [1.6, 7] as const;
/** How far a finger or mouse may wander and still mean a click. */
const CLICK_PX = 6;

interface Place {
  stage: HTMLElement;
  frame: HTMLElement;
  marks: HTMLElement;
}

/** The still as a renderer: shown where there is no live map, with the same marks and picks. It can be dragged and zoomed; it cannot turn. */
export class StillMap implements Renderer {
  readonly #place: Place;
  readonly #events: RendererEvents;
  readonly #abort = new AbortController();
  #camera: Camera | null;

  constructor(place: Place, camera: Camera | null, events: RendererEvents) {
    this.#place = place;
    this.#events = events;
    this.#camera = camera && { ...camera, bearing: 0, pitch: 0 };
    this.#apply();
    this.#listen();
  }

  show(scene: Scene, theme: Theme, lang: Lang): void {
    this.#place.marks.innerHTML = still(scene, theme, lang);
  }
  hover(pairing: string | null): void {
    for (const arc of this.#place.marks.querySelectorAll<SVGElement>('[data-arc]'))
      arc.classList.toggle('hovered', arc.dataset['arc'] === pairing);
  }

  toScreen(where: LngLat): Point {
    const { lng, lat, zoom } = this.camera();
    const [[x, y], [cx, cy]] = [project(where), project([lng, lat])];
    const size = worldPx(zoom);
    const { clientWidth, clientHeight } = this.#place.stage;
    return [clientWidth / 2 + (x - cx) * size, clientHeight / 2 + (y - cy) * size];
  }
  toPlace([x, y]: Point): LngLat {
    const { lng, lat, zoom } = this.camera();
    const [cx, cy] = project([lng, lat]);
    const size = worldPx(zoom);
    const { clientWidth, clientHeight } = this.#place.stage;
    return unproject([cx + (x - clientWidth / 2) / size, cy + (y - clientHeight / 2) / size]);
  }

  camera(): Camera {
    return this.#camera ?? homeCamera(this.#place.stage, this.#place.frame);
  }
  isHome(): boolean {
    return this.#camera === null;
  }
  jumpTo(camera: Camera | null): void {
    this.#camera = camera && { ...camera, zoom: Math.min(Math.max(camera.zoom, ZOOMS[0]), ZOOMS[1]), bearing: 0, pitch: 0 };
    this.#apply();
    this.#events.moved(true);
  }
  goTo(camera: Camera): void {
    this.jumpTo(camera);
  }
  zoomBy(steps: number): void {
    const now = this.camera();
    this.jumpTo({ ...now, zoom: now.zoom + steps });
  }
  home(): void {
    this.jumpTo(null);
  }
  panBy(dx: number, dy: number): void {
    const { clientWidth, clientHeight } = this.#place.stage;
    const [lng, lat] = this.toPlace([clientWidth / 2 + dx, clientHeight / 2 + dy]);
    this.jumpTo({ ...this.camera(), lng, lat });
  }
  refit(): void {
    // The style sheet has fitted it already.
  }
  bend(): void {
    // A still is flat.
  }
  motion(): void {
    // A still has none.
  }
  remove(): void {
    this.#abort.abort();
    this.#camera = null;
    this.#apply();
  }

  /** Places the frame where the camera has it; the home camera is the style sheet's own. */
  #apply(): void {
    const { style } = this.#place.frame;
    if (this.#camera === null) style.cssText = '';
    else {
      const size = worldPx(this.#camera.zoom);
      const [left, top] = this.toScreen(unproject([FRAME_BOX.x, FRAME_BOX.y]));
      style.cssText = `left:${left}px;top:${top}px;width:${FRAME_BOX.width * size}px;height:${FRAME_BOX.height * size}px`;
    }
  }

  #listen(): void {
    const { stage } = this.#place;
    const { signal } = this.#abort;
    const at = ({ clientX, clientY }: MouseEvent): Point => {
      const box = stage.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    let start: { pointer: number; at: Point; camera: Camera; moved: boolean } | null = null;
    stage.addEventListener(
      'pointerdown',
      (event) => (start = { pointer: event.pointerId, at: at(event), camera: this.camera(), moved: false }),
      { signal },
    );
    stage.addEventListener(
      'pointermove',
      (event) => {
        const [x, y] = at(event);
        if (!start || event.buttons === 0) return this.#events.point('move', this.toPlace([x, y]), false);
        const [dx, dy] = [x - start.at[0], y - start.at[1]];
        if (!start.moved && Math.hypot(dx, dy) < CLICK_PX) return;
        if (!start.moved) stage.setPointerCapture(start.pointer);
        start.moved = true;
        const size = worldPx(start.camera.zoom);
        const [cx, cy] = project([start.camera.lng, start.camera.lat]);
        const [lng, lat] = unproject([cx - dx / size, cy - dy / size]);
        this.#camera = { ...start.camera, lng, lat };
        this.#apply();
        this.#events.moved(false);
      },
      { signal },
    );
    stage.addEventListener(
      'pointerup',
      (event) => {
        if (start && !start.moved) this.#events.point('click', this.toPlace(at(event)), event.pointerType === 'touch');
        else this.#events.moved(true);
        start = null;
      },
      { signal },
    );
    stage.addEventListener('pointerleave', () => this.#events.point('leave', null, false), { signal });
    stage.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const before = this.toPlace(at(event));
        this.zoomBy(-event.deltaY / 400);
        const [x, y] = this.toScreen(before);
        const [px, py] = at(event);
        this.panBy(x - px, y - py);
      },
      { signal, passive: false },
    );
  }
}
