import { GROUND_NAMES, nameGrowth } from '../look/ground.ts';
import { textWidth } from '../look/letters.ts';
import type { GroundName } from '../state/geo.ts';
import { bowPath } from './bow.ts';
import type { Scene } from './marks.ts';
import { project, worldPx, type Point } from './mercator.ts';

/** Straight pieces that an arc is taken for. */
const STEPS = 32;
/** Px that a name keeps from lines, dots and glyphs. */
const MARGIN_PX = 3;
/** Letters in a line before a name is broken, and height of a line, both in the size of its letters. */
const [WRAP_EM, LINE_EM] = [10, 1.2];
/** Half a glyph's disc, in px. */
const GLYPH_PX = 9;

/**
 * Names of the ground as a scene leaves room for them: each from the zoom on at which no arc, flight, train, dot or glyph strikes
 * through it, and none that a dot of the scene has already. A name's box is wide enough for either language.
 */
export function roomForNames(names: readonly GroundName[], scene: Scene): GroundName[] {
  const lines = [...scene.arcs.map((arc) => bowPath(arc, STEPS)), ...scene.routes.map(({ path }) => path.map(project))];
  const spots = [
    ...scene.places.map(({ point, radiusPx }) => ({ at: project(point), px: radiusPx })),
    ...scene.routes.map(({ glyph }) => ({ at: project(glyph.at), px: GLYPH_PX })),
  ];
  const taken = new Set(scene.places.flatMap(({ label }) => [label.words.zh, label.words.zh.split('·')[0]!]));
  return names
    .filter(({ zh }) => !taken.has(zh))
    .map((name) => {
      const at = project([name.lng, name.lat]);
      const [wide, high] = halfSize(name, scene.leastPx);
      let near = Infinity;
      for (const line of lines)
        for (let i = 1; i < line.length; i++) near = Math.min(near, boxesAway(at, line[i - 1]!, line[i]!, wide, high));
      for (const spot of spots) near = Math.min(near, boxesAway(at, spot.at, spot.at, wide + spot.px, high + spot.px));
      // From this zoom on the nearest lies outside; names grow a little with the zoom.
      const zoom = Math.log2(1 / near / worldPx(0));
      return { ...name, minzoom: Math.max(name.minzoom, zoom + Math.log2(nameGrowth(zoom))) };
    });
}

/**
 * How far a segment from `a` to `b` passes from a point, in boxes of the half sizes `wide` and `high` around it that grow with the
 * distance: 1 over the scale at which the box just touches it.
 */
function boxesAway([x, y]: Point, a: Point, b: Point, wide: number, high: number): number {
  const [u, v] = [(a[0] - x) / wide, (a[1] - y) / high];
  const [du, dv] = [(b[0] - a[0]) / wide, (b[1] - a[1]) / high];
  let least = Math.max(Math.abs(u + du), Math.abs(v + dv));
  // Along a segment the greater of two distances is least at an end, where one of them is nought, or where they are equal.
  for (const t of [0, -u / du, -v / dv, (v - u) / (du - dv), (-v - u) / (du + dv)])
    if (t >= 0 && t <= 1) least = Math.min(least, Math.max(Math.abs(u + du * t), Math.abs(v + dv * t)));
  return least;
}

/** Half the width and height in px of a name as it is first set, with its margin. */
function halfSize({ kind, zh, en }: GroundName, leastPx: number): [wide: number, high: number] {
  const look = GROUND_NAMES.find(({ kinds }) => kinds.includes(kind));
  if (!look) return [0, 0];
  const { spacing } = look;
  const sizePx = Math.max(leastPx, look.sizePx);
  const long = Math.max(...[zh, en].map((text) => textWidth(text, 1) + [...text].length * spacing));
  return [(Math.min(long, WRAP_EM) * sizePx) / 2 + MARGIN_PX, (Math.ceil(long / WRAP_EM) * LINE_EM * sizePx) / 2 + MARGIN_PX];
}
