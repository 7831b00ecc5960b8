import type { Insets } from './frame.ts';

/** What a stage leaves free for what its page puts over it, in CSS px from its own four sides. */
export interface Room {
  /** Around the frame of the first view. */
  frame: Insets;
  /** Around popups, which stand along the right edge of what is left. */
  popup: Insets;
  /** Where there is too little beside the page's panel, they stand along the left edge, over it. */
  over: boolean;
  /** Around what counts as seen: an arc that leaves it gets a sign at its edge. */
  seen: Insets;
  /** How far the page's buttons in the upper right corner reach, from the right and from the top; no sign is put under them. */
  tools?: readonly [right: number, top: number];
  /** Of the South China Sea inset, from the right and from the bottom; null where there is no room for it. */
  inset: readonly [right: number, bottom: number] | null;
}

/** A stage over which nothing lies. */
export const FREE: Room = {
  frame: { left: 24, top: 24, right: 24, bottom: 24 },
  popup: { left: 12, top: 12, right: 12, bottom: 12 },
  over: false,
  seen: { left: 8, top: 8, right: 8, bottom: 8 },
  inset: [12, 12],
};

/** Reach of a pointer around a line or the middle of a dot, in px: half of the least target there should be. */
export const REACH_PX = { fine: 12, coarse: 22 };

/** Stages up to this width show popups as trays along their lower edge, and no tips. */
export const NARROW_PX = 760;

/** Names on a slide's map are no smaller, in px of the map. `room.css` has the same for what else is written on it. */
export const PROJECTED_NAME_PX = 13;
