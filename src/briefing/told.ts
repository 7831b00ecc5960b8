import type { Pairing } from '../../data/schema.ts';
import { compare } from '../state/compare.ts';
import { headlinesOf, timelineOf } from '../state/dossier.ts';
import { filter } from '../state/filter.ts';
import { known, rateOf } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import { parse } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { filled } from '../text/brief.ts';
import { differenceText, rateTexts } from '../text/compare.ts';
import { dateText, figureText, periodText } from '../text/figure.ts';
import { annualText, pairingLine, pairingTitle } from '../text/pairing.ts';
import { rowsOf } from '../text/rows.ts';
import type { Deck, Slide } from '../state/deck.ts';
import { textWidth } from '../look/letters.ts';
import { briefingWords } from '../text/briefing.ts';
import { messages } from '../text/messages.ts';
import { LEAST_UNITS } from './map.ts';

/** Rows that a slide has room for at the size in which a room can read them. */
const ROOM = { table: 7, compare: 6, years: 8, lines: 22 } as const;

/** One line of a slide's table of pairings. */
export interface PairingRow {
  id: string;
  title: string;
  rate: string;
  line: string;
  source: number;
}

/**
 * The pairings of a view that have a yearly rate of aid, in its order: those there is room for, and how many more amounts there
 * are; and the largest of them all. An amount that counts several pairings stands once, under the first of them, and names the others.
 */
export function tableOf(world: World, query: string, lang: Lang): { rows: PairingRow[]; more: number; largest: PairingRow | null } {
  const view = parse(query);
  const rows = new Map<string, PairingRow>();
  const rates = new Map<PairingRow, number>();
  for (const { pairing } of rowsOf(world, filter(world, view).pairings, view, lang)) {
    const { figure, standing } = known(world, pairing, 'aid');
    if (!figure || standing === 'part' || rows.has(figure.id)) continue;
    const rate = annualText(world, figure, lang);
    if (!rate) continue;
    const title = pairingTitle(world, pairing, lang);
    const row = {
      id: pairing.id,
      title,
      rate,
      line: pairingLine(world, pairing, lang),
      source: world.sourceNumber(figure.source),
    };
    rows.set(figure.id, row);
    rates.set(row, rateOf(world, figure)!);
  }
  // Whatever the order of the table.
  const largest = [...rates].reduce<[PairingRow, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null)?.[0] ?? null;
  return { rows: [...rows.values()].slice(0, ROOM.table), more: Math.max(0, rows.size - ROOM.table), largest };
}

/** One measure of two pairings as a slide shows it. */
export interface ComparedRow {
  measure: string;
  a: string;
  b: string;
  difference: string;
}

/** The measures in which two pairings can be set against each other, those there is room for. */
export function comparedOf(world: World, a: Pairing, b: Pairing, lang: Lang): ComparedRow[] {
  return compare(world, a, b)
    .groups.flatMap(({ rows }) => rows)
    .filter(({ difference, a: one, b: other }) => difference && one && other)
    .slice(0, ROOM.compare)
    .map((row) => {
      const rates = rateTexts(row, lang);
      const side = (which: 'a' | 'b') => {
        const figure = row[which]!;
        const told = [figureText(figure, lang), periodText({ ...figure, basis: 'stated' }, lang), rates?.[which]].filter(Boolean);
        return `${told.join(lang === 'zh' ? '，' : ', ')} [${world.sourceNumber(figure.source)}]`;
      };
      const { chief, by } = differenceText(row, lang);
      return {
        measure: world.measure(row.measure).name[lang],
        ...{ a: side('a'), b: side('b') },
        difference: [chief, by].filter(Boolean).join(lang === 'zh' ? '，' : ', '),
      };
    });
}

/** A year of a pairing: what is dated in it, as much as there is room for, and how much more. */
export interface Year {
  year: string;
  entries: { on: string; text: string; source: number }[];
  more: number;
}

