import { readFileSync } from 'node:fs';
import path from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { firstHead, pageFiles } from '../../src/pages/pages.ts';
import { LANGS, pathOf, subjectsOf, type Subject } from '../../src/pages/subjects.ts';
import type { InsetGround, StillGround } from '../../src/still/ground.ts';
import { known } from '../../src/state/known.ts';
import { csv, tables } from '../../src/text/tables.ts';
import { REAL } from '../fixtures/world.ts';
import { openTags } from '../still/markup.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T;
const SITE = 'https://example.org/shanhai/';
const given = { ground: json<StillGround>('still.json'), inset: json<InsetGround>('inset.json') };
/** As the build emits them where it is told where the site stands, and where not. */
const SET = pageFiles(REAL.dataset, { ...given, site: SITE });
const UNSET = pageFiles(REAL.dataset, { ...given, site: null });

const subjects = subjectsOf(REAL);
const TAGS = { zh: 'zh-CN', en: 'en' } as const;
const pages = subjects.flatMap((subject) => LANGS.map((lang) => ({ subject, lang, file: `${pathOf(subject.id, lang)}index.html` })));
const htmlOf = (files: Map<string, string>, file: string): string => files.get(file)!;
const values = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!.replaceAll('&amp;', '&'));
const link = (html: string, rel: string, more = ''): string[] =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"${more}[^>]*? href="([^"]*)"`, 'g'))].map(([, href]) => href!);
const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
const bodyOf = (html: string): string => /<body>(.*)<\/body>/s.exec(html)![1]!;
const ldOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown> & {
    distribution: { contentUrl: string; encodingFormat: string }[];
  };

/** Ids of figures by pairing, read from the open data's own table and not from the way the pages go. */
const rows = csv(tables(REAL).find(({ name }) => name === 'figures')!)
  .slice(1)
  .trim()
  .split('\r\n')
  .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain!));
const [head, ...body] = rows;
const cell = (row: readonly string[], name: string): string => row[head!.indexOf(name)]!;
const figuresOf = (id: string): string[] =>
  body.filter((row) => cell(row, 'pairing') === id || cell(row, 'joint').split(' ').includes(id)).map((row) => cell(row, 'id'));

test('no two pages have one folder, and each folder is a plain word', () => {
  const ids = subjects.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id === 'en')).toEqual([]);
  const { pairings, programmes } = REAL.dataset;
  const ends = new Set(pairings.flatMap(({ donor, recipient }) => [donor, recipient]));
  expect(ids).toHaveLength(pairings.length + ends.size + programmes.length);
});

describe.each([
  ['with a site', SET, SITE],
  ['without one', UNSET, null],
] as const)('%s, every page', (_, files, site) => {
  test('is whole, in its language, and runs nothing', () => {
    for (const { lang, file } of pages) {
      const html = htmlOf(files, file);
      expect(html, file).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${TAGS[lang]}">`));
      const plain = html.replace('<!doctype html>', '').replace(/<script type="application\/ld\+json">.*?<\/script>/s, '');
      expect(openTags(plain), file).toEqual([]);
      expect(plain, file).not.toMatch(/<script|<style|\sstyle="|\son[a-z]+="|javascript:|NaN|undefined|\[object|>null</);
      expect(html.match(/<h1>/g), file).toHaveLength(1);
      expect(meta(html, 'description')!.length, file).toBeGreaterThan(8);
      expect(meta(html, 'og:title'), file).toBe(/<title>(.*?)<\/title>/.exec(html)![1]);
      expect(
        values(html, 'id').filter((id, i, all) => all.indexOf(id) !== i),
        file,
      ).toEqual([]);
    }
  });

  test('leads only to what is there', () => {
    const there = new Set([...files.keys(), 'index.html', 'icon.svg', 'data/figures.csv', 'data/shanhai.xlsx']);
    for (const { file } of pages) there.add(`${path.dirname(file)}/card.png`);
    for (const { file } of pages) {
      const html = htmlOf(files, file);
      const targets = [...values(html, 'href'), ...values(html, 'src'), ...values(html, 'srcset')];
      for (const target of targets) {
        if (target.startsWith('#')) expect(values(html, 'id'), `${file} ${target}`).toContain(target.slice(1));
        else if (/^(https?|mailto):/.test(target)) {
          if (site && target.startsWith(site)) expect(there, target).toContain(target.slice(site.length).replace(/\/$/, '/index.html'));
        } else {
          const [plain] = target.split('?');
          const whole = path.normalize(path.join(path.dirname(file), plain!));
          expect(there, `${file} ${target}`).toContain(whole.replace(/(^|\/)\.?\/?$/, '$1index.html'));
        }
      }
    }
  });

  test('says its other language, and that one says this', () => {
    for (const { subject, file } of pages) {
      const html = htmlOf(files, file);
      const whole = (href: string) => (site ? href.slice(site.length) : path.join(path.dirname(file), href)).replace(/\/*$/, '/');
      const tags = [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, tag, href]) => [
        tag,
        whole(href!),
      ]);
      expect(tags, file).toEqual([
        ['zh-CN', pathOf(subject.id, 'zh')],
        ['en', pathOf(subject.id, 'en')],
        ['x-default', pathOf(subject.id, 'zh')],
      ]);
    }
  });

  test('is a data set to those who look for data', () => {
    for (const { subject, lang, file } of pages) {
      const data = ldOf(htmlOf(files, file));
      expect(data['@context'], file).toBe('https://schema.org');
      expect(data['@type']).toBe('Dataset');
      for (const key of ['name', 'license', 'creator', 'inLanguage', 'dateModified', 'distribution', 'includedInDataCatalog'])
        expect(data[key], `${file} ${key}`).toBeTruthy();
      // What search engines ask of a description.
      expect(String(data['description']).length, file).toBeGreaterThanOrEqual(lang === 'zh' ? 25 : 50);
      expect(String(data['description']).length, file).toBeLessThanOrEqual(5000);
      const [{ contentUrl, encodingFormat }] = data.distribution as [{ contentUrl: string; encodingFormat: string }];
      expect(encodingFormat).toBe('text/csv');
      expect(site ? contentUrl.slice(site.length) : path.join(path.dirname(file), contentUrl)).toBe(
        `${pathOf(subject.id, 'zh')}figures.csv`,
      );
    }
  });
});

describe('a pairing’s page', () => {
  const own = pages.filter(({ subject }) => subject.kind === 'pairing');

  test('has every figure of the open data’s table, and no other', () => {
    for (const { subject, file } of own) {
      const html = htmlOf(SET, file);
      expect([...new Set(values(html, 'data-figure'))].sort(), file).toEqual(figuresOf(subject.id).sort());
      const table = SET.get(`${pathOf(subject.id, 'zh')}figures.csv`)!;
      expect(table.trim().split('\r\n'), file).toHaveLength(figuresOf(subject.id).length + 1);
    }
  });

  test('has its four sections, and a link to the source in each row', () => {
    for (const { file } of own) {
      const html = htmlOf(SET, file);
      expect(values(html, 'data-section').slice(0, 4), file).toEqual(['funding', 'projects', 'flights', 'freight']);
      for (const [row] of html.matchAll(/<tr[^>]* data-figure=.*?<\/tr>/gs)) {
        expect(row, file).toMatch(/<td class="source"><a href="(https?:|#source-\d+)/);
        expect(row.match(/<t[hd][ >]/g), file).toHaveLength(4);
      }
    }
  });

  test('says of aid what is known of it, and never a number that is none', () => {
    for (const { subject, file } of own) {
      const html = htmlOf(SET, file);
      const { standing, figure } = known(REAL, REAL.findPairing(subject.id)!, 'aid');
      const [, said] = new RegExp(`data-standing="${standing}"([^>]*)>`).exec(html)!;
      expect(said!.includes('data-figure'), file).toBe(figure !== null);
      expect(html).not.toMatch(/>0元|CNY 0\b/);
    }
  });

  test('in English has Chinese only where it is marked as that', () => {
    for (const { file } of pages.filter(({ lang }) => lang === 'en')) {
      const marked = bodyOf(htmlOf(SET, file)).replace(/<(q|p|a)\b[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '');
      expect(marked.match(/.{0,20}\p{Script=Han}+.{0,20}/u)?.[0], file).toBeUndefined();
    }
  });
});

describe('a page of many pairings', () => {
  const many = pages.filter(
    (one): one is (typeof pages)[number] & { subject: Exclude<Subject, { kind: 'pairing' }> } => one.subject.kind !== 'pairing',
  );

  test('has a row for each of them, which leads to it', () => {
    for (const { subject, lang, file } of many) {
      const html = htmlOf(SET, file);
      const listed = subject.lists.flatMap(({ pairings }) => pairings.map(({ id }) => id));
      expect(values(html, 'data-pairing').sort(), file).toEqual(listed.sort());
      for (const id of listed) expect(html, file).toContain(`${pathOf(id, lang)}"`);
    }
  });

  test('of a programme has the figures of the whole programme', () => {
    for (const programme of REAL.dataset.programmes) {
      const html = htmlOf(SET, `${pathOf(`programme-${programme.id}`, 'en')}index.html`);
      for (const { id } of programme.figures) expect(values(html, 'data-figure')).toContain(id);
    }
  });
});

describe('with a site', () => {
  test('each page is its own canonical address, with a picture and its words', () => {
    for (const { subject, lang, file } of pages) {
      const html = htmlOf(SET, file);
      const address = SITE + pathOf(subject.id, lang);
      expect(link(html, 'canonical'), file).toEqual([address]);
      expect(meta(html, 'og:url')).toBe(address);
      expect(meta(html, 'og:image')).toBe(`${address}card.png`);
      expect([meta(html, 'og:image:width'), meta(html, 'og:image:height')]).toEqual(['1200', '630']);
      expect(meta(html, 'og:image:alt')!.length).toBeGreaterThan(10);
      expect(meta(html, 'twitter:card')).toBe('summary_large_image');
      expect(meta(html, 'og:locale')).toBe(lang === 'zh' ? 'zh_CN' : 'en_GB');
    }
  });

  test('each page leads to an answer of oEmbed 1.0 that is whole', () => {
    for (const { subject, lang, file } of pages) {
      const html = htmlOf(SET, file);
      const [href] = link(html, 'alternate', ' type="application/json\\+oembed"');
      expect(href, file).toBe(`${SITE}${pathOf(subject.id, lang)}oembed.json`);
      const answer = JSON.parse(SET.get(href!.slice(SITE.length))!) as Record<string, unknown>;
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: SITE, thumbnail_width: 1200, thumbnail_height: 630 });
      expect(typeof answer['width']).toBe('number');
      expect(typeof answer['height']).toBe('number');
      expect(answer['html']).toMatch(new RegExp(`^<iframe src="${SITE}e/${subject.id}/${lang === 'en' ? 'en/' : ''}" title="[^"<>]+"`));
      expect(answer['html']).not.toMatch(/<script/);
      expect(answer['thumbnail_url']).toBe(`${SITE}${pathOf(subject.id, lang)}card.png`);
      expect(answer['title']).not.toMatch(/[<>]/);
    }
  });

  test('the sitemap lists exactly the pages, and robots are told of it', () => {
    const listed = [...SET.get('sitemap.xml')!.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(listed.sort()).toEqual([SITE, ...pages.map(({ subject, lang }) => SITE + pathOf(subject.id, lang))].sort());
    expect(
      openTags(
        SET.get('sitemap.xml')!
          .replace(/<\?.*?\?>/, '')
          .replaceAll('xhtml:link', 'link'),
      ),
    ).toEqual([]);
    expect(SET.get('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });

  test('the first page says who it is', () => {
    const html = firstHead(SITE);
    expect(link(html, 'canonical')).toEqual([SITE]);
    expect(meta(html, 'og:image')).toBe(`${SITE}card.png`);
    expect(ldOf(html)).toMatchObject({ '@type': 'Dataset', url: SITE });
    expect(JSON.parse(SET.get('oembed.json')!)).toMatchObject({ version: '1.0', type: 'rich' });
  });
});

describe('without a site', () => {
  test('nothing names an address that nobody has given, and what needs one is left out', () => {
    expect([...UNSET.keys()].filter((file) => /oembed|sitemap|robots/.test(file))).toEqual([]);
    for (const { file } of pages) {
      const html = htmlOf(UNSET, file);
      expect(html, file).not.toMatch(/rel="canonical"|og:image|og:url|json\+oembed|twitter:image/);
      expect(meta(html, 'twitter:card')).toBe('summary');
    }
    expect(firstHead(null)).not.toMatch(/canonical|og:image|oembed/);
  });

  test('pages are the same but for their heads', () => {
    const said = (files: Map<string, string>, file: string) =>
      bodyOf(htmlOf(files, file))
        .replace(/<p class="address">.*?<\/p>/s, '')
        .replace(/\s+(?=<)/g, '');
    for (const { file } of pages.slice(0, 20)) expect(said(UNSET, file)).toBe(said(SET, file));
  });
});
