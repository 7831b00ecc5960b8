import { KEYS } from './state/url.ts';

// The only file beside the entries that knows the document and its address.

/** The query string that the page was opened with, or that a step back or forward has brought. */
export const query = (): string => location.search;

/** Absolute address of a view, given its query string: of the same data, where the address names any. */
export function addressOf(query: string): string {
  const data = new URLSearchParams(location.search).get('data');
  const all = [query, data && new URLSearchParams({ data })].filter(Boolean).map(String).join('&');
  return new URL(all ? `?${all}` : location.pathname, location.href).href;
}

/**
 * Writes a view into the address: as a step that can be taken back, or in the place of the present one. What others have put
 * there, keys such as `utm_source` and the fragment, stays as it was.
 */
export function writeAddress(query: string, step: boolean): void {
  const kept = new URLSearchParams(location.search);
  for (const key of KEYS) kept.delete(key);
  const all = [query, kept].map(String).filter(Boolean).join('&');
  const search = all && `?${all}`;
  if (location.search !== search) history[step ? 'pushState' : 'replaceState'](null, '', (search || location.pathname) + location.hash);
}

/** What the document says of itself. */
export function tellDocument({ title, lang, theme }: { title: string; lang: 'zh' | 'en'; theme: 'light' | 'dark' }): void {
  const root = document.documentElement;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  root.dataset['theme'] = theme;
  document.title = title;
}
