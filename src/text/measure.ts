import type { Measure } from '../state/url.ts';
import { exploreWords } from './explore.ts';
import { amountZh, quantity } from './figure.ts';
import type { Lang } from '../state/lang.ts';

/** An amount under a measure, with its unit: "CNY 1 billion", "CNY 260 million a year", "30 projects". */
export function measureText(value: number, measure: Measure, lang: Lang): string {
  if (measure === 'none') return '';
  const unit = measure === 'aid' || measure === 'rate' ? 'CNY' : '';
  const rounded = measure === 'rate' ? Number(value.toPrecision(3)) : value;
  return exploreWords(lang).amount[measure](lang === 'zh' ? amountZh(rounded, unit) : quantity(rounded, unit));
}
