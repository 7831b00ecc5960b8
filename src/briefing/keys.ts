/** What a key of a clicker or a keyboard asks for. A number and Enter ask for that slide. */
export type Act =
  'next' | 'back' | 'first' | 'last' | 'black' | 'white' | 'full' | 'overview' | 'leave' | 'speaker' | 'pointer' | 'ink' | { to: number };

const ACTS: Readonly<Record<string, Act>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  f: 'full',
  o: 'overview',
  s: 'speaker',
  l: 'pointer',
  d: 'ink',
  Escape: 'leave',
};
/** So many digits name a slide; of more the last count. */
const DIGITS = 3;

/** Reads a key, given the digits typed before it. Without digits Enter goes on, as some clickers send it. */
export function actOf(key: string, typed: string): { act: Act | null; typed: string } {
  if (/^\d$/.test(key)) return { act: null, typed: (typed + key).slice(-DIGITS) };
  if (key === 'Enter') return { act: typed ? { to: Number(typed) } : 'next', typed: '' };
  return { act: ACTS[key.length === 1 ? key.toLowerCase() : key] ?? null, typed: '' };
}

/** The slide that an act leads to from another, both counted from 0; null where it leads nowhere else. */
export function slideAfter(act: Act, now: number, count: number): number | null {
  const wanted =
    typeof act === 'object'
      ? act.to - 1
      : act === 'next'
        ? now + 1
        : act === 'back'
          ? now - 1
          : act === 'first'
            ? 0
            : act === 'last'
              ? count - 1
              : now;
  const to = Math.min(count - 1, Math.max(0, wanted));
  return to === now ? null : to;
}
