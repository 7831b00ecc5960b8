import type { Dataset, Pairing } from '../../data/schema.ts';
import { LIGHT } from '../look/themes.ts';
import type { Scene } from '../scene/marks.ts';
import { scene } from '../scene/scene.ts';
import { counts } from '../state/count.ts';
import { known } from '../state/known.ts';
import { DEFAULTS } from '../state/url.ts';
import { allFigures, World } from '../state/world.ts';
import type { Lang } from '../state/lang.ts';
import { messages, type Messages } from '../text/messages.ts';
import { pairingLine, pairingTitle } from '../text/pairing.ts';
import { tipText } from '../text/tip.ts';
import type { Answers } from './answers.ts';
import { escape, still } from './still.ts';

/** What the page's first paint is made of, without any script. */
export interface FirstPaint {
  marks: string;
  /** What its arcs say under the pointer, as JSON (`Answers`). */
  answers: string;
  /** What the atlas holds, in four numbers. */
  kpis: string;
  /** Table of every pairing, in both languages, for readers without scripts. */
  table: string;
  title: string;
  description: string;
}

/** The first paint of a dataset: the default view's still, and the table that says the same in words. */
export function firstPaint(dataset: Dataset): FirstPaint {
  const world = new World(dataset);
  const first = firstScene(world);
  const { title: zh, subtitle, lead } = messages('zh');
  const { title: en } = messages('en');
  return {
    marks: still(first, LIGHT, 'zh', 'first'),
    answers: JSON.stringify(answersOf(world, first)).replaceAll('<', '\\u003c'),
    kpis: kpis(world),
    table: table(world),
    title: `${zh} ${en} · ${subtitle}`,
    description: `${lead} ${messages('en').lead}`,
  };
}

/** The default view without the hairlines of pairings that have neither dossier nor anything reported, and without their dots: these come with the scripts, and would double the weight of the first paint. */
function firstScene(world: World): Scene {
  const whole = scene(world, DEFAULTS, LIGHT);
  return {
    ...whole,
    arcs: whole.arcs.filter(({ id, dashPx }) => dashPx === 0 || world.findPairing(id)!.dossier),
    places: whole.places.filter(({ role }) => role !== 'far'),
  };
}

/** What a scene's arcs say under the pointer. */
function answersOf(world: World, { arcs }: Scene): Answers {
  const said = ({ id }: { id: string }, lang: Lang) => tipText(world, { kind: 'pairing', id }, lang, null);
  return Object.fromEntries(arcs.map((arc) => [arc.id, { zh: said(arc, 'zh'), en: said(arc, 'en') }]));
}

function kpis(world: World): string {
  const words = (key: string, lang: 'zh' | 'en') => messages(lang).kpi[key as keyof Messages['kpi']];
  const spans = Object.entries(counts(world)).map(
    ([key, n]) =>
      `<span><b>${n}</b> <span lang="zh-CN" class="word">${words(key, 'zh')}</span><span lang="en" class="word"> ${words(key, 'en')}</span></span>`,
  );
  return `<p class="kpis">${spans.join('')}</p>`;
}

/** Both languages of a sentence, each marked as what it is. */
const both = (make: (lang: 'zh' | 'en') => string): string =>
  `<span lang="zh-CN">${escape(make('zh'))}</span> <span lang="en">${escape(make('en'))}</span>`;

function table(world: World): string {
  const columns = ['pairing', 'programme', 'total', 'projects', 'routes', 'source'] as const;
  const head = columns.map((key) => `<th scope="col">${both((lang) => messages(lang).tableHead[key])}</th>`).join('');
  const rows = world.dataset.pairings
    .filter(({ dossier }) => dossier)
    .map((pairing) => row(world, pairing))
    .join('');
  return `<table><caption>${both((lang) => messages(lang).tableCaption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${network(world)}`;
}

/** The pairings without a dossier, by programme: their names are all that is known of most. */
function network(world: World): string {
  const names = (programme: string, lang: Lang) =>
    world.dataset.pairings.flatMap((pairing) =>
      !pairing.dossier && pairing.programme === programme ? [pairingTitle(world, pairing, lang)] : [],
    );
  return world.dataset.programmes
    .filter(({ id }) => names(id, 'zh').length)
    .map(({ id, name }) => {
      const english = names(id, 'en');
      return `<h2>${both((lang) => name[lang])}</h2><ul>${names(id, 'zh')
        .map((zh, i) => `<li>${escape(zh)} <span lang="en">${escape(english[i]!)}</span>`)
        .join('')}</ul>`;
    })
    .join('');
}

function row(world: World, pairing: Pairing): string {
  const { figure } = known(world, pairing, 'aid');
  const line = both((lang) => pairingLine(world, pairing, lang));
  const sources = [...new Set(allFigures(pairing).map(({ source }) => source))].map((id) => world.source(id));
  const cells = [
    both((lang) => world.programme(pairing.programme).name[lang]),
    figure ? `<span data-figure="${figure.id}">${line}</span>` : line,
    String(pairing.projects.length),
    pairing.routes.map((route) => both((lang) => route.name[lang])).join('<br>'),
    sources.map((source) => both((lang) => `${source.publisher[lang]}, ${source.date}`)).join('<br>'),
  ];
  return `<tr><th scope="row">${both((lang) => pairingTitle(world, pairing, lang))}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
