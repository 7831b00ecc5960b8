import type { Figure, Pairing, Source } from '../../data/schema.ts';
import { tally, type Tally } from '../state/count.ts';
import { known, rateOf, yearsCovered, type Known } from '../state/known.ts';
import { sinceYear, type Span } from '../state/span.ts';
import type { World } from '../state/world.ts';
import { exploreWords } from './explore.ts';
import { dateText, figureText, periodText, rateText } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { listed } from './list.ts';
import { messages } from './messages.ts';

/** "Zhejiang → Haixi". */
export function pairingTitle(world: World, pairing: Pairing, lang: Lang): string {
  return `${world.place(pairing.donor)[lang]} → ${world.place(pairing.recipient)[lang]}`;
}

/** The other pairings that a joint figure counts, as a reader calls them beside this one: by the recipient where the donor is the same. Empty where it is not joint. */
export function jointText(world: World, pairing: Pairing, { counts }: Pick<Known, 'counts'>, lang: Lang): string {
  const others = counts.filter(({ id }) => id !== pairing.id);
  const names = others.map((other) => (other.donor === pairing.donor ? world.place(other.recipient)[lang] : aidedText(world, other, lang)));
  return listed(names, lang);
}

/** A recipient with the donor that helps it, within a list of others. */
function aidedText(world: World, { donor, recipient }: Pairing, lang: Lang): string {
  const [by, to] = [world.place(donor)[lang], world.place(recipient)[lang]];
  return lang === 'zh' ? `${by}支援的${to}` : `${to} (aided by ${by})`;
}

/** What a figure counts beside its own pairing, in the words of its rows: "together with Alar". Empty for most. */
export function figureJoint(world: World, figure: Figure, lang: Lang): string {
  if (!figure.joint.length) return '';
  const holder = world.findFigure(figure.id)!.pairing!;
  const counts = [holder, ...figure.joint.flatMap((id) => world.findPairing(id) ?? [])];
  return messages(lang).jointly(jointText(world, holder, { counts }, lang));
}

/**
 * What is known of a pairing's aid in the years chosen, in the one line under its name: "CNY 1.298 billion, 2021–2025", and
 * that it is joint, a part or a plan; or that our sources do not report it.
 */
export function pairingLine(world: World, pairing: Pairing, lang: Lang, span: Span | null = null): string {
  const m = messages(lang);
  const found = known(world, pairing, 'aid', span);
  const { figure, standing } = found;
  if (!figure) return span ? m.noAidIn(exploreWords(lang).years(span.from, span.to)) : m.noAid;
  const comma = lang === 'zh' ? '，' : ', ';
  const text = [figureText(figure, lang), periodText({ ...figure, basis: 'stated' }, lang)].filter(Boolean).join(comma);
  const others = jointText(world, pairing, found, lang);
  const whole = others ? `${text}${comma}${m.jointly(others)}` : text;
  if (standing === 'part') return `${figure.measure === 'aid-planned' ? m.onlyPlan : m.onlyPart}${lang === 'zh' ? '：' : ': '}${whole}`;
  return whole;
}

/** The same as a line that names it, its label apart from the rest: "Aid: " and the figure, or that none is reported. */
export function aidLine(world: World, pairing: Pairing, lang: Lang, span: Span | null = null): [label: string, text: string] {
  const m = messages(lang);
  const silent = span ? m.notReportedIn(exploreWords(lang).years(span.from, span.to)) : m.notReported;
  return [
    `${m.total}${lang === 'zh' ? '：' : ': '}`,
    known(world, pairing, 'aid', span).figure ? pairingLine(world, pairing, lang, span) : silent,
  ];
}

/** A pairing's aid by the year with what it was divided by, worked out by us; empty where that cannot be. */
export function pairingRate(world: World, pairing: Pairing, lang: Lang, span: Span | null = null): string {
  const { figure, standing } = known(world, pairing, 'aid', span);
  return figure && standing !== 'part' ? figureRate(world, figure, lang) : '';
}

/** "CNY 260 million a year over 5 years (our calculation)"; empty for a figure that has no yearly rate. */
export function figureRate(world: World, figure: Figure, lang: Lang): string {
  const rate = rateOf(world, figure);
  const m = messages(lang);
  if (rate === null || yearsCovered(figure) === 1) return '';
  return m.perYearOver(rateText(rate, figure, lang), m.yearCount(yearsCovered(figure)!));
}

/** What a figure comes to a year, also where it covers one year only and nothing had to be divided; empty for one without a yearly rate. */
export function annualText(world: World, figure: Figure, lang: Lang): string {
  const rate = rateOf(world, figure);
  return rate === null ? '' : figureRate(world, figure, lang) || messages(lang).perYearShort(rateText(rate, figure, lang));
}

/** Counts of what is on record in words, those of which there are any: "38 figures", "4 dated facts", "2 air routes". */
export function tallyTexts({ figures, facts, projects, flights, freight, tours }: Tally, lang: Lang): string[] {
  const m = messages(lang);
  const counted: [number, (n: number) => string][] = [
    [figures, m.figuresHeld],
    [facts, m.facts],
    [projects, m.projects],
    [flights, m.flights],
    [freight, m.freight],
    [tours, m.tours],
  ];
  return counted.filter(([n]) => n > 0).map(([n, say]) => say(n));
}

/** The first year of a pairing in figures; in Chinese as its source prints it. Empty where no source tells. */
export const sinceDate = (pairing: Pick<Pairing, 'since'>, lang: Lang): string =>
  (lang === 'zh' ? null : sinceYear(pairing)?.toString()) ?? pairing.since?.reported ?? '';

/** Since when two are paired, and how that is known: "since 2016", "this round of pairings began in 2010", "since 1995 (our inference)". The year of a programme's round is not said of the pairing. Empty where no source tells. */
export function sinceText({ since }: Pairing, lang: Lang): string {
  if (!since) return '';
  const m = messages(lang);
  if (since.basis === 'programme') return m.sinceProgramme(String(sinceYear({ since }) ?? since.reported));
  const text = m.since(sinceDate({ since }, lang));
  if (since.basis === 'source') return text;
  return lang === 'zh' ? `${text}（${m.sinceBasis[since.basis]}）` : `${text} (${m.sinceBasis[since.basis]})`;
}

/** The sentence a screen reader hears for an arc: the same facts as its popup. */
export function pairingSentence(world: World, pairing: Pairing, lang: Lang, span: Span | null = null): string {
  const m = messages(lang);
  const named = { ...tally([pairing], span, ['in', 'across']), figures: 0, facts: 0 };
  const line = pairingLine(world, pairing, lang, span);
  const { figure } = known(world, pairing, 'aid', span);
  const parts = [
    pairingTitle(world, pairing, lang),
    ...(pairing.inferred ? [m.inferred] : []),
    world.programme(pairing.programme).name[lang],
    figure === null ? line : `${m.total}${lang === 'zh' ? '：' : ': '}${line}`,
    ...tallyTexts(named, lang),
  ];
  return parts.join(lang === 'zh' ? '；' : '; ');
}

/** A source as a reader cites it: title with its mark, publisher, date, and how the date is known where it is not printed. */
export function citation({ title, publisher, date, dated }: Source, lang: Lang): { title: string; rest: string } {
  const note = dated ? (lang === 'zh' ? `（${dated.zh}）` : ` (${dated.en})`) : '';
  return {
    title: lang === 'zh' ? `《${title.zh}》` : `${title.en}.`,
    rest: `${publisher[lang]}${lang === 'zh' ? '，' : ', '}${dateText(date, lang)}${note}`,
  };
}
