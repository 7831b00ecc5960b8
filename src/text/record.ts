import type { Reason } from '../state/total.ts';
import type { Lang } from '../state/lang.ts';

/** Words of dossiers, figures' cards and the page about the data, which the first view does not need. */
const en = {
  aboutLead:
    'Shanhai gathers what newspapers print about pairings. Each figure is entered once, exactly as printed; a program reads its value, unit and qualifier and checks them. What our sources do not say is shown as not reported: never as zero, never as a guess.',
  aboutArcs:
    'An arc starts at the donor and ends, with its head, at the recipient, widening and turning from blue to orange on the way. Its width shows the annual aid our sources report for the pairing, and nothing else: the amount divided by the years it covers, or by their number where the source prints one. Aid reported jointly for several pairings is drawn once, as a pale band; aid not reported is a dashed hairline. Arcs, flights and train routes show who is linked with whom, not the way anything travelled.',
  aboutCounts: (figures: number, facts: number, projects: number, flights: number, freight: number, tours: number, whole: number) =>
    `The pairings hold ${figures} figures with a number, ${facts} dated facts without one, ${projects} named projects, ${flights} air routes, ${freight} freight train services and ${tours} tourist train services, each counted once. ${whole} more figures are for whole programmes and are counted under no pairing.`,
  downloads: 'Open data',
  licence: 'Figures and facts are free to use; please name Shanhai and the source of each (CC BY 4.0).',
  licences: 'Licences of the software used',
  print: 'Print',
  downloadView: 'Download dossier figures (CSV)',
  changes: 'Changes in the data',
  attribution: 'Map data',
  missingLead: 'Our sources for this pairing do not mention:',
  sum: (n: number, measure: string) => `${measure}: sum of ${n} figures`,
  sumRows: 'Figures in this sum',
  leftOut: (n: number) => (n === 1 ? '1 figure is left out' : `${n} figures are left out`),
  why: {
    'no-number': 'no number',
    range: 'a range or “several”',
    scope: 'counts more than this pairing',
    measure: 'such counts may overlap',
    'same-pairing': 'figures of one pairing may overlap',
    within: 'already part of another figure',
  } satisfies Record<Reason, string>,
  figure: {
    reported: 'As printed',
    value: 'Value',
    qualifier: 'Qualifier',
    joint: 'Joint figure',
    years: 'Years, as printed',
    rate: 'Per year',
    period: 'Period',
    scope: 'Scope',
    place: 'Place',
    within: 'Part of',
    contains: 'Includes',
    source: 'Source',
    link: 'Permalink',
    note: 'Note',
  },
  ourJudgement: 'our judgement',
  copyCitation: 'Copy citation',
  copied: 'Copied',
  copyFailed: 'Could not copy; select the text instead',
  timeline: 'Timeline',
  in: (years: string) => `In ${years}`,
  across: (years: string) => `Over a longer period that includes ${years}`,
  undated: 'No date in our sources',
  outside: (n: number) => (n === 1 ? '1 record of other years is not shown.' : `${n} records of other years are not shown.`),
  nothingIn: (years: string) => `Our sources have nothing dated ${years}.`,
  allYears: 'Show all years',
};

export type RecordWords = typeof en;

const zh: RecordWords = {
  aboutLead:
    '《山海图》汇集报纸刊载的结对数据。每个数字只录入一次，与原文一致；数值、单位和“超”“近”等限定词由程序读取并核对。所据来源没有写的，一律标为“来源未载”，不写成零，也不推测。',
  aboutArcs:
    '弧线起于支援方，箭头落在受援方，由蓝变橙、由细变粗。粗细只代表来源所载的年均援助资金，即金额除以所涉年数，来源写明年数的从其所写。与其他结对合计的，绘成浅色带，只绘一次；来源未载的，绘成虚线。弧线、航线和班列线路只表示两地相连，不代表实际路径。',
  aboutCounts: (figures, facts, projects, flights, freight, tours, whole) =>
    `各对结对共收录${figures}个数字、${facts}条有日期而无数字的纪事、${projects}个具名项目、${flights}条航线、${freight}条班列线路、${tours}条旅游专列线路，各计一次。另有${whole}个协作类型的总体数字，不计入各对结对。`,
  downloads: '开放数据',
  licence: '数字与事实可自由使用，请注明《山海图》及各自来源（CC BY 4.0许可）。',
  licences: '所用程序库的许可',
  print: '打印',
  downloadView: '下载本档案数字（CSV）',
  changes: '数据更新记录',
  attribution: '底图数据',
  missingLead: '关于此结对，所据来源未提及：',
  sum: (n, measure) => `${measure}：${n}项合计`,
  sumRows: '合计所含数字',
  leftOut: (n) => `另有${n}项不计入`,
  why: {
    'no-number': '没有数字',
    range: '为区间或约数',
    scope: '口径大于本结对',
    measure: '此类数字可能重叠',
    'same-pairing': '同一结对的多个数字可能重叠',
    within: '已计入另一数字',
  },
  figure: {
    reported: '原文数字',
    value: '数值',
    qualifier: '限定词',
    joint: '合计',
    years: '原文年数',
    rate: '年均',
    period: '时期',
    scope: '口径',
    place: '地点',
    within: '计入',
    contains: '包括',
    source: '来源',
    link: '永久链接',
    note: '说明',
  },
  ourJudgement: '本站判断',
  copyCitation: '复制引文',
  copied: '已复制',
  copyFailed: '未能复制，请手动选取',
  timeline: '时间线',
  in: (years) => `${years}内`,
  across: (years) => `时期较长、包含${years}`,
  undated: '来源未载日期',
  outside: (n) => `另有${n}条记录属于其他年份，此处不列。`,
  nothingIn: (years) => `所据来源没有日期在${years}内的记录。`,
  allYears: '显示全部年份',
};

export const recordWords = (lang: Lang): RecordWords => (lang === 'zh' ? zh : en);
