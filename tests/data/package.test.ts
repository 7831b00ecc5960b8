import { inflateRawSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { workbook } from '../../data/package.ts';
import { tables } from '../../src/text/tables.ts';
import { WORLD } from '../fixtures/world.ts';

/** The files of a ZIP archive by name, found by its directory as a reader finds them, each with its time as MS-DOS has it. */
function unzip(bytes: Uint8Array): Map<string, { text: string; times: number[] }> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\x05\x06');
  const files = new Map<string, { text: string; times: number[] }>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    expect(zip.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const [size, name, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    expect(zip.toString('latin1', local, local + 4)).toBe('PK\x03\x04');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), {
      text: inflateRawSync(zip.subarray(start, start + size)).toString(),
      times: [zip.readUInt32LE(at + 12), zip.readUInt32LE(local + 10)],
    });
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

afterEach(() => void vi.useRealTimers());

test('two workbooks made at different times are the same bytes, and open with a sheet for each table', async () => {
  const all = tables(WORLD);
  const made = async (clock: string) => {
    vi.useFakeTimers({ now: new Date(clock), toFake: ['Date'] });
    return workbook(all);
  };
  const [first, second] = [await made('2026-01-02T03:04:06Z'), await made('2031-11-12T13:14:16Z')];
  expect(Buffer.compare(first, second)).toBe(0);

  const files = unzip(first);
  const names = [...files.get('xl/workbook.xml')!.text.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(all.map(({ name }) => name));
  for (const [i, { rows }] of all.entries())
    expect(files.get(`xl/worksheets/sheet${i + 1}.xml`)!.text.match(/<row /g)?.length).toBe(rows.length + 1);
  const strings = files.get('xl/sharedStrings.xml')!.text;
  expect(strings).toContain('Xishan Evening News');
  for (const { times } of files.values()) expect(times).toEqual([0x0021_0000, 0x0021_0000]);
});
