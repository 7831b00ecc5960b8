import type { Lang } from './lang.ts';
import { DEFAULTS, format, KEYS, parse } from './url.ts';

/** What a slide is: how it is composed, and what the deck may ask of it. */
export const KINDS = ['cover', 'map', 'pairing', 'compare', 'timeline', 'table', 'statement', 'sources', 'end'] as const;
export type Kind = (typeof KINDS)[number];

export interface Slide {
  kind: Kind;
  /** Query string of what its map, table or comparison shows; empty: the first view. */
  view: string;
  /** Its words in Markdown, with references to figures. */
  words: string;
  /** What is to be said with it; empty where nothing is. */
  notes: string;
}

/** A brief: slides in an order, in one language. */
export interface Deck {
  title: string;
  lang: Lang;
  slides: Slide[];
}

/** More slides are no talk, and a link could hold thousands. */
export const MOST_SLIDES = 100;

/** What a deck's text may offend against. */
export type DeckRule =
  | 'tooLarge'
  | 'noFrontMatter'
  | 'noTitle'
  | 'noLang'
  | 'badLang'
  | 'noEntry'
  | 'twice'
  | 'open'
  | 'noKind'
  | 'badKind'
  | 'unknownKey'
  | 'unknownViewKey'
  | 'badValue'
  | 'needs'
  | 'tooMany';

/** Something wrong with a deck: on which line of its file, against which rule, and what of the file is told with it. */
export interface DeckProblem {
  line: number;
  rule: DeckRule;
  of: string[];
}
type Wrong = (line: number, rule: DeckRule, ...of: string[]) => void;

/** A deck as it was read, with the lines on which each slide's view, words and notes stand. */
export interface Read {
  deck: Deck | null;
  lines: { view: number; words: number; notes: number }[];
  problems: DeckProblem[];
}

const RULE = /^---\s*$/;
const ENTRY = /^([A-Za-z][\w-]*):(?:\s+(.*))?$/;
const DECK_KEYS = ['title', 'lang'];
const SLIDE_KEYS = ['kind', 'view'];
/** A view without which a slide of a kind has nothing to show. */
const NEEDS: Partial<Record<Kind, readonly string[]>> = { pairing: ['pairing'], compare: ['pairing', 'compare'] };

interface Block {
  entries: Map<string, { value: string; line: number }>;
  /** Line after its end, counted from 0. */
  next: number;
}

/**
 * Reads a deck: front matter between rules of three hyphens, slides parted by them, each with front matter of its own, words in
 * Markdown, and a comment at its end for what is said. The first block is the deck's and the first slide's at once. Every problem
 * is found at one go; a deck with any is null, and nothing of its text is lost, for it is the caller's still.
 */
export function readDeck(text: string): Read {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const problems: DeckProblem[] = [];
  const wrong: Wrong = (line, rule, ...of) => void problems.push({ line: line + 1, rule, of });
  const head = block(lines, 0, wrong);
  if (!head) {
    wrong(0, 'noFrontMatter');
    return { deck: null, lines: [], problems };
  }
  const title = head.entries.get('title')?.value ?? '';
  if (!title) wrong(0, 'noTitle');
  const lang = head.entries.get('lang')?.value;
  if (lang === undefined) wrong(0, 'noLang');
  else if (lang !== 'zh' && lang !== 'en') wrong(head.entries.get('lang')!.line, 'badLang', lang);

  const slides: Slide[] = [];
  const places: Read['lines'] = [];
  let at = 0;
  let own: Block | null = head;
  for (;;) {
    const start: number = own ? own.next : at;
    let end: number = start;
    while (end < lines.length && !RULE.test(lines[end]!)) end++;
    const { words, notes, notesAt } = apart(lines.slice(start, end));
    const first = slides.length === 0;
    const view = own?.entries.get('view')?.value ?? '';
    const rule = Math.max(0, at - 1);
    const kind = kindOf(own, rule, wrong);
    if (own) unknownKeys(own, first ? [...DECK_KEYS, ...SLIDE_KEYS] : SLIDE_KEYS, wrong);
    checkView(view, kind, own?.entries.get('view')?.line ?? rule, wrong);
    slides.push({ kind: kind ?? 'statement', view, words, notes });
    const blank = lines.slice(start, end).findIndex((line) => line.trim() !== '');
    places.push({ view: (own?.entries.get('view')?.line ?? rule) + 1, words: start + Math.max(0, blank) + 1, notes: start + notesAt + 1 });
    if (end >= lines.length) break;
    at = end + 1;
    own = isBlock(lines, end) ? block(lines, end, wrong) : null;
    // A rule at the very end of a file begins no slide.
    if (!own && lines.slice(at).every((line) => line.trim() === '')) break;
  }
  if (slides.length > MOST_SLIDES) wrong(places[MOST_SLIDES]!.view - 1, 'tooMany', String(slides.length));
  problems.sort((a, b) => a.line - b.line);
  return { deck: problems.length ? null : { title, lang: lang as Lang, slides }, lines: places, problems };
}

