import type { Files } from '../state/files.ts';
import { LAYOUTS, needsFine, sheet, type SheetOptions } from './sheet.ts';
import type { SheetGround } from './map.ts';
import type { Shape } from '../text/share.ts';

/** What a sheet is drawn with, beside the ground. */
export type SheetOf = Omit<SheetOptions, 'ground'>;

const FILES = ['geo/base.topo.json', 'geo/labels.json', 'geo/inset.json'] as const;
const FINE = ['geo/prefectures.topo.json', 'geo/counties.topo.json'] as const;

/** Fetches the shapes that a view's sheet is drawn from. Rejects when one does not arrive. */
export async function prepareSheet(files: Files, options: SheetOf): Promise<void> {
  await Promise.all([...FILES, ...(needsFine(options) ? FINE : [])].map((file) => files.json(file)));
}

/** The view as an SVG from the shapes that are there; null before those of the first view are. Finer ones are done without. */
export function sheetNow(files: Files, options: SheetOf): string | null {
  const [base, names, inset, prefectures, counties] = [...FILES, ...FINE].map((file) => files.now(file));
  if (!base || !names || !inset) return null;
  const ground = { base, names, inset, prefectures, counties } as SheetGround;
  return sheet({ ...options, ground });
}

/** The view as an SVG, once the shapes it needs are there. Rejects when one cannot be fetched. */
export async function drawSheet(files: Files, options: SheetOf): Promise<string> {
  await prepareSheet(files, options);
  return sheetNow(files, options)!;
}

/** Size of a picture in px. `scale`: of the page's own px; A4 is always 300 dots an inch. */
export function picturePx(shape: Shape, scale: number): [width: number, height: number] {
  if (shape === 'a4') return [3508, 2480];
  return [LAYOUTS[shape].width * scale, LAYOUTS[shape].height * scale];
}

const DOTS_PER_INCH = 300;

/** An SVG as PNG of so many px. Rejects where the device has no canvas so large. */
export async function drawnAs(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(`no picture of ${width} × ${height}`);
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A sheet as PNG in its shape. Rejects as `drawnAs` does. */
export async function pngOf(svg: string, shape: Shape, scale: number): Promise<Blob> {
  const blob = await drawnAs(svg, ...picturePx(shape, scale));
  if (shape !== 'a4') return blob;
  return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), DOTS_PER_INCH)], { type: 'image/png' });
}

/** Length of a PNG's signature and header chunk, after which its density may stand. */
const HEADER = 8 + 25;
const INCH = 0.0254;

/** A PNG that says how many dots an inch it has, so that it is printed at its size. */
export function withDensity(png: Uint8Array<ArrayBuffer>, perInch: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const data = new DataView(chunk.buffer);
  const perMetre = Math.round(perInch / INCH);
  data.setUint32(0, 9);
  chunk.set(
    [...'pHYs'].map((letter) => letter.charCodeAt(0)),
    4,
  );
  data.setUint32(8, perMetre);
  data.setUint32(12, perMetre);
  chunk[16] = 1;
  data.setUint32(17, crc(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEADER));
  whole.set(chunk, HEADER);
  whole.set(png.subarray(HEADER), HEADER + chunk.length);
  return whole;
}

/** CRC-32, as PNG has it. */
export function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
