import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { watch } from './page.ts';

// The site on a host of files, at a sub-path, by the configuration that the guide prints: where nginx is installed.

const file = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const found = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((one) => existsSync(one));

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A policy of the host's own, as strict as they come. */
const POLICY = "default-src 'self'; worker-src 'self' blob:; img-src 'self' data: blob:";

/** What the guide prints, with a free port and the folder of the build; and once more with a policy for all pages. */
function configuration(folder: string, port: number, strict: number): string {
  const printed = /```nginx\n([\s\S]*?)```/.exec(readFileSync(file('src/embed/README.md'), 'utf8'))![1]!;
  const server = printed.replace('listen 8080;', `listen 127.0.0.1:${port};`).replaceAll('/srv/shanhai/', file('dist/'));
  const stricter = server
    .replace(`:${port};`, `:${strict};`)
    .replaceAll(/add_header X-Content/g, `add_header Content-Security-Policy "${POLICY}"; add_header X-Content`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  return `${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { include /etc/nginx/mime.types; access_log off; ${temporary} ${server} ${stricter} }`;
}

if (found)
  test.describe('on nginx, as the guide configures it', () => {
    test.describe.configure({ mode: 'default' });
    let nginx: ChildProcess;
    let [home, strict] = ['', ''];
    test.beforeAll(async () => {
      const [folder, port, other] = [mkdtempSync(path.join(tmpdir(), 'nginx-')), await freePort(), await freePort()];
      const config = path.join(folder, 'nginx.conf');
      writeFileSync(config, configuration(folder, port, other));
      const checked = spawnSync(found, ['-t', '-c', config], { encoding: 'utf8' });
      expect(checked.status, checked.stderr).toBe(0);
      nginx = spawn(found, ['-c', config, '-g', 'daemon off;'], { stdio: 'inherit' });
      [home, strict] = [port, other].map((at) => `http://127.0.0.1:${at}/shanhai/`) as [string, string];
      await expect
        .poll(() =>
          fetch(home).then(
            ({ status }) => status,
            () => 0,
          ),
        )
        .toBe(200);
    });
    test.afterAll(() => void nginx.kill());

    test('pages of every kind open at a sub-path, and nothing is refused', async ({ page }) => {
      const faults = watch(page);
      for (const [address, heading] of [
        ['?lang=en&pairing=zhejiang-haixi', 'Shanhai'],
        ['e/zhejiang-haixi/en/', 'Zhejiang → Haixi'],
        ['p/zhejiang-haixi/', '浙江'],
        ['embed.html?has=flights&lang=en', 'China’s east–west pairings'],
        ['guide/', '把地图放进你的页面'],
      ] as const) {
        await page.goto(home + address);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
      }
      await page.goto(`${home}?lang=en&pairing=zhejiang-haixi`);
      await expect(page.getByRole('dialog', { name: 'Zhejiang → Haixi' })).toBeVisible();
      expect(faults).toEqual({ foreign: [], errors: [] });
    });

    test('under a policy of the host’s own all pages work, the first with its styles from a file', async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => /violates/.test(message.text()) && refused.push(page.url()));
      for (const address of ['e/zhejiang-haixi/en/', 'p/zhejiang-haixi/', 'embed.html?has=flights&lang=en', 'guide/'])
        await page.goto(strict + address);
      expect(refused).toEqual([]);
      await page.goto(`${strict}?lang=en&pairing=zhejiang-haixi`);
      const dialog = page.getByRole('dialog', { name: 'Zhejiang → Haixi' });
      await expect(dialog).toBeVisible();
      await expect(dialog).toHaveCSS('position', 'absolute');
    });

    test('what has its content in its name is kept a year, all else minutes; data may be asked for from elsewhere; what is not there is missing', async () => {
      const get = (name: string) => fetch(home + name, { headers: { 'accept-encoding': 'gzip' } });
      const html = await (await get('e/zhejiang-haixi/')).text();
      const script = /src="\.\.\/\.\.\/(assets\/embed-[^"]+\.js)"/.exec(html)![1]!;
      const [asset, data, element] = await Promise.all([script, 'data/shanhai.json', 'shanhai-map.js'].map(get));
      expect(asset!.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      for (const one of [data!, element!]) {
        expect(one.headers.get('cache-control')).toBe('public, max-age=600');
      }
      for (const one of [asset!, data!, element!]) {
        expect(one.status).toBe(200);
        expect(one.headers.get('access-control-allow-origin')).toBe('*');
        expect(one.headers.get('content-encoding')).toBe('gzip');
      }
      expect((await get('nothing-here')).status).toBe(404);
      expect((await get('e/nothing-here/')).status).toBe(404);
    });
  });
