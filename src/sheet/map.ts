import type { Topology } from 'topojson-specification';
import type { Words } from '../../data/schema.ts';
import { GLYPHS, SECTION_GLYPHS } from '../look/glyphs.ts';
import {
  GROUND,
  GROUND_NAMES,
  groundOpacity,
  NAME_HALO_PX,
  nameGrowth,
  nameZoom,
  secondTimes,
  valueOf,
  widthAt,
  type GroundLook,
  type Part,
} from '../look/ground.ts';
import { STROKES } from '../look/strokes.ts';
import { BAND_LINE_PX, BAND_OPACITY } from '../look/width.ts';
import type { Theme } from '../look/themes.ts';
import { bowPath } from '../scene/bow.ts';
import { boxAround, holds, overlap, type Box } from '../scene/box.ts';
import { FRAME_BOX, type SquareBox } from '../scene/frame.ts';
import type { ArcMark, PlaceMark, RegionMark, RouteMark, Scene } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';
import { roomForNames } from '../scene/names.ts';
import { ribbon } from '../scene/ribbon.ts';
import { layTargets } from '../scene/targets.ts';
import { branchText } from '../text/branch.ts';
import type { GroundName } from '../state/geo.ts';
import type { Lang } from '../state/lang.ts';
import { insetPaths, type InsetGround } from '../still/ground.ts';
import { textWidth } from '../look/letters.ts';
import { lettered, round, wrap } from './lettering.ts';
import { curve, gradient, routeLine, softened, type Placing } from '../still/lines.ts';
import { codeOf, parentOf, Pen, shapesBy } from './shapes.ts';
import { escape } from '../still/still.ts';

/** What the ground of a sheet is drawn from: files of `public/geo`, the finer two only where a view comes near or is shaded. */
export interface SheetGround {
  base: Topology;
  prefectures: Topology | null;
  counties: Topology | null;
  names: readonly GroundName[];
  inset: InsetGround;
}

/** How a part of the Mercator square stands in a box of px. */
export interface Fitted {
  put: Placing;
  zoom: number;
  /** Whether all of China is in it. */
  whole: boolean;
}

/** Fits a part of the square into a box of `size` px, all of it in sight, with `edge` px left free around it. */
export function fitted(box: SquareBox, [width, height]: Point, edge: number): Fitted {
  const px = Math.min((width - 2 * edge) / box.width, (height - 2 * edge) / box.height);
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const put: Placing = ([x, y]) => [(x - cx) * px + width / 2, (y - cy) * px + height / 2];
  const [x0, y0] = put([FRAME_BOX.x, FRAME_BOX.y]);
  const [x1, y1] = put([FRAME_BOX.x + FRAME_BOX.width, FRAME_BOX.y + FRAME_BOX.height]);
  return { put, zoom: Math.log2(px / 512), whole: x0 >= -1 && y0 >= -1 && x1 <= width + 1 && y1 <= height + 1 };
}

export interface SheetMapOptions {
  scene: Scene;
  ground: SheetGround;
  theme: Theme;
  lang: Lang;
  /** Size of the map in px of its own, in which lines and letters are as on the page. */
  size: Point;
  fit: Fitted;
  /** False draws no boundary of any kind. */
  outline: boolean;
  /** Places whose names must stand whatever the zoom: the ends of the open pairing. */
  always: ReadonlySet<string>;
  /** Name of the South China Sea inset. */
  insetName: string;
  /** Begins the ids in it: another one for each map that stands in one page. */
  name?: string;
}

/** The map of a sheet as the content of an SVG of `size`: ground, recipients, routes, arcs, branches, dots, names, inset. */
export function sheetMap(options: SheetMapOptions): string {
  const { scene, theme, fit, lang, name = 'sheet' } = options;
  const gradients = scene.arcs.map((arc, i) => (isPlain(arc) ? '' : gradient(arc, `${name}-arc-${i}`, fit.put))).join('');
  const inset = fit.whole ? insetAt(options) : null;
  const chips = chipsOf(options);
  return [
    `<defs>${gradients}</defs>`,
    groundPaths(options),
    `<g fill="none" stroke-linejoin="round">${scene.routes.map((route) => routeLine(route, theme, fit.put)).join('')}</g>`,
    scene.arcs.map((arc, i) => arcShape(arc, `${name}-arc-${i}`, fit.put)).join(''),
    scene.routes.map((route) => routeGlyph(route, theme, fit.put)).join(''),
    names(options, [...(inset ? [inset.box] : []), ...chips.map(({ box }) => box)]),
    chips.map(({ svg }) => svg).join(''),
    inset?.svg ?? '',
  ]
    .join('')
    .replaceAll('<text ', `<text lang="${lang === 'zh' ? 'zh-CN' : 'en'}" `);
}

