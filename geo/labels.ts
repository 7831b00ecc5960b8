/** The hand table of names on the ground, as the app reads it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HERE } from './packages.ts';

export const KINDS = ['province', 'country', 'sea', 'physical', 'lake'] as const;

export interface Label {
  kind: (typeof KINDS)[number];
  zh: string;
  en: string;
  lng: number;
  lat: number;
  /** Zoom from which it may be shown. */
  minzoom: number;
}

export function labels(): Label[] {
  const table = parse(readFileSync(`${HERE}labels.yaml`, 'utf8')) as Record<Label['kind'], [string, string, number, number, number][]>;
  return KINDS.flatMap((kind) => table[kind].map(([zh, en, lng, lat, minzoom]) => ({ kind, zh, en, lng, lat, minzoom })));
}
