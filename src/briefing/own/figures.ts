import type { Lang } from '../../state/lang.ts';
import { everyFigure, type World } from '../../state/world.ts';
import { figureText, periodText } from '../../text/figure.ts';
import { pairingTitle } from '../../text/pairing.ts';

/** A figure as it is offered. */
export interface Offered {
  id: string;
  label: string;
  /** With its period. */
  amount: string;
  /** Its pairing; empty where it is a whole programme's. */
  whose: string;
}

/** Figures offered at a time. */
const MOST = 8;

/**
 * Figures with a number in whose label, pairing, amount or id, in either language, every word typed is found: those of one pairing
 * first, then as the data have them.
 */
export function figuresFound(world: World, typed: string, first: string | null, lang: Lang): Offered[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = everyFigure(world.dataset).flatMap(({ id, value }) => {
    const { figure, pairing } = world.findFigure(id)!;
    if (value === null) return [];
    const said = (['zh', 'en'] as const).flatMap((of) => [
      figure.label[of],
      figureText(figure, of),
      pairing ? pairingTitle(world, pairing, of) : '',
    ]);
    const text = [id, ...said].join(' ').toLowerCase();
    return words.every((word) => text.includes(word)) ? [{ figure, pairing }] : [];
  });
  found.sort((a, b) => Number(b.pairing?.id === first && first !== null) - Number(a.pairing?.id === first && first !== null));
  return found.slice(0, MOST).map(({ figure, pairing }) => ({
    id: figure.id,
    label: figure.label[lang],
    amount: [figureText(figure, lang), periodText({ ...figure, basis: 'stated' }, lang)].filter(Boolean).join(lang === 'zh' ? '，' : ', '),
    whose: pairing ? pairingTitle(world, pairing, lang) : '',
  }));
}
