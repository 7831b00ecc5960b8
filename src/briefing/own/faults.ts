import { readDeck, writeDeck, type Deck } from '../../state/deck.ts';
import type { World } from '../../state/world.ts';
import { wordsProblems } from '../../text/brief.ts';
import { deckTold } from '../../text/deck.ts';
import { unknownIds } from '../check.ts';

/** Something on a slide that the record does not bear out: a number typed by hand, a reference or a view that leads nowhere. */
export interface Fault {
  kind: 'typed' | 'unknown' | 'badView';
  text: string;
}

/** What of a slide, counted from 0, a reader of the record would object to. It can be shown all the same. */
export function faultsOf(world: World, deck: Deck, at: number): Fault[] {
  const slide = deck.slides[at]!;
  const { problems } = readDeck(writeDeck({ ...deck, slides: [{ ...slide, words: '', notes: '' }] }));
  const words = [slide.words, slide.notes].flatMap((text) => wordsProblems(world, text, deck.lang));
  return [
    ...words.map(({ found, typed }): Fault =>
      typed ? { kind: 'typed', text: typed } : { kind: 'unknown', text: /\{\{.*?\}\}/.exec(found)?.[0] ?? found },
    ),
    ...[...problems.map((one) => deckTold(one, deck.lang).found), ...unknownIds(world, slide.view)].map((text): Fault => ({
      kind: 'badView',
      text,
    })),
  ];
}
