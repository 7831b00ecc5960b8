import type { Figure } from '../../data/schema.ts';
import { counts } from '../state/count.ts';
import { rateOf } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import { everyFigure, type World } from '../state/world.ts';
import { figureText, periodText } from './figure.ts';
import { figureRate, pairingTitle, sinceText } from './pairing.ts';

/** A piece of a slide's words: as it was written, or what a reference says, with the figure and source it comes from. */
export interface Piece {
  text: string;
  /** Id of the figure; null for words, and for what the atlas counts or says of a pairing. */
  figure: string | null;
  /** Number of its source; null where it has none of its own. */
  source: number | null;
  /** Whether a reference was filled in. */
  filled: boolean;
}

/** Something in a deck's words that cannot stand: what was found, and what would be right. */
export interface WordsProblem {
  found: string;
  want: string;
  /** The number as it stands, where one was typed by hand. */
  typed?: string;
}

/** Its white space is left to `trim`: a pattern for it would be slow on a text full of spaces. */
const REFERENCE = /\{\{([^{}]*)\}\}/g;
const COUNTED = ['pairings', 'figures', 'projects', 'sources'] as const;
const WAYS = ['amount', 'rate'] as const;
const HELP =
  'write {{figure-id}}, {{figure-id amount}}, {{figure-id rate}}, {{since pairing-id}}, {{pairing pairing-id}} or {{count pairings}}';

/**
 * What a reference says in a language, or what is wrong with it. `{{figure-id}}` is a figure with qualifier, unit, period and
 * source; `amount` leaves out the period, `rate` is what it comes to a year.
 */
export function reference(world: World, between: string, lang: Lang): Piece | WordsProblem {
  const inner = between.trim();
  const [first = '', second, ...more] = inner.split(/\s+/);
  const plain = (text: string): Piece => ({ text, figure: null, source: null, filled: true });
  if (more.length || !first) return { found: `{{${inner}}} is no reference`, want: HELP };
  if (first === 'count') {
    const what = COUNTED.find((one) => one === second);
    return what
      ? plain(counts(world)[what].toLocaleString(lang === 'zh' ? 'zh-CN' : 'en', { useGrouping: lang === 'en' }))
      : { found: `{{${inner}}} counts nothing`, want: `count one of ${COUNTED.join(', ')}` };
  }
  if (first === 'since' || first === 'pairing') {
    const pairing = world.findPairing(second ?? '');
    if (!pairing) return { found: `{{${inner}}}: there is no pairing ${second ?? ''}`, want: 'take an id from data/pairings.csv' };
    const text = first === 'pairing' ? pairingTitle(world, pairing, lang) : sinceText(pairing, lang);
    return text ? plain(text) : { found: `{{${inner}}}: no source tells its first year`, want: 'leave it out' };
  }
  const found = world.findFigure(first);
  if (!found) return { found: `{{${inner}}}: there is no figure ${first}`, want: 'take an id from data/figures.csv' };
  const way = second === undefined ? null : WAYS.find((one) => one === second);
  if (way === undefined) return { found: `{{${inner}}} is no reference`, want: HELP };
  const { figure } = found;
  const source = world.sourceNumber(figure.source);
  const piece = (text: string): Piece => ({ text, figure: figure.id, source, filled: true });
  if (figure.value === null) return { found: `{{${inner}}}: ${first} is a dated fact without a number`, want: 'say it in words' };
  if (way === 'rate') {
    const rate = rateOf(world, figure) === null ? '' : figureRate(world, figure, lang);
    return rate ? piece(rate) : { found: `{{${inner}}}: ${first} has no yearly rate`, want: 'refer to the figure itself' };
  }
  const period = way === 'amount' ? '' : periodText({ ...figure, basis: 'stated' }, lang);
  const amount = figureText(figure, lang);
  return piece(period ? (lang === 'zh' ? `${amount}（${period}）` : `${amount} (${period})`) : amount);
}

