import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { FLAGS, FLAGS_WITHOUT_GL, findChromium } from '../chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = findChromium();
const launchedWith = (args: string[]) => ({ launchOptions: { ...(executablePath ? { executablePath } : {}), args } });
/** Another port lets two checkouts be tested at once. */
const port = Number(process.env['SHANHAI_PORT'] ?? 4179);

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}/test-results/browser`,
  // Two pages side by side are what two cores can draw.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    // No visit is kept for the next: `offline.spec.ts` alone is about that.
    serviceWorkers: 'block',
  },
  // Drawing the live map without a graphics card takes several times as long as all else that a test does: only tests of the map do.
  projects: [
    { name: 'map', grep: /@map/, use: launchedWith(FLAGS) },
    { name: 'page', grepInvert: /@map/, use: launchedWith(FLAGS_WITHOUT_GL) },
  ],
  webServer: {
    command: `npx vite preview --port ${port} --strictPort --host 127.0.0.1`,
    cwd: root,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
