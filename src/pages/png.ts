import { deflateSync } from 'node:zlib';
import { crc } from '../sheet/take-away.ts';

/** Pixels row by row, each as red, green, blue and opacity, 0 to 255. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** One picture over another of the same size, which has no holes. The upper one's colours are already multiplied by their opacity, as resvg gives them. */
export function over(lower: Pixels, upper: Pixels): Pixels {
  // A copy: `slice` of what resvg gives would be the same memory.
  const rgba = new Uint8Array(lower.rgba);
  for (let i = 0; i < rgba.length; i += 4) {
    const opacity = upper.rgba[i + 3]!;
    if (opacity === 0) continue;
    for (let c = i; c < i + 3; c++) rgba[c] = Math.min(255, upper.rgba[c]! + Math.round((rgba[c]! * (255 - opacity)) / 255));
  }
  return { ...lower, rgba };
}

const MOST = 256;
/** A colour as one number, with how often it is there. */
type Counted = [colour: number, times: number];
const CHANNELS = [16, 8, 0] as const;

/** By colour how often it is there, then which of the palette stands for it: made once, and empty between two pictures. */
const TABLE = new Uint32Array(1 << 24);

/** At most 256 colours that stand for those of a picture, by median cut: a box of colours is halved where it is widest, those that hold most first. `TABLE` then has the place of each. */
function paletteOf(colours: readonly Counted[]): number[] {
  const widthOf = (box: readonly Counted[]) =>
    CHANNELS.map((shift) => {
      let [low, high] = [255, 0];
      for (const [colour] of box) {
        const value = (colour >> shift) & 255;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      return high - low;
    });
  const made = (box: Counted[]) => {
    const widths = widthOf(box);
    const widest = Math.max(...widths);
    return { box, shift: CHANNELS[widths.indexOf(widest)]!, worth: widest * Math.log1p(box.reduce((sum, [, times]) => sum + times, 0)) };
  };
  const boxes = [made([...colours])];
  while (boxes.length < MOST) {
    const next = boxes.reduce((best, one, i) => (one.worth > boxes[best]!.worth ? i : best), 0);
    const { box, shift, worth } = boxes[next]!;
    if (worth === 0) break;
    box.sort((a, b) => ((a[0] >> shift) & 255) - ((b[0] >> shift) & 255));
    const half = box.reduce((sum, [, times]) => sum + times, 0) / 2;
    let [at, sum] = [0, 0];
    while (at < box.length - 2 && sum + box[at]![1] < half) sum += box[at++]![1];
    boxes.splice(next, 1, made(box.slice(0, at + 1)), made(box.slice(at + 1)));
  }
  return boxes.map(({ box }, i) => {
    const all = box.reduce((sum, [, times]) => sum + times, 0);
    for (const [colour] of box) TABLE[colour] = i;
    return CHANNELS.reduce<number>(
      (mixed, shift) =>
        mixed | (Math.round(box.reduce((sum, [colour, times]) => sum + ((colour >> shift) & 255) * times, 0) / all) << shift),
      0,
    );
  });
}

/** A picture without holes as PNG of at most 256 colours: flat drawings and letters need no more, and weigh a third of what they would with all. */
export function png({ width, height, rgba }: Pixels): Uint8Array {
  const pixels = width * height;
  const colours = new Uint32Array(pixels);
  for (let i = 0, at = 0; i < pixels; i++, at += 4) colours[i] = (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!;
  const found: number[] = [];
  for (const colour of colours) if (TABLE[colour]!++ === 0) found.push(colour);
  const palette = paletteOf(found.map((colour): Counted => [colour, TABLE[colour]!]));
  // Each row begins with its filter, which is none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 1; x <= width; x++) rows[y * (width + 1) + x] = TABLE[colours[i++]!]!;
  for (const colour of found) TABLE[colour] = 0;
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, 3], 8);
  const list = Uint8Array.from(palette.flatMap((colour) => CHANNELS.map((shift) => (colour >> shift) & 255)));
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', list),
    chunk('IDAT', deflateSync(rows, { level: 8 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + content.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  whole.set(new TextEncoder().encode(name), 4);
  whole.set(content, 8);
  view.setUint32(8 + content.length, crc(whole.subarray(4, 8 + content.length)));
  return whole;
}
