import { bezierSpline } from '@turf/turf';
import type { LngLat, Pairing, Route } from '../../data/schema.ts';
import { DASH_PX } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';
import { shadeScale } from '../look/shade.ts';
import { BAND_PX, CHOSEN_PX, HAIRLINE_PX, PLAIN_PX, THIN_PX, widthScale } from '../look/width.ts';
import { filter, heldIn, stateIn } from '../state/filter.ts';
import { measured, recipientsMeasured, type Measured } from '../state/measure.ts';
import { sectionOf } from '../state/sections.ts';
import { spanOf } from '../state/span.ts';
import { fieldsOf, type ViewFields } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { bowsOf } from './bows.ts';
import { branchMarks } from './branches.ts';
import { drawnPairings, drawsRoutes, ranked } from './drawn.ts';
import { bowPath } from './bow.ts';
import { FRAME_ZOOM } from './frame.ts';
import type { ArcMark, Legend, RegionMark, RouteMark, Scene } from './marks.ts';
import { project, unproject, worldPx, type Point } from './mercator.ts';
import { inFamily, placeMarks } from './places.ts';

const STEPS = 48;

/** Opacity of hairlines without a dossier while nothing is open, and in an open family. */
const QUIET = { rest: 0.5, family: 0.9 };

/** How strongly a pairing shows while one is open: itself fully, its family half, the rest faded. `loud` are dossiers, and what has something reported. Beside a flight or train that is open, its pairing shows as family. */
function opacityOf(pairing: Pairing, loud: boolean, open: Pairing | null, theme: Theme, route: Route | null = null): number {
  const full = loud ? theme.strong : QUIET.rest;
  if (!open) return full;
  if (open.id === pairing.id && !route) return theme.strong;
  const family = open.id === pairing.id || open.id === pairing.parent || open.parent === pairing.id;
  if (family) return loud ? (theme.strong + theme.faded) / 2 : QUIET.family;
  return Math.min(full, theme.faded);
}

/** Fields of a view that, beside its filters, decide what is drawn. */
const DRAWN_BY = ['pairing', 'record', 'unfold', 'channel', 'has', 'from', 'to', 'measure', 'shade', 'labels'] as const;

/** A view as the scene asks of it; fields left out are as by default. */
export type SceneView = Partial<ViewFields>;

