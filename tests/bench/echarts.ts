// The lightest peer that draws arcs, as its own examples have it: parts of ECharts, a map of the same land, lines of the same
// arcs with width and colour each.
import { LinesChart } from 'echarts/charts';
import { GeoComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import ground from '../../public/geo/base.topo.json?url';
import { unproject } from '../../src/scene/mercator.ts';
import { field, sentinelAt } from './field.ts';

declare global {
  interface Window {
    /** Time of the first frame on whose pixels the last arc is seen, in ms from the navigation. */
    first?: number;
  }
}

use([LinesChart, GeoComponent, TooltipComponent, CanvasRenderer]);
const topology = (await (await fetch(ground)).json()) as Topology;
const features = ['land', 'provinces'].flatMap((name) => {
  const made = feature(topology, topology.objects[name]!);
  return made.type === 'FeatureCollection' ? made.features : [made];
});
registerMap('land', { geoJSON: { type: 'FeatureCollection', features } } as unknown as Parameters<typeof registerMap>[1]);
const arcs = field(100);
const chart = init(document.getElementById('map'), null, { renderer: 'canvas' });
chart.setOption({
  animation: false,
  tooltip: {},
  geo: { map: 'land', center: [102, 36.5], zoom: 1.2, itemStyle: { areaColor: '#f2f2f2', borderColor: '#bbb' } },
  series: [
    {
      type: 'lines',
      coordinateSystem: 'geo',
      data: arcs.map(({ a, b, bow, widthPx, mid, opacity }) => ({
        coords: [unproject(a), unproject(b)],
        lineStyle: { width: widthPx * 0.7, color: mid, opacity, curveness: bow },
      })),
    },
  ],
});
const [lng, lat] = sentinelAt(arcs);
const sees = (): boolean => {
  const [x, y] = chart.convertToPixel('geo', [lng, lat]) as [number, number];
  const context = document.querySelector('canvas')!.getContext('2d')!;
  // ECharts bends its lines by another rule: the green one is looked for around where ours runs.
  const { data } = context.getImageData(x - 60, y - 60, 120, 120);
  for (let i = 0; i < data.length; i += 4) if (data[i + 1]! > data[i]! + 60 && data[i + 1]! > data[i + 2]! + 60) return true;
  return false;
};
const look = () => {
  if (sees()) window.first = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
