import type { Lang } from '../state/lang.ts';

/** Words of the briefing room. */
const en = {
  choose: 'Briefs',
  unknown: (id: string) => `There is no brief called ${id}. These are there:`,
  slide: (n: number, of: number) => `Slide ${n} of ${of}`,
  overview: 'All slides',
  back: 'Back',
  next: 'Next',
  keys: 'Page Up, Page Down or arrows: slides · number and Enter: that slide · B, W: black or white screen · F: full screen · O: all slides · S: speaker’s window · L: pointer · D: draw · Esc: back',
  pair: 'Pairing',
  aYear: 'Annual aid',
  amount: 'As reported',
  source: 'Source',
  difference: 'Difference',
  more: (n: number) => `and ${n} more`,
  pairsMore: (n: number) => (n === 1 ? '1 more amount has an annual rate.' : `${n} more amounts have an annual rate.`),
  speaker: 'Speaker’s window',
  blocked: 'The browser has blocked the speaker’s window. Allow pop-ups for this page, then press S again.',
  print: 'Print or save as PDF',
  printFailed: 'The maps for printing are not there yet. Check the connection, then print again.',
  handout: 'Print handout with notes',
  powerpoint: (shape: string) => `Save as PowerPoint, ${shape}`,
  making: 'Making the presentation…',
  presentationFailed: 'The presentation could not be made. Reload the page, then try again.',
  single: 'Save as one file, for use offline',
  singleFailed: 'The file could not be made. Check the connection, then save again.',
  close: 'Close',
  clock: 'Time',
  elapsed: 'Elapsed',
  restart: 'Restart',
  inFront: 'On screen',
  toCome: 'Next',
  noMore: 'This is the last slide.',
  notes: 'Notes',
  noNotes: 'No notes for this slide.',
  ready: 'Two sentences to read out',
  black: 'Black screen',
  white: 'White screen',
  said: {
    record: (pairings: number, figures: number, sources: number) => {
      const some = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
      return `Shanhai holds ${some(pairings, 'pairing')} and ${some(figures, 'figure')}, taken from ${some(sources, 'source')}.`;
    },
    edition: (date: string) => `All of it stands as in the edition of ${date}, and every figure leads to its source.`,
    dated: (n: number, first: string, last: string) =>
      n === 1 ? `One record of theirs has a date: ${first}.` : `${n} records of theirs have a date, from ${first} to ${last}.`,
    undated: 'None of their records has a date.',
    both: (a: string, b: string) => `${a} ${b}`,
    largest: (pairing: string, rate: string, reported: string) =>
      `The largest annual amount in this table is that of ${pairing}: ${rate}; as reported, ${reported}.`,
    noRate: 'No amount in this table has an annual rate.',
    rates: (n: number) =>
      `${n === 1 ? 'One amount has' : `${n} amounts have`} an annual rate; periods and what is counted differ, so nothing is added up.`,
    cites: (n: number, latest: string) =>
      n === 0
        ? 'This brief cites no source.'
        : n === 1
          ? `This brief cites one source, dated ${latest}.`
          : `This brief cites ${n} sources, the latest dated ${latest}.`,
  },
};
export type BriefingWords = typeof en;

const zh: BriefingWords = {
  choose: '简报',
  unknown: (id) => `没有名为${id}的简报。现有：`,
  slide: (n, of) => `第${n}页，共${of}页`,
  overview: '全部页面',
  back: '上一页',
  next: '下一页',
  keys: '翻页键或方向键：翻页 · 数字加回车：到该页 · B、W：黑屏、白屏 · F：全屏 · O：全部页面 · S：演讲者窗口 · L：激光笔 · D：画笔 · Esc：返回',
  pair: '结对',
  aYear: '年均援助资金',
  amount: '来源所载',
  source: '来源',
  difference: '差异',
  more: (n) => `另有${n}条`,
  pairsMore: (n) => `另有${n}笔可折算年均。`,
  speaker: '演讲者窗口',
  blocked: '浏览器拦截了演讲者窗口。请允许本页弹出窗口，再按S键。',
  print: '打印或存为PDF',
  printFailed: '打印所需的地图未能取得。请检查网络后再打印。',
  handout: '打印讲义（含备注）',
  powerpoint: (shape) => `存为PowerPoint（${shape}）`,
  making: '正在生成演示文稿……',
  presentationFailed: '演示文稿未能生成。请刷新页面后再试。',
  single: '存为单个文件，离线放映',
  singleFailed: '文件未能生成。请检查网络后再存。',
  close: '关闭',
  clock: '现在',
  elapsed: '已讲',
  restart: '重新计时',
  inFront: '正在放映',
  toCome: '下一页',
  noMore: '这是最后一页。',
  notes: '备注',
  noNotes: '本页没有备注。',
  ready: '汇报用语',
  black: '黑屏',
  white: '白屏',
  said: {
    record: (pairings, figures, sources) => `《山海图》收录${pairings}对结对、${figures}个数字，出自${sources}篇来源。`,
    edition: (date) => `以上均以${date}版为准，每个数字都可查到来源。`,
    dated: (n, first, last) => (n === 1 ? `两地有1条记录带日期：${first}。` : `两地有${n}条记录带日期，自${first}至${last}。`),
    undated: '两地的记录均无日期。',
    both: (a, b) => `${a}${b}`,
    largest: (pairing, rate, reported) => `表中年均援助资金以${pairing}为最多：${rate}，来源所载为${reported}。`,
    noRate: '表中没有可折算年均的数额。',
    rates: (n) => `可折算年均的共${n}笔，时期与口径不一，不作加总。`,
    cites: (n, latest) =>
      n === 0 ? '本简报未引用来源。' : n === 1 ? `本简报引用1篇来源，日期为${latest}。` : `本简报引用${n}篇来源，最新一篇为${latest}。`,
  },
};

export const briefingWords = (lang: Lang): BriefingWords => (lang === 'zh' ? zh : en);
