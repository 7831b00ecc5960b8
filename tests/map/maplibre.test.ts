import { readdirSync, readFileSync } from 'node:fs';
import { GeoJSONSource, ImageSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';

/** Methods of MapLibre's map that src/map calls, as its files have them. */
const folder = new URL('../../src/map/', import.meta.url);
const code = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');
const called = [...new Set([...code.matchAll(/\bmap\??\.([a-zA-Z]+)\(/g)].map(([, name]) => name!))].sort();

test('the methods we call are found', () => {
  expect(called).toEqual(
    expect.arrayContaining(['addLayer', 'easeTo', 'getPixelRatio', 'on', 'once', 'project', 'setProjection', 'triggerRepaint']),
  );
  expect(called.length).toBeGreaterThan(20);
});

describe('MapLibre has', () => {
  test.each(called)('Map.%s', (name) => {
    expect(typeof (MapLibreMap.prototype as unknown as Record<string, unknown>)[name]).toBe('function');
  });

  test('what we ask of its sources and of itself', () => {
    expect(typeof GeoJSONSource.prototype.setData).toBe('function');
    expect(typeof ImageSource.prototype.updateImage).toBe('function');
    expect(typeof setWorkerUrl).toBe('function');
  });

  test.each([
    'defaultProjectionData',
    'shaderData',
    'vertexShaderPrelude',
    'variantName',
    'mainMatrix',
    'fallbackMatrix',
    'tileMercatorCoords',
    'clippingPlane',
    'projectionTransition',
  ])('in what it gives a custom layer: %s', (field) => {
    expect(code).toContain(field);
    expect(readFileSync(new URL('../../node_modules/maplibre-gl/dist/maplibre-gl.mjs', import.meta.url), 'utf8')).toContain(field);
  });
});
