import { headlinesOf } from '../state/dossier.ts';
import { filter } from '../state/filter.ts';
import type { Slide } from '../state/deck.ts';
import type { Lang } from '../state/lang.ts';
import { DEFAULTS, format, parse } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { wordsProblems } from './brief.ts';
import { row } from './list.ts';
import { facetText, viewTitle } from './view.ts';

/** What of an address a slide decides for itself. */
const OF_THE_PAGE = ['lang', 'theme', 'tab', 'q', 'labels'];
/** Figures that a slide of a pairing begins with. */
const HEADLINES = 3;

/** A slide of a view, as the reader adds it: of the kind that shows what they see, its numbers as references, so that they stay those of the record. */
export function slideOfView(world: World, query: string, lang: Lang): Slide {
  const view = parse(query);
  const kept = new URLSearchParams(format({ ...DEFAULTS, ...view }));
  for (const key of OF_THE_PAGE) kept.delete(key);
  const [pairing, other] = [world.findPairing(view.pairing), world.findPairing(view.compare)];
  const slide = (kind: Slide['kind'], words: string): Slide => ({ kind, view: kept.toString(), words, notes: '' });
  const says = (text: string): boolean => wordsProblems(world, text, lang).length === 0;

  if (view.tab === 'compare' && pairing && other)
    return slide(
      'compare',
      lang === 'zh' ? `# {{pairing ${pairing.id}}}，{{pairing ${other.id}}}` : `# {{pairing ${pairing.id}}} and {{pairing ${other.id}}}`,
    );
  kept.delete('compare');
  if (view.tab === 'table') return slide('table', lang === 'zh' ? '# 年均援助资金' : '# Annual aid');
  if (pairing) {
    const lines = headlinesOf(pairing, HEADLINES).flatMap(({ id, label }) => {
      const line = lang === 'zh' ? `- ${label.zh}：{{${id}}}` : `- ${label.en}: {{${id}}}`;
      return says(line) ? [line] : [];
    });
    return slide('pairing', [`# {{pairing ${pairing.id}}}`, ...(lines.length ? ['', ...lines] : [])].join('\n'));
  }
  // What is chosen says what the map is of; without a choice, it is of all.
  const chosen = filter(world, view)
    .active.map((facet) => facetText(world, view, facet, lang))
    .filter(Boolean);
  const title = chosen.length ? row(chosen, lang) : viewTitle(world, view, lang);
  return slide('map', says(title) ? `# ${title}` : '');
}
