import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../src/look/themes.ts';
import { bowPath } from '../../src/scene/bow.ts';
import type { ArcMark } from '../../src/scene/marks.ts';
import { worldPx } from '../../src/scene/mercator.ts';
import { arcRecords, pickArc, RECORD_BYTES, rgb, HEADLESS, HOLLOW, WIDTH_STEPS } from '../../src/scene/records.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { REAL, seeded, WORLD } from '../fixtures/world.ts';

/** The fields of one record, read as the shader reads them. */
function read(buffer: ArrayBuffer, i: number) {
  const view = new DataView(buffer, i * RECORD_BYTES, RECORD_BYTES);
  const float = (at: number) => view.getFloat32(at, true);
  const byte = (at: number) => view.getUint8(at);
  const mid = (byte(30) << 8) | byte(31);
  return {
    a: [float(0), float(4)],
    b: [float(8), float(12)],
    bow: float(16),
    from: [byte(20), byte(21), byte(22)],
    opacity: [byte(23) / 255, byte(27) / 255],
    to: [byte(24), byte(25), byte(26)],
    widthPx: byte(28) / WIDTH_STEPS,
    dashPx: byte(29) === HOLLOW ? HOLLOW : byte(29) % HEADLESS,
    head: byte(29) === HOLLOW || byte(29) < HEADLESS,
    mid: [(mid >> 11) / 31, ((mid >> 5) & 63) / 63, (mid & 31) / 31],
  };
}

test('an arc takes 32 bytes', () => {
  expect(RECORD_BYTES).toBe(32);
  const { arcs } = scene(REAL, DEFAULTS, LIGHT);
  expect(arcRecords(arcs).byteLength).toBe(32 * arcs.length);
  expect(arcRecords([]).byteLength).toBe(0);
});

test.each([LIGHT, DARK])(
  'in $name a record holds what the mark says: ends to a tenth of a metre, colours whole, width to a sixteenth',
  (theme) => {
    for (const view of [null, 'donghai-xishan']) {
      const { arcs } = scene(WORLD, { ...DEFAULTS, pairing: view }, theme);
      const records = arcRecords(arcs);
      arcs.forEach((arc, i) => {
        const found = read(records, i);
        for (const end of ['a', 'b'] as const)
          for (const axis of [0, 1] as const) expect(Math.abs(found[end][axis]! - arc[end][axis])).toBeLessThan(3e-8);
        expect(found.bow).toBeCloseTo(arc.bow, 6);
        expect(found.from).toEqual(rgb(arc.from));
        expect(found.to).toEqual(rgb(arc.to));
        for (const opacity of found.opacity) expect(opacity).toBeCloseTo(arc.opacity, 2);
        expect(Math.abs(found.widthPx - arc.widthPx)).toBeLessThanOrEqual(0.5 / WIDTH_STEPS);
        expect(found.dashPx).toBe(arc.hollow ? HOLLOW : arc.dashPx);
        expect(found.head).toBe(arc.head);
        rgb(arc.mid).forEach((part, k) => expect(Math.abs(found.mid[k]! - part / 255)).toBeLessThan(1 / 30));
      });
    }
  },
);

test('what a byte cannot hold is held back at its largest', () => {
  const [arc] = scene(WORLD, DEFAULTS, LIGHT).arcs;
  expect(read(arcRecords([{ ...arc!, widthPx: 99, dashPx: 999, head: true }]), 0)).toMatchObject({
    widthPx: 255 / WIDTH_STEPS,
    dashPx: HEADLESS - 2,
    head: true,
  });
});

test('a hollow arc is told by a dash that no other has', () => {
  const arcs = scene(REAL, DEFAULTS, LIGHT).arcs;
  expect(arcs.some(({ hollow }) => hollow)).toBe(true);
  arcs.forEach(({ hollow, dashPx }, i) => expect(read(arcRecords(arcs), i).dashPx).toBe(hollow ? HOLLOW : dashPx));
});

