import type { Point } from '../scene/mercator.ts';
import { nearestOnSegment } from '../scene/segment.ts';
import type { Lang } from '../state/lang.ts';
import type { TipText } from '../text/tip.ts';

/** What is said of each arc of a still under the pointer, by id of its pairing. It stands in the page beside the still, as JSON. */
export type Answers = Record<string, Record<Lang, TipText>>;

/** An arc as a still's markup has it: its lines as chains of points, in units of the drawing. */
interface DrawnArc {
  id: string;
  chains: Point[][];
}

/** Pieces into which a curve is cut to measure how far it is: at most 5 px long on the widest screens. */
const STEPS = 12;

/** The points along one path of a still, `M x y Q x y x y`. */
export function chain(d: string): Point[] {
  const [x0, y0, x1, y1, x2, y2] = d.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number, number, number];
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
    return [mix(x0, x1, x2), mix(y0, y1, y2)];
  });
}

/** The arc nearest to a point, both in units of the drawing; null where none is within `reach`. */
export function nearestArc(arcs: readonly DrawnArc[], p: Point, reach: number): string | null {
  let best: { id: string | null; distance: number } = { id: null, distance: reach };
  for (const { id, chains } of arcs)
    for (const points of chains)
      for (let i = 1; i < points.length; i++) {
        const [, distance] = nearestOnSegment(p, points[i - 1]!, points[i]!);
        if (distance < best.distance) best = { id, distance };
      }
  return best.id;
}

/** The arcs of a still that stands in the page. */
export const arcsOf = (marks: ParentNode): DrawnArc[] =>
  [...marks.querySelectorAll<SVGElement>('[data-arc]')].map((arc) => ({
    id: arc.dataset['arc']!,
    chains: [...arc.querySelectorAll('path')].map((path) => chain(path.getAttribute('d')!)),
  }));
