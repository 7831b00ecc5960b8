import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { serve } from './serve.mjs';

// `node tests/bench/soak.mjs [--of=kiosk|popups|switches|contexts]` does the same thing over and over to a page of dist/, live map
// and all, and prints after each round what page and workers hold once garbage is collected. It gates nothing; a run that grows by
// 5 % says so.
const option = (name, usual) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual;
const what = option('of', 'kiosk');
const [minutes, seconds] = [Number(option('minutes', 30)), Number(option('seconds', 2))];
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
/** Growth of the heap from which on it is no noise. */
const MOST = 0.05;
/** Rounds after which all that is made once has been made. */
const WARM = 2;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Prints the first quarter of the rounds after the warm ones against the last, by medians. */
function compare(found) {
  const rounds = found.slice(WARM);
  const part = Math.max(1, Math.floor(rounds.length / 4));
  for (const of of ['heap', 'nodes', 'listeners']) {
    const [first, last] = [rounds.slice(0, part), rounds.slice(-part)].map((some) => median(some.map((one) => one[of])));
    const grown = last / first - 1;
    console.log(`${of}: ${first} to ${last}, ${(100 * grown).toFixed(1)} % ${grown < MOST ? 'ok' : 'MISS'}`);
  }
}

/** What page and workers hold now, printed as a round's end. */
async function held(meter, round) {
  const { used, buffers } = await meter.heap();
  const { nodes, jsEventListeners: listeners } = await meter.cdp.send('Memory.getDOMCounters');
  console.log(`round ${round + 1}: heap ${((used + buffers) / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`);
  return { heap: used + buffers, nodes, listeners };
}

/** A brief that goes round by itself for so many minutes. */
async function kiosk(page, meter, home) {
  await page.goto(`${home}briefing.html?brief=overview&lang=zh&kiosk=${seconds}`);
  const count = Number(await page.locator('[data-slides]').getAttribute('data-slides'));
  const ends = Date.now() + minutes * 60_000;
  const found = [];
  for (let round = 0; Date.now() < ends; round++) {
    for (const slide of [count, 1])
      await page.waitForFunction((at) => document.querySelector('[data-slides]')?.getAttribute('data-slide') === String(at), slide, {
        timeout: 60_000 + 2000 * seconds * count,
      });
    found.push(await held(meter, round));
  }
  compare(found);
  console.log(`${found.length * count} slides of ${seconds} s in ${minutes} min`);
}

/** Rounds of so many acts on the atlas; `act` runs in the page with the number of the act, and ends when the page has done it. */
async function rounds(page, meter, home, { times, each, act }) {
  await page.goto(`${home}index.html?lang=en`);
  await page.locator('.stage.ready').waitFor({ state: 'attached', timeout: 60_000 });
  const found = [];
  for (let done = 0; done < times; done += each) {
    for (let i = done; i < done + each; i++) await act(i);
    found.push(await held(meter, done / each));
  }
  compare(found);
  console.log(`${times} ${what}`);
}

const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Each pairing of the list in turn: opened by its entry, closed by Escape. */
const popups = (page, meter, home) =>
  rounds(page, meter, home, {
    times: 500,
    each: 25,
    act: async (i) => {
      await page.evaluate((i) => {
        const all = document.querySelectorAll('[data-pairing]');
        all[i % all.length].click();
      }, i);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  });

/** Language and theme by turns, as a step back or forward brings them. */
const switches = (page, meter, home) =>
  rounds(page, meter, home, {
    times: 300,
    each: 20,
    act: async (i) => {
      const [lang, theme] = [['en', 'zh'][i % 2], ['light', 'dark'][Math.floor(i / 2) % 2]];
      await page.evaluate((query) => {
        history.replaceState(null, '', query);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `?lang=${lang}&theme=${theme}`);
      await page.locator(`html[lang^=${lang}][data-theme=${theme}]`).waitFor({ state: 'attached' });
      await settled(page);
    },
  });

/** Contexts of WebGL taken away; the map comes back by itself or when it is asked. */
const contexts = (page, meter, home) =>
  rounds(page, meter, home, {
    times: 20,
    each: 2,
    act: async () => {
      await page.evaluate(() => {
        const canvas = document.querySelector('.live canvas.maplibregl-canvas');
        canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
      });
      await page.locator('.failure').waitFor();
      const again = page.locator('.failure button');
      await page.locator('.stage.ready').or(again).first().waitFor({ state: 'attached', timeout: 60_000 });
      if (await again.isVisible()) await again.click();
      await page.locator('.failure').waitFor({ state: 'detached', timeout: 60_000 });
      await page.locator('.stage.ready').waitFor({ state: 'attached', timeout: 60_000 });
    },
  });

const soaks = { kiosk, popups, switches, contexts };
if (!Object.hasOwn(soaks, what)) throw new Error(`--of=${what} is none of ${Object.keys(soaks).join(', ')}`);
const server = await serve(dist);
server.start(null);
const size = what === 'kiosk' ? { width: 1280, height: 720, reducedMotion: 'no-preference' } : { width: 1280, height: 720 };
await withPage(size, async (page, meter, errors) => {
  await soaks[what](page, meter, server.url);
  for (const error of errors) console.error(error);
});
server.close();
