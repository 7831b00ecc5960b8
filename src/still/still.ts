import type { LngLat } from '../../data/schema.ts';
import { NAMES_CSS } from '../look/fonts.ts';
import { secondTimes } from '../look/ground.ts';
import { STROKES } from '../look/strokes.ts';
import { BAND_LINE_PX, BAND_OPACITY } from '../look/width.ts';
import type { Theme } from '../look/themes.ts';
import { bowPoint } from '../scene/bow.ts';
import { inFrame } from '../scene/frame.ts';
import { headPx, TAIL, type ArcMark, type PlaceMark, type RouteMark, type Scene, type Side } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';
import { GLYPHS } from '../look/glyphs.ts';
import type { Lang } from '../state/lang.ts';
import { UNITS, UNITS_HIGH } from './ground.ts';
import { curve, gradient, routeLine, type Placing } from './lines.ts';

/** Pieces in which a tapering arc is drawn, each with its own stroke width: as many as make no step that is seen. */
const STEP_PX = 0.65;
const piecesOf = (widthPx: number): number => Math.min(11, Math.ceil((widthPx * (1 - TAIL)) / STEP_PX));

/** Where a point stands in the still's drawing, whose box is the frame. */
const put: Placing = (p) => {
  const [x, y] = inFrame(p);
  return [x * UNITS, y * UNITS_HIGH];
};
/** Where a point stands in the frame, as attributes in per cent of it. */
const standing = (p: Point, [across, down] = ['x', 'y']): string => {
  const [x, y] = inFrame(p);
  return `${across}="${(x * 100).toFixed(2)}%" ${down}="${(y * 100).toFixed(2)}%"`;
};

/**
 * The still: a scene as one SVG that fills the frame whatever its size, made in Node for the first paint and in the page when
 * there is no map. Nothing outside it is needed to show it: colours, widths and letters are attributes of its own.
 *
 * Lines are drawn in units of the frame, their strokes in px; heads, dots and names stand over them in per cent, in px. So
 * one text looks right on every screen, without any script. Without a language names stand in both, of which the page's sheet
 * shows the one that the page is in. `name` begins the ids in it, and is another one for each still of
 * a page.
 */
export function still(scene: Scene, theme: Theme, lang: Lang | null, name: string): string {
  const gradients = scene.arcs.map((arc, i) => gradient(arc, `${name}-${i}`, put)).join('');
  const routes = scene.routes.map((route) => routeLine(route, theme, put, thinned));
  const lines = [...routes, ...scene.arcs.map((arc, i) => arcLine(arc, `${name}-${i}`))].join('');
  const over = [
    ...scene.arcs.filter(({ head }) => head).map(arcHead),
    ...scene.routes.map((route) => routeGlyph(route, theme)),
    ...scene.places.map((mark) => placeDot(mark, theme)),
  ].join('');
  const names = scene.places.map((mark) => placeName(mark, lang, scene)).join('');
  const { halo } = theme.text;
  return (
    `<svg class="marks" width="100%" height="100%" overflow="visible" aria-hidden="true"><defs>${gradients}</defs>` +
    `<svg viewBox="0 0 ${UNITS} ${UNITS_HIGH.toFixed(1)}" overflow="visible" fill="none" stroke-linejoin="round">${lines.replaceAll('<path ', '<path vector-effect="non-scaling-stroke" ')}</svg>` +
    `${over}<g class="names" font-family="${NAMES_CSS}" font-weight="600" stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${names}</g></svg>`
  );
}

function arcLine(arc: ArcMark, paint: string): string {
  const group = (inner: string, opacity = '') =>
    `<g class="arc" data-arc="${arc.id}" opacity="${arc.opacity}" stroke="url(#${paint})" stroke-linecap="round">${opacity ? `<g opacity="${opacity}">${inner}</g>` : inner}${opacity ? `<path stroke-width="${BAND_LINE_PX}" d="${curve(arc, 0, 1, put)}"/>` : ''}</g>`;
  if (arc.dashPx)
    return group(`<path stroke-width="${arc.widthPx}" stroke-dasharray="${arc.dashPx} ${arc.dashPx}" d="${curve(arc, 0, 1, put)}"/>`);
  const count = piecesOf(arc.widthPx);
  const pieces = Array.from({ length: count }, (_, k) => {
    const width = arc.widthPx * (TAIL + (1 - TAIL) * ((k + 0.5) / count));
    return `<path stroke-width="${width.toFixed(2)}" d="${curve(arc, k / count, (k + 1) / count, put)}"/>`;
  });
  return group(pieces.join(''), arc.hollow ? String(BAND_OPACITY) : '');
}