const filled = (d: string, attributes: string): string => (d ? `<path fill-rule="evenodd" ${attributes} d="${d}"/>` : '');
const px = (n: number): string => n.toFixed(2);

/** How many strokes a line with soft edges is drawn in. */
const SOFT_STROKES = 3;

/** The ground as `look/ground.ts` has it; there is no relief on a sheet. */
function groundPaths({ scene, ground, theme, size, fit, outline }: SheetMapOptions): string {
  const pen = new Pen(fit.put, size);
  const pathOf = paths(ground, pen);
  const shapeOf = regionShapes(ground, pen);
  const drawn = GROUND.filter(
    (look) =>
      (outline || !look.boundary) &&
      !(look.kind === 'fill' && look.relief === 'under') &&
      !(look.kind === 'line' && fit.zoom < (look.from ?? 0)),
  );
  const looks = drawn.map((look) => {
    const { id, whom } = look;
    const inner = whom
      ? scene.regions
          .filter((mark) => isPainted(mark, whom))
          .map((mark) => `<g data-region="${mark.adcode}">${painted(look, shapeOf(mark.adcode), theme, fit.zoom, mark)}</g>`)
          .join('')
      : painted(look, pathOf(look.part), theme, fit.zoom);
    return inner && `<g data-ground="${id}">${inner}</g>`;
  });
  return `<rect width="${round(size[0])}" height="${round(size[1])}" fill="${theme.ground.sea}"/>${looks.join('')}`;
}

/** A path painted as a look has it; `mark` is the recipient that it is of. */
function painted(look: GroundLook, d: string, theme: Theme, zoom: number, mark: RegionMark | null = null): string {
  if (!d) return '';
  const colour = look.whom === 'shaded' ? mark!.shade! : String(valueOf(theme, look.colour));
  const opacity = look.kind === 'fill' && look.relief === 'over' ? 1 : groundOpacity(theme, look);
  if (look.kind === 'fill') {
    const strength = opacity * (mark?.chosen ? (look.chosen ?? 1) : 1);
    return filled(d, `fill="${colour}"${strength < 1 ? ` fill-opacity="${px(strength)}"` : ''}`);
  }
  const width = widthAt((look.kind === 'line' && mark?.chosen && look.chosenPx) || look.widthPx, zoom);
  const line = (widthPx: number, strength: number, more = '') =>
    `<path fill="none" stroke="${colour}" stroke-width="${px(widthPx)}" stroke-linejoin="round"${strength < 1 ? ` stroke-opacity="${px(strength)}"` : ''}${more} d="${d}"/>`;
  if (look.kind === 'dots') return line(width, opacity, ' stroke-linecap="round"');
  if (look.blurPx)
    return softened(width, widthAt(look.blurPx, zoom), opacity, SOFT_STROKES)
      .map((soft) => line(soft.widthPx, soft.opacity))
      .join('');
  return line(width, opacity, look.dash ? ` stroke-dasharray="${look.dash.map((part) => px(part * width)).join(' ')}"` : '');
}

/** Paths of the parts of the ground, each made once; empty where its file is not there. */
function paths({ base, prefectures, counties }: SheetGround, pen: Pen): (part: Part) => string {
  const made = new Map<Part, string>();
  const make = (part: Part): string => {
    switch (part) {
      case 'china':
        return pen.whole(base, [...shapesBy(base, 'provinces', codeOf).values()].flat());
      case 'provinces':
        return pen.inner(base, 'provinces');
      case 'prefectures':
        return prefectures ? pen.inner(prefectures, 'prefectures') : '';
      case 'counties':
        return counties ? pen.object(counties, 'counties') : '';
      default:
        return pen.object(base, part);
    }
  };
  return (part) => {
    const d = made.get(part) ?? make(part);
    made.set(part, d);
    return d;
  };
}

const isPainted = ({ level, chosen, shade }: RegionMark, whom: NonNullable<GroundLook['whom']>): boolean =>
  ({ region: level === 'region', shaded: level !== 'county' && shade !== null, county: level === 'county' && chosen })[whom];

