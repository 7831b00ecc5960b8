import type { Box } from '../scene/box.ts';

/** Edges of the room a popup may take, in CSS px of the stage, and a corner that it must leave free. */
export interface PopupRoom extends Box {
  /** Top left of what stands in the lower right corner: the South China Sea inset, which nothing may cover. */
  corner: readonly [number, number];
}

export interface Spot {
  left: number;
  top: number;
  maxHeight: number;
  /** Where the line from the anchor meets the popup; null where the popup stands over its anchor, or the anchor is out of sight. */
  stem: readonly [number, number] | null;
}

type Px = readonly [number, number];

/** Width of a popup in px, as its style sheet has it; on a phone it is a tray and needs no place. */
export const POPUP_PX = 372;
const GAP = 28;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Places a popup of a size: right of its anchor, left of it, or along the right or left edge of the room, wherever it
 * covers the fewest points of `avoid` (those of the arc it tells of); never over the corner.
 */
export function spotOf([x, y]: Px, [width, height]: Px, room: PopupRoom, avoid: readonly Px[] = []): Spot {
  const seen = x >= room.left && x <= room.right && y >= 0 && y <= room.bottom;
  const lefts = [...(seen ? [x + GAP, x - GAP - width] : []), room.right - width, room.left].filter(
    (left) => left >= room.left && left + width <= room.right,
  );
  // A room narrower than the popup has no good place; the left edge shows most of it.
  const spots = (lefts.length ? lefts : [room.left]).map((left) => {
    const bottom = left + width > room.corner[0] ? Math.min(room.bottom, room.corner[1]) : room.bottom;
    const shown = Math.min(height, bottom - room.top);
    const top = clamp(y - height / 3, room.top, bottom - shown);
    const covered = [[x, y] as const, ...avoid].filter(
      ([px, py]) => px > left - 8 && px < left + width + 8 && py > top - 8 && py < top + shown + 8,
    ).length;
    return { left, top, shown, maxHeight: bottom - room.top, covered };
  });
  const best = spots.reduce((a, b) => (b.covered < a.covered ? b : a));
  const { left, top, shown, maxHeight } = best;
  const beside = seen && (x < left || x > left + width);
  return { left, top, maxHeight, stem: beside ? [x < left ? left : left + width, clamp(y, top + 24, top + shown - 24)] : null };
}

/** By how much the camera must move so that points stand in a box, in CSS px; null where they take more room than it has. */
export function shiftInto(points: readonly Px[], { left, top, right, bottom }: Box): [dx: number, dy: number] | null {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (points.length > 1 && (x1 - x0 > right - left || y1 - y0 > bottom - top)) return null;
  const shift = (low: number, high: number, from: number, to: number) => (low < from ? low - from : high > to ? high - to : 0);
  return [shift(x0, x1, left, right), shift(y0, y1, top, bottom)];
}
