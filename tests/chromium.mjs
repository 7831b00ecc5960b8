// Finds a Chromium, or installs one. Plain JavaScript, so that configs and scripts share it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** The bare shell first: it is the same browser without windows, and opens a page in five sixths of the time. */
const NAMES = [
  ...['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'],
];
const FONTS = 'fonts-noto-cjk';
const INSTALL_MS = 10 * 60_000;
const START_MS = 30_000;

const executable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What is called a browser may be a stub that tells of a package to install, or lack a library: it must say its version. Why it does not, or null. */
function brokenBy(file) {
  const { status, error, stdout, stderr } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: START_MS });
  if (status === 0 && /\d+\.\d+/.test(stdout)) return null;
  return error?.message ?? (stderr.trim().split('\n')[0] || `exit code ${status}`);
}

/** A browser that runs is there already: `CHROMIUM_PATH` or `CHROME_BIN`, then one on the path, then Playwright's own; null if none. Throws if the one that is asked for does not run. */
export function findChromium() {
  for (const key of ['CHROMIUM_PATH', 'CHROME_BIN']) {
    const asked = process.env[key];
    if (!asked) continue;
    const fault = brokenBy(asked);
    if (fault) throw new Error(`${key} is ${asked}, which does not run (${fault}); correct it, or unset it and one is found`);
    return asked;
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const all = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const file of [...all.filter(executable), ...[chromium.executablePath()].filter((own) => existsSync(own))]) {
    const fault = brokenBy(file);
    if (!fault) return file;
    console.warn(`${file} does not run (${fault}); looking further`);
  }
  return null;
}

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0;
let updated = false;
/** Installs packages of Debian's, where that can be done. */
function install(...packages) {
  if (process.getuid?.() !== 0 || !['/usr/bin/apt-get', '/bin/apt-get'].some(executable)) return false;
  updated ||= run('apt-get', ['update', '-qq']);
  return updated && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Whether any letter of Chinese can be drawn. Where that cannot be asked, it is taken that none can. */
const hasChinese = () => Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());

/** Finds a browser, or installs one: Debian's where that can be done, else Playwright's; and Chinese fonts where there are none. Throws if no browser runs. */
export function ensureChromium() {
  if (!findChromium()) {
    console.log('no Chromium found: installing one');
    if (!install('chromium-headless-shell', 'fontconfig', FONTS)) install('chromium', 'fontconfig', FONTS);
    if (!findChromium()) run('npx', ['playwright', 'install', '--with-deps', '--only-shell', 'chromium']);
  }
  const installed = findChromium();
  if (!installed) throw new Error('no Chromium: install one, or point CHROMIUM_PATH at it');
  if (!hasChinese() && !install('fontconfig', FONTS))
    console.warn(`no font with Chinese letters: pictures and sizes are those of empty boxes; install one, such as ${FONTS}`);
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
  // Software GL is slow: the page itself is painted and put together without it, the map alone drawn with it.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  ...SAME,
];

/** No GL at all: the page stays with its still, as for a reader without WebGL, and opens in a fifth of the time. */
export const FLAGS_WITHOUT_GL = ['--disable-gpu', '--disable-3d-apis', ...SAME];