/** Paths of recipients by their codes, each of the finest shape there is of it, made once. */
function regionShapes({ base, prefectures, counties }: SheetGround, pen: Pen): (adcode: string) => string {
  const sources = [
    { topology: counties, shapes: shapesBy(counties, 'counties', codeOf) },
    { topology: counties, shapes: shapesBy(counties, 'counties', parentOf) },
    { topology: base, shapes: shapesBy(base, 'recipients', codeOf) },
    { topology: prefectures, shapes: shapesBy(prefectures, 'prefectures', codeOf) },
    { topology: base, shapes: shapesBy(base, 'provinces', codeOf) },
  ];
  const made = new Map<string, string>();
  return (adcode) => {
    const source = sources.find(({ shapes }) => shapes.has(adcode));
    const d = made.get(adcode) ?? (source ? pen.whole(source.topology!, source.shapes.get(adcode)!) : '');
    made.set(adcode, d);
    return d;
  };
}

const isPlain = ({ from, mid, to }: ArcMark): boolean => from === mid && mid === to;
const STEPS = 40;

/** An arc as one filled shape that widens towards its head; a dashed one as a line with a head. */
export function arcShape(arc: ArcMark, id: string, put: Placing): string {
  const points = bowPath(arc, STEPS).map(put);
  const paint = isPlain(arc) ? arc.to : `url(#${id})`;
  const { body, head } = ribbon(points, arc.widthPx);
  const shape = arc.dashPx
    ? `<path fill="none" stroke="${paint}" stroke-width="${arc.widthPx}" stroke-dasharray="${arc.dashPx} ${arc.dashPx}" d="${curve(arc, 0, 1, put)}"/>${arc.head ? `<path fill="${arc.to}" d="${head}"/>` : ''}`
    : arc.hollow
      ? `<path fill="${paint}" fill-opacity="${BAND_OPACITY}" d="${body}"/><path fill="none" stroke="${paint}" stroke-width="${BAND_LINE_PX}" d="${curve(arc, 0, 1, put)}"/><path fill="${arc.to}" d="${head}"/>`
      : `<path fill="${paint}" d="${body}"/>${arc.head ? `<path fill="${arc.to}" d="${head}"/>` : ''}`;
  return `<g data-arc="${arc.id}" opacity="${arc.opacity}">${shape}</g>`;
}

const GLYPH_PX = 18;

function routeGlyph({ id, mode, glyph, opacity }: RouteMark, theme: Theme, put: Placing): string {
  const { path, turns } = GLYPHS[mode];
  const [x, y] = put(project(glyph.at));
  const turn = turns ? ` transform="rotate(${glyph.heading.toFixed(0)} 12 12)"` : '';
  return `<g data-glyph="${id}" opacity="${opacity}" transform="translate(${round(x - GLYPH_PX / 2)} ${round(y - GLYPH_PX / 2)}) scale(${GLYPH_PX / 24})"><circle cx="12" cy="12" r="11" fill="${theme.route.casing}"/><path${turn} fill="${STROKES[mode](theme).at(-1)!.glyph}" d="${path}"/></g>`;
}

