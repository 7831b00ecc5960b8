import { createHash } from 'node:crypto';

/** What the atlas and its briefs need to stand without a network, beside their own code: pages, figures, ground, briefs. */
const APART = [/^(index|briefing)\.html$/, /^icon\.svg$/, /^data\/(shanhai|search)\.json$/, /^data\/briefs\/[^/]+\.json$/, /^geo\//];
/** The first page's sheet of style as a file, for hosts that refuse it in the page: no manifest has it. */
const SHEET = /^assets\/index-[^/]+\.css$/;

export type Manifest = Record<string, { file: string; css?: string[]; assets?: string[] }>;

/**
 * Files of a built site that are kept on a device, with the SHA-256 of each in hex, by name in order. `manifests` are those of the
 * builds of the two pages, `names` all files there are.
 */
export function keptFiles(
  manifests: readonly Manifest[],
  names: readonly string[],
  read: (name: string) => Uint8Array,
): Record<string, string> {
  const code = manifests.flatMap((manifest) =>
    Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]),
  );
  const there = new Set(names);
  const kept = [...new Set([...code, ...names.filter((name) => SHEET.test(name) || APART.some((one) => one.test(name)))])];
  const files = kept.filter((name) => there.has(name)).sort();
  return Object.fromEntries(files.map((name) => [name, createHash('sha256').update(read(name)).digest('hex')]));
}

/** Stands in the worker's code for its list of files. */
export const SLOT = '"__SHANHAI_FILES__"';

/** The worker's code with its list. Throws where it has no place for one. */
export function withFiles(code: string, files: Record<string, string>): string {
  const slot = [SLOT, SLOT.replaceAll('"', "'"), SLOT.replaceAll('"', '`')].find((one) => code.includes(one));
  if (!slot) throw new Error('the service worker has no place for its files');
  // A text within the code: it is read when it runs, so that no build can write it out more than once.
  return code.replace(slot, () => JSON.stringify(JSON.stringify(files)));
}
