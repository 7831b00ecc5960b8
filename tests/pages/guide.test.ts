import { mkdirSync, mkdtempSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { GUIDE, guideFiles, PICTURES } from '../../src/pages/guide.ts';
import { zipped } from '../../src/pages/zip.ts';
import { shareWords } from '../../src/text/share.ts';
import { snippetWords } from '../../src/text/snippet.ts';

const src = (file: string) => new URL(`../../src/${file}`, import.meta.url);
const read = (file: string) => readFileSync(src(file), 'utf8');
const pages = guideFiles(read, 'assets/page.css');

test('the guide is a page in each language, and leads nowhere that is not there', () => {
  expect([...pages.keys()]).toEqual(GUIDE.map(({ folder }) => `${folder}index.html`));
  for (const [name, html] of pages) {
    const here = new URL(name, 'https://atlas.example/');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, to] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const { pathname, hash, origin } = new URL(to!, here);
      if (origin !== here.origin) continue;
      if (to!.startsWith('#')) expect(ids, `${name} ${to}`).toContain(decodeURIComponent(hash.slice(1)));
      else if (pathname.startsWith(`/${PICTURES}`)) expect(existsSync(src(`embed/pictures/${path.basename(pathname)}`)), to).toBe(true);
      else
        expect([...pages.keys(), 'index.html', 'icon.svg', 'assets/page.css'], `${name} ${to}`).toContain(
          pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1),
        );
    }
    expect(html).not.toMatch(/<script|style=|\bon[a-z]+="/);
  }
});

test.each(['zh', 'en'] as const)('the guide calls buttons by the names they have, %s', (lang) => {
  const text = read(lang === 'zh' ? 'embed/README.zh.md' : 'embed/README.md');
  const [share, words] = [shareWords(lang), snippetWords(lang)];
  for (const name of [share.buildEmbed, share.copyEmbed, words.kinds.picture, words.kinds.wechat, words.kinds.element, words.follows.pin])
    expect(text).toContain(`**${name}**`);
  // What one language says of addresses the other does too.
  for (const key of ['lang', 'theme', 'hide', 'autoload', 'at', 'static', 'data', 'events'])
    expect(text).toMatch(new RegExp(`^\\| \`${key}=`, 'm'));
});

test('the zip has every file of the site under one folder, and is the same bytes each time', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(folder, 'e/浙江'), { recursive: true });
  mkdirSync(path.join(folder, '.vite'));
  writeFileSync(path.join(folder, 'index.html'), '<p>山海图</p>');
  writeFileSync(path.join(folder, 'e/浙江/card.png'), new Uint8Array(100));
  writeFileSync(path.join(folder, '.vite/manifest.json'), '{}');
  const bytes = zipped(folder);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['shanhai/e/浙江/card.png', 'shanhai/index.html']);
  expect(new TextDecoder().decode(files['shanhai/index.html'])).toBe('<p>山海图</p>');
  expect(Buffer.from(zipped(folder)).equals(Buffer.from(bytes))).toBe(true);
});
