import { FRAME_BOX, type Size } from '../scene/frame.ts';
import { project } from '../scene/mercator.ts';
import type { Room } from '../scene/room.ts';

/** Widths in CSS px up to which the page is a phone's, and a small screen's. */
export const PHONE_PX = 760;
export const SMALL_PX = 1080;

/** Width of the panel beside the map, and the gap around it. */
const SIDE_PX = { wide: 344, small: 304 } as const;
const GAP_PX = 12;

/** On a phone the panel is a tray that rests at these heights, in parts of the window; the first view is fitted above the middle one. */
export const STOPS = [0.16, 0.4, 0.92] as const;
const REST = STOPS[1];

/** Around the first view's frame, beside what the panel takes. */
const FRAME_PX = {
  wide: { top: 28, right: 40, bottom: 36, left: 28 },
  small: { top: 28, right: 20, bottom: 36, left: 28 },
  phone: { top: 20, right: 16, bottom: 26, left: 16 },
} as const;
/**
 * Phones at least so many times as high as wide have room below the frame for the islands of the South China Sea, and need no
 * inset; their part of the map is so many times as high as the frame is wide.
 */
const TALL = 1.75;
const ISLANDS = (project([112, 3.4])[1] - FRAME_BOX.y - FRAME_BOX.height) / FRAME_BOX.width;

/** Phones so low, in px, that the tray takes nearly all of them: the frame is fitted behind it. */
const LOW_PX = 560;
const LOW_BOTTOM_PX = 120;

/** Reach of the camera's buttons from the upper right corner, in px: two on a phone, five elsewhere (`Camera.svelte`). */
const TOOLS_PX = { phone: [60, 104], wide: [62, 256] } as const;
/** Height in px of map that a phone's two buttons and the inset below them need. */
const BOTH_PX = 230;
/** Width of the inset in low and narrow stages, as `look/stage.css` has it. */
const INSET_PX = 60;

/** Windows narrower than this have no room for panel, map and popup side by side: the popup stands over the panel. */
const OVER_PX = 1240;

/** Px from the right edge of the window that a popup takes, with its gaps. */
export const BESIDE_PX = 66 + 372 + GAP_PX;

/** What stands beside or over the map. */
export interface Panels {
  /** Whether the panel is shown, and at which of its stops the tray rests. */
  shown: boolean;
  stop: number;
  /** Whether the time axis is open. */
  time: boolean;
  /** Height in CSS px by which the table shortens the stage. */
  table: number;
  /** Height in CSS px of the line of credits. */
  notes: number;
  /** Whether something is open. */
  open: boolean;
}

/** The room that the page leaves the stage. `size`: of the window in CSS px. */
export function roomOf([width, height]: Size, { shown, stop, time, table, notes, open }: Panels): Room {
  if (width <= PHONE_PX) {
    const covered = height * Math.min(STOPS[stop]!, REST);
    const tall = height >= TALL * width;
    const islands = tall ? (width - FRAME_PX.phone.left - FRAME_PX.phone.right) * ISLANDS : 0;
    return {
      frame: { ...FRAME_PX.phone, bottom: height <= LOW_PX ? LOW_BOTTOM_PX : height * REST + FRAME_PX.phone.bottom + islands },
      popup: { left: 0, top: 12, right: 0, bottom: 0 },
      over: false,
      seen: { left: 0, top: 8, right: 0, bottom: covered + 26 },
      tools: TOOLS_PX.phone,
      // Where the map is too low for both, the inset stands across from the two buttons.
      inset: tall ? null : [height - covered < BOTH_PX ? width - INSET_PX - 8 : 8, covered + notes + 8],
    };
  }
  const small = width <= SMALL_PX;
  const side = shown ? (small ? SIDE_PX.small : SIDE_PX.wide) : 0;
  const frame = FRAME_PX[small ? 'small' : 'wide'];
  const over = shown && width < OVER_PX;
  const bottom = table ? 0 : time ? 112 : 34;
  const left = GAP_PX + (shown ? side + GAP_PX : 0);
  return {
    frame: { ...frame, left: frame.left + side },
    popup: over
      ? { left: GAP_PX, top: GAP_PX, right: 66, bottom: GAP_PX - table }
      : { left, top: 70, right: 66, bottom: table ? notes + 6 - table : bottom },
    over,
    seen: { left, top: 60, right: GAP_PX, bottom },
    tools: TOOLS_PX.wide,
    // Beside a table the popup is as high as the window, and the inset stands left of it.
    inset: table ? [open && !over ? BESIDE_PX : 16, GAP_PX] : [16, Math.max(34, notes + 8)],
  };
}

/** The same for the first paint, before any script: the panel's width and the frame's insets as custom properties of the page. */
export function layoutCss(): string {
  const frame = ({ top, right, bottom, left }: (typeof FRAME_PX)[keyof typeof FRAME_PX], low = `${bottom}px`, side = true) =>
    `--pad-top:${top}px;--pad-right:${right}px;--pad-bottom:${low};--pad-left:${side ? `calc(var(--side) + ${left}px)` : `${left}px`}`;
  const tray = `${REST * 100}vh`;
  return [
    `:root{--side:${SIDE_PX.wide}px;--tray:${tray};--rest:${tray};${frame(FRAME_PX.wide)}}`,
    `@media(max-width:${SMALL_PX}px){:root{--side:${SIDE_PX.small}px;${frame(FRAME_PX.small)}}}`,
    `@media(max-width:${PHONE_PX}px){:root{${frame(FRAME_PX.phone, `calc(${tray} + ${FRAME_PX.phone.bottom}px)`, false)}}}`,
    `@media(max-width:${PHONE_PX}px) and (max-aspect-ratio:${1 / TALL}){:root{--pad-bottom:calc(${tray} + ${FRAME_PX.phone.bottom}px + (100vw - ${FRAME_PX.phone.left + FRAME_PX.phone.right}px)*${ISLANDS.toFixed(4)})}#first .inset{display:none}}`,
    `@media(max-width:${PHONE_PX}px) and (max-height:${LOW_PX}px){:root{--pad-bottom:${LOW_BOTTOM_PX}px}}`,
  ].join('');
}
