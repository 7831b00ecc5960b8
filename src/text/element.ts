import type { Lang } from '../state/lang.ts';

/** Words of a map that stands in somebody else's page as `<shanhai-map>`. */
const en = {
  live: 'Live map',
  arcs: (n: number) => `Pairings on the map: ${n}. Arrow keys go from one to the next, Enter opens it.`,
  wheel: 'Hold Ctrl and scroll to zoom the map',
  wheelMac: 'Hold ⌘ and scroll to zoom the map',
  fingers: 'Move the map with two fingers',
  failed: 'The map failed to load.',
  liveFailed: 'The live map cannot run here. This picture shows the same pairings and figures.',
  again: 'Try again',
  atlas: 'Open in the atlas',
};
export type ElementWords = typeof en;

const zh: ElementWords = {
  live: '实时地图',
  arcs: (n) => `图上结对${n}对。按方向键逐对查看，按回车键打开。`,
  wheel: '按住Ctrl键并滚动滚轮可缩放地图',
  wheelMac: '按住⌘键并滚动滚轮可缩放地图',
  fingers: '用两根手指移动地图',
  failed: '地图未能载入。',
  liveFailed: '此处无法运行实时地图。此图所示结对与数字相同。',
  again: '重试',
  atlas: '在《山海图》中打开',
};

export const elementWords = (lang: Lang): ElementWords => (lang === 'zh' ? zh : en);
