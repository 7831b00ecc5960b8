import type PptxGenJS from 'pptxgenjs';
import type { LngLat } from '../../../data/schema.ts';
import { SANS } from '../../look/fonts.ts';
import type { Theme } from '../../look/themes.ts';
import { STROKES } from '../../look/strokes.ts';
import { bowPath } from '../../scene/bow.ts';
import type { ArcMark, RouteMark } from '../../scene/marks.ts';
import { project, type Point } from '../../scene/mercator.ts';
import { ribbon } from '../../scene/ribbon.ts';
import { BAND_LINE_PX, BAND_OPACITY } from '../../look/width.ts';
import { textWidth } from '../../look/letters.ts';
import { sheetMap, type SheetMapOptions } from '../../sheet/map.ts';
import type { Lang } from '../../state/lang.ts';
import type { World } from '../../state/world.ts';
import { branchText } from '../../text/branch.ts';
import { pairingLine, pairingTitle } from '../../text/pairing.ts';
import { LEAST_UNITS, magnified } from '../map.ts';
import { clippedArea, clippedLine, linesOf, type Bounds } from './path.ts';
import { freeform, inches, PT, type Paint, type Told } from './shape.ts';

type Slide = PptxGenJS.Slide;

/** Where a map stands on a slide, in units, and all that it is drawn with. */
export interface Placed {
  options: SheetMapOptions;
  left: number;
  top: number;
}

