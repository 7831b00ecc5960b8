import type { LegendRow } from '../scene/legend.ts';
import type { Lang } from '../state/lang.ts';
import type { Measure } from '../state/url.ts';
import { counted, exploreWords } from '../text/explore.ts';
import { shareWords } from '../text/share.ts';

/** What a row says where there is little room. */
export function shortRow({ kind, sign, words, short }: LegendRow, measure: Measure, lang: Lang): string {
  const { measureBy, measure: measures } = exploreWords(lang);
  if (kind === 'width' && !sign) return `${measureBy}${lang === 'zh' ? '：' : ': '}${measures[measure]}`;
  if (!short) return words;
  const brief = shareWords(lang).short[short.what];
  return short.n === undefined ? brief : counted(brief, short.n, lang);
}
