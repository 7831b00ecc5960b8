import { readdirSync, readFileSync } from 'node:fs';
import { wcagContrast as contrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { cssVariables, DARK, LIGHT, THEMES } from '../../src/look/themes.ts';
import { REAL } from '../fixtures/world.ts';

/** Every field of a theme by its group and name. */
const fields = (theme: object): [string, unknown][] =>
  Object.entries(theme).flatMap(([group, value]) =>
    typeof value === 'object'
      ? Object.entries(value as object).map(([name, inner]): [string, unknown] => [`${group}.${name}`, inner])
      : [[group, value]],
  );

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('both themes have the same colours', () => {
  expect(fields(LIGHT).map(([name]) => name)).toEqual(fields(DARK).map(([name]) => name));
  expect([THEMES.light, THEMES.dark]).toEqual([LIGHT, DARK]);
});

describe.each(Object.values(THEMES))('$name', ({ ground, arc, route, dot, text, ui, ...theme }) => {
  test('every colour is six lower-case hex digits, every strength from 0 to 1', () => {
    const all = fields({ ground, arc, route, dot, text, ui, recipient: theme.recipient, programme: theme.programme });
    for (const [name, value] of all) {
      if (typeof value === 'number') expect(value >= 0 && value <= 1, name).toBe(true);
      else expect(value, name).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  test('arcs that are not chosen are fainter than the chosen, and still there', () => {
    expect(theme.faded).toBeGreaterThan(0.1);
    expect(theme.faded).toBeLessThan(theme.strong / 2);
    expect(theme.strong).toBeLessThanOrEqual(1);
  });

  test('words of the page have 4.5 to 1 against panel and paper', () => {
    for (const words of ['ink', 'soft', 'faint', 'accent', 'focus'] as const) {
      for (const under of ['panel', 'paper'] as const)
        expect(contrast(ui[words], ui[under]), `${words} on ${under}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ui.accentInk, ui.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('names of what the map is about have 4.5 to 1 against land, sea and halo', () => {
    for (const name of ['donor', 'recipient', 'project', 'route', 'far'] as const) {
      for (const under of [ground.china, ground.land, ground.sea, text.halo])
        expect(contrast(text[name], under), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('names of the ground have 3 to 1 against what they stand on, and against their halo', () => {
    const { china, land, veil, sea, shelf, lake } = ground;
    const on = { province: [china], physical: [china, sea, lake], country: [land, veil], sea: [sea, shelf] };
    for (const [name, grounds] of Object.entries(on)) {
      for (const under of [...grounds, text.halo])
        expect(contrast(text[name as keyof typeof on], under), `${name} on ${under}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('arcs have 3 to 1 against all they cross, from end to end', () => {
    for (const end of ['from', 'mid', 'to'] as const) {
      for (const under of ['china', 'land', 'sea'] as const)
        expect(contrast(arc[end], ground[under]), `${end} on ${under}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('routes, dots and the network’s hairlines have 3 to 1 against land and sea', () => {
    const things = {
      ...theme.programme,
      flight: route.flight,
      freight: route.freight,
      railTour: route.railTour,
      donor: dot.donor,
      recipient: dot.recipient,
      project: dot.project,
      stop: dot.stop,
      far: dot.far,
    };
    for (const [name, colour] of Object.entries(things)) {
      for (const under of ['china', 'land', 'sea'] as const)
        expect(contrast(colour, ground[under]), `${name} on ${under}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('each programme of the data has a colour of its own', () => {
    expect(Object.keys(theme.programme)).toEqual(expect.arrayContaining(REAL.dataset.programmes.map(({ id }) => id)));
    expect(new Set(Object.values(theme.programme)).size).toBe(Object.keys(theme.programme).length);
  });

  test('China’s boundary and the recipients’ outlines have 3 to 1 against the land', () => {
    expect(contrast(ground.boundary, ground.china)).toBeGreaterThanOrEqual(3);
    expect(contrast(ground.boundary, ground.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.recipient.line, ground.china)).toBeGreaterThanOrEqual(3);
  });

  test('the donor’s end is blue and the recipient’s is orange', () => {
    const [red, , blue] = [0, 1, 2].map((i) => (colour: string) => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16));
    for (const colour of [arc.from, dot.donor, text.donor]) expect(blue!(colour), colour).toBeGreaterThan(red!(colour));
    for (const colour of [arc.to, dot.recipient, text.recipient]) expect(red!(colour), colour).toBeGreaterThan(blue!(colour));
  });
});

describe('custom properties of CSS', () => {
  const declared = (css: string) => new Map(css.split(';').map((one) => one.split(':') as [string, string]));

  test('have every colour of the theme once, under its name, and its shadow', () => {
    const css = declared(cssVariables(DARK));
    expect(css.get('--ui-accent-ink')).toBe(DARK.ui.accentInk);
    expect(css.get('--ground-boundary-halo')).toBe(DARK.ground.boundaryHalo);
    const grouped = fields(DARK).filter(([name]) => name.includes('.'));
    const { '--shadow': shadow, ...colours } = Object.fromEntries(css);
    expect(shadow).toContain('px');
    expect(Object.values(colours)).toEqual(grouped.map(([, value]) => String(value)));
    expect(cssVariables(DARK).split(';')).toHaveLength(css.size);
  });

  test('are the same names in both themes', () => {
    expect([...declared(cssVariables(LIGHT)).keys()]).toEqual([...declared(cssVariables(DARK)).keys()]);
  });

  test('are there for every style sheet that asks for one', () => {
    const src = new URL('../../src/', import.meta.url);
    const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|svelte|html)$/.test(file));
    const groups = Object.keys(LIGHT).join('|');
    const given = declared(cssVariables(LIGHT));
    const asked = sheets.flatMap((file) =>
      [...readFileSync(new URL(file, src), 'utf8').matchAll(new RegExp(`var\\((--(?:${groups})-[a-z-]+)`, 'g'))].map(([, name]) => ({
        file,
        name: name!,
      })),
    );
    expect(asked.filter(({ name }) => !given.has(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
  });
});
