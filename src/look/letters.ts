/** Widths of letters in parts of their size, a little more than most fonts have: what is set by them never runs over. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\u2e80-\uffef→]/, 1],
  [/[iljtfr.,:;'’|!()[\] ·]/, 0.33],
  [/[mwMW%@]/, 0.88],
  [/[A-Z&]/, 0.69],
  [/[—…]/, 1],
];
const OTHER = 0.575;

const letterWidth = (letter: string): number => WIDTHS.find(([of]) => of.test(letter))?.[1] ?? OTHER;

/** Width in px of a line of text. */
export const textWidth = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;

/** By how much bold letters are wider. */
const BOLD = 1.06;
/** Chinese fonts set the dot between two names as wide as a character. */
const DOT = 0.67;

/** Width in px of a name on the map. */
export const nameWidth = (name: string, size: number): number =>
  textWidth(name, size) * (/[\u2e80-\u9fff]/.test(name) ? 1 : BOLD) + (name.split('·').length - 1) * DOT * size;
