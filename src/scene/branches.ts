import type { LngLat, Pairing } from '../../data/schema.ts';
import { BRANCH_DASH_PX } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';
import { branchesOf, type Branch } from '../state/unfold.ts';
import type { SectionName } from '../state/sections.ts';
import type { World } from '../state/world.ts';
import { bowPath, greatCircleBow, type Bow } from './bow.ts';
import { FRAME_ZOOM } from './frame.ts';
import type { ArcMark, BranchMark } from './marks.ts';
import { project, unproject, worldPx } from './mercator.ts';

/** Room between the middles of neighbouring branches, in px of the first view: enough for a finger-size target on each. */
const SPREAD_PX = 27;
/** Furthest that branches may bow to either side, in chord lengths: wider, they would seem to go elsewhere. */
const WIDEST = 0.42;
const BRANCH_PX = 3.2;
const STEPS = 32;

/** The branches of an open pairing's arc: their lines, and the arcs that draw those of them that are no route of their own. */
export function branchMarks(
  world: World,
  pairing: Pairing,
  unfold: 'channels' | SectionName,
  ribbon: Bow & { widthPx: number },
  routePaths: ReadonlyMap<string, LngLat[]>,
  theme: Theme,
): { arcs: ArcMark[]; branches: BranchMark[] } {
  const found = branchesOf(world, pairing, unfold);
  const side = found.filter(({ kind }) => kind !== 'place' && kind !== 'route');
  const bows = spread(ribbon, side.length);
  const arcs: ArcMark[] = [];
  const branches = found.map((branch): BranchMark => {
    const colour = theme.channel[branch.section];
    const known = branch.kind === 'route' ? routePaths.get(branch.id) : undefined;
    if (known) return { ...branch, colour, path: known };
    const way = branch.kind === 'place' ? toPlace(world, ribbon, branch.place) : { ...ribbon, bow: bows[side.indexOf(branch)]! };
    arcs.push(arc(branch, way, ribbon.widthPx, colour, theme));
    return { ...branch, colour, path: bowPath(way, STEPS).map(unproject) };
  });
  return { arcs, branches };
}

/** Bows side by side, in order, around the one that the whole arc has. */
function spread({ a, b, bow }: Bow, count: number): number[] {
  const chordPx = Math.hypot(b[0] - a[0], b[1] - a[1]) * worldPx(FRAME_ZOOM);
  // The middle of a bow stands half of it off the chord.
  const step = Math.min((2 * SPREAD_PX) / chordPx, (2 * WIDEST) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, i) => bow + (i - (count - 1) / 2) * step);
}

function toPlace(world: World, { a, bow }: Bow, id: string): Bow {
  const { point } = world.place(id);
  const natural = greatCircleBow(unproject(a), point);
  return { a, b: project(point), bow: natural + (bow < 0 ? -0.08 : 0.08) };
}

function arc(branch: Branch, { a, b, bow }: Bow, ribbonPx: number, colour: string, theme: Theme): ArcMark {
  return {
    id: branch.id,
    branch: true,
    ...{ a, b, bow },
    widthPx: branch.kind === 'channel' && branch.section === 'funding' ? Math.max(ribbonPx, BRANCH_PX) : BRANCH_PX,
    ...{ from: colour, mid: colour, to: colour },
    opacity: theme.strong,
    dashPx: BRANCH_DASH_PX[branch.section],
    hollow: false,
    head: true,
    pulse: null,
  };
}
