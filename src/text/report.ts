import type { Figure, Pairing } from '../../data/schema.ts';
import { sharedFigures, sourcesOf, tally } from '../state/count.ts';
import { heldIn, type Facet, type Filtered } from '../state/filter.ts';
import { known, type Standing } from '../state/known.ts';
import { editionYear, sinceYear, spanOf, type Span, type When } from '../state/span.ts';
import { allFigures, type World } from '../state/world.ts';
import { exploreWords } from './explore.ts';
import { dateText, figureText, periodText } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { listed } from './list.ts';
import { messages } from './messages.ts';
import { figureRate, jointText, pairingTitle, tallyTexts } from './pairing.ts';
import { facetText, pairsText, type Chosen } from './view.ts';

/** Names said in full; of more only the count is given. */
const MOST_NAMES = 4;

/** Date of the latest of some sources, as printed; sources are named by at least one id. */
export const latestOf = (world: World, ids: readonly string[]): string =>
  ids.map((id) => world.source(id).date).reduce((a, b) => (a > b ? a : b));

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

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

/** Five-Year Plans by the years they cover. */
const PLANS: Readonly<Record<string, { zh: string; en: string }>> = {
  '2006/2010': { zh: '十一五', en: '11th' },
  '2011/2015': { zh: '十二五', en: '12th' },
  '2016/2020': { zh: '十三五', en: '13th' },
  '2021/2025': { zh: '十四五', en: '14th' },
  '2026/2030': { zh: '十五五', en: '15th' },
};

/** When a figure holds, as a sentence has it: “十四五”期间, 2016—2023年（原文计7年）; "for 2021–2025, the 14th Five-Year Plan". Empty where the source gives no time. */
function duringText(figure: Figure, lang: Lang): string {
  const { from, to, years } = figure;
  const period = periodText({ ...figure, basis: 'stated' }, lang);
  const plan = PLANS[`${from}/${to}`];
  if (lang === 'zh') {
    if (plan) return `“${plan.zh}”期间`;
    if (!from && to) return `${period}累计`;
    return period && years ? `${period}（原文计${years}年）` : period;
  }
  if (!period) return '';
  if (plan) return ` for ${period}, the ${plan.en} Five-Year Plan`;
  if (!from || !to) return ` ${period}`;
  return ` for ${period}${years ? `, ${years} years by the source’s count` : ''}`;
}

/** Who helps whom under which programme, and since when as far as a source says so of this pairing. What is our inference is told as that. */
function tieText(world: World, pairing: Pairing, lang: Lang): string {
  const [donor, recipient] = [world.place(pairing.donor)[lang], world.place(pairing.recipient)[lang]];
  const programme = world.programme(pairing.programme);
  const name = programme.name[lang];
  const year = sinceYear(pairing);
  const basis = pairing.since?.basis ?? null;
  if (lang === 'zh') {
    if (pairing.inferred) return `来源写到${donor}帮扶${recipient}，但未称两地结对`;
    const own = year !== null && (basis === 'source' || basis === 'other-source') ? `自${year}年起` : '';
    const since = own || year === null ? '' : basis === 'programme' ? `（本轮结对始于${year}年）` : `（本站推断约始于${year}年）`;
    return programme.tie === 'aid' ? `${donor}${own}对口支援${recipient}${since}` : `${donor}与${recipient}${own}开展${name}${since}`;
  }
  if (pairing.inferred) return `Our sources show ${donor} helping ${recipient} but do not call the two a pair`;
  const under = programme.tie === 'aid' ? `the ${name} programme` : name;
  if (year === null) return `${donor} is paired with ${recipient} under ${under}`;
  if (basis === 'programme') return `${donor} is paired with ${recipient} under ${under}, in a round of pairings that began in ${year}`;
  if (basis === 'derived') return `${donor} has been paired with ${recipient} under ${under} since about ${year} (our inference)`;
  return `${donor} has been paired with ${recipient} under ${under} since ${year}`;
}

