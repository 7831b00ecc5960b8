import type { Lang } from '../state/lang.ts';

/** Words of what is printed by itself: table, comparison, dossier, a figure's card, the page about the data. */
const en = {
  brand: (title: string, subtitle: string) => `${title} · ${subtitle}`,
  printed: (date: string) => `printed ${date}`,
  cited: 'Numbers in square brackets are sources.',
  at: (address: string) => `This page: ${address}`,
};

const zh: typeof en = {
  brand: (title, subtitle) => `${title} · ${subtitle}`,
  printed: (date) => `打印于${date}`,
  cited: '方括号中的数字为来源序号。',
  at: (address) => `本页网址：${address}`,
};

export const paperWords = (lang: Lang): typeof en => (lang === 'zh' ? zh : en);
