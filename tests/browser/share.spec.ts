import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test, type Download, type Page } from '@playwright/test';
import { LIGHT } from '../../src/look/themes.ts';
import { violations } from './axe.ts';
import { DATASET, open, shown, turn, watch } from './page.ts';

const share = (page: Page) => page.getByRole('dialog', { name: /分享与导出|Share and export/ });

async function openShare(page: Page, query = ''): Promise<void> {
  await open(page, query);
  await page.getByRole('button', { name: /^(分享|Share)$/ }).click();
  await expect(share(page).getByRole('img')).toBeVisible({ timeout: 30_000 });
}

async function download(page: Page, button: RegExp): Promise<{ file: string; bytes: Buffer }> {
  const [found]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    share(page).getByRole('button', { name: button }).click(),
  ]);
  return { file: found.suggestedFilename(), bytes: readFileSync(await found.path()) };
}

/** Chunks of a PNG by name. */
function chunksOf(png: Buffer): Record<string, Buffer[]> {
  const chunks: Record<string, Buffer[]> = {};
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    (chunks[png.toString('latin1', at + 4, at + 8)] ??= []).push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}
/** How many pixels of a picture have about a colour, and how many colours it has; read by the browser. */
const colours = (page: Page, png: Buffer, hex: string): Promise<{ near: number; kinds: number }> =>
  page.evaluate(
    async ([data, hex]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data: px } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex!.slice(i, i + 2), 16)) as [number, number, number];
      const kinds = new Set<number>();
      let near = 0;
      for (let i = 0; i < px.length; i += 4) {
        kinds.add((px[i]! << 16) | (px[i + 1]! << 8) | px[i + 2]!);
        if (Math.abs(px[i]! - r) + Math.abs(px[i + 1]! - g) + Math.abs(px[i + 2]! - b) < 24) near++;
      }
      return { near, kinds: kinds.size };
    },
    [png.toString('base64'), hex] as const,
  );

test('a picture is downloaded in the size chosen, with arcs on it, and A4 says its density', async ({ page }) => {
  const faults = watch(page);
  await openShare(page, 'lang=zh&pairing=zhejiang-haixi&theme=light');
  const wide = await download(page, /^PNG 1600 × 900$/);
  expect(wide.file).toBe('shanhai-zhejiang-haixi-wide.png');
  expect([wide.bytes.readUInt32BE(16), wide.bytes.readUInt32BE(20)]).toEqual([1600, 900]);
  const { near, kinds } = await colours(page, wide.bytes, LIGHT.arc.to);
  expect(near).toBeGreaterThan(100);
  expect(kinds).toBeGreaterThan(200);
  await expect(share(page).getByRole('status')).toHaveText('正在保存shanhai-zhejiang-haixi-wide.png。');
  const twice = await download(page, /^PNG 3200 × 1800$/);
  expect(twice.bytes.readUInt32BE(16)).toBe(3200);

  await share(page).getByRole('radio', { name: /^A4/ }).check({ force: true });
  const a4 = await download(page, /^PNG 3508 × 2480$/);
  expect([a4.bytes.readUInt32BE(16), a4.bytes.readUInt32BE(20)]).toEqual([3508, 2480]);
  const chunks = chunksOf(a4.bytes);
  expect(chunks['pHYs']![0]!.readUInt32BE(0)).toBe(11811);
  expect(inflateSync(Buffer.concat(chunks['IDAT']!)).length).toBeGreaterThan(1e6);
  for (const [shape, size] of [
    [/方形/, /^PNG 1080 × 1080$/],
    [/9:16/, /^PNG 1080 × 1920$/],
  ] as const) {
    await share(page).getByRole('radio', { name: shape }).check({ force: true });
    const { bytes } = await download(page, size);
    expect(`PNG ${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}`).toMatch(size);
  }
  expect(faults).toEqual({ foreign: [], errors: [] });
});

