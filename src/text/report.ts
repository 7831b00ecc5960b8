import type { Pairing } from '../../data/schema.ts';
import { heldIn, type Filtered } from '../state/filter.ts';
import { spanOf } from '../state/span.ts';
import { aidTotal, allFigures, sectionsOf, type World } from '../state/world.ts';
import { dateText } from './figure.ts';
import type { Lang } from './lang.ts';
import { messages } from './messages.ts';
import { pairingLine } from './pairing.ts';
import { facetText, type Chosen } from './view.ts';
import { exploreWords } from './explore.ts';

/** Names said in full; of more only the count is given. */
const MOST_NAMES = 4;

/** Ids of the sources of some pairings: of their figures, projects, routes and beginnings, each once. */
export const sourcesOf = (pairings: readonly Pairing[]): string[] => [
  ...new Set(
    pairings.flatMap((pairing) => [
      ...allFigures(pairing).map(({ source }) => source),
      ...[...pairing.projects, ...pairing.routes].map(({ source }) => source),
      ...[pairing.since, pairing.link].flatMap((shown) => (shown ? [shown.source] : [])),
    ]),
  ),
];

/** Date of the latest of some sources, as printed; sources are named by at least one id. */
export const latestOf = (world: World, ids: readonly string[]): string =>
  ids.map((id) => world.source(id).date).reduce((a, b) => (a > b ? a : b));

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const listed = (parts: readonly string[], lang: Lang): string =>
  lang === 'zh' ? parts.join('、') : parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** Named projects, routes and figures, those of which there are any. */
function counted(pairings: readonly Pairing[], lang: Lang): string[] {
  const sections = pairings.map(sectionsOf);
  const sum = (of: (section: (typeof sections)[number]) => unknown[]) => sections.reduce((n, section) => n + of(section).length, 0);
  const m = messages(lang);
  const counts: [number, (n: number) => string][] = [
    [sum(({ projects }) => projects.projects), m.projects],
    [sum(({ flights }) => flights.routes), m.flights],
    [sum(({ freight }) => freight.routes), m.freight],
    [pairings.flatMap(allFigures).length, (n) => (lang === 'zh' ? `${n} 个数字` : plural(n, 'figure'))],
  ];
  // Within a Chinese sentence numbers stand without spaces.
  return counts.filter(([n]) => n > 0).map(([n, say]) => (lang === 'zh' ? say(n).replace(' ', '') : say(n)));
}

/** The source most of what is on record comes from. */
function chiefSource(pairing: Pairing): string {
  const ids = [...allFigures(pairing), ...pairing.projects, ...pairing.routes].map(({ source }) => source);
  const times = (id: string) => ids.filter((other) => other === id).length;
  return sourcesOf([pairing]).reduce((a, b) => (times(b) > times(a) ? b : a));
}

/** A source in the middle of a sentence. */
function cited(world: World, id: string, lang: Lang): string {
  const { title, publisher, date } = world.source(id);
  const when = dateText(date, lang);
  return lang === 'zh' ? `《${title.zh}》（${publisher.zh}，${when}）` : `“${title.en}” (${publisher.en}, ${when})`;
}

/** Two sentences on a pairing for a report: who helps whom since when and with how much; what is on record, and where it stands. All of it from the data. */
export function pairingReport(world: World, pairing: Pairing, lang: Lang): [string, string] {
  const [donor, recipient] = [world.place(pairing.donor)[lang], world.place(pairing.recipient)[lang]];
  const programme = world.programme(pairing.programme).name[lang];
  const since = pairing.since && /\d{4}/.exec(pairing.since.reported)?.[0];
  const total = aidTotal(pairing);
  const sources = sourcesOf([pairing]).length;
  const counts = counted([pairing], lang);
  const chief = chiefSource(pairing);
  const apart = total && total.source !== chief ? cited(world, total.source, lang) : '';
  if (lang === 'zh')
    return [
      `在“${programme}”机制下，${donor}结对帮扶${recipient}${since ? `（始于${since}年）` : ''}，${total ? `公布的援助资金总额为${pairingLine(pairing, lang)}` : '所据来源未公布援助资金总额'}。`,
      `山海图据${sources}篇来源${counts.length ? `记有${listed(counts, lang)}` : '记录这一结对'}，${sources > 1 ? '主要' : ''}出自${cited(world, chief, lang)}${apart && `，总额见${apart}`}。`,
    ];
  return [
    `Under ${programme}, ${donor} has been paired with ${recipient}${since ? ` since ${since}` : ''}; ${total ? `the aid total reported is ${pairingLine(pairing, lang)}` : 'its aid total is not reported in our sources'}.`,
    `Shanhai holds ${counts.length ? listed(counts, lang) : 'this pairing'} from ${plural(sources, 'source')}, ${sources > 1 ? 'chiefly ' : ''}${cited(world, chief, lang)}${apart && `; the total is from ${apart}`}.`,
  ];
}

