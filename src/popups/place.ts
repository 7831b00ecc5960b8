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

const GAP = 28;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Places a popup of a size beside its anchor: to the right if there is room, else to the left, else where it fits; never over the corner. */
export function place([x, y]: readonly [number, number], [width, height]: readonly [number, number], room: Room): Spot {
  const seen = x >= room.left && x <= room.right && y >= 0 && y <= room.bottom;
  const right = x + GAP;
  const left = x - GAP - width;
  const beside = seen && right + width <= room.right ? right : seen && left >= room.left ? left : null;
  const at = beside ?? clamp(x - width / 2, room.left, room.right - width);
  const bottom = at + width > room.corner[0] ? Math.min(room.bottom, room.corner[1]) : room.bottom;
  const top = clamp(y - height / 3, room.top, Math.max(room.top, bottom - height));
  return {
    left: at,
    top,
    maxHeight: bottom - room.top,
    stem: beside === null ? null : [beside > x ? at : at + width, clamp(y, top + 24, top + height - 24)],
  };
}
