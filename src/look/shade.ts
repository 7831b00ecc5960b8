import { nice } from 'd3-array';
import type { Theme } from './themes.ts';

export interface ShadeScale {
  /** Colour of an amount above 0. */
  (amount: number): string;
  /** The classes, least first, with the amounts they begin and end at. */
  classes: { from: number; to: number; colour: string }[];
}

/** Shades of regions by amount: as many classes of equal width as the theme has shades, from 0 to a round number. */
export function shadeScale(amounts: readonly number[], { shades }: Theme): ShadeScale {
  const [, top] = nice(0, Math.max(...amounts, 1), shades.length);
  const step = top / shades.length;
  const classes = shades.map((colour, i) => ({ from: i * step, to: (i + 1) * step, colour }));
  const shade = (amount: number) => shades[Math.min(Math.floor(amount / step), shades.length - 1)]!;
  return Object.assign(shade, { classes });
}
