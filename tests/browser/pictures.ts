import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { VIEWS } from '../views.ts';
import { MAP, open } from './page.ts';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const { name, query } of VIEWS) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      test(`${name} ${theme} ${size}`, MAP, async ({ browser }) => {
        const context = await browser.newContext({
          viewport,
          isMobile: size === 'phone',
          hasTouch: size === 'phone',
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        await open(page, `${query}&theme=${theme}&lang=${theme === 'light' ? 'zh' : 'en'}`, { sharp: true });
        await page.screenshot({
          path: fileURLToPath(new URL(`../../test-results/pictures/${name}-${theme}-${size}.png`, import.meta.url)),
        });
        await context.close();
      });
    }
  }
}
