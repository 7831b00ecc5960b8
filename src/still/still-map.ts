import type { LngLat } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import { clamped, FRAME_BOX, held, type Size } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import { project, unproject, worldPx, type Point } from '../scene/mercator.ts';
import type { Renderer, RendererEvents } from '../scene/renderer.ts';
import { under } from '../scene/under.ts';
import { trusted } from '../state/trusted.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { still } from './still.ts';

/** How far a finger or mouse may wander and still mean a click. */
const CLICK_PX = 6;
/** How far an arrow key moves the still, in CSS px, and what each key does. */
const KEY_PX = 100;
const WAYS: Record<string, Point | undefined> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEPS: Record<string, number | undefined> = { '+': 1, '=': 1, '-': -1 };

/** How many there have been: two on a page have no id in common. */
let made = 0;

/** Where a still is shown. */
export interface StillPlace {
  /** The element that hears the pointer. */
  host: HTMLElement;
  /** In it, the box that the frame of the first view has, and in that the marks. */
  frame: HTMLElement;
  marks: HTMLElement;
}

/** The still as a renderer: shown where there is no live map, with the same marks and picks. It can be dragged and zoomed; it cannot turn. */
export class StillMap implements Renderer {
  readonly #place: StillPlace;
  readonly #events: RendererEvents;
  readonly #abort = new AbortController();
  /** What the ids in its markup begin with. */
  readonly #name = `still${++made}`;
  #size: Size;
  #home: Camera;
  /** Null: the first view. */
  #camera: Camera | null;

