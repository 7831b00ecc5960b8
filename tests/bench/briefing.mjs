// A brief in front of a room: its first slide from a cold start, and each change of slide.
import { withPage } from './browser.mjs';
import { within } from './engines.mjs';
import { STRAINS } from './serve.mjs';

const LIMIT_MS = 60_000;
/** What the first slide leaves to fetch and draw is done by then, so that it is in no change of slide. */
const SETTLE_MS = 6000;

/** Put into the page before its own scripts: when the first slide can be read. */
function notes() {
  const seen = (window.seen = { readable: null });
  let there = null;
  const look = () => {
    if (document.querySelector('[data-slides] :is(h1, h2)')) there ??= performance.now();
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (there !== null && paint) seen.readable = Math.max(there, paint.startTime);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page: PageDown, and the ms until a frame has been made with the next slide in front. */
async function next() {
  const front = document.querySelector('[data-slides]');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const wanted = String(Number(front.getAttribute('data-slide')) + 1);
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
  while (front.getAttribute('data-slide') !== wanted) {
    if (performance.now() - began > 10_000) throw new Error(`slide ${wanted} did not come`);
    await frame();
  }
  await frame();
  return performance.now() - began;
}

/** One cold start of the overview and a walk through it: ms until its first slide, kB until then, and ms of each change of slide. */
export function measureBriefing(server, strain = 'none') {
  const options = { prepare: notes, cpu: STRAINS[strain].cpu, width: 1280, height: 720, reducedMotion: 'reduce' };
  return withPage(options, async (page, _, errors) => {
    server.start(STRAINS[strain].network);
    await page.goto(`${server.url}briefing.html?brief=overview&lang=en`, { waitUntil: 'commit' });
    const done = () => window.seen.readable !== null;
    if (!(await within(LIMIT_MS, page.waitForFunction(done, null, { timeout: 0, polling: 50 }))))
      throw new Error(`briefing: no slide within ${LIMIT_MS / 1000} s: ${errors.join('; ')}`);
    const kB = server.log().reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    const { readable } = await page.evaluate(() => window.seen);
    await page.waitForTimeout(SETTLE_MS * STRAINS[strain].cpu);
    const slides = Number(await page.locator('[data-slides]').getAttribute('data-slides'));
    const changes = [];
    for (let slide = 1; slide < slides; slide++) {
      changes.push(await page.evaluate(next));
      // A room looks at a slide before it asks for the next.
      await page.waitForTimeout(1500);
    }
    return { strain, readable, kB, changes };
  });
}
