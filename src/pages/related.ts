import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { exploreWords } from '../text/explore.ts';
import { messages } from '../text/messages.ts';
import { pageWords } from '../text/page.ts';
import { pairingLine, pairingTitle } from '../text/pairing.ts';
import { programmeId, type Subject } from './subjects.ts';

/** Another page that a page leads on to: what it is to this one, and its name. */
export interface Related {
  id: string;
  what: string;
  name: string;
  /** What is known of a pairing's aid, in one line; empty for others. */
  note: string;
}

/** Pages near to a page: of a pairing its ends, its programme and its family; of a place those it lies in, or that lie in it. */
export function relatedOf(world: World, subject: Subject, pages: ReadonlySet<string>, lang: Lang): Related[] {
  const [m, words, facets] = [messages(lang), pageWords(lang), exploreWords(lang).facet];
  const place = (id: string, what: string): Related => ({ id, what, name: world.place(id)[lang], note: '' });
  const programme = (id: string): Related => ({
    id: programmeId(id),
    what: facets.programme,
    name: world.programme(id).name[lang],
    note: '',
  });
  if (subject.kind === 'pairing') {
    const { pairing } = subject;
    const parent = world.findPairing(pairing.parent);
    const family = parent ? [parent] : world.children(pairing.id);
    return [
      ...[place(pairing.donor, facets.donor), place(pairing.recipient, facets.recipient), programme(pairing.programme)],
      ...family.map((one) => ({
        ...{ id: one.id, what: parent ? m.partOf : m.parts, name: pairingTitle(world, one, lang) },
        note: pairingLine(world, one, lang),
      })),
    ];
  }
  if (subject.kind === 'programme')
    return world.dataset.programmes.filter(({ id }) => id !== subject.programme.id).map(({ id }) => programme(id));
  const { places } = world.dataset;
  const around = subject.place.in === undefined ? [] : [subject.place.in];
  const inside = places.filter((other) => other.in === subject.id).map(({ id }) => id);
  const programmes = new Set(subject.lists.flatMap(({ pairings }) => pairings.map((pairing) => pairing.programme)));
  return [
    ...around.filter((id) => pages.has(id)).map((id) => place(id, words.liesIn)),
    ...inside.filter((id) => pages.has(id)).map((id) => place(id, words.holds)),
    ...[...programmes].map(programme),
  ];
}
