import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../data/schema.ts';
import { headlinesOf, tabsOf, timelineOf } from '../../src/state/dossier.ts';
import { missingOf } from '../../src/state/known.ts';
import { CHANNELS as IN_ORDER } from '../../src/state/sections.ts';
import { allFigures } from '../../src/state/world.ts';
import { figure, REAL, WORLD } from '../fixtures/world.ts';

const xishan = WORLD.findPairing('donghai-xishan')!;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const ALL = [WORLD, REAL].flatMap((world) =>
  world.dataset.pairings.filter(({ dossier }) => dossier).map((pairing) => ({ id: pairing.id, world, pairing })),
);

test('every channel has its tab, once', () => {
  expect([...IN_ORDER].sort()).toEqual([...CHANNELS].sort());
});

describe('tabs', () => {
  test('hold the figures of their channel, projects under projects and routes under their mode', () => {
    expect(
      tabsOf(WORLD, xishan).map(({ channel, figures, projects, routes, count }) => [
        channel,
        ids(figures),
        ids(projects),
        ids(routes),
        count,
      ]),
    ).toEqual([
      ['funding', ['aid-schools', 'aid-clinics', 'fund', 'aid-total'], [], [], 4],
      ['project', ['aid-projects'], ['solar-tower', 'school', 'fair'], [], 4],
      ['flight', ['passengers'], [], ['flight'], 2],
      ['freight', ['trains-planned'], [], ['freight'], 2],
      ['rail-tour', ['tour-trains'], [], [], 1],
      ['health', ['doctors'], [], [], 1],
    ]);
  });

  test.each(ALL)('of $id show each figure under its channel exactly once: by itself, or in its project or route', ({ world, pairing }) => {
    const tabs = tabsOf(world, pairing);
    for (const one of [...allFigures(pairing), ...world.jointWith(pairing.id).map(({ figure }) => figure)]) {
      const tab = tabs.find(({ channel }) => channel === one.channel)!;
      const places = [tab, ...tab.projects, ...tab.routes].filter(({ figures }) => figures.includes(one));
      expect(places.length, one.id).toBe(1);
    }
    expect(tabs.every(({ count }) => count > 0)).toBe(true);
  });

  test('show a project’s figure of another channel under that, also where there are routes', () => {
    const [tower, ...others] = xishan.projects;
    const trains = { ...figure('tower-trains', '3列'), channel: 'freight' as const };
    const pairing = { ...xishan, projects: [{ ...tower!, figures: [trains] }, ...others] };
    expect(ids(tabsOf(WORLD, pairing).find(({ channel }) => channel === 'freight')!.figures)).toEqual(['trains-planned', 'tower-trains']);
  });
});

describe('a timeline', () => {
  test('has dated facts, projects and routes, earliest first', () => {
    expect(timelineOf(xishan).map(({ on, kind }) => [on, kind])).toEqual([
      ['2023-06', 'route'],
      ['2023-12-26', 'route'],
      ['2024-05-28', 'project'],
    ]);
    expect(timelineOf(WORLD.findPairing('nanhai-xishan')!).map(({ on, kind }) => [on, kind])).toEqual([['2024-08', 'figure']]);
  });

  test('leaves out what holds for years, and spans of time', () => {
    const held = [
      figure('years', '3个', { from: '2021', to: '2025' }),
      figure('span', '3个', { from: '2024-01', to: '2024-03' }),
      figure('open', '3个'),
    ];
    expect(timelineOf({ ...xishan, figures: held, projects: [], routes: [] })).toEqual([]);
  });

  test.each(ALL)('of $id never goes back', ({ pairing }) => {
    const dates = timelineOf(pairing).map(({ on }) => on);
    expect(dates).toEqual([...dates].sort());
  });
});

const SECTORS: Record<string, string> = {
  industry: 'investment',
  trade: 'trade',
  environment: 'environment',
  tourism: 'tourism',
  culture: 'culture',
};
Object.assign(SECTORS, { education: 'education', health: 'health', training: 'training', people: 'people' });

test('what is missing is named: aid, first year, and each channel of which neither figure, project nor route says anything', () => {
  expect(missingOf(WORLD, xishan)).toMatchObject({ aid: 'reported', since: false });
  expect(missingOf(WORLD, WORLD.findPairing('haigang-yunling')!)).toMatchObject({ aid: 'none', since: true });
  for (const { world, pairing } of ALL) {
    const said = new Set<string>(tabsOf(world, pairing).map(({ channel }) => channel));
    for (const { sector } of pairing.projects) if (SECTORS[sector]) said.add(SECTORS[sector]);
    expect([...missingOf(world, pairing).channels, ...said].sort(), pairing.id).toEqual([...CHANNELS].sort());
  }
});

test('the first numbers are headlines that have a number, aid first', () => {
  expect(ids(headlinesOf(xishan, 4))).toEqual(['aid-total']);
  expect(headlinesOf(WORLD.findPairing('nanhai-xishan')!, 4)).toEqual([]);
  for (const { pairing } of ALL) {
    const headlines = headlinesOf(pairing, 4);
    expect(headlines.length).toBeLessThanOrEqual(4);
    for (const { headline, value } of headlines) expect(headline && value !== null).toBe(true);
    const order = headlines.map(({ channel }) => IN_ORDER.indexOf(channel));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
});
