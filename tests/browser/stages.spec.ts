import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { MAP } from './page.ts';
import type { One } from './stages/stages.ts';

// Three stages on one page: a light one in Chinese, a dark one in English, and one in a shadow root on a hostile page.

const config = fileURLToPath(new URL('stages/vite.config.ts', import.meta.url));
const PORT = Number(process.env['SHANHAI_PORT'] ?? 4179) + 1;
let server: ChildProcess;

test.beforeAll(async () => {
  await build({ configFile: config, logLevel: 'error' });
  server = spawn('npx', ['vite', 'preview', '-c', config, '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
  });
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${PORT}/`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
});
test.afterAll(() => {
  if (server.pid) process.kill(-server.pid);
});

/** How often the stages rest and wake. A leak shows by the round: `SHANHAI_ROUNDS=30` looks for a smaller one, for as long as it takes. */
const ROUNDS = Number(process.env['SHANHAI_ROUNDS'] ?? 6);

/** Runs in the page with the three stages. */
async function each<T>(page: Page, act: (stages: One[], given: number) => T | Promise<T>, given = 0): Promise<T> {
  const stages = await page.evaluateHandle(() => window.stages);
  const found = await stages.evaluate(act, given);
  await stages.dispose();
  return found as T;
}

/** Contexts that still draw, listeners of the page, and bytes of its heap after a collection. */
async function measured(page: Page, cdp: CDPSession) {
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const listeners = metrics.find(({ name }) => name === 'JSEventListeners')!.value;
  return {
    usedSize,
    listeners,
    canvases: await each(page, (stages) => stages.flatMap(({ root }) => [...root().querySelectorAll('canvas')]).length),
  };
}

const live = (page: Page, wanted: boolean) =>
  expect
    .poll(() => each(page, (stages) => stages.map(({ control }) => control().ready)), { timeout: 60_000 })
    .toEqual([wanted, wanted, wanted]);

test.describe('three stages at once', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(480_000);

  test('each has its own view, language and theme, whatever its page does', MAP, async ({ page }) => {
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await live(page, true);
    const looks = await each(page, (stages) =>
      stages.map(({ root }) => {
        const { color, fontSize, position } = getComputedStyle(root());
        const sea = getComputedStyle(root().querySelector('.map')!).backgroundColor;
        return { color, fontSize, position, sea, lang: root().lang };
      }),
    );
    const light = { color: 'rgb(34, 38, 43)', fontSize: '14px', position: 'absolute', sea: 'rgb(211, 227, 237)' };
    expect(looks).toEqual([
      { ...light, lang: 'zh-CN' },
      { ...light, color: 'rgb(232, 237, 243)', sea: 'rgb(10, 18, 29)', lang: 'en' },
      { ...light, lang: 'en' },
    ]);
    // The popup in the shadow root looks as one in a page: its own colours, its own width, its own button.
    const popup = page.getByRole('dialog', { name: 'Tianjin → Huangnan' });
    await expect(popup.getByRole('heading', { level: 2 })).toHaveCSS('color', 'rgb(34, 38, 43)');
    await expect(popup).toHaveCSS('position', 'absolute');
    await expect(popup).toContainText('CNY 1.064 billion');
    await expect(page.locator('[data-branch]').first()).toBeVisible();
    // No id stands twice in the page, shadow roots counted with it.
    const twice = await each(page, (stages) => {
      const ids = stages.flatMap(({ root }) => [...root().querySelectorAll('[id]')].map(({ id }) => id));
      return ids.filter(
        (id, i) =>
          ids.indexOf(id) !== i &&
          !stages.some(({ root }) => root().getRootNode() instanceof ShadowRoot && root().querySelector(`[id="${id}"]`)),
      );
    });
    expect(twice).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.title()).toBe('Three stages');
  });

  test(`hovered, opened, rested and woken ${ROUNDS} times they keep no context, listener or memory`, MAP, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'devicePixelRatio', { value: 0.25 }));
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await live(page, true);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    let turn = 0;
    const round = async () => {
      await page.mouse.move(200 + Math.random() * 60, 200);
      await each(
        page,
        async (stages, resting) => {
          for (const [i, { view, control }] of stages.entries()) {
            const open = view.pairing;
            view.open(open === 'zhejiang-haixi' ? 'nanjing-xining' : 'zhejiang-haixi');
            await new Promise((resolve) => setTimeout(resolve, 30));
            view.open(open);
            await new Promise((resolve) => setTimeout(resolve, 30));
            // One of them at a time gives its context back: what is left behind is left by any of them.
            if (i !== resting) continue;
            const { zoom } = control().renderer.camera();
            control().rest();
            if (Math.abs(control().renderer.camera().zoom - zoom) > 0.01) throw new Error('the still stands at another camera');
          }
          await Promise.all(stages.map(({ control }) => control().wake()));
          await new Promise((resolve) => setTimeout(resolve, 120));
        },
        turn++ % 3,
      );
    };
    for (let i = 0; i < 5; i++) await round();
    await live(page, true);
    const before = await measured(page, cdp);
    for (let i = 0; i < ROUNDS; i++) await round();
    await live(page, true);
    const after = await measured(page, cdp);
    expect(after.canvases).toBe(before.canvases);
    expect(after.listeners).toBeLessThan(before.listeners * 1.15);
    expect(after.usedSize - before.usedSize).toBeLessThan(2.5e6);
  });

  test(`contexts lost ${ROUNDS} times leave nothing behind`, MAP, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'devicePixelRatio', { value: 0.25 }));
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await live(page, true);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const lose = async () => {
      await each(page, async ([one]) => {
        const canvas = one!.root().querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
        canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (one!.control().failure !== 'lost') throw new Error('the loss was not told');
        await one!.control().wake();
      });
      await live(page, true);
    };
    await lose();
    const before = await measured(page, cdp);
    for (let i = 0; i < ROUNDS; i++) await lose();
    const after = await measured(page, cdp);
    // Where a lost context is kept, each one takes 2.6 MB.
    expect(after.usedSize - before.usedSize).toBeLessThan(3e6);
  });
});
