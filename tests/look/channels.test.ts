import { clampRgb, converter, differenceCiede2000, wcagContrast, type Lrgb } from 'culori';
import { describe, expect, test } from 'vitest';
import { BRANCH_DASH_PX } from '../../src/look/strokes.ts';
import { SECTION_GLYPHS } from '../../src/look/glyphs.ts';
import { DARK, LIGHT } from '../../src/look/themes.ts';

/** How a colour looks to eyes without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const EYES: Record<string, number[][] | null> = {
  'all cones': null,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const linear = converter('lrgb');
const seen = (colour: string, eyes: number[][] | null): Lrgb => {
  const made = linear(colour)!;
  const [r, g, b] = (
    eyes ?? [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]
  ).map(([x, y, z]) => x! * made.r + y! * made.g + z! * made.b);
  return clampRgb({ mode: 'lrgb', r: r!, g: g!, b: b! });
};
const difference = differenceCiede2000();

test('the measure of difference is the published one', () => {
  // Pairs 1 and 17 of the data that accompany the formula.
  const lab = (l: number, a: number, b: number) => ({ mode: 'lab65', l, a, b }) as const;
  expect(difference(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485))).toBeCloseTo(2.0425, 3);
  expect(difference(lab(50, 2.5, 0), lab(73, 25, -18))).toBeCloseTo(27.1492, 3);
});

describe.each([LIGHT, DARK])('channels in the $name theme', ({ channel, ground }) => {
  const names = Object.keys(channel) as (keyof typeof channel)[];

  test.each(Object.entries(EYES))('differ by 20 and more to eyes with %s', (_, eyes) => {
    for (const a of names)
      for (const b of names)
        if (a < b) expect(difference(seen(channel[a], eyes), seen(channel[b], eyes)), `${a} ${b}`).toBeGreaterThanOrEqual(20);
  });

  test('stand out from the ground', () => {
    for (const name of names) expect(wcagContrast(channel[name], ground.china), name).toBeGreaterThanOrEqual(3);
  });
});

test('channels differ without colour too, by dash and by glyph', () => {
  expect(new Set(Object.values(BRANCH_DASH_PX)).size).toBe(4);
  expect(new Set(Object.values(SECTION_GLYPHS)).size).toBe(4);
});
