/**
 * Where a key leads in a list with one stop for the keyboard: the arrows go one on or back, Home and End to its ends. Gives
 * the place, from 0, and keeps the browser from scrolling; null for any other key. `keys` are those for back and on.
 */
export function roved(event: KeyboardEvent, at: number, length: number, [back, on] = ['ArrowUp', 'ArrowDown']): number | null {
  const step = { [back!]: -1, [on!]: 1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || length === 0) return null;
  event.preventDefault();
  return Math.max(0, Math.min(length - 1, at + step));
}
