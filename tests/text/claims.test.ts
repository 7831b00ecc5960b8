import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { claims } from '../claims.ts';
import { REAL } from '../fixtures/world.ts';
import { VIEWS } from '../views.ts';

const FILE = fileURLToPath(new URL('../claims.md', import.meta.url));

test('what the atlas claims is what was read: a change shows here. `UPDATE=1 npx vitest run tests/text/claims.test.ts` writes it anew', () => {
  const text = claims(REAL);
  if (process.env['UPDATE']) writeFileSync(FILE, text);
  expect(text).toBe(readFileSync(FILE, 'utf8'));
});

test('the claims are those of every named view and every pairing', () => {
  const text = readFileSync(FILE, 'utf8');
  for (const { name } of VIEWS) expect(text).toContain(`## View ${name}:`);
  for (const { id } of REAL.dataset.pairings) expect(text).toContain(id);
});
