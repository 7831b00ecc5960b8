import type { LngLat } from '../../data/schema.ts';
import { bowPoint } from './bow.ts';
import type { Scene } from './marks.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';
import { arcRecords, pickArc } from './records.ts';
import { nearestOnSegment } from './segment.ts';

/** What lies under a pointer, and the place on it where a popup is anchored. */
export interface Pick {
  kind: 'pairing' | 'branch' | 'route' | 'place';
  id: string;
  at: LngLat;
}

/** Finds what is under a pointer, on the map and on the still alike. */
export class Picker {
  readonly scene: Scene;
  readonly #records: ArrayBuffer;
  readonly #routes: { id: string; points: Point[] }[];
  readonly #places: { id: string; point: Point; at: LngLat; radiusPx: number; minzoom: number }[];

  constructor(scene: Scene) {
    this.scene = scene;
    this.#records = arcRecords(scene.arcs);
    this.#routes = scene.routes.map(({ id, path }) => ({ id, points: path.map(project) }));
    this.#places = scene.places.map(({ id, point, radiusPx, minzoom }) => ({ id, point: project(point), at: point, radiusPx, minzoom }));
  }

  /**
   * The thing nearest to a place within `reachPx` at a zoom: of a line from its edge, of a dot from its middle, so that both
   * have targets of twice that. Close by, dots win over lines, since they are small; further off, a line close by wins.
   */
  at(where: LngLat, zoom: number, reachPx: number): Pick | null {
    const p = project(where);
    const pxSize = 1 / worldPx(zoom);
    const reach = reachPx * pxSize;

    const dot = this.#nearestPlace(p, zoom, pxSize, reach);
    const asPlace = dot && ({ kind: 'place', id: dot.id, at: dot.at } as const);
    if (dot && dot.distance - dot.radiusPx * pxSize < reach / 2) return asPlace;

    const arc = pickArc(this.#records, p[0], p[1], reach, pxSize);
    const route = this.#nearestRoute(p, arc ? Math.max(arc.distance, 0) : reach);
    if (dot && (route?.distance ?? arc?.distance ?? Infinity) > reach / 2) return asPlace;
    if (route) return { kind: 'route', id: route.id, at: unproject(route.point) };
    if (!arc) return null;
    const mark = this.scene.arcs[arc.index]!;
    return { kind: mark.branch ? 'branch' : 'pairing', id: mark.id, at: unproject(bowPoint(mark, arc.t)) };
  }

  #nearestPlace(p: Point, zoom: number, pxSize: number, reach: number) {
    let best: { id: string; at: LngLat; radiusPx: number; distance: number } | null = null;
    for (const place of this.#places) {
      if (zoom < place.minzoom) continue;
      const distance = Math.hypot(p[0] - place.point[0], p[1] - place.point[1]);
      if (distance < Math.max(reach, place.radiusPx * pxSize) && distance < (best?.distance ?? Infinity)) best = { ...place, distance };
    }
    return best;
  }

  #nearestRoute(p: Point, within: number) {
    let best: { id: string; point: Point; distance: number } | null = null;
    for (const { id, points } of this.#routes) {
      for (let i = 1; i < points.length; i++) {
        const [point, distance] = nearestOnSegment(p, points[i - 1]!, points[i]!);
        if (distance < (best?.distance ?? within)) best = { id, point, distance };
      }
    }
    return best;
  }
}
