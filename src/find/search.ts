import type { Readings } from '../../data/search.ts';
import { KINDS, type Entry } from './entries.ts';

/** How well a name fits what was typed, the best first. `same`: but for a suffix such as 州, or one end of a pairing. */
const TIER = { exact: 0, same: 1, prefix: 2, initials: 3, word: 4, inside: 5, typo: 6 } as const;

/** From and to, as offsets in a text; `to` is the first that is not in it. */
export type Range = readonly [from: number, to: number];

/** The letters and digits of a text as they are compared: without case, accents, spaces and signs. */
interface Letters {
  text: string;
  /** For each letter its place in the name as written. In a reading, that of the Chinese letter it spells. */
  at: Range[];
  /** The whole and, of a pairing, its two ends. `stem` is where the suffix begins: after 海西 in 海西州. */
  parts: { from: number; stem: number; to: number }[];
  words: Range[];
  /** A bit for each letter that occurs; letters share bits. */
  bits: number;
}

interface Name {
  zh: Letters;
  en: Letters;
  /** What is typed for the Chinese name on a Latin keyboard. */
  reading: Letters;
  /** Where in the reading its syllables begin, and its end; one syllable spells one letter of `zh`. */
  syllables: number[];
}

interface Indexed {
  entry: Entry;
  /** As many as the entry has. */
  names: Name[];
  /** Its id as letters. */
  code: string;
}

export type Index = readonly Indexed[];

export interface Hit {
  entry: Entry;
  /** Which of the entry's names was found. */
  name: number;
  /** What of that name to mark, in either language. */
  marks: { zh: Range[]; en: Range[] };
}

/** Makes entries searchable. A letter without a reading stands for itself. */
export function readIndex(entries: readonly Entry[], { letters: spelt, names }: Readings): Index {
  const syllable = new Map(Object.entries(spelt).flatMap(([syllable, all]) => [...all].map((letter) => [letter, syllable] as const)));
  const spell = (zh: string, { text }: Letters) => names[zh]?.split(' ') ?? [...text].map((letter) => syllable.get(letter) ?? letter);
  return entries.map((entry) => ({
    entry,
    names: entry.names.map(({ zh, en }) => {
      const chinese = letters(zh);
      return { zh: chinese, en: letters(en), ...spelled(chinese, spell(zh, chinese)) };
    }),
    code: letters(entry.id).text,
  }));
}

/**
 * The entries that hold every word of the query, the best first, `limit` at most. Words may be Chinese letters, pinyin with
 * or without spaces, initials, English or an id. Misspelt words count only where nothing is called as it was typed, and
 * stand last.
 */
export function search(index: Index, query: string, limit: number): Hit[] {
  const words = typed(query);
  if (words.length === 0) return [];
  const found = scan(index, words, false);
  if (found.length < limit && (found[0]?.match.tier ?? Infinity) > TIER.same) {
    const there = new Set(found.map(({ indexed }) => indexed));
    const rest = index.filter((indexed) => !there.has(indexed));
    found.push(...scan(rest, words, true));
  }
  return found.slice(0, limit).map(({ indexed: { entry }, name, match: { zh, en } }) => ({ entry, name, marks: { zh, en } }));
}

/** A text in pieces, each marked or not. Ranges may overlap and come in any order. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; marked: boolean }[] {
  const cuts = [...new Set([0, text.length, ...ranges.flat()])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => ({
    text: text.slice(cuts[i], to),
    marked: ranges.some(([from, end]) => from <= cuts[i]! && to <= end),
  }));
}

const HAN = /\p{Script=Han}/u;
const folded = new Map<string, string>();

/** A character as it is compared; empty for a sign. */
function fold(char: string): string {
  let known = folded.get(char);
  if (known === undefined) {
    known = char
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '');
    folded.set(char, known);
  }
  return known;
}

