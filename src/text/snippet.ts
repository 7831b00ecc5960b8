import type { Lang } from '../state/lang.ts';
import { messages } from './messages.ts';

/** Ways in which a view goes into another page. */
export const KINDS = ['frame', 'element', 'picture', 'wechat'] as const;
export type Kind = (typeof KINDS)[number];

/** Widths in px at which an embed is tried: a phone, a column of text, the whole width. */
export const WIDTHS = { phone: 390, column: 640, full: 1100 } as const;
export type Width = keyof typeof WIDTHS;

const en = {
  kind: 'What is pasted',
  kinds: { frame: 'Frame', element: 'Element', picture: 'Picture', wechat: 'WeChat' } satisfies Record<Kind, string>,
  kindNotes: {
    frame: 'For any CMS: runs apart from your page and grows with its content.',
    element: 'For pages of your own: no frame, one script from this site.',
    picture: 'Where neither frames nor scripts are allowed: save the pictures below, upload them, and paste the code.',
    wechat: 'Official accounts take pictures and text alone: a long picture, a caption and a code to scan.',
  } satisfies Record<Kind, string>,
  width: 'Preview width',
  widths: { phone: 'Phone', column: 'Column', full: 'Full' } satisfies Record<Width, string>,
  theme: 'Theme',
  themes: { auto: 'As the reader’s system', light: 'Light', dark: 'Dark' },
  speaks: 'Language',
  shows: 'Shown',
  parts: { title: 'Title', figures: 'Figures', sources: 'Sources' },
  live: 'Live map when in view',
  start: 'Start where the map is now',
  guide: 'Guide for editors',
  figures: 'Data',
  follows: { follow: 'Follow updates', pin: 'Keep as of now' },
  pinNote: (edition: string) => `Readers keep seeing the figures of ${edition}. If any changes later, a line under the map says which.`,
  preview: 'Preview of the embed',
  height: (px: number) => `${px} px high at this width`,
  caption: (title: string, edition: string) => `${title}. Shanhai, ${edition}.`,
  table: 'All figures as a table',
  longPicture: 'Save long picture',
  qr: 'Save QR code',
  copyCaption: 'Copy caption',
  pictures: 'Save PNG',
  vector: 'Save SVG',
};
export type SnippetWords = typeof en;

const zh: SnippetWords = {
  kind: '嵌入方式',
  kinds: { frame: '框架', element: '组件', picture: '图片', wechat: '微信' },
  kindNotes: {
    frame: '适用于任何内容管理系统：与页面互不干扰，高度随内容变化。',
    element: '适用于自建页面：无框架，只引用本站一个脚本。',
    picture: '适用于不允许框架和脚本的页面：先保存下面的图片并上传，再粘贴代码。',
    wechat: '公众号正文只收图片和文字：长图、图注和二维码。',
  },
  width: '预览宽度',
  widths: { phone: '手机', column: '正文栏', full: '通栏' },
  theme: '配色',
  themes: { auto: '随读者系统', light: '浅色', dark: '深色' },
  speaks: '语言',
  shows: '显示',
  parts: { title: '标题', figures: '数据', sources: '来源' },
  live: '进入视野时载入实时地图',
  start: '从当前地图位置开始',
  guide: '编辑指南',
  figures: '数据',
  follows: { follow: '随更新', pin: '固定为当前版' },
  pinNote: (edition) => `读者始终看到${edition}版数据；日后如有更新，图下会注明哪几条。`,
  preview: '嵌入预览',
  height: (px) => `此宽度下高${px}像素`,
  caption: (title, edition) => `${title}。山海图，${edition}。`,
  table: '全部数据（表格）',
  longPicture: '保存长图',
  qr: '保存二维码',
  copyCaption: '复制图注',
  pictures: '保存PNG',
  vector: '保存SVG',
};

export const snippetWords = (lang: Lang): SnippetWords => (lang === 'zh' ? zh : en);

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** What a snippet is made of. Addresses are absolute. */
export interface Snippet {
  lang: Lang;
  /** What the map shows, and what is said under it. */
  title: string;
  caption: string;
  /** The page of the embed, and the height in px that it has at `width` px. */
  src: string;
  width: number;
  height: number;
  /** The page that has everything as tables. */
  table: string;
}

/** What stands under the map whatever happens to it: where frames and scripts are taken out, it is what is left. */
const captioned = (inner: string, { lang, caption, table }: Snippet): string =>
  `<figure>\n${inner}\n<figcaption>${attribute(caption)} <a href="${attribute(table)}">${snippetWords(lang).table}</a></figcaption>\n</figure>`;

/**
 * Code for any page: a frame that takes its place before it comes, so that nothing shifts, comes when it is near, and may run
 * scripts and open links, no more. Of its own origin it is only for the files of the live map, which is never the host's.
 */
export const frameCode = (of: Snippet): string =>
  captioned(
    `<iframe title="${attribute(of.title)}" src="${attribute(of.src)}" width="${of.width}" height="${of.height}" style="width:100%;border:0" loading="lazy" scrolling="no" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow="fullscreen"><a href="${attribute(of.table)}">${attribute(of.title)}</a></iframe>`,
    of,
  );

/** Code for a page of one's own: the element, its script, and what stands there until it runs. `attributes`: the keys of the view. */
export const elementCode = (of: Snippet, site: string, attributes: Readonly<Record<string, string>>): string =>
  captioned(
    `<script type="module" src="${attribute(site)}shanhai-map.js"></script>\n<shanhai-map ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${attribute(value)}"`)
      .join(' ')}><a href="${attribute(of.table)}">${attribute(of.title)}</a></shanhai-map>`,
    of,
  );

/** Code that shows a picture which the editor has uploaded; its name is a file's. */
export const pictureCode = (of: Snippet, file: string): string =>
  captioned(
    `<a href="${attribute(of.table)}"><img src="${attribute(file)}" alt="${attribute(of.title)}" width="1920" height="1080" style="width:100%;height:auto" loading="lazy"></a>`,
    of,
  );

/** The name of what a view shows, for a caption: with the atlas's own name where it shows all. */
export const captionOf = (title: string, edition: string, lang: Lang): string =>
  snippetWords(lang).caption(title || messages(lang).subtitle, edition);
