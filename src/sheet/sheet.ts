import type { Figure, Pairing } from '../../data/schema.ts';
import { SANS } from '../look/fonts.ts';
import { FINE_ZOOM } from '../look/ground.ts';
import type { Theme } from '../look/themes.ts';
import { FRAME_BOX, type SquareBox } from '../scene/frame.ts';
import { attributesOf, legendRows, type LegendRow } from '../scene/legend.ts';
import type { Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import { scene as sceneOf } from '../scene/scene.ts';
import { sourcesOf, tally } from '../state/count.ts';
import { filter, heldIn } from '../state/filter.ts';
import type { ViewFields } from '../state/url.ts';
import { known, rateOf, type Known } from '../state/known.ts';
import { spanOf } from '../state/span.ts';
import { allFigures, type World } from '../state/world.ts';
import { CHANGES } from '../text/changes.ts';
import { dateText, figureText, periodText } from '../text/figure.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { citation, pairingLine, pairingTitle } from '../text/pairing.ts';
import { latestOf } from '../text/report.ts';
import { shareWords, type Shape } from '../text/share.ts';
import { openPairing, viewSentence, viewTitle } from '../text/view.ts';
import { lettered, round, textWidth, wrap, type Lettering } from './lettering.ts';
import { fitted, sheetMap, type Fitted, type SheetGround } from './map.ts';
import { escape } from '../still/still.ts';

type Words = 'head' | 'legend' | 'facts' | 'sources' | 'foot';
interface Slot {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Stacked from the top; `foot` stands at the bottom. */
  words: readonly Words[];
  columns?: number;
}
interface Layout {
  width: number;
  height: number;
  /** Where the map stands, and how much larger than on the page its lines and letters are. */
  map: { x: number; y: number; width: number; height: number; scale: number };
  slots: readonly Slot[];
  /** Sizes of letters in px. */
  title: number;
  lead: number;
  text: number;
  small: number;
}

/** Pages by shape, in px of their own: pictures are one, two or four times as large. */
export const LAYOUTS: Readonly<Record<Shape, Layout>> = {
  wide: {
    ...{ width: 1600, height: 900, title: 36, lead: 17, text: 15, small: 12.5 },
    map: { x: 424, y: 0, width: 1176, height: 900, scale: 1.08 },
    slots: [{ x: 36, y: 40, width: 352, height: 828, words: ['head', 'facts', 'legend', 'sources', 'foot'] }],
  },
  square: {
    ...{ width: 1080, height: 1080, title: 50, lead: 23, text: 20, small: 16.5 },
    map: { x: 0, y: 182, width: 1080, height: 562, scale: 1.4 },
    slots: [
      { x: 40, y: 32, width: 1000, height: 146, words: ['head'] },
      { x: 40, y: 764, width: 590, height: 222, words: ['legend'] },
      { x: 670, y: 764, width: 370, height: 222, words: ['facts', 'sources'] },
      { x: 40, y: 990, width: 1000, height: 72, words: ['foot'] },
    ],
  },
  tall: {
    ...{ width: 1080, height: 1920, title: 74, lead: 32, text: 26, small: 20 },
    map: { x: 0, y: 300, width: 1080, height: 850, scale: 1.66 },
    slots: [
      { x: 52, y: 64, width: 976, height: 220, words: ['head'] },
      { x: 52, y: 1190, width: 460, height: 580, words: ['legend'] },
      { x: 556, y: 1190, width: 472, height: 580, words: ['facts', 'sources'] },
      { x: 52, y: 1770, width: 976, height: 118, words: ['foot'] },
    ],
  },
  a4: {
    ...{ width: 1600, height: 1131, title: 36, lead: 19, text: 16, small: 13.6 },
    map: { x: 424, y: 0, width: 1176, height: 836, scale: 1.05 },
    slots: [
      { x: 36, y: 40, width: 352, height: 1055, words: ['head', 'legend', 'sources', 'foot'] },
      { x: 460, y: 862, width: 1104, height: 236, words: ['facts'], columns: 2 },
    ],
  },
};

export interface SheetOptions {
  world: World;
  view: ViewFields;
  lang: Lang;
  theme: Theme;
  shape: Shape;
  ground: SheetGround;
  /** What the reader sees of the square; null for all of China. */
  seen: SquareBox | null;
  /** The map approval number of this edition in words, or the notice that stands for it. */
  notice: string;
  attribution: string;
  /** Address of the view, printed at the foot. */
  address: string;
}

/** Whether a sheet needs the finer shapes: where it comes near, shades what the base has no shape of, or has a county chosen. */
export function needsFine({ world, view, theme, shape, seen }: Pick<SheetOptions, 'world' | 'view' | 'theme' | 'shape' | 'seen'>): boolean {
  const near = fitOf(shape, seen).zoom >= FINE_ZOOM;
  return near || sceneOf(world, view, theme).regions.some(({ level, chosen }) => level === 'shade' || (level === 'county' && chosen));
}

const EDGE_PX = 18;
const mapSize = ({ map }: Layout): Point => [map.width / map.scale, map.height / map.scale];
const fitOf = (shape: Shape, seen: SquareBox | null): Fitted => fitted(seen ?? FRAME_BOX, mapSize(LAYOUTS[shape]), seen ? 0 : EDGE_PX);

/** The view as one picture that stands by itself: an SVG with map, title, legend, figures, sources, date and notice. Its letters are letters. */
export function sheet(options: SheetOptions): string {
  const { world, view, lang, theme, shape, ground, seen } = options;
  const layout = LAYOUTS[shape];
  const { map } = layout;
  const size = mapSize(layout);
  const drawn = sceneOf(world, view, theme);
  const open = openOf(options);
  const picture = sheetMap({
    ...{ scene: drawn, ground, theme, lang, size, fit: fitOf(shape, seen), outline: view.ground === 'outline' },
    always: new Set(open ? [open.donor, open.recipient].map((id) => world.drawnAt(id).id) : []),
    insetName: messages(lang).inset,
  });
  const title = viewTitle(world, view, lang);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" font-family="${SANS}" lang="${lang === 'zh' ? 'zh-CN' : 'en'}" role="img" aria-label="${escape(title)}">` +
    `<title>${escape(title)}</title><rect width="${layout.width}" height="${layout.height}" fill="${theme.ui.paper}"/>` +
    `<svg x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" viewBox="0 0 ${round(size[0])} ${round(size[1])}">${picture}</svg>` +
    layout.slots.map((slot) => wordsOf(slot, layout, drawn, options)).join('') +
    '</svg>'
  );
}

