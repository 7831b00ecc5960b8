import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { foldOf, MOST_ARCS } from '../../src/scene/fold.ts';
import { legendRows } from '../../src/scene/legend.ts';
import { project, worldPx } from '../../src/scene/mercator.ts';
import { scene } from '../../src/scene/scene.ts';
import { choose } from '../../src/stage/choose.ts';
import { filter } from '../../src/state/filter.ts';
import { DEFAULTS, type ViewFields } from '../../src/state/url.ts';
import type { View } from '../../src/state/view.svelte.ts';
import { World } from '../../src/state/world.ts';
import { finding } from '../../src/text/finding.ts';
import { tipText } from '../../src/text/tip.ts';
import { manyDataset } from '../bench/many.ts';
import { REAL } from '../fixtures/world.ts';

const world = new World(manyDataset(20_000), { file: 'many.json', failed: null });
world.fold = foldOf(world);
const drawn = (fields: Partial<ViewFields> = {}) => scene(world, { ...DEFAULTS, ...fields }, LIGHT);
/** The province of a place, found by walking outwards. */
function province(id: string): string {
  let place = world.place(id);
  while (place.kind !== 'province' && place.in) place = world.place(place.in);
  return place.id;
}

describe('of 20,000 pairings', () => {
  const whole = drawn();
  const between = (bundle: string) => {
    const [donor, recipient] = bundle.split('→');
    return world.dataset.pairings.filter((one) => province(one.donor) === donor && province(one.recipient) === recipient).length;
  };

  test('each is told once: an arc between two provinces stands for all between them', () => {
    expect(whole.arcs.length).toBe(whole.bundles.size);
    expect(whole.arcs.length).toBeLessThanOrEqual(MOST_ARCS);
    for (const [id, count] of whole.bundles) expect(count, id).toBe(between(id));
    expect([...whole.bundles.values()].reduce((a, b) => a + b, 0)).toBe(20_000);
    expect(whole.legend.bundles!.left).toBe(0);
  });

  test('the wider the more, in one colour, and the legend, the tip and the first sentence say so or nothing', () => {
    const sorted = [...whole.arcs].sort((a, b) => whole.bundles.get(a.id)! - whole.bundles.get(b.id)!);
    sorted.slice(1).forEach((arc, i) => expect(arc.widthPx).toBeGreaterThanOrEqual(sorted[i]!.widthPx));
    for (const { from, mid, to } of whole.arcs) expect([from, to]).toEqual([mid, mid]);
    const rows = legendRows(whole, world, LIGHT, 'en', 64).map(({ words }) => words);
    expect(rows[0]).toContain(`${whole.arcs.length} arcs that each stand for several pairings`);
    expect(rows.some((words) => /^From donor to recipient/.test(words))).toBe(false);
    expect(whole.legend.standings).toEqual({ reported: 0, joint: 0, part: 0, none: 0 });
    expect(finding(world, whole.legend, null, 'en')).toBeNull();
    const [id, count] = [...whole.bundles][0]!;
    expect(tipText(world, { kind: 'pairing', id }, 'en', null, whole.bundles)).toMatchObject({
      second: '',
      line: `${count.toLocaleString('en')} pairings; choose the arc to see only these`,
    });
  });

  test('one that is chosen leaves its pairings alone, in finer bundles or by themselves, and what has no arc is counted', () => {
    const [id] = [...whole.bundles].sort(([, a], [, b]) => b - a)[0]!;
    const view = { pairing: null, record: null, donor: null, recipient: null } as unknown as View;
    expect(choose(world, view, [], { kind: 'pairing', id })).toBeNull();
    const { donor, recipient } = view;
    expect(`${donor}→${recipient}`).toBe(id);
    const through = filter(world, { donor, recipient }).pairings;
    expect(through.length).toBe(between(id));
    const { arcs, bundles, legend } = drawn({ donor, recipient });
    expect(arcs.length).toBeGreaterThan(20);
    expect(arcs.length).toBeLessThanOrEqual(MOST_ARCS);
    const alone = arcs.filter((arc) => !bundles.has(arc.id)).length;
    expect(alone + [...bundles.values()].reduce((a, b) => a + b, 0) + legend.bundles!.left).toBe(through.length);
  });

  test('near by, what begins or ends in sight stands by itself as far as there is room, what reports something first', () => {
    const at = { lng: 95, lat: 35, zoom: 6, bearing: 0, pitch: 0 };
    const { arcs, bundles, legend } = drawn({ at });
    const alone = arcs.filter(({ id }) => !bundles.has(id)).map(({ id }) => world.findPairing(id)!);
    expect(alone.length).toBe(MOST_ARCS / 2);
    const [x, y] = project([at.lng, at.lat]);
    for (const { donor, recipient, figures } of alone) {
      const px = [donor, recipient].map((id) =>
        project(world.drawnAt(id).point).map((n, k) => Math.abs(n - [x, y][k]!) * worldPx(at.zoom)),
      );
      expect(px.some(([across, down]) => across! < 720 && down! < 450)).toBe(true);
      expect(figures.length).toBe(1);
    }
    expect(alone.length + [...bundles.values()].reduce((a, b) => a + b, 0) + legend.bundles!.left).toBe(20_000);
    expect(legend.standings.reported).toBe(alone.length);
  });

  test('a region is shaded by all that came to it, whether or not its arcs are bundled', () => {
    const [sample] = world.dataset.pairings.filter(({ figures }) => figures.length);
    const [figure] = sample!.figures;
    const to = (id: string, donor: string) => ({ ...sample!, id, donor, recipient: 'haixi', figures: [{ ...figure!, id: `${id}-aid` }] });
    const more = new World({ ...world.dataset, pairings: [...world.dataset.pairings, to('one', 'beijing'), to('two', 'tianjin')] });
    more.fold = foldOf(more);
    const { regions, arcs } = scene(more, { ...DEFAULTS, shade: 'on', measure: 'aid' }, LIGHT);
    expect(arcs.some(({ id }) => id === 'one' || id === 'two')).toBe(false);
    expect(regions.find(({ place }) => place === 'haixi')!.shade).not.toBeNull();
  });

  test('what is open has its own arc', () => {
    const { arcs, bundles } = drawn({ pairing: 'many-7' });
    expect(arcs.find(({ id }) => id === 'many-7')).toBeDefined();
    expect([...bundles.values()].reduce((a, b) => a + b, 0)).toBe(19_999);
  });
});

test('a world of few pairings has each by itself', () => {
  const few = new World(REAL.dataset, { file: 'few.json', failed: null });
  few.fold = foldOf(few);
  const ids = (of: World) =>
    scene(of, DEFAULTS, LIGHT)
      .arcs.map(({ id }) => id)
      .sort();
  expect(ids(few)).toEqual(ids(REAL));
  expect(scene(few, DEFAULTS, LIGHT).legend.bundles).toBeNull();
});