/** A pairing year by year, the latest years that there is room for, the oldest of them first. */
export function yearsOf(pairing: Pairing, world: World, lang: Lang): Year[] {
  const years = new Map<string, Year['entries']>();
  for (const entry of timelineOf(pairing)) {
    const record = entry.kind === 'figure' ? entry.figure : entry.kind === 'project' ? entry.project : entry.route;
    const name = 'label' in record ? record.label[lang] : record.name[lang];
    const amount = 'label' in record ? figureText(record, lang) : '';
    const text = amount ? `${name}${lang === 'zh' ? '：' : ': '}${amount}` : name;
    const year = entry.on.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), { on: dateText(entry.on, lang), text, source: world.sourceNumber(record.source) }]);
  }
  const shown = [...years].slice(-ROOM.years);
  const most = Math.floor(ROOM.lines / Math.max(1, shown.length));
  return shown.map(([year, entries]) => ({ year, entries: entries.slice(0, most), more: Math.max(0, entries.length - most) }));
}

/** Numbers of the sources of what the slides of a deck say in figures, each once, in order. */
export function sourcesOfDeck(world: World, { slides, lang }: Deck): number[] {
  return [...new Set(slides.flatMap((slide) => sourcesOfSlide(world, slide, lang)))].sort((a, b) => a - b);
}

/** Room between what stands side by side at a slide's foot, and for the slide's number, in units. */
const [APART, COUNT] = [48, 130];

/** A slide's foot: whose it is, and its sources. */
export interface Foot {
  of: string;
  sources: { number: number; told: string }[];
}

/**
 * A slide's foot as a line of so many units: its sources with title and date, so that a slide that is photographed or taken out still
 * says where its figures are from. The brief's own title gives way to them; where even so there is too little room, sources stand by
 * their numbers in the list at the end.
 */
export function footOf(world: World, deck: Deck, now: number, room: number): Foot {
  const { lang, slides, title } = deck;
  const atlas = messages(lang).title;
  const whole = `${atlas} · ${title}`;
  const numbers = slides[now]!.kind === 'sources' ? [] : sourcesOfSlide(world, slides[now]!, lang);
  const told = numbers.map((number) => {
    const source = world.dataset.sources[number - 1]!;
    return {
      number,
      told: lang === 'zh' ? `《${source.title.zh}》${dateText(source.date, lang)}` : `${source.title.en}, ${dateText(source.date, lang)}`,
    };
  });
  const line = told.map((one) => `[${one.number}] ${one.told} `).join('');
  const left = room - COUNT - 2 * APART - textWidth(`${briefingWords(lang).source}: ${line}`, LEAST_UNITS);
  const of = [whole, atlas].find((one) => textWidth(one, LEAST_UNITS) <= left);
  return of === undefined ? { of: whole, sources: numbers.map((number) => ({ number, told: '' })) } : { of, sources: told };
}

/** Numbers of the sources of the figures on one slide: those its words refer to, and those it shows of its view. */
export function sourcesOfSlide(world: World, { kind, view, words }: Slide, lang: Lang): number[] {
  const { pairing: id, compare: other } = parse(view);
  const [pairing, second] = [world.findPairing(id), world.findPairing(other)];
  const said = filled(world, words, lang).flatMap(({ source }) => source ?? []);
  if (kind === 'table') said.push(...tableOf(world, view, lang).rows.map(({ source }) => source));
  if (kind === 'timeline' && pairing)
    said.push(...yearsOf(pairing, world, lang).flatMap(({ entries }) => entries.map(({ source }) => source)));
  if (kind === 'compare' && pairing && second)
    said.push(...comparedOf(world, pairing, second, lang).flatMap(({ a, b }) => [a, b].map((text) => Number(/\[(\d+)\]$/.exec(text)![1]))));
  if (kind === 'pairing' && pairing && said.length === 0)
    said.push(...headlinesOf(pairing, 1).map(({ source }) => world.sourceNumber(source)));
  return [...new Set(said)].sort((a, b) => a - b);
}
