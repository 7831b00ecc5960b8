import type { Reason } from '../state/total.ts';
import type { Lang } from './lang.ts';

/** Words of dossiers, figures' cards and the page about the data, which the first view does not need. */
const en = {
  aboutLead:
    'Shanhai gathers what newspapers print about pairings. A number is entered once, exactly as printed; value, unit and qualifier are read from it by a program and checked. What a source does not say is shown as not reported: never as zero, never as a guess.',
  aboutArcs:
    'An arc starts at the donor and ends at the recipient; it grows wider and changes from blue to orange on the way, and its head is at the recipient. Its width is the aid total a source reports for the pairing. Arcs, flights and corridors show who is joined to whom, not the way anything travelled.',
  downloads: 'Open data',
  licence: 'Figures and facts are free to use; please name Shanhai and the source of each (CC BY 4.0).',
  downloadView: 'Figures of this dossier (CSV)',
  changes: 'Changes in the data',
  attribution: 'Map data',
  missingLead: 'Our sources for this pairing say nothing of:',
  sum: (n: number) => `Sum of ${n} figures`,
  sumRows: 'The figures that make it',
  leftOut: (n: number) => (n === 1 ? '1 figure is left out' : `${n} figures are left out`),
  why: {
    'no-number': 'no number',
    range: 'a range or “several”',
    scope: 'counts more than this pairing',
    within: 'already within another figure',
  } satisfies Record<Reason, string>,
  figure: {
    reported: 'As printed',
    value: 'Value',
    qualifier: 'Qualifier',
    period: 'Period',
    scope: 'Counts',
    place: 'Place',
    within: 'Within',
    contains: 'Contains',
    source: 'Source',
    link: 'Permalink',
    note: 'Note',
  },
  ourJudgement: 'our judgement',
  copyCitation: 'Copy citation',
  copied: 'Copied',
  copyFailed: 'Could not copy; select the text instead',
  timeline: 'Timeline',
  openFigure: (label: string) => `${label}: open the figure’s card`,
};

export type RecordWords = typeof en;

const zh: RecordWords = {
  aboutLead:
    '山海图汇集报纸刊载的结对数据。每个数字只录入一次，与原文一致，数值、单位和“超”“近”等限定词由程序读取并核对。来源没有写的，一律标为未公布，不写成零，也不推测。',
  aboutArcs:
    '弧线从支援方出发，箭头落在受援方，由蓝变橙、由细变粗，粗细代表来源公布的援助资金总额。弧线、航线和走廊只表示两地相连，不代表实际路径。',
  downloads: '开放数据',
  licence: '数字与事实可自由使用，请注明山海图与各自来源（CC BY 4.0 许可）。',
  downloadView: '下载本档案数字（CSV 表格）',
  changes: '数据更新记录',
  attribution: '底图数据',
  missingLead: '关于此结对，所据来源未提及：',
  sum: (n) => `${n} 项合计`,
  sumRows: '合计所含数字',
  leftOut: (n) => `另有 ${n} 项不计入`,
  why: { 'no-number': '没有数字', range: '为区间或约数', scope: '口径大于本结对', within: '已含于另一数字' },
  figure: {
    reported: '原文数字',
    value: '数值',
    qualifier: '限定',
    period: '时期',
    scope: '口径',
    place: '地点',
    within: '含于',
    contains: '包含',
    source: '来源',
    link: '永久链接',
    note: '说明',
  },
  ourJudgement: '本站判断',
  copyCitation: '复制引文',
  copied: '已复制',
  copyFailed: '未能复制，请手动选取',
  timeline: '时间线',
  openFigure: (label) => `${label}：打开数字卡片`,
};

export const recordWords = (lang: Lang): RecordWords => (lang === 'zh' ? zh : en);
