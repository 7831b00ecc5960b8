import type PptxGenJS from 'pptxgenjs';
import { LIGHT } from '../../look/themes.ts';
import type { Point } from '../../scene/mercator.ts';
import { legendRows } from '../../scene/legend.ts';
import { scene as sceneOf } from '../../scene/scene.ts';
import { shortRow } from '../../sheet/legend.ts';
import { textWidth } from '../../look/letters.ts';
import { wrap } from '../../sheet/lettering.ts';
import { filter } from '../../state/filter.ts';
import { parse } from '../../state/url.ts';
import type { World } from '../../state/world.ts';
import { briefingWords } from '../../text/briefing.ts';
import { SIGNS } from '../../text/compare.ts';
import { citation, pairingTitle } from '../../text/pairing.ts';
import type { Deck, Kind } from '../../state/deck.ts';
import { comparedOf, sourcesOfDeck, tableOf, yearsOf } from '../told.ts';
import { blocksOf, textOf, type Block } from '../words.ts';
import { linesOf } from './path.ts';
import { freeform, inches, PT, titled } from './shape.ts';
import { drawYears, halves } from './years.ts';

type Slide = PptxGenJS.Slide;

/** What a slide's words are set into: they stand left of `right` and above `foot`, in units. */
export interface Body {
  world: World;
  deck: Deck;
  /** Counted from 0. */
  now: number;
  /** Width of the slide. */
  wide: number;
  right: number;
  foot: number;
}

const { ui } = LIGHT;
const ink = ui.ink.slice(1);
const soft = ui.soft.slice(1);
const rule = ui.line.slice(1, 7);

/** Sizes of letters in units, as `room.css` has them. */
const HEADING: Partial<Record<Kind, number>> = { cover: 92, statement: 88, end: 88, map: 60, pairing: 60 };
const TEXT = 36;
/** How much wider a line is for its bold words and the marks of its sources. */
const BOLD = 1.05;
/** Least size of small print: 12 pt. */
const SMALL = 24;

/** A block as it is set: its size, leading, and the room above it. */
function setting({ kind }: Block, slide: Kind, first: boolean): { size: number; leading: number; above: number } {
  if (kind === 'h1') return { size: HEADING[slide] ?? 54, leading: 1.2, above: first ? 0 : 24 };
  if (kind === 'h2') return { size: 44, leading: 1.25, above: first ? 0 : 20 };
  return { size: TEXT, leading: 1.5, above: kind === 'li' ? 14 : first ? 0 : 20 };
}

