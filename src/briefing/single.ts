import type { Lang } from '../state/lang.ts';

/** A brief as it stands in a file: its text in one language or both, and what it is called. */
export interface Carried {
  id: string;
  title: Partial<Record<Lang, string>>;
  text: Partial<Record<Lang, string>>;
}

/** Where in a page of one file its brief belongs, and which it opens with. */
export const SLOT = '<!--put:brief-->';
export const OPENS = '<meta name="shanhai-brief" content="">';

/** A file that stands in a page, as `inlinedIn` finds it. No text of it can end the script that holds it. */
export const inlined = (file: string, text: string): string =>
  `<script type="text/plain" data-file="${file}">${text.replaceAll('<', '\\u003c')}</script>`;

/** A page of one file with a brief in it, from the page without any. Throws where the page has no place for one. */
export function withBrief(page: string, { id, title, text }: Carried): string {
  if (!page.includes(SLOT) || !page.includes(OPENS)) throw new Error('the page of one file has no place for a brief; build the site again');
  const files = [
    inlined('data/briefs/index.json', JSON.stringify([{ id, title }])),
    inlined(`data/briefs/${id}.json`, JSON.stringify(text)),
  ].join('');
  // By functions: what stands in a text must not be read as a pattern of replacement.
  return page.replace(SLOT, () => files).replace(OPENS, () => OPENS.replace('content=""', `content="${id.replace(/[^\w-]/g, '')}"`));
}
