import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { THEMES } from '../../src/look/themes.ts';
import { scene } from '../../src/scene/scene.ts';
import { parse } from '../../src/state/url.ts';
import { still } from '../../src/still/still.ts';
import { REAL } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';
import { byLine } from './markup.ts';

// Camera, projection and ground are no part of a still, so the views that differ in them alone have none of their own; of the
// others those are kept that draw what the rest do not. The network's hairlines, many and alike, are left out, as from the
// first paint. `UPDATE=1 npx vitest run tests/still` draws the stills anew.
const KEPT = ['first', 'haixi', 'aksu', 'xining'];
const PICTURES = KEPT.flatMap((name) => [{ name, theme: 'light', lang: 'zh' } as const, { name, theme: 'dark', lang: 'en' } as const]);
const folder = fileURLToPath(new URL('../stills/', import.meta.url));

test.each(PICTURES)('the still of $name in $theme, $lang, is as it was', ({ name, theme, lang }) => {
  const { query } = VIEWS.find((view) => view.name === name)!;
  const text = byLine(still(scene(REAL, { ...parse(query), network: 'off' }, THEMES[theme]), THEMES[theme], lang, 'still'));
  const file = `${folder}${name}-${theme}.html`;
  if (process.env['UPDATE']) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing: UPDATE=1 npx vitest run tests/still`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('no still is kept that nobody looks at', () => {
  expect(readdirSync(folder).sort()).toEqual(PICTURES.map(({ name, theme }) => `${name}-${theme}.html`).sort());
});
