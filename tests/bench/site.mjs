import { withPage } from './browser.mjs';
import { within } from './engines.mjs';
import { STRAINS } from './serve.mjs';

const LIMIT_MS = 60_000;
/** A task so long is felt. */
const LONG_MS = 100;
const IDLE_MS = 5000;
/** Pulses rest 12 s after the last input. */
const REST_MS = 13_500;
const PAN_FRAMES = 60;

/** Put into the page before its own scripts: notes what the browser reports, and counts frames asked for and drawn with WebGL. */
function notes() {
  const seen = (window.seen = { longTasks: [], paints: {}, frames: 0, draws: 0, still: null, answer: null });
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('longtask', ({ startTime, duration }) => seen.longTasks.push({ start: startTime, ms: duration }));
  watch('paint', ({ name, startTime }) => (seen.paints[name] = startTime));
  watch('largest-contentful-paint', ({ startTime }) => (seen.paints.largest = startTime));

  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    frame((now) => {
      seen.frames++;
      callback(now);
    });
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...all) {
    seen.draws++;
    draw.apply(this, all);
  };
  // The still can be read once marks, title and the key figures are in the page and a frame with them has been drawn.
  const look = () => {
    if (document.querySelector('.layer *') && document.querySelector('h1') && document.querySelector('.kpis b'))
      frame(() => (seen.still = performance.now()));
    else frame(look);
  };
  frame(look);

  // A hover over the middle of an arc, frame after frame, until a tip answers: from then on the reader can use what they see.
  const ask = () => {
    if (document.querySelector('.tip')) return void (seen.answer = performance.now());
    const pieces = document.querySelectorAll('[data-arc=zhejiang-haixi] path');
    const piece = pieces[Math.floor(pieces.length / 2)];
    if (piece) {
      const { x, y } = piece.getPointAtLength(piece.getTotalLength() / 2).matrixTransform(piece.getScreenCTM());
      const over = { clientX: x, clientY: y, bubbles: true };
      (document.querySelector('.live canvas') ?? document.querySelector('.map'))?.dispatchEvent(new PointerEvent('pointermove', over));
    }
    frame(ask);
  };
  frame(ask);
}

const OPTIONS = { prepare: notes };
const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;

async function load(server, page, strain = 'none') {
  server.start(STRAINS[strain].network);
  await page.goto(`${server.url}index.html`, { waitUntil: 'commit' });
  const ready = () => performance.getEntriesByName('map:ready').length > 0;
  const done = await within(LIMIT_MS, page.waitForFunction(ready, null, { timeout: 0, polling: 100 }));
  if (!done) throw new Error(`site: no map:ready within ${LIMIT_MS / 1000} s`);
}

/** One cold load: what came over the wire, when things showed, and what it cost. */
export function measureLoad(server, strain = 'none') {
  return withPage({ ...OPTIONS, cpu: STRAINS[strain].cpu }, async (page, meter, errors) => {
    await load(server, page, strain);
    const cpu = await meter.mainMs();
    await page.waitForTimeout(300);
    const marks = Object.fromEntries(
      await Promise.all(
        ['page:open', 'still:shown', 'still:interactive', 'map:first-arc', 'map:ready'].map(async (name) => [
          name,
          await page.evaluate(mark, name),
        ]),
      ),
    );
    const { longTasks, paints, still, answer } = await page.evaluate(() => window.seen);
    const heap = strain !== 'none' ? null : await meter.heap();
    return {
      marks,
      still,
      answer,
      paints,
      longTasks,
      cpu,
      heap,
      bytes: bytes(server.log(), await page.evaluate(askedBefore, 'still:shown')),
      errors,
    };
  });
}

/** One cold load under the profiler: long tasks, each divided among MapLibre, ourselves and the browser. */
export function profileLoad(server) {
  return withPage(OPTIONS, async (page, meter) => {
    await meter.startProfile();
    await load(server, page);
    const samples = await meter.endProfile();
    const { longTasks } = await page.evaluate(() => window.seen);
    return {
      long: longTasks.filter(({ ms }) => ms > LONG_MS).map(({ start, ms }) => ({ start, ms, ...samples.blame(start, ms) })),
      all: samples.blame(0, Infinity),
      top: samples.top(),
    };
  });
}

/** In the page: the files asked for before a mark. */
function askedBefore(name) {
  const { startTime } = performance.getEntriesByName(name)[0];
  return performance
    .getEntriesByType('resource')
    .filter((file) => file.startTime < startTime)
    .map((file) => new URL(file.name).pathname);
}

/**
 * kB on the wire, gzip where it helps: of the page and the files asked for by the time the still was `shown`, of those asked
 * for before the map's code, and of all.
 */
function bytes(log, shown = []) {
  const map = log.findIndex(({ name }) => /maplibre|live-map/.test(name));
  const sum = (list) => list.reduce((total, one) => total + one.bytes, 0) / 1000;
  const code = ({ kind }) => kind === 'js' || kind === 'css';
  const geo = (one) => one.name.includes('/geo/');
  return {
    shown: sum(log.filter(({ name, kind }) => kind === 'html' || shown.includes(name))),
    before: sum(map < 0 ? log : log.slice(0, map)),
    all: sum(log),
    code: sum(log.filter(code)),
    geo: sum(log.filter((one) => geo(one) && one.kind === 'json')),
    relief: sum(log.filter((one) => geo(one) && one.kind === 'webp')),
    files: log.map(({ name, bytes }) => ({ name, kB: bytes / 1000 })),
  };
}

