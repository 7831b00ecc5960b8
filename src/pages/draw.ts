// Draws the pictures by which pages are known elsewhere, `card.png` beside each, after `vite build`. One that is as it was is
// taken from `node_modules/.cache`. Without a browser, and with letters that come along, so that every machine draws the same.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { Dataset } from '../../data/schema.ts';
import type { SheetGround } from '../sheet/map.ts';
import type { Lang } from '../state/lang.ts';
import { World } from '../state/world.ts';
import { messages } from '../text/messages.ts';
import { CARD_PX } from './about.ts';
import { CARD_FONT, cardGround, cardWords, firstCard, PITCH, stacked } from './card.ts';
import { over, png, type Pixels } from './png.ts';
import { LANGS, pathOf, subjectsOf } from './subjects.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const cache = path.join(root, 'node_modules/.cache/shanhai-cards');

/** A picture to be drawn: what stands over the ground of its language, and the file that keeps it. */
interface Card {
  svg: string;
  lang: Lang;
  kept: string;
}
/** What one process draws. */
interface Share {
  grounds: Record<Lang, string>;
  cards: Card[];
}

const { resolve } = createRequire(import.meta.url);
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/noto-sans-sc/${file}`),
);

/** Pictures drawn together: as many as make loading the letters cheap. */
const TOGETHER = 8;

/** Some cards as pixels. */
export function drawn(cards: readonly string[]): Pixels[] {
  const { width, pixels } = new Resvg(stacked(cards), {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: CARD_FONT },
  }).render();
  const { height } = CARD_PX;
  return cards.map((_, i) => ({ width, height, rgba: pixels.subarray(i * PITCH * width * 4, (i * PITCH + height) * width * 4) }));
}

function draw({ grounds, cards }: Share): void {
  for (const lang of LANGS) {
    const own = cards.filter((card) => card.lang === lang);
    const [ground] = own.length ? drawn([grounds[lang]]) : [];
    for (let i = 0; i < own.length; i += TOGETHER) {
      const some = own.slice(i, i + TOGETHER);
      for (const [k, upper] of drawn(some.map(({ svg }) => svg)).entries()) {
        const { kept } = some[k]!;
        // Never half a file where another build looks for a whole one.
        writeFileSync(`${kept}.${process.pid}`, png(over(ground!, upper)));
        renameSync(`${kept}.${process.pid}`, kept);
      }
    }
  }
}

/** Where nothing can be drawn, this says so before anyone wonders at empty pictures. */
function mustHaveBuild(): Dataset {
  const file = path.join(dist, 'data/shanhai.json');
  if (!existsSync(file)) throw new Error('dist/data/shanhai.json is not there: run `npx vite build` first');
  return JSON.parse(readFileSync(file, 'utf8')) as Dataset;
}

/** The map approval number of this edition in words, or the notice that stands for it. */
async function noticeOf(): Promise<(lang: Lang) => string> {
  const ground = geo<(typeof import('../config.ts'))['GROUND']>('ground');
  // What the build puts into the code of the app.
  Object.assign(globalThis, { __GROUND__: ground });
  const { CONFIG } = await import('../config.ts');
  return (lang) => (CONFIG.mapApproval ? messages(lang).approval(CONFIG.mapApproval) : ground.notice[lang]);
}
const geo = <T>(name: string): T => JSON.parse(readFileSync(path.join(root, `public/geo/${name}.json`), 'utf8')) as T;

async function main(): Promise<void> {
  const started = Date.now();
  const world = new World(mustHaveBuild());
  const notice = await noticeOf();
  const ground: SheetGround = {
    ...{ base: geo('base.topo'), prefectures: null, counties: null },
    ...{ names: [], inset: geo('inset') },
  };
  const grounds = Object.fromEntries(LANGS.map((lang) => [lang, cardGround(world, ground, lang, notice(lang))])) as Share['grounds'];
  const code = ['draw.ts', 'png.ts'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('');
  const keep = (svg: string, lang: Lang) =>
    path.join(cache, `${createHash('sha256').update(code).update(grounds[lang]).update(svg).digest('hex').slice(0, 32)}.png`);
  const card = (file: string, svg: string, lang: Lang) => ({ file, svg, lang, kept: keep(svg, lang) });
  const all = [
    card('card.png', firstCard(world), 'zh'),
    ...subjectsOf(world).flatMap((subject) =>
      LANGS.map((lang) => card(`${pathOf(subject.id, lang)}card.png`, cardWords(world, subject, lang), lang)),
    ),
  ];
  mkdirSync(cache, { recursive: true });
  const missing = all.filter(({ kept }) => !existsSync(kept));
  const shares = Math.min(os.availableParallelism(), 4, Math.ceil(missing.length / 20));
  await Promise.all(
    Array.from({ length: shares }, (_, n) =>
      inProcess({ grounds, cards: missing.filter((_, i) => i % shares === n).map(({ svg, lang, kept }) => ({ svg, lang, kept })) }),
    ),
  );
  for (const { file, kept } of all) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    copyFileSync(kept, path.join(dist, file));
  }
  console.log(`${all.length} cards, ${missing.length} of them drawn anew (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

/** Draws in a process of its own: what cannot be drawn ends that one, and is told here. */
const inProcess = (share: Share): Promise<void> =>
  new Promise((done, failed) => {
    const child = fork(fileURLToPath(import.meta.url), [SHARE]);
    child.on('error', failed);
    child.on('exit', (status) => (status === 0 ? done() : failed(new Error(`cards: a process that drew them ended with ${status}`))));
    child.send(share);
  });
const SHARE = '--share';

if (process.argv[2] === SHARE)
  process.once('message', (share) => {
    draw(share as Share);
    process.exit();
  });
else if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
