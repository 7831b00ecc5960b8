import { trusted } from '../state/trusted.ts';

/**
 * Puts a page on paper whenever the browser prints, by whatever way it was asked to. `page` gives it as an SVG, or null
 * while it cannot be drawn: then the style sheet's own page is printed. What is marked `data-paper` and stands open, as the
 * table and the comparison do, is printed itself. Gives what ends it.
 */
export function onPaper(page: () => string | null): () => void {
  const sheet = document.createElement('div');
  sheet.className = 'printed';
  // A sheet with a page in it is what the style sheet prints.
  const before = () => {
    sheet.innerHTML = trusted((document.querySelector('[data-paper]') ? null : page()) ?? '');
  };
  const after = () => sheet.replaceChildren();
  document.body.append(sheet);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    after();
    sheet.remove();
  };
}
