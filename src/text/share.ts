import type { Standing } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';

/** Rows of a legend that have a short form. */
export type Short = Exclude<Standing, 'reported'> | 'unshaded';

/** Pictures that can be taken away, by their shape. */
export const SHAPES = ['wide', 'square', 'tall', 'a4'] as const;
export type Shape = (typeof SHAPES)[number];
/** The ground that pictures are drawn on. */
export type Paper = 'light' | 'dark';

/** Words of the sheet and of the dialog that gives it away. */
const en = {
  title: 'Share and export',
  close: 'Close',
  // On the sheet.
  figures: 'Figures',
  shown: 'Pairings shown',
  sources: 'Sources',
  more: (n: number, where: string) => `and ${n} more: ${where}`,
  computed: 'our calculation',
  counted: 'our count',
  alone: 'reported',
  jointly: 'reported jointly',
  /** Dots beside those of donors and recipients. */
  dots: { far: 'End of a pairing without a dossier', stop: 'Stop of a route', project: 'Place of a project' },
  /** What the legend says where there is little room. */
  short: {
    joint: 'Reported jointly',
    part: 'Part, plan or unknown period',
    none: 'Not reported',
    unshaded: 'Unshaded: nothing that can be added',
  } satisfies Record<Short, string>,
  sourcesCount: (figures: number, sources: number) =>
    `${figures} ${figures === 1 ? 'figure' : 'figures'} from ${sources} ${sources === 1 ? 'source' : 'sources'}, each cited in Shanhai`,
  latest: (date: string) => `Latest source: ${date}`,
  edition: (date: string) => `Edition of ${date}`,
  noFigures: 'No figures yet: a pairing known from the source named here.',
  // Of the dialog.
  link: 'Link to this view',
  linkNote: 'Opens with what you see now: filters, years, place and what is open.',
  copyLink: 'Copy link',
  share: 'Share…',
  picture: 'Picture',
  shape: 'Shape',
  shapes: { wide: '16:9', square: 'Square', tall: '9:16', a4: 'A4' } satisfies Record<Shape, string>,
  shapesNote: {
    wide: 'slides and pages',
    square: 'feeds',
    tall: 'phones and stories',
    a4: 'print, 300 dpi',
  } satisfies Record<Shape, string>,
  paper: 'Background',
  papers: { light: 'Light', dark: 'Dark' },
  headline: 'Headline',
  preview: (title: string) => `Preview: ${title}`,
  drawing: 'Drawing…',
  drawFailed: 'The picture could not be drawn: the map failed to load. Check the network, then try again.',
  again: 'Try again',
  png: (width: number, height: number) => `PNG ${width} × ${height}`,
  svg: 'SVG, for editing',
  print: 'Print or PDF',
  copyPicture: 'Copy picture',
  flat: 'Pictures are flat with north up; rotation, tilt and globe are not kept.',
  report: 'Two sentences for a report',
  reportNote: 'Written from the data alone: every number is reported by a source or counted by us.',
  copyReport: 'Copy sentences',
  cite: 'Citation',
  copyCitation: 'Copy citation',
  embed: 'Embed',
  embedNote: 'For a web page: shows this view, and stays up to date.',
  buildEmbed: 'Choose how it looks',
  copyEmbed: 'Copy code',
  data: 'Data of this view',
  dataNote: (pairings: number, figures: number, facts: number) =>
    `${figures} ${figures === 1 ? 'figure' : 'figures'} and ${facts} dated ${facts === 1 ? 'fact' : 'facts'} of ${pairings} ${pairings === 1 ? 'pairing' : 'pairings'}, with codes and sources`,
  csv: 'Download CSV',
  copied: {
    link: 'The link is copied.',
    picture: 'The picture is copied.',
    report: 'The sentences are copied.',
    citation: 'The citation is copied.',
    embed: 'The code is copied.',
  },
  copyFailed: 'The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C.',
  pictureFailed: 'This browser does not copy pictures, so it was downloaded instead.',
  saved: (file: string) => `${file} is being saved.`,
  saveFailed: 'This size is too large for this device. Choose a smaller one, or SVG.',
  shared: 'Shared.',
};
export type ShareWords = typeof en;

