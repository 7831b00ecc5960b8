import { describe, expect, test } from 'vitest';
import type { Figure, Pairing } from '../../data/schema.ts';
import { known, knownChannels, rateOf, yearsCovered } from '../../src/state/known.ts';
import { allFigures, World } from '../../src/state/world.ts';
import { DATASET, figure, REAL, WORLD } from '../fixtures/world.ts';

const real = (id: string): Pairing => REAL.findPairing(id)!;
const xishan = WORLD.findPairing('donghai-xishan')!;
/** The invented country with other figures of its first pairing. */
const withFigures = (...figures: Figure[]) => {
  const pairing = { ...xishan, figures, projects: [], routes: [] };
  const world = new World({ ...DATASET, pairings: DATASET.pairings.map((one) => (one.id === pairing.id ? pairing : one)) });
  return { world, pairing };
};
const aid = (id: string, print: string, more: Partial<Figure> = {}) =>
  figure(id, print, { measure: 'aid-total', channel: 'funding', ...more });
const told = (...figures: Figure[]) => {
  const { world, pairing } = withFigures(...figures);
  const { standing, figure: chief } = known(world, pairing, 'aid');
  return [standing, chief?.id ?? null];
};

describe('aid is known', () => {
  test('of every pairing beside whose name a figure of it stands, whether that is a headline or not', () => {
    for (const id of ['tianjin-huangnan', 'luhe-huangyuan', 'zhejiang-haixi', 'shanghai-kashgar', 'zhejiang-nagqu'])
      expect(known(REAL, real(id), 'aid').standing, id).toBe('reported');
    for (const id of ['zhejiang-aksu', 'zhejiang-alar', 'guangdong-kashgar', 'shanxi-fukang', 'beijing-hotan', 'beijing-kunyu'])
      expect(known(REAL, real(id), 'aid').standing, id).toBe('joint');
  });

  test('to be not reported only where no figure of any kind bears on it', () => {
    for (const pairing of REAL.dataset.pairings) {
      const bearing = [...allFigures(pairing), ...REAL.jointWith(pairing.id).map((one) => one.figure)].filter(
        ({ measure, scope, value }) => /^aid-(total|part|planned)$/.test(measure) && scope === 'pairing' && value !== null,
      );
      expect(known(REAL, pairing, 'aid').standing === 'none', pairing.id).toBe(bearing.length === 0);
    }
  });

  test('from a headline first, then from the latest', () => {
    const [old, now] = [aid('old', '3亿元', { from: '2010', to: '2015' }), aid('now', '2亿元', { from: '2016', to: '2020' })];
    expect(told(old, now)).toEqual(['reported', 'now']);
    expect(told({ ...old, headline: true }, now)).toEqual(['reported', 'old']);
  });

  test('in part where only a purpose or a plan is reported, and not at all from another scope, a range or “several”', () => {
    expect(told(aid('part', '3亿元', { measure: 'aid-part' }))).toEqual(['part', 'part']);
    expect(told(aid('plan', '3亿元', { measure: 'aid-planned' }))).toEqual(['part', 'plan']);
    expect(told(aid('a', '3亿元', { scope: 'province' }), aid('b', '3—5亿元'), aid('c', '数百万元'), aid('d', null as never))).toEqual([
      'none',
      null,
    ]);
  });

  test('jointly only where there is nothing of its own', () => {
    const joint = aid('joint', '9亿元', { joint: ['nanhai-beishan'], headline: true, to: '2025', from: '2021' });
    expect(told(joint)).toEqual(['joint', 'joint']);
    expect(told(joint, aid('own', '3亿元'))).toEqual(['reported', 'own']);
    const { world, pairing } = withFigures(joint);
    const other = world.findPairing('nanhai-xishan')!;
    expect(known(world, other, 'aid')).toMatchObject({ standing: 'reported' });
    const beishan = known(world, { ...world.findPairing('nanhai-beishan')!, figures: [] }, 'aid');
    expect(beishan).toMatchObject({ standing: 'joint', figure: joint, holder: pairing });
    expect(beishan.counts.map(({ id }) => id)).toEqual([pairing.id, 'nanhai-beishan']);
  });
});

test('people sent are known as staff in all, and in part where only those of one campaign are counted', () => {
  expect(known(REAL, real('zhejiang-haixi'), 'people')).toMatchObject({ standing: 'reported', figure: { reported: '238名' } });
  expect(known(REAL, real('nanjing-xining'), 'people')).toMatchObject({ standing: 'part', figure: { reported: '260多名' } });
  expect(known(REAL, real('zhejiang-aksu'), 'people').standing).toBe('joint');
});

test('a project tells of its field: nothing is said to be silent beside it', () => {
  expect([...knownChannels(REAL, real('nanjing-xining'))]).toEqual(expect.arrayContaining(['trade', 'culture', 'tourism']));
  for (const { id, channel } of REAL.jointWith('zhejiang-alar').map((one) => one.figure))
    expect(knownChannels(REAL, real('zhejiang-alar')).has(channel), id).toBe(true);
});

describe('the years that a rate is worked out over', () => {
  test.each<[Partial<Figure>, number | null]>([
    [{ from: '2021', to: '2025' }, 5],
    [{ from: '2016', to: '2023', years: 7 }, 7],
    [{ from: '2024', to: '2024' }, 1],
    [{ from: '2010', to: '2020-06' }, 10.5],
    [{ from: '2016-12', to: '2019' }, 37 / 12],
    [{ from: '2024-03', to: '2024-06' }, null],
    [{ from: null, to: '2020' }, null],
    [{ from: '2020', to: null }, null],
  ])('%j are %j', (more, years) => {
    expect(yearsCovered(figure('one', '3亿元', more))).toBe(years);
  });

  test('are those printed: six pairings of the network and Nanjing–Xining would else be divided by a year too many', () => {
    const over = (id: string) => yearsCovered(known(REAL, real(id), 'aid').figure!);
    expect(over('nanjing-xining')).toBe(7);
    expect(['shanghai-kashgar', 'beijing-yushu', 'shandong-haibei', 'beijing-lhasa', 'zhejiang-nagqu', 'hebei-ngari'].map(over)).toEqual([
      5, 10, 10, 20, 30, 30,
    ]);
  });

  test('give no rate of what is signed, stands, or is on a term', () => {
    for (const id of ['investment-signed', 'people-sent', 'villages', 'schools', 'placements'])
      expect(rateOf(REAL, { ...real('zhejiang-haixi').figures[0]!, measure: id }), id).toBeNull();
    expect(
      rateOf(
        REAL,
        real('nanjing-xining').figures.find(({ measure }) => measure === 'aid-total')!,
      ),
    ).toBe(7.3e8 / 7);
  });
});

test('in years chosen the figure of those years goes before one that reaches beyond them, and one of other years is no answer', () => {
  const asked = (from: number, to: number) => known(REAL, real('zhejiang-haixi'), 'aid', { from, to });
  expect(asked(2022, 2022).figure!.id).toBe('zhejiang-haixi-aid-2022');
  expect(asked(2024, 2024).figure!.id).toBe('zhejiang-haixi-aid-2021-2025');
  expect(asked(2012, 2012).rows.map(({ id }) => id)).not.toContain('zhejiang-haixi-aid-2021-2025');
  expect(known(REAL, real('tianjin-huangnan'), 'aid', { from: 2024, to: 2024 }).standing).toBe('none');
});
