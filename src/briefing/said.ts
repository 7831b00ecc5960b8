import { compare } from '../state/compare.ts';
import { counts } from '../state/count.ts';
import { timelineOf } from '../state/dossier.ts';
import { filter } from '../state/filter.ts';
import { parse } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { filled, spoken } from '../text/brief.ts';
import { briefingWords } from '../text/briefing.ts';
import { comparisonSentence } from '../text/compare.ts';
import { EDITION } from '../text/edition.ts';
import { dateText } from '../text/figure.ts';
import { figureReport, latestOf, pairingReport, viewReport } from '../text/report.ts';
import type { Deck } from '../state/deck.ts';
import { sourcesOfDeck, tableOf } from './told.ts';

/**
 * Two sentences on a slide, ready to be read aloud, made of the data that it shows: who helps whom with how much, what the table
 * begins with, how far two pairings can be compared. `now` counts slides from 0.
 */
export function saidOf(world: World, deck: Deck, now: number): [string, string] {
  const { lang } = deck;
  const { kind, view: query, words: shown } = deck.slides[now]!;
  const words = briefingWords(lang).said;
  const view = parse(query);
  const [pairing, other] = [world.findPairing(view.pairing), world.findPairing(view.compare)];
  const held = counts(world);
  const record = words.record(held.pairings, held.figures, held.sources);
  const edition = words.edition(dateText(EDITION, lang));

  switch (kind) {
    case 'pairing':
      if (pairing) return pairingReport(world, pairing, lang);
      break;
    case 'timeline':
      if (pairing) {
        const dated = timelineOf(pairing).map(({ on }) => dateText(on, lang));
        const [tie] = pairingReport(world, pairing, lang);
        return [tie, dated.length ? words.dated(dated.length, dated[0]!, dated.at(-1)!) : words.undated];
      }
      break;
    case 'compare':
      if (pairing && other) {
        const [a, b] = [pairing, other].map((one) => pairingReport(world, one, lang)[0]);
        return [words.both(a!, b!), comparisonSentence(world, pairing, other, compare(world, pairing, other), lang)];
      }
      break;
    case 'table': {
      const { rows, more, largest } = tableOf(world, query, lang);
      return [largest ? words.largest(largest.title, largest.rate, largest.line) : words.noRate, words.rates(rows.length + more)];
    }
    case 'map':
      return viewReport(world, view, filter(world, view), lang);
    case 'sources': {
      const cited = sourcesOfDeck(world, deck).map((number) => world.dataset.sources[number - 1]!);
      const latest = cited.length
        ? dateText(
            latestOf(
              world,
              cited.map(({ id }) => id),
            ),
            lang,
          )
        : '';
      return [words.cites(cited.length, latest), edition];
    }
    case 'statement': {
      // What a slide says in figures, said whole: with period and source.
      const figures = [...new Set(filled(world, shown, lang).flatMap(({ figure }) => figure ?? []))];
      const [one, two] = figures.map((id) => figureReport(world, id, lang));
      if (one) return [one, two ?? record];
      return [record, viewReport(world, view, filter(world, view), lang)[1]];
    }
    default:
      break;
  }
  return [record, edition];
}

/** What a speaker has before their eyes for a slide: the notes of the deck, then the two sentences. Each is a paragraph. */
export function notesOf(world: World, deck: Deck, now: number): string[] {
  const { notes } = deck.slides[now]!;
  return [
    ...spoken(world, notes, deck.lang)
      .split(/\n{2,}/)
      .map((text) => text.trim()),
    ...saidOf(world, deck, now),
  ].filter(Boolean);
}