/** What is known of a pairing's aid in the years chosen, as one clause. */
function aidText(world: World, pairing: Pairing, span: Span | null, lang: Lang): string {
  const found = known(world, pairing, 'aid', span);
  const { figure, standing } = found;
  const zh = lang === 'zh';
  if (!figure) {
    const years = span ? exploreWords(lang).years(span.from, span.to) : '';
    if (isAfterRecord(world, span)) return afterRecordText(world, lang);
    if (zh) return `所据来源未载${years && `${years}的`}援助资金数额`;
    return `our sources do not report the amount of aid${years && ` for ${years}`}`;
  }
  const [amount, during, rate] = [figureText(figure, lang), duringText(figure, lang), figureRate(world, figure, lang)];
  const others = jointText(world, pairing, found, lang);
  // Of a plan's years it is usual to say that money is 安排; of others the texts have several words, which say more than the number does.
  const arranged = during.endsWith('期间') ? '安排' : '';
  if (standing === 'part') {
    const planned = figure.measure === 'aid-planned';
    if (zh)
      return `所据来源未载援助资金总数，仅载${during}${planned ? '计划安排' : '的一部分，计'}${amount}${others && `（与${others}合计）`}`;
    const part = planned ? `the plan${during} was ${amount}` : `only a part of it: ${amount}${during}`;
    return `no total is reported${planned ? '; ' : ', '}${part}${others && `, together with that for ${others}`}`;
  }
  if (standing === 'joint') {
    if (zh) return `与${others}合计，${during}${arranged}援助资金${amount}${rate && `，${rate}`}`;
    return `aid of ${amount} is reported${during}, together with that for ${others}${rate && `: ${rate}`}`;
  }
  if (zh) return `${during}${arranged}援助资金${amount}${rate && `，${rate}`}`;
  return `aid of ${amount} is reported${during}${rate && `: ${rate}`}`;
}

/** Whether years lie after the latest of our sources, so that nothing but plans can be known of them. */
const isAfterRecord = (world: World, span: Span | null): boolean => span !== null && span.from > editionYear(world.dataset);

function afterRecordText(world: World, lang: Lang): string {
  const ids = world.dataset.sources.map(({ id }) => id);
  const latest = dateText(latestOf(world, ids).slice(0, 7), lang);
  return lang === 'zh' ? `所据来源止于${latest}，其后只有规划` : `our sources end in ${latest}, with only plans for later years`;
}

/** How what a sentence tells of may lie to the years chosen. Of years yet to come, what is undated says nothing. */
const waysTold = (world: World, span: Span | null): readonly When[] =>
  isAfterRecord(world, span) ? ['in', 'across'] : ['in', 'across', 'undated'];

/** What is on record of some pairings, and apart from it how many figures they share with others. */
function countsText(world: World, pairings: readonly Pairing[], span: Span | null, ways: readonly When[], lang: Lang): string {
  const shared = sharedFigures(world, pairings, span, ways).length;
  const texts = tallyTexts(tally(pairings, span, ways), lang);
  return listed([...texts, ...(shared ? [messages(lang).shared(shared)] : [])], lang);
}

