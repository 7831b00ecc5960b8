import type PptxGenJS from 'pptxgenjs';
import { LIGHT } from '../../look/themes.ts';
import { wrap } from '../../sheet/lettering.ts';
import type { Lang } from '../../state/lang.ts';
import { briefingWords } from '../../text/briefing.ts';
import type { Year } from '../told.ts';
import { inches, PT } from './shape.ts';

/** A list in two columns, the first no lower than it must be for the second to be no lower than it. `high` tells how high each is. */
export function halves<T>(list: readonly T[], high: (one: T) => number): [T[], T[]] {
  const heights = list.map(high);
  const sum = (from: number, to?: number) => heights.slice(from, to).reduce((all, one) => all + one, 0);
  let cut = list.length;
  for (let i = list.length; i >= 0; i--) if (Math.max(sum(0, i), sum(i)) < Math.max(sum(0, cut), sum(cut))) cut = i;
  return [list.slice(0, cut), list.slice(cut)];
}

interface Line {
  year: string;
  on: string;
  text: string;
}

const GAP = 72;
const YEAR = 96;
/** Sizes of letters in units, the largest that has room: 13 and 12 pt. */
const SIZES = [26, 24] as const;
const LEADING = 1.25;
/** Room within a row above its words and below, in units. */
const PAD = 5;

const { ui } = LIGHT;

/** Years of a pairing as two tables side by side. All in units; years that have no room at 12 pt lose their last entries, and say how many. */
export function drawYears(
  slide: PptxGenJS.Slide,
  years: readonly Year[],
  { lang, left, top, width, height }: { lang: Lang; left: number; top: number; width: number; height: number },
): void {
  const words = briefingWords(lang);
  const column = (width - GAP) / 2;
  const linesOf = ({ year, entries, more }: Year, least: number): Line[] => {
    const kept = entries.slice(0, Math.max(1, entries.length - least));
    const left = more + entries.length - kept.length;
    return [
      ...kept.map(({ on, text, source }) => ({ year, on: on === year ? '' : on, text: `${text} [${source}]` })),
      ...(left ? [{ year, on: words.more(left), text: '' }] : []),
    ];
  };
  const high = (size: number) => (line: Line) =>
    wrap(`${line.on} ${line.text}`, size, (column - YEAR) * 0.97).length * size * LEADING + 2 * PAD;
  const tried = [0, 1, 2, 3].flatMap((least) => SIZES.map((size) => ({ size, lines: years.flatMap((year) => linesOf(year, least)) })));
  const laid = tried.map(({ size, lines }) => {
    const columns = halves(lines, high(size));
    // How many more there are stands under what there are more than.
    if (columns[1][0]?.text === '') columns[0].push(columns[1].shift()!);
    return { size, columns };
  });
  const fits = ({ size, columns }: (typeof laid)[number]) =>
    columns.every((lines) => lines.reduce((sum, line) => sum + high(size)(line), 0) <= height);
  const { size, columns } = laid.find(fits) ?? laid.at(-1)!;

  columns.forEach((lines, i) => {
    if (!lines.length) return;
    slide.addTable(
      lines.map(({ year, on, text }, k) => {
        const begins = lines[k - 1]?.year !== year;
        const rule = { type: 'solid' as const, pt: 1, color: ui.line.slice(1, 7) };
        const none = { type: 'none' as const };
        const border: [typeof rule | typeof none, typeof none, typeof none, typeof none] = [begins ? rule : none, none, none, none];
        const runs = [
          ...(on ? [{ text: text ? `${on} ` : on, options: { color: ui.soft.slice(1) } }] : []),
          ...(text ? [{ text, options: { color: ui.ink.slice(1) } }] : []),
        ];
        return [
          { text: begins ? year : '', options: { bold: true, color: ui.ink.slice(1), border } },
          { text: runs, options: { border } },
        ];
      }),
      {
        ...{ x: inches(left + i * (column + GAP)), y: inches(top), w: inches(column), colW: [YEAR, column - YEAR].map(inches) },
        ...{ fontSize: size * PT, fontFace: 'Sans', valign: 'top', margin: [inches(PAD), 0, inches(PAD), 0], autoPage: false },
        border: { type: 'none' },
      },
    );
  });
}
