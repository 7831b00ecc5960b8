import type { Lang } from '../state/lang.ts';

/** Words of a map that stands in somebody else's page. */
const en = {
  live: 'Live map',
  loading: 'Loading the live map…',
  liveFailed: 'The live map cannot run here. The picture stays, with all it says.',
  close: 'Close',
  table: 'All figures as a table',
  atlas: 'Open in the atlas',
  headlines: 'In figures',
  pairings: (n: number) => `${n} ${n === 1 ? 'pairing' : 'pairings'}`,
  sources: (n: number) => `Sources (${n})`,
  opens: 'Opens in a new window',
  still: (title: string) => `Map: ${title}. Choose an arc to see its figures.`,
  others: (n: number) => `Other topics (${n})`,
  more: (n: number) => `${n} more`,
  wheel: 'Hold Ctrl and scroll to zoom the map',
  wheelMac: 'Hold ⌘ and scroll to zoom the map',
  fingers: 'Move the map with two fingers',
};
export type EmbedWords = typeof en;

const zh: EmbedWords = {
  live: '实时地图',
  loading: '正在载入实时地图……',
  liveFailed: '此处无法运行实时地图；图与数据照常可看。',
  close: '关闭',
  table: '全部数据（表格）',
  atlas: '在《山海图》中打开',
  headlines: '主要数据',
  pairings: (n) => `结对${n}对`,
  sources: (n) => `来源（${n}）`,
  opens: '在新窗口打开',
  still: (title) => `地图：${title}。点选弧线查看数据。`,
  others: (n) => `其他领域（${n}）`,
  more: (n) => `其余${n}条`,
  wheel: '按住Ctrl键并滚动滚轮可缩放地图',
  wheelMac: '按住⌘键并滚动滚轮可缩放地图',
  fingers: '用两根手指移动地图',
};

export const embedWords = (lang: Lang): EmbedWords => (lang === 'zh' ? zh : en);
