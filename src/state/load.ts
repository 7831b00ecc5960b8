import type { Dataset } from '../../data/schema.ts';
import type { Files } from './files.ts';

const LISTS = ['sources', 'places', 'programmes', 'measures', 'pairings'] as const;

/** The dataset, as the build has checked it. Throws what is wrong, with a remedy, where the content is of another format or no dataset. */
export function readDataset(content: unknown, remedy = 'build the site again'): Dataset {
  const { format, ...rest } = (content ?? {}) as Partial<Record<string, unknown>>;
  if (format !== 1) throw new Error(`format ${String(format)}, this page reads 1`);
  const missing = LISTS.filter((list) => !Array.isArray(rest[list]));
  if (missing.length) throw new Error(`no list of ${missing.join(', ')}; ${remedy}`);
  return content as Dataset;
}

/** Fetches the dataset. Rejects with a `FileError`. */
export const loadDataset = (files: Files): Promise<Dataset> => files.json('data/shanhai.json', readDataset);

/** The dataset that a page is bound to. */
export interface Bound {
  dataset: Dataset;
  /** Today's, where the page is bound to one that is kept from an earlier day. */
  today: Dataset | null;
  /** Whether what it was bound to could not be had, so that today's stands for it. */
  missing: boolean;
}

/** Fetches the edition of a day, and today's; today's alone where no day is given, or it is that of `edition`. Rejects with a `FileError` where not even that is there. */
export async function loadEdition(files: Files, date: string | null, edition: string): Promise<Bound> {
  if (date === null || date === edition) return { dataset: await loadDataset(files), today: null, missing: false };
  const [kept, today] = await Promise.all([
    isDay(date) ? files.json(releaseFile(date), readDataset).catch(() => null) : null,
    loadDataset(files).catch(() => null),
  ]);
  if (kept) return { dataset: kept, today, missing: false };
  return { dataset: today ?? (await loadDataset(files)), today: null, missing: true };
}

/** Whether a text is a day as editions are named by: `2026-11-25`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Name of the file in which the edition of a day is kept. */
export const releaseFile = (date: string): string => `data/releases/${date}.json`;
