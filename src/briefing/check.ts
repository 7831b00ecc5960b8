import type { World } from '../state/world.ts';
import { parse } from '../state/url.ts';
import { wordsProblems } from '../text/brief.ts';
import { readDeck, type Deck, type DeckProblem } from '../state/deck.ts';

/** A deck that can be shown, or everything wrong with it. */
export type Checked = { deck: Deck; problems: [] } | { deck: null; problems: DeckProblem[] };

/** Reads a deck and holds it against the data: form, ids, references, and numbers typed by hand, in words and notes alike. */
export function checkDeck(world: World, text: string): Checked {
  const { deck, lines, problems } = readDeck(text);
  if (!deck) return { deck: null, problems };
  deck.slides.forEach(({ view, words, notes }, i) => {
    const at = lines[i]!;
    for (const found of unknownIds(world, view)) problems.push({ line: at.view, found, want: 'take the view’s address from the atlas' });
    for (const [part, line] of [
      [words, at.words],
      [notes, at.notes],
    ] as const)
      part.split('\n').forEach((one, n) => {
        for (const { found, want } of wordsProblems(world, one, deck.lang)) problems.push({ line: line + n, found, want });
      });
  });
  problems.sort((a, b) => a.line - b.line);
  return problems.length ? { deck: null, problems } : { deck, problems: [] };
}

/** What a view names that is not there. */
export function unknownIds(world: World, view: string): string[] {
  const { pairing, compare, donor, recipient, programme, record } = parse(view);
  const unknown = (key: string, id: string | null, known: boolean) => (id !== null && !known ? [`${key}=${id}: there is none`] : []);
  return [
    ...unknown('pairing', pairing, world.findPairing(pairing) !== null),
    ...unknown('compare', compare, world.findPairing(compare) !== null),
    ...unknown('donor', donor, world.findPlace(donor) !== null),
    ...unknown('recipient', recipient, world.findPlace(recipient) !== null),
    ...programme.flatMap((id) =>
      unknown(
        'programme',
        id,
        world.dataset.programmes.some((one) => one.id === id),
      ),
    ),
    ...unknown('record', record, Boolean(world.findRoute(record) ?? world.findPlace(record) ?? world.findFigure(record))),
  ];
}
