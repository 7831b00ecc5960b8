import type { LngLat } from '../../data/schema.ts';
import { CHOSEN_TIMES, STROKES } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';
import { bowPoint, type Bow } from '../scene/bow.ts';
import type { ArcMark, RouteMark } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';

/** Where a point of the Mercator square stands in a drawing. */
export type Placing = (p: Point) => Point;

export const at = (p: Point, put: Placing): string =>
  put(p)
    .map((n) => n.toFixed(1))
    .join(' ');

/** The part of a bowed path from `t` to `u` as the quadratic Bézier curve that it is. */
export function curve(path: Bow, t: number, u: number, put: Placing): string {
  const [p, q, middle] = [bowPoint(path, t), bowPoint(path, u), bowPoint(path, (t + u) / 2)];
  const control: Point = [2 * middle[0] - (p[0] + q[0]) / 2, 2 * middle[1] - (p[1] + q[1]) / 2];
  return `M${at(p, put)}Q${at(control, put)} ${at(q, put)}`;
}

/** The colours of an arc from its donor to its recipient. */
export function gradient({ a, b, from, mid, to }: ArcMark, id: string, put: Placing): string {
  const [x1, y1] = at(a, put).split(' ');
  const [x2, y2] = at(b, put).split(' ');
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop stop-color="${from}"/><stop offset=".5" stop-color="${mid}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
}

/**
 * A line whose edges fade over `blurPx`, as strokes of one strength laid over each other. The map's blur lies within the
 * line: where it is wider than half of that, not even the middle is whole.
 */
export function softened(widthPx: number, blurPx: number, opacity: number, strokes: number): { widthPx: number; opacity: number }[] {
  const middle = opacity * Math.min(1, widthPx / 2 / blurPx);
  return Array.from({ length: strokes }, (_, i) => ({ widthPx: widthPx * (1 - (i + 0.5) / strokes), opacity: middle / strokes }));
}

/** A flight or corridor, each of its parts in its line style. `thin` leaves out points that a drawing has no use for. */
export function routeLine(route: RouteMark, theme: Theme, put: Placing, thin = (path: readonly LngLat[]) => path): string {
  const times = route.chosen ? CHOSEN_TIMES : 1;
  const px = (length: number): number => +(length * times).toFixed(2);
  const paths = route.legs.flatMap(({ way, path }) => {
    const d = `M${thin(path)
      .map((where) => at(project(where), put))
      .join('L')}`;
    return STROKES[way](theme).map(
      ({ colour, widthPx, dashPx, cap }) =>
        `<path stroke="${colour}" stroke-width="${px(widthPx)}" stroke-linecap="${cap}"${dashPx ? ` stroke-dasharray="${dashPx.map(px).join(' ')}"` : ''} d="${d}"/>`,
    );
  });
  return `<g class="route" data-route="${route.id}" opacity="${route.opacity}">${paths.join('')}</g>`;
}
