/** Runs mapshaper over in-memory files, and reads back what it wrote. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Topology } from 'topojson-specification';
import { mapshaper } from './packages.ts';

export type Files = Record<string, string>;

/** Commands one to a line, for legibility; the inputs are named in them. */
export async function run(commands: string[], input: Files): Promise<Files> {
  const written = await mapshaper.applyCommands(commands.join(' '), input);
  return Object.fromEntries(
    Object.entries(written).map(([name, bytes]) => [name, typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)]),
  );
}

export const collection = (features: Feature[]): string => JSON.stringify({ type: 'FeatureCollection', features });

export const feature = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

/** The features of one written GeoJSON file; mapshaper writes a bare GeometryCollection when there are no properties. */
export function features(files: Files, name: string): Feature[] {
  const text = files[name];
  if (text === undefined) throw new Error(`mapshaper wrote no ${name}, only ${Object.keys(files).join(', ')}`);
  const read = JSON.parse(text) as FeatureCollection | { type: 'GeometryCollection'; geometries: Geometry[] };
  return read.type === 'FeatureCollection' ? read.features : read.geometries.map((geometry) => feature(geometry));
}

export function topology(files: Files, name: string): Topology {
  const text = files[name];
  if (text === undefined) throw new Error(`mapshaper wrote no ${name}, only ${Object.keys(files).join(', ')}`);
  return JSON.parse(text) as Topology;
}
