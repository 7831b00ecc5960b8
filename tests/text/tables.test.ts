import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { check, readTexts } from '../../data/check.ts';
import { descriptor, workbook } from '../../data/package.ts';
import { totalsOf } from '../../src/state/total.ts';
import { allFigures, World } from '../../src/state/world.ts';
import { csv, figureTable, pairingsGeojson, tables } from '../../src/text/tables.ts';

const world = new World(check(readTexts('data')).dataset!);
const all = tables(world).map((table) => ({ ...table, csv: csv(table) }));

/** The rows of a CSV text as a reader of the format finds them: quotes doubled inside quotes, lines ended by CRLF. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the package is valid by the profile of Frictionless tabular data packages', () => {
  // The profile as npm's `datapackage` 1.1.10 publishes it (MIT).
  const profile = JSON.parse(readFileSync('tests/fixtures/frictionless/tabular-data-package.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile);
  validate(JSON.parse(JSON.stringify(descriptor(all, world.dataset.sources, '1.0.0'))));
  expect(validate.errors).toBeNull();
});

test('a package without resources or with a nameless one is not valid by that profile', () => {
  const profile = JSON.parse(readFileSync('tests/fixtures/frictionless/tabular-data-package.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile);
  expect(validate({ profile: 'tabular-data-package' })).toBe(false);
  expect(validate({ profile: 'tabular-data-package', resources: [{ path: 'a.csv' }] })).toBe(false);
});

test('every CSV has a byte order mark, its columns as header, and as many cells in every row', () => {
  for (const { name, columns, rows, csv: text } of all) {
    expect(text.startsWith('\ufeff'), name).toBe(true);
    const found = parsed(text);
    expect(found[0], name).toEqual(columns.map((column) => column.name));
    expect(found.length, name).toBe(rows.length + 1);
    for (const row of found) expect(row.length, `${name}: ${row[0]}`).toBe(columns.length);
  }
});

test('keys are unique and references meet, in every table', () => {
  const keys = new Map(all.map(({ name, rows }) => [name, new Set(rows.map(([id]) => id))]));
  for (const { name, columns, rows } of all) {
    if (name !== 'codes') expect(keys.get(name)!.size, name).toBe(rows.length);
    columns.forEach(({ name: column, refers }, i) => {
      if (!refers) return;
      const strays = rows.map((row) => row[i]!).filter((value) => value !== null && !keys.get(refers[0])!.has(value));
      expect(strays, `${name}.${column}`).toEqual([]);
    });
  }
});

test('figures.csv begins with the columns that were agreed', () => {
  const agreed =
    'id,pairing,channel,measure,label_zh,label_en,reported,value,unit,qualifier,from,to,scope,within,place,project,route,status,headline,source,at';
  expect(
    all
      .find(({ name }) => name === 'figures')!
      .csv.replace(/^\ufeff/, '')
      .startsWith(`${agreed},`),
  ).toBe(true);
});

test('every code of a column that has words is explained in both languages', () => {
  const explained = new Set(all.find(({ name }) => name === 'codes')!.rows.map(([list, code]) => `${String(list)} ${String(code)}`));
  const figures = all.find(({ name }) => name === 'figures')!;
  for (const column of ['channel', 'scope', 'qualifier', 'basis', 'status']) {
    const at = figures.columns.findIndex(({ name }) => name === column);
    for (const row of figures.rows)
      if (row[at] !== null) expect(explained.has(`${column} ${String(row[at])}`), `${column} ${String(row[at])}`).toBe(true);
  }
});

test('a total is the sum of its rows in the CSV too', () => {
  for (const pairing of world.dataset.pairings) {
    const table = figureTable([pairing]);
    const value = table.columns.findIndex(({ name }) => name === 'value');
    const printed = new Map(
      parsed(csv(table))
        .slice(1)
        .map((row) => [row[0]!, Number(row[value])]),
    );
    const { totals } = totalsOf(world, allFigures(pairing));
    for (const total of totals) expect(total.rows.reduce((sum, { id }) => sum + printed.get(id)!, 0)).toBe(total.value);
  }
});

test('a cell that a spreadsheet would run is kept as text', () => {
  expect(csv({ name: 'x', columns: [{ name: 'a', type: 'string' }], rows: [['=1+1'], ['say "no"'], ['two\nlines']] })).toBe(
    '\ufeffa\r\n\'=1+1\r\n"say ""no"""\r\n"two\nlines"\r\n',
  );
});

test('the GeoJSON has a line for each pairing, from donor to recipient', () => {
  const { features } = pairingsGeojson(world) as GeoJSON.FeatureCollection<GeoJSON.LineString>;
  expect(features.map(({ id }) => id)).toEqual(world.dataset.pairings.map(({ id }) => id));
  for (const { geometry, properties } of features)
    expect(geometry.coordinates[0]).toEqual(world.place(String(properties?.['donor'])).point);
});

test('the workbook is a zip with a sheet for each table', async () => {
  const bytes = await workbook(all);
  expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  const names =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/xl\/worksheets\/sheet\d+\.xml/g) ?? [];
  expect(new Set(names).size).toBe(all.length);
});