/** Two sentences on a filtered view: which pairings it shows, between whom; what is reported of them, in the years chosen if there are any, and how far the sources go. */
export function viewReport(world: World, view: Chosen, { pairings, all, active }: Filtered, lang: Lang): [string, string] {
  const words = exploreWords(lang);
  const zh = lang === 'zh';
  const chosen = active.map((facet) => `${words.facet[facet]}${zh ? '：' : ': '}${facetText(world, view, facet, lang)}`);
  const names = (end: 'donor' | 'recipient') => [...new Set(pairings.map((pairing) => pairing[end]))].map((id) => world.place(id)[lang]);
  const [donors, recipients] = [names('donor'), names('recipient')];
  const named = (list: readonly string[]) =>
    list.length > MOST_NAMES ? '' : zh ? `（${listed(list, lang)}）` : ` (${listed(list, lang)})`;
  if (!pairings.length)
    return zh
      ? [`山海图收录${all}对东西部结对，其中没有同时符合“${chosen.join('；')}”的结对。`, '因此没有可汇总的数字。']
      : [`Of the ${all} pairings in Shanhai none fits “${chosen.join('; ')}”.`, 'There is thus no figure to report.'];
  const span = spanOf(view);
  const held = span ? pairings.map((pairing) => heldIn(world, pairing, span)) : pairings;
  const reported = held.filter((pairing) => aidTotal(pairing)).length;
  // Of years for which nothing is on record, the sources of the pairings themselves.
  const sources = sourcesOf(held).length ? sourcesOf(held) : sourcesOf(pairings);
  const counts = counted(held, lang);
  const latest = dateText(latestOf(world, sources), lang);
  const unreported = pairings.length - reported;
  if (zh)
    return [
      `山海图收录${all}对东西部结对，${chosen.length ? `按“${chosen.join('；')}”筛选得${pairings.length}对` : '此处全部列出'}，支援方${donors.length}个${named(donors)}，受援方${recipients.length}个${named(recipients)}。`,
      `${span ? '所选年份内，' : ''}${!reported ? '援助资金总额均未公布' : unreported ? `其中${reported}对公布了援助资金总额，${unreported}对未公布` : '援助资金总额均已公布'}${reported > 1 ? '，时期与口径不一，不作加总' : ''}${counts.length ? `；记有${listed(counts, lang)}` : ''}；据${sources.length}篇来源，最新一篇见于${latest}。`,
    ];
  const years = span ? 'For these years ' : '';
  const totals = !reported
    ? 'No aid total is reported'
    : unreported
      ? `An aid total is reported for ${reported} of them and not for ${unreported}`
      : 'An aid total is reported for each';
  return [
    `Shanhai holds ${plural(all, 'east–west pairing')}, ${chosen.length ? `of which ${pairings.length} ${pairings.length === 1 ? 'fits' : 'fit'} “${chosen.join('; ')}”` : 'all shown here'}, joining ${plural(donors.length, 'donor')}${named(donors)} with ${plural(recipients.length, 'recipient')}${named(recipients)}.`,
    `${years ? years + totals[0]!.toLowerCase() + totals.slice(1) : totals}${reported > 1 ? '; periods and what is counted differ, so they are not added' : ''}; ${counts.length ? `our records hold ${listed(counts, lang)}` : 'nothing more is on record'}, from ${plural(sources.length, 'source')}, the latest of ${latest}.`,
  ];
}
