import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds wrong with a page, or a part of it, as it stands. Its context must bypass the page's own policy, which forbids the injected script. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async (part) => {
    const { axe } = window as unknown as { axe: { run: (part: string, options: object) => Promise<{ violations: Violation[] }> } };
    // Whoever speaks to the page must be able to say what they read.
    const rules = { 'label-content-name-mismatch': { enabled: true } };
    return (await axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules })).violations;
  }, part);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}
