import type { Point } from '../../scene/mercator.ts';

/** A box in whatever units its points have. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * An SVG path of straight lines as its subpaths: `M`, `L`, `H`, `V`, `h`, `v` and `z`. Null where it has curves, as glyphs have.
 */
export function linesOf(d: string): Point[][] | null {
  if (/[^MLHVzhv\d\s.,-]/.test(d)) return null;
  const lines: Point[][] = [];
  for (const [, command, numbers] of d.matchAll(/([MLHVzhv])([^MLHVzhv]*)/g)) {
    const values = (numbers!.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const line = lines.at(-1);
    const [x, y] = line?.at(-1) ?? [0, 0];
    if (command === 'h' || command === 'H') line?.push([command === 'h' ? x + values[0]! : values[0]!, y]);
    else if (command === 'v' || command === 'V') line?.push([x, command === 'v' ? y + values[0]! : values[0]!]);
    else
      for (let i = 0; i + 1 < values.length; i += 2) {
        const point: Point = [values[i]!, values[i + 1]!];
        if (command === 'M' && i === 0) lines.push([point]);
        else lines.at(-1)?.push(point);
      }
  }
  return lines;
}

/** The sides of a box, each as what is within it and where a line from one point to another crosses it. */
const sides = ({ left, top, right, bottom }: Bounds) =>
  (
    [
      [0, left, 1],
      [0, right, -1],
      [1, top, 1],
      [1, bottom, -1],
    ] as const
  ).map(([axis, at, sign]) => ({
    within: (point: Point) => (point[axis] - at) * sign >= 0,
    cross: (a: Point, b: Point): Point => {
      const part = (at - a[axis]) / (b[axis] - a[axis]);
      return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    },
  }));

/** The part of an area that lies in a box, by Sutherland and Hodgman; empty where none does. */
export function clippedArea(area: readonly Point[], box: Bounds): Point[] {
  let points = [...area];
  for (const { within, cross } of sides(box)) {
    const kept: Point[] = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1)!;
      if (within(point) !== within(before)) kept.push(cross(before, point));
      if (within(point)) kept.push(point);
    });
    points = kept;
  }
  return points;
}

/** The parts of a line that lie in a box. */
export function clippedLine(line: readonly Point[], box: Bounds): Point[][] {
  let parts: Point[][] = [[...line]];
  for (const { within, cross } of sides(box))
    parts = parts.flatMap((part) => {
      const found: Point[][] = [];
      let open: Point[] | null = null;
      part.forEach((point, i) => {
        const before = part[i - 1];
        if (within(point)) {
          if (!open) found.push((open = before ? [cross(before, point)] : []));
          open.push(point);
        } else if (open) {
          open.push(cross(before!, point));
          open = null;
        }
      });
      return found;
    });
  return parts.filter((part) => part.length > 1);
}