const openOf = ({ world, view }: SheetOptions): Pairing | null => openPairing(world, view);

/** A block of words, made for a width and at most a height: it leaves out what does not fit, and says so. */
interface Block {
  svg: string;
  height: number;
}
type Make = (x: number, y: number, most: number) => Block;

/** Height kept for each block that comes after another, in lines of small text, unless it takes less. */
const LEAST: Record<Words, number> = { head: 0, facts: 4, legend: 22, sources: 8, foot: 0 };

function wordsOf(slot: Slot, layout: Layout, drawn: Scene, options: SheetOptions): string {
  const setter = new Setter(slot, layout, drawn, options);
  const foot = slot.words.includes('foot') ? setter.make.foot(slot.x, 0, slot.height).height : 0;
  const stacked = slot.words.filter((name) => name !== 'foot');
  const line = layout.small * 1.5;
  const gap = layout.small * 1.5;
  let y = slot.y;
  const bottom = slot.y + slot.height - (foot && foot + gap);
  const blocks = stacked.map((name, i) => {
    const kept = stacked.slice(i + 1).reduce((sum, next) => sum + setter.least(next, LEAST[next] * line) + gap, 0);
    const block = setter.make[name](slot.x, y, bottom - y - kept);
    if (block.height) y += block.height + gap;
    return block.svg;
  });
  return blocks.join('') + (foot ? setter.make.foot(slot.x, slot.y + slot.height - foot, foot).svg : '');
}

/** Id of the gradient of an arc's colours. */
const LEGEND_ID = 'sheet-legend';
/** How much wider bold letters are. */
const BOLD = 1.06;

/** Sets the words of one slot of a page. */
class Setter {
  readonly #slot: Slot;
  readonly #layout: Layout;
  readonly #scene: Scene;
  readonly #options: SheetOptions;
  readonly #open: Pairing | null;
  readonly make: Record<Words, Make>;

