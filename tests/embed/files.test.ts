import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { embedFiles } from '../../src/embed/files.ts';
import { subjectsOf } from '../../src/pages/subjects.ts';
import { tabsOf } from '../../src/state/dossier.ts';
import type { InsetGround, StillGround } from '../../src/still/ground.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { embedPath } from '../../src/text/share.ts';
import { REAL } from '../fixtures/world.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T;
const given = {
  ground: json<StillGround>('still.json'),
  inset: json<InsetGround>('inset.json'),
  script: ';',
  live: 'assets/live.js',
  releases: [],
};
const files = embedFiles(REAL.dataset, { ...given, site: null });
const pages = [...files].filter(([name]) => name.endsWith('.html'));
const values = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);

test('each pairing, donor, recipient and programme has a page in both languages', () => {
  const names = subjectsOf(REAL).flatMap(({ id }) => [`${embedPath(id, 'zh')}index.html`, `${embedPath(id, 'en')}index.html`]);
  expect(pages.map(([name]) => name).sort()).toEqual(names.sort());
});

describe('every page', () => {
  test('runs no script and has no style of its own, so that any policy may be put on it', () => {
    for (const [name, html] of pages) {
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, tag]) => tag!);
      expect(
        scripts.filter((tag) => !/src=/.test(tag)),
        name,
      ).toEqual([' type="application/json" id="answers"']);
      expect(html, name).not.toMatch(/ style=|<style|javascript:| on[a-z]+="/);
    }
  });

  test('is kept out of search, and says nothing that is no number', () => {
    for (const [name, html] of pages) {
      expect(html, name).toContain('<meta name="robots" content="noindex, nofollow, noarchive"');
      expect(html.replace(/<script[\s\S]*$/, '').replace(/<[^>]+>/g, ' '), name).not.toMatch(/NaN|undefined|\bnull\b|\[object/);
    }
  });

  test('has over each of its arcs a link named for its pairing, an answer and a card', () => {
    for (const [name, html] of pages) {
      const lang = name.endsWith('/en/index.html') ? 'en' : 'zh';
      const targets = html.match(/<svg class="targets"[\s\S]*?<\/svg>/)![0];
      const ids = values(targets, 'data-pairing');
      expect(new Set(values(html, 'data-arc')), name).toEqual(new Set(ids));
      expect(values(html, 'data-card'), name).toEqual(ids);
      expect(values(targets, 'aria-label'), name).toEqual(ids.map((id) => pairingTitle(REAL, REAL.findPairing(id)!, lang)));
      expect(Object.keys(JSON.parse(html.match(/id="answers">([\s\S]*?)<\/script>/)![1]!) as object), name).toEqual(ids);
    }
  });

  test('of a pairing has all its figures in its card, each once, with the four sections', () => {
    for (const subject of subjectsOf(REAL)) {
      if (subject.kind !== 'pairing') continue;
      const html = files.get(`${embedPath(subject.id, 'en')}index.html`)!;
      const card = html.split(`<template data-card="${subject.id}"`)[1]!.split('</template>')[0]!;
      expect(values(card, 'data-section'), subject.id).toEqual(['funding', 'projects', 'flights', 'freight']);
      const rows = [...card.matchAll(/<details class="row[^"]*"( data-figure="([^"]*)")?/g)].flatMap(([, , id]) => id ?? []);
      const record = tabsOf(REAL, subject.pairing).flatMap(({ figures, projects, routes }) =>
        [...figures, ...[...projects, ...routes].flatMap((one) => one.figures)].map(({ id }) => id),
      );
      expect(rows.sort(), subject.id).toEqual([...new Set(record)].sort());
    }
  });
});

test('with an address of the site a page names the one it stands for', () => {
  const placed = embedFiles(REAL.dataset, { ...given, site: 'https://atlas.example/' });
  const html = placed.get('e/zhejiang-haixi/en/index.html')!;
  expect(html).toContain('<link rel="canonical" href="https://atlas.example/p/zhejiang-haixi/en/"');
  expect(files.get('e/zhejiang-haixi/en/index.html')).not.toContain('rel="canonical"');
});

