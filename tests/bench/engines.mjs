import { STRAINS } from './serve.mjs';
import { withPage } from './browser.mjs';

/** After so long without a first arc a page is given up. */
export const LIMIT_MS = 30_000;
const IDLE_MS = 3000;

/** At which numbers of arcs each thing is measured: where there is a target or where the peers differ. */
const AT = {
  first: [10, 100, 1000, 10_000, 100_000],
  cpu: [10, 100, 1000, 10_000, 100_000],
  heap: [100, 10_000, 100_000],
  idle: [100],
  pan: [100, 1000, 10_000],
  pick: [100, 1000, 10_000, 100_000],
  change: [100, 1000],
};
export const COUNTS = AT.first;

const panFrames = (n) => (n >= 10_000 ? 20 : 60);

/** Loads the bench page once and measures what is wanted of it, in an order in which nothing disturbs what follows. */
export async function measureEngine(server, { engine, n, strain = 'none', wants, segments = 0 }) {
  const measures = (what) => wants(what) && AT[what].includes(n) && strain === 'none';
  const { cpu, network } = STRAINS[strain];
  server.start(network);
  return withPage({ cpu }, async (page, meter, errors) => {
    const out = { engine, n, strain };
    await page.goto(`${server.url}page.html?engine=${engine}&n=${n}&segments=${segments}`, { waitUntil: 'commit' });
    const told = within(
      LIMIT_MS,
      page.waitForFunction(() => window.bench !== undefined, null, { timeout: 0 }).then(() => page.evaluate(() => window.bench.first)),
    );
    out.first = (await told) ?? null;
    if (out.first === null) return out;
    out.settled =
      (await within(
        LIMIT_MS,
        page.evaluate(() => window.bench.settled),
      )) ?? null;
    out.cpu = await meter.mainMs();
    out.longTasks = await page.evaluate(() => window.bench.longTasks);
    out.marks = await page.evaluate(() =>
      Object.fromEntries(performance.getEntriesByType('mark').map(({ name, startTime }) => [name.replace('bench:', ''), startTime])),
    );
    out.codeBytes = server.log().reduce((sum, { kind, bytes }) => sum + (kind === 'js' || kind === 'css' ? bytes : 0), 0);
    if (measures('heap')) out.heap = await meter.heap();
    if (measures('idle')) out.idle = await idle(page, meter);
    if (measures('pick')) out.pick = await page.evaluate(() => window.bench.pick());
    if (measures('pan')) {
      const frames = panFrames(n);
      await page.evaluate(() => window.bench.pan(4));
      const { main, gpu, wall } = await meter.during(() => page.evaluate((count) => window.bench.pan(count), frames));
      out.pan = { main: main / frames, gpu: gpu / frames, wall: wall / frames };
    }
    if (measures('change')) {
      const { result, main } = await meter.during(() => page.evaluate(() => window.bench.hide()));
      out.change = { wall: result, main };
    }
    if (errors.length) throw new Error(`bench page, ${engine} at ${n}: ${errors.join('; ')}`);
    return out;
  });
}

/** Strains under which the first arc is measured too. */
export const STRAINED = { 100: ['phone'], 10_000: ['cpu', 'phone'] };

/** True if anything wanted is measured at a number of arcs. */
export const asked = (n, wants) => Object.entries(AT).some(([what, counts]) => wants(what) && counts.includes(n));

/** A while untouched: what is drawn and what it costs, each per second. */
async function idle(page, meter) {
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => window.bench.frames());
  const { main, gpu, wall } = await meter.during(() => page.waitForTimeout(IDLE_MS));
  const frames = (await page.evaluate(() => window.bench.frames())) - before;
  return { frames, main: (main / wall) * 1000, gpu: (gpu / wall) * 1000 };
}

/** What a promise gives, or undefined if it takes too long. */
export async function within(ms, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  promise.catch(() => undefined);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
