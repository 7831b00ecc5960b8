import { expect, test } from 'vitest';
import { LIGHT } from '../../src/look/themes.ts';
import { FRAME_BOX } from '../../src/scene/frame.ts';
import { unproject, worldPx } from '../../src/scene/mercator.ts';
import { Picker } from '../../src/scene/pick.ts';
import { scene } from '../../src/scene/scene.ts';
import { DEFAULTS } from '../../src/state/url.ts';
import { chain, nearestArc, type Answers } from '../../src/still/answers.ts';
import { UNITS } from '../../src/still/ground.ts';
import { firstPaint } from '../../src/still/page.ts';
import { still } from '../../src/still/still.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { REAL } from '../fixtures/world.ts';

/** The arcs in a still's markup, read without a browser. */
const arcsIn = (markup: string) =>
  [...markup.matchAll(/<g class="arc" data-arc="([^"]+)".*?(?=<g class="arc"|<\/svg>)/g)].map(([group, id]) => ({
    id: id!,
    chains: [...group!.matchAll(/ d="([^"]+)"/g)].map(([, d]) => chain(d!)),
  }));

test('a path is cut into points that lie on its curve', () => {
  const points = chain('M0 0Q50 -40.5 100 0');
  expect([points[0], points.at(-1)]).toEqual([
    [0, 0],
    [100, 0],
  ]);
  for (const [x, y] of points) expect(y).toBeCloseTo(-40.5 * 2 * (x / 100) * (1 - x / 100), 9);
});

test('the drawing answers with the arc that the scene would, over a whole grid of points', () => {
  // Arcs alone: before the app there is nothing else to open.
  const arcs = { ...scene(REAL, DEFAULTS, LIGHT), routes: [], places: [] };
  const [picker, drawn] = [new Picker(arcs), arcsIn(still(arcs, LIGHT, 'zh', 'x'))];
  const zoom = 4;
  const unitsPerPx = UNITS / (FRAME_BOX.width * worldPx(zoom));
  let [same, hit, asked] = [0, 0, 0];
  for (let x = 5; x < UNITS; x += 9)
    for (let y = 5; y < 800; y += 9) {
      const scale = FRAME_BOX.width / UNITS;
      const picked = picker.at(unproject([FRAME_BOX.x + x * scale, FRAME_BOX.y + y * scale]), zoom, 12)?.id ?? null;
      const found = nearestArc(drawn, [x, y], 12 * unitsPerPx);
      asked++;
      hit += Number(picked !== null);
      same += Number(picked === found);
    }
  expect(hit).toBeGreaterThan(300);
  // Where two lie as near as each other, one measures from the line's edge and the other from its middle.
  expect(same / asked).toBeGreaterThan(0.95);
});

test('every arc of the first paint has an answer in both languages, safe within a script', () => {
  const { marks, answers } = firstPaint(REAL.dataset);
  expect(answers).not.toContain('<');
  const said = JSON.parse(answers) as Answers;
  const drawn = [...marks.matchAll(/data-arc="([^"]+)"/g)].map(([, id]) => id!);
  expect(Object.keys(said).sort()).toEqual([...drawn].sort());
  for (const id of drawn)
    for (const lang of ['zh', 'en'] as const) {
      expect(said[id]![lang].title).toBe(pairingTitle(REAL, REAL.findPairing(id)!, lang));
      expect(said[id]![lang].line).not.toBe('');
    }
});
