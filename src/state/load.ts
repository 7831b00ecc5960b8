import type { Dataset } from '../../data/schema.ts';
import type { Files } from './files.ts';

const LISTS = ['sources', 'places', 'programmes', 'measures', 'pairings'] as const;

/** The dataset, as the build has checked it. Throws what is wrong where the content is of another format or no dataset. */
export function readDataset(content: unknown): Dataset {
  const { format, ...rest } = (content ?? {}) as Partial<Record<string, unknown>>;
  if (format !== 1) throw new Error(`format ${String(format)}, this page reads 1`);
  const missing = LISTS.filter((list) => !Array.isArray(rest[list]));
  if (missing.length) throw new Error(`no list of ${missing.join(', ')}; build the site again`);
  return content as Dataset;
}

/** Fetches the dataset. Rejects with a `FileError`. */
export const loadDataset = (files: Files): Promise<Dataset> => files.json('data/shanhai.json', readDataset);
