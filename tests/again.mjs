// Builds the site's pages a second time, beside the first, and compares: the same code and data must give the same bytes, so that
// whoever builds a release can tell that it is the one that is offered. The parts that are added to a build afterwards (cards,
// licences, the bill of materials, presentations) have unit tests of the same.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const first = path.join(root, 'dist');
const second = path.join(root, 'test-results', 'again');

const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
function same(name) {
  try {
    return digest(path.join(first, name)) === digest(path.join(second, name));
  } catch {
    return false;
  }
}

await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: second, emptyOutDir: true } });
const names = readdirSync(second, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(second, path.join(entry.parentPath, entry.name)));
const others = names.filter((name) => !same(name));
console.log(`  ${names.length} files of a second build, ${others.length} of them not as in the first`);
for (const name of others) console.error(`  differs from the first build, or is not in it: ${name}`);
rmSync(second, { recursive: true, force: true });
process.exit(others.length || !names.length ? 1 : 0);
