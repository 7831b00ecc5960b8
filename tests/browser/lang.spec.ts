import { expect, test, type Page } from '@playwright/test';
import { open } from './page.ts';

/**
 * In the page: every text a reader sees or hears in the other language than the page's, unless it is marked as being in it.
 * The map's names are in both by design. Names of files, of the atlas itself and of other people's works are the same in both.
 */
function foreign(lang: 'zh' | 'en'): string[] {
  const wrong = lang === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{3,}/;
  const same =
    /^(Shanhai|[a-z0-9]+(-[a-z0-9]+)+|[\w.-]+\.(csv|xlsx|json|geojson)|BibTeX|APA|GB\/T 7714|CSV|TSV|PNG|SVG|PDF|JSON|GeoJSON|XLSX|Excel|Frictionless|Data|Package|Apache(-2\.0)?|ECharts|Natural|Earth|NASA|three-globe|CNY|GDP|https?:\S+|kWh|LED|AI|VR|CC BY|English)$/;
  const found: string[] = [];
  const tell = (text: string, element: Element) => {
    if (!wrong.test(text)) return;
    const marked = element.closest('[lang]')?.getAttribute('lang');
    if (marked?.startsWith(lang === 'en' ? 'zh' : 'en')) return;
    if (element.closest('.inset, .stage')) return;
    const rest =
      lang === 'en'
        ? text
        : text
            .replace(/[\w.]+\.(com|cn)/g, ' ')
            .split(/[\s（）()，。、：·/《》“”]+/)
            .filter((word) => /[A-Za-z]{3,}/.test(word) && !same.test(word))
            .join(' ');
    if (rest) found.push(`${element.tagName.toLowerCase()}.${String(element.className).split(' ')[0]}: ${text.trim().slice(0, 80)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    if (element.closest('noscript, script, style, svg') || !element.checkVisibility()) continue;
    tell(node.textContent ?? '', element);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (element.checkVisibility())
      for (const name of ['aria-label', 'title', 'placeholder']) tell(element.getAttribute(name) ?? '', element);
  return [...new Set(found)];
}

const check = async (page: Page, lang: 'zh' | 'en', state: string) => expect(await page.evaluate(foreign, lang), state).toEqual([]);

for (const lang of ['zh', 'en'] as const) {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);

  test(`nothing is left in the other language (${lang})`, async ({ page }) => {
    test.setTimeout(240_000);
    await open(page, `lang=${lang}&from=2021&to=2025&shade=on`);
    await page.getByRole('button', { name: say('更多', 'More') }).click();
    await check(page, lang, 'filters and years');
    await open(page, `lang=${lang}&pairing=zhejiang-aksu&unfold=projects`);
    await check(page, lang, 'an unfolded pairing');
    await page.getByRole('button', { name: say('打开档案', 'Open dossier') }).click();
    const tabs = page.getByRole('tab');
    const count = await tabs.count();
    for (let i = 0; i < count; i++) {
      await tabs.nth(i).click();
      await check(page, lang, `tab ${i} of a dossier`);
    }
    await open(page, `lang=${lang}&pairing=zhejiang-haixi&record=zhejiang-haixi-aid-2021-2025&tab=dossier`);
    await check(page, lang, 'a figure');
    await open(page, `lang=${lang}&record=golmud&at=95,36.6,6`);
    await check(page, lang, 'a place, near');
    await open(page, `lang=${lang}&tab=sources`);
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(page, lang, 'about the data');
  });
}
