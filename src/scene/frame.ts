import type { Camera } from '../state/url.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';
import type { Box } from './targets.ts';

/** What the first view must show whole, [west, south, east, north] in degrees: the mainland, Hainan and Taiwan. The islands further south are in the inset. */
export const FRAME = [73.4, 17.9, 135.1, 53.6] as const;

/** MapLibre zoom at which the frame fills a 1440 × 900 window: the zoom that spacing and labels are planned for. */
export const FRAME_ZOOM = 3.7;

const [west, north] = project([FRAME[0], FRAME[3]]);
const [east, south] = project([FRAME[2], FRAME[1]]);

/** The frame in the Mercator square. */
export const FRAME_BOX = { x: west, y: north, width: east - west, height: south - north };

/** A point of the Mercator square as a part of the frame: 0 to 1 within it, and beyond outside. */
export const inFrame = ([x, y]: Point): Point => [(x - FRAME_BOX.x) / FRAME_BOX.width, (y - FRAME_BOX.y) / FRAME_BOX.height];

/** The camera of the first view: the frame's box on the stage, as the page's style sheet lays it out, read back as a map camera. */
export function homeCamera(stage: HTMLElement, frame: HTMLElement): Camera {
  // A still that has been moved has its frame where it was moved to; the first view is where the style sheet has it.
  const moved = frame.style.cssText;
  frame.style.cssText = '';
  const [outer, inner] = [stage.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.style.cssText = moved;
  const perPx = FRAME_BOX.width / inner.width;
  const x = FRAME_BOX.x + (outer.left + outer.width / 2 - inner.left) * perPx;
  const y = FRAME_BOX.y + (outer.top + outer.height / 2 - inner.top) * perPx;
  const [lng, lat] = unproject([x, y]);
  return { lng, lat, zoom: Math.log2(1 / perPx / 512), bearing: 0, pitch: 0 };
}

/** A part of the Mercator square. */
export interface SquareBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the square that a flat camera, north up, has in a box of a stage of `width` × `height` px. */
export function seenBox({ lng, lat, zoom }: Camera, [width, height]: Point, { left, top, right, bottom }: Box): SquareBox {
  const [x, y] = project([lng, lat]);
  const size = worldPx(zoom);
  return {
    x: x + (left - width / 2) / size,
    y: y + (top - height / 2) / size,
    width: (right - left) / size,
    height: (bottom - top) / size,
  };
}