/** The ground alone, as an SVG of the map's own px: what stands under the arcs is one picture. */
export function groundOnly({ options }: Placed): string {
  const { scene, ground, size } = options;
  const bare = { ...scene, arcs: [], routes: [], places: [], branches: [] };
  const inner = sheetMap({ ...options, scene: bare, ground: { ...ground, names: [] } });
  const [width, height] = size;
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  // A picture has no sheet of style to take its letters from.
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="${SANS}">${inner}</svg>`;
}

const STEPS = 40;

/** What is told of an arc: of a pairing its own line, of a branch what it is. */
function toldOf(world: World, { id }: ArcMark, { scene }: SheetMapOptions, lang: Lang): Told {
  const pairing = world.findPairing(id);
  const comma = lang === 'zh' ? '：' : ': ';
  if (pairing) {
    const title = pairingTitle(world, pairing, lang);
    return { name: title, description: `${title}${comma}${pairingLine(world, pairing, lang)}` };
  }
  const branch = scene.branches.find((one) => one.id === id);
  const text = branch ? branchText(branch, lang) : { name: id, spoken: id };
  return { name: text.name, description: text.spoken };
}

/** Draws arcs, flights and trains as freeform shapes, and dots and names over them. What lies outside the map's box is left out. */
export function drawMap(slide: Slide, world: World, placed: Placed, theme: Theme, lang: Lang): void {
  const { options, left, top } = placed;
  const { scene, fit, size } = options;
  const scale = magnified(1);
  const units = ([x, y]: Point): Point => [left + x * scale, top + y * scale];
  const box: Bounds = { left, top, right: left + size[0] * scale, bottom: top + size[1] * scale };

  for (const route of scene.routes)
    drawRoute(slide, route, toldOfRoute(world, route, lang), theme, (where) => units(fit.put(where)), scale, box);
  for (const arc of scene.arcs) {
    const points = bowPath(arc, STEPS).map((point) => units(fit.put(point)));
    drawArc(slide, arc, points, toldOf(world, arc, options, lang), scale, box);
  }
  // The inset is part of the ground's picture.
  const [svg] = sheetMap(options).split('<g data-inset');
  const [names, ...chips] = svg!.split(/(?=<g data-branch=)/);
  drawNames(slide, names!, placed, theme, scale);
  drawChips(slide, chips, placed, theme, scale);
}

function drawArc(slide: Slide, arc: ArcMark, points: readonly Point[], told: Told, scale: number, box: Bounds): void {
  const width = arc.widthPx * scale;
  const [a, b] = [points[0]!, points.at(-1)!];
  const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  const colours = [arc.from, arc.mid, arc.to];
  const area = (d: string): Point[][] =>
    linesOf(d)!
      .flatMap((line) => [clippedArea(line, box)])
      .filter((line) => line.length > 2);
  // Directions of the head are those of the scene, whose px are smaller.
  const { body, head } = ribbon(
    points.map(([x, y]): Point => [x / scale, y / scale]),
    arc.widthPx,
  );
  const enlarged = (d: string): string => d.replace(/-?\d+(?:\.\d+)?/g, (n) => (Number(n) * scale).toFixed(2));
  const [bodyArea, headArea] = [area(enlarged(body)), area(enlarged(head))];
  if (arc.dashPx) {
    const dashed = { line: arc.mid, widthUnits: width, dash: arc.dashPx > 2 ? ('dash' as const) : ('sysDot' as const) };
    const areas = arc.head ? headArea : [];
    freeform(slide, { lines: clippedLine(points, box), areas }, told, { ...dashed, fill: arc.to, opacity: arc.opacity });
    return;
  }
  const gradient = colours.every((colour) => colour === arc.from) ? undefined : { colours, angle };
  const paint = (opacity: number): Paint => (gradient ? { gradient, opacity } : { fill: arc.from, opacity });
  const areas = arc.head ? [...bodyArea, ...headArea] : bodyArea;
  if (!arc.hollow) return freeform(slide, { areas }, told, paint(arc.opacity));
  const middle = { line: arc.mid, widthUnits: BAND_LINE_PX * scale, lineOpacity: arc.opacity };
  freeform(slide, { lines: clippedLine(points, box), areas }, told, { ...paint(arc.opacity * BAND_OPACITY), ...middle });
}

/** What is told of a flight or train: its name, and the pairing it belongs to. */
function toldOfRoute(world: World, { label, pairing }: RouteMark, lang: Lang): Told {
  const of = world.findPairing(pairing);
  const name = label[lang];
  return { name, description: of ? `${name}${lang === 'zh' ? '：' : ': '}${pairingTitle(world, of, lang)}` : name };
}

function drawRoute(
  slide: Slide,
  route: RouteMark,
  told: Told,
  theme: Theme,
  put: (where: LngLat) => Point,
  scale: number,
  box: Bounds,
): void {
  for (const { way, path } of route.legs)
    for (const { colour, widthPx, dashPx } of STROKES[way](theme)) {
      const lines = clippedLine(
        path.map((where) => put(project(where))),
        box,
      );
      const dash = dashPx ? (dashPx[0] < 1 ? 'sysDot' : dashPx[0] > 6 ? 'lgDash' : 'dash') : undefined;
      freeform(slide, { lines }, told, { line: colour, widthUnits: widthPx * scale, ...(dash ? { dash } : {}), opacity: route.opacity });
    }
}

/** A number of an SVG element's attribute. */
const numberOf = (attributes: string, name: string): number => Number(new RegExp(`\\b${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
const textOf = (attributes: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const plain = (xml: string): string => xml.replace(/&\w+;/g, (one) => ENTITIES[one] ?? one);

/** What the branches of an unfolded arc are written on. */
function drawChips(slide: Slide, chips: readonly string[], { left, top }: Placed, theme: Theme, scale: number): void {
  for (const chip of chips) {
    const attributes = /<rect ([^>]*)\/>/.exec(chip)?.[1];
    const words = plain(/<text [^>]*>([^<]*)</.exec(chip)?.[1] ?? '');
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => numberOf(attributes!, name) * scale) as [
      number,
      number,
      number,
      number,
    ];
    slide.addText(words, {
      ...{ shape: 'roundRect' as PptxGenJS.SHAPE_NAME, rectRadius: inches(h / 2), objectName: words },
      ...{ x: inches(left + x), y: inches(top + y), w: inches(w), h: inches(h) },
      fill: { color: theme.ui.panel.slice(1, 7) },
      line: { color: textOf(attributes!, 'stroke').slice(1), width: 1.5 * scale * PT },
      ...{ fontFace: 'Sans', fontSize: LEAST_UNITS * PT, bold: true, color: theme.ui.ink.slice(1) },
      ...{ align: 'center', valign: 'middle', margin: 0, wrap: false, fit: 'none' },
    });
  }
}

/** Dots and names where the sheet has found room for them, as ellipses and text boxes. */
function drawNames(slide: Slide, svg: string, { left, top, options }: Placed, theme: Theme, scale: number): void {
  const edge = left + options.size[0] * scale;
  for (const [, attributes] of svg.matchAll(/<circle data-dot=([^>]*)\/>/g)) {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => numberOf(attributes!, name) * scale) as [number, number, number];
    slide.addShape('ellipse' as PptxGenJS.SHAPE_NAME, {
      ...{ x: inches(left + x - r), y: inches(top + y - r), w: inches(2 * r), h: inches(2 * r) },
      fill: { color: textOf(attributes!, 'fill').slice(1), transparency: Math.round((1 - (numberOf(attributes!, 'opacity') || 1)) * 100) },
      line: { color: theme.dot.stroke.slice(1), width: 1.5 * scale * PT },
    });
  }
  for (const [, attributes, inner] of svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)) {
    const size = numberOf(attributes!, 'font-size') * scale;
    const [x, y] = [left + numberOf(attributes!, 'x') * scale, top + numberOf(attributes!, 'y') * scale];
    const [first, second] = inner!.split(/<tspan[^>]*>/).map((text) => plain(text.replace(/<\/tspan>/g, '')));
    const anchor = textOf(attributes!, 'text-anchor') || 'start';
    // Boxes are wider than their words, so that another face does not break them; they grow from where the name is anchored, to
    // the slide's edge at most.
    const wanted = Math.max(textWidth(first!, size), second ? textWidth(second, size) : 0) * 1.12;
    const room = anchor === 'start' ? edge - x : anchor === 'end' ? x : 2 * Math.min(x, edge - x);
    const wide = Math.min(wanted, room);
    const shift = anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2;
    const colour = textOf(attributes!, 'fill').slice(1);
    slide.addText([{ text: first! }, ...(second ? [{ text: second, options: { breakLine: false } }] : [])], {
      ...{ x: inches(x - shift), y: inches(y - size), w: inches(wide), h: inches(size * (second ? 2.3 : 1.3)) },
      ...{ fontFace: 'Sans', fontSize: Math.round(size * PT * 10) / 10, color: colour, bold: textOf(attributes!, 'font-weight') === '600' },
      ...{
        align: anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center',
        valign: 'middle',
        margin: 0,
        objectName: first!,
        wrap: false,
        fit: 'none',
      },
      transparency: Math.round((1 - (numberOf(attributes!, 'opacity') || 1)) * 100),
      glow: { size: 3 * scale * PT, color: theme.text.halo.slice(1, 7), opacity: 0.9 },
    });
  }
}
