import { describe, expect, test } from 'vitest';
import type { Figure, Pairing } from '../../data/schema.ts';
import { compare, type Compared, type Side } from '../../src/state/compare.ts';
import { sameUnit } from '../../src/state/unit.ts';
import { rateOf } from '../../src/state/known.ts';
import { allFigures } from '../../src/state/world.ts';
import { figure, REAL, seeded, WORLD } from '../fixtures/world.ts';

const DOSSIERS = REAL.dataset.pairings.filter(({ dossier }) => dossier);
const random = seeded(17);
const any = (): Pairing => REAL.dataset.pairings[Math.floor(random() * REAL.dataset.pairings.length)]!;
/** All pairs of dossiers, and some of the network. */
const PAIRS: [Pairing, Pairing][] = [
  ...DOSSIERS.flatMap((a) => DOSSIERS.filter((b) => b !== a).map((b): [Pairing, Pairing] => [a, b])),
  ...Array.from({ length: 200 }, (): [Pairing, Pairing] => [any(), any()]),
];
const rowsOf = (a: Pairing, b: Pairing): Compared[] => compare(REAL, a, b).groups.flatMap(({ rows }) => rows);
const ROWS = PAIRS.flatMap(([a, b]) => rowsOf(a, b));
const BOTH = ROWS.filter((row): row is Compared & Record<Side, Figure> => row.a !== null && row.b !== null);

/** A row seen from the other side. */
const turned = ({ a, b, count, rates, difference, ...rest }: Compared): Compared => ({
  ...rest,
  ...{ a: b, b: a, count: { a: count.b, b: count.a }, rates: rates && { a: rates.b, b: rates.a } },
  difference: difference && { ...difference, larger: difference.larger && (difference.larger === 'a' ? 'b' : 'a') },
});

describe('for all pairs of dossiers, and many of the network', () => {
  test('A against B is the mirror of B against A', () => {
    for (const [a, b] of PAIRS) {
      const [there, back] = [compare(REAL, a, b), compare(REAL, b, a)];
      expect(back.groups).toEqual(there.groups.map(({ channel, rows }) => ({ channel, rows: rows.map(turned) })));
      expect(back.counts).toEqual(there.counts.map(({ what, a: one, b: other }) => ({ what, a: other, b: one })));
    }
  });

  test('each row has a difference or the reason why not, and never both', () => {
    expect(ROWS.length).toBeGreaterThan(1000);
    for (const { difference, against } of ROWS) expect(difference === null).toBe(against !== null);
  });

  test('there is no difference where units or scopes differ, where one is a range, of a part, joint, or missing', () => {
    for (const row of BOTH) {
      const { a, b, difference } = row;
      if (
        (!a.headline && a.measure !== 'aid-total') ||
        (!b.headline && b.measure !== 'aid-total') ||
        a.joint.length > 0 ||
        b.joint.length > 0 ||
        !sameUnit(a, b) ||
        a.scope !== 'pairing' ||
        b.scope !== 'pairing' ||
        a.upper !== null ||
        b.upper !== null
      )
        expect(difference).toBeNull();
    }
    for (const { a, b, difference } of ROWS) if (!a || !b) expect(difference).toBeNull();
  });

  test('totals are compared over one period alone, and of other periods the rates by the year', () => {
    for (const { a, b, difference, rates } of BOTH) {
      if (!difference) continue;
      const same = a.from === b.from && a.to === b.to;
      expect(difference.on).toBe(same ? 'total' : 'rate');
      expect(rates).toEqual(same ? null : { a: rateOf(REAL, a), b: rateOf(REAL, b) });
    }
  });

  test('a difference is that of the figures, and its sides are theirs', () => {
    for (const { a, b, difference, rates } of BOTH) {
      if (!difference) continue;
      const [one, other] = rates ? [rates.a, rates.b] : [a.value!, b.value!];
      expect(difference.by).toBeCloseTo(Math.abs(one - other), 6);
      expect(difference.larger).toBe(one === other ? null : one > other ? 'a' : 'b');
      expect(difference.ratio).toBeCloseTo(Math.max(one, other) / Math.min(one, other), 9);
      expect(difference.rough).toBe(a.qualifier !== 'exact' || b.qualifier !== 'exact');
    }
  });

  test('each figure is one of the pairing, its projects and routes, or joint, and no measure of either is left out', () => {
    for (const [a, b] of PAIRS.slice(0, 60)) {
      const rows = rowsOf(a, b);
      for (const [side, pairing] of [
        ['a', a],
        ['b', b],
      ] as const) {
        const joint = REAL.jointWith(pairing.id).map(({ figure }) => figure);
        const own = [...allFigures(pairing), ...joint].filter(({ value }) => value !== null);
        expect(rows.reduce((n, { count }) => n + count[side], 0)).toBe(own.length);
        for (const row of rows) {
          if (!row[side]) continue;
          expect(own).toContain(row[side]);
          expect([row[side].measure, row[side].channel]).toEqual([row.measure, row.channel]);
        }
      }
    }
  });
});

