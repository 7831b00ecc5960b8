// Finds a Chromium, or installs one. Plain JavaScript, so that configs and scripts share it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const FONTS = 'fonts-noto-cjk';
const INSTALL_MS = 10 * 60_000;

const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A browser there is already: `CHROMIUM_PATH` or `CHROME_BIN`, then one on the path, then Playwright's own; null if none. */
export function findChromium() {
  for (const key of ['CHROMIUM_PATH', 'CHROME_BIN']) if (process.env[key]) return process.env[key];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) if (folder && runs(path.join(folder, name))) return path.join(folder, name);
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Finds a browser, or installs one: Debian's with Chinese fonts where that can be done, else Playwright's. Throws if neither works. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const run = (command, args) =>
    spawnSync(command, args, { stdio: 'inherit', timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  const apt = process.getuid?.() === 0 && ['/usr/bin/apt-get', '/bin/apt-get'].some(runs);
  console.log('no Chromium found: installing one');
  if (apt && run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', FONTS]);
  if (!findChromium()) run('npx', ['playwright', 'install', '--with-deps', '--only-shell', 'chromium']);
  const installed = findChromium();
  if (!installed) throw new Error('no Chromium: install one, or point CHROMIUM_PATH at it');
  return installed;
}

/**
 * What the browser would do beside the page, all of it switched off by one list, of which only the last counts: Playwright's own, and
 * the two pages that Chromium 156 loads into every new window for suggestions under its address bar. They take more of the processor
 * than a page of ours does.
 */
const UNWANTED = [
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
];

/** The same colours and letters on every machine, and no errands of the browser's own. */
const SAME = [
  `--disable-features=${UNWANTED.join(',')}`,
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Software GL: the live map is drawn on any machine. */
export const FLAGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Software GL is slow: the page itself is painted without it, the map alone with it.
  '--disable-gpu-rasterization',
  ...SAME,
];

/** No GL at all: the page stays with its still, as for a reader without WebGL, and opens in a fifth of the time. */
export const FLAGS_WITHOUT_GL = ['--disable-gpu', '--disable-3d-apis', ...SAME];
