import type PptxGenJS from 'pptxgenjs';
import { CONFIG, GROUND } from '../../config.ts';
import { LIGHT } from '../../look/themes.ts';
import type { Point } from '../../scene/mercator.ts';
import type { SheetGround } from '../../sheet/map.ts';
import type { World } from '../../state/world.ts';
import { briefingWords } from '../../text/briefing.ts';
import { EDITION } from '../../text/edition.ts';
import { messages } from '../../text/messages.ts';
import { citation } from '../../text/pairing.ts';
import type { Deck } from '../../state/deck.ts';
import { hasMap, mapOptions } from '../map.ts';
import { notesOf } from '../said.ts';
import { footOf, sourcesOfSlide } from '../told.ts';
import { drawBody } from './body.ts';
import { drawMap, groundOnly } from './map.ts';
import { patched } from './patch.ts';
import { inches, PER_INCH, PT } from './shape.ts';

/** Shapes of slides, with their width in units of a slide, of which its height has 1080. */
export const SHAPES = { '16:9': 1920, '4:3': 1440 } as const;
export type SlideShape = keyof typeof SHAPES;
const HIGH = 1080;
/** What the foot of a slide takes, with a map above it and without. */
export const FOOT = { mapped: 120, plain: 84 };

export interface PowerPointOptions {
  shape: SlideShape;
  /** What the maps of slides are drawn from. */
  ground: SheetGround;
  /** Draws an SVG as PNG of so many px: by the browser's canvas in a page, by other means elsewhere. */
  draw: (svg: string, width: number, height: number) => Promise<Uint8Array>;
}

/** Px of the ground's picture in a unit of the slide: twice what a slide of 1280 × 720 px shows, and a little more. */
const SHARPNESS = 1.4;

/**
 * A brief as a presentation that can be edited: words as text, arcs as shapes named for their pairings, tables as tables, what is
 * said with each slide in its notes, and its sources. Gives the bytes of a `.pptx`. Rejects when the ground cannot be drawn, the shape
 * is none of `SHAPES`, or the brief has no slides.
 */
export async function powerpoint(world: World, deck: Deck, { shape, ground, draw }: PowerPointOptions): Promise<Uint8Array<ArrayBuffer>> {
  if (!Object.hasOwn(SHAPES, shape)) throw new Error(`unknown shape: ${shape}; use one of ${Object.keys(SHAPES).join(', ')}`);
  if (deck.slides.length === 0) throw new Error(`a brief without slides: ${deck.title}`);
  const { default: PowerPoint } = await import('pptxgenjs');
  const { lang } = deck;
  const wide = SHAPES[shape];
  const words = briefingWords(lang);
  const m = messages(lang);
  const presentation = new PowerPoint();
  presentation.defineLayout({ name: shape, width: wide / PER_INCH, height: HIGH / PER_INCH });
  presentation.layout = shape;
  [presentation.title, presentation.subject] = [deck.title, m.title];
  [presentation.author, presentation.company] = [m.title, m.title];
  presentation.theme = { headFontFace: 'Serif', bodyFontFace: 'Sans' };

  for (const [now, { kind, view }] of deck.slides.entries()) {
    const slide = presentation.addSlide();
    slide.background = { color: LIGHT.ui.paper.slice(1) };
    const mapped = hasMap(kind);
    const foot = HIGH - (mapped ? FOOT.mapped : FOOT.plain);
    const column = Math.max(620, wide * 0.36);
    if (mapped) {
      const box: Point = [wide - column, foot];
      const placed = { options: mapOptions(world, ground, view, { lang, theme: LIGHT, name: `slide-${now}`, box }), left: column, top: 0 };
      const png = await draw(groundOnly(placed), Math.round(box[0] * SHARPNESS), Math.round(box[1] * SHARPNESS));
      slide.addImage({
        ...{ data: `image/png;base64,${base64(png)}`, x: inches(column), y: 0, w: inches(box[0]), h: inches(box[1]) },
        ...{ altText: m.map, objectName: m.map },
      });
      drawMap(slide, world, placed, LIGHT, lang);
    }
    drawBody(slide, { world, deck, now, wide, right: mapped ? column : wide, foot });
    drawFoot(slide, now, foot, mapped);
    slide.addNotes(notes(now));
  }

  /** Whose slide it is, its sources by number, which of how many, and of a map where its ground is from. */
  function drawFoot(slide: PptxGenJS.Slide, now: number, top: number, mapped: boolean): void {
    const x = mapped ? 96 : 140;
    const { of, sources: cited } = footOf(world, deck, now, wide - 2 * x);
    const sources = cited.map(({ number, told }) => [`[${number}]`, told].filter(Boolean).join(lang === 'zh' ? '' : ' '));
    const cites = sources.length ? `${words.source}${lang === 'zh' ? '：' : ': '}${sources.join(' ')}` : '';
    const style = { fontFace: 'Sans', fontSize: 24 * PT, color: LIGHT.ui.soft.slice(1), margin: 0, valign: 'top' as const };
    slide.addText([of, cites].filter(Boolean).join('      '), {
      ...style,
      x: inches(x),
      y: inches(top + 14),
      w: inches(wide - x - 240),
      h: inches(36),
    });
    slide.addText(`${now + 1} / ${deck.slides.length}`, {
      ...style,
      align: 'right',
      x: inches(wide - 220),
      y: inches(top + 14),
      w: inches(220 - 96),
      h: inches(36),
    });
    if (!mapped) return;
    slide.addShape('line' as PptxGenJS.SHAPE_NAME, {
      x: 0,
      y: inches(top),
      w: inches(wide),
      h: 0,
      line: { color: LIGHT.ui.line.slice(1, 7), width: 1 },
    });
    const note = `${CONFIG.mapApproval ? m.approval(CONFIG.mapApproval) : GROUND.notice[lang]} ${GROUND.attribution[lang]}`;
    slide.addText(note, { ...style, x: inches(x), y: inches(top + 48), w: inches(wide - x - 48), h: inches(64) });
  }

  /** What is said with a slide, and its sources in full: a slide that is taken out of the file takes them along. */
  function notes(now: number): string {
    const cited = sourcesOfSlide(world, deck.slides[now]!, lang).map((number) => {
      const { title, rest } = citation(world.dataset.sources[number - 1]!, lang);
      return `[${number}] ${title}${lang === 'zh' ? '' : ' '}${rest}`;
    });
    return [...notesOf(world, deck, now), ...cited].join('\n');
  }

  const made = (await presentation.write({ outputType: 'uint8array', compression: true })) as Uint8Array;
  return patched(made, lang, EDITION);
}

/** Bytes in base 64, piece by piece: a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}