test('Zhejiang gives Haixi 2.5 times as much a year as Nanjing gives Xining: the seven years are those that the text prints', () => {
  const [haixi, xining] = [REAL.findPairing('zhejiang-haixi')!, REAL.findPairing('nanjing-xining')!];
  const aid = rowsOf(xining, haixi).find(({ measure }) => measure === 'aid-total')!;
  expect(aid.difference).toMatchObject({ on: 'rate', larger: 'b' });
  expect(aid.difference!.ratio).toBeCloseTo(12.98 / 5 / (7.3 / 7), 9);
});

test('staff sent for Alar as well are set against nobody’s, and staff on terms have no yearly rate', () => {
  const [aksu, huangnan] = [REAL.findPairing('zhejiang-aksu')!, REAL.findPairing('tianjin-huangnan')!];
  expect(rowsOf(aksu, huangnan).find(({ measure }) => measure === 'people-sent')).toMatchObject({ against: 'joint', difference: null });
  expect(rowsOf(REAL.findPairing('zhejiang-haixi')!, huangnan).find(({ measure }) => measure === 'people-sent')!.against).toBe('no-rate');
});

describe('of two invented pairings', () => {
  const xishan = WORLD.findPairing('donghai-xishan')!;
  const withFigures = (...figures: Figure[]): Pairing => ({ ...xishan, figures, projects: [], routes: [] });
  const against = (a: Figure, b: Figure) => rowsOf(withFigures(a), withFigures(b))[0]!;
  const sent = (print: string, more: Partial<Figure> = {}) =>
    figure('one', print, { channel: 'people', measure: 'people-sent', headline: true, from: '2021', to: '2025', ...more });

  test('people are people whatever the counter, but not person-times', () => {
    expect(against(sent('30名'), sent('20人')).difference).toMatchObject({ on: 'total', ratio: 1.5, by: 10 });
    expect(against(sent('30名'), sent('20人次')).against).toBe('unit');
  });
  test('what does not grow with the years has no rate', () => {
    const villages = (print: string, from: string) => sent(print, { measure: 'villages', from });
    expect(against(villages('30个', '2021'), villages('20个', '2016')).against).toBe('no-rate');
    const trained = (print: string, from: string) => sent(print, { measure: 'people-trained', from });
    expect(against(trained('30名', '2021'), trained('20名', '2016')).difference).toMatchObject({ on: 'rate', by: 4 });
    expect(against(sent('30名'), sent('20名', { from: '2016' })).against).toBe('no-rate');
  });
  test('without a stated period nothing is compared, nor are ranges or other scopes', () => {
    const open = { from: null, to: null };
    expect(against(sent('30名', { ...open, measure: 'patients' }), sent('20名', { ...open, measure: 'patients' })).against).toBe('period');
    expect(against(sent('20—30名'), sent('20名')).against).toBe('range');
    expect(against(sent('30名', { scope: 'province' }), sent('20名')).against).toBe('scope');
  });
  test('of several figures none is picked at will', () => {
    const part = { headline: false };
    const many = withFigures(sent('30名', part), { ...sent('20名', part), id: 'two' });
    expect(rowsOf(many, withFigures(sent('9名')))[0]).toMatchObject({ a: null, count: { a: 2, b: 1 }, against: 'several' });
    expect(rowsOf(withFigures(sent('30名'), sent('20名', part)), withFigures(sent('9名')))[0]!.a!.reported).toBe('30名');
    expect(against(sent('30名', part), sent('20名')).against).toBe('part');
  });
});
