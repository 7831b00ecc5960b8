import type { LngLat } from '../../data/schema.ts';
import { STROKES } from '../look/strokes.ts';
import { BAND_LINE_PX, BAND_OPACITY } from '../look/width.ts';
import type { Theme } from '../look/themes.ts';
import { bowPoint } from '../scene/bow.ts';
import { inFrame } from '../scene/frame.ts';
import { headPx, TAIL, type ArcMark, type PlaceMark, type RouteMark, type Scene } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';
import { GLYPHS } from '../look/glyphs.ts';
import type { Lang } from '../state/lang.ts';
import { UNITS, UNITS_HIGH } from './ground.ts';
import { curve, gradient, routeLine, type Placing } from './lines.ts';

/** Pieces in which a tapering arc is drawn, each with its own stroke width: as many as make no step that is seen. */
const STEP_PX = 0.65;
const piecesOf = (widthPx: number): number => Math.min(11, Math.ceil((widthPx * (1 - TAIL)) / STEP_PX));

/** Where a point stands in the still's drawing, whose box is the frame. */
const place: Placing = (p) => {
  const [x, y] = inFrame(p);
  return [x * UNITS, y * UNITS_HIGH];
};
const percent = (p: Point): string => {
  const [x, y] = inFrame(p);
  return `left:${(x * 100).toFixed(2)}%;top:${(y * 100).toFixed(2)}%`;
};

/**
 * The still: a scene as markup, made in Node for the first paint and in the page when there is no map.
 *
 * Lines are an SVG that fills the frame whatever its size, their strokes in px; heads, dots and names are placed over it in
 * per cent. So one text looks right on every screen, without any script.
 */
export function still(scene: Scene, theme: Theme, lang: Lang): string {
  const gradients = scene.arcs.map((arc, i) => gradient(arc, `arc-${i}`, place)).join('');
  const lines = [...scene.routes.map((route) => routeLine(route, theme, place, thinned)), ...scene.arcs.map(arcLine)].join('');
  const svg = `<svg class="marks" viewBox="0 0 ${UNITS} ${UNITS_HIGH.toFixed(1)}" aria-hidden="true"><defs>${gradients}</defs>${lines}</svg>`;
  const over = [
    ...scene.arcs.map(arcHead),
    ...scene.routes.map((route) => routeGlyph(route, theme)),
    ...scene.places.map((place) => placeDot(place, lang)),
  ].join('');
  return `${svg}<div class="over" aria-hidden="true">${over}</div>`;
}

function arcLine(arc: ArcMark, i: number): string {
  const group = (inner: string, opacity = '') =>
    `<g class="arc" data-arc="${arc.id}" opacity="${arc.opacity}" stroke="url(#arc-${i})">${opacity ? `<g opacity="${opacity}">${inner}</g>` : inner}${opacity ? `<path stroke-width="${BAND_LINE_PX}" d="${curve(arc, 0, 1, place)}"/>` : ''}</g>`;
  if (arc.dashPx)
    return group(`<path stroke-width="${arc.widthPx}" stroke-dasharray="${arc.dashPx} ${arc.dashPx}" d="${curve(arc, 0, 1, place)}"/>`);
  const count = piecesOf(arc.widthPx);
  const pieces = Array.from({ length: count }, (_, k) => {
    const width = arc.widthPx * (TAIL + (1 - TAIL) * ((k + 0.5) / count));
    return `<path stroke-width="${width.toFixed(2)}" d="${curve(arc, k / count, (k + 1) / count, place)}"/>`;
  });
  return group(pieces.join(''), arc.hollow ? String(BAND_OPACITY) : '');
}

function arcHead(arc: ArcMark): string {
  const tip = bowPoint(arc, 1);
  const before = bowPoint(arc, 0.98);
  const turn = (Math.atan2(tip[1] - before[1], tip[0] - before[0]) * 180) / Math.PI;
  const { length, width } = headPx(arc.widthPx);
  return `<i class="head" style="${percent(tip)};width:${length.toFixed(1)}px;height:${width.toFixed(1)}px;background:${arc.to};opacity:${arc.opacity};transform:translate(-100%,-50%) rotate(${turn.toFixed(1)}deg)"></i>`;
}

/** Every sixth point of a path, and its end: as fine as a still shows. */
const thinned = (path: readonly LngLat[]): LngLat[] => path.filter((_, i) => i % 6 === 0 || i === path.length - 1);

function routeGlyph(route: RouteMark, theme: Theme): string {
  const glyph = GLYPHS[route.mode];
  const turn = glyph.turns ? `transform="rotate(${route.glyph.heading.toFixed(0)} 12 12)"` : '';
  return `<svg class="glyph" viewBox="0 0 24 24" style="${percent(project(route.glyph.at))};opacity:${route.opacity}"><circle cx="12" cy="12" r="11" fill="${theme.route.casing}"/><path ${turn} fill="${STROKES[route.mode](theme).at(-1)!.glyph}" d="${glyph.path}"/></svg>`;
}

/** A dot and its name, each only where some first view has room for it. */
function placeDot({ point, radiusPx, colour, opacity, minzoom, label }: PlaceMark, lang: Lang): string {
  const names = lang === 'zh' ? [label.words.zh, label.words.en] : [label.words.en, label.words.zh];
  const [first, second] = names.map(escape);
  const at = `${percent(project(point))};--r:${radiusPx}px`;
  const faded = opacity < 1 ? `;opacity:${opacity}` : '';
  const dot = room(minzoom) && `<i class="dot" data-z="${room(minzoom)}" style="${at};background:${colour}${faded}"></i>`;
  const name =
    room(label.minzoom) &&
    `<b class="name ${label.side}" data-z="${room(label.minzoom)}" style="${at};color:${label.colour};font-size:${label.sizePx}px${faded}">${first}<small>${second}</small></b>`;
  return dot + name;
}

/** Which sizes of screen have room for a dot or name in the first view: all, large ones, or none. */
const room = (minzoom: number): 'all' | 'wide' | '' => (minzoom <= 2.2 ? 'all' : minzoom <= 3.7 ? 'wide' : '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text made safe between tags and in attributes. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);