/** A name as it is set: where its first baseline starts, and the box it takes. */
interface SetName {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

/** From a name's first baseline to its second, in the size of the first, `times` being the size of the second in it. */
const stepOf = (times: number): number => 0.17 + times;
/** A name in the reader's language and, where both are wanted, in the other. */
type Named = readonly [first: string, second: string | null];
/** How far above its place a name's first baseline stands, in its own size, where it has one line and where it has two. */
const LIFT = {
  one: { right: -0.36, left: -0.36, middle: -0.36, below: -0.9, above: 0.2 },
  both: { right: 0.1, left: 0.1, middle: 0.1, below: -0.9, above: 1.15 },
} as const;

function nameAt(
  [x, y]: Point,
  gap: number,
  side: PlaceMark['label']['side'] | 'middle',
  words: Named,
  size: number,
  times: number,
  spacing = 0,
): SetName {
  const wide = (text: string, px: number) => textWidth(text, px) + [...text].length * spacing * size;
  const [first, second] = words;
  const width = Math.max(wide(first, size), second ? wide(second, size * times) : 0);
  const lift = LIFT[second ? 'both' : 'one'][side];
  const [left, anchor] = ({ right: [x + gap, 'start'], left: [x - gap - width, 'end'] } as const)[side as 'right' | 'left'] ?? [
    x - width / 2,
    'middle',
  ];
  const baseline = y - lift * size + (side === 'below' ? gap : side === 'above' ? -gap : 0);
  return {
    ...{ x: anchor === 'start' ? left : anchor === 'end' ? left + width : x, y: baseline, anchor },
    box: { left, top: baseline - 0.9 * size, right: left + width, bottom: baseline + (second ? stepOf(times) + 0.2 : 0.25) * size },
  };
}

interface NameStyle {
  size: number;
  /** Size of the second line in it. */
  times: number;
  colour: string;
  weight: number;
  halo: string;
  haloPx: number;
  /** Between letters, in parts of their size. */
  spacing: number;
}

/** Width in px of the halo around names of places. */
const PLACE_HALO_PX = 1.5;

function nameText(
  { x, y, anchor }: SetName,
  [first, second]: Named,
  { size, times, colour, weight, halo, haloPx, spacing }: NameStyle,
  more = '',
): string {
  const start = (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) + (spacing ? ` letter-spacing="${px(spacing * size)}"` : '');
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" font-weight="${weight}" fill="${colour}" stroke="${halo}" stroke-width="${2 * haloPx}" stroke-linejoin="round" paint-order="stroke"${start} ${more}>${escape(first)}${second ? `<tspan x="${round(x)}" dy="${round(size * stepOf(times))}" font-size="${round(size * times)}">${escape(second)}</tspan>` : ''}</text>`;
}

/** Places of a scene that stand on the page. */
const placed = (scene: Scene, { put }: Fitted, size: Point) =>
  scene.places
    .map((mark) => ({ ...mark, at: put(project(mark.point)) }))
    .filter(({ at: [x, y] }) => x >= 0 && y >= 0 && x <= size[0] && y <= size[1]);
/** Those of them that have a dot. */
export const dotsOn = (scene: Scene, fit: Fitted, size: Point, always: ReadonlySet<string>) =>
  placed(scene, fit, size).filter(({ id, minzoom }) => minzoom <= fit.zoom || always.has(id));

/** Whether any of an arc stands on the page. */
export const isOn = (arc: ArcMark, { put }: Fitted, size: Point): boolean =>
  bowPath(arc, STEPS)
    .map(put)
    .some(([x, y]) => x >= 0 && y >= 0 && x <= size[0] && y <= size[1]);

/** Dots of the places, and every name for which there is room: the open pairing's ends first, then the scene's own order, then the ground's. */
function names({ scene, ground, theme, lang, size, fit, always }: SheetMapOptions, taken: readonly Box[]): string {
  const { zoom, put } = fit;
  const boxes = [...taken];
  const room: Box = { left: 4, top: 4, right: size[0] - 4, bottom: size[1] - 4 };
  const isFree = (box: Box) => holds(room, box) && !boxes.some((other) => overlap(box, other));
  const other = lang === 'zh' ? 'en' : 'zh';
  const times = secondTimes(scene.leastPx);
  const pair = (words: Words): Named => [words[lang], scene.labels === 'both' ? words[other] : null];

  const marks = placed(scene, fit, size);
  const dots = dotsOn(scene, fit, size, always);
  const shown = [...marks.filter(({ id, label }) => label.minzoom <= zoom || always.has(id))].sort(
    (a, b) => Number(always.has(b.id)) - Number(always.has(a.id)) || a.label.rank - b.label.rank,
  );
  const drawn: string[] = [];
  for (const { id, at, label, radiusPx, opacity } of shown) {
    const words = pair(label.words);
    const sides = [label.side, ...(always.has(id) ? (['right', 'left', 'below', 'above'] as const) : [])];
    const found = sides.map((side) => nameAt(at, radiusPx + 4, side, words, label.sizePx, times)).find(({ box }) => isFree(box));
    if (!found) continue;
    boxes.push(found.box);
    drawn.push(
      nameText(
        found,
        words,
        { size: label.sizePx, times, colour: label.colour, weight: 600, halo: theme.text.halo, haloPx: PLACE_HALO_PX, spacing: 0 },
        `data-place="${id}"${opacity < 1 ? ` opacity="${opacity}"` : ''}`,
      ),
    );
  }
  for (const { at, radiusPx } of dots) boxes.push(boxAround(at, [2 * radiusPx, 2 * radiusPx]));
  for (const { glyph } of scene.routes) boxes.push(boxAround(put(project(glyph.at)), [GLYPH_PX, GLYPH_PX]));
  for (const name of roomForNames(ground.names, scene).sort((a, b) => a.minzoom - b.minzoom)) {
    const look = GROUND_NAMES.find(({ kinds }) => kinds.includes(name.kind));
    if (!look || (nameZoom(name.minzoom) ?? Infinity) > zoom) continue;
    const words = pair(name);
    const size = Math.max(scene.leastPx, look.sizePx * nameGrowth(zoom));
    const spot = nameAt(put(project([name.lng, name.lat])), 0, 'middle', words, size, times, look.spacing);
    if (!isFree(spot.box)) continue;
    boxes.push(spot.box);
    const colours = { colour: theme.text[look.colour], halo: theme.text.halo };
    drawn.unshift(nameText(spot, words, { ...colours, size, times, weight: 400, haloPx: NAME_HALO_PX, spacing: look.spacing }));
  }
  return dots.map((dot) => dotOf(dot, theme)).join('') + drawn.join('');
}

const dotOf = ({ role, at: [x, y], radiusPx, colour, opacity }: PlaceMark & { at: Point }, theme: Theme): string =>
  `<circle data-dot="${role}" cx="${round(x)}" cy="${round(y)}" r="${radiusPx + 0.75}" fill="${colour}" stroke="${theme.dot.stroke}" stroke-width="1.5"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;

const CHIP = { size: 12, high: 24, sign: 16, /** How much wider its letters are than usual ones. */ bold: 1.15 };

/** Branches of an unfolded arc: what each is, on its line. */
function chipsOf({ scene, theme, lang, size, fit }: SheetMapOptions): { svg: string; box: Box }[] {
  const letters = Math.max(scene.leastPx, CHIP.size);
  const texts = scene.branches.map((branch) => branchText(branch, lang).name);
  const sizes = texts.map((text): Point => [textWidth(text, letters) * CHIP.bold + CHIP.sign + 22, CHIP.high + 4]);
  const paths = scene.branches.map(({ path }) => path.map((where) => fit.put(project(where))));
  const middles = layTargets(paths, sizes, { left: 6, top: 6, right: size[0] - 6, bottom: size[1] - 6 });
  return scene.branches.map((branch, i) => {
    const [middle, [room]] = [middles[i]!, sizes[i]!];
    const width = room - 4;
    const box = boxAround(middle, [width, CHIP.high]);
    const { left, top } = box;
    const svg =
      `<g data-branch="${branch.id}"><rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${CHIP.high}" rx="${CHIP.high / 2}" fill="${theme.ui.panel}" stroke="${branch.colour}" stroke-width="1.5"/>` +
      `<path transform="translate(${round(left + 7)} ${round(middle[1] - CHIP.sign / 2)}) scale(${(CHIP.sign / 24).toFixed(3)})" fill="${branch.colour}" d="${SECTION_GLYPHS[branch.section]}"/>` +
      `${lettered(texts[i]!, left + CHIP.sign + 10, middle[1] + letters * 0.36, { size: letters, colour: theme.ui.ink, weight: 600 })}</g>`;
    return { svg, box };
  });
}

