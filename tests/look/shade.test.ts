import { expect, test } from 'vitest';
import { shadeScale } from '../../src/look/shade.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';

test.each([LIGHT, DARK])('shades in the $name theme grow with the amount, from 0 to a round number', (theme) => {
  const shade = shadeScale([1.3e9, 7.3e8, 12], theme);
  expect(shade.classes[0]!.from).toBe(0);
  expect(shade.classes.at(-1)!.to).toBe(1.5e9);
  for (const { from, to, colour } of shade.classes) {
    expect(shade((from + to) / 2)).toBe(colour);
    expect(shade(to - 1)).toBe(colour);
  }
  expect(shade(1.5e9)).toBe(theme.shades[3]);
});

test('no amount at all makes no class of nothing', () => {
  expect(shadeScale([], LIGHT).classes.every(({ from, to }) => to > from)).toBe(true);
});
