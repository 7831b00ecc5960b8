import { nice } from 'd3-array';

/** Width in px of an arc of which nothing is reported: a dashed hairline, never 0 and never an average. */
export const HAIRLINE_PX = 1.1;
/** Width in px of the same while it is open. */
export const CHOSEN_PX = 1.9;
/** Width in px of an arc of which something is reported that cannot be drawn to scale: a thin whole line. */
export const THIN_PX = 1.5;
/** Width in px of an arc that shares a joint figure drawn to scale elsewhere: a thin band. */
export const BAND_PX = 2.6;
/** Width in px of every arc where widths are to say nothing. */
export const PLAIN_PX = 1.9;
/** Opacity of a band beside the line in its middle. Renderers draw by it what counts several recipients together. */
export const BAND_OPACITY = 0.42;
/** Width in px of that line. */
export const BAND_LINE_PX = 1.2;

const NARROWEST_PX = 1.9;
const WIDEST_PX = 9.5;

export interface WidthScale {
  /** Width in px at the head, for an amount above 0. */
  (amount: number): number;
  /** Round amounts that the legend shows, largest first, whose widths can be told apart at a glance. */
  ticks: number[];
}

/** Arc widths by amount: the square root, so that ink and not width alone grows with the sum. Only the least are drawn wider than that. `amounts` are those on the map. */
export function widthScale(amounts: readonly number[]): WidthScale {
  const [, top] = nice(0, Math.max(...amounts, 1), 4);
  const width = (amount: number) => Math.max(NARROWEST_PX, WIDEST_PX * Math.sqrt(amount / top));
  const rounds = [top, roundBelow(top / 4), roundBelow(top / 20)].filter((amount) => amount >= 1);
  return Object.assign(width, { ticks: rounds });
}

/** The largest of 1, 2, 5, 10, 20 … that is not above an amount. */
function roundBelow(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount) + 1e-9);
  return [5, 2, 1].map((step) => step * power).find((round) => round <= amount * (1 + 1e-9)) ?? power;
}
