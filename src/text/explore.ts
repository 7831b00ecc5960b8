import type { Facet } from '../state/filter.ts';
import type { Missing } from '../state/files.ts';
import type { Measure, Named } from '../state/url.ts';
import type { SectionName } from '../state/sections.ts';
import type { Lang } from '../state/lang.ts';

/** How many of the arcs have nothing to say under a measure. */
type Silent = (n: number, all: number, inYears: boolean) => string;

const silentEn =
  (what: string): Silent =>
  (n, all, inYears) =>
    `Thin dashes: the ${n} of ${all} arcs for which our sources ${what}${inYears ? ' in these years' : ''}.`;
const silentZh =
  (what: string): Silent =>
  (n, all, inYears) =>
    `图上${all}条弧线中，${n}条的${inYears ? '同期' : ''}${what}所据来源未载，以细虚线表示。`;

/** Words of the filters, the measures, the time axis and the fan. */
const en = {
  filters: 'Filters',
  moreFilters: 'More',
  shown: (n: number, all: number) => `${n} of ${all} pairings`,
  shownInferred: (n: number, all: number) => `${n} of ${all} inferred ties`,
  everything: (all: string) => `All ${all}`,
  pairs: (n: number, inferred: number) =>
    [`${n} ${n === 1 ? 'pairing' : 'pairings'}`, ...(inferred ? [`${inferred} inferred ${inferred === 1 ? 'tie' : 'ties'}`] : [])].join(
      ' and ',
    ),
  clear: 'Clear all',
  take: (what: string) => `Remove filter: ${what}`,
  facet: {
    programme: 'Programme',
    donor: 'Donor',
    recipient: 'Recipient',
    channel: 'Topics',
    has: 'Has',
    network: 'Coverage',
    time: 'Years',
  } satisfies Record<Facet, string>,
  any: 'Any',
  named: { flights: 'Flights', freight: 'Freight trains', tours: 'Tourist trains', projects: 'Projects' } satisfies Record<Named, string>,
  network: { on: 'All pairings', off: 'With a dossier', only: 'Without a dossier' },
  empty: 'No pairing matches all of these.',
  emptyWithout: (facet: string, n: number) => `Remove “${facet}” to see ${n}`,
  emptyAll: 'Show all pairings',
  folded: (pairs: string) => `Cities and counties, drawn within their provinces’ arcs: ${pairs}`,
  unfoldAll: 'Expand all',
  foldAll: 'Collapse all',
  listed: (n: number, of: number) => `The first ${n} of ${of.toLocaleString('en')}; all of them are in the table:`,
  measureBy: 'Arc width',
  measure: {
    rate: 'Annual aid',
    aid: 'Aid reported',
    projects: 'Named projects',
    people: 'People sent',
    none: 'Equal width',
  } satisfies Record<Measure, string>,
  measureNote: {
    rate: 'annual aid: the amount reported, divided by the years it covers (our calculation)',
    aid: 'the amount of aid reported, over periods of different lengths',
    projects: 'the number of projects our sources name (our count)',
    people: 'the number of people sent, over periods of different lengths',
    none: 'the same for all and has no meaning',
  } satisfies Record<Measure, string>,
  widest: {
    rate: 'Largest reported annual aid:',
    aid: 'Largest reported aid:',
    projects: 'Most named projects:',
    people: 'Most people sent, as reported:',
    none: '',
  } satisfies Record<Measure, string>,
  withOthers: (n: number) => (n === 1 ? 'together with one other pairing' : `together with ${n} other pairings`),
  silent: {
    rate: silentEn('report no aid'),
    aid: silentEn('report no aid'),
    projects: silentEn('name no project'),
    people: silentEn('report no people sent'),
    none: () => '',
  } satisfies Record<Measure, Silent> as Record<Measure, Silent>,
  arcWidth: (what: string) => `From donor to recipient. Width is ${what}.`,
  standing: {
    joint: 'Reported jointly for several pairings: drawn to scale once, the others as thin bands',
    part: 'Reported in part, as a plan, or over an unknown period: thin line, not to scale',
    none: 'Not reported in our sources',
  },
  reportedBy: (n: number, all: number) => `Reported for ${n} of ${all} arcs; see the figures`,
  planned: 'Planned only',
  bundled: (arcs: number, left: number) =>
    `In one colour: ${arcs === 1 ? 'an arc that stands' : `${arcs} arcs that each stand`} for several pairings, the wider the more. Choose one to see only its pairings, or zoom in to see those in sight one by one.${left ? ` ${left.toLocaleString('en')} more pairings have no arc here.` : ''}`,
  bundleOf: (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'pairing' : 'pairings'}`,
  shade: 'Shade regions by this measure',
  shades: (amounts: string) => `Recipients, in steps up to: ${amounts}`,
  shadesNote: 'Unshaded: not reported, reported jointly or in part, or figures that cannot be added',
  amount: {
    aid: (text: string) => text,
    rate: (text: string) => `${text} a year`,
    projects: (text: string) => `${text} ${text === '1' ? 'project' : 'projects'}`,
    people: (text: string) => `${text} ${text === '1' ? 'person' : 'people'}`,
  },
  time: 'Years',
  years: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  branch: {
    funding: 'Funding',
    projects: 'Projects',
    flights: 'Flights',
    freight: 'Freight trains',
  } satisfies Record<SectionName, string>,
  branchRest: (n: number) => `${n} more in the dossier`,
  branches: 'Expanded on the map',
  fold: 'Collapse one level',
  onlyFrom: (name: string, n: number) => `Whom ${name} helps (${n})`,
  onlyTo: (name: string, n: number) => `Who helps ${name} (${n})`,
  edges: 'Cities beyond the edge of the map',
  edge: (name: string) => `Go to ${name}, beyond the edge of the map`,
  globe: 'Globe',
  flat: 'Flat map',
  tools: 'Search, years, table and sharing',
  table: 'Table',
  share: 'Share',
  panel: { hide: 'Hide the panel', show: 'Show the panel' },
  tray: ['Enlarge the panel', 'Enlarge the panel further', 'Make the panel small'],
  hintName: 'Hint',
  hint: 'Choose an arc to see what came of a pairing. The wider the arc, the more annual aid our sources report.',
  hintClose: 'Got it',
  lateFailed: 'This part of the page failed to load.',
  lateOld: 'The site has been updated since this page was opened. Your view will be kept.',
  lateRetry: 'Try again',
  lateReload: 'Reload the page',
  missing: {
    ground: 'The base map failed to load.',
    names: 'The place names failed to load.',
    details: 'The finer lines of the map failed to load.',
  } satisfies Record<Missing, string>,
  offline: 'You are offline. What has loaded still works.',
  offlineKept: 'You are offline. The map, its dossiers and the briefs are kept on this device.',
  newer: 'A newer version of the atlas is ready.',
  renew: 'Reload to see it',
};

export type ExploreWords = typeof en;

const zh: ExploreWords = {
  filters: '筛选',
  moreFilters: '更多',
  shown: (n, all) => `显示${n}对，共${all}对`,
  shownInferred: (n, all) => `推断关系${n}组，共${all}组`,
  everything: (all) => `共${all}`,
  pairs: (n, inferred) => [`${n}对结对关系`, ...(inferred ? [`${inferred}组推断关系`] : [])].join('、'),
  clear: '全部清除',
  take: (what) => `取消筛选：${what}`,
  facet: {
    programme: '协作类型',
    donor: '支援方',
    recipient: '受援方',
    channel: '领域',
    has: '有记录',
    network: '收录',
    time: '年份',
  },
  any: '不限',
  named: { flights: '航线', freight: '班列', tours: '旅游专列', projects: '项目' },
  network: { on: '全部结对', off: '有档案', only: '无档案' },
  empty: '没有同时符合这些条件的结对。',
  emptyWithout: (facet, n) => `去掉“${facet}”，可见${n}对`,
  emptyAll: '显示全部结对',
  folded: (pairs) => `已并入省级弧线的市县结对：${pairs}`,
  unfoldAll: '全部展开',
  foldAll: '全部收起',
  listed: (n, of) => `此处列出${of}对中的前${n}对，其余见`,
  measureBy: '弧线粗细',
  measure: { rate: '年均援助资金', aid: '援助资金', projects: '具名项目', people: '派出人员', none: '等宽' },
  measureNote: {
    rate: '年均援助资金，即来源所载金额除以所涉年数（本站计算）',
    aid: '来源所载援助资金，各自时期长短不一',
    projects: '来源写明名称的项目数（本站统计）',
    people: '来源所载派出人数，各自时期长短不一',
    none: '统一宽度，不代表数量',
  },
  widest: {
    rate: '图上所载年均援助资金最多的是',
    aid: '图上所载援助资金最多的是',
    projects: '图上具名项目最多的是',
    people: '图上所载派出人员最多的是',
    none: '',
  },
  withOthers: (n) => `与另外${n}对合计`,
  silent: {
    rate: silentZh('援助资金'),
    aid: silentZh('援助资金'),
    projects: silentZh('具名项目'),
    people: silentZh('派出人员'),
    none: () => '',
  },
  arcWidth: (what) => `由支援方指向受援方；粗细表示${what}。`,
  standing: {
    joint: '与其他结对合计：按合计数绘一次，其余绘成细带',
    part: '仅载部分、计划或时期不明：细线，不按比例',
    none: '所据来源未载',
  },
  reportedBy: (n, all) => `${all}条弧线中${n}条有此数字，点开可查`,
  planned: '仅有规划',
  bundled: (arcs, left) =>
    `单色弧线（${arcs}条）：每条代表多对结对，对数越多越粗；点选弧线可只看其中的结对，放大地图可逐对查看。${left ? `另有${left}对未绘出。` : ''}`,
  bundleOf: (n) => `${n}对`,
  shade: '按此指标为受援地着色',
  shades: (amounts) => `受援地分档上限：${amounts}`,
  shadesNote: '未着色：来源未载、为合计数、仅载部分，或数字不可相加',
  amount: { aid: (text) => text, rate: (text) => `每年${text}`, projects: (text) => `${text}个项目`, people: (text) => `${text}人` },
  time: '年份',
  years: (from, to) => (from === to ? `${from}年` : `${from}—${to}年`),
  branch: { funding: '资金', projects: '项目', flights: '航班', freight: '班列' },
  branchRest: (n) => `其余${n}条见档案`,
  branches: '在地图上展开',
  fold: '收起一层',
  onlyFrom: (name, n) => `只看${name}支援的（${n}）`,
  onlyTo: (name, n) => `只看支援${name}的（${n}）`,
  edges: '地图边缘之外的城市',
  edge: (name) => `前往地图边缘之外的${name}`,
  globe: '球面视图',
  flat: '平面地图',
  tools: '搜索、年份、表格与分享',
  table: '表格',
  share: '分享',
  panel: { hide: '收起侧栏', show: '展开侧栏' },
  tray: ['放大面板', '继续放大面板', '缩小面板'],
  hintName: '提示',
  hint: '点选弧线，查看结对成效。弧线越粗，来源所载年均援助资金越多。',
  hintClose: '知道了',
  lateFailed: '页面的这一部分未能载入。',
  lateOld: '网站已经更新，此页还是旧版；重新载入后仍是当前视图。',
  lateRetry: '重试',
  lateReload: '重新载入页面',
  missing: {
    ground: '地图底图未能载入。',
    names: '图上地名未能载入。',
    details: '地图的细部线条未能载入。',
  } satisfies Record<Missing, string>,
  offline: '网络已断开。已载入的内容仍可使用。',
  offlineKept: '网络已断开。地图、档案与简报已存于本机，可照常使用。',
  newer: '本站有更新。',
  renew: '刷新查看',
};

export const exploreWords = (lang: Lang): ExploreWords => (lang === 'zh' ? zh : en);

/** Words of the legend with the number of arcs they hold for. */
export const counted = (text: string, n: number, lang: Lang): string => (lang === 'zh' ? `${text}（${n}）` : `${text} (${n})`);
