import type { Source, Words } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';

/** Paragraph of a source, or the words that say where in it. */
export type At = number | Words;

export type Style = 'gbt' | 'apa' | 'bibtex';
export const STYLES: readonly { style: Style; name: string }[] = [
  { style: 'gbt', name: 'GB/T 7714' },
  { style: 'apa', name: 'APA' },
  { style: 'bibtex', name: 'BibTeX' },
];

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "(2026, January 5)", as far as the date goes. */
function apaDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `(${[year, [month && MONTHS[month - 1], day].filter(Boolean).join(' ')].filter(Boolean).join(', ')})`;
}

/** A source as a reader's own text would cite it. GB/T 7714 is Chinese, the other two are English with the Chinese title kept. */
export function cite(source: Source, style: Style): string {
  const { title, publisher, date, url, id } = source;
  if (style === 'gbt')
    return `${publisher.zh}. ${title.zh}[N/OL]. ${date}${url ? `. ${url}` : ''}.`.replace('[N/OL]', url ? '[N/OL]' : '[N]');
  if (style === 'apa') return `${publisher.en}. ${apaDate(date)}. ${title.zh} [${title.en}].${url ? ` ${url}` : ''}`;
  const fields = [
    `  title = {{${title.zh}}}`,
    `  titleaddon = {${title.en}}`,
    `  author = {{${publisher.en}}}`,
    `  date = {${date}}`,
    ...(url ? [`  url = {${url}}`] : []),
    `  langid = {chinese}`,
  ];
  return `@article{${id},\n${fields.join(',\n')}\n}`;
}

/** What a view is cited by: its name, its address, the date of the edition and the day it was seen, as YYYY-MM-DD. */
export interface CitedView {
  title: string;
  address: string;
  edition: string;
  seen: string;
}

/** A view of the atlas as a reader's own text would cite it: a data set on the web, with the day it was seen. */
export function citeView({ title, address, edition, seen }: CitedView, style: Style): string {
  if (style === 'gbt') return `山海图. ${title}[DS/OL]. (${edition})[${seen}]. ${address}.`;
  if (style === 'apa') return `Shanhai. ${apaDate(edition)}. ${title} [Data set]. ${address}`;
  const fields = [
    `  title = {{${title}}}`,
    '  author = {{Shanhai}}',
    `  date = {${edition}}`,
    `  url = {${address}}`,
    `  urldate = {${seen}}`,
  ];
  return `@dataset{shanhai-${edition},\n${fields.join(',\n')}\n}`;
}

/** Where in a source something stands: "paragraph 3", or the words given. */
export const whereIn = (at: At, lang: Lang): string =>
  typeof at === 'number' ? (lang === 'zh' ? `第${at}段` : `paragraph ${at}`) : at[lang];

/** A publisher where each row of a table names one: without what is told of it after a comma or in brackets. */
export const publisherName = ({ publisher }: Pick<Source, 'publisher'>, lang: Lang): string => publisher[lang].split(/[，,（(]/)[0]!.trim();