test('the vector picture stands by itself, and its letters are letters', async ({ page }) => {
  await openShare(page, 'lang=en&pairing=zhejiang-aksu&unfold=channels');
  const { file, bytes } = await download(page, /^SVG/);
  expect(file).toBe('shanhai-zhejiang-aksu-wide.svg');
  const text = bytes.toString('utf8');
  expect(text).not.toMatch(/foreignObject|<image|<script/);
  const found = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const shown = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
    document.body.append(shown);
    const page = shown.getBoundingClientRect();
    const beyond = [...shown.querySelectorAll('text')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1 || box.bottom > page.bottom + 1;
    });
    const words = [...shown.querySelectorAll('text')].map((one) => one.textContent);
    shown.remove();
    return { error: parsed.querySelector('parsererror')?.textContent ?? null, beyond: beyond.map((one) => one.textContent), words };
  }, text);
  expect(found.error).toBeNull();
  expect(found.beyond).toEqual([]);
  expect(found.words).toContain('Zhejiang → Aksu');
  expect(found.words.some((word) => /^Funding \d+$/.test(word))).toBe(true);
});

test('the headline can be written anew: picture and printed page have it, and another view its own', async ({ page }) => {
  await openShare(page, 'lang=en&pairing=zhejiang-haixi');
  // While it is drawn anew nothing can be saved: that may be over before anyone looks.
  await share(page)
    .getByRole('button', { name: /^SVG/ })
    .evaluate((button: HTMLButtonElement) =>
      new MutationObserver(() => {
        if (button.disabled) button.dataset['waited'] = 'yes';
      }).observe(button, { attributes: true, attributeFilter: ['disabled'] }),
    );
  await share(page).getByRole('textbox', { name: 'Headline' }).fill('What came of Haixi');
  await expect(share(page).getByRole('button', { name: /^SVG/ })).toHaveAttribute('data-waited', 'yes');
  await expect(share(page).getByRole('button', { name: /^SVG/ })).toBeEnabled();
  const { bytes } = await download(page, /^SVG/);
  expect(bytes.toString('utf8')).toContain('>What came of Haixi</text>');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed')).toContainText('What came of Haixi');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.keyboard.press('Escape');
  await turn(page, 'lang=en&pairing=zhejiang-aksu');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(share(page).getByRole('textbox', { name: 'Headline' })).toHaveValue('');
});

test('link, sentences, citation and code are copied, and it is said', async ({ browser }) => {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await openShare(page, 'donor=zhejiang&has=flights&from=2021&to=2025&lang=en');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const said = share(page).getByRole('status');

  await share(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(said).toHaveText('The link is copied.');
  const link = await clipboard();
  expect(link.length).toBeLessThanOrEqual(400);

  await share(page).getByRole('button', { name: 'Copy sentences' }).click();
  await expect(said).toHaveText('The sentences are copied.');
  expect(await clipboard()).toMatch(
    /^Shanhai covers \d+ pairings and \d+ inferred ties, of which \d+ pairings? (and \d+ inferred ties? )?(match|matches) .*\. .*\.$/,
  );

  await share(page).getByRole('radio', { name: 'BibTeX' }).check({ force: true });
  await share(page).getByRole('button', { name: 'Copy citation' }).click();
  expect(await clipboard()).toMatch(/^@dataset\{[\s\S]+\}$/);
  await share(page).getByRole('button', { name: 'Choose how it looks' }).click();
  await share(page).getByRole('button', { name: 'Copy code' }).click();
  expect(await clipboard()).toContain('/embed.html?');

  await share(page).getByRole('button', { name: 'Copy picture' }).click();
  await expect(said).toHaveText('The picture is copied.');
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types)).toEqual(['image/png']);

  const csv = await download(page, /^Download CSV$/);
  const rows = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(rows[0]).toMatch(/^\ufeffid,pairing,channel/);
  const ids = new Set(rows.slice(1).map((row) => row.split(',')[1]));
  expect(ids.size).toBeGreaterThan(0);
  for (const id of ids) expect(DATASET.pairings.some((pairing) => pairing.id === id)).toBe(true);

  await page.goto(link);
  await shown(page);
  expect(page.url()).toBe(link);
  await context.close();
});

test('where copying is not allowed the text is selected and the reader told how', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
  );
  await openShare(page, 'lang=en');
  await share(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(share(page).getByRole('status')).toHaveText(/Ctrl\+C/);
  expect((await page.evaluate(() => String(getSelection()))).trim()).toBe(page.url());
});

