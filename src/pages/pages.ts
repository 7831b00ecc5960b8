import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Dataset } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';
import { World } from '../state/world.ts';
import { EDITION } from '../text/edition.ts';
import { messages } from '../text/messages.ts';
import { csv, figureTable } from '../text/tables.ts';
import type { InsetGround, StillGround } from '../still/ground.ts';
import { bare } from '../still/markup.ts';
import { CARD_PX, inPage, LICENCE, oembed, oembedOf, sitemap, TAG } from './about.ts';
import Page from './Page.svelte';
import PageHead from './PageHead.svelte';
import { sharedFiles, type Shared } from './assets.ts';
import { LANGS, pairingsOf, pathOf, subjectsOf, type Subject } from './subjects.ts';

/** What pages are made of beside the data: the still's ground, and where the site stands, if anyone has said. */
export interface Given {
  ground: StillGround;
  inset: InsetGround;
  /** Absolute, with a slash at its end; null: every address stays relative, and what needs a whole one is left out. */
  site: string | null;
}

/** Every file of the pages by its name from the first page of the site: pages, their tables and what they share; with a site also oEmbed, sitemap and robots. Pictures are drawn apart (`draw.ts`). */
export function pageFiles(dataset: Dataset, { ground, inset, site }: Given): Map<string, string> {
  const world = new World(dataset);
  const subjects = subjectsOf(world);
  const shared = sharedFiles(ground, inset);
  const pages = new Set(subjects.map(({ id }) => id));
  const files = new Map(shared.contents);
  for (const subject of subjects) {
    files.set(`${pathOf(subject.id, 'zh')}figures.csv`, csv(figuresOf(world, subject)));
    for (const lang of LANGS) {
      const folder = pathOf(subject.id, lang);
      files.set(`${folder}index.html`, page(world, subject, lang, shared, site, pages));
      if (site) files.set(`${folder}oembed.json`, JSON.stringify(oembedOf(world, subject, lang, site)));
    }
  }
  if (site) {
    files.set('oembed.json', JSON.stringify(oembed('zh', site, firstTitle(), `${site}embed.html`, `${site}card.png`)));
    files.set('sitemap.xml', sitemap(subjects, site));
    files.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n`);
  }
  return files;
}

/** The figures of a page as a table: those of its pairings, what is counted with them under others, and a programme's own. */
function figuresOf(world: World, subject: Subject) {
  const pairings = pairingsOf(subject);
  const ids = new Set(pairings.map(({ id }) => id));
  const table = figureTable(pairings);
  const joint = new Set(pairings.flatMap(({ id }) => world.jointWith(id)).filter(({ pairing }) => pairing && !ids.has(pairing.id)));
  for (const { figure, pairing } of joint) table.rows.push(...figureTable([pairing!]).rows.filter(([id]) => id === figure.id));
  if (subject.kind === 'programme') table.rows.push(...figureTable([], [subject.programme]).rows);
  return table;
}

function page(world: World, subject: Subject, lang: Lang, shared: Shared, site: string | null, pages: ReadonlySet<string>): string {
  const home = '../'.repeat(pathOf(subject.id, lang).split('/').length - 1);
  const made = (component: unknown, props: object) => render(component as Component<Record<string, unknown>>, { props: { ...props } });
  const given = { world, lang, subject, shared, site, home, pages, address: site ? site + pathOf(subject.id, lang) : '' };
  const head = bare(made(PageHead, given).head);
  const body = bare(made(Page, given).body);
  return `<!doctype html>\n<html lang="${TAG[lang]}">\n<head>\n<meta charset="utf-8" />${head}</head>\n<body>${body}</body>\n</html>\n`;
}

const firstTitle = (): string => `${messages('zh').title} ${messages('en').title} · ${messages('zh').subtitle}`;

/** What the first page says of itself to those who list it or send it on: as much as addresses allow, and few words, since it is weighed. */
export function firstHead(site: string | null): string {
  const [zh, en] = [messages('zh'), messages('en')];
  const title = firstTitle();
  const home = site ?? './';
  const data = {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', name: title, description: `${zh.lead} ${en.lead}` },
    ...{ license: LICENCE, dateModified: EDITION, creator: { '@type': 'Organization', name: en.title }, ...(site ? { url: site } : {}) },
    distribution: { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${home}data/figures.csv` },
  };
  const og = (name: string, content: string) => `<meta property="og:${name}" content="${content}" />`;
  return [
    og('title', title),
    og('description', `${zh.lead} ${en.lead}`),
    og('type', 'website'),
    ...(site
      ? [
          `<link rel="canonical" href="${site}" />`,
          `<link rel="alternate" type="application/json+oembed" href="${site}oembed.json" />`,
          og('url', site),
          og('image', `${site}card.png`),
          og('image:width', String(CARD_PX.width)),
          og('image:height', String(CARD_PX.height)),
          og('image:alt', title),
          '<meta name="twitter:card" content="summary_large_image" />',
        ]
      : []),
    `<script type="application/ld+json">${inPage(data)}</script>`,
  ].join('');
}
