import type { Dataset, Figure, LngLat, Pairing, Programme } from '../../data/schema.ts';
import { known, rateOf } from '../state/known.ts';
import { allFigures, type World } from '../state/world.ts';
import { messages } from './messages.ts';
import { whereIn, type At } from './cite.ts';

export type Cell = string | number | boolean | null;

/** A column of the open data: its name and, in the terms of Frictionless table schemas, its type. */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  /** Table and column whose values it takes. */
  refers?: [table: string, column: string];
}

/** One table of the open data. Its first column is its key, but for `codes`. */
export interface Table {
  name: string;
  columns: Column[];
  rows: Cell[][];
}

const text = (name: string, refers?: string): Column => ({
  name,
  type: 'string',
  ...(refers ? { refers: [refers, 'id'] as [string, string] } : {}),
});
const where = (at: At): string => (typeof at === 'number' ? String(at) : `${whereIn(at, 'zh')} / ${whereIn(at, 'en')}`);

const FIGURE_COLUMNS: Column[] = [
  text('id'),
  text('pairing', 'pairings'),
  text('channel'),
  text('measure', 'measures'),
  ...['label_zh', 'label_en', 'reported'].map((name) => text(name)),
  { name: 'value', type: 'number' },
  ...['unit', 'qualifier', 'from', 'to', 'scope', 'within'].map((name) => text(name)),
  text('place', 'places'),
  text('project', 'projects'),
  text('route', 'routes'),
  text('status'),
  { name: 'headline', type: 'boolean' },
  text('source', 'sources'),
  text('at'),
  { name: 'upper', type: 'number' },
  text('basis'),
  text('programme', 'programmes'),
  { name: 'years', type: 'integer' },
  text('joint'),
];

interface Owner {
  pairing?: Pairing;
  programme: string;
}

function figureRow(figure: Figure, { pairing, programme }: Owner): Cell[] {
  const project = pairing?.projects.find(({ figures }) => figures.some(({ id }) => id === figure.id));
  const route = pairing?.routes.find(({ figures }) => figures.some(({ id }) => id === figure.id));
  const { id, channel, measure, label, reported, value, unit, qualifier, from, to, scope, within, headline, source, at, upper, basis } =
    figure;
  const { years = null, joint } = figure;
  const place = figure.place ?? project?.place ?? null;
  return [
    ...[id, pairing?.id ?? null, channel, measure, label.zh, label.en, reported, value, unit || null, qualifier, from, to, scope, within],
    ...[place, project?.id ?? null, route?.id ?? null, project?.status ?? null, headline, source, where(at), upper, basis, programme],
    ...[years, joint.join(' ') || null],
  ];
}

/** The figures of some pairings as a table, then those of whole programmes: what a reader takes away of a view. */
export const figureTable = (pairings: readonly Pairing[], programmes: readonly Programme[] = []): Table => ({
  name: 'figures',
  columns: FIGURE_COLUMNS,
  rows: [
    ...pairings.flatMap((pairing) => allFigures(pairing).map((figure) => figureRow(figure, { pairing, programme: pairing.programme }))),
    ...programmes.flatMap((programme) => programme.figures.map((figure) => figureRow(figure, { programme: programme.id }))),
  ],
});

