import { readFileSync } from 'node:fs';
import { bbox } from '@turf/turf';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { REAL } from '../fixtures/world.ts';

const BASE = JSON.parse(readFileSync(new URL('../../public/geo/base.topo.json', import.meta.url), 'utf8')) as Topology;

test('each region of the first ground has its box in the dataset, under the place that is helped', () => {
  const { features } = feature(BASE, BASE.objects['recipients'] as GeometryCollection);
  const boxes = features.map((region): [string, number[]] => [
    REAL.dataset.places.find(({ adcode }) => adcode === String(region.id))!.id,
    bbox(region),
  ]);
  expect(Object.keys(REAL.dataset.extents!).sort()).toEqual(boxes.map(([id]) => id).sort());
  for (const [id, box] of boxes) REAL.dataset.extents![id]!.forEach((degrees, i) => expect(degrees, id).toBeCloseTo(box[i]!, 2));
  expect(boxes.map(([id]) => id)).toContain('haixi');
});