  constructor(slot: Slot, layout: Layout, scene: Scene, options: SheetOptions) {
    [this.#slot, this.#layout, this.#scene, this.#options] = [slot, layout, scene, options];
    this.#open = openOf(options);
    this.make = {
      head: (x, y) => this.#head(x, y),
      facts: (x, y, most) => this.#facts(x, y, most),
      legend: (x, y, most) => this.#legend(x, y, most),
      sources: (x, y, most) => this.#sources(x, y, most),
      foot: (x, y) => this.#foot(x, y),
    };
  }

  /** Height a block is sure of: what it takes, if that is less. */
  least(name: Words, height: number): number {
    return Math.min(height, this.make[name](0, 0, Infinity).height);
  }

  /** Lines of text from a top edge, each in its own element. */
  #lines(lines: readonly string[], x: number, y: number, leading: number, lettering: Lettering): Block {
    const step = lettering.size * leading;
    const svg = lines.map((line, i) => lettered(line, x, y + lettering.size * 0.88 + i * step, lettering)).join('');
    return { svg, height: lines.length ? (lines.length - 1) * step + lettering.size * 1.12 : 0 };
  }

  #head(x: number, y: number): Block {
    const { world, view, lang, theme } = this.#options;
    const { title, lead, small } = this.#layout;
    const m = messages(lang);
    const { width } = this.#slot;
    const colon = lang === 'zh' ? '：' : ': ';
    const open = this.#open;
    const filtered = filter(world, view);
    const below = open
      ? `${world.programme(open.programme).name[lang]} · ${known(world, open, 'aid', spanOf(view)).figure ? `${m.total}${colon}` : ''}${pairingLine(world, open, lang, spanOf(view))}`
      : viewSentence(world, view, filtered, lang);
    const kicker = this.#lines([`${m.title} · ${open ? m.subtitle : messages(lang === 'zh' ? 'en' : 'zh').title}`], x, y, 1, {
      ...{ size: small * 1.06, colour: theme.ui.accent, weight: 700 },
    });
    let at = y + kicker.height + small * 0.7;
    const name = this.#lines(wrap(viewTitle(world, view, lang), title * BOLD, width, 3), x, at, 1.16, {
      size: title,
      colour: theme.ui.ink,
      weight: 700,
      serif: true,
    });
    at += name.height + lead * 0.5;
    const line = this.#lines(wrap(below, lead, width, 5), x, at, 1.4, { size: lead, colour: theme.ui.soft });
    return { svg: kicker.svg + name.svg + line.svg, height: at + line.height - y };
  }

  /** A heading with a rule over it. */
  #heading(text: string, x: number, y: number, width = this.#slot.width): Block {
    const { theme } = this.#options;
    const { small } = this.#layout;
    const title = lettered(text, x, y + small * 1.85, { size: small * 1.06, colour: theme.ui.ink, weight: 700 });
    return {
      svg: `<path stroke="${theme.ui.ink}" stroke-width="1.4" d="M${round(x)} ${round(y)}h${round(width)}"/>${title}`,
      height: small * 2.7,
    };
  }

  /** Figures of the open pairing, headlines first; otherwise the pairings shown, those whose arcs are drawn widest first, with what is reported of their aid. */
  #facts(x: number, y: number, most: number): Block {
    const { world, view, lang } = this.#options;
    const words = shareWords(lang);
    const open = this.#open;
    const span = spanOf(view);
    const rows = open
      ? factsOf(span ? heldIn(open, span) : open).map((figure) => figureRow(figure.label[lang], figure, lang))
      : filter(world, view)
          .pairings.map((pairing) => ({ pairing, found: known(world, pairing, 'aid', span) }))
          .sort((a, b) => sizeOf(world, b.found) - sizeOf(world, a.found) || Number(b.pairing.dossier) - Number(a.pairing.dossier))
          .map(({ pairing, found }): Row => {
            const name = pairingTitle(world, pairing, lang);
            if (found.standing === 'reported') return figureRow(name, found.figure!, lang);
            return { label: name, period: '', value: '', note: pairingLine(world, pairing, lang, span) };
          });
    if (!rows.length) return open ? this.#note(words.figures, words.noFigures, x, y) : { svg: '', height: 0 };
    return this.#rows(open ? words.figures : words.shown, rows, x, y, most);
  }

  #note(heading: string, text: string, x: number, y: number): Block {
    const { theme } = this.#options;
    const { small } = this.#layout;
    const head = this.#heading(heading, x, y);
    const body = this.#lines(wrap(text, small, this.#slot.width), x, y + head.height, 1.45, { size: small, colour: theme.ui.soft });
    return { svg: head.svg + body.svg, height: head.height + body.height };
  }

  /** Rows of a label and a value, in the columns of the slot, as many as there is room for. */
  #rows(heading: string, rows: readonly Row[], x: number, y: number, most: number): Block {
    const { theme, lang } = this.#options;
    const { text, small } = this.#layout;
    const columns = this.#slot.columns ?? 1;
    const gutter = 44;
    const width = (this.#slot.width - gutter * (columns - 1)) / columns;
    const head = this.#heading(heading, x, y);
    const size = Math.min(text, small * 1.08);
    const set = rows.map(({ label, period, value, note }) => {
      const values = wrap(value || note, size, width * 0.56, 2);
      const room = width - Math.max(...values.map((line) => textWidth(line, size))) - size;
      const labels = wrap(label, size, room, 3);
      const lines = Math.max(labels.length, values.length);
      return { labels, values, period, isValue: value !== '', room, height: (lines * 1.32 + 0.42 + (period ? 1.1 : 0)) * size };
    });
    let [column, at, shown, deepest] = [0, y + head.height, 0, y + head.height];
    let svg = head.svg;
    for (const { labels, values, period, isValue, room, height } of set) {
      const isLast = shown === set.length - 1;
      const free = most - (isLast || column < columns - 1 ? 0 : small * 1.6);
      if (at + height - y > free) {
        if (column === columns - 1) break;
        [column, at] = [column + 1, y + head.height];
      }
      const left = x + column * (width + gutter);
      svg += this.#lines(labels, left, at, 1.32, { size, colour: theme.ui.soft }).svg;
      const when = wrap(period, size * 0.84, room, 1);
      svg += this.#lines(period ? when : [], left, at + labels.length * size * 1.32, 1, { size: size * 0.84, colour: theme.ui.faint }).svg;
      const look = isValue ? { colour: theme.ui.ink, weight: 600 } : { colour: theme.ui.faint };
      svg += this.#lines(values, left + width, at, 1.32, { size, anchor: 'end', ...look }).svg;
      at += height;
      svg += `<path stroke="${theme.ui.line}" d="M${round(left)} ${round(at - size * 0.3)}h${round(width)}"/>`;
      [shown, deepest] = [shown + 1, Math.max(deepest, at)];
    }
    if (!shown) return { svg: '', height: 0 };
    if (shown === set.length) return { svg, height: deepest - y };
    const left = x + (columns - 1) * (width + gutter);
    const rest = this.#lines([shareWords(lang).more(set.length - shown)], left, at + small * 0.1, 1, {
      size: small,
      colour: theme.ui.faint,
    });
    return { svg: svg + rest.svg, height: Math.max(deepest, at + small * 1.4) - y };
  }

  #legend(x: number, y: number, most: number): Block {
    const { world, theme, lang } = this.#options;
    const { small, text } = this.#layout;
    const m = messages(lang);
    const head = this.#heading(m.legend, x, y);
    const size = Math.min(text, small * 1.08);
    const [sample, gap] = [size * 3.7, size * 0.8];
    const { width } = this.#slot;
    const { scale } = this.#layout.map;
    const signPx = sample / scale;
    const stops = [theme.arc.from, theme.arc.mid, theme.arc.to].map((colour, i) => `<stop offset="${i / 2}" stop-color="${colour}"/>`);
    const ramp = `<linearGradient id="${LEGEND_ID}" gradientUnits="userSpaceOnUse" x2="${round(signPx)}">${stops.join('')}</linearGradient>`;
    let [at, svg, column] = [y + head.height, ramp + head.svg, 0];
    const rows = legendRows(this.#scene, world, theme, lang, signPx);
    const drawn = (sign: NonNullable<LegendRow['sign']>) =>
      sign
        .map(
          (shape) =>
            `<path ${Object.entries(attributesOf(shape, LEGEND_ID))
              .flatMap(([name, value]) => (value === undefined ? [] : `${name}="${value}"`))
              .join(' ')}/>`,
        )
        .join('');
    const isShort = (i: number) => rows[i]?.sign && sample + gap + textWidth(rows[i].words, size) <= width / 2 - gap;
    for (const [i, { sign, words }] of rows.entries()) {
      const indent = sign ? sample + gap : 0;
      const lines = wrap(words, size, width - indent);
      const height = lines.length * size * 1.3 + size * 0.4;
      if (at + height - y > most) break;
      const left = x + (column * width) / 2;
      if (sign) svg += `<g data-sign="" transform="translate(${round(left)} ${round(at + size * 0.6)}) scale(${scale})">${drawn(sign)}</g>`;
      svg += this.#lines(lines, left + indent, at, 1.3, { size, colour: theme.ui.soft }).svg;
      // Two short rows share a line.
      column = column === 0 && isShort(i) && isShort(i + 1) ? 1 : 0;
      if (column === 0) at += height;
    }
    return at > y + head.height ? { svg, height: at - y } : { svg: '', height: 0 };
  }

  /** The sources of an open pairing by their numbers; otherwise how many there are. */
  #sources(x: number, y: number, most: number): Block {
    const { world, view, lang, theme } = this.#options;
    const words = shareWords(lang);
    const { small } = this.#layout;
    const { width } = this.#slot;
    const pairings = this.#open ? [this.#open] : filter(world, view).pairings;
    const ids = sourcesOf(pairings);
    const head = this.#heading(words.sources, x, y);
    if (!ids.length) return { svg: '', height: 0 };
    const cited = this.#open
      ? ids.map((id) => {
          const { dated, ...source } = world.source(id);
          void dated;
          const { title, rest } = citation(source, lang);
          return `[${world.sourceNumber(id)}] ${title}${lang === 'zh' ? '' : ' '}${rest}`;
        })
      : [
          `${words.sourcesCount(tally(pairings).figures, ids.length)}${lang === 'zh' ? '。' : '.'}`,
          `${words.latest(dateText(latestOf(world, ids), lang))}${lang === 'zh' ? '。' : '.'}`,
        ];
    let [at, svg, shown] = [y + head.height, head.svg, 0];
    const step = small * 1.38;
    for (const text of cited) {
      const lines = wrap(text, small, width, 3);
      const isLast = shown === cited.length - 1;
      if (at + lines.length * step + small * 0.3 + (isLast ? 0 : step) - y > most) break;
      svg += this.#lines(lines, x, at, 1.38, { size: small, colour: theme.ui.soft }).svg;
      at += lines.length * step + small * 0.3;
      shown++;
    }
    if (shown === cited.length) return { svg, height: at - y };
    const rest = this.#lines([words.more(cited.length - shown)], x, at, 1, { size: small, colour: theme.ui.faint });
    return { svg: svg + rest.svg, height: at + step - y };
  }

  #foot(x: number, y: number): Block {
    const { lang, theme, notice, attribution, address } = this.#options;
    const { small } = this.#layout;
    const size = small * 0.86;
    const { width } = this.#slot;
    const edition = `${shareWords(lang).edition(dateText(CHANGES[0]!.on, lang))} · ${messages(lang).title}`;
    const lines = [notice, attribution, edition, address].flatMap((text, i) => wrap(text, size, width, i === 3 ? 2 : 4));
    return this.#lines(lines, x, y, 1.36, { size, colour: theme.ui.faint });
  }
}

/** What pairings are ordered by: their aid by the year; none where it is not reported. */
const sizeOf = (world: World, { standing, figure }: Known): number =>
  standing === 'reported' || standing === 'joint' ? (rateOf(world, figure!) ?? 1) : standing === 'part' ? 0 : -1;

/** A row of a list of figures: what it is, when it holds, and the number, or a note where there is none. */
interface Row {
  label: string;
  period: string;
  value: string;
  note: string;
}
const figureRow = (label: string, figure: Figure, lang: Lang): Row => ({
  ...{ label, period: periodText(figure, lang), value: figureText(figure, lang), note: '' },
});

/** Figures of a pairing as a sheet lists them: headlines first, then the rest, those with a number before dated facts. */
function factsOf(pairing: Pairing): Figure[] {
  return allFigures(pairing)
    .filter(({ reported, value }) => reported !== null && value !== null)
    .sort((a, b) => Number(b.headline) - Number(a.headline));
}