/** Words with their references filled in, piece by piece; one that cannot be filled stands as it was written. */
export function filled(world: World, words: string, lang: Lang): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const write = (text: string) => text && pieces.push({ text, figure: null, source: null, filled: false });
  for (const { 0: whole, 1: inner, index } of words.matchAll(REFERENCE)) {
    write(words.slice(end, index));
    const said = reference(world, inner!, lang);
    if ('text' in said) pieces.push(said);
    else write(whole);
    end = index + whole.length;
  }
  write(words.slice(end));
  return pieces;
}

/** Words as they are said aloud: references filled in, marks of sources left out. */
export const spoken = (world: World, words: string, lang: Lang): string =>
  filled(world, words, lang)
    .map(({ text }) => text)
    .join('');

/** What dates, ordinals and plans are written with: numbers that are no figures. */
const DATES: Record<Lang, RegExp> = {
  zh: /\d{4}\s*[—–-]\s*\d{4}\s*年?|\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|第\s*[\d一二三四五六七八九十]+|“?十[一二三四五六]五”?/g,
  en: /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:19|20)\d{2}(?:[–-](?:(?:19|20)\d{2}|\d{2}))?s?\b|\b\d+(?:st|nd|rd|th)\b/g,
};
const SCALES: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const NUMBERS: Record<Lang, RegExp> = {
  zh: /(\d[\d,]*(?:\.\d+)?)(?:[余多来])?(万亿|[百千万亿])?(?:[余多])?[%％]?/g,
  en: /(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion))?%?/gi,
};
/** A number in words with what it counts: 一百余对, 三十六项. */
const HAN =
  /(?<![\d.余多来]\s?)([一二两三四五六七八九十百千万亿]*[十百千万亿][一二两三四五六七八九十百千万亿]*)[余多]?(?=[个对名条项座家所人次趟列位户万亿元公棵株头只])/g;
const HAN_DIGITS = '零一二三四五六七八九';

/** A round number in Chinese numerals: 一百 is 100, 三十六 36, 十万 100,000. */
function han(text: string): number {
  let [sum, part, digit] = [0, 0, 0];
  for (const character of text) {
    const scale = character === '十' ? 10 : SCALES[character];
    if (scale === undefined) digit = character === '两' ? 2 : HAN_DIGITS.indexOf(character);
    else if (scale >= 1e4) [sum, part, digit] = [(sum + (part + digit || 1)) * scale, 0, 0];
    else [part, digit] = [part + (digit || 1) * scale, 0];
  }
  return sum + part + digit;
}

/**
 * Everything in a slide's words that cannot stand: references that lead nowhere, and numbers typed by hand that no figure of the
 * record has and the atlas does not count. Dates, ordinals and the names of plans are no figures.
 */
export function wordsProblems(world: World, words: string, lang: Lang): WordsProblem[] {
  const problems: WordsProblem[] = [];
  for (const [, inner] of words.matchAll(REFERENCE)) {
    const said = reference(world, inner!, lang);
    if (!('text' in said)) problems.push(said);
  }
  const known = new Set<number>([
    ...everyFigure(world.dataset).flatMap(({ value, upper }: Figure) => [value, upper].filter((one) => one !== null)),
    ...Object.values(counts(world)),
  ]);
  // Addresses and list numbers are no words.
  const rest = words
    .replace(REFERENCE, ' ')
    .replace(/\]\([^)]*\)|<https?:[^>]*>|^\s*\d+\.\s/gm, ' ')
    .replace(DATES[lang], ' ');
  const typed = [...rest.matchAll(NUMBERS[lang])].map(([whole, digits, scale]) => ({
    whole: whole.trim(),
    value: Number((Number(digits!.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1)).toPrecision(12)),
  }));
  if (lang === 'zh') typed.push(...[...rest.matchAll(HAN)].map(([whole, text]) => ({ whole, value: han(text!) })));
  for (const { whole, value } of typed)
    if (!known.has(value))
      problems.push({
        found: `“${whole}” is typed by hand, and no record has it`,
        want: 'refer to the figure: {{figure-id}}',
        typed: whole,
      });
  return problems;
}