/** A word of a query, with what every name is asked of it. */
interface Word {
  text: string;
  han: boolean;
  /** Without the kind of place; null where none was typed. */
  stem: string | null;
  bits: number;
}

function word(text: string): Word {
  const short = stem(text);
  return { text, han: HAN.test(text), stem: short === text ? null : short, bits: bitsOf(text) };
}

/** The words of a query; Chinese and Latin letters are words apart. */
function typed(query: string): string[] {
  const { text, words } = letters(query);
  return words.flatMap(([from, to]) => text.slice(from, to).match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []);
}

const PEOPLES =
  '蒙古|藏|回|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|壮|土家|土|撒拉|保安|东乡|裕固|羌|彝|白|傣|哈尼|傈僳|布依|苗|侗|水|瑶|仡佬|朝鲜|满|各';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族?)*自治[州县区旗]$`, 'u');
const SUFFIX = /^(.{2,}?)(?:地区|新区|[省市州县区镇旗])$/u;

/** A Chinese name without the kind of place: 海西 of 海西州 and of 海西蒙古族藏族自治州. */
const stem = (zh: string): string => (AUTONOMOUS.exec(zh) ?? SUFFIX.exec(zh))?.[1] ?? zh;

function letters(written: string): Letters {
  const at: Range[] = [];
  const words: number[] = [];
  const ends = [0];
  let text = '';
  let offset = 0;
  let apart = true;
  for (const char of written) {
    const kept = fold(char);
    if (char === '→') ends.push(text.length);
    if (kept !== '' && apart) words.push(text.length);
    apart = kept === '' && (apart || !/['’]/.test(char));
    for (let i = 0; i < kept.length; i++) at.push([offset, offset + char.length]);
    text += kept;
    offset += char.length;
  }
  const upTo = (starts: number[], i: number) => starts[i + 1] ?? text.length;
  const part = (from: number, to: number) => ({ from, to, stem: from + stem(text.slice(from, to)).length });
  return {
    text,
    at,
    parts: [part(0, text.length), ...(ends.length > 1 ? ends.map((from, i) => part(from, upTo(ends, i))) : [])],
    words: words.map((from, i) => [from, upTo(words, i)]),
    bits: bitsOf(text),
  };
}

/** The reading of a Chinese name: as letters, each of which knows the Chinese letter that it spells. */
function spelled(zh: Letters, spelt: readonly string[]): { reading: Letters; syllables: number[] } {
  const syllables = [0];
  const at: Range[] = [];
  spelt.forEach((syllable, i) => {
    syllables.push(syllables[i]! + syllable.length);
    for (let k = 0; k < syllable.length; k++) at.push(zh.at[i]!);
  });
  const text = spelt.join('');
  const reading = {
    text,
    at,
    parts: zh.parts.map(({ from, stem, to }) => ({ from: syllables[from]!, stem: syllables[stem]!, to: syllables[to]! })),
    words: zh.words.map(([from, to]): Range => [syllables[from]!, syllables[to]!]),
    bits: bitsOf(text),
  };
  return { reading, syllables };
}

/** How well something was found, and what of the name to mark. */
interface Match {
  tier: number;
  zh: Range[];
  en: Range[];
}
interface Scanned {
  indexed: Indexed;
  name: number;
  match: Match;
}

function scan(index: Index, typed: string[], typos: boolean): Scanned[] {
  const joined = word(typed.join(''));
  const words = [...new Set(typed)].map(word);
  const found = index.flatMap((indexed): Scanned[] => {
    const matches = indexed.names.map((name, i) => {
      const match = better(fits(name, joined, typos), typed.length > 1 ? fitsAll(name, words, typos) : null);
      // Another name than the one shown must be typed whole to count as much.
      return match && i > 0 && match.tier > TIER.exact ? { ...match, tier: Math.max(match.tier, TIER.word) } : match;
    });
    if (indexed.code === joined.text) matches[0] = { ...(matches[0] ?? { zh: [], en: [] }), tier: TIER.exact };
    const best = matches.reduce(better);
    return best ? [{ indexed, name: matches.indexOf(best), match: best }] : [];
  });
  // Sorting keeps the order of the dataset among equals.
  return found.sort((a, b) => a.match.tier - b.match.tier || rank(a) - rank(b) || size(a) - size(b));
}

const rank = ({ indexed: { entry } }: Scanned): number => KINDS.indexOf(entry.kind);
/** Short names stand before long ones, whatever their suffix. */
const size = ({ indexed, name }: Scanned): number => indexed.names[name]!.zh.parts[0]!.stem;
const better = (a: Match | null, b: Match | null): Match | null => (a && (!b || a.tier <= b.tier) ? a : b);

/** Every word must be found; together they are as good as the worst of them. */
function fitsAll(name: Name, words: readonly Word[], typos: boolean): Match | null {
  const all: Match = { tier: 0, zh: [], en: [] };
  for (const word of words) {
    const match = (typos ? fits(name, word, false) : null) ?? fits(name, word, typos);
    if (!match) return null;
    all.tier = Math.max(all.tier, match.tier);
    all.zh.push(...match.zh);
    all.en.push(...match.en);
  }
  return all;
}

/** Where in the letters something was found, and how well. */
interface Found {
  tier: number;
  from: number;
  to: number;
}

function fits(name: Name, word: Word, typos: boolean): Match | null {
  // ü is typed as v or u.
  const spelt = word.text.includes('v') ? { ...word, text: word.text.replaceAll('v', 'u') } : word;
  const zh = typos ? misspelt(name.zh, word) : written(name.zh, word);
  const reading = word.han
    ? null
    : typos
      ? misspelt(name.reading, spelt)
      : (written(name.reading, spelt, name.syllables) ?? abbreviated(name, spelt));
  const en = word.han ? null : typos ? misspelt(name.en, word) : written(name.en, word);
  if (!zh && !reading && !en) return null;
  const tier = Math.min(zh?.tier ?? Infinity, reading?.tier ?? Infinity, en?.tier ?? Infinity);
  return { tier, zh: zh ? mark(name.zh, zh) : mark(name.reading, reading), en: mark(name.en, en) };
}

const mark = ({ at }: Letters, found: Found | null): Range[] =>
  found && found.to > found.from ? [[at[found.from]![0], at[found.to - 1]![1]]] : [];

/** From one end of a pairing into the other a word is there by chance, unless it goes on to the other's end: `tianjing` is no Tianjin → Gansu. */
const whole = (parts: Letters['parts'], from: number, to: number): boolean =>
  parts.slice(2).every((part) => from >= part.from || to <= part.from || to === part.stem || to === part.to);

/** Finds a word as it was typed. Inside a reading it counts only from where a syllable begins to where one ends. */
function written({ text, parts, words }: Letters, { text: word, stem: short, han }: Word, syllables?: readonly number[]): Found | null {
  const found = (tier: number, from: number, to = from + word.length) => ({ tier, from, to });
  if (text === word) return found(TIER.exact, 0);
  if (short !== null) for (const { from, stem } of parts) if (text.slice(from, stem) === short) return found(TIER.same, from, stem);
  if (!text.includes(word)) return null;
  // So from one word into the next, unless it goes on to the end of one.
  const apart = (from: number) => {
    const to = from + word.length;
    const across = words.some(([begin]) => from < begin && begin < to);
    return whole(parts, from, to) && (!across || words.some(([, end]) => end === to));
  };
  for (const { from, stem, to } of parts)
    if (text.startsWith(word, from) && (from + word.length === stem || from + word.length === to)) return found(TIER.same, from);
  for (const { from } of parts) if (text.startsWith(word, from) && apart(from)) return found(TIER.prefix, from);
  for (const [from] of words) if (text.startsWith(word, from) && apart(from)) return found(TIER.word, from);
  // Two Latin letters within a word are there by chance.
  if (word.length < 3 && !han) return null;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if ((!syllables || (syllables.includes(at) && syllables.includes(at + word.length))) && apart(at)) return found(TIER.inside, at);
  return null;
}

/** Finds initials, or beginnings of successive syllables: `hx` and `haix` for 海西. */
function abbreviated({ reading, syllables }: Name, { text: word }: Word): Found | null {
  for (const [begin] of reading.words) {
    if (reading.text[begin] !== word[0]) continue;
    const first = syllables.indexOf(begin);
    let reached = [0];
    for (let i = first; i + 1 < syllables.length && reached.length > 0; i++) {
      const next = new Set<number>();
      for (const done of reached)
        for (let k = 0; syllables[i]! + k < syllables[i + 1]! && word[done + k] === reading.text[syllables[i]! + k]; k++)
          next.add(done + k + 1);
      if (next.has(word.length) && whole(reading.parts, begin, syllables[i + 1]!)) {
        const head = reading.parts.some(({ from }) => from === begin);
        // Within a long name syllables with a last one begun are there by chance.
        if (!head && word.length > i + 1 - first) break;
        return { tier: head ? TIER.initials : TIER.word, from: begin, to: syllables[i + 1]! };
      }
      reached = [...next];
    }
  }
  return null;
}

/**
 * Finds a word with one slip from four letters on, two from eight: in the name, in an end of a pairing, in a word; from six
 * letters on also in their beginnings.
 */
function misspelt({ text, parts, words, bits }: Letters, { text: word, bits: wanted }: Word): Found | null {
  const most = word.length >= 8 ? 2 : 1;
  // A letter that is nowhere in the name is a slip: that rules most names out.
  if (word.length < 4 || bitCount(wanted & ~bits) > most) return null;
  const open = word.length >= 6;
  let best: Found | null = null;
  const look = (from: number, to: number) => {
    const slips = distance(word, text.slice(from, open ? from + word.length + most : to), most, open);
    const end = open ? Math.min(text.length, from + word.length) : to;
    // A letter or two into a pairing's other end are a slip, and no part of that.
    const astray = parts.slice(2).some((part) => from < part.from && end > part.from && end < part.from + 3);
    if (slips <= most && !astray && (best === null || TIER.typo + slips < best.tier)) best = { tier: TIER.typo + slips, from, to: end };
  };
  for (const { from, stem, to } of parts) {
    look(from, to);
    if (stem < to && !open) look(from, stem);
  }
  for (const [from, to] of words) look(from, to);
  return best;
}

function bitsOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << text.charCodeAt(i);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** Three rows of the table of distances between beginnings, kept because making them takes longer than filling them. */
const ROWS: [number[], number[], number[]] = [[], [], []];

/** Slips between two words (a letter more, less, changed, or two swapped), or Infinity if more than `most`. With `open`, to the nearest beginning of `b`. */
export function distance(a: string, b: string, most: number, open = false): number {
  if (a.length - b.length > most || (!open && b.length - a.length > most)) return Infinity;
  const none = most + 1;
  // Only a band about the table's diagonal can hold so few slips; what lies beside it is walled off.
  let [before, last, row] = ROWS;
  for (let j = 0; j <= Math.min(b.length, most); j++) last[j] = j;
  last[most + 1] = none;
  let nearest = 0;
  for (let i = 1; i <= a.length; i++) {
    const [left, right] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    row[left - 1] = left === 1 ? Math.min(i, none) : none;
    nearest = row[left - 1]!;
    for (let j = left; j <= right; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, before[j - 2]! + 1);
      row[j] = slips;
      nearest = Math.min(nearest, slips);
    }
    row[right + 1] = none;
    if (nearest > most) return Infinity;
    [before, last, row] = [last, row, before];
  }
  const slips = open ? nearest : last[b.length]!;
  return slips <= most ? slips : Infinity;
}
