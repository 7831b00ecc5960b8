// The embed of one pairing and the element beside what they are measured against: the same picture as a static SVG and nothing else, and ECharts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withPage } from './browser.mjs';
import { within } from './engines.mjs';
import { STRAINS } from './serve.mjs';

const LIMIT_MS = 30_000;
const EMBED = 'e/zhejiang-haixi/en/index.html';
export const PEERS = ['svg', 'embed', 'element', 'echarts'];
/** A page that has the element and nothing else, served beside the site. */
export const HOSTS = {
  'element.html':
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Element</title><link rel="icon" href="data:,"><h1>Element</h1><shanhai-map lang="en"></shanhai-map><script type="module" src="shanhai-map.js"></script></html>',
};

/** Writes the static SVG into a folder: title, ground and marks of the embed within one page, with no script and hardly a style. */
export function writeFloor(dist, folder) {
  const html = readFileSync(path.join(dist, EMBED), 'utf8');
  const ground = readFileSync(
    path.join(
      dist,
      'assets',
      readdirSync(path.join(dist, 'assets')).find((name) => /^ground-light-.*\.svg$/.test(name)),
    ),
    'utf8',
  );
  const still = html.match(/<svg class="still"[\s\S]*?<svg class="targets"/)[0].replace(/<svg class="targets"$/, '');
  const place = still.match(/<foreignObject ([^>]*)data-place="ground"/)[1];
  const marks = still.slice(still.indexOf('</foreignObject>') + '</foreignObject>'.length);
  const whole = `<svg width="960" height="640">${ground.replace(/<\?xml[^>]*>/, '').replace('<svg ', `<svg ${place}`)}${marks}</svg></svg>`;
  const title = html.match(/<h1>[\s\S]*?<\/h1>/)[0];
  writeFileSync(
    path.join(folder, 'svg.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>SVG</title><link rel="icon" href="data:,">${title}${whole}</html>`,
  );
}

/** Put into the page before its own scripts: when it can be read, and when an arc answers a pointer. */
function notes() {
  const seen = (window.seen = { readable: null, answer: null });
  const frame = window.requestAnimationFrame.bind(window);
  // The map is in the page, or in the element's own root.
  const root = () => document.querySelector('shanhai-map')?.shadowRoot ?? document;
  // Marks, title and ground are there, and a frame has been painted: whichever is the later.
  let there = null;
  const look = () => {
    const ground = root().querySelector('img.ground');
    if (root().querySelector('[data-arc] path') && document.querySelector('h1') && (!ground || (ground.complete && ground.naturalWidth)))
      there ??= performance.now();
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (there !== null && paint) seen.readable = Math.max(there, paint.startTime);
    else frame(look);
  };
  frame(look);
  const ask = () => {
    if (root().querySelector('#tip:not([hidden]), .tip')) return void (seen.answer = performance.now());
    const pieces = root().querySelectorAll('[data-arc=zhejiang-haixi] path');
    const piece = pieces[Math.floor(pieces.length / 2)];
    if (piece) {
      const { x, y } = piece.getPointAtLength(piece.getTotalLength() / 2).matrixTransform(piece.getScreenCTM());
      const over = { clientX: x, clientY: y, bubbles: true, composed: true };
      root().querySelector('.map, svg.still')?.dispatchEvent(new PointerEvent('pointermove', over));
    }
    frame(ask);
  };
  frame(ask);
}

/** One cold load of one of them: when it can be read, when an arc is there to be used, and its bytes on the wire. */
export function measurePeer({ bench, dist }, peer, strain = 'none') {
  const server = ['embed', 'element'].includes(peer) ? dist : bench;
  return withPage({ prepare: notes, cpu: STRAINS[strain].cpu, height: 900 }, async (page, _, errors) => {
    server.start(STRAINS[strain].network);
    await page.goto(`${server.url}${peer === 'embed' ? EMBED : `${peer}.html`}`, { waitUntil: 'commit' });
    const done = {
      svg: () => window.seen.readable !== null,
      embed: () => window.seen.readable !== null && window.seen.answer !== null,
      element: () => window.seen.readable !== null && window.seen.answer !== null,
      echarts: () => window.first !== undefined,
    }[peer];
    if (!(await within(LIMIT_MS, page.waitForFunction(done, null, { timeout: 0, polling: 50 }))))
      throw new Error(`${peer}: nothing within ${LIMIT_MS / 1000} s: ${errors.join('; ')}`);
    await page.waitForTimeout(500);
    const { readable, answer } = await page.evaluate(() => window.seen);
    const first = peer === 'echarts' ? await page.evaluate(() => window.first) : answer;
    return { peer, strain, readable, first, kB: server.log().reduce((sum, { bytes }) => sum + bytes, 0) / 1000 };
  });
}
