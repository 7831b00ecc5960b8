/** What a reader did over a map and was left to the page around it: the wheel was turned, or one finger moved. */
export type Left = 'wheel' | 'finger';

/**
 * Lets the page around a map scroll: a plain wheel and one finger are the page's, a wheel with Ctrl or ⌘ (which is also how a
 * trackpad tells a pinch), two fingers, mouse and keys are the map's. In full screen all are the map's. Events are stopped on
 * their way down to the map, so that one rule holds for still and live map, and neither knows of it.
 *
 * `root` holds the stage; `isFull` tells whether it has the whole screen; `onleft` hears what was left to the page. Ends with `signal`.
 */
export function shareGestures(root: HTMLElement, isFull: () => boolean, onleft: (what: Left) => void, signal: AbortSignal): void {
  const fingers = new Set<number>();
  const onMap = ({ target }: Event): boolean => target instanceof Element && target.closest('.map') !== null && !isFull();
  const on = <K extends keyof HTMLElementEventMap>(type: K, hear: (event: HTMLElementEventMap[K]) => void, passive = true) =>
    root.addEventListener(type, hear, { capture: true, passive, signal });
  on('wheel', (event) => {
    if (event.ctrlKey || event.metaKey || !onMap(event)) return;
    event.stopPropagation();
    onleft('wheel');
  });
  // The still hears pointers, MapLibre touches.
  on('pointerdown', ({ pointerType, pointerId }) => void (pointerType === 'touch' && fingers.add(pointerId)));
  for (const type of ['pointerup', 'pointercancel'] as const) on(type, ({ pointerId }) => void fingers.delete(pointerId));
  on('pointermove', (event) => {
    if (event.pointerType === 'touch' && fingers.size < 2 && onMap(event)) event.stopPropagation();
  });
  on(
    'touchmove',
    (event) => {
      if (!onMap(event)) return;
      if (event.touches.length > 1) {
        // Two fingers would scroll the page as well.
        if (event.cancelable) event.preventDefault();
        return;
      }
      event.stopPropagation();
      onleft('finger');
    },
    false,
  );
}

/** Whether an element, or what holds it, has the whole screen; shadow roots are passed through. */
export function hasScreen(element: Element): boolean {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node === element.ownerDocument.fullscreenElement) return true;
  return false;
}
