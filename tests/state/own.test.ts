import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { scene } from '../../src/scene/scene.ts';
import { Files } from '../../src/state/files.ts';
import { loadOwn } from '../../src/state/own.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { World } from '../../src/state/world.ts';
import { CHECKED } from '../fixtures/world.ts';

const BASE = 'https://example.org/atlas/';
/** Loads what a site answers with; `asked` is what it was asked for. */
async function load(named: string, content: unknown = CHECKED) {
  const asked: string[] = [];
  const get = (address: unknown) => (asked.push(String(address)), Promise.resolve(new Response(JSON.stringify(content))));
  const files = new Files({ base: BASE, fetch: get as typeof fetch, pauseMs: 0 });
  return { dataset: await loadOwn(files, named, BASE), asked };
}
const place = { id: 'here', zh: '此', en: 'Here', kind: 'county', point: [100, 30] };
const [programme] = CHECKED.programmes;
const small = (pairing: object, more: object = {}) => ({
  ...{ format: 1, places: [place], programmes: [programme], measures: [], sources: [], pairings: [pairing] },
  ...more,
});
const bare = { id: 'one', programme: programme!.id, donor: 'here', recipient: 'here' };

describe('data that an address names', () => {
  test.each([
    ['many.json', `${BASE}many.json`],
    ['/data/own.json', 'https://example.org/data/own.json'],
    ['2026-11-28', `${BASE}data/releases/2026-11-28.json`],
  ])('%s is fetched from this site', async (named, address) => {
    const { dataset, asked } = await load(named);
    expect(asked).toEqual([address]);
    expect(dataset.pairings.length).toBe(CHECKED.pairings.length);
  });

  test.each([
    'https://elsewhere.org/x.json',
    '//elsewhere.org/x.json',
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///x.json',
  ])('%s is refused before anything is asked for', async (named) => {
    await expect(load(named)).rejects.toThrow(`${named}: not a file of this site; put it beside the atlas and give its path`);
  });

  test('a pairing may be as little as two places and a programme', async () => {
    const { dataset } = await load('x.json', small(bare));
    expect(dataset.pairings[0]).toMatchObject({ ...bare, figures: [], projects: [], routes: [], dossier: false, parent: null });
  });

  test('the example in the data’s README is drawn', async () => {
    const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
    const example = /## Data of your own[\s\S]*?```json\n([\s\S]*?)```/.exec(readme)![1]!;
    const { dataset } = await load('own.json', JSON.parse(example));
    expect(scene(new World(dataset), DEFAULTS, LIGHT).arcs.map(({ id }) => id)).toEqual(['east-west']);
  });

  test.each([
    [small({ ...bare, donor: 'nowhere' }), 'pairings[0] (one): no place called "nowhere"'],
    [small({ ...bare, programme: 'none' }), 'pairings[0] (one): no programme called "none"'],
    [small({ id: 'one', programme: programme!.id, donor: 'here' }), 'pairings[0] (one): write donor and recipient'],
    [small({ ...bare, figures: [{ id: 'f', measure: 'none', source: 's' }] }), 'pairings[0] (one), figure f: no measure called "none"'],
    [small({ ...bare, id: '"><b>' }), 'pairings[0]: id is "\\"><b>"; write lower-case letters, digits and hyphens'],
    [small(bare, { places: [{ ...place, id: 7 }] }), 'places[0]: id is 7; write lower-case letters, digits and hyphens'],
    [small(bare, { places: [{ ...place, point: [300, 0] }] }), 'places[0] (here): point is not [degrees east, degrees north]'],
    [small(bare, { places: [{ ...place, en: undefined }] }), 'places[0] (here): write zh and en'],
    [small(bare, { sources: [{ id: 's', url: 'javascript:alert(1)' }] }), 'sources[0] (s): url does not begin with https: or http:'],
    [{ format: 2 }, 'format 2, this page reads 1'],
    [{ format: 1, places: [] }, 'no list of sources, programmes, measures, pairings; it must have the form of data/shanhai.json'],
  ])('what cannot be drawn or followed is named by its place (%#)', async (content, problem) => {
    await expect(load('x.json', content)).rejects.toThrow(problem);
  });
});