  constructor(place: StillPlace, size: Size, home: Camera, camera: Camera | null, events: RendererEvents) {
    this.#place = place;
    this.#events = events;
    [this.#size, this.#home] = [size, clamped(home)];
    this.#camera = camera && this.#flat(camera);
    this.#apply();
    this.#listen();
  }

  get surface(): HTMLElement {
    return this.#place.host;
  }
  show(scene: Scene, theme: Theme, lang: Lang, name = messages(lang).map): void {
    this.#place.marks.innerHTML = trusted(still(scene, theme, lang, this.#name));
    this.#place.host.setAttribute('aria-label', name);
  }
  hover(pairing: string | null): void {
    for (const arc of this.#place.marks.querySelectorAll<SVGElement>('[data-arc]'))
      arc.classList.toggle('hovered', arc.dataset['arc'] === pairing);
  }

  toScreen(where: LngLat): Point {
    const { lng, lat, zoom } = this.camera();
    const [[x, y], [cx, cy]] = [project(where), project([lng, lat])];
    const size = worldPx(zoom);
    const [width, height] = this.#size;
    return [width / 2 + (x - cx) * size, height / 2 + (y - cy) * size];
  }
  toPlace([x, y]: Point): LngLat {
    const { lng, lat, zoom } = this.camera();
    const [cx, cy] = project([lng, lat]);
    const size = worldPx(zoom);
    const [width, height] = this.#size;
    return unproject([cx + (x - width / 2) / size, cy + (y - height / 2) / size]);
  }

  camera(): Camera {
    return this.#camera ?? this.#home;
  }
  isHome(): boolean {
    return this.#camera === null;
  }
  jumpTo(camera: Camera | null): void {
    this.#camera = camera && this.#flat(camera);
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
    const [width, height] = this.#size;
    const [lng, lat] = this.toPlace([width / 2 + dx, height / 2 + dy]);
    this.jumpTo({ ...this.camera(), lng, lat });
  }
  fit(size: Size, home: Camera): void {
    [this.#size, this.#home] = [size, clamped(home)];
    this.#camera &&= this.#flat(this.#camera);
    this.#apply();
    this.#events.moved(false);
  }
  bend(): void {
    // A still is flat.
  }
  motion(): void {
    // A still has none.
  }
  remove(): void {
    this.#abort.abort();
    for (const name of ['tabindex', 'role', 'aria-label']) this.#place.host.removeAttribute(name);
  }

  /** A camera as a still can have it: clamped, north up, and within the Earth's picture. */
  #flat(camera: Camera): Camera {
    return held({ ...clamped(camera), bearing: 0, pitch: 0 }, this.#size);
  }

  /** Puts the frame where the camera has it. */
  #apply(): void {
    const size = worldPx(this.camera().zoom);
    const [left, top] = this.toScreen(unproject([FRAME_BOX.x, FRAME_BOX.y]));
    const { style } = this.#place.frame;
    [style.left, style.top] = [`${left}px`, `${top}px`];
    [style.width, style.height] = [`${FRAME_BOX.width * size}px`, `${FRAME_BOX.height * size}px`];
  }

  /** Moves the camera so that a place stands at a point of the stage, at a zoom. */
  #hold(where: LngLat, [x, y]: Point, zoom: number): void {
    const camera = this.#flat({ ...this.camera(), zoom });
    const [[px, py], [width, height], size] = [project(where), this.#size, worldPx(camera.zoom)];
    const [lng, lat] = unproject([px - (x - width / 2) / size, py - (y - height / 2) / size]);
    this.#camera = this.#flat({ ...camera, lng, lat });
    this.#apply();
    this.#events.moved(false);
  }

  #listen(): void {
    const { host } = this.#place;
    const { signal } = this.#abort;
    const on = <K extends keyof HTMLElementEventMap>(type: K, hear: (event: HTMLElementEventMap[K]) => void) =>
      host.addEventListener(type, hear, { signal, passive: false });
    const at = (event: MouseEvent): Point => under(host, event);
    const middle = ([a, b = a]: Point[]): Point => [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2];
    const apart = ([a, b]: Point[]): number => (a && b ? Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])) : 1);
    /** Pointers that are down, and what was under the middle of them when the last one came or went. */
    const down = new Map<number, Point>();
    let grip: { place: LngLat; from: Point; apart: number; zoom: number } | null = null;
    let moved = false;
    const regrip = () => {
      const points = [...down.values()];
      grip = points.length
        ? { place: this.toPlace(middle(points)), from: middle(points), apart: apart(points), zoom: this.camera().zoom }
        : null;
    };
    on('pointerdown', (event) => {
      if (event.target instanceof Element && event.target.closest('button, a')) return;
      if (!down.size) moved = false;
      down.set(event.pointerId, at(event));
      regrip();
    });
    on('pointermove', (event) => {
      const point = at(event);
      if (!grip || !down.has(event.pointerId)) return this.#events.point('move', this.toPlace(point), false);
      down.set(event.pointerId, point);
      const points = [...down.values()];
      const to = middle(points);
      if (!moved && points.length === 1 && Math.hypot(to[0] - grip.from[0], to[1] - grip.from[1]) < CLICK_PX) return;
      if (!moved) host.setPointerCapture(event.pointerId);
      moved = true;
      this.#hold(grip.place, to, grip.zoom + Math.log2(apart(points) / grip.apart));
    });
    const up = (event: PointerEvent) => {
      if (!down.delete(event.pointerId)) return;
      regrip();
      if (down.size) return;
      if (moved) this.#events.moved(true);
      else if (event.type === 'pointerup') this.#events.point('click', this.toPlace(at(event)), event.pointerType === 'touch');
    };
    on('pointerup', up);
    on('pointercancel', up);
    on('pointerleave', () => this.#events.point('leave', null, false));
    on('wheel', (event) => {
      event.preventDefault();
      this.#hold(this.toPlace(at(event)), at(event), this.camera().zoom - event.deltaY / 400);
      this.#events.moved(true);
    });
    // The keys of the live map.
    host.tabIndex = 0;
    host.setAttribute('role', 'region');
    on('keydown', (event) => {
      if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      const steps = STEPS[event.key];
      if (way) this.panBy(way[0] * KEY_PX, way[1] * KEY_PX);
      else if (steps) this.zoomBy(steps);
      else return;
      event.preventDefault();
    });
  }
}
