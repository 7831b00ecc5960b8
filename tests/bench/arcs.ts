import { ArcLayer } from '../../src/map/arc-layer.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { arcRecords, pickArc } from '../../src/scene/records.ts';
import { neutralMap, type Engine } from './engine.ts';
import { along, field, sentinelAt } from './field.ts';

const REACH_PX = 4;
const CASING = '#fcfaf5';

/** Ours: the arc layer of the site, fed with the records of the scene. */
export function start(n: number): Engine {
  const arcs = field(n);
  const sentinel = sentinelAt(arcs);
  const some = arcs.slice(0, 1000);
  performance.mark('bench:field');
  let records = arcRecords(arcs);
  performance.mark('bench:packed');
  const map = neutralMap();
  performance.mark('bench:map');
  const layer = new ArcLayer(records);
  layer.onfirst = () => performance.mark('bench:drawn');
  map.on('style.load', () => {
    performance.mark('bench:style');
    map.addLayer(layer);
    layer.set(records, CASING);
  });
  return {
    map,
    sentinel,
    along: (which, t) => along(some, which, t),
    pick(x, y) {
      const { lng, lat } = map.unproject([x, y]);
      const [px, py] = project([lng, lat]);
      const size = 1 / worldPx(map.getZoom());
      return pickArc(records, px, py, REACH_PX * size, size) !== null;
    },
    half() {
      const kept = field(n).slice(0, Math.ceil(n / 2));
      return () => layer.set((records = arcRecords(kept)), CASING);
    },
  };
}
