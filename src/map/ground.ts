import type { Topology } from 'topojson-specification';
import { geo, type GroundName } from '../state/geo.ts';

const url = (file: string): string => new URL(`geo/${file}`, document.baseURI).href;

/** Everything of the ground that the first view draws. */
export interface FirstGround {
  base: Topology;
  names: GroundName[];
}

/** Fetches the first view's ground. Begun as soon as the map's code is asked for, so that both travel together. */
export async function loadGround(): Promise<FirstGround> {
  const [base, names] = await Promise.all([geo<Topology>('base.topo.json'), geo<GroundName[]>('labels.json')]);
  return { base, names };
}

/** Finer shapes, fetched when a view comes near enough. */
export const loadPrefectures = (): Promise<Topology> => geo<Topology>('prefectures.topo.json');
export const loadCounties = (): Promise<Topology> => geo<Topology>('counties.topo.json');

/** The relief picture that goes with a theme. */
export const reliefUrl = (theme: 'light' | 'dark'): string => url(`relief-${theme}.webp`);
