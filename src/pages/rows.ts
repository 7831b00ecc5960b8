import type { Figure, Project, Route } from '../../data/schema.ts';
import type { Tab } from '../state/dossier.ts';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import type { At } from '../text/cite.ts';
import { dateText, exactText, figureText, periodText } from '../text/figure.ts';
import { row } from '../text/list.ts';
import { messages } from '../text/messages.ts';
import { pageWords } from '../text/page.ts';
import { figureJoint } from '../text/pairing.ts';

/** A row of a page's table: a figure, or a project or route over its figures. */
export interface Row {
  /** Id of the figure; null for a project or route. */
  figure: Figure | null;
  label: string;
  /** What belongs to the label, in smaller letters. */
  notes: string[];
  /** What stands in the column of figures: the figure as its language prints it, or what has become of a project. */
  value: string;
  /** The same in whole numbers, for a pointer that rests on it; empty where there is none. */
  exact: string;
  /** The Chinese print of a figure that stands in English; null where it is the same or there is none. */
  print: string | null;
  period: string;
  source: string;
  at: At;
  /** Whether it belongs to the project or route above it. */
  inner: boolean;
}

export function figureRow(world: World, figure: Figure, lang: Lang, inner = false): Row {
  const m = messages(lang);
  const value = figureText(figure, lang);
  return {
    figure,
    label: figure.label[lang],
    notes: [
      figureJoint(world, figure, lang),
      figure.scope === 'pairing' ? '' : m.scope[figure.scope],
      figure.place && !inner ? world.place(figure.place)[lang] : '',
      figure.note?.[lang] ?? '',
    ].filter(Boolean),
    value: value || pageWords(lang).fact,
    exact: exactText(figure, lang),
    print: lang === 'en' && figure.reported !== null && /\p{Script=Han}/u.test(figure.reported) ? figure.reported : null,
    period: periodText(figure, lang) || m.periodUnknown,
    source: figure.source,
    at: figure.at,
    inner,
  };
}

const HEAD = { figure: null, exact: '', print: null, inner: false } as const;

function projectRow(world: World, { name, place, precision, status, on, actors, source, at }: Project, lang: Lang): Row {
  const m = messages(lang);
  const where = place === null ? '' : row([world.place(place)[lang], m.precision[precision]], lang);
  const who = row(
    actors.map((actor) => actor[lang]),
    lang,
  );
  return {
    ...HEAD,
    ...{
      label: name[lang],
      notes: [where, who].filter(Boolean),
      value: m.status[status],
      period: on ? dateText(on, lang) : m.periodUnknown,
    },
    ...{ source, at },
  };
}

function routeRow({ name, mode, event, note, source, at, via, road }: Route, lang: Lang): Row {
  const m = messages(lang);
  // A corridor is drawn through places that no source joins in a line.
  const scheme = via.length || road ? m.schematicRoute : '';
  return {
    ...HEAD,
    ...{ label: name[lang], notes: [m.mode[mode], note?.[lang] ?? '', scheme].filter(Boolean), value: m.event[event.what] },
    ...{ period: event.on ? dateText(event.on, lang) : m.periodUnknown, source, at },
  };
}

/** The rows of what a dossier has under one heading: routes and projects, each over its figures, then the figures that stand alone. */
export const rowsOf = (world: World, { figures, projects, routes }: Tab, lang: Lang): Row[] => [
  ...routes.flatMap((route) => [routeRow(route, lang), ...route.figures.map((figure) => figureRow(world, figure, lang, true))]),
  ...figures.map((figure) => figureRow(world, figure, lang)),
  ...projects.flatMap((project) => [
    projectRow(world, project, lang),
    ...project.figures.map((figure) => figureRow(world, figure, lang, true)),
  ]),
];

/** Ids of what can be linked to within a page. */
export const anchorOf = (figure: string): string => `figure-${figure}`;
export const sourceAnchor = (number: number): string => `source-${number}`;
