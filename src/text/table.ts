import type { Figure, Route, SinceBasis } from '../../data/schema.ts';
import { rateOf, type Known, type Standing } from '../state/known.ts';
import { cellOf, COUNTED, type Counted, type Reported, type Row } from '../state/rows.ts';
import type { Column } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { dateText, figureText, periodText } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from './messages.ts';
import { pairingTitle } from './pairing.ts';
import type { Cell, Table } from './tables.ts';

/** Words of the table beside the map. A key missing in one language is a type error. */
const en = {
  title: 'Table',
  column: {
    pairing: 'Pairing',
    programme: 'Programme',
    since: 'Since',
    aid: 'Aid',
    rate: 'Annual aid',
    projects: 'Named projects',
    people: 'People sent',
    flights: 'Air routes',
    freight: 'Freight trains',
    tours: 'Tourist trains',
    begun: 'Routes since',
    figures: 'Figures',
  } satisfies Record<Column, string>,
  reported: 'as reported',
  counted: 'our count',
  computed: 'our calculation',
  /** How a first year is known where its own source does not say it: a word or two under the year. */
  basis: { source: '', programme: 'year of this round', 'other-source': 'other source', derived: 'our inference' } satisfies Record<
    SinceBasis,
    string
  >,
  none: 'not reported',
  joint: 'joint',
  part: 'part only',
  noRate: 'period unknown',
  noneNamed: 'none named',
  undated: 'no date reported',
  standing: 'how reported',
  standings: { reported: 'reported', joint: 'reported jointly', part: 'part only', none: 'not reported' } satisfies Record<
    Standing,
    string
  >,
  jointWith: 'joint with',
  total: 'Total',
  notAdded: 'not added',
  /** How many rows of how many a sum is of. */
  of: (some: number, all: number) => `from ${some} of ${all} rows`,
  more: (n: number) => (n === 1 ? '1 more column' : `${n} more columns`),
  rows: (column: string) => `${column}: what the sum includes`,
  partly: (reported: number, all: number) =>
    `${reported} of the ${all} rows shown have a figure, alone or jointly. Only figures of the same scope and period are added:`,
  sum: (n: number, period: string) => `${n} figures, ${period}`,
  alone: 'The only figure of its period',
  anyTime: 'period not stated',
  left: 'Left out',
  copy: 'Copy',
  copyHint: 'Copy these rows, for a spreadsheet or a report',
  copied: (n: number) => (n === 1 ? '1 row copied' : `${n} rows copied`),
  copyFailed: 'Could not copy; use the CSV file instead',
  csv: 'CSV',
  csvHint: 'Download these rows as a CSV file',
  print: 'Print',
  close: 'Close the table',
  taller: 'Table at full height',
  shorter: 'Table below the map',
  height: 'Height of the table',
  keys: 'Arrow keys move between rows, Enter opens a pairing.',
  empty: 'No pairing matches the filters.',
  rowsShown: (from: number, to: number, of: number) => `Rows ${from} to ${to} of ${of.toLocaleString('en')}; the CSV has all of them.`,
  yuan: 'yuan',
  printed: 'as printed',
  period: 'period',
  figureId: 'figure',
  id: 'id',
};
export type TableWords = typeof en;

const zh: TableWords = {
  title: '表格',
  column: {
    pairing: '结对',
    programme: '协作类型',
    since: '起始年份',
    aid: '援助资金',
    rate: '年均援助资金',
    projects: '具名项目',
    people: '派出人员',
    flights: '航线',
    freight: '班列',
    tours: '旅游专列',
    begun: '线路始于',
    figures: '数字',
  },
  reported: '来源所载',
  counted: '本站统计',
  computed: '本站计算',
  basis: { source: '', programme: '按本轮结对起始年', 'other-source': '据其他来源', derived: '本站推断' },
  none: '来源未载',
  joint: '合计数',
  part: '仅载部分',
  noRate: '时期不明',
  noneNamed: '无',
  undated: '日期未载',
  standing: '记载情况',
  standings: { reported: '来源所载', joint: '合计数', part: '仅载部分', none: '来源未载' },
  jointWith: '合计对象',
  total: '合计',
  notAdded: '不相加',
  of: (some, all) => `${all}行中${some}行`,
  more: (n) => `另有${n}列`,
  rows: (column) => `${column}：合计所含各项`,
  partly: (reported, all) => `所示${all}行中${reported}行有此数字（含合计数）。只有口径、时期都相同的数字才相加：`,
  sum: (n, period) => `${period}，${n}项`,
  alone: '各自时期内仅此一项',
  anyTime: '时期未载',
  left: '不计入',
  copy: '复制',
  copyHint: '复制这些行，可粘贴到电子表格或报告',
  copied: (n) => `已复制${n}行`,
  copyFailed: '未能复制，请改用CSV文件',
  csv: 'CSV',
  csvHint: '把这些行下载为CSV文件',
  print: '打印',
  close: '关闭表格',
  taller: '表格占满高度',
  shorter: '表格放在地图下方',
  height: '表格高度',
  keys: '方向键换行，回车键打开结对。',
  empty: '没有符合筛选条件的结对。',
  rowsShown: (from, to, of) => `第${from}至${to}行，共${of}行；全部见CSV。`,
  yuan: '元',
  printed: '原文数字',
  period: '时期',
  figureId: '数字编号',
  id: '编号',
};