/** Every table of the open data. */
export function tables(world: World): Table[] {
  const { measures, sources, places, programmes, pairings } = world.dataset;
  const figures = figureTable(pairings, programmes);
  return [
    {
      name: 'sources',
      columns: ['id', 'publisher_zh', 'publisher_en', 'title_zh', 'title_en', 'date', 'url', 'grade'].map((name) => text(name)),
      rows: sources.map(({ id, publisher, title, date, url, grade }) => [
        id,
        publisher.zh,
        publisher.en,
        title.zh,
        title.en,
        date,
        url,
        grade,
      ]),
    },
    {
      name: 'places',
      columns: [
        ...['id', 'zh', 'en', 'kind'].map((name) => text(name)),
        { name: 'lng', type: 'number' },
        { name: 'lat', type: 'number' },
        ...['seat', 'in', 'adcode', 'iata'].map((name) => text(name)),
      ],
      rows: places.map(({ id, zh, en, kind, point, seat, in: region, adcode, iata }) => [
        id,
        zh,
        en,
        kind,
        ...point,
        seat ?? null,
        region ?? null,
        adcode ?? null,
        iata ?? null,
      ]),
    },
    {
      name: 'programmes',
      columns: ['id', 'name_zh', 'name_en', 'about_zh', 'about_en'].map((name) => text(name)),
      rows: programmes.map(({ id, name, about }) => [id, name.zh, name.en, about.zh, about.en]),
    },
    {
      name: 'measures',
      columns: [...['id', 'name_zh', 'name_en', 'unit', 'adds'].map((name) => text(name)), { name: 'rate', type: 'boolean' }],
      rows: measures.map(({ id, name, unit, adds, rate }) => [id, name.zh, name.en, unit ?? null, adds ?? null, rate]),
    },
    {
      name: 'pairings',
      columns: [
        text('id'),
        text('programme', 'programmes'),
        text('donor', 'places'),
        text('recipient', 'places'),
        text('parent', 'pairings'),
        { name: 'dossier', type: 'boolean' },
        text('since'),
        text('since_basis'),
        text('source', 'sources'),
        text('at'),
        text('aid_figure', 'figures'),
        text('aid_standing'),
        { name: 'aid_cny', type: 'number' },
        { name: 'aid_cny_a_year', type: 'number' },
        { name: 'inferred', type: 'boolean' },
        text('link_source', 'sources'),
      ],
      rows: pairings.map((pairing) => {
        const shown = pairing.since ?? pairing.link;
        const { figure, standing } = known(world, pairing, 'aid');
        const whole = standing === 'part' ? null : figure;
        const rate = whole && rateOf(world, whole);
        return [
          pairing.id,
          pairing.programme,
          pairing.donor,
          pairing.recipient,
          pairing.parent,
          pairing.dossier,
          pairing.since?.reported ?? null,
          pairing.since?.basis ?? null,
          shown?.source ?? null,
          shown ? where(shown.at) : null,
          figure?.id ?? null,
          standing,
          whole?.value ?? null,
          rate === null ? null : Math.round(rate),
          pairing.inferred,
          pairing.link?.source ?? null,
        ];
      }),
    },
    {
      name: 'projects',
      columns: [
        text('id'),
        text('pairing', 'pairings'),
        text('name_zh'),
        text('name_en'),
        text('place', 'places'),
        ...['precision', 'sector', 'status', 'on', 'actors_zh', 'actors_en'].map((name) => text(name)),
        text('source', 'sources'),
        text('at'),
      ],
      rows: pairings.flatMap((pairing) =>
        pairing.projects.map(({ id, name, place, precision, sector, status, on, actors, source, at }) => [
          id,
          pairing.id,
          name.zh,
          name.en,
          place,
          precision,
          sector,
          status,
          on,
          actors.map(({ zh }) => zh).join('、') || null,
          actors.map(({ en }) => en).join(', ') || null,
          source,
          where(at),
        ]),
      ),
    },
    {
      name: 'routes',
      columns: [
        text('id'),
        text('pairing', 'pairings'),
        text('mode'),
        text('name_zh'),
        text('name_en'),
        text('from', 'places'),
        text('to', 'places'),
        text('via'),
        text('road', 'places'),
        text('event'),
        text('on'),
        text('source', 'sources'),
        text('at'),
      ],
      rows: pairings.flatMap((pairing) =>
        pairing.routes.map(({ id, mode, name, from, to, via, road, event, source, at }) => [
          id,
          pairing.id,
          mode,
          name.zh,
          name.en,
          from,
          to,
          via.join(' ') || null,
          road ?? null,
          event.what,
          event.on,
          source,
          where(at),
        ]),
      ),
    },
    figures,
    codes(),
  ];
}

/** Every code of the other tables with its words in both languages. */
function codes(): Table {
  const [zh, en] = [messages('zh'), messages('en')];
  const lists = ['channel', 'scope', 'status', 'qualifier', 'basis', 'precision', 'mode', 'event', 'sinceBasis', 'grade'] as const;
  const rows = lists.flatMap((list) =>
    Object.keys(en[list]).map((code): Cell[] => [
      list === 'sinceBasis' ? 'since_basis' : list,
      code,
      (zh[list] as Record<string, string>)[code]!,
      (en[list] as Record<string, string>)[code]!,
    ]),
  );
  return { name: 'codes', columns: ['list', 'code', 'zh', 'en'].map((name) => text(name)), rows };
}

/** A table as CSV that opens right in Excel: UTF-8 with a byte order mark, comma, CRLF, quotes where needed. A cell that a spreadsheet would run as a formula is kept as text. */
export function csv({ columns, rows }: Table): string {
  const cell = (value: Cell): string => {
    if (value === null) return '';
    const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return `\ufeff${[columns.map(({ name }) => name), ...rows.map((row) => row.map(cell))].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** Each pairing as a line from donor to recipient with its codes and words. */
export function pairingsGeojson(world: World): object {
  const line = (a: LngLat, b: LngLat) => ({ type: 'LineString', coordinates: [a, b] });
  const { pairings }: Dataset = world.dataset;
  return {
    type: 'FeatureCollection',
    features: pairings.map((pairing) => {
      const [donor, recipient] = [world.place(pairing.donor), world.place(pairing.recipient)];
      const { figure, standing } = known(world, pairing, 'aid');
      const whole = standing === 'part' ? null : figure;
      return {
        type: 'Feature',
        id: pairing.id,
        properties: {
          ...{ id: pairing.id, programme: pairing.programme, dossier: pairing.dossier, parent: pairing.parent },
          ...{
            donor: donor.id,
            donor_zh: donor.zh,
            donor_en: donor.en,
            recipient: recipient.id,
            recipient_zh: recipient.zh,
            recipient_en: recipient.en,
          },
          ...{ aid_cny: whole?.value ?? null, aid_standing: standing, aid_figure: figure?.id ?? null, inferred: pairing.inferred },
          ...{ figures: allFigures(pairing).filter(({ value }) => value !== null).length },
        },
        geometry: line(donor.point, recipient.point),
      };
    }),
  };
}
