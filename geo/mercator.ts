/** Web Mercator onto a picture: x right, y down, in picture units. */
import type { Point } from './rings.ts';

/** w, s, e, n in degrees. */
export type Bounds = [number, number, number, number];

export const DEGREES = 180 / Math.PI;

/** Mercator's y for a latitude, in radians of the equator; north is up. */
export const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + lat / DEGREES / 2));

/** The latitude of a Mercator y. */
export const latitude = (y: number): number => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) * DEGREES;

export interface Picture {
  bounds: Bounds;
  width: number;
  height: number;
}

/** The picture of some bounds at a width; its height follows, to the nearest whole unit. */
export const picture = (bounds: Bounds, width: number): Picture => {
  const [w, s, e, n] = bounds;
  return { bounds, width, height: Math.round(((mercatorY(n) - mercatorY(s)) * DEGREES * width) / (e - w)) };
};

/** Not rounded: y is scaled to the whole-unit height, so that the bounds are exactly the picture. */
export function project({ bounds: [w, s, e, n], width, height }: Picture, [lng, lat]: Point): Point {
  const top = mercatorY(n);
  return [((lng - w) / (e - w)) * width, ((top - mercatorY(lat)) / (top - mercatorY(s))) * height];
}

/** The place at a point of the picture: inverse of `project`. */
export function unproject({ bounds: [w, s, e, n], width, height }: Picture, [x, y]: Point): Point {
  const top = mercatorY(n);
  return [w + (x / width) * (e - w), latitude(top - (y / height) * (top - mercatorY(s)))];
}