export const tableWords = (lang: Lang): TableWords => (lang === 'zh' ? zh : en);

/** What stands under a column's name: where its numbers come from. */
export function originText(column: Column, lang: Lang): string {
  const words = tableWords(lang);
  if ((COUNTED as readonly Column[]).includes(column)) return words.counted;
  return (
    { aid: words.reported, people: words.reported, begun: words.reported, rate: words.computed }[column as Reported | 'rate' | 'begun'] ??
    ''
  );
}

const period = (figure: Figure, lang: Lang): string => periodText({ ...figure, basis: 'stated' }, lang);

/** When a plane or train is first known to go, and what is told of that day: "Jun 2023", "Flight: opened". */
export function begunText({ mode, event }: Route, lang: Lang): { when: string; what: string } {
  const m = messages(lang);
  return { when: dateText(event.on!, lang), what: `${m.mode[mode]}${lang === 'zh' ? '' : ': '}${m.event[event.what]}` };
}

/** The rows as a reader takes them away: the same in the clipboard and in the CSV file. Amounts are whole yuan, and what is not reported says so. */
export function rowTable(world: World, rows: readonly Row[], lang: Lang): Table {
  const words = tableWords(lang);
  const { column } = words;
  const named = (name: string, ...more: string[]): string =>
    more.length ? (lang === 'zh' ? `${name}（${more.join('，')}）` : `${name} (${more.join(', ')})`) : name;
  const whom = ({ figure, counts }: Known): Cell =>
    figure && counts.map((pairing) => pairingTitle(world, pairing, lang)).join(lang === 'zh' ? '；' : '; ');
  const reported = (name: Reported): [string, (row: Row) => Cell][] => [
    [named(column[name], ...(name === 'aid' ? [words.yuan] : [])), (row) => cellOf(row[name])?.value ?? null],
    [named(column[name], words.standing), (row) => words.standings[row[name].standing]],
    [named(column[name], words.jointWith), (row) => whom(row[name])],
    [named(column[name], words.printed), ({ [name]: { figure } }) => figure && figureText(figure, lang)],
    [named(column[name], words.period), ({ [name]: { figure } }) => figure && (period(figure, lang) || words.anyTime)],
    [named(column[name], words.figureId), ({ [name]: { figure } }) => figure?.id ?? null],
  ];
  const counted = (name: Counted): [string, (row: Row) => Cell] => [named(column[name], words.counted), (row) => row[name]];
  const columns: [string, (row: Row) => Cell][] = [
    [column.pairing, ({ pairing }) => pairingTitle(world, pairing, lang)],
    [column.programme, ({ pairing }) => world.programme(pairing.programme).name[lang]],
    [column.since, ({ since }) => since],
    ...reported('aid'),
    [named(column.rate, words.yuan, words.computed), ({ rate }) => rateCell(world, rate)],
    counted('projects'),
    ...reported('people'),
    counted('flights'),
    counted('freight'),
    counted('tours'),
    [
      column.begun,
      ({ begun }) => begun.map((route) => `${begunText(route, lang).what} ${route.event.on!}`).join(lang === 'zh' ? '；' : '; ') || null,
    ],
    counted('figures'),
    [words.id, ({ pairing }) => pairing.id],
  ];
  return {
    name: 'pairings-view',
    columns: columns.map(([name]) => ({ name, type: 'string' })),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row) ?? words.none)),
  };
}

/** A yearly rate in whole yuan; null where none can be worked out. */
function rateCell(world: World, found: Row['rate']): number | null {
  const figure = cellOf(found);
  const rate = figure && rateOf(world, figure);
  return rate === null ? null : Math.round(rate);
}

/** A table for the clipboard: tabs between cells, a line for each row. */
export const tsv = ({ columns, rows }: Table): string =>
  [columns.map(({ name }) => name), ...rows]
    .map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
