import type { World } from '../state/world.ts';
import { parse } from '../state/url.ts';
import { wordsProblems } from '../text/brief.ts';
import { deckTold } from '../text/deck.ts';
import { readDeck, type Deck } from '../state/deck.ts';

interface Problem {
  line: number;
  found: string;
  want: string;
}

/** A deck that can be shown, or everything wrong with it, in English: on which line, what was found, and what would be right. */
export type Checked = { deck: Deck; problems: [] } | { deck: null; problems: Problem[] };

/** Reads a deck and holds it against the data: form, ids, references, and numbers typed by hand, in words and notes alike. */
export function checkDeck(world: World, text: string): Checked {
  const { deck, lines, problems: offences } = readDeck(text);
  const problems: Problem[] = offences.map((one) => ({ line: one.line, ...deckTold(one, 'en') }));
  if (!deck) return { deck: null, problems };
  deck.slides.forEach(({ view, words, notes }, i) => {
    const at = lines[i]!;
    for (const id of unknownIds(world, view))
      problems.push({ line: at.view, found: `${id}: there is none`, want: 'take the view’s address from the atlas' });
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

/** What a view names that is not there, as its keys and values. */
export function unknownIds(world: World, view: string): string[] {
  const { pairing, compare, donor, recipient, programme, record } = parse(view);
  const unknown = (key: string, id: string | null, known: boolean) => (id !== null && !known ? [`${key}=${id}`] : []);
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
