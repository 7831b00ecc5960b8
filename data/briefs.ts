import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDeck } from '../src/briefing/check.ts';
import type { Deck } from '../src/state/deck.ts';
import type { Lang } from '../src/state/lang.ts';
import type { World } from '../src/state/world.ts';

/** A brief in both languages, by its id. */
export interface Brief {
  id: string;
  decks: Record<Lang, Deck>;
}

const FOLDER = 'briefs';
const LANGS: readonly Lang[] = ['zh', 'en'];
const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(zh|en)\.md$/;

/** The decks of a data folder as text, by file name under `briefs/`. */
export function readBriefs(folder: string): ReadonlyMap<string, string> {
  const kept = path.join(folder, FOLDER);
  const files = existsSync(kept) ? readdirSync(kept).sort() : [];
  return new Map(files.map((file) => [file, readFileSync(path.join(kept, file), 'utf8')]));
}

/** Checks every deck against the data: all problems at one go, each as `data/briefs/x.zh.md:12: found; what would be right`; briefs come out only of decks without any. */
export function checkBriefs(world: World, texts: ReadonlyMap<string, string>): { briefs: Brief[]; problems: string[] } {
  const problems: string[] = [];
  const found = new Map<string, Partial<Record<Lang, Deck>>>();
  for (const [file, text] of texts) {
    const at = (line: number) => `data/${FOLDER}/${file}:${line}`;
    const [, id, lang] = NAME.exec(file) ?? [];
    if (!id) {
      problems.push(`${at(1)}: not named as a deck; name it id.zh.md or id.en.md, in lower-case letters, digits and hyphens`);
      continue;
    }
    const checked = checkDeck(world, text);
    for (const { line, found: what, want } of checked.problems) problems.push(`${at(line)}: ${what}; ${want}`);
    if (checked.deck && checked.deck.lang !== lang)
      problems.push(`${at(1)}: lang is ${checked.deck.lang}, the file’s name says ${lang}; correct one of them`);
    found.set(id, { ...found.get(id), ...(checked.deck ? { [lang!]: checked.deck } : {}) });
    for (const other of LANGS)
      if (!texts.has(`${id}.${other}.md`)) problems.push(`${at(1)}: there is no ${id}.${other}.md; a brief stands in both languages`);
  }
  const briefs = [...found].flatMap(([id, { zh, en }]): Brief[] => {
    if (!zh || !en) return [];
    const shape = ({ slides }: Deck) => slides.map(({ kind, view }) => `${kind} ${view}`.trim());
    const [a, b] = [shape(zh), shape(en)];
    const apart = a.findIndex((slide, i) => slide !== b[i]);
    if (a.length !== b.length)
      problems.push(`data/${FOLDER}/${id}.en.md:1: ${b.length} slides, ${a.length} in Chinese; give both the same`);
    else if (apart >= 0)
      problems.push(`data/${FOLDER}/${id}.en.md:1: slide ${apart + 1} is “${b[apart]}”, in Chinese “${a[apart]}”; give both the same`);
    return [{ id, decks: { zh, en } }];
  });
  return { briefs: problems.length ? [] : briefs, problems };
}

/** A sentence of a deck that reads otherwise in two states of the data. */
export interface Touched {
  /** `data/briefs/overview.zh.md`, and the number of its slide. */
  file: string;
  slide: number;
  before: string;
  after: string;
}

/** Every sentence of the decks that a change of the data touches: in words and notes alike. `say` fills in the references of one state. */
export function touchedBy(
  texts: ReadonlyMap<string, string>,
  read: (text: string) => Deck | null,
  say: { before: (words: string, lang: Lang) => string; after: (words: string, lang: Lang) => string },
): Touched[] {
  return [...texts].flatMap(([file, text]) => {
    const deck = read(text);
    return (deck?.slides ?? []).flatMap(({ words, notes }, i) =>
      [words, notes]
        .flatMap((part) => part.split(/\n|(?<=[。！？])|(?<=[.!?] )/))
        .flatMap((sentence): Touched[] => {
          const [before, after] = [say.before(sentence, deck!.lang), say.after(sentence, deck!.lang)].map((said) => said.trim());
          return before === after ? [] : [{ file: `data/${FOLDER}/${file}`, slide: i + 1, before: before!, after: after! }];
        }),
    );
  });
}