/** What the page draws and costs while nobody touches it, per second. */
async function idle(page, meter) {
  const count = () => page.evaluate(() => [window.seen.frames, window.seen.draws]);
  const [frames, draws] = await count();
  const { main, gpu, wall } = await meter.during(() => page.waitForTimeout(IDLE_MS));
  const [framesAfter, drawsAfter] = await count();
  const perSecond = (n) => (n / wall) * 1000;
  return { frames: framesAfter - frames, draws: drawsAfter - draws, main: perSecond(main), gpu: perSecond(gpu) };
}

const settle = (page, ms = 2000) => page.waitForTimeout(ms);

/** Idle with motion reduced; then, with motion, while pulses run and once they rest. */
export async function measureIdle(server, { quick }) {
  const reduced = await withPage({ ...OPTIONS, reducedMotion: 'reduce' }, async (page, meter) => {
    await load(server, page);
    await settle(page);
    return idle(page, meter);
  });
  const moving = await withPage(OPTIONS, async (page, meter) => {
    await load(server, page);
    await settle(page);
    await page.mouse.move(600, 300);
    await page.waitForTimeout(200);
    const pulses = await idle(page, meter);
    if (quick) return { pulses, resting: null };
    await page.waitForTimeout(REST_MS);
    return { pulses, resting: await idle(page, meter) };
  });
  return { reduced, ...moving };
}

/** A drag, the pointer over the map, and pairings opened from the list one after the other; motion is reduced, so that no glide is counted. */
export function measureUse(server, { wants }) {
  return withPage({ ...OPTIONS, reducedMotion: 'reduce' }, async (page, meter) => {
    const out = {};
    await load(server, page);
    await settle(page);
    if (wants('pick')) out.pick = await page.evaluate(point);
    if (wants('pan')) {
      await settle(page, 500);
      const { result, main, gpu } = await meter.during(() => page.evaluate(drag, PAN_FRAMES));
      out.pan = { main: main / result, gpu: gpu / result };
      await settle(page, 1000);
    }
    if (wants('change')) {
      const ids = await page.$$eval('#pairings [data-pairing]', (buttons) => buttons.map((button) => button.dataset.pairing));
      const step = Math.max(1, Math.floor(ids.length / 7));
      out.change = [];
      for (let i = 0; i < 7; i++) {
        const { result, main } = await meter.during(async () => {
          const next = await page.evaluate(open, ids[(i * step) % ids.length]);
          await settle(page, 1000);
          return next;
        });
        out.change.push({ main, next: result });
      }
      // The first opening of all also compiles and loads what the popup needs.
      out.firstChange = out.change.shift();
      await page.keyboard.press('Escape');
      await settle(page, 1000);
      const pressed = async (selector, times) => {
        const list = [];
        for (let i = 0; i < times; i++) {
          const { main } = await meter.during(async () => {
            await page.evaluate(press, selector);
            await settle(page, 1000);
          });
          list.push(main);
        }
        return list;
      };
      // Flights on and off, with the whole network shown.
      out.filter = await pressed('.filters .quick button', 6);
      await page.evaluate(press, '.toolbar .tool');
      await settle(page, 1000);
      // Steps from year to year, the first of which chooses the first year.
      out.year = await pressed('.time .steps button:last-child', 8);
    }
    return out;
  });
}

/** In the page: times the pointer's moves over the map, each with all that listens to it. */
function point() {
  const canvas = document.querySelector('.live canvas');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  let state = 7;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const once = () => {
    const began = performance.now();
    canvas.dispatchEvent(
      new MouseEvent('mousemove', {
        bubbles: true,
        clientX: left + width * (0.4 + 0.5 * next()),
        clientY: top + height * (0.15 + 0.7 * next()),
      }),
    );
    return performance.now() - began;
  };
  const first = once();
  const more = Array.from({ length: 200 }, once).sort((a, b) => a - b);
  return { first, median: more[100], p95: more[190] };
}

/** In the page: drags the map to and fro, one step a frame. */
async function drag(steps) {
  const canvas = document.querySelector('.live canvas');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const send = (type, i, buttons) => {
    const turn = (i / steps) * 2 * Math.PI;
    canvas.dispatchEvent(
      new MouseEvent(type, {
        bubbles: true,
        cancelable: true,
        button: 0,
        buttons,
        clientX: left + width * 0.6 + 120 * Math.sin(turn),
        clientY: top + height * 0.5 + 60 * Math.sin(2 * turn),
      }),
    );
  };
  send('mousedown', 0, 1);
  for (let i = 1; i <= steps; i++) {
    send('mousemove', i, 1);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  send('mouseup', steps, 0);
  return steps;
}

/** In the page: presses the first control of a selector. */
function press(selector) {
  document.querySelector(selector).click();
}

/** In the page: opens a pairing from the list, and waits for the frame after that which shows it. */
async function open(id) {
  const began = performance.now();
  document.querySelector(`#pairings button[data-pairing="${CSS.escape(id)}"]`).click();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - began;
}
