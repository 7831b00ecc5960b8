import type { Lang } from '../state/lang.ts';
import { isDay } from '../state/load.ts';
import { dateText } from './figure.ts';

const EN = {
  shown: (file: string) => `These are the data of ${file}, and not those of the atlas.`,
  edition: (day: string) => `This is the edition of ${day}.`,
  failed: (file: string) => `${file} could not be used. These are the atlas’s own data.`,
  home: 'Show the atlas as it is today',
};
const ZH: typeof EN = {
  shown: (file) => `现为${file}的数据，并非本站数据。`,
  edition: (day) => `现为${day}版。`,
  failed: (file) => `无法使用${file}，现为本站数据。`,
  home: '改看本站最新数据',
};

/** What is said where the address names data of its own. */
export const ownWords = (lang: Lang): typeof EN => (lang === 'zh' ? ZH : EN);

/** Whose the data are that are shown: of a file, or of the atlas's edition of a day. */
export const ownText = (given: string, lang: Lang): string =>
  isDay(given) ? ownWords(lang).edition(dateText(given, lang)) : ownWords(lang).shown(given);
