import { TRAY } from '../stage/framing.ts';

/** Room above and below a popup that stands along an edge, in CSS px. */
const AROUND_PX = 24;

/** Sizes of a map and of the popup that is open in it, in CSS px. */
export interface Sizes {
  /** Width of the map, and the height that this asks for by its shape. */
  natural: number;
  /** Height of the lines under the map. */
  credits: number;
  /** Height of the popup with all that it would have to scroll; 0 where none is open. */
  popup: number;
  /** Whether it is a tray along the lower edge, which takes a part of the map. */
  tray: boolean;
}

/** The height at which nothing has to be scrolled, in whole CSS px. It hangs on no present height, so that a page that gives it hears it once. */
export const wholeHeight = ({ natural, credits, popup, tray }: Sizes): number =>
  Math.ceil(Math.max(natural, popup ? credits + (tray ? popup / TRAY : popup + AROUND_PX) : 0));

/** Tells the height of a map at which all of it shows, at first and whenever it changes. Gives what ends it. */
export function watchHeight(box: HTMLElement, tell: (height: number) => void): () => void {
  let told = 0;
  let frame = 0;
  const measure = () => {
    frame = 0;
    const [wide, high] =
      getComputedStyle(box)
        .aspectRatio.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const popup = box.querySelector<HTMLElement>('.popup');
    const body = popup?.querySelector('.body');
    const height = wholeHeight({
      natural: wide ? (box.clientWidth * (high ?? 1)) / wide : box.clientHeight,
      credits: box.querySelector<HTMLElement>('.credits')?.offsetHeight ?? 0,
      popup: popup && body ? popup.offsetHeight + body.scrollHeight - body.clientHeight : 0,
      tray: box.querySelector('.stage.narrow') !== null,
    });
    if (height === told || !box.clientWidth) return;
    told = height;
    tell(height);
  };
  const soon = () => void (frame ||= requestAnimationFrame(measure));
  const sizes = new ResizeObserver(soon);
  sizes.observe(box);
  // A popup comes and goes, and what it says unfolds.
  const parts = new MutationObserver(soon);
  parts.observe(box, { childList: true, subtree: true });
  box.addEventListener('toggle', soon, true);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    parts.disconnect();
    box.removeEventListener('toggle', soon, true);
  };
}
