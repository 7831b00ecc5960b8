import type { Figure, Pairing, Project, Route } from '../../data/schema.ts';
import { filter } from '../state/filter.ts';
import type { Lang } from '../state/lang.ts';
import type { ViewFields } from '../state/url.ts';
import { allFigures, type World } from '../state/world.ts';
import { publisherName } from './cite.ts';
import { dateText, figureText, periodText } from './figure.ts';
import { messages } from './messages.ts';
import { figureJoint, figureRate, pairingTitle, sinceText } from './pairing.ts';
import { releaseWords } from './release.ts';
import type { Cell, Table } from './tables.ts';

/** A row of the open data that came, went, or has other cells: each cell before and after, null where there is none. */
export interface Difference {
  table: string;
  /** The row's key: its first column. */
  id: string;
  change: 'added' | 'removed' | 'changed';
  columns: Record<string, [before: Cell, after: Cell]>;
}

/** All that differs between two states of the open data, table by table, in the order of the later one; what went stands last. */
export function differences(before: readonly Table[], after: readonly Table[]): Difference[] {
  return after.flatMap(({ name, columns, rows }) => {
    // Words for codes: they are no record.
    if (name === 'codes') return [];
    const earlier = before.find((table) => table.name === name);
    const old = new Map((earlier?.rows ?? []).map((row) => [String(row[0]), row]));
    const cellsOf = (row: readonly Cell[] | undefined, from: Table | undefined) =>
      new Map(from?.columns.map((column, i) => [column.name, row?.[i] ?? null]) ?? []);
    const compare = (id: string, was: Cell[] | undefined, is: Cell[] | undefined): Difference[] => {
      const [left, right] = [cellsOf(was, earlier), cellsOf(is, { name, columns, rows })];
      const unlike = [...new Set([...left.keys(), ...right.keys()])].flatMap((column): [string, [Cell, Cell]][] => {
        const [a, b] = [left.get(column) ?? null, right.get(column) ?? null];
        return a === b ? [] : [[column, [a, b]]];
      });
      if (!unlike.length) return [];
      return [{ table: name, id, change: !was ? 'added' : !is ? 'removed' : 'changed', columns: Object.fromEntries(unlike) }];
    };
    const here = new Set(rows.map((row) => String(row[0])));
    return [
      ...rows.flatMap((row) => compare(String(row[0]), old.get(String(row[0])), row)),
      ...[...old].flatMap(([id, row]) => (here.has(id) ? [] : compare(id, row, undefined))),
    ];
  });
}

/** What a reader is told of one record that is not as it was. */
export interface Change {
  /** Id of the figure, project, route or pairing. */
  id: string;
  /** The pairing it belongs to, by name. */
  of: string;
  what: string;
  /** What of it, and from what to what: a record that is new has no before, one that was withdrawn no after. An aspect of null is the record itself. */
  parts: { aspect: string | null; from: string | null; to: string | null }[];
}

/** The same of what a view shows: of the open pairing, or of all that its filters leave in either edition. */
export function changesInView(before: World, after: World, view: ViewFields, lang: Lang): Change[] {
  const ids = view.pairing
    ? [view.pairing]
    : [...new Set([before, after].flatMap((world) => filter(world, view).pairings.map(({ id }) => id)))];
  return changesIn(before, after, ids, lang);
}

/**
 * A record's aspects as a reader knows them, by name. The first of them stands for the record. What is known by ids is
 * compared by them: a place that is written otherwise is no other place. Names are compared in Chinese, the language of the
 * sources: one that is translated anew is no other name.
 */
type Aspects = [name: string | null, text: string, ids?: string][];

/** Letters and digits alone: type set anew is no change. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}.]/gu, '');

/**
 * What has changed between two editions in the records that some pairings show: figures, with those that count them jointly,
 * projects, air routes and trains, first years, and pairings themselves.
 */
