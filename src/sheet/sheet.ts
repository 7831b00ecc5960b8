import type { Pairing } from '../../data/schema.ts';
import { SANS } from '../look/fonts.ts';
import { FINE_ZOOM } from '../look/ground.ts';
import type { Theme } from '../look/themes.ts';
import { FRAME_BOX, type SquareBox } from '../scene/frame.ts';
import { attributesOf, dot, legendRows, type LegendRow } from '../scene/legend.ts';
import type { Role, Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import { scene as sceneOf } from '../scene/scene.ts';
import { sourcesOf, tally } from '../state/count.ts';
import { filter, heldIn } from '../state/filter.ts';
import type { ViewFields } from '../state/url.ts';
import { spanOf } from '../state/span.ts';
import type { World } from '../state/world.ts';
import { EDITION } from '../text/edition.ts';
import { exploreWords } from '../text/explore.ts';
import { dateText } from '../text/figure.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { aidLine, citation } from '../text/pairing.ts';
import { latestOf } from '../text/report.ts';
import { shareWords, type Shape } from '../text/share.ts';
import { figureGroups, pairingGroups, type SheetGroup } from '../text/sheet.ts';
import { openPairing, pairsText, viewSentence, viewTitle } from '../text/view.ts';
import { shortRow } from './legend.ts';
import { textWidth } from '../look/letters.ts';
import { lettered, round, wrap, type Lettering } from './lettering.ts';
import { dotsOn, fitted, isOn, sheetMap, type Fitted, type SheetGround } from './map.ts';
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
  /** Height kept for some of them where it is not the usual. */
  least?: Partial<Record<Words, number>>;
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
  /** Of the foot, where it is not a little smaller than small ones. */
  foot?: number;
}

