import type { Place } from '../../data/schema.ts';
import type { Entry, Kind } from '../state/entries.ts';
import type { World } from '../state/world.ts';
import { dateText } from './figure.ts';
import type { Lang } from './lang.ts';
import { messages } from './messages.ts';
import { pairingLine, pairingTitle } from './pairing.ts';
import { pairsText } from './view.ts';

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
  } satisfies Record<Kind, string>,
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
  first: (n: number) => `The first ${n} results. Another word narrows them down.`,
  none: (query: string) => `Nothing found for “${query}”.`,
  hint: 'Places, pairings, projects, institutions, routes, programmes and sources can be found, in Chinese characters, pinyin, initials or English. Try:',
  loading: 'Loading pinyin …',
  failed: 'Pinyin could not be loaded. Chinese characters and English work all the same.',
  retry: 'Try again',
};
export type SearchWords = typeof en;

const zh: SearchWords = {
  label: '搜索图册',
  placeholder: '搜索：汉字、拼音或首字母',
  shortcut: '按 / 键搜索',
  clear: '清除搜索',
  results: '搜索结果',
  kinds: {
    place: '地点',
    pairing: '结对',
    programme: '协作框架',
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
    site: '地点',
  },
  count: (n) => `${n} 条结果`,
  first: (n) => `以上为前 ${n} 条，再加一个词可缩小范围。`,
  none: (query) => `没有找到“${query}”。`,
  hint: '可搜地点、结对、项目、机构、线路、协作框架和来源，汉字、拼音、首字母、英文都行。试试：',
  loading: '正在载入拼音……',
  failed: '拼音未能载入，汉字和英文仍可搜索。',
  retry: '重试',
};

export const searchWords = (lang: Lang): SearchWords => (lang === 'zh' ? zh : en);

/** Searches that show what can be typed. */
export const EXAMPLES = ['海西', 'geermu', 'tjhn', 'Aksu', '光热'] as const;

/** The small line under a name that was found: what tells it from others of its name. */
export function entryLine(world: World, { kind, id, pairing: of, projects }: Entry, lang: Lang): string {
  const pairing = world.findPairing(of);
  const title = pairing && pairingTitle(world, pairing, lang);
  return told().filter(Boolean).join(' · ');

  function told(): (string | null | undefined)[] {
    const m = messages(lang);
    switch (kind) {
      case 'place': {
        const here = world.projectsAt(id).length;
        return [regionText(world, world.place(id), lang), here > 0 ? m.placeProjects(here) : null];
      }
      case 'pairing':
        return [pairing && world.programme(pairing.programme).name[lang], pairing ? pairingLine(world, pairing, lang) : null];
      case 'programme':
        return [
          pairsText(
            world.dataset.pairings.filter(({ programme }) => programme === id),
            lang,
          ),
        ];
      case 'route':
        return [m.mode[world.findRoute(id)!.route.mode], title];
      case 'project': {
        const { place, status } = pairing!.projects.find((project) => project.id === id)!;
        return [place === null ? null : world.place(place)[lang], m.status[status], title];
      }
      case 'institution':
        return [m.projects(projects.length), title];
      case 'source': {
        const { publisher, date } = world.source(id);
        return [publisher[lang], dateText(date, lang)];
      }
    }
  }
}

/** What kind of place it is and the regions it lies in: from the smallest in English, from the largest in Chinese. */
function regionText(world: World, { kind, in: region }: Place, lang: Lang): string {
  const regions: string[] = [];
  for (let at = world.findPlace(region ?? null); at; at = world.findPlace(at.in ?? null)) regions.push(at[lang]);
  const said = lang === 'zh' ? regions.reverse().join('') : regions.join(', ');
  return [searchWords(lang).place[kind], said].filter(Boolean).join(' · ');
}
