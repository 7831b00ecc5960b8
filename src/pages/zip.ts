// Packs the built site into `shanhai.zip`, to be unpacked on any host of files. The same site gives the same bytes.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';

/** The earliest day that a zip can tell. */
const EPOCH = new Date(1980, 0, 1);
/** Of no use to compress again. */
const PACKED = /\.(png|webp|jpg|xlsx|zip)$/;
/** What tells the build's tools about it, and is nothing of the site. */
const APART = /^\.vite(\/|$)/;

/** A folder's files as one zip, whose names begin with `shanhai/`. */
export function zipped(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !APART.test(file) && statSync(path.join(folder, file)).isFile())
    .sort();
  const files: Zippable = {};
  for (const name of names)
    files[`shanhai/${name}`] = [readFileSync(path.join(folder, name)), { level: PACKED.test(name) ? 0 : 6, mtime: EPOCH }];
  return zipSync(files);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const bytes = zipped(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'shanhai.zip'), bytes);
  console.log(`shanhai.zip: ${(bytes.length / 1e6).toFixed(0)} MB`);
}
