import type { Place } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';

/** Words of the search. A key missing in one language is a type error. */
const en = {
  label: 'Search the atlas',
  placeholder: 'Search: names, pinyin, initials',
  shortcut: 'Press / to search',
  clear: 'Clear the search',
  results: 'Search results',
  kinds: {
    place: 'Places',
    pairing: 'Pairings',
    programme: 'Programmes',
    route: 'Routes',
    project: 'Projects',
    institution: 'Institutions',
    source: 'Sources',
  },
  place: {
    province: 'Province-level',
    prefecture: 'Prefecture-level',
    county: 'County-level',
    town: 'Town or village',
    airport: 'Airport',
    port: 'Border port',
    station: 'Station',
    site: 'Site',
  } satisfies Record<Place['kind'], string>,
  count: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  first: (n: number) => `The first ${n} results. Add a word to narrow them down.`,
  none: (query: string) => `Nothing found for “${query}”.`,
  hint: 'Search places, pairings, projects, institutions, routes, programmes and sources in Chinese characters, pinyin, initials or English. Try:',
  loading: 'Loading pinyin…',
  failed: 'Pinyin failed to load. Chinese characters and English still work.',
  retry: 'Try again',
};
export type SearchWords = typeof en;

const zh: SearchWords = {
  label: '搜索本站',
  placeholder: '搜索：汉字、拼音或首字母',
  shortcut: '按 / 键搜索',
  clear: '清除搜索',
  results: '搜索结果',
  kinds: {
    place: '地点',
    pairing: '结对',
    programme: '协作类型',
    route: '线路',
    project: '项目',
    institution: '机构',
    source: '来源',
  },
  place: {
    province: '省级',
    prefecture: '地级',
    county: '县级',
    town: '乡镇或村',
    airport: '机场',
    port: '口岸',
    station: '车站',
    site: '场所',
  },
  count: (n) => `${n}条结果`,
  first: (n) => `以上为前${n}条，再加一个词可缩小范围。`,
  none: (query) => `没有找到“${query}”。`,
  hint: '可搜地点、结对、项目、机构、线路、协作类型和来源，汉字、拼音、首字母、英文均可。试试：',
  loading: '正在载入拼音……',
  failed: '拼音未能载入，汉字和英文仍可搜索。',
  retry: '重试',
};

export const searchWords = (lang: Lang): SearchWords => (lang === 'zh' ? zh : en);

/** Searches that show what can be typed. */
export const EXAMPLES = ['海西', 'geermu', 'tjhn', 'Aksu', '光热'] as const;
