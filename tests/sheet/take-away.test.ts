import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { picturePx, withDensity } from '../../src/sheet/take-away.ts';

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const HEADER = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const PNG = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', HEADER),
  chunk('IDAT', deflateSync(Buffer.from([0, 7]))),
  chunk('IEND', Buffer.alloc(0)),
]);

test('a picture says its density in a chunk that is whole, and nothing else of it changes', () => {
  const dense = Buffer.from(withDensity(new Uint8Array(PNG), 300));
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < dense.length;) {
    const length = dense.readUInt32BE(at);
    const name = dense.toString('latin1', at + 4, at + 8);
    found[name] = dense.subarray(at + 8, at + 8 + length);
    expect(dense.readUInt32BE(at + 8 + length)).toBe(crc32(dense.subarray(at + 4, at + 8 + length)));
    at += length + 12;
  }
  expect(Object.keys(found)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
  expect([found['pHYs']!.readUInt32BE(0), found['pHYs']!.readUInt32BE(4), found['pHYs']![8]]).toEqual([11811, 11811, 1]);
  expect([...inflateSync(found['IDAT']!)]).toEqual([0, 7]);
});

test('pictures have the sizes that are offered', () => {
  expect(picturePx('wide', 1)).toEqual([1600, 900]);
  expect(picturePx('wide', 4)).toEqual([6400, 3600]);
  expect(picturePx('square', 1)).toEqual([1080, 1080]);
  expect(picturePx('tall', 1)).toEqual([1080, 1920]);
  expect(picturePx('a4', 1)).toEqual([3508, 2480]);
});
