import { SERIF, SERIF_MARKS } from '../look/fonts.ts';
import { textWidth } from '../look/letters.ts';
import { escape } from '../still/still.ts';

/** Pieces at which a line may end: after spaces and the `&` of an address, and between Chinese letters, but never before a closing mark or after an opening one. */
const pieces = (text: string): string[] =>
  text
    .match(/[（《“〔]*(?:[\u2e80-\u9fff]|[^\s\u2e80-\u9fff（《“〔，。；：、）》”？！&]+&?|&)?[，。；：、）》”〕？！]*\s*/g)
    ?.filter(Boolean) ?? [];

/** A text in lines no wider than `width`; a word that is wider alone is broken. With `most`, the last line ends in “…” where something is left out. */
export function wrap(text: string, size: number, width: number, most = Infinity): string[] {
  const lines: string[] = [''];
  const add = (piece: string) => {
    const line = lines.at(-1)!;
    if (textWidth((line + piece).trimEnd(), size) <= width) lines[lines.length - 1] = line + piece;
    else if (line === '' && [...piece].length > 1) for (const letter of piece) add(letter);
    else if (line === '') lines[lines.length - 1] = piece;
    else {
      lines.push('');
      add(piece);
    }
  };
  pieces(text).forEach(add);
  const trimmed = lines.map((line) => line.trim());
  if (trimmed.length <= most) return trimmed;
  const last = [...trimmed[most - 1]!];
  while (last.length && textWidth(`${last.join('')}…`, size) > width) last.pop();
  return [...trimmed.slice(0, most - 1), `${last.join('').replace(/[，。；：、\s]+$/, '')}…`];
}

export interface Lettering {
  size: number;
  colour: string;
  weight?: number;
  serif?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** Extra attributes as they stand. */
  more?: string;
}

/** One line of real text on its baseline. */
export function lettered(text: string, x: number, y: number, { size, colour, weight, serif, anchor, more }: Lettering): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${colour}"`,
    weight ? `font-weight="${weight}"` : '',
    serif ? `font-family="${SERIF}"` : '',
    anchor && anchor !== 'start' ? `text-anchor="${anchor}"` : '',
    more ?? '',
  ];
  // Chinese letters have marks as wide as themselves; between Latin ones they are those of a Latin face.
  const set =
    serif && !/[\u2e80-\u9fff]/.test(text)
      ? escape(text).replace(/[‘’“”…]+/g, (marks) => `<tspan font-family="${SERIF_MARKS}">${marks}</tspan>`)
      : escape(text);
  return `<text ${attributes.filter(Boolean).join(' ')}>${set}</text>`;
}

export const round = (n: number): number => Math.round(n * 10) / 10;
