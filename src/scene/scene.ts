import { bezierSpline } from '@turf/turf';
import type { LngLat, Pairing, Route } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import { shadeScale } from '../look/shade.ts';
import { NETWORK_PX, PLAIN_PX, UNREPORTED_PX, widthScale } from '../look/width.ts';
import { filter, heldIn, stateIn } from '../state/filter.ts';
import { measured, recipientsMeasured } from '../state/measure.ts';
import { spanOf } from '../state/span.ts';
import { fieldsOf, type ViewFields } from '../state/url.ts';
import { aidTotal, type World } from '../state/world.ts';
import { bowsOf } from './bows.ts';
import { branchMarks } from './branches.ts';
import { drawnPairings, ranked } from './drawn.ts';
import { bowPath, bowPoint, type Bow } from './bow.ts';
import { FRAME_ZOOM } from './frame.ts';
import type { ArcMark, Legend, RegionMark, RouteMark, Scene } from './marks.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';
import { placeMarks } from './places.ts';

/** Length of a dash in px: of an arc without a reported total, and of one that is only planned. */
const DASH_PX = { unreported: 5, planned: 2 };
const STEPS = 48;

/** Opacity of the network's hairlines while nothing is open, and in an open family. */
const QUIET = { rest: 0.5, family: 0.9 };

/** How strongly a pairing shows while one is open: itself fully, its family half, the rest faded. */
function opacityOf(pairing: Pairing, open: Pairing | null, theme: Theme): number {
  const full = pairing.dossier ? theme.strong : QUIET.rest;
  if (!open) return full;
  if (open.id === pairing.id) return theme.strong;
  const family = open.id === pairing.parent || open.parent === pairing.id;
  if (family) return pairing.dossier ? (theme.strong + theme.faded) / 2 : QUIET.family;
  return Math.min(full, theme.faded);
}

/** Fields of a view that, beside its filters, decide what is drawn. */
const DRAWN_BY = ['pairing', 'record', 'unfold', 'from', 'to', 'measure', 'shade'] as const;

/** A view as the scene asks of it; fields left out are as by default. */
export type SceneView = Partial<ViewFields>;

/** Everything drawn above the ground, decided from dataset, view and theme alone. `shown` are the pairings that the view's filters let through, for callers that have asked already. */
export function scene(world: World, fields: SceneView, theme: Theme, shown: readonly Pairing[] | null = null): Scene {
  const view = fieldsOf(fields, DRAWN_BY);
  const span = spanOf(view);
  const open = world.findPairing(view.pairing) ?? world.findRoute(view.record)?.pairing ?? null;
  const pairings = drawnPairings(shown ?? filter(world, fields).pairings, open, view.unfold === 'all');
  const unfold = open && view.unfold !== 'all' ? view.unfold : null;
  const bows = bowsOf(world);
  const dossiers = pairings.filter(({ dossier }) => dossier);
  const values = new Map(
    pairings.flatMap((pairing) => {
      const found = measured(pairing, view.measure, span);
      return found ? [[pairing.id, found.value] as const] : [];
    }),
  );
  const reported = dossiers.flatMap(({ id }) => values.get(id) ?? []);
  const width = widthScale(reported);
  const planned = new Set(span ? pairings.filter((pairing) => stateIn(world, pairing, span) === 'planned').map(({ id }) => id) : []);

  const look = (pairing: Pairing): Pick<ArcMark, 'widthPx' | 'dashPx'> => {
    const dashPx = planned.has(pairing.id) ? DASH_PX.planned : 0;
    if (!pairing.dossier) return { widthPx: open?.id === pairing.id ? UNREPORTED_PX : NETWORK_PX, dashPx };
    if (view.measure === 'none') return { widthPx: PLAIN_PX, dashPx };
    const value = values.get(pairing.id);
    return value === undefined ? { widthPx: UNREPORTED_PX, dashPx: dashPx || DASH_PX.unreported } : { widthPx: width(value), dashPx };
  };

  // Drawn in order: what matters most comes last and lies on top.
  const arcs = ranked(pairings, (pairing) => aidTotal(pairing) !== null)
    .reverse()
    .map((pairing, i): ArcMark => {
      const hairline = theme.programme[pairing.programme] ?? theme.arc.mid;
      return {
        id: pairing.id,
        branch: false,
        ...bows.get(pairing.id)!,
        ...(pairing.dossier
          ? { from: theme.arc.from, mid: theme.arc.mid, to: theme.arc.to }
          : { from: hairline, mid: hairline, to: hairline }),
        ...look(pairing),
        opacity: opacityOf(pairing, open, theme),
        // Golden-ratio steps spread the pulses so that no two start together.
        pulse: !pairing.dossier || planned.has(pairing.id) || (open && open.id !== pairing.id) ? null : (i * 0.618) % 1,
      };
    });

  const places = placeMarks(world, pairings, open, theme);
  const dots = places.filter(({ minzoom }) => minzoom <= FRAME_ZOOM).map(({ point }) => project(point));
  // The network's flights and trains would cross the whole picture; they come with their pairing.
  const withRoutes = pairings.filter(({ dossier, id, parent }) => dossier || (open && (open.id === id || open.id === parent)));
  const routes = withRoutes.flatMap((pairing) =>
    // In years chosen, the lines on record in them; what is open is shown whole, as its popup has it.
    (span && pairing !== open ? heldIn(world, pairing, span) : pairing).routes
      .filter((route) => !unfold || pairing !== open || unfold === (route.mode === 'flight' ? 'flights' : 'freight'))
      .map((route): RouteMark => {
        const path = route.via.length ? corridor(world, route) : bowPath(bows.get(route.id)!, STEPS).map(unproject);
        return {
          id: route.id,
          pairing: pairing.id,
          mode: route.mode,
          path,
          opacity: opacityOf(pairing, open, theme),
          glyph: glyph(path, dots),
          label: route.name,
        };
      }),
  );

  const ribbon = unfold && arcs.find(({ id }) => id === open!.id);
  const unfolded = ribbon ? branchMarks(world, open!, unfold, ribbon, new Map(routes.map(({ id, path }) => [id, path])), theme) : null;
  const recipients = view.shade === 'on' ? recipientsMeasured(world, pairings, view.measure, span) : new Map<string, number>();
  const shade = shadeScale([...recipients.values()], theme);

  const legend: Legend = {
    measure: view.measure,
    widths: view.measure === 'none' || !reported.length ? [] : width.ticks.map((amount) => ({ amount, widthPx: width(amount) })),
    unreported: view.measure === 'none' ? 0 : dossiers.length - reported.length,
    planned: planned.size,
    shades: recipients.size ? shade.classes : [],
    network: world.dataset.programmes
      .filter(({ id }) => pairings.some(({ dossier, programme }) => !dossier && programme === id))
      .map(({ id }) => ({ programme: id, colour: theme.programme[id] ?? theme.arc.mid })),
    modes: [...new Set(routes.map(({ mode }) => mode))],
  };
  return {
    arcs: unfolded ? [...arcs.filter((arc) => arc !== ribbon), ...unfolded.arcs] : arcs,
    routes,
    regions: regions(world, pairings, open, (place) => (recipients.has(place) ? shade(recipients.get(place)!) : null)),
    places,
    branches: unfolded?.branches ?? [],
    legend,
  };
}

