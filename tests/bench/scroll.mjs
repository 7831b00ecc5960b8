import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { serve } from './serve.mjs';

// `node tests/bench/scroll.mjs` scrolls the tallest tab of the largest dossier of dist/ by the wheel, as it is and filled up to
// 200 rows, and prints what a frame costs the main thread. It gates nothing.
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
const FRAME_MS = 1000 / 60;
const ROWS = 200;
/** Steps of the wheel, half of them down and half up again, one a frame. */
const STEPS = 120;
const STEP_PX = 60;

const server = await serve(dist);
const { pairings } = JSON.parse(readFileSync(path.join(dist, 'data/shanhai.json'), 'utf8'));
const size = ({ figures, projects, routes }) => [...projects, ...routes].reduce((n, owner) => n + 1 + owner.figures.length, figures.length);
const largest = pairings.reduce((most, pairing) => (size(pairing) > size(most) ? pairing : most)).id;

for (const cpu of [1, 4]) {
  await withPage({ width: 1440, height: 900, reducedMotion: 'reduce', cpu }, async (page, meter, errors) => {
    server.start(null);
    await page.goto(`${server.url}index.html?pairing=${largest}&tab=dossier&lang=en`);
    await page.waitForFunction(() => performance.getEntriesByName('map:ready').length > 0, null, { timeout: 120_000 });
    const tab = await page.evaluate(openTallest);
    for (const least of [0, ROWS]) {
      const rows = await page.evaluate(fill, least);
      await page.waitForTimeout(3000);
      console.log(`CPU ${cpu}×, ${largest}, ${tab}, ${rows} rows: ${said(await scrolled(page, meter))}`);
    }
    for (const error of errors) console.error(error);
  });
}
server.close();

/** What a frame of a scroll costs the main thread, in ms. */
async function scrolled(page, meter) {
  const { x, y, width, height } = await page.locator('.dossier .panel').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.evaluate(countFrames);
  await page.waitForTimeout(500);
  const before = await meter.mainParts();
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.wheel(0, i < STEPS / 2 ? STEP_PX : -STEP_PX);
    await page.waitForTimeout(FRAME_MS);
  }
  const after = await meter.mainParts();
  const frames = await page.evaluate(() => window.moved);
  if (!frames) throw new Error('the tab does not scroll');
  const of = (part) => (after[part] - before[part]) / frames;
  return { frames, all: of('all'), script: of('script'), style: of('style'), layout: of('layout') };
}

function said({ frames, all, script, style, layout }) {
  const [total, ...parts] = [all, script, style, layout].map((ms) => ms.toFixed(2));
  return `${total} ms a frame over ${frames} frames (scripts ${parts[0]}, styles ${parts[1]}, layout ${parts[2]}): ${all <= FRAME_MS ? 'ok' : 'MISS'}`;
}

/** In the page: opens the tallest tab and says its name. */
async function openTallest() {
  const panel = document.querySelector('.dossier .panel');
  let tallest = { height: 0 };
  for (const tab of document.querySelectorAll('.dossier [role=tab]')) {
    tab.click();
    await new Promise(requestAnimationFrame);
    if (panel.scrollHeight > tallest.height) tallest = { tab, height: panel.scrollHeight };
  }
  tallest.tab.click();
  return tallest.tab.firstChild.textContent.trim();
}

/** In the page: copies the rows of the open tab until there are so many, and says how many there are. */
function fill(least) {
  const panel = document.querySelector('.dossier .panel');
  const list = panel.querySelector('ol') ?? panel;
  const rows = [...list.children];
  for (let i = 0; list.children.length < least; i++) list.append(rows[i % rows.length].cloneNode(true));
  return list.children.length;
}

/** In the page: counts frames in which the panel moves. The browser tells of a scroll once in each. */
function countFrames() {
  if (window.moved === undefined) document.querySelector('.dossier .panel').addEventListener('scroll', () => window.moved++);
  window.moved = 0;
}
