import type { Lang } from '../state/lang.ts';

/** Words of the briefing room. */
const en = {
  choose: 'Briefs',
  unknown: (id: string) => `There is no brief called ${id}. These are there:`,
  slide: (n: number, of: number) => `Slide ${n} of ${of}`,
  overview: 'All slides',
  back: 'Back',
  next: 'Next',
  keys: 'Page Up, Page Down or arrows: slides · number and Enter: that slide · B, W: blank · F: full screen · O: all slides',
  pair: 'Pairing',
  aYear: 'Annual aid',
  amount: 'As reported',
  source: 'Source',
  difference: 'Difference',
  more: (n: number) => `and ${n} more`,
  pairsMore: (n: number) => (n === 1 ? '1 more amount has an annual rate.' : `${n} more amounts have an annual rate.`),
};
export type BriefingWords = typeof en;

const zh: BriefingWords = {
  choose: '简报',
  unknown: (id) => `没有名为${id}的简报。现有：`,
  slide: (n, of) => `第${n}页，共${of}页`,
  overview: '全部页面',
  back: '上一页',
  next: '下一页',
  keys: '翻页键或方向键：翻页 · 数字加回车：到该页 · B、W：黑屏、白屏 · F：全屏 · O：全部页面',
  pair: '结对',
  aYear: '年均援助资金',
  amount: '来源所载',
  source: '来源',
  difference: '差异',
  more: (n) => `另有${n}条`,
  pairsMore: (n) => `另有${n}笔可折算年均。`,
};

export const briefingWords = (lang: Lang): BriefingWords => (lang === 'zh' ? zh : en);
