import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDeck } from '../../src/state/deck.ts';
import { hasMap, mapOptions } from '../../src/briefing/map.ts';
import { clippedArea, clippedLine, linesOf } from '../../src/briefing/powerpoint/path.ts';
import { powerpoint, SHAPES, type SlideShape } from '../../src/briefing/powerpoint/powerpoint.ts';
import { halves } from '../../src/briefing/powerpoint/years.ts';
import { notesOf } from '../../src/briefing/said.ts';
import { LIGHT } from '../../src/look/themes.ts';
import { isOn, type SheetGround } from '../../src/sheet/map.ts';
import { filled } from '../../src/text/brief.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { REAL } from '../fixtures/world.ts';

const geo = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${name}.json`, import.meta.url), 'utf8')) as T;
const GROUND: SheetGround = { ...{ base: geo('base.topo'), names: geo('labels'), inset: geo('inset') }, prefectures: null, counties: null };
const png = (svg: string, width: number) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();

const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

const deckOf = (id: string, lang: string) =>
  readDeck(readFileSync(new URL(`../../data/briefs/${id}.${lang}.md`, import.meta.url), 'utf8')).deck!;
const CASES = [
  ['overview', 'zh', '16:9'],
  ['overview', 'en', '4:3'],
  ['zhejiang-haixi', 'zh', '4:3'],
  ['zhejiang-haixi', 'en', '16:9'],
] as const satisfies [string, string, SlideShape][];

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found]) => found!);
const plain = (xml: string): string =>
  xml
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'");
/** Text of a slide, run by run. */
const textOf = (xml: string): string => plain(all(xml, /<a:t>([^<]*)<\/a:t>/g).join(''));

/** Whether tags of an XML file open and close in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, end, name, , self] of xml.matchAll(/<(\/)?([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/)?>/g)) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name!);
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml);
}

describe.each(CASES)('%s in %s as a presentation of %s', (id, lang, shape) => {
  const deck = deckOf(id, lang);
  const pictures: { width: number; height: number }[] = [];
  let bytes: Uint8Array<ArrayBuffer>;
  let files: Record<string, string>;
  const slideXml = (now: number) => files[`ppt/slides/slide${now + 1}.xml`]!;
  beforeAll(async () => {
    // Letters and shapes are looked at here; the ground itself is drawn once, which takes seconds.
    const draw = (svg: string, width: number, height: number) => {
      pictures.push({ width, height });
      return Promise.resolve(new Uint8Array(png(shape === '16:9' && lang === 'zh' ? svg : NOTHING, width).asPng()));
    };
    bytes = await powerpoint(REAL, deck, { shape, ground: GROUND, draw });
    files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(content) : '']),
    );
  });

  test('is whole: every file well formed, every reference to a file that is there', () => {
    for (const [name, xml] of Object.entries(files).filter(([name]) => /\.(xml|rels)$/.test(name)))
      expect(isWellFormed(xml), name).toBe(true);
    for (const [name, xml] of Object.entries(files).filter(([name]) => name.endsWith('.rels')))
      for (const target of all(xml, /Target="([^"]+)"/g)) {
        if (/^https?:/.test(target)) continue;
        const from = path.posix.join(path.posix.dirname(name), '..');
        const file = target.startsWith('/') ? target.slice(1) : path.posix.normalize(path.posix.join(from, target));
        expect(Object.keys(files), `${name} → ${target}`).toContain(file);
      }
    expect(Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(deck.slides.length);
    for (const part of all(files['[Content_Types].xml']!, /PartName="\/([^"]+)"/g)) expect(Object.keys(files)).toContain(part);
  });

  test('has every arc of a map as a shape of its own, named for its pairing and described; and no picture but the ground', () => {
    deck.slides.forEach(({ kind, view }, now) => {
      const xml = slideXml(now);
      expect(all(xml, /(<p:pic>)/g)).toHaveLength(hasMap(kind) ? 1 : 0);
      if (!hasMap(kind)) return;
      const wide = SHAPES[shape];
      const { scene, fit, size } = mapOptions(REAL, GROUND, view, {
        lang: deck.lang,
        theme: LIGHT,
        name: 'x',
        box: [wide - Math.max(620, wide * 0.36), 960],
      });
      const freeforms = all(xml, /<p:sp>(.*?)<\/p:sp>/gs).filter((one) => one.includes('<a:custGeom>'));
      const names = freeforms.map((one) => plain(/name="([^"]*)"/.exec(one)![1]!));
      for (const arc of scene.arcs.filter((one) => !one.branch && isOn(one, fit, size))) {
        const pairing = REAL.findPairing(arc.id)!;
        const title = pairingTitle(REAL, pairing, deck.lang);
        // Body, line and head of an arc are one shape.
        expect(
          names.filter((name) => name === title),
          arc.id,
        ).toHaveLength(1);
      }
      for (const one of freeforms) expect(/descr="[^"]+"/.test(one), one.slice(0, 200)).toBe(true);
    });
    expect(pictures.every(({ height }) => height >= 1280)).toBe(true);
  });

  test('says what the slides say: figures, sources at the foot, notes; in faces that have the letters', () => {
    deck.slides.forEach(({ kind, words, notes }, now) => {
      const xml = slideXml(now);
      const text = textOf(xml);
      for (const { text: said, filled: isFilled } of filled(REAL, words, deck.lang)) if (isFilled) expect(text).toContain(said);
      if (['table', 'compare', 'timeline'].includes(kind)) expect(xml).toContain('<a:tbl>');
      for (const run of all(xml, /<a:rPr ([^]*?)<\/a:rPr>/g)) {
        expect(run).toMatch(/<a:latin typeface="(Arial|Georgia)"\/><a:ea typeface="(Microsoft YaHei|SimSun)"\/><a:cs /);
        expect(run).toContain(`lang="${deck.lang === 'zh' ? 'zh-CN' : 'en-GB'}"`);
      }
      const spoken = textOf(files[`ppt/notesSlides/notesSlide${now + 1}.xml`]!);
      for (const part of notesOf(REAL, deck, now)) expect(spoken).toContain(part.replace(/\n/g, ''));
      if (notes) expect(notesOf(REAL, deck, now).length).toBeGreaterThan(2);
    });
    const theme = files['ppt/theme/theme1.xml']!;
    expect(theme).toMatch(/<a:majorFont><a:latin typeface="Georgia"\/><a:ea typeface="SimSun"\/>/);
    expect(theme).toMatch(/<a:minorFont><a:latin typeface="Arial"\/><a:ea typeface="Microsoft YaHei"\/>/);
  });

  test('keeps everything within its slides, and prints nothing smaller than 12 pt nor any words smaller than 18', () => {
    const [wide, high] = [SHAPES[shape] / 144, 1080 / 144].map((side) => side * 914_400) as [number, number];
    deck.slides.forEach((_, now) => {
      const xml = slideXml(now);
      for (const [, x, y, w, h] of xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)) {
        expect(Math.min(Number(x), Number(y)), `slide ${now + 1}`).toBeGreaterThanOrEqual(-1);
        expect(Number(y) + Number(h), `slide ${now + 1}`).toBeLessThanOrEqual(high + 1);
        expect(Number(x) + Number(w), `slide ${now + 1}`).toBeLessThanOrEqual(wide + 1);
      }
      const sizes = all(xml, /<a:rPr [^>]*sz="(\d+)"/g).map(Number);
      expect(Math.min(...sizes), `slide ${now + 1}`).toBeGreaterThanOrEqual(1200);
      // What is neither small print nor in a table or list of sources is the slide's words.
      const between = sizes.filter((size) => size > 1200 && size < 1800);
      if (hasMap(deck.slides[now]!.kind)) expect(between, `slide ${now + 1}`).toEqual([]);
    });
  });

  test('gives each slide that has a heading one title, and every paragraph’s end a face with Chinese letters', () => {
    deck.slides.forEach(({ words }, now) => {
      const xml = slideXml(now);
      expect(all(xml, /(<p:ph type="title"\/>)/g)).toHaveLength(/^# /m.test(words) ? 1 : 0);
      for (const end of all(xml, /<a:endParaRPr([^]*?)(?:<\/a:endParaRPr>|\/>(?!<a:))/g)) expect(end).toContain('<a:ea ');
    });
  });

  test('calls flights and trains what its language calls them', () => {
    const other = deck.lang === 'zh' ? 'en' : 'zh';
    const words = deck.slides
      .filter(({ kind }) => hasMap(kind))
      .flatMap(({ view }, i) => {
        const { scene } = mapOptions(REAL, GROUND, view, { lang: deck.lang, theme: LIGHT, name: `x${i}` });
        return scene.routes.map(({ label }) => label);
      });
    const names = new Set(deck.slides.flatMap((_, now) => all(slideXml(now), /<p:cNvPr id="\d+" name="([^"]*)"/g).map(plain)));
    for (const label of words) if (label[other] !== label[deck.lang]) expect(names).not.toContain(label[other]);
  });

  const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((one) => existsSync(one));
  const pdftotext = existsSync('/usr/bin/pdftotext');
  if (soffice && pdftotext && id === 'overview')
    test('opens in LibreOffice, and every place that is named on its maps is found in the text of the PDF', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'deck-'));
      writeFileSync(path.join(folder, 'deck.pptx'), bytes);
      const made = spawnSync(
        soffice,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path.join(folder, 'deck.pptx'),
        ],
        {
          encoding: 'utf8',
        },
      );
      expect(made.status, made.stderr).toBe(0);
      const { stdout } = spawnSync('/usr/bin/pdftotext', ['-layout', path.join(folder, 'deck.pdf'), '-'], { encoding: 'utf8' });
      const text = stdout.replace(/\s/g, '');
      const names = deck.slides.flatMap((_, now) =>
        all(slideXml(now), /<p:sp>((?:(?!<\/p:sp>).)*glow(?:(?!<\/p:sp>).)*)<\/p:sp>/gs).map(textOf),
      );
      expect(names.length).toBeGreaterThan(30);
      for (const name of new Set(names)) expect(text).toContain(name.replace(/\s/g, ''));
    });
});

test('the same brief gives the same bytes', async () => {
  const draw = () => Promise.resolve(new Uint8Array(8));
  const deck = deckOf('overview', 'zh');
  const [a, b] = [
    await powerpoint(REAL, deck, { shape: '16:9', ground: GROUND, draw }),
    await powerpoint(REAL, deck, { shape: '16:9', ground: GROUND, draw }),
  ];
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
});

test('paths of straight lines are read, others are left alone, and both are cut at a box', () => {
  expect(linesOf('M0 0L10 0L10 5z')).toEqual([[[0, 0], [10, 0], [10, 5]]]); // prettier-ignore
  expect(linesOf('M2 -5h12v10H2z')).toEqual([[[2, -5], [14, -5], [14, 5], [2, 5]]]); // prettier-ignore
  expect(linesOf('M0 0Q1 1 2 2')).toBeNull();
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(clippedArea([[-5, -5], [5, -5], [5, 5], [-5, 5]], box).sort()).toEqual([[0, 0], [0, 5], [5, 0], [5, 5]]); // prettier-ignore
  expect(clippedArea([[20, 20], [30, 20], [30, 30]], box)).toEqual([]); // prettier-ignore
  expect(clippedLine([[-5, 5], [15, 5], [15, 8], [-5, 8]], box)).toEqual([[[0, 5], [10, 5]], [[10, 8], [0, 8]]]); // prettier-ignore
});

test('a shape that there is none of and a brief without slides are told as such', async () => {
  const draw = () => Promise.resolve(new Uint8Array(8));
  const deck = deckOf('overview', 'zh');
  const square = '1:1' as SlideShape;
  await expect(powerpoint(REAL, deck, { shape: square, ground: GROUND, draw })).rejects.toThrow('unknown shape: 1:1; use one of 16:9, 4:3');
  const empty = { ...deck, slides: [] };
  await expect(powerpoint(REAL, empty, { shape: '16:9', ground: GROUND, draw })).rejects.toThrow(`a brief without slides: ${deck.title}`);
});

test('a list is halved where the higher column is lowest', () => {
  const high = (one: number) => one;
  expect(halves([3, 1, 1, 1], high)).toEqual([[3], [1, 1, 1]]);
  expect(halves([1], high)).toEqual([[1], []]);
  expect(halves([], high)).toEqual([[], []]);
});
