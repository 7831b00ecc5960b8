import type { Lang } from '../state/lang.ts';

const AND = { zh: new Intl.ListFormat('zh', { style: 'narrow' }), en: new Intl.ListFormat('en-GB') };
const PLAIN = { zh: AND.zh, en: new Intl.ListFormat('en-GB', { type: 'unit' }) };

/** "A, B and C", "甲、乙、丙". */
export const listed = (parts: readonly string[], lang: Lang): string => AND[lang].format(parts);

/** What stands side by side without being a sentence: "A, B, C", "甲、乙、丙". */
export const row = (parts: readonly string[], lang: Lang): string => PLAIN[lang].format(parts);
