import type { Dataset, Pairing } from '../../data/schema.ts';
import { known } from '../state/known.ts';
import type { World } from '../state/world.ts';
import { greatCircleBow, type Bow } from './bow.ts';
import { ranked } from './drawn.ts';
import { APART_PX, fan } from './fan.ts';
import { FRAME_ZOOM } from './frame.ts';
import { project, worldPx } from './mercator.ts';

/** Further bow of arcs over that of their great circle, so that they rise off the ground. Flights stay on it. */
const LIFT = 0.13;

type Bows = Pick<ReadonlyMap<string, Bow>, 'get'>;
const made = new WeakMap<World, Bows>();

/** Paths of all arcs and flights by id, none hiding another. They depend on the dataset alone, so they stand still while the view changes; the build has worked them out and put them in the dataset. */
export function bowsOf(world: World): Bows {
  const found = made.get(world);
  if (found) return found;
  const { bows } = world.dataset;
  const paths = world.fold ? [] : natural(world).flat();
  const result = world.fold
    ? asAsked(world)
    : bows
      ? new Map(paths.map(([id, path]) => [id, { ...path, bow: bows[id] ?? path.bow }]))
      : fanned(world);
  made.set(world, result);
  return result;
}

/** What the build puts into the dataset: a bow for each arc and flight, to a tenth of a pixel. Fanning more than a hundred takes longer than a page may. */
export function withBows(world: World): Dataset {
  const bows = Object.fromEntries([...fanned(world)].map(([id, { bow }]) => [id, Number(bow.toFixed(4))]));
  return { ...world.dataset, bows };
}

type Named = [id: string, path: Bow];

/** Every path as it would lie alone: those that stand first, and those that make way for them, twice over. */
function natural(world: World): [Named[], Named[], Named[]] {
  const bow = bowsIn(world);
  const order = ranked(world, world.dataset.pairings);
  const isWide = (pairing: Pairing): boolean => ['reported', 'joint'].includes(known(world, pairing, 'aid').standing);
  const arc = ({ id, donor, recipient }: Pairing): Named => [id, bow(donor, recipient, LIFT)];
  const flights = world.dataset.pairings.flatMap(({ routes }) => routes.filter(({ via }) => via.length === 0));
  return [
    [...order.filter(({ dossier }) => dossier).map(arc), ...flights.map(({ id, from, to }): Named => [id, bow(from, to, 0)])],
    // Others make way for dossiers and flights, which do not move for them; hairlines also for arcs that have a width.
    order.filter((pairing) => !pairing.dossier && isWide(pairing)).map(arc),
    order.filter((pairing) => !pairing.dossier && !isWide(pairing)).map(arc),
  ];
}

/** Of a world with more paths than are ever drawn at once: each when it is asked for, as it would lie alone. */
function asAsked(world: World): Bows {
  const bow = bowsIn(world);
  return {
    get(id) {
      const route = world.findRoute(id)?.route;
      if (route) return bow(route.from, route.to, 0);
      const pairing = world.findPairing(id);
      return pairing ? bow(pairing.donor, pairing.recipient, LIFT) : undefined;
    },
  };
}

const bowsIn =
  (world: World) =>
  (from: string, to: string, lift: number): Bow => {
    const [a, b] = [world.place(from).point, world.place(to).point];
    const greatCircle = greatCircleBow(a, b);
    // Bows go to the side the great circle takes; on a meridian, where it takes none, to the right.
    return { a: project(a), b: project(b), bow: greatCircle + (greatCircle < 0 ? -lift : lift) };
  };

function fanned(world: World): Map<string, Bow> {
  const result = new Map<string, Bow>();
  for (const paths of natural(world)) {
    const bows = fan(
      paths.map(([, path]) => path),
      APART_PX / worldPx(FRAME_ZOOM),
      [...result.values()],
    );
    paths.forEach(([id, path], i) => result.set(id, { ...path, bow: bows[i]! }));
  }
  return result;
}
