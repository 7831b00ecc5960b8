import { createHash } from 'node:crypto';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Dataset } from '../../data/schema.ts';
import { cssVariables, DARK, LIGHT } from '../look/themes.ts';
import { TAG } from '../pages/about.ts';
import { sharedFiles } from '../pages/assets.ts';
import { LANGS, subjectsOf, type Subject } from '../pages/subjects.ts';
import tokens from '../parts/tokens.css?raw';
import type { Lang } from '../state/lang.ts';
import { World } from '../state/world.ts';
import type { InsetGround, StillGround } from '../still/ground.ts';
import { bare } from '../still/markup.ts';
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

/** What the pages of embeds are made of beside the data. */
export interface EmbedGiven {
  ground: StillGround;
  inset: InsetGround;
  site: string | null;
  /** The script that answers, as text; and the name of the live map's module from the first page. */
  script: string;
  live: string;
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

/** Every file of the embeds by its name from the first page of the site: a page for each pairing, donor, recipient and programme in both languages, their script and their sheet of style. */
export function embedFiles(dataset: Dataset, { ground, inset, site, script, live }: EmbedGiven): Map<string, string> {
  const world = new World(dataset);
  const common = sharedFiles(ground, inset);
  const style = sheet();
  const shared: EmbedShared = { css: named('embed', style, 'css'), script: named('embed', script, 'js'), live };
  const files = new Map([
    [shared.css, style],
    [shared.script, script],
  ]);
  for (const subject of subjectsOf(world))
    for (const lang of LANGS) {
      const folder = embedPath(subject.id, lang);
      const home = '../'.repeat(folder.split('/').length - 1);
      files.set(`${folder}index.html`, page(world, subject, lang, { ...shared }, { home, site, common }));
    }
  return files;
}

function page(
  world: World,
  subject: Subject,
  lang: Lang,
  shared: EmbedShared,
  { home, site, common }: { home: string; site: string | null; common: ReturnType<typeof sharedFiles> },
): string {
  const made = (component: unknown, props: object) => render(component as Component<Record<string, unknown>>, { props: { ...props } });
  const head = bare(made(EmbedHead, { world, lang, subject, shared, site, home }).head);
  const body = bare(made(Embed, { world, lang, subject, shared: common, home }).body);
  const arcs = [...body.matchAll(/<template data-card="([^"]+)"/g)].map(([, id]) => id!);
  const answers = Object.fromEntries(arcs.map((id) => [id, { [lang]: tipText(world, { kind: 'pairing', id }, lang, null) }]));
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `<!doctype html>\n<html lang="${TAG[lang]}">\n<head>\n<meta charset="utf-8" />${head}</head>\n<body>${body}<script type="application/json" id="answers">${data}</script></body>\n</html>\n`;
}