test('the page of a pairing weighs little: its slice of the record is at most 12 kB', () => {
  for (const subject of subjectsOf(REAL)) {
    if (subject.kind !== 'pairing') continue;
    const html = files.get(`${embedPath(subject.id, 'zh')}index.html`)!;
    const slice = html.slice(html.indexOf('<template'));
    expect(gzipSync(slice, { level: 9 }).length, subject.id).toBeLessThan(12_000);
  }
});

describe('an embed bound to an edition', () => {
  const subjects = subjectsOf(REAL);
  const taken = subjects.filter(({ id }) => ['zhejiang-haixi', 'huzhou-kalpin'].includes(id));
  /** An earlier edition: one figure had another number, and one pairing more was there. */
  const then = structuredClone(REAL.dataset);
  const older = then.pairings.find(({ id }) => id === 'zhejiang-haixi')!.figures.find(({ reported }) => reported === '12.98亿元')!;
  Object.assign(older, { reported: '11.08亿元', value: 1.108e9 });
  then.pairings.push({
    ...structuredClone(then.pairings.find(({ id }) => id === 'huzhou-kalpin')!),
    id: 'huzhou-elsewhere',
    figures: [],
    projects: [],
    routes: [],
  });
  const kept = embedFiles(REAL.dataset, {
    ...given,
    site: 'https://atlas.example/',
    releases: [
      { date: '2026-11-01', dataset: then },
      { date: '2026-11-02', dataset: REAL.dataset },
    ],
  });
  const alone = embedFiles(then, { ...given, site: null });
  const figuresIn = (html: string) =>
    html
      .replace(/<details class="changed">[\s\S]*?<\/details>/, '')
      .match(/<main>[\s\S]*?<details class="sources"/)![0]
      .replaceAll('../', '');

  test('has a page of its own where it was otherwise, with the numbers of that day and what has become of them', () => {
    expect(taken).toHaveLength(2);
    for (const [lang, before, after] of [
      ['zh', '11.08亿元', '12.98亿元'],
      ['en', 'CNY 1.108 billion', 'CNY 1.298 billion'],
    ] as const) {
      const html = kept.get(`${embedPath('zhejiang-haixi', lang, '2026-11-01')}index.html`)!;
      expect(figuresIn(html)).toBe(figuresIn(alone.get(`${embedPath('zhejiang-haixi', lang)}index.html`)!));
      const told = html.match(/<details class="changed">[\s\S]*?<\/details>/)![0];
      expect(values(told, 'data-change')).toEqual([older.id]);
      expect(told).toContain(`<del>${before}</del>`);
      expect(told).toContain(`<ins>${after}</ins>`);
      expect(html).toContain('<link rel="canonical"');
    }
    expect(kept.get('e/zhejiang-haixi/index.html')).toContain('data-apart="2026-11-01"');
    expect(values(kept.get('e/zhejiang-haixi/index.html')!, 'data-edition')).toContain('2026-11-02');
  });

  test('has none where it was as it is today: that page says so', () => {
    expect(kept.has('e/huzhou-kalpin/2026-11-01/index.html')).toBe(false);
    const today = kept.get('e/huzhou-kalpin/index.html')!;
    expect(values(today, 'data-edition')).toEqual(expect.arrayContaining(['2026-11-01', '2026-11-02']));
    expect(today).not.toContain('data-apart');
    expect(today).not.toContain('class="changed"');
  });

  test('keeps its address when it is withdrawn, says so, and leads nowhere that is not there', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const day of [null, '2026-11-01']) {
        const html = kept.get(`${embedPath('huzhou-elsewhere', lang, day)}index.html`)!;
        expect(html).toContain(lang === 'zh' ? '已撤下' : 'withdrawn');
        expect(html).not.toContain('p/huzhou-elsewhere');
        expect(html).not.toContain('rel="canonical"');
      }
  });
});
