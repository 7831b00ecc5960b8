import type { Lang } from '../state/lang.ts';

/** Words of the pages that stand by themselves, one for each pairing, place and programme. */
const en = {
  contents: 'Contents',
  kind: { pairing: 'Pairing', place: 'Place', programme: 'Programme' },
  open: 'Open in the atlas',
  columns: { label: 'What', figure: 'As printed', period: 'Period', source: 'Source' },
  fact: 'fact without a number',
  headlines: 'In brief',
  still: (title: string) => `Map: ${title}`,
  picture: 'Picture for sharing (1200 × 630)',
  related: 'Related pages',
  liesIn: 'Lies in',
  holds: 'Within it',
  csv: 'These figures as CSV',
  allFigures: 'All figures of the atlas (CSV)',
  allData: 'All open data (XLSX)',
  programmeFigures: 'Figures of the whole programme',
  programmeNote: 'They are of the whole programme and are counted with no pairing.',
  gives: (name: string) => `Helped by ${name}`,
  receives: (name: string) => `Who helps ${name}`,
  within: (name: string) => `${name} and places within it`,
  pairings: 'Its pairings',
  records: 'On record',
  nothingMore: 'the tie alone',
  cited: 'Numbers are those of the atlas. Where a source has no address, its name is all there is.',
  catalog: 'Open data of Shanhai',
  card: (title: string, line: string) => `${title}: ${line}. On a schematic map of China.`,
};
export type PageWords = typeof en;

const zh: PageWords = {
  contents: '目录',
  kind: { pairing: '结对', place: '地区', programme: '协作类型' },
  open: '在《山海图》中打开',
  columns: { label: '内容', figure: '原文数字', period: '时期', source: '来源' },
  fact: '事实，无数字',
  headlines: '概要',
  still: (title) => `地图：${title}`,
  picture: '分享图（1200 × 630）',
  related: '相关页面',
  liesIn: '所在地区',
  holds: '所辖地区',
  csv: '本页数字（CSV）',
  allFigures: '本站全部数字（CSV）',
  allData: '全部开放数据（XLSX）',
  programmeFigures: '该类型的总体数字',
  programmeNote: '这些数字属于该协作类型总体，不计入任何一对结对。',
  gives: (name) => `${name}支援的地区`,
  receives: (name) => `支援${name}的地区`,
  within: (name) => `${name}及所辖各地`,
  pairings: '所含结对',
  records: '收录',
  nothingMore: '仅此关系',
  cited: '序号与本站一致。没有网址的来源，只列名称。',
  catalog: '《山海图》开放数据',
  card: (title, line) => `${title}：${line}。绘于示意地图。`,
};

export const pageWords = (lang: Lang): PageWords => (lang === 'zh' ? zh : en);

/** What leads to the same page in a language, as its readers call it. */
export const IN_LANGUAGE: Readonly<Record<Lang, string>> = { zh: '中文版', en: 'English' };
