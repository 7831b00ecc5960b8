import type { Lang } from '../state/lang.ts';

const EN = {
  shown: (file: string) => `These are the data of ${file}, and not those of the atlas.`,
  failed: (file: string) => `${file} could not be used. These are the atlas’s own data.`,
  home: 'Open the atlas',
};
const ZH: typeof EN = {
  shown: (file) => `现为${file}的数据，并非本站数据。`,
  failed: (file) => `无法使用${file}，现为本站数据。`,
  home: '打开本站',
};

/** What is said where the address names data of its own. */
export const ownWords = (lang: Lang): typeof EN => (lang === 'zh' ? ZH : EN);