/** What is on record of some pairings in the ways it lies to the years chosen: within them, beyond them, undated. */
function heldText(world: World, pairings: readonly Pairing[], span: Span, lang: Lang): string {
  const years = exploreWords(lang).years(span.from, span.to);
  const told = waysTold(world, span);
  const of = (way: When) => (told.includes(way) ? countsText(world, pairings, span, [way], lang) : '');
  const [within, across, undated] = [of('in'), of('across'), of('undated')];
  if (lang === 'zh')
    return [
      within ? `${years}的有${within}` : `没有${years}的专门资料`,
      across && `时期较长、包含${years}的有${across}`,
      undated && `无日期的有${undated}`,
    ]
      .filter(Boolean)
      .join('；');
  return [
    within ? `${within} of ${years}` : `nothing for ${years} alone`,
    across && `${across} covering a longer period that includes ${years}`,
    undated && `${undated} without a date`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Ids of the sources behind what a sentence on some pairings tells: of what they hold in the years chosen, and of what is known of their aid. */
function sourcesTold(world: World, pairings: readonly Pairing[], span: Span | null): string[] {
  const ways = waysTold(world, span);
  const held = span ? pairings.map((pairing) => heldIn(pairing, span, ways)) : pairings;
  const shared = sharedFigures(world, pairings, span, span ? ways : ['in']);
  const aid = pairings.flatMap((pairing) => known(world, pairing, 'aid', span).figure ?? []);
  return [...new Set([...sourcesOf(held), ...[...shared, ...aid].map(({ source }) => source)])];
}

/** Two sentences on a pairing for a report: who helps whom since when and with how much; what is on record, and where it stands. All of it from the data, and of the years chosen if there are any. */
export function pairingReport(world: World, pairing: Pairing, lang: Lang, span: Span | null = null): [string, string] {
  const tie = tieText(world, pairing, lang);
  const aid = aidText(world, pairing, span, lang);
  const held = span ? heldIn(pairing, span, waysTold(world, span)) : pairing;
  const ids = sourcesTold(world, [pairing], span);
  const chief = chiefSource(held);
  const counts = span ? heldText(world, [pairing], span, lang) : countsText(world, [pairing], null, ['in'], lang);
  const { figure, holder } = known(world, pairing, 'aid', span);
  const apart = figure && (figure.source !== chief || holder.id !== pairing.id) ? cited(world, figure.source, lang) : '';
  const chiefly = cited(world, chief, lang);
  if (lang === 'zh')
    return [
      `${tie}；${aid}。`,
      `《山海图》${counts ? `收录${span ? '的两地资料中，' : '两地'}${counts}` : '只收录这一关系'}，据${ids.length}篇来源，${ids.length > 1 ? '主要' : ''}为${chiefly}${apart && `，资金数字见${apart}`}。`,
    ];
  return [
    `${tie}; ${aid}.`,
    `Shanhai records ${counts || 'the tie alone'}, from ${plural(ids.length, 'source')}, ${ids.length > 1 ? 'chiefly ' : ''}${chiefly}${apart && `; the amount of aid is from ${apart}`}.`,
  ];
}

/** A figure in a sentence: of what pairing, what it counts, how much, when, and who says so. Throws where there is none of that id. */
export function figureReport(world: World, id: string, lang: Lang): string {
  const { figure, pairing } = world.findFigure(id)!;
  const whose = pairing ? pairingTitle(world, pairing, lang) : '';
  const during = periodText({ ...figure, basis: 'stated' }, lang);
  const [label, amount, source] = [figure.label[lang], figureText(figure, lang), cited(world, figure.source, lang)];
  if (lang === 'zh') return `${whose && `${whose}，`}${label}${amount}${during && `（${during}）`}，据${source}。`;
  return `${whose && `${whose}: `}${label}, ${amount}${during && ` (${during})`}, according to ${source}.`;
}

/** Standings in the order in which a sentence tells of them. */
const STANDINGS: readonly Standing[] = ['reported', 'joint', 'part', 'none'];

/** How many of some pairings report aid, and how: each clause counts pairings of one standing. */
function standingsText(world: World, pairings: readonly Pairing[], span: Span | null, lang: Lang): string {
  const standings = pairings.map((pairing) => known(world, pairing, 'aid', span).standing);
  const parts = STANDINGS.map((standing) => [standing, standings.filter((one) => one === standing).length] as const).filter(
    ([, n]) => n > 0,
  );
  const isSilent = parts.every(([standing]) => standing === 'none');
  if (lang === 'zh') {
    const says: Record<Standing, (n: number) => string> = {
      reported: (n) => `${n}对的援助资金见于来源`,
      joint: (n) => `${n}对只有与其他结对的合计数`,
      part: (n) => `${n}对仅载一部分或计划数`,
      none: (n) => `${n}对来源未载`,
    };
    if (isSilent) return isAfterRecord(world, span) ? afterRecordText(world, lang) : '所据来源均未载援助资金数额';
    return `其中${parts.map(([standing, n]) => says[standing](n)).join('，')}`;
  }
  const says: Record<Standing, (n: number) => string> = {
    reported: (n) => `for ${n}`,
    joint: (n) => `for ${n} only within a joint total`,
    part: (n) => `for ${n} only in part or as a plan`,
    none: (n) => `for ${n} not at all`,
  };
  const told = listed(
    parts.map(([standing, n]) => says[standing](n)),
    lang,
  );
  if (isSilent && isAfterRecord(world, span)) return afterRecordText(world, lang);
  return `aid is reported ${isSilent ? 'for none' : told}`;
}

/** Two sentences on a filtered view: which pairings it shows, between whom; what is reported of them, in the years chosen if there are any, and how far the sources go. */
export function viewReport(world: World, view: Chosen, { pairings, active }: Filtered, lang: Lang): [string, string] {
  const words = exploreWords(lang);
  const zh = lang === 'zh';
  // A region stands for all that lies in it: where some of that has pairings of its own, the sentence says so.
  const within = (facet: Facet): string => {
    if (facet !== 'donor' && facet !== 'recipient') return '';
    if (!pairings.some((pairing) => pairing[facet] !== view[facet])) return '';
    return zh ? '及所辖各地' : ' and places within it';
  };
  const chosen = active.map((facet) => `${words.facet[facet]}${zh ? '：' : ': '}${facetText(world, view, facet, lang)}${within(facet)}`);
  const names = (end: 'donor' | 'recipient') => [...new Set(pairings.map((pairing) => pairing[end]))].map((id) => world.place(id)[lang]);
  const [donors, recipients] = [names('donor'), names('recipient')];
  const named = (list: readonly string[]) =>
    list.length > MOST_NAMES ? '' : zh ? `（${listed(list, lang)}）` : ` (${listed(list, lang)})`;
  const all = pairsText(world.dataset.pairings, lang);
  if (!pairings.length)
    return zh
      ? [`《山海图》收录东西部${all}，没有同时符合“${chosen.join('；')}”的。`, '因此没有可报告的数字。']
      : [`Of the ${all} in Shanhai, none matches “${chosen.join('; ')}”.`, 'So there is no figure to report.'];
  const span = spanOf(view);
  const shown = pairsText(pairings, lang);
  // Of years for which nothing is on record, the sources of the pairings themselves.
  const ids = sourcesTold(world, pairings, span);
  const counts = span ? heldText(world, pairings, span, lang) : countsText(world, pairings, null, ['in'], lang);
  const latest = dateText(latestOf(world, ids), lang);
  const standings = standingsText(world, pairings, span, lang);
  // What is said of the sources is not said of the pairings.
  const afterRecord = isAfterRecord(world, span) && standings === afterRecordText(world, lang);
  const amounts = pairings.filter((pairing) => known(world, pairing, 'aid', span).figure).length;
  if (zh)
    return [
      `《山海图》收录东西部${all}，${chosen.length ? `符合“${chosen.join('；')}”的有${shown}` : '此处全部列出'}，涉及支援方${donors.length}个${named(donors)}、受援方${recipients.length}个${named(recipients)}。`,
      `${standings}${amounts > 1 ? '，时期与口径不一，不作加总' : ''}；${counts ? `${span ? '' : '收录'}${counts}` : '别无记录'}；据${ids.length}篇来源，最新一篇为${latest}。`,
    ];
  return [
    `Shanhai covers ${all}, ${chosen.length ? `of which ${shown} ${pairings.length === 1 ? 'matches' : 'match'} “${chosen.join('; ')}”` : 'all shown here'}, linking ${plural(donors.length, 'donor')}${named(donors)} with ${plural(recipients.length, 'recipient')}${named(recipients)}.`,
    `${afterRecord ? capital(standings) : `Of these, ${standings}`}${amounts > 1 ? '; periods and what is counted differ, so nothing is added up' : ''}; on record: ${counts || 'nothing more'}; from ${plural(ids.length, 'source')}, the latest dated ${latest}.`,
  ];
}
