import type PptxGenJS from 'pptxgenjs';
import type { Point } from '../../scene/mercator.ts';

type Slide = PptxGenJS.Slide;

/** Units of a slide, of which its height has 1080, in an inch; and points of type in a unit. */
export const PER_INCH = 144;
export const PT = 0.5;
export const inches = (units: number): number => units / PER_INCH;

/** How an area or line is painted. Colours are six-digit hex. */
export interface Paint {
  fill?: string;
  /** Colours from its first end to its last in the place of `fill`, with the angle between them in degrees clockwise from the right. */
  gradient?: { colours: readonly string[]; angle: number };
  line?: string;
  widthUnits?: number;
  dash?: 'dash' | 'sysDash' | 'sysDot' | 'lgDash';
  /** 0 to 1. */
  opacity: number;
  /** Of the line, where it is another. */
  lineOpacity?: number;
}

/** What a shape is called and told as; what it is told as is put in by `patched`, for the library writes it on pictures alone. */
export interface Told {
  name: string;
  description: string;
}

/** Marks in a shape's name what `patched` is to make of it: the name itself cannot hold such a letter. */
export const MARK = '\u241e';
/** Stands for a gradient in the mark of a slide's heading. */
export const TITLE = 'title';
/** What the heading of a slide is called: `patched` makes it the slide's title. */
export const titled = (text: string): string => [text, '', TITLE].join(MARK);
const marked = ({ name, description }: Told, paint: Paint, lines: number): string =>
  [
    name,
    description,
    paint.gradient ? `${paint.gradient.angle.toFixed(0)} ${paint.gradient.colours.join(' ')} ${paint.opacity}` : '',
    lines ? String(lines) : '',
  ].join(MARK);

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Subpaths in units of the slide. */
export interface Outline {
  /** Open ones, which are drawn as lines and not filled. */
  lines?: readonly (readonly Point[])[];
  /** Closed ones, which are filled and have no line. */
  areas?: readonly (readonly Point[])[];
}

/** Lines and areas as one freeform shape: what is one thing on the map is picked up, moved and named as one. */
export function freeform(slide: Slide, { lines = [], areas = [] }: Outline, told: Told, paint: Paint): void {
  const all = [...lines, ...areas].flat();
  if (all.length < 2) return;
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  // A box without a side would make its shape's path one of no width.
  const [width, height] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  const isArea = areas.length > 0;
  const along = (path: readonly Point[]) =>
    path.map(([x, y], i) => ({ x: inches(x - left), y: inches(y - top), ...(i === 0 ? { moveTo: true } : {}) }));
  const points = [...lines.flatMap(along), ...areas.flatMap((path) => [...along(path), { close: true as const }])];
  const percent = (opacity: number): number => Math.round((1 - opacity) * 100);
  slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
    ...{
      x: inches(left),
      y: inches(top),
      w: inches(width),
      h: inches(height),
      points,
      objectName: marked(told, paint, isArea ? lines.length : 0),
    },
    ...(isArea ? { fill: { color: hex(paint.fill ?? paint.gradient!.colours[0]!), transparency: percent(paint.opacity) } } : {}),
    ...(paint.line
      ? {
          line: {
            ...{ color: hex(paint.line), width: (paint.widthUnits ?? 2) * PT, transparency: percent(paint.lineOpacity ?? paint.opacity) },
            ...(paint.dash ? { dashType: paint.dash } : {}),
          },
        }
      : {}),
  });
}
