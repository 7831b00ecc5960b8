import { readFileSync } from 'node:fs';
import { createPropertyExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { FINE_ZOOM, GROUND, groundOpacity, INSET, NEARING, valueOf, widthAt, type GroundLook } from '../../src/look/ground.ts';
import { cssVariables, DARK, LIGHT, variable, type Theme } from '../../src/look/themes.ts';
import { style } from '../../src/map/style.ts';
import { FRAME_ZOOM } from '../../src/scene/frame.ts';
import { worldPx, project } from '../../src/scene/mercator.ts';
import { scene, type SceneView } from '../../src/scene/scene.ts';
import { groundCss, groundSvg, insetSvg, type InsetGround, type StillGround } from '../../src/still/ground.ts';
import { fitted, sheetMap, type SheetGround } from '../../src/sheet/map.ts';
import { REAL } from '../fixtures/world.ts';

// Each renderer is read from what it makes, and compared with the table.
const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}.json`, import.meta.url), 'utf8')) as T;
const THEMES = [LIGHT, DARK];
const colourOf = (theme: Theme, look: GroundLook) => valueOf(theme, look.colour);
const px = (n: number) => n.toFixed(2);

describe('the live map', () => {
  const relief = {
    url: 'relief.webp',
    coordinates: [
      [60, 58],
      [150, 58],
      [150, 8],
      [60, 8],
    ] as [[number, number], [number, number], [number, number], [number, number]],
  };
  type Layer = { id: string; minzoom?: number; paint: Record<string, unknown> };
  const layersOf = (theme: Theme, outline = true, withRelief = true) =>
    style({ theme, lang: 'zh', labels: 'one', leastPx: 0, outline, relief: withRelief ? relief : null }).layers as unknown as Layer[];
  const ids = (layers: Layer[]) => layers.map(({ id }) => id).filter((id) => GROUND.some((look) => look.id === id));
  /** What a number of a layer's paint is at a zoom, as MapLibre works it out. */
  const at = (layer: Layer, type: string, name: string, zoom: number, chosen = false): number => {
    const spec = (latest as unknown as Record<string, Record<string, StylePropertySpecification>>)[`paint_${type}`]![name]!;
    const made = createPropertyExpression(layer.paint[name], `${layer.id}.${name}`, spec);
    if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join());
    return made.value.evaluate({ zoom }, { type: 2, properties: { chosen }, geometry: [] }) as number;
  };

  test('has a layer for each look, in this order; without boundaries those that are none', () => {
    expect(ids(layersOf(LIGHT))).toEqual(GROUND.map(({ id }) => id));
    expect(ids(layersOf(LIGHT, false))).toEqual(GROUND.flatMap(({ id, boundary }) => (boundary ? [] : [id])));
  });

  test.each(THEMES)('paints each as the table has it: $name', (theme) => {
    for (const look of GROUND) {
      const layer = layersOf(theme).find(({ id }) => id === look.id)!;
      const type = { fill: 'fill', line: 'line', dots: 'circle' }[look.kind];
      expect(layer.paint[`${type}-color`], look.id).toEqual(look.whom === 'shaded' ? ['get', 'shade'] : colourOf(theme, look));
      for (const zoom of [2, 3, 3.7, 5, 6, 7.4, 9]) {
        if (look.kind === 'dots') expect(at(layer, type, 'circle-radius', zoom)).toBeCloseTo(widthAt(look.widthPx, zoom) / 2, 5);
        else if (look.kind === 'line') expect(at(layer, type, 'line-opacity', zoom)).toBeCloseTo(groundOpacity(theme, look), 5);
        else {
          // As strong as ever until a view becomes a near one, and then evenly weaker.
          const [from, to] = NEARING;
          const near = 1 + ((look.near ?? 1) - 1) * Math.min(1, Math.max(0, (zoom - from) / (to - from)));
          expect(at(layer, type, 'fill-opacity', zoom)).toBeCloseTo(groundOpacity(theme, look) * near, 5);
          expect(at(layer, type, 'fill-opacity', zoom, true)).toBeCloseTo(groundOpacity(theme, look) * near * (look.chosen ?? 1), 5);
        }
        if (look.kind !== 'line') continue;
        expect(at(layer, type, 'line-width', zoom)).toBeCloseTo(widthAt(look.widthPx, zoom), 5);
        expect(at(layer, type, 'line-width', zoom, true)).toBeCloseTo(widthAt(look.chosenPx ?? look.widthPx, zoom), 5);
        if (look.blurPx) expect(at(layer, type, 'line-blur', zoom)).toBeCloseTo(widthAt(look.blurPx, zoom), 5);
      }
      if (look.kind !== 'line') continue;
      expect(layer.minzoom, look.id).toBe(look.from);
      expect(layer.paint['line-dasharray'], look.id).toEqual(look.dash);
    }
  });

  test('without a relief what lies under it is left out, and what lies over it is whole', () => {
    const layers = layersOf(LIGHT, true, false);
    expect(ids(layers)).not.toContain('land');
    expect(layers.find(({ id }) => id === 'veil')!.paint['fill-opacity']).toBe(1);
  });

  test('its finer shapes are fetched before the first of their lines shows', () => {
    for (const look of GROUND) if (look.kind === 'line' && look.from) expect(FINE_ZOOM).toBeLessThan(look.from);
  });
});

describe('the still', () => {
  const css = groundCss();
  const ruleOf = (selector: string) => css.slice(css.indexOf(`${selector}{`) + selector.length + 1).split('}')[0]!;
  const svg = groundSvg(json<StillGround>('still'), DARK);
  /** The tag of a part's path, or of the group of its paths. */
  const pathOf = (part: string) =>
    new RegExp(`<g [^>]*>(?=<path[^>]*class="g-${part}"[^>]*data-adcode)|<path[^>]*class="g-${part}"[^>]*>`).exec(svg)![0];
  const drawn = GROUND.filter((look) => look.still !== false && !(look.kind === 'fill' && look.relief === 'under'));

  test('paints each look that it draws in the first view’s widths, by names that the page has', () => {
    for (const look of drawn) {
      const rule = ruleOf(`.ground .g-${look.part}`);
      expect(rule).toContain(`${look.kind === 'fill' ? 'fill' : 'stroke'}:var(${variable(look.colour)})`);
      // By itself it has the colours of the theme it was made in, and its widths.
      const made = pathOf(look.part);
      expect(made).toContain(`${look.kind === 'fill' ? 'fill' : 'stroke'}="${valueOf(DARK, look.colour)}"`);
      if (look.kind !== 'fill' && !('blurPx' in look && look.blurPx))
        expect(Number(/stroke-width="([\d.]+)/.exec(made)![1])).toBeCloseTo(widthAt(look.widthPx, FRAME_ZOOM), 2);
    }
    for (const [, name] of css.matchAll(/var\((--[\w-]+)\)/g)) expect(`;${cssVariables(LIGHT)}`).toContain(`;${name}:`);
  });

  test('has a rule for each of its parts and no other', () => {
    const classes = (svg: string) => [...new Set([...svg.matchAll(/class="g-(\w+)"/g)].map(([, name]) => name!))];
    const rules = (of: string) => [...css.matchAll(new RegExp(`\\.${of} \\.g-(\\w+)\\{`, 'g'))].map(([, name]) => name!);
    expect(classes(groundSvg(json<StillGround>('still'), LIGHT))).toEqual(rules('ground'));
    expect(classes(insetSvg(json<InsetGround>('inset'), '', LIGHT))).toEqual(rules('inset'));
    expect(rules('inset')).toEqual(INSET.map(({ part }) => part));
  });
});

describe('the sheet', () => {
  const ground: SheetGround = {
    ...{ base: json('base.topo'), prefectures: json('prefectures.topo'), counties: json('counties.topo') },
    ...{ names: [], inset: json('inset') },
  };
  const size: [number, number] = [900, 700];
  /** The ground of a sheet about Aksu at a zoom: each look with the markup it is drawn as. */
  const groundAt = (zoom: number, theme: Theme, outline = true, view: SceneView = { pairing: 'zhejiang-aksu' }) => {
    const [x, y] = project([80.5, 41]);
    const [width, height] = size.map((n) => n / worldPx(zoom)) as [number, number];
    const svg = sheetMap({
      ...{ scene: scene(REAL, view, theme), ground, theme, lang: 'zh', size, outline },
      ...{ fit: fitted({ x: x - width / 2, y: y - height / 2, width, height }, size, 0), always: new Set<string>(), insetName: '' },
    });
    return new Map(
      [...svg.matchAll(/<g data-ground="([\w-]+)">(.*?)(?=<g data-ground=|<g fill="none")/gs)].map(([, id, inner]) => [id!, inner!]),
    );
  };

  test.each(THEMES)('paints each look as the table has it, from its zoom on: $name', (theme) => {
    for (const zoom of [4.5, 4.7, 5.5]) {
      const drawn = groundAt(zoom, theme);
      const order = GROUND.map(({ id }) => id);
      expect([...drawn.keys()]).toEqual(order.filter((id) => drawn.has(id)));
      for (const look of GROUND) {
        const { id, kind } = look;
        if (kind === 'line' && look.from !== undefined) expect(drawn.has(id), `${id} at ${zoom}`).toBe(zoom >= look.from);
        const made = drawn.get(id);
        if (made === undefined) continue;
        expect(made).toContain(`${kind === 'fill' ? 'fill' : 'stroke'}="${colourOf(theme, look)}"`);
        if (kind === 'fill' || (kind === 'line' && look.blurPx)) continue;
        const widths = [look.widthPx, ...(kind === 'line' && look.chosenPx ? [look.chosenPx] : [])].map((one) => px(widthAt(one, zoom)));
        for (const [, width] of made.matchAll(/stroke-width="([\d.]+)"/g)) expect(widths, id).toContain(width);
        expect(made.includes('stroke-dasharray'), id).toBe(kind === 'line' && look.dash !== undefined);
      }
      // What lies in sight of Aksu, at the border.
      const near = ['recipients', 'recipients-glow', 'recipients-outline', 'boundary-halo', 'boundary', 'borders', 'veil', 'china'];
      expect([...drawn.keys()]).toEqual(expect.arrayContaining(near));
      expect(drawn.has('land')).toBe(false);
    }
  });

  test('without boundaries it has none', () => {
    const drawn = groundAt(5.5, LIGHT, false);
    for (const { id, boundary } of GROUND) if (boundary) expect(drawn.has(id), id).toBe(false);
  });

  test('shades are the scene’s', () => {
    const view: SceneView = { shade: 'on', measure: 'aid' };
    const made = groundAt(4.5, LIGHT, true, view).get('recipients-shade')!;
    const shades = scene(REAL, view, LIGHT).regions.flatMap(({ shade }) => shade ?? []);
    for (const [, colour] of made.matchAll(/fill="(#\w+)"/g)) expect(shades).toContain(colour);
  });
});

test.each(THEMES)('colours and strengths of the table are the theme’s: $name', (theme) => {
  for (const look of GROUND) {
    expect(colourOf(theme, look)).toMatch(/^#[0-9a-f]{6}$/);
    expect(groundOpacity(theme, look)).toBeGreaterThan(0);
    expect(groundOpacity(theme, look)).toBeLessThanOrEqual(1);
  }
});