/** The words of a slide, and below them its legend, table, years or sources. */
export function drawBody(slide: Slide, body: Body): void {
  const { world, deck, now, right, foot } = body;
  const { kind, words } = deck.slides[now]!;
  const isMapped = right < body.wide;
  const left = isMapped ? 96 : 140;
  const width = right - left - (isMapped ? 64 : 140);
  const blocks = blocksOf(world, words, deck.lang);
  const heading = blocks.find((block) => block.kind === 'h1');
  let y = 0;
  const set = blocks.map((block, i) => {
    const { size: usual, leading, above } = setting(block, kind, i === 0);
    // No word of a heading may be wider than its column.
    const widest = Math.max(
      ...textOf(block)
        .split(/[\s–]/)
        .map((word) => (/[\u2e80-\u9fff]/.test(word) ? 0 : textWidth(word, 1))),
    );
    const size = Math.min(usual, (width / widest) * 0.96);
    // Bold letters are wider, and marks of sources take room at the ends of lines.
    const lines = block.runs
      .map(({ text, source }) => text + (source === null ? '' : '0'))
      .join('')
      .split('\n')
      .flatMap((line) => wrap(line, size * (block.kind === 'p' ? 1 : BOLD), width)).length;
    const top = y + above;
    const height = lines * size * leading;
    y = top + height + (block.kind === 'li' ? 14 : block.kind === 'h1' ? 24 : 0);
    return { block, size, leading, top, height };
  });
  const rows = kind === 'map' ? legendOf(body) : [];
  const high = y + (rows.length ? 26 + rows.length * 36 : 0);
  // In the middle where there is nothing but words, and from the top above a table.
  const from = ['table', 'compare', 'timeline', 'sources'].includes(kind) ? 72 : Math.max(48, (foot - high) / 2);
  for (const { block, size, leading, top, height } of set) {
    // A little wider than was reckoned: other faces are.
    const at = { x: inches(left), y: inches(from + top), w: inches(width + (isMapped ? 28 : 48)), h: inches(height) };
    if (block.kind === 'li')
      slide.addShape('line' as PptxGenJS.SHAPE_NAME, {
        ...at,
        y: inches(from + top - 14),
        w: inches(width),
        h: 0,
        line: { color: rule, width: 1 },
      });
    slide.addText(
      block.runs.flatMap(({ text, bold, italic, source }) => [
        { text, options: { bold: bold || block.kind !== 'p', italic, ...(block.kind === 'li' ? { bold } : {}) } },
        ...(source === null ? [] : [{ text: String(source), options: { superscript: true, bold: false, color: soft } }]),
      ]),
      {
        ...at,
        ...{ fontFace: block.kind.startsWith('h') ? 'Serif' : 'Sans', fontSize: size * PT, color: ink, lineSpacing: size * leading * PT },
        ...{ margin: 0, fit: 'none', align: 'left' },
        // A heading stands on what follows it, should a face that is narrower than reckoned need a line less.
        ...(block.kind === 'h1' && isMapped ? { valign: 'bottom' } : { valign: 'top' }),
        ...(block === heading ? { objectName: titled(textOf(block)) } : {}),
      },
    );
  }
  drawLegend(slide, rows, [left, from + y + 26], width);
  drawTable(slide, body, from + y + 8, left, width);
}

const SIGN_PX = 44;
/** How much larger a sign is on a slide than on a page. */
const SIGN_SCALE = 1.6;

function legendOf({ world, deck, now }: Body) {
  const view = parse(deck.slides[now]!.view);
  const scene = sceneOf(world, view, LIGHT, filter(world, view).pairings);
  return legendRows(scene, world, LIGHT, deck.lang, SIGN_PX).map((row) => ({ ...row, words: shortRow(row, view.measure, deck.lang) }));
}

/** Rows of a legend with their signs. A sign with curves, as a plane's, is left to the words beside it. */
function drawLegend(slide: Slide, rows: ReturnType<typeof legendOf>, [x, y]: Point, width: number): void {
  rows.forEach(({ kind, sign, words }, i) => {
    const middle = y + i * 36 + 17;
    for (const { d, fill, stroke, widthPx, dashPx, fillOpacity } of sign ?? []) {
      const told = { name: words, description: words };
      const lines = linesOf(d)?.map((line) => line.map(([px, py]): Point => [x + px * SIGN_SCALE, middle + py * SIGN_SCALE]));
      const opacity = fillOpacity ?? 1;
      if (kind === 'dot' && !lines)
        slide.addShape('ellipse' as PptxGenJS.SHAPE_NAME, {
          ...{ x: inches(x + 6), y: inches(middle - 7), w: inches(14), h: inches(14), fill: { color: fill!.slice(1) } },
        });
      else if (lines && fill)
        freeform(
          slide,
          { areas: lines },
          told,
          fill === 'ramp' ? { gradient: { colours: [LIGHT.arc.from, LIGHT.arc.mid, LIGHT.arc.to], angle: 0 }, opacity } : { fill, opacity },
        );
      else if (lines && stroke)
        freeform(slide, { lines }, told, {
          line: stroke === 'ramp' ? LIGHT.arc.mid : stroke,
          widthUnits: (widthPx ?? 1) * SIGN_SCALE,
          ...(dashPx ? { dash: 'dash' as const } : {}),
          opacity: 1,
        });
    }
    const indent = sign ? (SIGN_PX + 12) * SIGN_SCALE : 0;
    slide.addText(words, {
      ...{ x: inches(x + indent), y: inches(middle - 17), w: inches(width - indent), h: inches(34) },
      ...{ fontFace: 'Sans', fontSize: 24 * PT, color: ink, margin: 0, valign: 'middle', fit: 'none' },
    });
  });
}

