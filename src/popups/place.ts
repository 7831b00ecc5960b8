/** Edges of the room a popup may take, in CSS px of the window, and a corner that it must leave free. */
export interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
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

/** Width of a popup in px, as its style sheet has it; on a phone it is a sheet and needs no place. */
export const POPUP_PX = 372;
const GAP = 28;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Places a popup of a size: right of its anchor, left of it, or along the right or left edge of the room, wherever it
 * covers the fewest points of `avoid` (those of the arc it tells of); never over the corner.
 */
export function place([x, y]: Px, [width, height]: Px, room: Room, avoid: readonly Px[] = []): Spot {
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
