import type { Readings } from '../../data/search.ts';
import type { Files } from '../state/files.ts';

/** Fetches how names are typed. Rejects with a `FileError`. */
export const loadReadings = (files: Files): Promise<Readings> =>
  files.json('data/search.json', (content) => {
    const { format, letters, names } = content as Readings;
    if (format !== 1) throw new Error(`format ${String(format)}, this page reads 1`);
    if (!letters || !names) throw new Error('no letters or names; build the site again');
    return { format, letters, names };
  });