/** Everything drawn above the ground, decided from dataset, view and theme alone. `shown` are the pairings that the view's filters let through, for callers that have asked already; no name is smaller than `leastPx`. */
export function scene(world: World, fields: SceneView, theme: Theme, shown: readonly Pairing[] | null = null, leastPx = 0): Scene {
  const view = fieldsOf(fields, DRAWN_BY);
  const span = spanOf(view);
  const record = world.findRoute(view.record);
  const open = world.findPairing(view.pairing) ?? record?.pairing ?? null;
  const chosen = record && record.pairing === open ? record.route : null;
  const through = shown ?? filter(world, fields).pairings;
  const whole = drawnPairings(world, through, open, view.unfold === 'all');
  const folded = world.fold?.(whole, open, fields.at ?? null);
  const bundles = new Map(folded?.bundles.map(({ pairing, count }) => [pairing.id, count]));
  const pairings = folded ? [...folded.alone, ...folded.bundles.map(({ pairing }) => pairing)] : whole;
  const many = widthScale([...bundles.values()]);
  const unfold = open && view.unfold !== 'all' ? view.unfold : null;
  const bows = bowsOf(world);
  const found = new Map(pairings.map((pairing) => [pairing.id, measured(world, pairing, view.measure, span)]));
  const of = ({ id }: Pairing): Measured => found.get(id)!;
  const width = widthScale([...found.values()].flatMap(({ value }) => value ?? []));
  const planned = new Set(span ? pairings.filter((pairing) => stateIn(world, pairing, span) === 'planned').map(({ id }) => id) : []);

  /** Width, dashes and kind of line: what is reported under the measure decides them, and nothing else. */
  const look = (pairing: Pairing): Pick<ArcMark, 'widthPx' | 'dashPx' | 'hollow'> => {
    const line = { dashPx: 0, hollow: false };
    const count = bundles.get(pairing.id);
    if (count) return { ...line, widthPx: many(count) };
    if (planned.has(pairing.id)) return { ...line, widthPx: THIN_PX, dashPx: DASH_PX.planned };
    if (view.measure === 'none') return { ...line, widthPx: PLAIN_PX };
    const { standing, value } = of(pairing);
    switch (standing) {
      case 'reported':
        return { ...line, widthPx: width(value!) };
      case 'joint':
        // To scale where the figure is entered, so that it is drawn once.
        return { ...line, widthPx: value === null ? BAND_PX : width(value), hollow: true };
      case 'part':
        return { ...line, widthPx: THIN_PX };
      case 'none':
        return { ...line, widthPx: open?.id === pairing.id ? CHOSEN_PX : HAIRLINE_PX, dashPx: DASH_PX.none };
    }
  };
  const isQuiet = (pairing: Pairing): boolean =>
    !bundles.has(pairing.id) && (view.measure === 'none' ? !pairing.dossier : of(pairing).standing === 'none' && !planned.has(pairing.id));

  const recedes = (pairing: Pairing): boolean => isQuiet(pairing) && !pairing.dossier && !inFamily(pairing, open);

  // What matters most comes last and lies on top: hairlines lowest, and of the rest the wider below the narrower.
  const arcs = ranked(world, pairings)
    .reverse()
    .map((pairing, i): ArcMark => {
      const hairline = theme.programme[pairing.programme] ?? theme.arc.mid;
      const quiet = isQuiet(pairing);
      return {
        id: pairing.id,
        branch: false,
        ...bows.get(pairing.id)!,
        ...(bundles.has(pairing.id)
          ? { from: theme.arc.mid, mid: theme.arc.mid, to: theme.arc.mid }
          : quiet
            ? { from: hairline, mid: hairline, to: hairline }
            : { from: theme.arc.from, mid: theme.arc.mid, to: theme.arc.to }),
        ...look(pairing),
        opacity: opacityOf(pairing, pairing.dossier || !quiet, open, theme, chosen),
        head: !quiet || inFamily(pairing, open),
        // Golden-ratio steps spread the pulses so that no two start together.
        pulse: quiet || planned.has(pairing.id) || (open && open.id !== pairing.id) ? null : (i * 0.618) % 1,
      };
    })
    .sort((a, b) => layerOf(a, open) - layerOf(b, open) || b.widthPx - a.widthPx);

  // Where names want the same room, the largest amount has it.
  const amount = (pairing: Pairing): number => of(pairing).value ?? 0;
  const bySize = [...pairings].sort((a, b) => Number(b.dossier) - Number(a.dossier) || (a.dossier ? 0 : amount(b) - amount(a)));
  const places = placeMarks(world, bySize, { open, shown: world.findPlace(view.record), recedes, labels: view.labels, leastPx }, theme);
  const dots = places.filter(({ minzoom }) => minzoom <= FRAME_ZOOM).map(({ point }) => project(point));
  // What is chosen lies on top. Those of cities and counties whose arcs are folded into their province's are drawn like any other.
  const routes = [...new Set([...pairings, ...through])]
    .filter((pairing) => pairing.routes.length)
    .flatMap((pairing) =>
      // In years chosen, the lines on record in them; what is open is shown whole, as its popup has it.
      (span && pairing !== open ? heldIn(pairing, span) : pairing).routes
        .filter(({ mode }) => drawsRoutes(view, open, pairing, mode) && (!unfold || pairing !== open || unfold === sectionOf(mode)))
        .map((route): RouteMark => {
          const path = route.via.length ? corridor(world, route) : bowPath(bows.get(route.id)!, STEPS).map(unproject);
          return {
            id: route.id,
            pairing: pairing.id,
            mode: route.mode,
            path,
            legs: legsOf(world, route, path),
            opacity: route === chosen ? 1 : opacityOf(pairing, true, open, theme, chosen),
            chosen: route === chosen,
            glyph: glyph(path, dots),
            label: route.name,
          };
        }),
    )
    .sort((a, b) => Number(a.chosen) - Number(b.chosen));

  const ribbon = unfold && arcs.find(({ id }) => id === open!.id);
  const unfolded = ribbon ? branchMarks(world, open!, unfold, ribbon, new Map(routes.map(({ id, path }) => [id, path])), theme) : null;
  const recipients = view.shade === 'on' ? recipientsMeasured(world, whole, view.measure, span) : new Map<string, number>();
  const shade = shadeScale([...recipients.values()], theme);

  const told = view.measure === 'none' ? [] : pairings.filter(({ id }) => !planned.has(id) && !bundles.has(id));
  const standings = (standing: Measured['standing']): number => told.filter((pairing) => of(pairing).standing === standing).length;
  const scaled = told.filter((pairing) => of(pairing).value !== null).sort((a, b) => of(b).value! - of(a).value!);
  const legend: Legend = {
    measure: view.measure,
    widths: scaled.length ? width.ticks.map((amount) => ({ amount, widthPx: width(amount) })) : [],
    standings: { reported: standings('reported'), joint: standings('joint'), part: standings('part'), none: standings('none') },
    scaled: scaled.map(({ id }) => id),
    figures: scaled.flatMap((pairing) => (of(pairing).figure ? [{ pairing: pairing.id, figure: of(pairing).figure!.id }] : [])),
    planned: planned.size,
    bundles: folded
      ? {
          widths: many.ticks.filter((count) => count > 1).map((count) => ({ count, widthPx: many(count) })),
          bundles: bundles.size,
          left: folded.left,
        }
      : null,
    shades: recipients.size ? shade.classes : [],
    network: world.dataset.programmes
      .filter(({ id }) => pairings.some((pairing) => pairing.programme === id && isQuiet(pairing)))
      .map(({ id }) => ({ programme: id, colour: theme.programme[id] ?? theme.arc.mid })),
    ways: [...new Set(routes.flatMap(({ legs }) => legs.map(({ way }) => way)))],
  };
  return {
    arcs: unfolded ? [...arcs.filter((arc) => arc !== ribbon), ...unfolded.arcs] : arcs,
    routes,
    regions: regions(world, whole, open, (place) => (recipients.has(place) ? shade(recipients.get(place)!) : null)),
    places,
    branches: unfolded?.branches ?? [],
    bundles,
    labels: view.labels,
    leastPx,
    legend,
  };
}

/** Hairlines lie lowest, then what has something to say, and the open arc on top. */
const layerOf = ({ id, dashPx }: ArcMark, open: Pairing | null): number => (id === open?.id ? 2 : dashPx ? 0 : 1);

/** The parts of a route by the way they go: all of it in its mode, or from some place on by road. */
function legsOf(world: World, { mode, road }: Route, path: LngLat[]): RouteMark['legs'] {
  if (road === undefined) return [{ way: mode, path }];
  const [lng, lat] = world.place(road).point;
  const far = ([x, y]: LngLat): number => Math.hypot(x - lng, y - lat);
  const turn = path.reduce((best, where, i) => (far(where) < far(path[best]!) ? i : best), 0);
  return [
    { way: mode, path: path.slice(0, turn + 1) },
    { way: 'road', path: path.slice(turn) },
  ];
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