const INSET_PX = 88;

/** The South China Sea, at the lower right. */
function insetAt({ scene, ground: { inset }, theme, size, insetName }: SheetMapOptions): { svg: string; box: Box } {
  const [x0, y0, wide, high] = inset.viewBox;
  const [scale, height] = [INSET_PX / wide, (INSET_PX * high) / wide];
  const [x, y] = [size[0] - INSET_PX - 12, size[1] - height - 12];
  const g = theme.ground;
  const letters = Math.max(scene.leastPx, 8.5);
  const parts = insetPaths(inset).map(({ part, fill, stroke, widthPx, d }) => {
    const paint = fill ? `fill="${valueOf(theme, fill)}" fill-rule="evenodd"` : 'fill="none" stroke-linecap="round"';
    return `<path data-ground="inset-${part}" ${paint} stroke="${valueOf(theme, stroke)}" stroke-width="${(widthPx / scale).toFixed(1)}" d="${d}"/>`;
  });
  const svg =
    `<g data-inset=""><svg x="${round(x)}" y="${round(y)}" width="${INSET_PX}" height="${round(height)}" viewBox="${[x0, y0, wide, high].join(' ')}">` +
    `<rect x="${x0}" y="${y0}" width="${wide}" height="${high}" fill="${g.sea}"/>` +
    `${parts.join('')}</svg>` +
    `<rect x="${round(x)}" y="${round(y)}" width="${INSET_PX}" height="${round(height)}" rx="3" fill="none" stroke="${g.coast}"/>` +
    wrap(insetName, letters, INSET_PX - 8)
      .reverse()
      .map((line, i) =>
        lettered(line, x + 4, y + height - 5 - i * (letters + 1.5), {
          size: letters,
          colour: theme.ui.soft,
          more: `stroke="${theme.text.halo}" stroke-width="2" paint-order="stroke"`,
        }),
      )
      .join('') +
    '</g>';
  return { svg, box: { left: x, top: y, right: x + INSET_PX, bottom: y + height } };
}
