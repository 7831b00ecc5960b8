import type { Lang } from '../state/lang.ts';

/** Words of the time axis. */
const en = {
  axis: 'Time axis, 2010 to 2030',
  from: 'First year',
  to: 'Last year',
  all: 'All years',
  play: 'Play the years',
  pause: 'Pause',
  back: 'Previous year',
  on: 'Next year',
  how: 'Choose a year, or drag across several',
  dated: (n: number) => (n === 1 ? '1 dated record' : `${n} dated records`),
  plannedYears: 'planned',
  undated: (n: number) => (n === 1 ? '1 undated record is not counted' : `${n} undated records are not counted`),
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
  dated: (n) => `${n}条有日期的记录`,
  plannedYears: '规划',
  undated: (n) => `${n}条无日期的记录不计入`,
};

export const timeWords = (lang: Lang): TimeWords => (lang === 'zh' ? zh : en);
