import type { Size } from '../scene/frame.ts';
import type { Room } from '../scene/room.ts';

/** Widths in CSS px up to which the page is a phone's, and a small screen's. */
export const PHONE_PX = 760;
export const SMALL_PX = 1080;

/** Width of the panel beside the map, and the gap around it. */
const SIDE_PX = { wide: 344, small: 304 } as const;
const GAP_PX = 12;

/** On a phone the panel is a tray that rests at these heights, in parts of the window; the first view is fitted above the middle one. */
export const STOPS = [0.16, 0.46, 0.92] as const;
const REST = STOPS[1];

/** Around the first view's frame, beside what the panel takes. */
const FRAME_PX = {
  wide: { top: 28, right: 40, bottom: 36, left: 28 },
  small: { top: 28, right: 20, bottom: 36, left: 28 },
  phone: { top: 84, right: 16, bottom: 40, left: 16 },
} as const;
/** Phones so low, in px, that the tray takes nearly all of them: the frame is fitted behind it. */
const LOW_PX = 560;
const LOW_BOTTOM_PX = 120;

/** What stands beside or over the map. */
export interface Panels {
  /** Whether the panel is shown, and at which of its stops the tray rests. */
  shown: boolean;
  stop: number;
  /** Whether the time axis is open. */
  time: boolean;
  /** Height in CSS px by which the table shortens the stage. */
  table: number;
}

/** The room that the page leaves the stage. `size`: of the window in CSS px. */
export function roomOf([width, height]: Size, { shown, stop, time, table }: Panels): Room {
  if (width <= PHONE_PX) {
    const covered = height * Math.min(STOPS[stop]!, REST);
    return {
      frame: { ...FRAME_PX.phone, bottom: height <= LOW_PX ? LOW_BOTTOM_PX : height * REST + FRAME_PX.phone.bottom },
      popup: { left: 0, top: 60, right: 0, bottom: 0 },
      seen: { left: 0, top: 60, right: 0, bottom: covered + 40 },
      inset: [8, covered + 46],
    };
  }
  const small = width <= SMALL_PX;
  const side = shown ? (small ? SIDE_PX.small : SIDE_PX.wide) : 0;
  const frame = FRAME_PX[small ? 'small' : 'wide'];
  const bottom = table ? 0 : time ? 112 : 34;
  const left = GAP_PX + (shown ? side + GAP_PX : 0);
  return {
    frame: { ...frame, left: frame.left + side },
    popup: { left, top: 60, right: 66, bottom },
    seen: { left, top: 60, right: GAP_PX, bottom },
    inset: [16, table ? GAP_PX : 34],
  };
}

/** The same for the first paint, before any script: the panel's width and the frame's insets as custom properties of the page. */
export function layoutCss(): string {
  const frame = ({ top, right, bottom, left }: (typeof FRAME_PX)[keyof typeof FRAME_PX], low = `${bottom}px`, side = true) =>
    `--pad-top:${top}px;--pad-right:${right}px;--pad-bottom:${low};--pad-left:${side ? `calc(var(--side) + ${left}px)` : `${left}px`}`;
  const tray = `${REST * 100}vh`;
  return [
    `:root{--side:${SIDE_PX.wide}px;--tray:${tray};${frame(FRAME_PX.wide)}}`,
    `@media(max-width:${SMALL_PX}px){:root{--side:${SIDE_PX.small}px;${frame(FRAME_PX.small)}}}`,
    `@media(max-width:${PHONE_PX}px){:root{${frame(FRAME_PX.phone, `calc(${tray} + ${FRAME_PX.phone.bottom}px)`, false)}}}`,
    `@media(max-width:${PHONE_PX}px) and (max-height:${LOW_PX}px){:root{--pad-bottom:${LOW_BOTTOM_PX}px}}`,
  ].join('');
}
