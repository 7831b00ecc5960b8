import { createHash } from 'node:crypto';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Release } from '../../data/release.ts';
import type { Dataset } from '../../data/schema.ts';
import { cssVariables, DARK, LIGHT } from '../look/themes.ts';
import { TAG } from '../pages/about.ts';
import { sharedFiles } from '../pages/assets.ts';
import { LANGS, pairingsOf, subjectsOf, type Subject } from '../pages/subjects.ts';
import tokens from '../parts/tokens.css?raw';
import type { Lang } from '../state/lang.ts';
import { World } from '../state/world.ts';
import type { InsetGround, StillGround } from '../still/ground.ts';
import { bare } from '../still/markup.ts';
import { changesIn, type Change } from '../text/differences.ts';
import { EDITION } from '../text/edition.ts';
import { embedPath } from '../text/share.ts';
import { tipText } from '../text/tip.ts';
import Embed from './Embed.svelte';
import css from './embed.css?raw';
import EmbedHead from './EmbedHead.svelte';

/** What the pages of embeds have in common, as names from the first page of the site. */
export interface EmbedShared {
  css: string;
  /** The script that answers, and the module that has the live map. */
  script: string;
  live: string;
}

/** Which edition of the data a page has. */
export interface Edition {
  /** Its day. */
  date: string;
  /** What has changed since, where it is not today's; null: today's. */
  changes: readonly Change[] | null;
  /** Of today's page: days of the editions in which this subject stands as it does today, and of those that have a page of their own. */
  same: readonly string[];
  apart: readonly string[];
}

/** An edition of another day, with all that had a page then. */
interface Kept {
  date: string;
  world: World;
  subjects: Map<string, Subject>;
}

/** What the pages of embeds are made of beside the data. */
export interface EmbedGiven {
  ground: StillGround;
  inset: InsetGround;
  site: string | null;
  /** The script that answers, as text; and the name of the live map's module from the first page. */
  script: string;
  live: string;
  /** Editions that are kept: an embed may be bound to one. */
  releases: readonly Release[];
}

const named = (stem: string, content: string, ending: string): string =>
  `assets/${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${ending}`;

/** The sheet of style: the theme by what the reader's system asks for, unless the page is told one. */
const sheet = (): string => {
  const [light, dark] = [cssVariables(LIGHT), cssVariables(DARK)];
  return [
    `:root{${light}}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}@media print{:root,:root[data-theme]{${light}}}`,
    ...[tokens, css].map((text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n')),
  ].join('\n');
};

/**
 * Every file of the embeds by its name from the first page of the site: a page for each pairing, donor, recipient and programme
 * in both languages, their script and their sheet of style; and one more for each edition in which they were not as they are
 * today. What today's edition has no more keeps the page of the last that had it: the address of an embed never ends.
 */
export function embedFiles(dataset: Dataset, { ground, inset, site, script, live, releases }: EmbedGiven): Map<string, string> {
  const world = new World(dataset);
  const subjects = byId(world);
  const kept = releases
    .filter(({ date }) => date !== EDITION)
    .map(({ date, dataset: old }): Kept => {
      const then = new World(old);
      return { date, world: then, subjects: byId(then) };
    });
  const common = sharedFiles(ground, inset);
  const style = sheet();
  const shared: EmbedShared = { css: named('embed', style, 'css'), script: named('embed', script, 'js'), live };
  const files = new Map([
    [shared.css, style],
    [shared.script, script],
  ]);
  const put = (of: World, subject: Subject, lang: Lang, folder: string, edition: Edition) => {
    const home = '../'.repeat(folder.split('/').length - 1);
    files.set(`${folder}index.html`, page(of, subject, lang, shared, { home, site, common, edition, pages: subjects }));
  };
  for (const subject of subjects.values()) {
    // A day on which there was no such page yet has none: today's says so.
    const others = kept.flatMap((of) => {
      const then = of.subjects.get(subject.id);
      return then ? [{ ...of, then, changes: changesOf(of.world, world, then, subject) }] : [];
    });
    const apart = others.filter(({ changes }) => LANGS.some((lang) => changes[lang].length));
    const same = [...others.filter((one) => !apart.includes(one)).map(({ date }) => date), EDITION];
    for (const lang of LANGS) {
      const edition = { date: EDITION, changes: null, same, apart: apart.map(({ date }) => date) };
      put(world, subject, lang, embedPath(subject.id, lang), edition);
      for (const { date, world: old, then, changes } of apart)
        put(old, then, lang, embedPath(subject.id, lang, date), { date, changes: changes[lang], same: [], apart: [] });
    }
  }
  for (const { date, world: old, subjects: then } of kept)
    for (const subject of then.values()) {
      if (subjects.has(subject.id)) continue;
      const changes = changesOf(old, world, subject);
      const days = kept.filter((of) => of.subjects.has(subject.id)).map((of) => of.date);
      for (const lang of LANGS) {
        const edition = { date, changes: changes[lang], same: [], apart: [] };
        put(old, subject, lang, embedPath(subject.id, lang, date), edition);
        // Editions come oldest first: the last one that had it stays.
        put(old, subject, lang, embedPath(subject.id, lang), { ...edition, apart: days });
      }
    }
  return files;
}

const byId = (world: World) => new Map(subjectsOf(world).map((subject) => [subject.id, subject]));

/** What has changed between two editions in all the pairings that a page shows in either, in each language. */
function changesOf(before: World, after: World, ...subjects: Subject[]): Record<Lang, Change[]> {
  const ids = [...new Set(subjects.flatMap((subject) => pairingsOf(subject).map(({ id }) => id)))];
  return { zh: changesIn(before, after, ids, 'zh'), en: changesIn(before, after, ids, 'en') };
}

function page(
  world: World,
  subject: Subject,
  lang: Lang,
  shared: EmbedShared,
  {
    common,
    ...of
  }: { home: string; site: string | null; common: ReturnType<typeof sharedFiles>; edition: Edition; pages: ReadonlyMap<string, Subject> },
): string {
  const made = (component: unknown, props: object) => render(component as Component<Record<string, unknown>>, { props: { ...props } });
  const head = bare(made(EmbedHead, { world, lang, subject, shared, ...of }).head);
  const body = bare(made(Embed, { world, lang, subject, shared: common, ...of }).body);
  const arcs = [...body.matchAll(/<template data-card="([^"]+)"/g)].map(([, id]) => id!);
  const answers = Object.fromEntries(arcs.map((id) => [id, { [lang]: tipText(world, { kind: 'pairing', id }, lang, null) }]));
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `<!doctype html>\n<html lang="${TAG[lang]}">\n<head>\n<meta charset="utf-8" />${head}</head>\n<body>${body}<script type="application/json" id="answers">${data}</script></body>\n</html>\n`;
}
