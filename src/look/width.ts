import { scaleSqrt } from 'd3-scale';

/** Width in px of an arc whose total no source reports: a thin dashed line, never 0 and never an average. */
export const UNREPORTED_PX = 1.6;
/** Width in px of an arc of the network: a hairline behind the dossiers. */
export const NETWORK_PX = 1.1;
const NARROWEST_PX = 2;
const WIDEST_PX = 7.5;

export interface WidthScale {
  /** Width in px at the head, for an amount in yuan above 0. */
  (amountCny: number): number;
  /** Round amounts that the legend shows, largest first. */
  ticks: number[];
}

/** Arc widths by amount: the square root, so that ink and not width alone grows with the sum. `amounts` are those on the map. */
export function widthScale(amounts: readonly number[]): WidthScale {
  const most = Math.max(...amounts, 1);
  const scale = scaleSqrt().domain([0, most]).range([NARROWEST_PX, WIDEST_PX]).nice(4);
  const top = scale.domain()[1] ?? most;
  const ticks = scale
    .ticks(3)
    .filter((tick) => tick > 0 && tick <= top)
    .reverse();
  return Object.assign((amountCny: number) => scale(amountCny), { ticks });
}
