import type { Camera } from '../state/url.ts';
import type { Box } from './box.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';

/** What the first view must show whole, [west, south, east, north] in degrees: the mainland, Hainan and Taiwan. The islands further south are in the inset. */
export const FRAME = [73.4, 17.9, 135.1, 53.6] as const;

/** MapLibre zoom at which the frame fills a 1440 × 900 window: the zoom that spacing and labels are planned for. */
export const FRAME_ZOOM = 3.7;

/** Furthest zooms, of the live map and the still alike. */
export const ZOOMS = [1.6, 11] as const;
/** Greatest pitch in degrees. */
export const MAX_PITCH = 50;

const [west, north] = project([FRAME[0], FRAME[3]]);
const [east, south] = project([FRAME[2], FRAME[1]]);

/** The frame in the Mercator square. */
export const FRAME_BOX = { x: west, y: north, width: east - west, height: south - north };

/** A point of the Mercator square as a part of the frame: 0 to 1 within it, and beyond outside. */
export const inFrame = ([x, y]: Point): Point => [(x - FRAME_BOX.x) / FRAME_BOX.width, (y - FRAME_BOX.y) / FRAME_BOX.height];

/** Width and height in CSS px. */
export type Size = readonly [width: number, height: number];

/** Widths in CSS px that are kept free along the four sides of a box. */
export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A stage smaller than this, less its insets, shows the frame as if it were so large. */
export const LEAST_PX = 40;

/** The camera of the first view: the frame as large as a stage of a size has room for within its insets, and in the middle of that room. */
export const homeCamera = (size: Size, insets: Insets): Camera => cameraOf(FRAME_BOX, size, insets);

/** The camera that shows a part of the square so, but no nearer than a zoom. */
export function cameraOf(box: SquareBox, [width, height]: Size, { left, top, right, bottom }: Insets, nearest = Infinity): Camera {
  const [wide, high] = [Math.max(LEAST_PX, width - left - right), Math.max(LEAST_PX, height - top - bottom)];
  const size = Math.min(wide / box.width, high / box.height, worldPx(nearest));
  const x = box.x + box.width / 2 + (width / 2 - left - wide / 2) / size;
  const y = box.y + box.height / 2 + (height / 2 - top - high / 2) / size;
  const [lng, lat] = unproject([x, y]);
  return { lng, lat, zoom: Math.log2(size / worldPx(0)), bearing: 0, pitch: 0 };
}

/** From the middle of a stage to the middle of what insets leave of it, in px. */
export const offMiddle = ({ left, top, right, bottom }: Insets): Point => [(left - right) / 2, (top - bottom) / 2];

/** The camera whose middle is what another has at a point, given in px from its own middle. */
export function shifted(camera: Camera, [dx, dy]: Point): Camera {
  const turn = (camera.bearing * Math.PI) / 180;
  const size = worldPx(camera.zoom);
  const [x, y] = project([camera.lng, camera.lat]);
  const [east, south] = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
  const [lng, lat] = unproject([x + east / size, y + south / size]);
  return { ...camera, lng, lat };
}

const between = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high);

/** The nearest camera that a renderer can show. */
export const clamped = (camera: Camera): Camera => ({
  ...camera,
  zoom: between(camera.zoom, ZOOMS),
  pitch: between(camera.pitch, [0, MAX_PITCH]),
});

/** The meridian in the middle of the Earth's picture, and of China: half the Earth lies on either side of it. */
const MIDDLE = project([104, 0])[0];

/**
 * The nearest camera of a flat map, north up, that shows no edge of the Earth's picture, nor any place of it twice. It may be
 * centred no further east than the 180th meridian: beyond, maps count from the west again.
 */
export function held(camera: Camera, [width, height]: Size): Camera {
  const zoom = Math.max(camera.zoom, Math.log2(Math.max(width, height) / worldPx(0)));
  const [across, down] = [width, height].map((px) => px / worldPx(zoom) / 2) as Point;
  const [x, y] = project([camera.lng, camera.lat]);
  const [lng, lat] = unproject([
    between(x < MIDDLE - 0.5 ? x + 1 : x, [MIDDLE - 0.5 + across, Math.min(MIDDLE + 0.5 - across, 1)]),
    between(y, [down, 1 - down]),
  ]);
  return { ...camera, lng, lat, zoom };
}

/** A part of the Mercator square. */
export interface SquareBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the square that a flat camera, north up, has in a box of a stage of `width` × `height` px. */
export function seenBox({ lng, lat, zoom }: Camera, [width, height]: Size, { left, top, right, bottom }: Box): SquareBox {
  const [x, y] = project([lng, lat]);
  const size = worldPx(zoom);
  return {
    x: x + (left - width / 2) / size,
    y: y + (top - height / 2) / size,
    width: (right - left) / size,
    height: (bottom - top) / size,
  };
}