/**
 * Writes a deck as `readDeck` reads it. What a reader typed must not end a slide or its notes: a rule becomes one of asterisks, which
 * Markdown draws alike, and an end of a comment, or in words its beginning, is parted by a
 * space.
 */
export function writeDeck({ title, lang, slides }: Deck): string {
  const parts = slides.map(({ kind, view, words, notes }, i) => {
    const keys = [
      ...(i === 0 ? [`title: ${quoted(oneLine(title))}`, `lang: ${lang}`] : []),
      `kind: ${kind}`,
      ...(view ? [`view: ${oneLine(view)}`] : []),
    ];
    const text = plainRules(words).replaceAll('<!--', '<!- -');
    const said = notes.trim() ? `\n<!--\n${plainRules(notes).replaceAll('-->', '-- >').trim()}\n-->\n` : '';
    return `---\n${keys.join('\n')}\n---\n${text.trim() ? `\n${text.trim()}\n` : ''}${said}`;
  });
  return parts.join('\n');
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
/** What stands in quotes would lose them when it is read. */
const quoted = (text: string): string => (/^(["']).*\1$/.test(text) ? `"${text}"` : text);
const plainRules = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => (RULE.test(line) ? '***' : line))
    .join('\n');

/** Whether a rule opens front matter: its next line is an entry, as none of a slide's words that follow a rule at once would be. */
const isBlock = (lines: readonly string[], rule: number): boolean => ENTRY.test(lines[rule + 1] ?? '');

/** Front matter that begins with the rule on a line; null where there is none. */
function block(lines: readonly string[], rule: number, wrong: Wrong): Block | null {
  if (!RULE.test(lines[rule] ?? '')) return null;
  const entries: Block['entries'] = new Map();
  for (let i = rule + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (RULE.test(line)) return { entries, next: i + 1 };
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, key, value = ''] = ENTRY.exec(line) ?? [];
    if (!key) wrong(i, 'noEntry', line.trim());
    else if (entries.has(key)) wrong(i, 'twice', key);
    else entries.set(key, { value: value.trim().replace(/^(["'])(.*)\1$/, '$2'), line: i });
  }
  wrong(rule, 'open');
  return { entries, next: lines.length };
}

function kindOf(own: Block | null, at: number, wrong: Wrong): Kind | null {
  const entry = own?.entries.get('kind');
  const known = KINDS.find((kind) => kind === entry?.value);
  if (known) return known;
  if (entry) wrong(entry.line, 'badKind', entry.value);
  else wrong(at, 'noKind');
  return null;
}

function unknownKeys({ entries }: Block, known: readonly string[], wrong: Wrong): void {
  for (const [key, { line }] of entries) if (!known.includes(key)) wrong(line, 'unknownKey', key, ...known);
}

/** A view's keys and the values that they take; whether its ids are known, the data must say. */
function checkView(view: string, kind: Kind | null, line: number, wrong: Wrong): void {
  const taken = new URLSearchParams(format(parse(view)));
  for (const [key, value] of new URLSearchParams(view)) {
    if (!(KEYS as readonly string[]).includes(key)) wrong(line, 'unknownViewKey', key);
    else if (!taken.has(key) && !isDefault(key, value)) wrong(line, 'badValue', key, value);
  }
  for (const key of (kind && NEEDS[kind]) ?? []) if (!taken.has(key)) wrong(line, 'needs', kind!, key);
}

/** What an address leaves out because it is so anyway. */
const isDefault = (key: string, value: string): boolean => (DEFAULTS as unknown as Record<string, unknown>)[key] === value;

/** A slide's words, and the comment at its end. */
function apart(lines: readonly string[]): { words: string; notes: string; notesAt: number } {
  const text = lines.join('\n');
  const whole = text.trimEnd();
  const opens = text.indexOf('<!--');
  // No pattern: a file full of beginnings without an end would keep one busy for minutes.
  if (opens < 0 || !whole.endsWith('-->') || opens + 4 > whole.length - 3) return { words: text.trim(), notes: '', notesAt: 0 };
  const before = text.slice(0, opens);
  const comment = whole.slice(opens + 4, -3);
  const lead = comment.slice(0, comment.length - comment.trimStart().length);
  return { words: before.trim(), notes: comment.trim(), notesAt: (before + lead).split('\n').length - 1 };
}
