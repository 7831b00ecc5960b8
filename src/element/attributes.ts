import { preferredLang, type Lang } from '../state/lang.ts';
import { KEYS, parse, type ViewFields } from '../state/url.ts';
import type { ShanhaiAttributes } from './public.ts';

/** Attributes that are keys of an address. */
export const VIEW_ATTRIBUTES = KEYS;
/** Those that are properties of ours too. `lang` is one of every element. */
export const PROPERTIES = [...KEYS.filter((key) => key !== 'lang'), 'autoload', 'data', 'base'] as (keyof ShanhaiAttributes)[];
export const ATTRIBUTES: readonly string[] = [...KEYS, 'autoload', 'data', 'base'];

/** What an element's attributes ask for: the view as an address has it, and when the live map comes. */
export interface Asked {
  fields: ViewFields;
  autoload: 'tap' | 'visible';
}

/** Reads attributes, null where there is none. Languages are tags, as of a page: `zh-CN` is Chinese. */
export function askedOf(attribute: (name: string) => string | null): Asked {
  const q = new URLSearchParams(VIEW_ATTRIBUTES.flatMap((key) => (attribute(key) === null ? [] : [[key, attribute(key)!]])));
  const lang = langOf(q.get('lang'));
  if (lang) q.set('lang', lang);
  // The map is all there is.
  return { fields: { ...parse(q.toString()), tab: 'map' }, autoload: attribute('autoload') === 'visible' ? 'visible' : 'tap' };
}

/** The language of a tag, if it is one of ours. */
export const langOf = (tag: string | null): Lang | null => (tag !== null && /^(zh|en)\b/i.test(tag) ? preferredLang([tag]) : null);

/** Fields that differ between two views. What the attributes leave as it was is left as the reader has made it. */
export function changed(before: ViewFields, now: ViewFields): Partial<ViewFields> {
  return Object.fromEntries(KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key])).map((key) => [key, now[key]]));
}

/** A property's value as its attribute has it; null: none. */
export function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(',') : String(value as string | number);
}

/** The nearest `lang` of an element and all that holds it, shadow roots passed through; null where nobody says. */
export function langAround(element: Element): string | null {
  for (let node: Element | null = element; node;) {
    const around: Element | null = node.closest('[lang]');
    if (around) return around.getAttribute('lang');
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
