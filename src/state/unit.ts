import type { Figure } from '../../data/schema.ts';

/** Counters that Chinese puts behind a number and that count the same thing: people, trees, wagons. */
export const SYNONYMS = [
  ['人', '名', '位'],
  ['棵', '株'],
  ['节', '节车厢'],
] as const;

/** Whether two figures count the same thing: 名 and 人 are both people, 人次 are not. */
export const sameUnit = (a: Pick<Figure, 'unit'>, b: Pick<Figure, 'unit'>): boolean =>
  a.unit === b.unit || SYNONYMS.some((counters: readonly string[]) => counters.includes(a.unit) && counters.includes(b.unit));
