import type { Lang } from '../state/lang.ts';

/** Words of the time axis. */
const en = {
  axis: 'Time axis, 2010 to 2030',
  from: 'First year',
  to: 'Last year',
  all: 'All years',
  play: 'Play the years',
  pause: 'Pause',
  back: 'A year back',
  on: 'A year on',
  how: 'Choose a year, or drag over several',
  dated: (n: number) => (n === 1 ? '1 dated fact' : `${n} dated facts`),
  plannedYears: 'planned',
  undated: (n: number) => `${n} undated records are not counted`,
};

export type TimeWords = typeof en;

const zh: TimeWords = {
  axis: '时间轴，2010年至2030年',
  from: '起始年',
  to: '截止年',
  all: '全部年份',
  play: '逐年播放',
  pause: '暂停',
  back: '前一年',
  on: '后一年',
  how: '点选一年，或拖过数年',
  dated: (n) => `${n} 条有日期的事实`,
  plannedYears: '规划',
  undated: (n) => `${n} 条未注明时间的记录不计入`,
};

export const timeWords = (lang: Lang): TimeWords => (lang === 'zh' ? zh : en);
