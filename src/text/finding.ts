import { rateOf } from '../state/known.ts';
import { measured } from '../state/measure.ts';
import type { Span } from '../state/span.ts';
import type { Measure } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { exploreWords } from './explore.ts';
import { figureText, periodText, rateText } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { pairingTitle } from './pairing.ts';
import { messages } from './messages.ts';

/** What is drawn, as the map's legend has it. */
export interface Drawn {
  measure: Measure;
  /** Ids of the pairings drawn to scale, the widest first. */
  scaled: readonly string[];
  /** How many arcs have how much to say. */
  standings: Readonly<Record<'reported' | 'joint' | 'part' | 'none', number>>;
  /** Arcs that stand for many pairings, beside which widths cannot be set against each other. */
  bundles: object | null;
}

/** What the map shows at first sight: which arcs are widest, and how many have nothing to report. */
export interface Finding {
  lead: string;
  /** The widest, each with its amount, the widest first; none where there is nothing to compare. */
  widest: { pairing: string; title: string; amount: string }[];
  /** How many of the arcs drawn report nothing under the measure; empty where all do. */
  silent: string;
}

const SHOWN = 2;

/** What a reader sees on a map, in words. Null where widths have no meaning or nothing is drawn. `span`: the years chosen. */
export function finding(world: World, { measure, scaled, standings, bundles }: Drawn, span: Span | null, lang: Lang): Finding | null {
  const words = exploreWords(lang);
  const all = Object.values(standings).reduce((a, b) => a + b, 0);
  if (measure === 'none' || all < 2 || bundles) return null;
  const widest = scaled.length < 2 ? [] : scaled.slice(0, SHOWN);
  return {
    lead: words.widest[measure],
    widest: widest.map((pairing) => ({
      pairing,
      title: pairingTitle(world, world.findPairing(pairing)!, lang),
      amount: amountText(world, pairing, measure, span, lang),
    })),
    silent: standings.none ? words.silent[measure](standings.none, all, span !== null) : '',
  };
}

/** What decides an arc's width, with its period, since periods differ, and with whom it is shared. */
function amountText(world: World, id: string, measure: Measure, span: Span | null, lang: Lang): string {
  const pairing = world.findPairing(id)!;
  const m = messages(lang);
  const found = measured(world, pairing, measure, span);
  const { figure } = found;
  if (!figure) return m.projects(found.value!);
  const rate = measure === 'rate' ? rateOf(world, figure)! : null;
  const parts = [
    rate === null ? figureText(figure, lang) : m.perYearShort(rateText(rate, figure, lang)),
    periodText({ ...figure, basis: 'stated' }, lang),
    found.counts.length > 1 ? exploreWords(lang).withOthers(found.counts.length - 1) : '',
  ];
  return parts.filter(Boolean).join(lang === 'zh' ? '，' : ', ');
}