/** Pages by shape, in px of their own: pictures are one, two or four times as large. */
export const LAYOUTS: Readonly<Record<Shape, Layout>> = {
  wide: {
    ...{ width: 1600, height: 900, title: 36, lead: 17, text: 15, small: 12.5 },
    map: { x: 452, y: 0, width: 1148, height: 900, scale: 1.08 },
    slots: [{ x: 32, y: 36, width: 388, height: 838, words: ['head', 'facts', 'legend', 'sources', 'foot'] }],
  },
  square: {
    ...{ width: 1080, height: 1080, title: 50, lead: 23, text: 20, small: 16.5 },
    map: { x: 0, y: 182, width: 1080, height: 470, scale: 1.3 },
    slots: [
      { x: 40, y: 32, width: 1000, height: 146, words: ['head'] },
      { x: 40, y: 670, width: 600, height: 322, words: ['legend'] },
      { x: 670, y: 670, width: 370, height: 322, words: ['facts', 'sources'], least: { sources: 5 } },
      { x: 40, y: 1000, width: 1000, height: 66, words: ['foot'] },
    ],
  },
  tall: {
    ...{ width: 1080, height: 1920, title: 74, lead: 32, text: 26, small: 20 },
    map: { x: 0, y: 300, width: 1080, height: 800, scale: 1.6 },
    slots: [
      { x: 52, y: 64, width: 976, height: 220, words: ['head'] },
      { x: 52, y: 1130, width: 460, height: 640, words: ['legend'] },
      { x: 556, y: 1130, width: 472, height: 640, words: ['facts', 'sources'] },
      { x: 52, y: 1770, width: 976, height: 118, words: ['foot'] },
    ],
  },
  a4: {
    // An A4 sheet is 842 points wide: 15.3 px of these are 8 of them.
    ...{ width: 1600, height: 1131, title: 36, lead: 19, text: 17, small: 15.4, foot: 15.3 },
    map: { x: 424, y: 0, width: 1176, height: 806, scale: 1.2 },
    slots: [
      { x: 36, y: 34, width: 352, height: 1070, words: ['head', 'legend', 'sources', 'foot'] },
      { x: 460, y: 830, width: 1104, height: 274, words: ['facts'], columns: 2 },
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
  /** What stands as its title instead of what the view is called; empty for that. */
  headline: string;
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
  const picture = sheetMap({
    ...{ scene: drawn, ground, theme, lang, size, fit: fitOf(shape, seen), outline: view.ground === 'outline' },
    always: alwaysOf(options),
    insetName: messages(lang).inset,
  });
  const title = titleOf(options);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" font-family="${SANS}" lang="${lang === 'zh' ? 'zh-CN' : 'en'}" role="img" aria-label="${escape(title)}">` +
    `<title>${escape(title)}</title><rect width="${layout.width}" height="${layout.height}" fill="${theme.ui.paper}"/>` +
    `<svg x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" viewBox="0 0 ${round(size[0])} ${round(size[1])}">${picture}</svg>` +
    layout.slots.map((slot) => wordsOf(slot, layout, drawn, options)).join('') +
    '</svg>'
  );
}

/** What a sheet is called. */
const titleOf = ({ world, view, lang, headline }: SheetOptions): string => headline.trim() || viewTitle(world, view, lang);
const openOf = ({ world, view }: SheetOptions): Pairing | null => openPairing(world, view);

/** A block of words, made for a width and at most a height: it leaves out what does not fit, and says so. */
interface Block {
  svg: string;
  height: number;
}
type Make = (x: number, y: number, most: number) => Block;

/** Height kept for each block that comes after another, in lines of small text, unless it takes less. */
const LEAST: Record<Words, number> = { head: 0, facts: 10, legend: 17, sources: 7, foot: 0 };

function wordsOf(slot: Slot, layout: Layout, drawn: Scene, options: SheetOptions): string {
  const setter = new Setter(slot, layout, drawn, options);
  const foot = slot.words.includes('foot') ? setter.make.foot(slot.x, 0, slot.height).height : 0;
  const stacked = slot.words.filter((name) => name !== 'foot');
  const line = layout.small * 1.5;
  const gap = layout.small * 1.5;
  let y = slot.y;
  const bottom = slot.y + slot.height - (foot && foot + gap);
  const blocks = stacked.map((name, i) => {
    const kept = stacked.slice(i + 1).reduce((sum, next) => sum + setter.least(next, (slot.least?.[next] ?? LEAST[next]) * line) + gap, 0);
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
    const open = this.#open;
    const filtered = filter(world, view);
    const below = open
      ? `${world.programme(open.programme).name[lang]} · ${aidLine(world, open, lang, spanOf(view)).join('')}`
      : viewSentence(world, view, filtered, lang);
    const kicker = this.#lines([`${m.title} · ${open ? m.subtitle : messages(lang === 'zh' ? 'en' : 'zh').title}`], x, y, 1, {
      ...{ size: small * 1.06, colour: theme.ui.accent, weight: 700 },
    });
    let at = y + kicker.height + small * 0.7;
    const name = this.#lines(wrap(titleOf(this.#options), title * BOLD, width, 3), x, at, 1.16, {
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

  /** Figures of the open pairing, headlines first; otherwise the pairings whose arcs stand on the page, by what arcs are as wide as. */
  #facts(x: number, y: number, most: number): Block {
    const { world, view, lang, shape, seen } = this.#options;
    const words = shareWords(lang);
    const open = this.#open;
    const span = spanOf(view);
    if (open) {
      const groups = figureGroups(world, span ? heldIn(open, span) : open, lang);
      return groups.length ? this.#rows(words.figures, groups, '', x, y, most) : this.#note(words.figures, words.noFigures, x, y);
    }
    const fit = fitOf(shape, seen);
    const arcs = new Map(this.#scene.arcs.map((arc) => [arc.id, arc]));
    const { pairings } = filter(world, view);
    const shown = pairings.filter(({ id }) => arcs.has(id) && isOn(arcs.get(id)!, fit, mapSize(this.#layout)));
    const folded = pairings.filter(({ id }) => !arcs.has(id));
    const rest = folded.length ? exploreWords(lang).folded(pairsText(folded, lang)) : '';
    const groups = pairingGroups(world, shown, view, lang);
    return groups.length ? this.#rows(words.shown, groups, rest, x, y, most) : { svg: '', height: 0 };
  }

  #note(heading: string, text: string, x: number, y: number): Block {
    const { theme } = this.#options;
    const { small } = this.#layout;
    const head = this.#heading(heading, x, y);
    const body = this.#lines(wrap(text, small, this.#slot.width), x, y + head.height, 1.45, { size: small, colour: theme.ui.soft });
    return { svg: head.svg + body.svg, height: head.height + body.height };
  }

  /**
   * Rows of a label and a value under the title of their group, in the columns of the slot, as many as there is room for.
   * A group that goes on in the next column has its title there again. `rest` is said at the end, of what is not listed.
   */
  #rows(heading: string, groups: readonly SheetGroup[], rest: string, x: number, y: number, most: number): Block {
    const { theme, lang, address } = this.#options;
    const { text, small } = this.#layout;
    const columns = this.#slot.columns ?? 1;
    const gutter = 44;
    const width = (this.#slot.width - gutter * (columns - 1)) / columns;
    const head = this.#heading(heading, x, y);
    const size = Math.min(text, small * 1.08);
    const note = this.#layout.foot ?? size * 0.84;
    const set = groups.flatMap(({ title, rows }) => {
      const titles = wrap(title, note * BOLD, width, 2);
      return rows.map((row, i) => {
        const values = row.value ? wrap(row.value, size, width * 0.56, 2) : [];
        const room = width - Math.max(0, ...values.map((line) => textWidth(line, size) + size));
        const labels = wrap(row.label, size, room, 3);
        const notes = row.note ? wrap(row.note, note, width, 2) : [];
        const lines = Math.max(labels.length, values.length);
        return {
          ...row,
          titles,
          isFirst: i === 0,
          labels,
          values,
          notes,
          height: (lines * 1.32 + 0.42) * size + notes.length * note * 1.25,
        };
      });
    });
    const more = (n: number) => wrap(shareWords(lang).more(n, homeOf(address)), small, width, 2);
    const step = small * 1.3;
    const said = rest ? wrap(rest, small, width, 3) : [];
    // What is not listed is told where there is room for more than that.
    const rests = most - head.height > (said.length + 1) * step + 3.4 * small * columns + 2.6 * size ? said : [];
    let [column, at, shown, deepest] = [0, y + head.height, 0, y + head.height];
    let svg = head.svg;
    for (const { pairing, titles, isFirst, labels, values, notes, height } of set) {
      const fits = (titled: boolean): boolean => {
        const kept = column < columns - 1 ? 0 : rests.length + (shown < set.length - 1 ? more(set.length).length : 0);
        return at + height + (titled ? titles.length * note * 1.25 + note * 0.5 : 0) - y <= most - kept * step;
      };
      let titling = isFirst || at === y + head.height;
      if (!fits(titling)) {
        if (column === columns - 1) break;
        [column, at, titling] = [column + 1, y + head.height, true];
        if (!fits(true)) break;
      }
      const left = x + column * (width + gutter);
      if (titling) {
        svg += this.#lines(titles, left, at, 1.25, { size: note, colour: theme.ui.ink, weight: 700 }).svg;
        at += titles.length * note * 1.25 + note * 0.5;
      }
      const look = { size, anchor: 'end', colour: theme.ui.ink, weight: 600 } as const;
      const row =
        this.#lines(labels, left, at, 1.32, { size, colour: theme.ui.soft }).svg +
        this.#lines(values, left + width, at, 1.32, look).svg +
        this.#lines(notes, left, at + Math.max(labels.length, values.length) * size * 1.32, 1.25, { size: note, colour: theme.ui.faint })
          .svg;
      at += height;
      const rule = `<path stroke="${theme.ui.line}" d="M${round(left)} ${round(at - size * 0.3)}h${round(width)}"/>`;
      svg += pairing ? `<g data-listed="${pairing}">${row}</g>${rule}` : row + rule;
      [shown, deepest] = [shown + 1, Math.max(deepest, at)];
    }
    if (!shown) return { svg: '', height: 0 };
    const left = x + (columns - 1) * (width + gutter);
    const start = column === columns - 1 ? at : y + head.height;
    const last = this.#lines([...(shown < set.length ? more(set.length - shown) : []), ...rests], left, start + small * 0.1, 1.3, {
      ...{ size: small, colour: theme.ui.faint },
    });
    return { svg: svg + last.svg, height: Math.max(deepest, start + (last.height && last.height + small * 0.3)) - y };
  }

  /** The legend whole: in smaller letters, side by side and in fewer words where there is less room. */
  #legend(x: number, y: number, most: number): Block {
    const { text, small } = this.#layout;
    const size = Math.min(text, small * 1.08);
    let block: Block = { svg: '', height: 0 };
    for (const { part, columns, isShort } of LEGEND_FITS) {
      if (this.#slot.width / columns < LEGEND_ROOM * size * part || size * part < (this.#layout.foot ?? 0)) continue;
      block = this.#legendSet(x, y, size * part, columns, isShort);
      if (block.height <= most) break;
    }
    return block;
  }

  /** Rows of the legend, with those of the dots that are drawn on this page. */
  #legendRows(signPx: number): LegendRow[] {
    const { world, theme, lang, shape, seen } = this.#options;
    const rows = legendRows(this.#scene, world, theme, lang, signPx);
    const dots = new Set(dotsOn(this.#scene, fitOf(shape, seen), mapSize(this.#layout), alwaysOf(this.#options)).map(({ role }) => role));
    return [
      ...rows,
      ...(['project', 'stop', 'far'] as const satisfies readonly Role[])
        .filter((role) => dots.has(role))
        .map((role): LegendRow => ({ kind: 'dot', sign: dot(theme.dot[role], theme), words: shareWords(lang).dots[role] })),
    ];
  }

  #legendSet(x: number, y: number, size: number, columns: number, isShort: boolean): Block {
    const { theme, lang, view } = this.#options;
    const m = messages(lang);
    const head = this.#heading(m.legend, x, y);
    const [sample, gap] = [size * 3.7, size * 0.8];
    const gutter = size * 1.6;
    const width = (this.#slot.width - gutter * (columns - 1)) / columns;
    const { scale } = this.#layout.map;
    const signPx = sample / scale;
    const stops = [theme.arc.from, theme.arc.mid, theme.arc.to].map((colour, i) => `<stop offset="${i / 2}" stop-color="${colour}"/>`);
    const ramp = `<linearGradient id="${LEGEND_ID}" gradientUnits="userSpaceOnUse" x2="${round(signPx)}">${stops.join('')}</linearGradient>`;
    const said = (row: LegendRow): string => (isShort ? shortRow(row, view.measure, lang) : row.words);
    const rows = this.#legendRows(signPx).map((row) => {
      const indent = row.sign ? sample + gap : 0;
      const text = said(row);
      const lines = wrap(text, size, width - indent);
      const isNarrow = row.sign !== null && indent + textWidth(text, size) <= width / 2 - gap;
      return { sign: row.sign, indent, lines, isNarrow, height: lines.length * size * 1.3 + size * 0.4 };
    });
    // Two narrow rows share a line; a line of words alone stands with what follows it.
    const lines: { rows: typeof rows; height: number; leads: boolean }[] = [];
    for (let i = 0; i < rows.length; i++) {
      const pair = rows[i]!.isNarrow && rows[i + 1]?.isNarrow ? rows.slice(i, i + 2) : rows.slice(i, i + 1);
      lines.push({ rows: pair, height: Math.max(...pair.map(({ height }) => height)), leads: pair[0]!.sign === null });
      i += pair.length - 1;
    }
    const placed = inColumns(lines, columns);
    const drawn = (sign: NonNullable<LegendRow['sign']>) =>
      sign
        .map(
          (shape) =>
            `<path ${Object.entries(attributesOf(shape, LEGEND_ID))
              .flatMap(([name, value]) => (value === undefined ? [] : `${name}="${value}"`))
              .join(' ')}/>`,
        )
        .join('');
    const top = y + head.height;
    let svg = ramp + head.svg;
    for (const { column, offset, line } of placed.lines)
      for (const [i, { sign, indent, lines: text }] of line.rows.entries()) {
        const left = x + column * (width + gutter) + (i * width) / 2;
        const at = top + offset;
        if (sign)
          svg += `<g data-sign="" transform="translate(${round(left)} ${round(at + size * 0.6)}) scale(${scale})">${drawn(sign)}</g>`;
        svg += this.#lines(text, left + indent, at, 1.3, { size, colour: theme.ui.soft }).svg;
      }
    return { svg, height: head.height + placed.height };
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
    const more = () => wrap(words.more(cited.length - shown, homeOf(this.#options.address)), small, width, 2);
    for (const text of cited) {
      const lines = wrap(text, small, width, 3);
      shown++;
      const kept = shown === cited.length ? 0 : more().length * step;
      if (at + lines.length * step + small * 0.3 + kept - y > most) {
        shown--;
        break;
      }
      svg += this.#lines(lines, x, at, 1.38, { size: small, colour: theme.ui.soft }).svg;
      at += lines.length * step + small * 0.3;
    }
    if (shown === cited.length) return { svg, height: at - y };
    const rest = this.#lines(more(), x, at, 1.3, {
      ...{ size: small, colour: theme.ui.faint },
    });
    return { svg: svg + rest.svg, height: at + rest.height + small * 0.2 - y };
  }

  #foot(x: number, y: number): Block {
    const { lang, theme, notice, attribution, address } = this.#options;
    const { small } = this.#layout;
    const size = this.#layout.foot ?? small * 0.86;
    const { width } = this.#slot;
    const edition = `${shareWords(lang).edition(dateText(EDITION, lang))} · ${messages(lang).title}`;
    const lines = [notice, attribution, edition, address].flatMap((text, i) => wrap(text, size, width, i === 3 ? 2 : 4));
    return this.#lines(lines, x, y, 1.36, { size, colour: theme.ui.faint });
  }
}

/** How a legend may be set, what reads best first: letters as a part of their size, columns, and whether in few words. */
const LEGEND_FITS = [false, true]
  .flatMap((isShort) => [1, 0.92, 0.85].flatMap((part) => [1, 2].map((columns) => ({ part, columns, isShort }))))
  .concat([0.78, 0.72].flatMap((part) => [1, 2, 3].map((columns) => ({ part, columns, isShort: true }))));
/** Least width of a column of the legend, in letters. */
const LEGEND_ROOM = 15;

/** Lines in so many columns of about one height, in order; one that leads on to the next is not the last of a column. */
function inColumns<T extends { height: number; leads: boolean }>(lines: readonly T[], columns: number) {
  const total = lines.reduce((sum, { height }) => sum + height, 0);
  for (let high = total / columns; ; high += Math.max(2, total / 100)) {
    const placed: { column: number; offset: number; line: T }[] = [];
    let [column, offset, deepest] = [0, 0, 0];
    for (const [i, line] of lines.entries()) {
      const needed = line.height + (line.leads ? (lines[i + 1]?.height ?? 0) : 0);
      if (offset + needed > high + 0.01 && offset > 0) [column, offset] = [column + 1, 0];
      placed.push({ column, offset, line });
      offset += line.height;
      deepest = Math.max(deepest, offset);
    }
    if (column < columns) return { lines: placed, height: deepest };
  }
}

/** Where the atlas stands, as a reader would type it. */
function homeOf(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/(index\.html)?$/, '');
}

/** Places whose names and dots stand whatever the zoom: the ends of the open pairing. */
function alwaysOf(options: SheetOptions): Set<string> {
  const open = openOf(options);
  return new Set(open ? [open.donor, open.recipient].map((id) => options.world.drawnAt(id).id) : []);
}
