import type { LngLat, Pairing } from '../../data/schema.ts';
import { placesAround } from '../state/filter.ts';
import { LEFT_OUT } from '../state/own.ts';
import type { Camera } from '../state/url.ts';
import type { Bundle, Fold, World } from '../state/world.ts';
import { project, worldPx } from './mercator.ts';

/** The most arcs that a picture has: more are one slab to the eye. */
export const MOST_ARCS = 300;
/** From this zoom on pairings that begin or end in sight are drawn by themselves, as far as there is room. */
const NEAR_ZOOM = 5;
/** A step that leaves fewer bundles than this says too little: then the largest of the finer one before it are drawn. */
const LEAST_BUNDLES = 6;
/** Half of the window that is reckoned with, in CSS px: the same for whoever opens the link. */
const HALF_PX = [720, 450] as const;

/** How much goes into one bundle: all between two places, into one place from all of a province, or all between two provinces. */
const STEPS: readonly [donor: boolean, recipient: boolean][] = [
  [false, false],
  [true, false],
  [true, true],
];

/**
 * How a world of more pairings than can be drawn is drawn: what is open and, on a near view, what begins or ends in sight stand
 * alone; the rest go in bundles, by the finest step that leaves few enough of them. Of too many provinces the largest are drawn,
 * and `left` counts the pairings of the others: each pairing is told once.
 */
export function foldOf(world: World): Fold {
  const around = memo((id) => placesAround(world, id));
  const province = (id: string) => around(id).find((place) => world.place(place).kind === 'province') ?? around(id).at(-1)!;
  const at = memo((id) => project(world.drawnAt(id).point));
  const isNear = ({ lng, lat, zoom }: Camera): ((pairing: Pairing) => boolean) => {
    const [x, y] = project([lng, lat] as LngLat);
    const [across, down] = HALF_PX.map((px) => px / worldPx(zoom)) as [number, number];
    return ({ donor, recipient }) => [recipient, donor].some((id) => Math.abs(at(id)[0] - x) < across && Math.abs(at(id)[1] - y) < down);
  };
  return (drawn, open, camera) => {
    if (drawn.length <= MOST_ARCS) return null;
    // Of too many in sight, those that report something.
    const near = (camera && camera.zoom >= NEAR_ZOOM ? drawn.filter(isNear(camera)) : []).sort(
      (a, b) => Number(b.figures.length > 0) - Number(a.figures.length > 0),
    );
    const own = new Set([...(open ? [open] : []), ...near.slice(0, MOST_ARCS / 2)]);
    const rest = own.size ? drawn.filter((pairing) => !own.has(pairing)) : drawn;
    // Counting stops where there are too many already.
    const counts = STEPS.map((step) => grouped(rest, step, MOST_ARCS).length);
    const fit = counts.findIndex((count) => count <= MOST_ARCS);
    const step = fit === -1 ? STEPS.length - 1 : Math.max(0, counts[fit]! < LEAST_BUNDLES ? fit - 1 : fit);
    const groups = grouped(rest, STEPS[step]!).sort((a, b) => b.members.length - a.members.length);
    const told = groups.slice(0, MOST_ARCS);
    return {
      alone: [...own, ...told.flatMap(({ members }) => (members.length === 1 ? members : []))],
      bundles: told
        .filter(({ members }) => members.length > 1)
        .map(({ donor, recipient, members }): Bundle => {
          const id = `${donor}→${recipient}`;
          const pairing = world.bundled.get(id) ?? { ...LEFT_OUT, id, programme: members[0]!.programme, donor, recipient };
          world.bundled.set(id, pairing);
          return { pairing, count: members.length };
        }),
      left: groups.slice(MOST_ARCS).reduce((sum, { members }) => sum + members.length, 0),
    };
  };

  /** Pairings that go the same way at a step; no more groups than `most` and one. */
  function grouped(pairings: readonly Pairing[], [donors, recipients]: (typeof STEPS)[number], most = Infinity): Group[] {
    const groups = new Map<string, Group>();
    for (const pairing of pairings) {
      const donor = donors ? province(pairing.donor) : pairing.donor;
      const recipient = recipients ? province(pairing.recipient) : pairing.recipient;
      const group = groups.get(`${donor}→${recipient}`);
      if (group) group.members.push(pairing);
      else groups.set(`${donor}→${recipient}`, { donor, recipient, members: [pairing] });
      if (groups.size > most) break;
    }
    return [...groups.values()];
  }
}

interface Group {
  donor: string;
  recipient: string;
  members: Pairing[];
}

function memo<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}
