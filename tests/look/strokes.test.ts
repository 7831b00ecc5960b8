import { describe, expect, test } from 'vitest';
import { MODES } from '../../data/schema.ts';
import { GLYPHS, ICONS } from '../../src/look/glyphs.ts';
import { STROKES } from '../../src/look/strokes.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';

test('lines of the modes are told apart without colour', () => {
  const shapes = MODES.map((mode) => JSON.stringify(STROKES[mode](LIGHT).map(({ widthPx, dashPx, cap }) => ({ widthPx, dashPx, cap }))));
  expect(new Set(shapes).size).toBe(MODES.length);
  const rhythms = MODES.map((mode) => JSON.stringify(STROKES[mode](LIGHT).map(({ dashPx }) => dashPx)));
  expect(new Set(rhythms).size).toBe(MODES.length);
});

test.each(MODES)('%s has the same shape in both themes, in colours of the theme', (mode) => {
  const [light, dark] = [STROKES[mode](LIGHT), STROKES[mode](DARK)];
  const shape = ({ widthPx, dashPx, cap }: (typeof light)[number]) => ({ widthPx, dashPx, cap });
  expect(light.map(shape)).toEqual(dark.map(shape));
  for (const { colour, glyph } of light) expect(Object.values(LIGHT.route)).toEqual(expect.arrayContaining([colour, glyph]));
  for (const { colour, glyph } of dark) expect(Object.values(DARK.route)).toEqual(expect.arrayContaining([colour, glyph]));
});

test.each(MODES)('%s is drawn from wide to narrow, so that each stroke shows', (mode) => {
  const widths = STROKES[mode](LIGHT).map(({ widthPx }) => widthPx);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

describe('signs', () => {
  test('each mode has one; of them a plane alone turns with its line', () => {
    expect(Object.keys(GLYPHS).sort()).toEqual([...MODES].sort());
    expect(MODES.filter((mode) => GLYPHS[mode].turns)).toEqual(['flight']);
  });

  test.each([...Object.entries(ICONS), ...MODES.map((mode) => [mode, GLYPHS[mode].path] as const)])(
    '%s is a path within its box of 24',
    (_, path) => {
      expect(path).toMatch(/^M[-\d\s.,MmLlHhVvCcSsQqAaZz]+$/);
      const absolute = [...path.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
      expect(Math.min(...absolute)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...absolute)).toBeLessThanOrEqual(24);
    },
  );
});
