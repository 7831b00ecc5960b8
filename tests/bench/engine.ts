import type { GeoJSONSourceSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import ground from '../../public/geo/base.topo.json?url';
import type { LngLat } from '../../data/schema.ts';
import { Map } from '../../src/map/maplibre.ts';

/** One way of drawing arcs on a map: ours, or the one it is measured against. */
export interface Engine {
  map: MapLibreMap;
  /** Where the sentinel is looked for. */
  sentinel: LngLat;
  /** The place a part of the way along one of the arcs; both numbers go from 0 to 1. */
  along: (which: number, t: number) => LngLat;
  /** True if an arc is within 4 px of a point of the canvas. */
  pick: (x: number, y: number) => boolean;
  /** Gets ready to hide the later half of the arcs, and returns what then does it. */
  half: () => () => void;
}

/** The map of both engines: neutral land, no names, no controls; `data` and `layers` are what one engine adds to its style. */
export function neutralMap(data: Record<string, GeoJSONSourceSpecification> = {}, layers: LayerSpecification[] = []): MapLibreMap {
  const map = new Map({
    container: 'map',
    center: [102, 36.5],
    zoom: 3.1,
    fadeDuration: 0,
    renderWorldCopies: false,
    attributionControl: false,
    style: {
      version: 8,
      projection: { type: 'mercator' },
      sources: { ground: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.2 }, ...data },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': '#dddddd' } },
        { id: 'land', type: 'fill', source: 'ground', paint: { 'fill-color': '#f2f2f2' } },
        { id: 'edges', type: 'line', source: 'ground', paint: { 'line-color': '#bbbbbb' } },
        ...layers,
      ],
    },
  });
  map.on('error', ({ error }) => console.error(error));
  void fill(map);
  return map;
}

async function fill(map: MapLibreMap): Promise<void> {
  const [topology] = await Promise.all([fetch(ground).then((response) => response.json() as Promise<Topology>), map.once('style.load')]);
  const features = ['land', 'provinces'].flatMap((name) => {
    const made = feature(topology, topology.objects[name]!);
    return made.type === 'FeatureCollection' ? made.features : [made];
  });
  await map.getSource<import('maplibre-gl').GeoJSONSource>('ground')!.setData({ type: 'FeatureCollection', features });
}
