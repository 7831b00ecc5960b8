import type { Lang } from '../state/lang.ts';
import { format, type ThemeChoice, type ViewFields } from '../state/url.ts';
import { embedPath } from './share.ts';

/** What of a view an embed's own page has too: language, theme, and where the map starts. */
const OWN = new Set(['lang', 'theme', 'at']);

/**
 * Folder of the page that shows a view before any script, from the first page of the site: one pairing, donor, recipient or
 * programme, and nothing else set. Null for every other view, which `embed.html` shows. `known` says of what there are pages.
 */
export function embedPlace(view: ViewFields, lang: Lang, known: (id: string) => boolean): string | null {
  const [key, ...more] = [...new URLSearchParams(format(view)).keys()].filter((name) => !OWN.has(name));
  if (!key || more.length) return null;
  const id =
    key === 'programme' && view.programme.length === 1
      ? `programme-${view.programme[0]}`
      : key === 'pairing' || key === 'donor' || key === 'recipient'
        ? view[key]!
        : null;
  return id !== null && known(id) ? embedPath(id, lang) : null;
}

/** How an editor has an embed look. */
export interface EmbedLook {
  theme: ThemeChoice;
  /** Parts that are left out. */
  hide: readonly string[];
  /** Whether the live map comes by itself when the embed is in view. */
  visible: boolean;
  /** Day of the edition that it is bound to; null: it follows the data. */
  data: string | null;
}

/** Address of the embed of a view, from the first page of the site; `own` is the folder of its own page, if it has one. */
export function embedAddress(view: ViewFields, own: string | null, { theme, hide, visible, data }: EmbedLook): string {
  const whole = new URLSearchParams(format(view));
  const query = own ? new URLSearchParams() : whole;
  const at = whole.get('at');
  if (at) query.set('at', at);
  if (theme !== 'auto') query.set('theme', theme);
  if (hide.length) query.set('hide', hide.join(','));
  if (visible) query.set('autoload', 'visible');
  if (data) query.set('data', data);
  const text = query.toString().replaceAll('%2C', ',');
  return `${own ?? 'embed.html'}${text ? `?${text}` : ''}`;
}
