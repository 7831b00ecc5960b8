import type { Pairing } from '../../data/schema.ts';
import { rateOf } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import { cellOf, rowOf, type Row } from '../state/rows.ts';
import { spanOf } from '../state/span.ts';
import type { Column, ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { byName } from './order.ts';
import { pairingTitle } from './pairing.ts';

/** What a row is sorted by: words, a number, or null where it is unknown. */
function keyOf(world: World, row: Row, column: Column, lang: Lang): string | number | null {
  if (column === 'pairing') return pairingTitle(world, row.pairing, lang);
  if (column === 'programme') return world.programme(row.pairing.programme).name[lang];
  if (column === 'begun') return row.begun.map(({ event }) => event.on!).sort()[0] ?? null;
  const found = row[column];
  if (typeof found === 'number' || found === null) return found;
  // A joint figure stands in the row of each pairing it counts.
  return cellOf(found) && (column === 'rate' ? rateOf(world, found.figure!) : found.figure!.value);
}

/** The table's rows in their order: unknown last whichever way, words by pinyin or letters, and what is alike by the pairing's name. */
export function rowsOf(
  world: World,
  pairings: readonly Pairing[],
  { sort, from, to }: Pick<ViewFields, 'sort' | 'from' | 'to'>,
  lang: Lang,
): Row[] {
  const down = sort.startsWith('-');
  const column = sort.replace('-', '') as Column;
  const order = byName(lang);
  const span = spanOf({ from, to });
  const keyed = pairings.map((pairing) => {
    const row = rowOf(world, pairing, span);
    return { row, key: keyOf(world, row, column, lang), name: pairingTitle(world, pairing, lang) };
  });
  const ranked = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const ascending = typeof a === 'string' ? order(a, String(b)) : a - Number(b);
    return down ? -ascending : ascending;
  };
  return keyed.sort((a, b) => ranked(a.key, b.key) || order(a.name, b.name)).map(({ row }) => row);
}
