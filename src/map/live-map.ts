import type { GeoJSONSource, ImageSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import type { LngLat, Place } from '../../data/schema.ts';
import { GLYPHS } from '../look/glyphs.ts';
import { FINE_ZOOM } from '../look/ground.ts';
import { STROKES } from '../look/strokes.ts';
import { THEMES, type Theme } from '../look/themes.ts';
import { clamped, held, MAX_PITCH, ZOOMS, type Size } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import { roomForNames } from '../scene/names.ts';
import { arcRecords } from '../scene/records.ts';
import type { Renderer, RendererEvents } from '../scene/renderer.ts';
import { scaleOf } from '../scene/under.ts';
import type { Files } from '../state/files.ts';
import type { GroundName } from '../state/geo.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { ArcLayer } from './arc-layer.ts';
import { glyphFeatures, groundFeatures, nameFeatures, parts, placeFeatures, regionFeatures, routeFeatures } from './features.ts';
import { loadBase, loadFine, loadNames, reliefUrl, type Fine } from './ground.ts';
import { LngLat as Centre, Map } from './maplibre.ts';
import type { Pulses } from './pulses.ts';
import { ABOVE_ARCS, style, type Corners, type SourceName } from './style.ts';

export interface LiveMapOptions {
  /** The element that the map is put into, filling it. */
  host: HTMLElement;
  /** Its size, and the camera of its first view. */
  size: Size;
  home: Camera;
  scene: Scene;
  /** All places of the atlas: near views show also those that the scene leaves out. */
  places: readonly Place[];
  theme: Theme;
  lang: Lang;
  /** What the map is called, if it is not the atlas's own. */
  name: string | undefined;
  /** Null: the first view. */
  camera: Camera | null;
  projection: 'mercator' | 'globe';
  outline: boolean;
  files: Files;
  /** Corners of the relief pictures. */
  corners: Corners;
  reducedMotion: boolean;
  events: RendererEvents;
  /** The first frame with arcs has been drawn. */
  onfirst: () => void;
  /** Ground, names and arcs are all on the screen: the still may go. */
  onready: () => void;
}

/** The live map: MapLibre with the scene's marks. Throws where WebGL 2 is missing. */
export class LiveMap implements Renderer {
  readonly #options: LiveMapOptions;
  readonly #container: HTMLDivElement;
  readonly #map: MapLibreMap;
  readonly #arcs: ArcLayer;
  /** Slow lights on the arcs, once they are wanted. */
  #pulses: Pulses | null = null;
  #motion = false;
  readonly #shapes = new globalThis.Map<string, GeoJSON.Feature>();
  #scene: Scene;
  #theme: Theme;
  #lang: Lang;
  #projection: 'mercator' | 'globe';
  #size: Size;
  #home: Camera;
  /** Whether the first view is shown, and the camera that was last asked for: MapLibre may show another, since it keeps its edges out of sight. */
  #atHome: boolean;
  #wanted: Camera;
  /** While it is on its way there. */
  #homing = false;
  /** While the map is fitted its moves are nobody's. */
  #fitting = false;
  /** The first view as MapLibre shows it. */
  #shownHome: Camera | null = null;
  #names: readonly GroundName[] = [];
  /** What stands of them on the map. */
  #named = '';
  #base: Topology | null = null;
  /** What near views are made with, and the files of theirs that have been asked for and that have come. */
  #near: typeof import('./near.ts') | null = null;
  readonly #asked = new Set<Fine>();
  readonly #fine: Partial<Record<Fine, Topology>> = {};
  #removed = false;

  constructor(options: LiveMapOptions) {
    const { host, home, scene, theme, lang, camera, events } = options;
    this.#options = options;
    [this.#scene, this.#theme, this.#lang] = [scene, theme, lang];
    this.#projection = options.projection;
    [this.#size, this.#home] = [options.size, home];
    this.#atHome = camera === null;
    this.#wanted = clamped(camera ?? home);
    this.#container = document.createElement('div');
    this.#container.className = 'live';
    host.append(this.#container);
    const { lng, lat, zoom, bearing, pitch } = this.#wanted;
    try {
      this.#map = new Map({
        container: this.#container,
        style: this.#style(),
        center: [lng, lat],
        zoom,
        bearing,
        pitch,
        minZoom: ZOOMS[0],
        maxZoom: ZOOMS[1],
        maxPitch: MAX_PITCH,
        // The stage measures itself and says so: a map in a hidden box would take a size of its own.
        trackResize: false,
        pixelRatio: devicePixelRatio * scaleOf(this.#container),
        transformConstrain: this.#projection === 'globe' ? null : this.#hold,
        attributionControl: false,
        fadeDuration: options.reducedMotion ? 0 : 200,
        locale: { 'Map.Title': options.name ?? messages(lang).map },
      });
    } catch (error) {
      this.#container.remove();
      throw error;
    }
    if (this.#atHome) this.#shownHome = this.camera();
    this.#arcs = new ArcLayer(arcRecords(scene.arcs));
    this.#arcs.onfirst = options.onfirst;
    this.#listen(events);
    void this.#fillGround();
  }

  #listen(events: RendererEvents): void {
    const map = this.#map;
    map.on('style.load', () => this.#dress());
    map.on('mousemove', ({ lngLat }) => events.point('move', [lngLat.lng, lngLat.lat], false));
    map.on('mouseout', () => events.point('leave', null, false));
    map.on('click', ({ lngLat, originalEvent }) =>
      events.point('click', [lngLat.lng, lngLat.lat], (originalEvent as PointerEvent).pointerType === 'touch'),
    );
    map.on('movestart', () => this.#pulses?.move());
    map.on('move', () => events.moved(false));
    map.on('moveend', () => {
      this.#pulses?.settle();
      this.#refine();
      if (this.#homing) this.#shownHome = this.camera();
      this.#homing = false;
      if (!this.#fitting) {
        this.#wanted = this.camera();
        this.#atHome = alike(this.#wanted, this.#shownHome ?? this.#home);
      }
      events.moved(!this.#fitting);
    });
    map.on('error', ({ error }) => {
      console.warn(`map: ${error.message}`);
      // Without its worker the map has neither ground nor names, and never will.
      if (/^Worker failed/.test(error.message)) events.lost('worker');
    });
    // Heard before the map hears it: a map whose context is gone forgets its style without taking it off MapLibre's lists, and would be kept for ever.
    this.#container.addEventListener('webglcontextlost', () => events.lost('context'), true);
  }

  /** Runs whenever a style is new: at the start and after a lost context, which leaves custom layers and images behind. */
  #dress(): void {
    const map = this.#map;
    this.#project();
    if (!map.getLayer('arcs')) map.addLayer(this.#arcs, ABOVE_ARCS);
    this.#arcs.set(arcRecords(this.#scene.arcs), this.#theme.arc.casing);
    for (const mode of Object.keys(GLYPHS) as (keyof typeof GLYPHS)[]) {
      for (const theme of Object.values(THEMES)) {
        const name = `${mode}-${theme.name}`;
        if (!map.hasImage(name))
          map.addImage(name, glyphImage(GLYPHS[mode].path, STROKES[mode](theme)[0]!.glyph, theme.route.casing), { pixelRatio: 2 });
      }
    }
    this.#draw();
  }

  /** Brings shapes and names of the ground, each by itself; what cannot be had is told, and the map stands without it. */
  async #fillGround(): Promise<void> {
    const { files, events, onready } = this.#options;
    const [base, names] = await Promise.all([
      loadBase(files).catch((error: unknown) => void events.missing('ground', error)),
      loadNames(files).catch((error: unknown) => void events.missing('names', error)),
      this.#map.once('style.load'),
    ]);
    if (this.#removed) return;
    if (base) {
      this.#base = base;
      for (const shape of [...parts(base, 'provinces'), ...parts(base, 'recipients')]) this.#keep(shape);
      this.#set('ground', groundFeatures(base));
      this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
    }
    if (names) this.#names = names;
    this.#drawNames();
    // What a near view had asked for may have come before the style it is drawn in.
    this.#fill();
    this.#refine();
    await this.#map.once('idle');
    // Without a ground the still keeps lying under the arcs: it has one.
    if (base) onready();
  }

  get surface(): HTMLElement {
    return this.#map.getCanvas();
  }
  show(scene: Scene, theme: Theme, lang: Lang, name = messages(lang).map): void {
    const restyle = theme !== this.#theme || lang !== this.#lang || scene.labels !== this.#scene.labels;
    if (theme !== this.#theme) (this.#map.getSource('relief') as ImageSource | undefined)?.updateImage(this.#relief(theme));
    this.surface.setAttribute('aria-label', name);
    [this.#scene, this.#theme, this.#lang] = [scene, theme, lang];
    if (restyle) this.#restyle();
    this.#arcs.set(arcRecords(scene.arcs), theme.arc.casing);
    this.#draw();
    this.#refine();
  }

  #draw(): void {
    this.#set('routes', routeFeatures(this.#scene));
    this.#set('glyphs', glyphFeatures(this.#scene));
    this.#set('places', placeFeatures(this.#scene));
    this.#seat();
    this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
    this.#pulses?.set(this.#scene.arcs, this.#theme.arc.pulse);
    this.#drawNames();
  }

  /** Names of the ground give way to what is drawn over them; they are laid out anew only where that changes any. */
  #drawNames(): void {
    const features = nameFeatures(roomForNames(this.#names, this.#scene));
    const named = JSON.stringify(features);
    if (named === this.#named) return;
    this.#named = named;
    this.#set('names', features);
  }

  #set(source: SourceName, data: GeoJSON.FeatureCollection): void {
    void (this.#map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }

  #relief(theme: Theme) {
    return { url: reliefUrl(this.#options.files, theme.name), coordinates: this.#options.corners };
  }

  #style() {
    return style({
      theme: this.#theme,
      lang: this.#lang,
      labels: this.#scene.labels,
      leastPx: this.#scene.leastPx,
      relief: this.#relief(this.#theme),
      outline: this.#options.outline,
    });
  }

  /** Changes what differs between the style on the map and the one wanted, and nothing else: no flash, no reload. */
  #restyle(): void {
    const before = new globalThis.Map(this.#map.getStyle().layers.map((layer) => [layer.id, layer]));
    const differing = (a: object = {}, b: object = {}) =>
      Object.entries(b).filter(([key, value]) => JSON.stringify((a as Record<string, unknown>)[key]) !== JSON.stringify(value));
    for (const layer of this.#style().layers) {
      const old = before.get(layer.id) as LayerSpecification | undefined;
      if (!old) continue;
      for (const [key, value] of differing(old.paint, layer.paint)) this.#map.setPaintProperty(layer.id, key as never, value as never);
      for (const [key, value] of differing(old.layout, layer.layout)) this.#map.setLayoutProperty(layer.id, key as never, value as never);
    }
  }

  /** Fetches what the present view needs beyond the first: finer shapes when near, counties also where one is chosen, prefectures where one is shaded. */
  #refine(): void {
    const near = this.#map.getZoom() >= FINE_ZOOM;
    const lacking = this.#scene.regions.filter(({ adcode }) => !this.#shapes.has(adcode));
    if (near || lacking.some(({ chosen }) => chosen)) this.#bring('counties');
    if (near || lacking.some(({ level }) => level === 'shade')) this.#bring('prefectures');
    if (near) this.#bring('water');
  }

  #bring(fine: Fine): void {
    if (this.#asked.has(fine)) return;
    this.#asked.add(fine);
    const { files, events } = this.#options;
    Promise.all([import('./near.ts'), loadFine(files, fine)]).then(
      ([near, topology]) => {
        if (this.#removed) return;
        this.#near = near;
        this.#fine[fine] = topology;
        for (const shape of parts(topology, 'prefectures')) this.#keep(shape);
        // These are the finest there are.
        for (const shape of [...parts(topology, 'counties'), ...near.fineRecipientShapes(topology)]) this.#shapes.set(codeOf(shape), shape);
        this.#fill();
      },
      (error: unknown) => {
        this.#asked.delete(fine);
        events.missing('details', error);
      },
    );
  }

  /** Puts what near views have beyond the first one on the map. */
  #fill(): void {
    if (!this.#near) return;
    const { prefectures = null, counties = null, water } = this.#fine;
    this.#set('fine', this.#near.fineFeatures(prefectures, counties, this.#options.places));
    this.#seat();
    this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
    if (water && this.#base) this.#set('ground', this.#near.withFineWater(groundFeatures(this.#base), water));
  }

  #seat(): void {
    if (this.#near) this.#set('seats', this.#near.seatFeatures(this.#options.places, this.#scene, this.#fine.prefectures ?? null));
  }

  #keep(shape: GeoJSON.Feature): void {
    if (!this.#shapes.has(codeOf(shape))) this.#shapes.set(codeOf(shape), shape);
  }

  hover(pairing: string | null): void {
    const index = this.#scene.arcs.findIndex(({ id }) => id === pairing);
    if (index === this.#arcs.hover) return;
    this.#arcs.hover = index;
    this.#map.triggerRepaint();
  }

  toScreen([lng, lat]: LngLat): Point {
    const { x, y } = this.#map.project([lng, lat]);
    return [x, y];
  }
  toPlace(point: Point): LngLat {
    const { lng, lat } = this.#map.unproject(point);
    return [lng, lat];
  }
  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lng, lat, zoom: this.#map.getZoom(), bearing: this.#map.getBearing(), pitch: this.#map.getPitch() };
  }
  isHome(): boolean {
    return this.#atHome;
  }
  jumpTo(camera: Camera | null): void {
    const { lng, lat, ...rest } = camera ?? this.#home;
    this.#map.jumpTo({ center: [lng, lat], ...rest });
  }
  zoomBy(steps: number): void {
    this.#ease({ ...this.camera(), zoom: this.#map.getZoom() + steps }, 250);
  }
  goTo(camera: Camera): void {
    this.#ease(camera, 600);
  }
  home(): void {
    this.#homing = true;
    this.#ease(this.#home, 600);
    this.#atHome = true;
    this.#homing &&= this.#map.isMoving();
  }
  panBy(dx: number, dy: number): void {
    const { clientWidth, clientHeight } = this.#container;
    const [lng, lat] = this.toPlace([clientWidth / 2 + dx, clientHeight / 2 + dy]);
    this.#ease({ ...this.camera(), lng, lat }, 300);
  }
  #ease(camera: Camera, ms: number): void {
    this.#wanted = clamped(camera);
    this.#atHome = false;
    const { lng, lat, ...rest } = this.#wanted;
    this.#map.easeTo({ center: [lng, lat], ...rest, duration: this.#options.reducedMotion ? 0 : ms });
  }
  fit(size: Size, home: Camera, smooth: boolean): void {
    const same = alike(home, this.#home);
    [this.#size, this.#home] = [size, home];
    if (smooth && this.#atHome) return same ? undefined : this.home();
    this.#fitting = true;
    if (!smooth) {
      // As sharp as the screen is, also where the page around the map is scaled.
      this.#map.setPixelRatio(devicePixelRatio * scaleOf(this.#container));
      this.#map.resize();
    }
    this.jumpTo(this.#atHome ? null : this.#wanted);
    if (this.#atHome) this.#shownHome = this.camera();
    this.#fitting = false;
  }
  bend(projection: 'mercator' | 'globe'): void {
    if (projection === this.#projection) return;
    this.#projection = projection;
    this.#project();
    this.#pulses?.settle();
  }
  /** Flat, the Earth has edges to be kept out of sight; as a globe it stands in space. */
  #project(): void {
    const globe = this.#projection === 'globe';
    this.#map.setTransformConstrain(globe ? null : this.#hold);
    this.#map.setProjection({ type: this.#projection });
    this.#container.style.background = globe ? 'var(--ground-shelf)' : '';
  }
  readonly #hold = ({ lng, lat }: { lng: number; lat: number }, zoom: number) => {
    const camera = held(clamped({ lng, lat, zoom, bearing: 0, pitch: 0 }), this.#size);
    return { center: new Centre(camera.lng, camera.lat), zoom: camera.zoom };
  };
  /** Lights the pulses or lets them rest; where the reader's system asks for less motion there are none, whatever is asked for. */
  motion(on: boolean): void {
    this.#motion = on && !this.#options.reducedMotion;
    if (this.#pulses) this.#pulses.switch(this.#motion);
    else if (this.#motion) import('./pulses.ts').then(({ Pulses }) => this.#light(Pulses), console.warn);
  }

  #light(Lights: typeof Pulses): void {
    if (this.#removed || this.#pulses) return;
    this.#pulses = new Lights(this.#container, (where) => this.toScreen(where));
    this.#pulses.set(this.#scene.arcs, this.#theme.arc.pulse);
    this.#pulses.switch(this.#motion);
  }

  /** Gives back the worker, the context and every listener. */
  remove(): void {
    this.#removed = true;
    this.#pulses?.remove();
    this.#map.remove();
    this.#container.remove();
  }
}

/** Whether two cameras show the same, to about a pixel. */
const alike = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.01 &&
  Math.abs(a.lng - b.lng) < 0.02 &&
  Math.abs(a.lat - b.lat) < 0.02 &&
  a.bearing === b.bearing &&
  a.pitch === b.pitch;

const codeOf = (shape: GeoJSON.Feature): string => String(shape.properties?.['adcode']);

/** A glyph on a disc of the ground's colour, 18 px across at two device pixels each. */
function glyphImage(path: string, colour: string, disc: string): ImageData {
  const size = 36;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  // Read back at once: on the graphics card that would make the page wait.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = disc;
  context.beginPath();
  context.arc(size / 2, size / 2, size / 2 - 1, 0, 7);
  context.fill();
  context.translate(size * 0.1, size * 0.1);
  context.scale((size * 0.8) / 24, (size * 0.8) / 24);
  context.fillStyle = colour;
  context.fill(new Path2D(path));
  return context.getImageData(0, 0, size, size);
}
