/** What of a table's columns lies out of sight to either side of the box it scrolls in, beside a first column that stays. */
export class Beyond {
  left = $state(0);
  right = $state(0);

  /** Counts anew, as after a scroll or a change of size. */
  look(box: HTMLElement): void {
    const [first, ...heads] = headsOf(box);
    const { right } = box.getBoundingClientRect();
    this.left = heads.filter((head) => head.left < first!.right - SLACK_PX).length;
    this.right = heads.filter((head) => head.right > right + SLACK_PX).length;
  }
  /** Counts anew whenever the size changes; gives what ends that. */
  watch(box: HTMLElement): () => void {
    const watching = new ResizeObserver(() => this.look(box));
    watching.observe(box);
    return () => watching.disconnect();
  }
}

const SLACK_PX = 4;
/** Where columns go on, the edge fades over so many px. */
const EDGE_PX = 44;

const headsOf = (box: HTMLElement): DOMRect[] => [...box.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect());

/** Scrolls the column by which rows are sorted into sight. */
export function showSorted(box: HTMLElement): void {
  const at = [...box.querySelectorAll('thead th')].findIndex((head) => /ending$/.test(head.ariaSort ?? ''));
  const heads = headsOf(box);
  const [first, it, seen] = [heads[0], heads[at], box.getBoundingClientRect()];
  if (!first || !it || at === 0) return;
  if (it.right > seen.right - EDGE_PX) box.scrollLeft += it.right - seen.right + EDGE_PX;
  else if (it.left < first.right) box.scrollLeft += it.left - first.right;
}
