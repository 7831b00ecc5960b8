import type { Box } from '../scene/box.ts';
import { POPUP_PX } from './framing.ts';

/** Edges of the room a popup may take, in CSS px of the stage, and a corner that it must leave free. */
export interface PopupRoom extends Box {
  /** Whether it stands along the left edge, and not the right one. */
  over: boolean;
  /** What stands in the lower right corner: the South China Sea inset, which nothing may cover. From its upper edge down. */
  corner: Pick<Box, 'left' | 'top' | 'right'>;
}

/** Where a popup stands, in CSS px of the stage: along an edge of its room, from the top, and never over the corner. */
export function spotOf({ left, top, right, bottom, over, corner }: PopupRoom): { left: number; top: number; maxHeight: number } {
  // A room narrower than the popup shows most of it from its left edge.
  const at = over ? left : Math.max(left, right - POPUP_PX);
  const meets = at + POPUP_PX > corner.left && at < corner.right;
  const end = meets ? Math.min(bottom, corner.top) : bottom;
  return { left: at, top, maxHeight: end - top };
}