function arcHead(arc: ArcMark): string {
  const tip = bowPoint(arc, 1);
  const before = bowPoint(arc, 0.98);
  const turn = (Math.atan2(tip[1] - before[1], tip[0] - before[0]) * 180) / Math.PI;
  const { length, width } = headPx(arc.widthPx);
  const [back, side, notch] = [-length, width / 2, -length * (1 - NOTCH)].map((n) => n.toFixed(1));
  return `<svg class="head" ${standing(tip)} overflow="visible"><path transform="rotate(${turn.toFixed(1)})" fill="${arc.to}" stroke="none" opacity="${arc.opacity}" d="M0 0L${back} -${side}L${notch} 0L${back} ${side}Z"/></svg>`;
}
/** How far the notch at the back of a head goes into it, in parts of its length. */
const NOTCH = 0.18;

/** Every sixth point of a path, and its end: as fine as a still shows. */
const thinned = (path: readonly LngLat[]): LngLat[] => path.filter((_, i) => i % 6 === 0 || i === path.length - 1);

function routeGlyph(route: RouteMark, theme: Theme): string {
  const glyph = GLYPHS[route.mode];
  const turn = glyph.turns ? `transform="rotate(${route.glyph.heading.toFixed(0)} 12 12)"` : '';
  return `<svg class="glyph" ${standing(project(route.glyph.at))} overflow="visible"><g transform="translate(-9 -9) scale(.75)" stroke="none" opacity="${route.opacity}"><circle cx="12" cy="12" r="11" fill="${theme.route.casing}"/><path ${turn} fill="${STROKES[route.mode](theme).at(-1)!.glyph}" d="${glyph.path}"/></g></svg>`;
}

/** A dot, if some first view has room for it. */
function placeDot({ point, radiusPx, colour, opacity, minzoom }: PlaceMark, theme: Theme): string {
  const size = room(minzoom);
  return size
    ? `<circle class="dot" data-z="${size}" ${standing(project(point), ['cx', 'cy'])} r="${radiusPx + RIM_PX / 2}" fill="${colour}" stroke="${theme.dot.stroke}" stroke-width="${RIM_PX}"${faded(opacity)}/>`
    : '';
}

/** The name of a place, if some first view has room for it. */
function placeName({ point, radiusPx, opacity, label }: PlaceMark, lang: Lang | null, { labels, leastPx }: Scene): string {
  const size = room(label.minzoom);
  if (!size) return '';
  const { x, y, anchor } = SIDES[label.side](radiusPx);
  const named = (first: Lang, second: string, more = '') =>
    `<text${more} x="${x}" y="${y}" dy="${DOWN[labels][label.side]}em" text-anchor="${anchor}" fill="${label.colour}" font-size="${label.sizePx}"${faded(opacity)}>${escape(label.words[first])}${second}</text>`;
  const second = (first: Lang) =>
    labels === 'both'
      ? `<tspan x="${x}" dy="1.18em" font-size="${secondTimes(leastPx)}em" font-weight="500">${escape(label.words[first === 'zh' ? 'en' : 'zh'])}</tspan>`
      : '';
  const texts = lang
    ? named(lang, second(lang))
    : named('zh', '', ' class="word" lang="zh-CN"') + named('en', '', ' class="word" lang="en"');
  return `<svg class="name" data-z="${size}" ${standing(project(point))} overflow="visible">${texts}</svg>`;
}
const faded = (opacity: number): string => (opacity < 1 ? ` opacity="${opacity}"` : '');

/** Width in px of the rim around a dot. */
const RIM_PX = 1.5;
/** Where a name begins, in px from the middle of its dot. */
const SIDES: Record<Side, (radiusPx: number) => { x: number; y: number; anchor: 'start' | 'middle' | 'end' }> = {
  right: (r) => ({ x: r + 4, y: 0, anchor: 'start' }),
  left: (r) => ({ x: -r - 4, y: 0, anchor: 'end' }),
  below: (r) => ({ x: 0, y: r + 2, anchor: 'middle' }),
  above: (r) => ({ x: 0, y: -r - 2, anchor: 'middle' }),
};
/** How far down from there its first line stands, in its own size, where it has one line and where it has two. */
const DOWN: Record<Scene['labels'], Record<Side, number>> = {
  one: { right: 0.39, left: 0.39, below: 1.04, above: -0.25 },
  both: { right: -0.08, left: -0.08, below: 0.92, above: -1.07 },
};

/** Which sizes of screen have room for a dot or name in the first view: all, large ones, or none. */
const room = (minzoom: number): 'all' | 'wide' | '' => (minzoom <= 2.2 ? 'all' : minzoom <= 3.7 ? 'wide' : '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text made safe between tags and in attributes. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);
