import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
/**
 * WebGL in software. The page's own painting is left to the CPU, as Chromium does by itself where there is no graphics card:
 * painted by software GL, which no reader's machine does, the still alone takes 1.5 s.
 */
const FLAGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
];

function systemChromium() {
  const named = process.env.CHROMIUM_PATH ?? process.env.CHROME_BIN;
  if (named) return named;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) if (folder && runs(path.join(folder, name))) return path.join(folder, name);
  }
  return undefined;
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A page to wake the browser with: it is a cold page that is measured, not a browser's first second. */
const WAKING =
  'data:text/html,<h1>Waking</h1><svg width="300" height="150"><circle cx="75" cy="75" r="60" opacity=".5"/></svg><canvas></canvas><script>document.querySelector("canvas").getContext("webgl2").clear(16384)</script>';

/** Runs `use` with a page in a browser of its own, so that no cache or compiled shader is left from another. */
export async function withPage(options, use) {
  const { width = 960, height = 600, reducedMotion = 'no-preference', cpu = 1, prepare } = options;
  const executablePath = systemChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
  try {
    const waking = await browser.newPage();
    await waking.goto(WAKING);
    await waking.screenshot();
    await waking.waitForTimeout(300);
    await waking.close();
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 1,
      reducedMotion,
      locale: 'en',
      colorScheme: 'light',
    });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    if (prepare) await page.addInitScript(prepare);
    const meter = await Meter.of(browser, context, page);
    if (cpu !== 1) await meter.cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return await use(page, meter, errors);
  } finally {
    await browser.close();
  }
}

/** Reads from outside what a page costs. */
class Meter {
  cdp;
  #system;
  #workers = new Set();
  #asked = 0;
  #waiting = new Map();

  static async of(browser, context, page) {
    const meter = new Meter();
    meter.#system = await browser.newBrowserCDPSession();
    const cdp = (meter.cdp = await context.newCDPSession(page));
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && meter.#workers.add(sessionId));
    cdp.on('Target.detachedFromTarget', ({ sessionId }) => meter.#workers.delete(sessionId));
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message);
      meter.#waiting.get(id)?.(result);
    });
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    return meter;
  }

  async #metrics() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** CPU time of the page's main thread since the navigation, in ms: tasks of every kind, waiting not counted. */
  async mainMs() {
    return (await this.#metrics()).TaskDuration * 1000;
  }

  /** That time in ms, and what of it went into scripts, styles and layout. */
  async mainParts() {
    const { TaskDuration, ScriptDuration, RecalcStyleDuration, LayoutDuration } = await this.#metrics();
    const [all, script, style, layout] = [TaskDuration, ScriptDuration, RecalcStyleDuration, LayoutDuration].map((s) => s * 1000);
    return { all, script, style, layout };
  }

  /** CPU time of the graphics process in ms. Without a graphics card, that is where everything is drawn. */
  async gpuMs() {
    const { processInfo } = await this.#system.send('SystemInfo.getProcessInfo');
    return 1000 * processInfo.filter(({ type }) => type === 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  /** What `act` costs on the main thread and in the graphics process, and how long it takes, in ms. */
  async during(act) {
    const [main, gpu, began] = [await this.mainMs(), await this.gpuMs(), performance.now()];
    const result = await act();
    const wall = performance.now() - began;
    return { result, wall, main: (await this.mainMs()) - main, gpu: (await this.gpuMs()) - gpu };
  }

  #askWorker(sessionId, method) {
    const id = ++this.#asked;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    return Promise.race([
      this.cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).then(() => answer),
      new Promise((resolve) => setTimeout(resolve, 5000)),
    ]);
  }

  /** Bytes of JavaScript objects and array buffers after a collection, of the page and its workers together. */
  async heap() {
    const asks = [(method) => this.cdp.send(method), ...[...this.#workers].map((id) => (method) => this.#askWorker(id, method))];
    let [used, buffers] = [0, 0];
    for (const ask of asks) {
      for (const method of ['HeapProfiler.enable', 'HeapProfiler.collectGarbage', 'HeapProfiler.disable']) await ask(method);
      const usage = await ask('Runtime.getHeapUsage');
      used += usage?.usedSize ?? 0;
      buffers += usage?.backingStorageSize ?? 0;
    }
    return { used, buffers, workers: this.#workers.size };
  }

  async startProfile() {
    await this.cdp.send('Profiler.enable');
    await this.cdp.send('Profiler.setSamplingInterval', { interval: 500 });
    await this.cdp.send('Profiler.start');
  }

  /** Ends the profile: whose every sample was, and when, in ms since the navigation. */
  async endProfile() {
    const { profile } = await this.cdp.send('Profiler.stop');
    return new Samples(profile, (await this.#metrics()).NavigationStart * 1000);
  }
}

/** A CPU profile as a list of samples, each put down to MapLibre, to ourselves (Svelte included) or to the browser: the innermost script on the stack counts. */
class Samples {
  #list = [];

  constructor({ nodes, samples, timeDeltas, startTime }, origin) {
    const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const party = new Map();
    for (const { id, callFrame } of nodes) {
      let at = id;
      while (at !== undefined && !byId.get(at).callFrame.url.startsWith('http')) at = parents.get(at);
      const url = at === undefined ? '' : byId.get(at).callFrame.url;
      const own = /^\((idle|root)\)$/.test(callFrame.functionName)
        ? 'idle'
        : url === ''
          ? 'browser'
          : /maplibre/.test(url)
            ? 'maplibre'
            : 'ours';
      party.set(id, own);
    }
    let now = startTime / 1000 - origin;
    samples.forEach((id, i) => {
      const ms = Math.max(0, timeDeltas[i]) / 1000;
      this.#list.push({ at: now, ms, party: party.get(id), name: nameOf(byId.get(id).callFrame) });
      now += ms;
    });
  }

  /** Who the time from `start` on for `ms` went to. */
  blame(start, ms) {
    const parts = { ours: 0, maplibre: 0, browser: 0 };
    for (const sample of this.#list)
      if (sample.party in parts && sample.at >= start && sample.at < start + ms) parts[sample.party] += sample.ms;
    return parts;
  }

  /** The functions that most time was spent in themselves. */
  top(count = 12) {
    const sums = new Map();
    for (const { name, ms, party } of this.#list) if (party !== 'idle') sums.set(name, (sums.get(name) ?? 0) + ms);
    return [...sums]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([name, ms]) => ({ name, ms }));
  }
}

const nameOf = ({ functionName, url, lineNumber, columnNumber }) =>
  url ? `${functionName || 'anonymous'} ${path.basename(url)}:${lineNumber + 1}:${columnNumber + 1}` : functionName;
