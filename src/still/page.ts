import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Dataset } from '../../data/schema.ts';
import { LIGHT } from '../look/themes.ts';
import type { Scene } from '../scene/marks.ts';
import { scene } from '../scene/scene.ts';
import { DEFAULTS } from '../state/url.ts';
import { World } from '../state/world.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { tipText } from '../text/tip.ts';
import type { Answers } from './answers.ts';
import { bare } from './markup.ts';
import Numbers from './Numbers.svelte';
import PlainTable from './PlainTable.svelte';
import { still } from './still.ts';

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
    marks: still(first, LIGHT, null, 'first'),
    answers: JSON.stringify(answersOf(world, first)).replaceAll('<', '\\u003c'),
    kpis: markup(Numbers, world),
    table: markup(PlainTable, world),
    title: `${zh} ${en} · ${subtitle}`,
    description: `${lead} ${messages('en').lead}`,
  };
}

/** What a component says of a world. */
const markup = (component: Component<{ world: World }>, world: World): string => bare(render(component, { props: { world } }).body);

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
