import type { GeoJSONSource, ImageSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import type { LngLat } from '../../data/schema.ts';
import { GLYPHS } from '../look/glyphs.ts';
import { FINE_ZOOM } from '../look/ground.ts';
import { STROKES } from '../look/strokes.ts';
import { THEMES, type Theme } from '../look/themes.ts';
import { homeCamera } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import { arcRecords } from '../scene/records.ts';
import type { Renderer, RendererEvents } from '../scene/renderer.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../text/lang.ts';
import { messages } from '../text/messages.ts';
import { ArcLayer } from './arc-layer.ts';
import {
  fineFeatures,
  fineRecipientShapes,
  glyphFeatures,
  groundFeatures,
  nameFeatures,
  parts,
  placeFeatures,
  regionFeatures,
  routeFeatures,
} from './features.ts';
import { loadCounties, loadGround, loadPrefectures, reliefUrl, type FirstGround } from './ground.ts';
import { Map } from './maplibre.ts';
import { Pulses } from './pulses.ts';
import { ABOVE_ARCS, style, type Corners, type SourceName } from './style.ts';

export interface LiveMapOptions {
  stage: HTMLElement;
  frame: HTMLElement;
  scene: Scene;
  theme: Theme;
  lang: Lang;
  camera: Camera | null;
  projection: 'mercator' | 'globe';
  outline: boolean;
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
  readonly #pulses: Pulses;
  readonly #ground: Promise<FirstGround>;
  readonly #shapes = new globalThis.Map<string, GeoJSON.Feature>();
  #scene: Scene;
  #theme: Theme;
  #lang: Lang;
  #projection: 'mercator' | 'globe';
  #home: Camera;
  #prefectures: Topology | null = null;
  #counties: Topology | null = null;
  #fineAsked = false;
  #countiesAsked = false;

  constructor(options: LiveMapOptions) {
    const { stage, frame, scene, theme, lang, camera, events } = options;
    this.#options = options;
    [this.#scene, this.#theme, this.#lang] = [scene, theme, lang];
    this.#projection = options.projection;
    this.#ground = loadGround();
    this.#home = homeCamera(stage, frame);
    this.#container = document.createElement('div');
    this.#container.className = 'live';
    stage.append(this.#container);
    const { lng, lat, zoom, bearing, pitch } = camera ?? this.#home;
    try {
      this.#map = new Map({
        container: this.#container,
        style: this.#style(),
        center: [lng, lat],
        zoom,
        bearing,
        pitch,
        minZoom: 1.6,
        maxZoom: 11,
        maxPitch: 50,
        renderWorldCopies: false,
        attributionControl: false,
        fadeDuration: options.reducedMotion ? 0 : 200,
        locale: { 'Map.Title': messages(lang).map },
      });
    } catch (error) {
      this.#container.remove();
      throw error;
    }
    this.#arcs = new ArcLayer(arcRecords(scene.arcs));
    this.#arcs.onfirst = options.onfirst;
    this.#pulses = new Pulses(this.#container, (where) => this.toScreen(where));
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
    map.on('movestart', () => this.#pulses.move());
    map.on('move', () => events.moved(false));
    map.on('moveend', () => {
      this.#pulses.settle();
      this.#refine();
      events.moved(true);
    });
    map.on('resize', () => this.refit());
    map.on('error', ({ error }) => console.warn(`map: ${error.message}`));
    map.on('webglcontextlost', () => events.lost('webglcontextlost'));
  }

  /** Runs whenever a style is new: at the start and after a lost context, which leaves custom layers and images behind. */
  #dress(): void {
    const map = this.#map;
    map.setProjection({ type: this.#projection });
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

  async #fillGround(): Promise<void> {
    try {
      const [{ base, names }] = await Promise.all([this.#ground, this.#map.once('style.load')]);
      for (const shape of [...parts(base, 'provinces'), ...parts(base, 'recipients')]) this.#keep(shape);
      this.#set('ground', groundFeatures(base));
      this.#set('names', nameFeatures(names));
      this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
      this.#refine();
    } catch (error) {
      // Arcs, places and figures are all there without a ground; the still keeps lying under them.
      console.warn(error);
      return;
    }
    await this.#map.once('idle');
    this.#options.onready();
  }

  show(scene: Scene, theme: Theme, lang: Lang): void {
    const restyle = theme !== this.#theme || lang !== this.#lang;
    if (theme !== this.#theme) (this.#map.getSource('relief') as ImageSource | undefined)?.updateImage(this.#relief(theme));
    if (lang !== this.#lang) this.#map.getCanvas().setAttribute('aria-label', messages(lang).map);
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
    this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
    this.#pulses.set(this.#scene.arcs, this.#theme.arc.pulse);
  }

  #set(source: SourceName, data: GeoJSON.FeatureCollection): void {
    void (this.#map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }

  #relief(theme: Theme) {
    return { url: reliefUrl(theme.name), coordinates: this.#options.corners };
  }

  #style() {
    return style({ theme: this.#theme, lang: this.#lang, relief: this.#relief(this.#theme), outline: this.#options.outline });
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

  /** Fetches what the present view needs beyond the first: prefectures and counties when near, counties also where one is chosen. */
  #refine(): void {
    const near = this.#map.getZoom() >= FINE_ZOOM;
    const chosen = this.#scene.regions.some(({ adcode, chosen }) => chosen && !this.#shapes.has(adcode));
    const shaded = this.#scene.regions.some(({ adcode, level }) => level === 'shade' && !this.#shapes.has(adcode));
    const fill = () => {
      if (this.#prefectures || this.#counties)
        this.#set('fine', fineFeatures(this.#prefectures, this.#counties, new Set(this.#scene.places.map(({ label }) => label.words.zh))));
      this.#set('recipients', regionFeatures(this.#scene, this.#shapes));
    };
    const failed = (error: unknown) => console.warn(error);
    if ((near || chosen) && !this.#countiesAsked) {
      this.#countiesAsked = true;
      loadCounties().then((counties) => {
        this.#counties = counties;
        // These are the finest there are.
        for (const shape of [...parts(counties, 'counties'), ...fineRecipientShapes(counties)]) this.#shapes.set(codeOf(shape), shape);
        fill();
      }, failed);
    }
    if ((near || shaded) && !this.#fineAsked) {
      this.#fineAsked = true;
      loadPrefectures().then((prefectures) => {
        this.#prefectures = prefectures;
        for (const shape of parts(prefectures, 'prefectures')) this.#keep(shape);
        fill();
      }, failed);
    }
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
    const now = this.camera();
    return (
      Math.abs(now.zoom - this.#home.zoom) < 0.01 &&
      Math.abs(now.lng - this.#home.lng) < 0.02 &&
      Math.abs(now.lat - this.#home.lat) < 0.02 &&
      now.bearing === 0 &&
      now.pitch === 0
    );
  }
  jumpTo(camera: Camera | null): void {
    const { lng, lat, ...rest } = camera ?? this.#home;
    this.#map.jumpTo({ center: [lng, lat], ...rest });
  }
  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: this.#glide(250) });
  }
  goTo({ lng, lat, ...rest }: Camera): void {
    this.#map.easeTo({ center: [lng, lat], ...rest, duration: this.#glide(600) });
  }
  home(): void {
    this.goTo(this.#home);
  }
  panBy(dx: number, dy: number): void {
    this.#map.panBy([dx, dy], { duration: this.#glide(300) });
  }
  refit(): void {
    const home = this.isHome();
    this.#home = homeCamera(this.#options.stage, this.#options.frame);
    if (home) this.jumpTo(null);
  }
  bend(projection: 'mercator' | 'globe'): void {
    if (projection === this.#projection) return;
    this.#projection = projection;
    this.#map.setProjection({ type: projection });
    this.#pulses.settle();
  }
  motion(on: boolean): void {
    this.#pulses.switch(on);
  }
  #glide(ms: number): number {
    return this.#options.reducedMotion ? 0 : ms;
  }

  /** Gives back the worker, the context and every listener. */
  remove(): void {
    this.#pulses.remove();
    this.#map.remove();
    this.#container.remove();
  }
}

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
