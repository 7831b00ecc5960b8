import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { alone, inTurn, MOST, Turns, type Channel, type Turn } from '../../src/stage/turns.ts';

const turn = (id: string, fields: Partial<Turn> = {}): Turn => ({
  ...{ id, wanted: true, live: false, seen: true, touched: 0, left: 0 },
  ...fields,
});

describe('whose turn it is', () => {
  test('no more than two are live, and none that nobody asked for', () => {
    expect(MOST).toBe(2);
    expect(inTurn([turn('a'), turn('b'), turn('c'), turn('d', { wanted: false })])).toEqual(['a', 'b']);
  });
  test('what is in sight comes before what is not; the longest out of sight rests first', () => {
    const out = { seen: false, live: true };
    expect(inTurn([turn('a', { ...out, left: 10 }), turn('b', { ...out, left: 20 }), turn('c')])).toEqual(['c', 'b']);
  });
  test('of those in sight the longest untouched rests', () => {
    expect(inTurn([turn('a', { touched: 1, live: true }), turn('b', { touched: 3, live: true }), turn('c', { touched: 2 })])).toEqual([
      'b',
      'c',
    ]);
  });
  test('coming into sight untouched takes no turn from one that is in sight', () => {
    expect(inTurn([turn('z', { live: true }), turn('y', { live: true }), turn('a')])).toEqual(['y', 'z']);
  });
  test('what is out of sight is kept, and not started', () => {
    expect(inTurn([turn('a', { seen: false, left: 9 }), turn('b', { seen: false, live: true, left: 1 })])).toEqual(['b']);
  });
  test('the answer hangs on no order', () => {
    const all = [turn('a', { live: true }), turn('b'), turn('c', { touched: 5 }), turn('d', { seen: false, live: true })];
    const answers = [all, all.toReversed(), [all[2]!, all[0]!, all[3]!, all[1]!]].map((list) => inTurn(list));
    expect(new Set(answers.map(String)).size).toBe(1);
  });
  test('where nobody else can be heard, whoever is out of sight rests', () => {
    expect(alone([turn('a', { seen: false, live: true }), turn('b', { live: true })])).toEqual(['b']);
  });
});

beforeEach(() => void vi.useFakeTimers({ now: 1e12 }));
afterEach(() => void vi.useRealTimers());
/** Time in which all that was asked is answered, and a hand is told on. */
const later = () => vi.advanceTimersByTime(2000);

/** Frames that hear each other in the order in which they speak, and which of their maps are live. */
function frames(count: number, heard = true) {
  const open = new Set<Channel>();
  const channel = (): Channel | null => {
    if (!heard) return null;
    const one: Channel = {
      onmessage: null,
      postMessage: (message: unknown) => {
        const data: unknown = structuredClone(message);
        for (const other of open)
          if (other !== one) setTimeout(() => (other.onmessage as ((event: { data: unknown }) => void) | null)?.({ data }), 1);
      },
      close: () => void open.delete(one),
    };
    open.add(one);
    return one;
  };
  const live = new Set<string>();
  let most = 0;
  const frame = (name: string) => {
    const turns = new Turns(channel);
    const wake = (id: string) => void (live.add(id), (most = Math.max(most, live.size)));
    const join = (id = name) => turns.join({ wake: () => wake(id), rest: () => void live.delete(id) });
    return { turns, join };
  };
  return { frames: Array.from({ length: count }, (_, i) => frame(String(i))), live, open, most: () => most };
}

describe('many maps', () => {
  test('of one page, scrolled past, keep two live: those in sight', () => {
    const { frames: all, live, most } = frames(1);
    const seats = Array.from({ length: 20 }, (_, i) => all[0]!.join(String(i)));
    seats.forEach((seat, i) => {
      seat.see(true);
      seat.want(true);
      if (i >= 2) seats[i - 2]!.see(false);
      later();
      expect(live.size).toBeLessThanOrEqual(2);
      expect(live).toContain(String(i));
    });
    expect(most()).toBe(2);
    seats.forEach((seat) => seat.leave());
  });
  test('of many frames keep two live among them, and the last touched is one of them', () => {
    const { frames: all, live, most } = frames(6);
    const seats = all.map(({ join }) => join());
    seats.forEach((seat, i) => {
      seat.see(true);
      seat.touch();
      seat.want(true);
      later();
      expect([...live].sort()).toEqual(i === 0 ? ['0'] : [String(i - 1), String(i)]);
    });
    expect(most()).toBe(2);
  });
  test('a turn that is given back goes to who waits for it in sight', () => {
    const { frames: all, live } = frames(3);
    const seats = all.map(({ join }) => join());
    for (const seat of seats) {
      seat.see(true);
      seat.want(true);
      later();
    }
    expect(live.size).toBe(2);
    const [first] = [...live];
    seats[Number(first)]!.leave();
    live.delete(first!);
    later();
    expect(live.size).toBe(2);
  });
  test('a page that says goodbye frees its turns', () => {
    const { frames: all, live } = frames(3);
    const seats = all.map(({ join }) => join());
    for (const seat of seats) {
      seat.see(true);
      seat.touch();
      seat.want(true);
      later();
    }
    expect(live).not.toContain('0');
    all[1]!.turns.pause();
    later();
    expect(live).toContain('0');
  });
  test('no channel stays open once nobody wants a map', () => {
    const { frames: all, open } = frames(2);
    const seats = all.map(({ join }) => join());
    expect(open.size).toBe(0);
    for (const seat of seats) {
      seat.see(true);
      seat.want(true);
    }
    expect(open.size).toBe(2);
    for (const seat of seats) seat.leave();
    expect(open.size).toBe(0);
  });
  test('alone, each rests when it is out of sight and wakes when it is back', () => {
    const { frames: all, live } = frames(1, false);
    const seat = all[0]!.join();
    seat.see(true);
    seat.want(true);
    expect(live.size).toBe(1);
    seat.see(false);
    expect(live.size).toBe(0);
    seat.see(true);
    expect(live.size).toBe(1);
  });
});
