import { bowPath } from '../../src/scene/bow.ts';
import { unproject } from '../../src/scene/mercator.ts';
import { neutralMap, type Engine } from './engine.ts';
import { along, field, sentinelAt } from './field.ts';

const REACH_PX = 4;

/** Pieces of a line: as many as `map/arc-core.ts` draws an arc in. */
const segmentsFor = (count: number): number => (count <= 500 ? 48 : count <= 5000 ? 28 : count <= 20_000 ? 18 : 12);

/**
 * The way MapLibre offers by itself: the same curves as a GeoJSON source under a line layer with width and colour by feature.
 * `segments` makes the lines finer than ours, as a file of curves made once for all zooms would be; 0 is the same as ours.
 */
export function start(n: number, segments: number): Engine {
  const arcs = field(n);
  const sentinel = sentinelAt(arcs);
  const some = arcs.slice(0, 1000);
  performance.mark('bench:field');
  const pieces = segments || segmentsFor(n);
  const features = arcs.map((arc, index): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { index, width: arc.widthPx * 0.7, colour: arc.mid, opacity: arc.opacity },
    geometry: { type: 'LineString', coordinates: bowPath(arc, pieces).map(unproject) },
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
    along: (which, t) => along(some, which, t),
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
