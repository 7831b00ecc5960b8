import type { LngLat } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import type { Missing } from '../state/files.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../state/lang.ts';
import type { Size } from './frame.ts';
import type { Scene } from './marks.ts';
import type { Point } from './mercator.ts';

/** Something that shows a scene and a camera's view of it: the live map, or the still where there is none. */
export interface Renderer {
  /** What has the focus while the map is moved by keys. */
  readonly surface: HTMLElement;
  /** `name`: what the map is called, if it is not the atlas's own. */
  show: (scene: Scene, theme: Theme, lang: Lang, name?: string) => void;
  /** Marks one arc, by pairing id, as under the pointer. */
  hover: (pairing: string | null) => void;
  /** CSS px of a place, from the top left of the stage. */
  toScreen: (where: LngLat) => Point;
  toPlace: (point: Point) => LngLat;
  camera: () => Camera;
  /** True while the camera is that of the first view. */
  isHome: () => boolean;
  /** Null: the first view. */
  jumpTo: (camera: Camera | null) => void;
  /** Moves there smoothly where motion is welcome. */
  goTo: (camera: Camera) => void;
  zoomBy: (steps: number) => void;
  home: () => void;
  /** Moves the camera by a number of px. */
  panBy: (dx: number, dy: number) => void;
  /** Flat or as a globe, where it can be. */
  bend: (projection: 'mercator' | 'globe') => void;
  /** The stage has another size, or the first view another camera. The first view is fitted anew, smoothly if asked; any other is kept. */
  fit: (size: Size, home: Camera, smooth: boolean) => void;
  motion: (on: boolean) => void;
  remove: () => void;
}

/** What a renderer reports. */
export interface RendererEvents {
  point: (what: 'move' | 'click' | 'leave', where: LngLat | null, coarse: boolean) => void;
  /** The camera has moved; `ended` where it has come to rest by the reader's doing, or by what they opened. */
  moved: (ended: boolean) => void;
  /** The renderer can no longer show anything: its context or its worker is gone. */
  lost: (what: 'context' | 'worker') => void;
  /** A part of the ground could not be had; all else is shown. */
  missing: (what: Missing, error: unknown) => void;
}
