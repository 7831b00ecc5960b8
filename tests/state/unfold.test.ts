import { describe, expect, test } from 'vitest';
import { branchesOf, MOST_BRANCHES, sectionCount } from '../../src/state/unfold.ts';
import { SECTIONS } from '../../src/state/sections.ts';
import { sectionsOf } from '../../src/state/world.ts';
import { REAL, WORLD } from '../fixtures/world.ts';

const ALL = [REAL, WORLD].flatMap((world) => world.dataset.pairings.map((pairing) => ({ world, pairing })));
const sum = (list: readonly { count: number }[]) => list.reduce((n, { count }) => n + count, 0);

test('at each level the branches of an arc count what the arc counts', () => {
  for (const { world, pairing } of ALL) {
    const sections = sectionsOf(world, pairing);
    const channels = branchesOf(world, pairing, 'channels');
    expect(sum(channels)).toBe(SECTIONS.reduce((n, section) => n + sectionCount(sections, section), 0));
    for (const channel of channels) {
      const records = branchesOf(world, pairing, channel.section);
      expect(sum(records), `${pairing.id} ${channel.section}`).toBe(channel.count);
      expect(records.length).toBeLessThanOrEqual(MOST_BRANCHES + 1);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }
  }
});

describe('of the invented country', () => {
  const pairing = WORLD.findPairing('donghai-xishan')!;
  test('four channels stand in the order of the headings', () => {
    expect(branchesOf(WORLD, pairing, 'channels').map(({ id, count }) => [id, count])).toEqual([
      ['funding', 4],
      ['projects', 4],
      ['flights', 2],
      ['freight', 3],
    ]);
  });
  test('projects gather at their places, and what has none is named as the rest', () => {
    expect(branchesOf(WORLD, pairing, 'projects').map(({ id, kind, count }) => [id, kind, count])).toEqual([
      ['gaoyuan', 'place', 1],
      ['yunling', 'place', 1],
      ['projects-rest', 'rest', 2],
    ]);
  });
  test('a pairing of which nothing is known has no branch', () => {
    expect(branchesOf(WORLD, WORLD.findPairing('haigang-yunling')!, 'channels')).toEqual([]);
  });
});
