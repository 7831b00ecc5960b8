import type { LngLat } from '../../data/schema.ts';

/** A point of the Web-Mercator square: x east and y south, both 0 to 1. */
export type Point = [x: number, y: number];

/** Web Mercator of a place. The one projection of map, still and picking. */
export function project([lng, lat]: LngLat): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** The place at a point of the Mercator square: inverse of `project`. */
export function unproject([x, y]: Point): LngLat {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** CSS pixels that the Mercator square is wide at a zoom, as MapLibre counts zooms (512-px tiles). */
export const worldPx = (zoom: number): number => 512 * 2 ** zoom;
