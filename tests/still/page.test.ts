import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { counts } from '../../src/state/count.ts';
import { known } from '../../src/state/known.ts';
import { firstPaint } from '../../src/still/page.ts';
import { still } from '../../src/still/still.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { DATASET, REAL, WORLD } from '../fixtures/world.ts';
import { openTags } from './markup.ts';

const paint = firstPaint(DATASET);
const rows = (table: string): string[] => [...table.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/g)].map(([, row]) => row!);
const text = (markup: string): string => markup.replace(/<[^>]+>/g, '|').replace(/(\s*\|\s*)+/g, '|');

test.each([
  ['the invented world', WORLD],
  ['the data', REAL],
])('every part of the first paint of %s closes the tags that it opens', (_, world) => {
  const { marks, kpis, table } = firstPaint(world.dataset);
  for (const part of [marks, kpis, table]) expect(openTags(part)).toEqual([]);
});

test('its marks are the still of the first view, without the hairlines that have no dossier', () => {
  expect(paint.marks).toBe(still(scene(WORLD, DEFAULTS, LIGHT), LIGHT, null, 'first'));
  const { marks } = firstPaint(REAL.dataset);
  const whole = still(scene(REAL, DEFAULTS, LIGHT), LIGHT, null, 'first');
  for (const { id, dossier } of REAL.dataset.pairings) {
    const [there, here] = [whole, marks].map((text) => text.includes(`data-arc="${id}"`));
    const { standing } = known(REAL, REAL.findPairing(id)!, 'aid');
    expect(here, id).toBe(there && (dossier || standing !== 'none'));
  }
  // Widths are those of the whole view, so that nothing changes its width when the scripts come.
  const widths = (text: string) => /data-arc="zhejiang-haixi".*?<\/g>/.exec(text)![0].match(/stroke-width="[^"]*"/g);
  expect(widths(marks)).toEqual(widths(whole));
});

test('it counts in both languages', () => {
  expect(text(paint.kpis)).toBe('|4|对|pairings|15|个数字|figures|3|个具名项目|named projects|1|篇来源|sources|');
  for (const n of Object.values(counts(REAL))) expect(firstPaint(REAL.dataset).kpis).toContain(`<b>${n}</b>`);
});

test('its title and description are in both languages, and safe in an attribute', () => {
  expect(paint.title).toBe('山海图 Shanhai · 中国东西部结对地图');
  expect(paint.description).toMatch(/每个数字都能查到出处。.*Every figure traced to its source\.$/);
  expect(paint.title + paint.description).not.toMatch(/[<>"&]/);
});

describe('the table', () => {
  test('has a row for each dossier, named in both languages', () => {
    for (const world of [WORLD, REAL]) {
      const found = rows(firstPaint(world.dataset).table);
      const dossiers = world.dataset.pairings.filter(({ dossier }) => dossier);
      expect(found).toHaveLength(dossiers.length);
      dossiers.forEach((pairing, i) => {
        expect(found[i]).toContain(`<span lang="zh-CN">${pairingTitle(world, pairing, 'zh')}</span>`);
        expect(found[i]).toContain(`<span lang="en">${pairingTitle(world, pairing, 'en')}</span>`);
      });
    }
  });

  test('is followed by every other pairing, named once in both languages under its programme', () => {
    const { table } = firstPaint(REAL.dataset);
    const network = REAL.dataset.pairings.filter(({ dossier }) => !dossier);
    const named = table
      .split('<h2>')
      .slice(1)
      .map((list) => ({ list, names: [...list.matchAll(/<li>(.+?) <span lang="en">(.+?)<\/span>/g)] }));
    expect(named.flatMap(({ names }) => names)).toHaveLength(network.length);
    for (const pairing of network) {
      const { list } = named.find(({ names }) =>
        names.some(([, zh, en]) => zh === pairingTitle(REAL, pairing, 'zh') && en === pairingTitle(REAL, pairing, 'en')),
      )!;
      expect(list, pairing.id).toContain(REAL.programme(pairing.programme).name.zh);
    }
  });

  test('says programme, aid with its period, projects, routes and sources', () => {
    expect(text(rows(paint.table)[1]!)).toBe(
      '|东海 → 西山州|Donghai → Xishan|山海协作|Mountain–sea cooperation|4.2亿元，2021—2025年|CNY 420 million, 2021–2025|3|滨海—高原航线|Binhai–Gaoyuan flight|山海班列|Mountain–sea freight train|东海日报，2026年1月5日|Donghai Daily, 5 Jan 2026|',
    );
  });

  test('says of aid that is not known that our sources do not report it, and never 0', () => {
    expect(text(rows(paint.table)[0]!)).toContain('|援助资金：所据来源未载|aid not reported in our sources|');
    expect(paint.table).not.toMatch(/>0元|CNY 0\b/);
  });

  test('has the figure’s id wherever an amount is known, and only there', () => {
    const ids = [...firstPaint(REAL.dataset).table.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(
      REAL.dataset.pairings.flatMap((pairing) => (pairing.dossier ? (known(REAL, pairing, 'aid').figure?.id ?? []) : [])),
    );
  });

  test('has as many cells in every row as headings', () => {
    const headings = paint.table.match(/<th scope="col">/g)!.length;
    for (const row of rows(paint.table)) expect(row.match(/<td[ >]|<th scope="row">/g)).toHaveLength(headings);
  });

  test('makes text of the data safe', () => {
    const sources = DATASET.sources.map((source) => ({ ...source, publisher: { zh: '<script', en: '"Daily" & <b' } }));
    const { table } = firstPaint({ ...DATASET, sources });
    expect(table).not.toMatch(/<script|<b\b/);
    expect(table).toContain('"Daily" &amp; &lt;b');
    expect(openTags(table)).toEqual([]);
  });
});

test('every place in the page that waits for a part gets one', () => {
  const html = readFileSync(new URL('../../src/index.html', import.meta.url), 'utf8');
  const asked = [...html.matchAll(/<!--put:(\w+)-->|\{put:(\w+)\}/g)].map(([, a, b]) => (a ?? b)!);
  const given = [...Object.keys(paint), 'ground', 'inset', 'notes', 'colours', 'head'];
  expect(asked.filter((part) => !given.includes(part))).toEqual([]);
  expect(given.filter((part) => !asked.includes(part))).toEqual([]);
});
