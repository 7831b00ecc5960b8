import { describe, expect, test } from 'vitest';
import { cleared, FACETS, filter, NO_FILTER, placesAround, stateIn, type Criteria } from '../../src/state/filter.ts';
import { NAMED } from '../../src/state/url.ts';
import { CHANNELS } from '../../src/state/sections.ts';
import { REAL, seeded, WORLD } from '../fixtures/world.ts';

const ids = (view: Partial<Criteria>, world = REAL) => filter(world, view).pairings.map(({ id }) => id);
const random = seeded(4);
const choose = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
const places = REAL.dataset.places.map(({ id }) => id);

function anyCriteria(): Partial<Criteria> {
  const from = 2010 + Math.floor(random() * 21);
  return {
    programme: random() < 0.3 ? [choose(REAL.dataset.programmes).id] : [],
    donor: random() < 0.25 ? choose(REAL.dataset.pairings).donor : null,
    recipient: random() < 0.2 ? choose(places) : null,
    channel: random() < 0.3 ? [choose(CHANNELS)] : [],
    has: random() < 0.3 ? [choose(NAMED)] : [],
    network: choose(['on', 'on', 'off', 'only'] as const),
    ...(random() < 0.3 ? { from, to: Math.min(2030, from + Math.floor(random() * 8)) } : {}),
  };
}
const MANY = Array.from({ length: 500 }, anyCriteria);

describe('questions people come with', () => {
  test('who helps Aksu: also its counties, and those who help them', () => {
    const found = ids({ recipient: 'aksu' });
    expect(found).toContain('zhejiang-aksu');
    expect(found).toContain('hangzhou-aksu-city');
    expect(found).not.toContain('zhejiang-haixi');
    expect(ids({ recipient: 'xinjiang' })).toEqual(expect.arrayContaining(found));
  });
  test('what Zhejiang gives, also by its cities', () => {
    const found = ids({ donor: 'zhejiang' });
    expect(found).toEqual(expect.arrayContaining(['zhejiang-haixi', 'wenzhou-golmud', 'xiangshan-tianjun']));
    for (const id of found) expect(placesAround(REAL, REAL.findPairing(id)!.donor)).toContain('zhejiang');
  });
  test('which have both flights and freight trains', () => {
    for (const id of ids({ has: ['flights', 'freight'] })) {
      const modes = REAL.findPairing(id)!.routes.map(({ mode }) => mode);
      expect(modes).toContain('flight');
      expect(modes).toContain('freight');
    }
    expect(ids({ has: ['freight'] })).toContain('zhejiang-aksu');
    expect(ids({ has: ['freight'] })).not.toContain('zhejiang-haixi');
  });
  test('which have tourist trains, which are no freight trains', () => {
    for (const [named, mode] of [
      ['freight', 'freight'],
      ['tours', 'rail-tour'],
    ] as const) {
      const found = ids({ has: [named] });
      expect(found.length).toBeGreaterThan(0);
      for (const { id, routes } of REAL.dataset.pairings) expect(found.includes(id)).toBe(routes.some((route) => route.mode === mode));
    }
  });
  test('of the invented country, those with named projects', () => {
    expect(ids({ has: ['projects'] }, WORLD)).toEqual(['donghai-xishan']);
  });
});

describe('options', () => {
  test('say beforehand how many there will be', () => {
    for (const view of MANY.slice(0, 150)) {
      const { counts } = filter(REAL, view);
      for (const programme of REAL.dataset.programmes)
        expect(ids({ ...view, programme: [programme.id] }).length).toBe(counts.programme.get(programme.id) ?? 0);
      for (const has of NAMED)
        expect(ids({ ...view, has: [...(view.has ?? []), has] }).length, `${has} on ${JSON.stringify(view)}`).toBe(
          counts.has.get(has) ?? 0,
        );
      const donor = choose(REAL.dataset.pairings).donor;
      expect(ids({ ...view, donor }).length).toBe(counts.donor.get(donor) ?? 0);
      const channel = choose(CHANNELS);
      expect(ids({ ...view, channel: [...(view.channel ?? []), channel] }).length).toBe(counts.channel.get(channel) ?? 0);
      for (const network of ['on', 'off', 'only'] as const) expect(ids({ ...view, network }).length).toBe(counts.network.get(network) ?? 0);
    }
  });

  test('a facet taken back leaves as many as was said, and no facet adds any', () => {
    for (const view of MANY) {
      const { pairings, active, without, all } = filter(REAL, view);
      expect(all).toBe(REAL.dataset.pairings.length);
      for (const facet of active) {
        expect(ids({ ...view, ...cleared(facet) }).length).toBe(without[facet]);
        expect(without[facet]).toBeGreaterThanOrEqual(pairings.length);
      }
      const none = Object.assign({}, view, ...FACETS.map(cleared)) as Partial<Criteria>;
      expect(ids(none).length).toBe(all);
    }
  });
});

test('without a filter everything is shown and nothing is active', () => {
  const { pairings, active } = filter(REAL, NO_FILTER);
  expect([pairings.length, active]).toEqual([REAL.dataset.pairings.length, []]);
});

test('ids that are not in the data filter nothing', () => {
  expect(filter(REAL, { donor: 'atlantis', recipient: 'toString', programme: ['none'] })).toEqual(filter(REAL, {}));
});

describe('in a span', () => {
  test('a pairing is under way from its first year on', () => {
    const ningxia = REAL.findPairing('zhejiang-haixi')!;
    expect(stateIn(REAL, ningxia, { from: 2012, to: 2012 })).toBe('under-way');
    const late = REAL.findPairing('qingdao-dingxi')!;
    expect(stateIn(REAL, late, { from: 2012, to: 2015 })).toBeNull();
    expect(stateIn(REAL, late, { from: 2015, to: 2021 })).toBe('under-way');
  });
  test('after the latest source there are plans and nothing else', () => {
    const span = { from: 2028, to: 2029 };
    const shown = filter(REAL, span).pairings;
    expect(shown.length).toBeGreaterThan(0);
    for (const pairing of shown) expect(stateIn(REAL, pairing, span)).toBe('planned');
  });
});
