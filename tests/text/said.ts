import type { Lang } from '../../src/state/lang.ts';

/** Every message by its way through a table, those that are told something with `told` in its place. */
export function said(value: unknown, told: string | number = '12', way = ''): [string, string][] {
  if (typeof value === 'string') return [[way, value]];
  if (typeof value === 'function')
    return [[way, String((value as (...args: (string | number)[]) => unknown)(...Array<string | number>(value.length).fill(told)))]];
  return Object.entries(value as object).flatMap(([key, inner]) => said(inner, told, way ? `${way}.${key}` : key));
}

/** Every table of words there is: `messages`, and `…Words` of the features. */
export const TABLES = Object.values(import.meta.glob<Record<string, unknown>>('../../src/text/*.ts', { eager: true })).flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) =>
    /^messages$|Words$/.test(name) ? [[name, value as (lang: Lang) => object] as const] : [],
  ),
);
