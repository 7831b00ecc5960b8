import type { Theme } from '../look/themes.ts';
import { pairingsOf, type Subject } from '../pages/subjects.ts';
import { pageView, type PageView } from '../pages/view.ts';
import { bowsOf } from '../scene/bows.ts';
import { sourcesOf } from '../state/count.ts';
import { known } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { UNITS, UNITS_HIGH, type StillGround } from '../still/ground.ts';
import { curve, type Placing } from '../still/lines.ts';
import { inFrame } from '../scene/frame.ts';

/** The still of an embed: the map of the page of its subject, and over each arc what is pressed. */
export interface EmbedView {
  view: PageView;
  targets: { viewBox: string; arcs: { id: string; d: string }[] };
}

const put: Placing = (p) => {
  const [x, y] = inFrame(p);
  return [x * UNITS, y * UNITS_HIGH];
};

export function embedView(
  world: World,
  subject: Subject,
  lang: Lang,
  theme: Theme,
  ground: Pick<StillGround, 'bounds' | 'width' | 'height'>,
): EmbedView {
  const view = pageView(world, subject, lang, theme, ground);
  // What is drawn, in the order of the list, so that keys go through it as a reader would.
  const drawn = new Set([...view.marks.matchAll(/data-arc="([^"]+)"/g)].map(([, id]) => id!));
  const listed = pairingsOf(subject).map(({ id }) => id);
  const order = [...listed.filter((id) => drawn.has(id)), ...[...drawn].filter((id) => !listed.includes(id))];
  const bows = bowsOf(world);
  return {
    view,
    targets: {
      viewBox: `0 0 ${UNITS} ${UNITS_HIGH.toFixed(1)}`,
      arcs: order.map((id) => ({ id, d: curve(bows.get(id)!, 0, 1, put) })),
    },
  };
}

/** Ids of the sources of what an embed shows, by their numbers. */
export function sourcesShown(world: World, subject: Subject): string[] {
  const pairings = pairingsOf(subject);
  const ids =
    subject.kind === 'pairing'
      ? [...sourcesOf(pairings), ...world.jointWith(subject.id).map(({ figure }) => figure.source)]
      : pairings.flatMap((pairing) => known(world, pairing, 'aid').figure?.source ?? (pairing.since ?? pairing.link)?.source ?? []);
  return [...new Set(ids)].sort((a, b) => world.sourceNumber(a) - world.sourceNumber(b));
}
