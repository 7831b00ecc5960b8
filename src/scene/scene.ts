import { bezierSpline } from '@turf/turf';
import type { LngLat, Pairing, Route } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import { NETWORK_PX, UNREPORTED_PX, widthScale } from '../look/width.ts';
import type { ViewFields } from '../state/url.ts';
import { aidTotal, type World } from '../state/world.ts';
import { bowsOf } from './bows.ts';
import { drawnPairings, ranked } from './drawn.ts';
import { bowPath, bowPoint, type Bow } from './bow.ts';
import { FRAME_ZOOM } from './frame.ts';
import type { ArcMark, Legend, RegionMark, RouteMark, Scene } from './marks.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';
import { placeMarks } from './places.ts';

/** Length of a dash of an arc without a reported total, in px. */
const DASH_PX = 5;
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

/** Fields of a view that decide what is drawn. */
export type SceneView = Pick<ViewFields, 'pairing' | 'record'> & Partial<Pick<ViewFields, 'network'>>;

/** Everything drawn above the ground, decided from dataset, view and theme alone. */
export function scene(world: World, view: SceneView, theme: Theme): Scene {
  const open = world.findPairing(view.pairing) ?? world.findRoute(view.record)?.pairing ?? null;
  const pairings = drawnPairings(world, open, view.network !== 'off');
  const bows = bowsOf(world);
  const dossiers = pairings.filter(({ dossier }) => dossier);
  const totals = dossiers.flatMap((pairing) => aidTotal(pairing)?.value ?? []);
  const width = widthScale(totals);

  // Drawn in order: what matters most comes last and lies on top.
  const arcs = ranked(pairings, (pairing) => aidTotal(pairing) !== null)
    .reverse()
    .map((pairing, i): ArcMark => {
      const opacity = opacityOf(pairing, open, theme);
      const way = bows.get(pairing.id)!;
      if (!pairing.dossier) {
        const colour = theme.programme[pairing.programme] ?? theme.arc.mid;
        const hairline = { from: colour, mid: colour, to: colour };
        return {
          id: pairing.id,
          ...way,
          ...hairline,
          widthPx: open?.id === pairing.id ? UNREPORTED_PX : NETWORK_PX,
          opacity,
          dashPx: 0,
          pulse: null,
        };
      }
      const total = aidTotal(pairing)?.value ?? null;
      return {
        id: pairing.id,
        ...way,
        ...{ from: theme.arc.from, mid: theme.arc.mid, to: theme.arc.to },
        widthPx: total === null ? UNREPORTED_PX : width(total),
        opacity,
        dashPx: total === null ? DASH_PX : 0,
        // Golden-ratio steps spread the pulses so that no two start together.
        pulse: open && open.id !== pairing.id ? null : (i * 0.618) % 1,
      };
    });

  const places = placeMarks(world, pairings, open, theme);
  const dots = places.filter(({ minzoom }) => minzoom <= FRAME_ZOOM).map(({ point }) => project(point));
  // The network's flights and trains would cross the whole picture; they come with their pairing.
  const withRoutes = pairings.filter(({ dossier, id, parent }) => dossier || (open && (open.id === id || open.id === parent)));
  const routes = withRoutes.flatMap((pairing) =>
    pairing.routes.map((route): RouteMark => {
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

  const legend: Legend = {
    widths: width.ticks.map((amountCny) => ({ amountCny, widthPx: width(amountCny) })),
    unreported: dossiers.length - totals.length,
    network: world.dataset.programmes
      .filter(({ id }) => pairings.some(({ dossier, programme }) => !dossier && programme === id))
      .map(({ id }) => ({ programme: id, colour: theme.programme[id] ?? theme.arc.mid })),
    modes: [...new Set(routes.map(({ mode }) => mode))],
  };
  return { arcs, routes, regions: regions(world, pairings, open), places, legend };
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
function regions(world: World, pairings: readonly Pairing[], open: Pairing | null): RegionMark[] {
  const marks = new Map<string, RegionMark>();
  for (const pairing of pairings) {
    const { id, adcode } = world.place(pairing.recipient);
    if (adcode === undefined) continue;
    const chosen = open?.id === pairing.id || (marks.get(adcode)?.chosen ?? false);
    marks.set(adcode, { adcode, place: id, level: pairing.parent === null ? 'region' : 'county', chosen });
  }
  return [...marks.values()];
}

/** Where the popup of a pairing is anchored unless a click says otherwise: the middle of the arc, or the part in sight that is nearest to it. */
export function anchorOf(arc: Bow, inSight: (where: LngLat) => boolean): LngLat {
  const parts = Array.from({ length: 41 }, (_, i) => i / 40).sort((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5));
  const places = parts.map((t) => unproject(bowPoint(arc, t)));
  return places.find(inSight) ?? places[0]!;
}
