/** Plane geometry of rings, in whatever unit the caller uses. */

export type Point = [number, number];
/** Closed: the last point repeats the first. */
export type Ring = Point[];

/** Shoelace area, positive for anticlockwise rings. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[j]!;
    const [x2, y2] = ring[i]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** Even–odd rule; a point on the line may fall either way. */
export function inRing([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Inside the exterior and outside every hole. */
export const inPolygon = (point: Point, [exterior, ...holes]: readonly Ring[]): boolean =>
  exterior !== undefined && inRing(point, exterior) && !holes.some((hole) => inRing(point, hole));

/** A point well inside a ring: the middle of the widest span on a level between two of its vertices. */
export function interiorPoint(ring: readonly Point[]): Point {
  const ys = [...new Set(ring.map((p) => p[1]))].sort((a, b) => a - b);
  const middle = Math.max(0, (ys.length >> 1) - 1);
  const y = (ys[middle]! + (ys[middle + 1] ?? ys[middle]!)) / 2;
  const xs: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y) xs.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
  }
  xs.sort((a, b) => a - b);
  let best: Point = [ring[0]![0], y];
  let widest = 0;
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const width = xs[i + 1]! - xs[i]!;
    if (width > widest) [widest, best] = [width, [(xs[i]! + xs[i + 1]!) / 2, y]];
  }
  return best;
}

/**
 * Rings in any order and winding → RFC 7946 polygons.
 *
 * The packages list separate exteriors as if they were holes, all clockwise. Nesting is found by an interior point: a
 * vertex of a ring may lie on its neighbour's line, which once made a hole of Aksu's south.
 */
export function nest(rings: readonly Ring[]): Ring[][] {
  const inner = rings.map(interiorPoint);
  const size = rings.map((ring) => Math.abs(signedArea(ring)));
  const parents = rings.map((_, i) => rings.flatMap((ring, j) => (j !== i && size[j]! > size[i]! && inRing(inner[i]!, ring) ? [j] : [])));
  const wound = (ring: Ring, anticlockwise: boolean): Ring => (signedArea(ring) > 0 === anticlockwise ? ring : [...ring].reverse());
  const polygons = new Map<number, Ring[]>();
  rings.forEach((ring, i) => {
    if (parents[i]!.length % 2 === 0) polygons.set(i, [wound(ring, true)]);
  });
  rings.forEach((ring, i) => {
    if (parents[i]!.length % 2 === 0) return;
    const host = parents[i]!.reduce((a, b) => (size[a]! < size[b]! ? a : b));
    polygons.get(host)?.push(wound(ring, false));
  });
  return [...polygons.values()];
}

/** A ring's part on one side of an upright line, 1 the right and -1 the left; what it has on the other lies on the line, where it fills nothing. Closed if the ring is. */
export function beside(ring: readonly Point[], line: number, side: 1 | -1): Ring {
  const isIn = ([x]: Point): boolean => (x - line) * side >= 0;
  const kept = ring.flatMap((point, i): Point[] => {
    const own = isIn(point) ? [point] : [];
    const next = ring[i + 1];
    if (next === undefined || isIn(point) === isIn(next)) return own;
    const [[x1, y1], [x2, y2]] = [point, next];
    return [...own, [line, y1 + ((y2 - y1) * (line - x1)) / (x2 - x1)]];
  });
  const [first, last] = [kept[0], kept.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...kept, first] : kept;
}
