import type { Point } from './mercator.ts';

/** How many px of the screen one px of an element takes: more than one where a page around it is scaled, as slides are. */
export const scaleOf = (element: HTMLElement): number => element.getBoundingClientRect().width / element.offsetWidth || 1;

/** Where a pointer is over an element, in px of the element's own from its top left, whatever scales the page around it. */
export function under(element: HTMLElement, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point {
  const [{ left, top }, scale] = [element.getBoundingClientRect(), scaleOf(element)];
  return [(clientX - left) / scale, (clientY - top) / scale];
}
