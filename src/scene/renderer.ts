import type { Theme } from '../look/themes.ts';
import type { Camera } from '../state/url.ts';
import type { Lang } from '../text/lang.ts';
import type { LngLat } from '../../data/schema.ts';
import type { Scene } from './marks.ts';
import type { Point } from './mercator.ts';

/** Something that shows a scene and a camera's view of it: the live map, or the still where there is none. */
export interface Renderer {
  show: (scene: Scene, theme: Theme, lang: Lang) => void;
  /** Marks one arc, by pairing id, as under the pointer. */
  hover: (pairing: string | null) => void;
  /** CSS px of a place, from the top left of the stage. */
  toScreen: (where: LngLat) => Point;
  toPlace: (point: Point) => LngLat;
  camera: () => Camera;
  /** True while the camera is the one of the first view: the frame, fitted. */
  isHome: () => boolean;
  jumpTo: (camera: Camera | null) => void;
  /** Moves there smoothly where motion is welcome. */
  goTo: (camera: Camera) => void;
  zoomBy: (steps: number) => void;
  home: () => void;
  /** Moves the camera by a number of px, so that something hidden comes into view. */
  panBy: (dx: number, dy: number) => void;
  /** Flat or as a globe, where it can be. */
  bend: (projection: 'mercator' | 'globe') => void;
  /** The room of the first view has changed: if that is what is seen, it is fitted anew. */
  refit: () => void;
  motion: (on: boolean) => void;
  remove: () => void;
}

/** What a renderer reports. */
export interface RendererEvents {
  point: (what: 'move' | 'click' | 'leave', where: LngLat | null, coarse: boolean) => void;
  moved: (byReader: boolean) => void;
  /** The renderer can no longer show anything. */
  lost: (reason: string) => void;
}
