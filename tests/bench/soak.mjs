import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { serve } from './serve.mjs';

// `node tests/bench/soak.mjs --minutes=30 --seconds=2` leaves a brief of dist/ to itself (`kiosk=`), live map and all, and prints
// after each round what page and workers hold once garbage is collected. It gates nothing; a run that grows by 5 % says so.
const option = (name, usual) => Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const [minutes, seconds] = [option('minutes', 30), option('seconds', 2)];
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
/** Growth of the heap from which on it is no noise. */
const MOST = 0.05;
/** Rounds after which all that is made once has been made. */
const WARM = 2;

const server = await serve(dist);
server.start(null);
await withPage({ width: 1280, height: 720, reducedMotion: 'no-preference' }, async (page, meter, errors) => {
  await page.goto(`${server.url}briefing.html?brief=overview&lang=zh&kiosk=${seconds}`);
  const front = page.locator('[data-slides]');
  const count = Number(await front.getAttribute('data-slides'));
  const ends = Date.now() + minutes * 60_000;
  const found = [];
  for (let round = 0; Date.now() < ends; round++) {
    for (const slide of [count, 1])
      await page.waitForFunction((at) => document.querySelector('[data-slides]')?.getAttribute('data-slide') === String(at), slide, {
        timeout: 60_000 + 2000 * seconds * count,
      });
    const { nodes, jsEventListeners: listeners } = await meter.cdp.send('Memory.getDOMCounters');
    const { used, buffers } = await meter.heap();
    found.push({ heap: used + buffers, nodes, listeners });
    const { heap } = found.at(-1);
    console.log(`round ${round + 1}: heap ${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`);
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const part = Math.max(1, Math.floor((found.length - WARM) / 4));
  const mean = (of) => [found.slice(WARM, WARM + part), found.slice(-part)].map((rounds) => median(rounds.map((one) => one[of])));
  for (const of of ['heap', 'nodes', 'listeners']) {
    const [first, last] = mean(of);
    const grown = last / first - 1;
    console.log(`${of}: ${first} to ${last}, ${(100 * grown).toFixed(1)} % ${grown < MOST ? 'ok' : 'MISS'}`);
  }
  console.log(`${found.length * count} slides of ${seconds} s in ${minutes} min`);
  for (const error of errors) console.error(error);
});
server.close();
