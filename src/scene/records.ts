import type { ArcMark } from './marks.ts';

/** Bytes of one arc in the buffer that the graphics card draws from and the pointer is tested against. */
export const RECORD_BYTES = 32;
const FLOATS = RECORD_BYTES / 4;
/** Steps per px in which widths are stored in a byte. */
export const WIDTH_STEPS = 16;
/** The length of dash that stands for a hollow arc, which has none. */
export const HOLLOW = 255;
/** Added to the length of dash of an arc without a head. */
export const HEADLESS = 128;

/**
 * Arcs as 32-byte records: ends (4 floats, Mercator square), bow (float), colours at both ends (4 bytes each: red, green,
 * blue, opacity), width in sixteenths of a px, dash in px (`HOLLOW` for a hollow arc; `HEADLESS` more for one without a head), and the colour half way in 16 bits (5 red, 6 green, 5 blue).
 */
export function arcRecords(arcs: readonly ArcMark[]): ArrayBuffer {
  const buffer = new ArrayBuffer(arcs.length * RECORD_BYTES);
  const floats = new Float32Array(buffer);
  const bytes = new Uint8Array(buffer);
  arcs.forEach((arc, i) => {
    floats.set([arc.a[0], arc.a[1], arc.b[0], arc.b[1], arc.bow], i * FLOATS);
    const at = i * RECORD_BYTES + 20;
    bytes.set([...rgb(arc.from), Math.round(arc.opacity * 255)], at);
    bytes.set([...rgb(arc.to), Math.round(arc.opacity * 255)], at + 4);
    const [r, g, b] = rgb(arc.mid);
    const mid = ((r >> 3) << 11) | ((g >> 2) << 5) | (b >> 3);
    bytes.set(
      [
        Math.min(255, Math.round(arc.widthPx * WIDTH_STEPS)),
        arc.hollow ? HOLLOW : Math.min(HEADLESS - 2, Math.round(arc.dashPx)) + (arc.head ? 0 : HEADLESS),
        mid >> 8,
        mid & 255,
      ],
      at + 8,
    );
  });
  return buffer;
}

/** `#rrggbb` as three bytes. */
export function rgb(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/**
 * Index of the arc nearest to a point, and where along it (0 to 1); null if none is within `tolerance` Mercator units of
 * its edge. `pxSize` is the size of a CSS pixel in Mercator units, by which the arcs' own widths count.
 *
 * One pass over all arcs with no index to build or keep up to date: a bowed path is a parabola over its chord, so its
 * distance is a few multiplications (see `nearestOnBow`), and most arcs fall out at the first comparison.
 */
export function pickArc(
  records: ArrayBuffer,
  x: number,
  y: number,
  tolerance: number,
  pxSize: number,
): { index: number; t: number; distance: number } | null {
  const floats = new Float32Array(records);
  const bytes = new Uint8Array(records);
  const count = records.byteLength / RECORD_BYTES;
  let found = -1;
  let foundT = 0;
  let least = tolerance;
  const reach = tolerance + 16 * pxSize;
  for (let i = 0; i < count; i++) {
    const o = i * FLOATS;
    const ax = floats[o]!;
    const dx = floats[o + 2]! - ax;
    const ay = floats[o + 1]!;
    const dy = floats[o + 3]! - ay;
    const px = x - ax;
    const py = y - ay;
    const length2 = dx * dx + dy * dy;
    const along = px * dx + py * dy;
    if (along < 0 || along > length2) continue;
    const t = along / length2;
    const bow = floats[o + 4]!;
    const off = py * dx - px * dy - 2 * bow * t * (1 - t) * length2;
    // |off| is the distance times the chord's length, on a slope times at most √(1 + 4·bow²) more: a cheap first sieve.
    if (off * off > reach * reach * length2 * (1 + 4 * bow * bow)) continue;
    const slope = 2 * bow * (1 - 2 * t);
    const width = (bytes[i * RECORD_BYTES + 28]! / WIDTH_STEPS / 2) * pxSize;
    const distance = Math.abs(off) / Math.sqrt(length2 * (1 + slope * slope)) - width;
    if (distance < least) {
      least = distance;
      found = i;
      foundT = t;
    }
  }
  return found < 0 ? null : { index: found, t: foundT, distance: least };
}
