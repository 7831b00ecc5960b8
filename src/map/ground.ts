import type { Topology } from 'topojson-specification';
import type { GroundName } from './features.ts';

const url = (file: string): string => new URL(`geo/${file}`, document.baseURI).href;

async function json<T>(file: string): Promise<T> {
  const response = await fetch(url(file));
  if (!response.ok) throw new Error(`geo/${file}: HTTP ${response.status}`);
  return (await response.json()) as T;
}

/** Everything of the ground that the first view draws. */
export interface FirstGround {
  base: Topology;
  names: GroundName[];
}

/** Fetches the first view's ground. Begun as soon as the map's code is asked for, so that both travel together. */
export async function loadGround(): Promise<FirstGround> {
  const [base, names] = await Promise.all([json<Topology>('base.topo.json'), json<GroundName[]>('labels.json')]);
  return { base, names };
}

/** Finer shapes, fetched when a view comes near enough. */
export const loadPrefectures = (): Promise<Topology> => json<Topology>('prefectures.topo.json');
export const loadCounties = (): Promise<Topology> => json<Topology>('counties.topo.json');

/** The relief picture that goes with a theme. */
export const reliefUrl = (theme: 'light' | 'dark'): string => url(`relief-${theme}.webp`);