type Row = PptxGenJS.TableRow;
const cell = (text: string, options: PptxGenJS.TableCellProps = {}): PptxGenJS.TableCell => ({
  text,
  options: { fontFace: 'Sans', color: ink, ...options },
});

function drawTable(slide: Slide, { world, deck, now, foot }: Body, top: number, left: number, width: number): void {
  const { kind, view: query } = deck.slides[now]!;
  const { lang } = deck;
  const words = briefingWords(lang);
  const view = parse(query);
  const [pairing, other] = [world.findPairing(view.pairing), world.findPairing(view.compare)];
  const head = (...texts: string[]): Row => texts.map((text) => cell(text, { color: soft }));
  const put = (rows: Row[], parts: readonly number[], size: number) =>
    slide.addTable(rows, {
      ...{ x: inches(left), y: inches(top), w: inches(width), colW: parts.map((part) => inches(width * part)) },
      ...{ fontSize: size * PT, fontFace: 'Sans', valign: 'top', margin: [0.05, 0.12, 0.05, 0], autoPage: false },
      border: { type: 'none' },
    });
  /** A line under every row, as the room has it. */
  const ruled = (rows: Row[]): Row[] =>
    rows.map((row) =>
      row.map((one) => ({ ...one, options: { ...one.options, border: [NONE, NONE, { type: 'solid', pt: 1, color: rule }, NONE] } })),
    );

  if (kind === 'table') {
    const { rows, more } = tableOf(world, query, lang);
    const lines = rows.map(({ title, rate, line, source }): Row => [cell(title, { bold: true }), cell(rate), cell(`${line} [${source}]`)]);
    const last: Row[] = more ? [[cell(words.pairsMore(more), { color: soft, colspan: 3 })]] : [];
    put(ruled([head(words.pair, words.aYear, words.amount), ...lines, ...last]), [0.2, 0.32, 0.48], 26);
  } else if (kind === 'compare' && pairing && other) {
    const titles = [`${SIGNS.a} · ${pairingTitle(world, pairing, lang)}`, `${SIGNS.b} · ${pairingTitle(world, other, lang)}`];
    const lines = comparedOf(world, pairing, other, lang).map(({ measure, a, b, difference }): Row => [
      cell(measure, { bold: true }),
      cell(a),
      cell(b),
      cell(difference),
    ]);
    put(ruled([head('', titles[0]!, titles[1]!, words.difference), ...lines]), [0.16, 0.3, 0.3, 0.24], 32);
  } else if (kind === 'timeline' && pairing) {
    drawYears(slide, yearsOf(pairing, world, lang), { lang, left, top, width, height: foot - top });
  } else if (kind === 'sources') {
    const cited = sourcesOfDeck(world, deck).map((number) => ({ number, ...citation(world.dataset.sources[number - 1]!, lang) }));
    const [gap, size] = [72, SMALL];
    const column = (width - gap) / 2;
    const columns = halves(cited, ({ number, title, rest }) => wrap(`[${number}] ${title} ${rest}`, size, column).length);
    columns.forEach((some, i) =>
      slide.addText(
        some.flatMap(({ number, title, rest }) => [
          { text: `[${number}] `, options: { bold: true } },
          { text: title, options: {} },
          { text: ` ${rest}`, options: { color: soft, breakLine: true } },
        ]),
        {
          ...{ x: inches(left + i * (column + gap)), y: inches(top), w: inches(column), h: inches(foot - top - 12) },
          ...{ fontFace: 'Sans', fontSize: size * PT, color: ink, margin: 0, valign: 'top', fit: 'shrink', paraSpaceAfter: 4 },
        },
      ),
    );
  }
}
const NONE = { type: 'none' as const };
