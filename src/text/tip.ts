import type { Span } from '../state/span.ts';
import type { World } from '../state/world.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from './messages.ts';
import { pairingLine, pairingRate, pairingTitle } from './pairing.ts';

/** What a tip says: the name of what is under the pointer, what kind of thing it is, and a line on it. */
export interface TipText {
  title: string;
  second: string;
  line: string;
}

/** What is said of a pairing, route or place while the pointer is on it. `span`: the years chosen; null for all time. `bundles`: for how many pairings an arc stands, by id. */
export function tipText(
  world: World,
  { kind, id }: { kind: string; id: string },
  lang: Lang,
  span: Span | null,
  bundles: ReadonlyMap<string, number> = new Map(),
): TipText {
  const m = messages(lang);
  const pairing = kind === 'pairing' ? world.findPairing(id) : null;
  const many = bundles.get(id);
  if (pairing && many) return { title: pairingTitle(world, pairing, lang), second: '', line: m.bundle(many) };
  if (pairing) {
    const lines = [pairingLine(world, pairing, lang, span), pairingRate(world, pairing, lang, span)].filter(Boolean);
    return {
      title: pairingTitle(world, pairing, lang),
      second: world.programme(pairing.programme).name[lang],
      line: lines.join(lang === 'zh' ? '；' : '; '),
    };
  }
  const found = kind === 'route' ? world.findRoute(id) : null;
  if (found) return { title: found.route.name[lang], second: m.mode[found.route.mode], line: pairingTitle(world, found.pairing, lang) };
  const projects = world.projectsAt(id).length;
  return { title: world.place(id)[lang], second: '', line: projects ? m.placeProjects(projects) : '' };
}
