import type { Topology } from 'topojson-specification';
import type { Files } from '../state/files.ts';
import type { GroundName } from '../state/geo.ts';

/** Shapes and names of the first view. Each comes by itself, so that neither is lost with the other. */
export const loadBase = (files: Files): Promise<Topology> => files.json<Topology>('geo/base.topo.json');
export const loadNames = (files: Files): Promise<GroundName[]> => files.json<GroundName[]>('geo/labels.json');

/** Finer shapes, fetched when a view comes near enough. */
export type Fine = 'prefectures' | 'counties' | 'water';
export const loadFine = (files: Files, fine: Fine): Promise<Topology> => files.json<Topology>(`geo/${fine}.topo.json`);

/** The relief picture that goes with a theme. */
export const reliefUrl = (files: Files, theme: 'light' | 'dark'): string => files.address(`geo/relief-${theme}.webp`);
