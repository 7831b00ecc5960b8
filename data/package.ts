import { createHash } from 'node:crypto';
import writeExcelFile from 'write-excel-file/node';
import type { Source } from './schema.ts';
import type { Cell, Table } from '../src/text/tables.ts';

/** Descriptor of the tables as a Frictionless tabular data package, its keys and references stated. */
export function descriptor(tables: readonly (Table & { csv: string })[], sources: readonly Source[], version: string): object {
  const resources = tables.map(({ name, columns, csv }) => {
    const foreignKeys = columns.flatMap(({ name: field, refers }) =>
      // A table that refers to itself is named by the empty string.
      refers ? [{ fields: [field], reference: { resource: refers[0] === name ? '' : refers[0], fields: [refers[1]] } }] : [],
    );
    return {
      ...{ name, path: `${name}.csv`, profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
      ...{ bytes: Buffer.byteLength(csv), hash: `sha256:${createHash('sha256').update(csv).digest('hex')}` },
      schema: {
        fields: columns.map(({ name: field, type }) => ({ name: field, type })),
        missingValues: [''],
        primaryKey: name === 'codes' ? ['list', 'code'] : ['id'],
        // The standard allows no empty list here.
        ...(foreignKeys.length ? { foreignKeys } : {}),
      },
    };
  });
  return {
    profile: 'tabular-data-package',
    name: 'shanhai',
    title: 'Shanhai · 山海图: China’s east–west pairings, every figure traced to its source',
    version,
    licenses: [{ name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    sources: sources.map(({ title, publisher, url }) => ({ title: `${publisher.zh}: ${title.zh}`, ...(url ? { path: url } : {}) })),
    resources,
  };
}

/** The tables as one workbook, a sheet each, with their header rows bold; the same bytes whenever it is made. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  const cell = (value: Cell) =>
    value === null ? null : { value, type: typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String };
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [
      columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cell)),
    ],
    stickyRowsCount: 1,
  }));
  return undated(await writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0]).toBuffer());
}

/** The first moment that a ZIP file can tell: 1 January 1980, date and time as MS-DOS has them. */
const EPOCH = 0x0021_0000;

/** Sets the time of each file in a ZIP archive to the first there is, in its directory and before the file itself. */
function undated(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(EPOCH, entry + 12);
    zip.writeUInt32LE(EPOCH, zip.readUInt32LE(entry + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    entry += 46 + name! + extra! + comment!;
  }
  return zip;
}
