import type { Checked } from './document.ts';
import { problem, type Problem } from './problem.ts';
import { checkCircles, type Ids, type Steps } from './references.ts';
import type { LngLat, RawPlace } from './schema.ts';

/** Places by id. */
export type Places = ReadonlyMap<string, RawPlace>;

export const placesById = (places: readonly RawPlace[]): Places => new Map(places.map((place) => [place.id, place]));

/** Where a place is drawn: its own point or that of its seat. One step only: a seat has a point of its own. */
export function pointOf({ lng, lat, seat }: RawPlace, places: Places): LngLat | null {
  if (lng !== undefined && lat !== undefined) return [lng, lat];
  const at = seat === undefined ? undefined : places.get(seat);
  return at?.lng !== undefined && at.lat !== undefined ? [at.lng, at.lat] : null;
}

export function checkPlaces(file: Checked<{ places: RawPlace[] }>, places: Places, ids: Ids, problems: Problem[]): void {
  const regions: Steps = new Map();
  file.content.places.forEach((place, i) => {
    const at = (key: string) => file.at(['places', i, key]);
    ids.refer('place', place.seat, at('seat'), 'seat');
    ids.refer('place', place.in, at('in'), 'region');
    regions.set(place.id, { to: place.in, at: at('in') });
    if ((place.lng === undefined) !== (place.lat === undefined)) {
      problems.push(problem('half-point', at('id'), `place "${place.id}" has one coordinate`));
    } else if (place.lng === undefined && place.seat === undefined) {
      problems.push(problem('no-point', at('id'), `place "${place.id}" has no point`));
    } else if (place.seat !== undefined && places.has(place.seat) && pointOf(place, places) === null) {
      problems.push(problem('seat-point', at('seat'), `seat "${place.seat}" has no point of its own`));
    }
  });
  checkCircles('in', regions, problems);
}
