/** Families of names on the map, which cannot name the system's own: the still sets them in the same, so that nothing jumps. */
export const NAMES = [
  'PingFang SC',
  'Hiragino Sans GB',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Noto Sans SC',
] as const;
/** The same as CSS has them. */
export const NAMES_CSS = `${NAMES.map((name) => `'${name}'`).join(', ')}, sans-serif`;
/** The system's own letters, as `parts/tokens.css` has them: pictures that are taken away name the same families. */
export const SANS =
  "system-ui, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif";
/** Of titles, in either language. */
export const SERIF = "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', STSong, SimSun, Georgia, serif";
/** Of quotation marks and the like between Latin letters. */
export const SERIF_MARKS = "Georgia, 'Times New Roman', serif";