test('a colour is three bytes', () => {
  expect([rgb('#000000'), rgb('#ffffff'), rgb('#0f6f8c')]).toEqual([
    [0, 0, 0],
    [255, 255, 255],
    [15, 111, 140],
  ]);
});

describe('the arc under a pointer', () => {
  const ZOOM = 4;
  const PX = 1 / worldPx(ZOOM);
  const REACH_PX = 12;
  const random = seeded(6);
  const [example] = scene(WORLD, DEFAULTS, LIGHT).arcs;
  /** From 100 px to some 1,000 px long, bowed as the fan bows, and as wide as arcs are. */
  const anyArc = (i: number): ArcMark => {
    const turn = 2 * Math.PI * random();
    const length = (100 + 900 * random()) * PX;
    const a: [number, number] = [0.75 + 0.1 * (random() - 0.5), 0.4 + 0.1 * (random() - 0.5)];
    const b: [number, number] = [a[0] + length * Math.cos(turn), a[1] + length * Math.sin(turn)];
    return { ...example!, id: String(i), a, b, bow: 0.9 * (random() - 0.5), widthPx: 1.6 + 6 * random() };
  };

  /** Distance in px of a point from an arc's edge, by walking along it; the strip beyond its ends left out. */
  function walked(arc: ArcMark, [x, y]: readonly [number, number]): number {
    const [dx, dy] = [arc.b[0] - arc.a[0], arc.b[1] - arc.a[1]];
    const t = ((x - arc.a[0]) * dx + (y - arc.a[1]) * dy) / (dx * dx + dy * dy);
    if (t < 0 || t > 1) return Infinity;
    return Math.min(...bowPath(arc, 600).map((p) => Math.hypot(p[0] - x, p[1] - y))) / PX - arc.widthPx / 2;
  }

  test('is the one that walking along every arc finds: the same, or one as near to a px and a half', () => {
    let hits = 0;
    for (let round = 0; round < 100; round++) {
      const arcs = Array.from({ length: 20 }, (_, i) => anyArc(i));
      const records = arcRecords(arcs);
      for (let k = 0; k < 20; k++) {
        const p = [0.75 + 0.12 * (random() - 0.5), 0.4 + 0.12 * (random() - 0.5)] as const;
        const distances = arcs.map((arc) => walked(arc, p));
        const nearest = Math.min(...distances);
        const found = pickArc(records, p[0], p[1], REACH_PX * PX, PX);
        if (!found) expect(nearest).toBeGreaterThan(REACH_PX - 1.5);
        else {
          hits++;
          expect(found.distance / PX).toBeLessThan(REACH_PX);
          expect(Math.abs(found.distance / PX - distances[found.index]!)).toBeLessThan(1.5);
          expect(distances[found.index]! - nearest).toBeLessThan(1.5);
        }
      }
    }
    expect(hits).toBeGreaterThan(400);
  });

  test('is found all along it, where it was touched', () => {
    const arcs = Array.from({ length: 50 }, (_, i) => anyArc(i));
    for (const arc of arcs) {
      for (const [i, [x, y]] of bowPath(arc, 10).entries()) {
        if (i === 0 || i === 10) continue;
        const found = pickArc(arcRecords([arc]), x, y, PX, PX);
        expect(found?.t).toBeCloseTo(i / 10, 3);
        expect(found!.distance).toBeLessThan(0);
      }
    }
  });

  test('is none of none', () => {
    expect(pickArc(arcRecords([]), 0.75, 0.4, 1, PX)).toBeNull();
  });

  test('is the later of two that lie the same way only if it is the wider', () => {
    const arc = anyArc(0);
    const [x, y] = bowPath(arc, 2)[1]!;
    const found = (widths: number[]) => pickArc(arcRecords(widths.map((widthPx) => ({ ...arc, widthPx }))), x, y, PX, PX)?.index;
    expect([found([2, 4]), found([4, 2]), found([2, 2])]).toEqual([1, 0, 0]);
  });
});
