import type { Lang } from '../state/lang.ts';

const COLLATORS = { zh: new Intl.Collator('zh-u-co-pinyin'), en: new Intl.Collator('en') };

/** Order of names: Chinese by pinyin, English by letters. */
export const byName =
  (lang: Lang) =>
  (a: string, b: string): number =>
    COLLATORS[lang].compare(a, b);