export function changesIn(before: World, after: World, pairings: readonly string[], lang: Lang): Change[] {
  const changes = pairings.flatMap((id) => {
    const [was, is] = [before.findPairing(id), after.findPairing(id)];
    const of = is ? pairingTitle(after, is, lang) : was ? pairingTitle(before, was, lang) : '';
    if (!was || !is) {
      const [from, to] = [was && of, is && of];
      return was || is ? [{ id, of, what: of, parts: [{ aspect: null, from, to }] }] : [];
    }
    const records = (world: World, pairing: Pairing): Map<string, Aspects> =>
      new Map([
        [pairing.id, pairingAspects(pairing, lang)],
        ...[...allFigures(pairing), ...world.jointWith(pairing.id).map(({ figure }) => figure)].map((figure): [string, Aspects] => [
          figure.id,
          figureAspects(world, figure, lang),
        ]),
        ...pairing.projects.map((project): [string, Aspects] => [project.id, projectAspects(world, project, lang)]),
        ...pairing.routes.map((route): [string, Aspects] => [route.id, routeAspects(world, route, lang)]),
      ]);
    const [old, now] = [records(before, was), records(after, is)];
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((record): Change[] => {
      const [a, b] = [old.get(record), now.get(record)];
      const parts = compared(a, b, lang);
      return parts.length ? [{ id: record, of, what: record === id ? of : nameOf(b ?? a!), parts }] : [];
    });
  });
  // What several pairings share has changed once.
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

/** A record's name: its second aspect, after what it says. */
const nameOf = ([, name]: Aspects): string => name?.[1] ?? '';

function compared(was: Aspects | undefined, is: Aspects | undefined, lang: Lang): Change['parts'] {
  const all = (aspects: Aspects) => aspects[0]![1] || aspects[1]?.[1] || '';
  if (!was || !is) return [{ aspect: null, from: was ? all(was) : null, to: is ? all(is) : null }];
  const before = new Map(was.map(([aspect, text, ids]) => [aspect, { text, ids }]));
  const { rate, period } = releaseWords(lang).aspects;
  const parts = is.flatMap(([aspect, to, ids]) => {
    const { text: from, ids: old } = before.get(aspect)!;
    const alike = ids === undefined ? bare(from) === bare(to) : ids === old;
    return alike ? [] : [{ aspect, from: from || '—', to: to || '—' }];
  });
  // A rate that follows from another amount or period is no change of its own.
  const follows = parts.some(({ aspect }) => aspect === null || aspect === period);
  return follows ? parts.filter(({ aspect }) => aspect !== rate) : parts;
}

const pairingAspects = (pairing: Pairing, lang: Lang): Aspects => [
  [releaseWords(lang).aspects.since, sinceText(pairing, lang) || messages(lang).sinceUnknown],
];

function figureAspects(world: World, figure: Figure, lang: Lang): Aspects {
  const { aspects } = releaseWords(lang);
  const m = messages(lang);
  return [
    [null, figureText(figure, lang)],
    [aspects.name, figure.label[lang], bare(figure.label.zh)],
    [aspects.period, periodText(figure, lang)],
    [aspects.rate, figureRate(world, figure, lang)],
    [
      aspects.scope,
      [m.scope[figure.scope], figureJoint(world, figure, lang)].filter(Boolean).join(lang === 'zh' ? '，' : ', '),
      [figure.scope, ...figure.joint].join(' '),
    ],
    [aspects.topic, m.channel[figure.channel]],
    [aspects.place, figure.place === null ? '' : world.place(figure.place)[lang], figure.place ?? ''],
    [aspects.source, sourceText(world, figure.source, lang), figure.source],
  ];
}

function projectAspects(world: World, { name, place, status, on, source }: Project, lang: Lang): Aspects {
  const { aspects } = releaseWords(lang);
  return [
    [aspects.status, [messages(lang).status[status], on && dateText(on, lang)].filter(Boolean).join(lang === 'zh' ? '，' : ', ')],
    [aspects.name, name[lang], bare(name.zh)],
    [aspects.place, place === null ? '' : world.place(place)[lang], place ?? ''],
    [aspects.source, sourceText(world, source, lang), source],
  ];
}

function routeAspects(world: World, { name, from, to, via, event, source }: Route, lang: Lang): Aspects {
  const { aspects } = releaseWords(lang);
  return [
    [
      aspects.status,
      [messages(lang).event[event.what], event.on && dateText(event.on, lang)].filter(Boolean).join(lang === 'zh' ? '，' : ', '),
    ],
    [aspects.name, name[lang], bare(name.zh)],
    [aspects.way, [from, ...via, to].map((id) => world.place(id)[lang]).join(' – '), [from, ...via, to].join(' ')],
    [aspects.source, sourceText(world, source, lang), source],
  ];
}

function sourceText(world: World, id: string, lang: Lang): string {
  const source = world.source(id);
  return `${publisherName(source, lang)}${lang === 'zh' ? '，' : ', '}${dateText(source.date, lang)}`;
}
