import type { Place } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { dateText } from '../text/figure.ts';
import { messages } from '../text/messages.ts';
import { pairingLine, pairingTitle } from '../text/pairing.ts';
import { searchWords } from '../text/search.ts';
import { pairsText } from '../text/view.ts';
import type { Entry } from './entries.ts';

/** The small line under a name that was found: what tells it from others of its name. */
export function entryLine(world: World, { kind, id, pairing: of, projects }: Entry, lang: Lang): string {
  const pairing = world.findPairing(of);
  const title = pairing && pairingTitle(world, pairing, lang);
  return told().filter(Boolean).join(' · ');

  function told(): (string | null | undefined)[] {
    const m = messages(lang);
    switch (kind) {
      case 'place': {
        const here = world.projectsAt(id).length;
        return [regionText(world, world.place(id), lang), here > 0 ? m.placeProjects(here) : null];
      }
      case 'pairing':
        return [pairing && world.programme(pairing.programme).name[lang], pairing ? pairingLine(world, pairing, lang) : null];
      case 'programme':
        return [
          pairsText(
            world.dataset.pairings.filter(({ programme }) => programme === id),
            lang,
          ),
        ];
      case 'route':
        return [m.mode[world.findRoute(id)!.route.mode], title];
      case 'project': {
        const { place, status } = pairing!.projects.find((project) => project.id === id)!;
        return [place === null ? null : world.place(place)[lang], m.status[status], title];
      }
      case 'institution':
        return [m.projects(projects.length), title];
      case 'source': {
        const { publisher, date } = world.source(id);
        return [publisher[lang], dateText(date, lang)];
      }
    }
  }
}

/** What kind of place it is and the regions it lies in: from the smallest in English, from the largest in Chinese. */
function regionText(world: World, { kind, in: region }: Place, lang: Lang): string {
  const regions: string[] = [];
  for (let at = world.findPlace(region ?? null); at; at = world.findPlace(at.in ?? null)) regions.push(at[lang]);
  const said = lang === 'zh' ? regions.reverse().join('') : regions.join(', ');
  return [searchWords(lang).place[kind], said].filter(Boolean).join(' · ');
}
