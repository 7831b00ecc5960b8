import { nice, ticks } from 'd3-array';

/** Width in px of an arc whose total no source reports: a thin dashed line, never 0 and never an average. */
export const UNREPORTED_PX = 1.6;
/** Width in px of an arc of the network: a hairline behind the dossiers. */
export const NETWORK_PX = 1.1;
/** Width in px of every arc where widths are to say nothing. */
export const PLAIN_PX = 3.2;
const NARROWEST_PX = 2;
const WIDEST_PX = 7.5;

export interface WidthScale {
  /** Width in px at the head, for an amount above 0. */
  (amount: number): number;
  /** Round amounts that the legend shows, largest first. */
  ticks: number[];
}

/** Arc widths by amount: the square root, so that ink and not width alone grows with the sum. `amounts` are those on the map. */
export function widthScale(amounts: readonly number[]): WidthScale {
  const [, top] = nice(0, Math.max(...amounts, 1), 4);
  const width = (amount: number) => NARROWEST_PX + (WIDEST_PX - NARROWEST_PX) * Math.sqrt(amount / top);
  const round = ticks(0, top, 3).filter((tick) => tick > 0);
  return Object.assign(width, { ticks: round.reverse() });
}