test.describe('on paper', () => {
  for (const [query, title] of [
    ['lang=zh', '中国东西部结对地图'],
    ['lang=en&pairing=zhejiang-haixi&theme=dark', 'Zhejiang → Haixi'],
    ['lang=zh&pairing=zhejiang-aksu&at=80.5,41,6.2', '浙江 → 阿克苏地区'],
  ] as const)
    test(`${query} is one page with its title`, async ({ page }) => {
      await open(page, query);
      // What a page needs is fetched once the map stands: until then a print would be the style sheet's own page.
      const printed = () =>
        page.evaluate(() => {
          dispatchEvent(new Event('beforeprint'));
          const words = document.querySelector('.printed')?.textContent ?? '';
          dispatchEvent(new Event('afterprint'));
          return words;
        });
      await expect.poll(printed).toContain(title);
      await page.evaluate(() => addEventListener('beforeprint', () => (document.title = document.querySelector('.printed')!.textContent)));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      // The listener above heard of the print after the page's own.
      expect(await page.title()).toContain(title);
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 84[12]\.\d+ 59[45]\.\d+\s*\]/);
      await expect(page.locator('.printed')).toBeEmpty();
    });

  test('before the scripts are there it is one page too', async ({ page }) => {
    await page.route(/assets\/.*\.js$/, (route) => route.abort());
    await page.goto('/?lang=zh');
    await expect(page.locator('.masthead')).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });
});

test.describe('anyone can use it', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });
  for (const theme of ['light', 'dark'] as const)
    test(`axe finds nothing, ${theme}`, async ({ page }) => {
      await openShare(page, `lang=en&theme=${theme}`);
      expect(await violations(page)).toEqual([]);
    });
});

test('Escape closes it and the focus goes back', async ({ page }) => {
  await openShare(page, 'lang=zh&pairing=zhejiang-haixi');
  await page.keyboard.press('Escape');
  await expect(share(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: '分享' })).toBeFocused();
  expect(new URL(page.url()).searchParams.get('pairing')).toBe('zhejiang-haixi');
});

test('the code of an embed is of what is chosen, and its preview tells the height that it needs', async ({ page }) => {
  await open(page, 'lang=en&pairing=zhejiang-haixi');
  await page.getByRole('button', { name: 'Share' }).click();
  await share(page).getByRole('button', { name: 'Choose how it looks' }).click();
  const code = share(page).getByRole('textbox', { name: 'Embed' });
  const frame = share(page).frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Zhejiang → Haixi');
  // At first in the reader's language, as high as it is.
  await expect(code).toContainText('/e/zhejiang-haixi/en/"');
  const high = async () => Number(/ height="(\d+)"/.exec((await code.textContent())!)![1]);
  const own = () => frame.locator('main').evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  await expect.poll(async () => Math.abs((await high()) - (await own()))).toBeLessThanOrEqual(2);
  const column = await high();
  await share(page).getByRole('radio', { name: 'Phone', exact: true }).check({ force: true });
  await expect.poll(high).not.toBe(column);
  await expect.poll(async () => Math.abs((await high()) - (await own()))).toBeLessThanOrEqual(2);
  await share(page).getByRole('radio', { name: '中文' }).check({ force: true });
  await share(page).getByRole('radio', { name: 'Dark' }).last().check({ force: true });
  await share(page).getByRole('checkbox', { name: 'Sources' }).uncheck();
  await expect(code).toContainText('/e/zhejiang-haixi/?theme=dark&amp;hide=sources"');
  await expect(code).toContainText('title="浙江 → 海西州"');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await share(page).getByRole('radio', { name: 'Keep as of now' }).check({ force: true });
  await expect(share(page)).toContainText('Readers keep seeing the figures of 28 Nov 2026.');
  await expect(code).toContainText('hide=sources&amp;data=2026-11-28"');
  await expect(frame.locator('.bound:visible')).toHaveText('数据截至2026年11月28日，此后无更新。');
  // What is left where frames and scripts are taken out still says what it is, and leads to the table.
  await expect(code).toContainText('<figcaption>浙江 → 海西州。山海图');
  await expect(code).toContainText('/p/zhejiang-haixi/">全部数据（表格）</a>');
  await share(page).getByRole('radio', { name: 'Element' }).check({ force: true });
  await expect(code).toContainText('<shanhai-map pairing="zhejiang-haixi" lang="zh" theme="dark" data="2026-11-28">');
  await share(page).getByRole('radio', { name: 'WeChat' }).check({ force: true });
  await expect(share(page).getByRole('img', { name: /\/p\/zhejiang-haixi\/$/ })).toBeVisible();
  const qr = await download(page, /^Save QR code$/);
  expect(qr.bytes.toString('utf8')).toContain('<svg');
});