const zh: ShareWords = {
  title: '分享与导出',
  close: '关闭',
  figures: '数字',
  shown: '图中结对',
  sources: '来源',
  more: (n, where) => `另有${n}条：${where}`,
  computed: '本站计算',
  counted: '本站统计',
  alone: '来源所载',
  jointly: '合计数',
  dots: { far: '尚无档案的结对两端', stop: '线路站点', project: '项目所在地' },
  short: {
    joint: '合计数',
    part: '部分、计划或时期不明',
    none: '来源未载',
    unshaded: '未着色：无可相加的数字',
  },
  sourcesCount: (figures, sources) => `${figures}个数字，出自${sources}篇来源，逐条出处见《山海图》网站`,
  latest: (date) => `最新来源：${date}`,
  edition: (date) => `数据版本：${date}`,
  noFigures: '尚无数字：这对结对仅见于所列来源。',
  link: '本视图链接',
  linkNote: '打开即为当前画面：筛选、年份、位置和已打开的内容。',
  copyLink: '复制链接',
  share: '分享……',
  picture: '图片',
  shape: '版式',
  shapes: { wide: '16:9', square: '方形', tall: '9:16', a4: 'A4' },
  shapesNote: { wide: '幻灯片与网页', square: '信息流', tall: '手机竖屏', a4: '打印，300 dpi' },
  paper: '底色',
  papers: { light: '浅色', dark: '深色' },
  headline: '标题',
  preview: (title) => `预览：${title}`,
  drawing: '正在绘制……',
  drawFailed: '图片未能绘制：地图未能载入。请检查网络后重试。',
  again: '重试',
  png: (width, height) => `PNG ${width} × ${height}`,
  svg: 'SVG，可编辑',
  print: '打印或存为PDF',
  copyPicture: '复制图片',
  flat: '图片为平面图，正北朝上；旋转、倾斜和球面视图不保留。',
  report: '汇报文字',
  reportNote: '只据数据写成，每个数字或为来源所载，或为本站统计。',
  copyReport: '复制文字',
  cite: '引文',
  copyCitation: '复制引文',
  embed: '嵌入',
  embedNote: '用于网页：显示本视图，随数据更新。',
  buildEmbed: '设置嵌入样式',
  copyEmbed: '复制代码',
  data: '本视图数据',
  dataNote: (pairings, figures, facts) => `${pairings}对结对关系的${figures}个数字、${facts}条纪事，附代码与来源`,
  csv: '下载CSV',
  copied: {
    link: '链接已复制。',
    picture: '图片已复制。',
    report: '汇报文字已复制。',
    citation: '引文已复制。',
    embed: '代码已复制。',
  },
  copyFailed: '浏览器不允许复制。文字已选中：请按Ctrl+C或⌘C。',
  pictureFailed: '此浏览器不能复制图片，已改为下载。',
  saved: (file) => `正在保存${file}。`,
  saveFailed: '尺寸过大，本设备无法生成。请选较小的尺寸或SVG。',
  shared: '已分享。',
};

export const shareWords = (lang: Lang): ShareWords => (lang === 'zh' ? zh : en);

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Size in px of an embedded view; it takes the whole width of its place, and this one where nobody asks. */
export const EMBED_PX = { width: 720, height: 640 } as const;

/** Folder of the page that stands in other pages, below the site: one for each page of `p/`, by the same id. */
export const embedPath = (id: string, lang: Lang, date: string | null = null): string =>
  `e/${id}/${date ? `${date}/` : ''}${lang === 'en' ? 'en/' : ''}`;

/** Code that shows a view within another page: of the dialog of sharing, and of what oEmbed gives. It runs no script there. `address` is that of the view. */
export const embedCode = (address: string, title: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" loading="lazy" width="100%" height="${EMBED_PX.height}" style="border:0"></iframe>`;