/** Pieces of a corridor between two of its places. */
const PIECES = 12;

/** A corridor as a smooth line through its places. It is a scheme of the way, and labelled so. */
function corridor(world: World, route: Route): LngLat[] {
  const points = [route.from, ...route.via, route.to].map((id) => world.place(id).point);
  const line = { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: points } };
  // Turf gives ten points for each even hundred of its resolution and none for the odd ones, the line's end among them:
  // every tenth point is one for each two hundred, with no hole and with the end.
  const spline = bezierSpline(line, { resolution: 200 * PIECES * (points.length - 1), sharpness: 0.7 });
  return (spline.geometry.coordinates as LngLat[]).filter((_, i) => i % 10 === 0);
}

/** Parts of a path at which its glyph may stand, the middle first. */
const GLYPH_PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.74];
/** Room a glyph wants to the nearest dot, in px of the first view. */
const GLYPH_ROOM_PX = 56;

/** Where a path's glyph stands, clear of the dots and of glyphs before it, and the heading there. Taken places are added to `dots`. */
function glyph(path: readonly LngLat[], dots: Point[]): RouteMark['glyph'] {
  const clearance = (part: number): number => {
    const [x, y] = project(path[Math.floor(part * (path.length - 1))]!);
    return Math.min(...dots.map((dot) => Math.hypot(x - dot[0], y - dot[1]))) * worldPx(FRAME_ZOOM);
  };
  const part =
    GLYPH_PARTS.find((one) => clearance(one) >= GLYPH_ROOM_PX) ?? GLYPH_PARTS.reduce((a, b) => (clearance(b) > clearance(a) ? b : a));
  const i = Math.floor(part * (path.length - 1));
  dots.push(project(path[i]!));
  const [[x0, y0], [x1, y1]] = [project(path[i - 1]!), project(path[Math.min(i + 1, path.length - 1)]!)];
  return { at: path[i]!, heading: (Math.atan2(x1 - x0, y0 - y1) * 180) / Math.PI };
}

/** Shapes of the recipients, each once. */
function regions(
  world: World,
  pairings: readonly Pairing[],
  open: Pairing | null,
  shadeOf: (place: string) => string | null,
): RegionMark[] {
  const marks = new Map<string, RegionMark>();
  for (const pairing of pairings) {
    const { id, adcode } = world.place(pairing.recipient);
    const shade = shadeOf(id);
    const before = adcode === undefined ? undefined : marks.get(adcode);
    // The network's recipients have no outline of their own: they show only while shaded.
    if (adcode === undefined || !(pairing.dossier || shade) || (before && !pairing.dossier)) continue;
    const level = !pairing.dossier ? 'shade' : pairing.parent === null ? 'region' : 'county';
    const chosen = open?.id === pairing.id || (before?.chosen ?? false);
    marks.set(adcode, { adcode, place: id, level, chosen, shade });
  }
  return [...marks.values()];
}

/** Where the popup of a pairing is anchored unless a click says otherwise: the middle of the arc, or the part in sight that is nearest to it. */
export function anchorOf(arc: Bow, inSight: (where: LngLat) => boolean): LngLat {
  const parts = Array.from({ length: 41 }, (_, i) => i / 40).sort((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5));
  const places = parts.map((t) => unproject(bowPoint(arc, t)));
  return places.find(inSight) ?? places[0]!;
}
