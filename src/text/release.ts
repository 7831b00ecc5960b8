import type { Lang } from '../state/lang.ts';

/** Words of an edition of the data that is kept, and of what has changed since. */
const en = {
  /** Dates are words already. */
  changed: (date: string, n: number) => `Figures as of ${date}; ${n === 1 ? '1 entry has' : `${n} entries have`} changed since`,
  same: (date: string) => `Figures as of ${date}; unchanged since.`,
  missing: (date: string, edition: string) => `This map has no edition of ${date}; these are the figures of ${edition}.`,
  failed: (date: string, edition: string) => `The figures of ${date} failed to load; these are those of ${edition}.`,
  added: 'new',
  removed: 'withdrawn',
  then: 'then',
  aspects: {
    since: 'Start',
    name: 'Name',
    period: 'Period',
    rate: 'Rate',
    scope: 'Counts',
    topic: 'Topic',
    place: 'Place',
    source: 'Source',
    status: 'Status',
    way: 'Route',
  },
};
export type ReleaseWords = typeof en;

const zh: ReleaseWords = {
  changed: (date, n) => `数据截至${date}，此后有${n}条更新`,
  same: (date) => `数据截至${date}，此后无更新。`,
  missing: (date, edition) => `这张地图没有${date}版，此处为${edition}版。`,
  failed: (date, edition) => `未能载入${date}版数据，此处为${edition}版。`,
  added: '新增',
  removed: '已撤下',
  then: '改为',
  aspects: {
    since: '起始',
    name: '名称',
    period: '时期',
    rate: '折算',
    scope: '统计口径',
    topic: '领域',
    place: '地点',
    source: '来源',
    status: '状态',
    way: '线路',
  },
};

export const releaseWords = (lang: Lang): ReleaseWords => (lang === 'zh' ? zh : en);
