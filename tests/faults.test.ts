import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(spec|test)\.ts$/.test(file));
const rows = [...readFileSync(path.join(here, 'README.md'), 'utf8').matchAll(/^\| (?!fault|---)(.+?) \| (.+?) \| `([\w./]+)`: (.+) \|$/gm)];

test('every fault of the table has a test of that name', () => {
  expect(rows.length).toBeGreaterThan(25);
  for (const [, fault, , file, name] of rows) {
    const found = files.find((one) => `/${one.split(path.sep).join('/')}`.endsWith(`/${file}`));
    expect(found, `${fault}: ${file}`).toBeDefined();
    // A name that is made of parts has its end here.
    const text = readFileSync(path.join(here, found!), 'utf8').replace(/\\'/g, "'");
    expect(text.includes(name!), `${fault}: ${name}`).toBe(true);
  }
});
