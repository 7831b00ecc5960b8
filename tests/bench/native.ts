import { bowPath } from '../../src/scene/bow.ts';
import { unproject } from '../../src/scene/mercator.ts';
import { neutralMap, type Engine } from './engine.ts';
import { field, sentinelAt } from './field.ts';

const REACH_PX = 4;

/** Points of a line: as many pieces as `map/arc-core.ts` draws an arc in. */
const segmentsFor = (count: number): number => (count <= 500 ? 48 : count <= 5000 ? 28 : count <= 20_000 ? 18 : 12);

/** The way MapLibre offers by itself: the same curves as a GeoJSON source under a line layer with width and colour by feature. */
export function start(n: number): Engine {
  const arcs = field(n);
  const sentinel = sentinelAt(arcs);
  performance.mark('bench:field');
  const segments = segmentsFor(n);
  const features = arcs.map((arc, index): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { index, width: arc.widthPx * 0.7, colour: arc.mid, opacity: arc.opacity },
    geometry: { type: 'LineString', coordinates: bowPath(arc, segments).map(unproject) },
  }));
  performance.mark('bench:packed');
  const map = neutralMap({ arcs: { type: 'geojson', data: { type: 'FeatureCollection', features } } }, [
    {
      id: 'arcs',
      type: 'line',
      source: 'arcs',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'], 'line-opacity': ['get', 'opacity'] },
    },
  ]);
  performance.mark('bench:map');
  map.on('style.load', () => performance.mark('bench:style'));
  return {
    map,
    sentinel,
    pick: (x, y) =>
      map.queryRenderedFeatures(
        [
          [x - REACH_PX, y - REACH_PX],
          [x + REACH_PX, y + REACH_PX],
        ],
        { layers: ['arcs'] },
      ).length > 0,
    half: () => () => void map.setFilter('arcs', ['<', ['get', 'index'], Math.ceil(n / 2)]),
  };
}
