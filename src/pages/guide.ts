import { Marked } from 'marked';
import type { Lang } from '../state/lang.ts';
import { pageWords } from '../text/page.ts';
import { escaped, textPage } from './text.ts';

/** A text of ours that is read as a page too: its folder, and its file from `src/`. */
interface Doc {
  folder: string;
  file: string;
  lang: Lang;
}

/** The guide for those who put maps into their pages, in both languages, and what it says of the element, in English. */
export const GUIDE: readonly Doc[] = [
  { folder: 'guide/', file: 'embed/README.zh.md', lang: 'zh' },
  { folder: 'guide/en/', file: 'embed/README.md', lang: 'en' },
  { folder: 'guide/element/', file: 'element/README.md', lang: 'en' },
];
/** Folder of the pictures in them. */
export const PICTURES = 'guide/pictures/';

/** Name of a heading in an address, as the places that show such texts have it. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The pages of the guide by name from the first page of the site. `read` gives a file of `src/`, `css` the sheet that pages share. */
export function guideFiles(read: (file: string) => string, css: string): Map<string, string> {
  return new Map(GUIDE.map((doc) => [`${doc.folder}index.html`, page(doc, read(doc.file), css)]));
}

function page({ folder, file, lang }: Doc, text: string, css: string): string {
  const home = '../'.repeat(folder.split('/').length - 1);
  const sections: { id: string; title: string }[] = [];
  /** Where a link leads to from this page; null where what it names is no page of the site. */
  const target = (href: string): string | null => {
    if (/^(https?:|#)/.test(href)) return href;
    const path = new URL(href, `file:///${file}`).pathname.slice(1);
    if (path.startsWith('embed/pictures/')) return home + PICTURES + path.slice('embed/pictures/'.length);
    const other = GUIDE.find((doc) => doc.file === path);
    return other ? home + other.folder : null;
  };
  const body = new Marked({
    renderer: {
      heading({ tokens, depth, text: title }) {
        const id = slug(title);
        if (depth === 2) sections.push({ id, title: this.parser.parseInline(tokens) });
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const [to, inner] = [target(href), this.parser.parseInline(tokens)];
        return to === null ? inner : `<a href="${to}">${inner}</a>`;
      },
      image: ({ href, text: alt }) => `<img src="${target(href)}" alt="${alt}" loading="lazy">`,
      // A wide table or line of code scrolls within itself.
      table(token) {
        const row = (cells: typeof token.header, tag: 'th' | 'td') =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const rows = token.rows.map((cells) => row(cells, 'td')).join('\n');
        return `<div class="wide" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${rows}</tbody></table></div>\n`;
      },
      code: ({ text: code }) => `<pre tabindex="0"><code>${escaped(code)}</code></pre>\n`,
    },
  }).parse(text, { async: false });
  const title = /^# (.+)$/m.exec(text)![1]!.replaceAll('`', '');
  const contents = sections.map(({ id, title: name }) => `<li><a href="#${id}">${name}</a></li>`).join('');
  const nav = `<nav aria-label="${pageWords(lang).contents}"><ul>${contents}</ul></nav>\n`;
  return textPage({ lang, title, home, css, body: nav + body });
}
