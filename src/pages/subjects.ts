import type { Pairing, Place, Programme } from '../../data/schema.ts';
import { filter } from '../state/filter.ts';
import type { Lang } from '../state/lang.ts';
import { parse, type ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { exploreWords } from '../text/explore.ts';
import { messages } from '../text/messages.ts';
import { pageWords } from '../text/page.ts';
import { pairingTitle } from '../text/pairing.ts';
import { pairingReport, viewReport } from '../text/report.ts';

export const LANGS: readonly Lang[] = ['zh', 'en'];

/** Pairings that stand on a page together, and the view of the atlas that shows the same. */
export interface List {
  way: 'donor' | 'recipient' | 'programme';
  /** Query string of the view, without its language. */
  query: string;
  pairings: Pairing[];
}

/** What a page is about. Its id is the folder of the page and of no other. */
export type Subject = { id: string } & (
  | { kind: 'pairing'; pairing: Pairing }
  | { kind: 'place'; place: Place; lists: List[] }
  | { kind: 'programme'; programme: Programme; lists: [List] }
);

/** Folder of a programme's page. Xinjiang, Qinghai and Xizang are names of places too, so that programmes say what they are. */
export const programmeId = (id: string): string => `programme-${id}`;

/** Folder of a page below the site, with a slash at its end. */
export const pathOf = (id: string, lang: Lang): string => `p/${id}/${lang === 'en' ? 'en/' : ''}`;

/** All that has a page: each pairing, each donor and recipient of one, each programme. */
export function subjectsOf(world: World): Subject[] {
  const { pairings, places, programmes } = world.dataset;
  const list = (way: List['way'], id: string): List => {
    const query = `${way}=${id}`;
    return { way, query, pairings: filter(world, parse(query)).pairings };
  };
  const ends = places.flatMap((place): Subject[] => {
    const ways = (['donor', 'recipient'] as const).filter((way) => pairings.some((pairing) => pairing[way] === place.id));
    return ways.length ? [{ id: place.id, kind: 'place', place, lists: ways.map((way) => list(way, place.id)) }] : [];
  });
  return [
    ...pairings.map((pairing): Subject => ({ id: pairing.id, kind: 'pairing', pairing })),
    ...ends,
    ...programmes.map((programme): Subject => ({
      id: programmeId(programme.id),
      kind: 'programme',
      programme,
      lists: [list('programme', programme.id)],
    })),
  ];
}

/** The pairings of a page: of a pairing's own page that one alone. */
export const pairingsOf = (subject: Subject): Pairing[] =>
  subject.kind === 'pairing' ? [subject.pairing] : [...new Set(subject.lists.flatMap(({ pairings }) => pairings))];

/** Query string of the view that shows the same in the atlas. */
export const queryOf = (subject: Subject, lang: Lang): string =>
  `${subject.kind === 'pairing' ? `pairing=${subject.id}` : subject.lists[0]!.query}&lang=${lang}`;

/** The view that a page's map is of: of a list every pairing of it, folded nowhere. */
export const viewOf = (subject: Subject): ViewFields => ({
  ...parse(queryOf(subject, 'zh')),
  ...(subject.kind === 'pairing' ? {} : { unfold: 'all' as const }),
});

export function titleOf(world: World, subject: Subject, lang: Lang): string {
  if (subject.kind === 'pairing') return pairingTitle(world, subject.pairing, lang);
  return subject.kind === 'place' ? subject.place[lang] : subject.programme.name[lang];
}

/** What a page says of its subject in running text: the first sentence says what it is, and describes the page elsewhere. */
export function sentencesOf(world: World, subject: Subject, lang: Lang): string[] {
  if (subject.kind === 'pairing') return pairingReport(world, subject.pairing, lang);
  const reports = subject.lists.flatMap(({ query }) => {
    const view = parse(query);
    return viewReport(world, view, filter(world, view), lang);
  });
  return subject.kind === 'programme' ? [subject.programme.about[lang], ...reports] : reports;
}

/** What a list of pairings is called: whom a place helps, who helps it, what a programme holds. */
export function listTitle(world: World, subject: Subject, { way, query, pairings }: List, lang: Lang): string {
  const words = pageWords(lang);
  if (way === 'programme') return words.pairings;
  const view = parse(query);
  const name = world.place(view[way]!)[lang];
  const whole = pairings.some((pairing) => pairing[way] !== subject.id) ? words.within(name) : name;
  return way === 'donor' ? words.gives(whole) : words.receives(whole);
}

/** The name of the window: what the page is about, and the atlas. */
export function windowTitle(world: World, subject: Subject, lang: Lang): string {
  const about =
    subject.kind === 'pairing'
      ? [world.programme(subject.pairing.programme).name[lang]]
      : subject.kind === 'place'
        ? [...new Set(subject.lists.map(({ way }) => exploreWords(lang).facet[way]))]
        : [];
  return [titleOf(world, subject, lang), ...about, messages(lang).title].join(' · ');
}
