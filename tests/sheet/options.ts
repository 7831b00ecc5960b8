import { readFileSync } from 'node:fs';
import { LIGHT } from '../../src/look/themes.ts';
import { seenBox, type SquareBox } from '../../src/scene/frame.ts';
import type { SheetGround } from '../../src/sheet/map.ts';
import type { SheetOptions } from '../../src/sheet/sheet.ts';
import { parse, type Camera } from '../../src/state/url.ts';
import { REAL } from '../fixtures/world.ts';

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../public/geo/${file}.json`, import.meta.url), 'utf8')) as T;
const GROUND: SheetGround = {
  base: json('base.topo'),
  prefectures: json('prefectures.topo'),
  counties: json('counties.topo'),
  names: json('labels'),
  inset: json('inset'),
};
export const NOTICE = 'Schematic <map> & "no" boundary';
export const ADDRESS = 'https://example.org/atlas/?pairing=zhejiang-haixi&lang=zh';

/** What a window of 1440 × 900 shows of the square at a camera. */
const seenFrom = (at: Camera | null): SquareBox | null => at && seenBox(at, [1440, 900], { left: 356, top: 60, right: 1428, bottom: 866 });

/** What a sheet of a view is drawn from; `more` is what a test asks for beside it. */
export function optionsOf(query: string, more: Partial<SheetOptions> = {}): SheetOptions {
  const view = parse(query);
  return {
    ...{ world: REAL, view, lang: 'zh', theme: LIGHT, shape: 'wide', ground: GROUND, seen: seenFrom(view.at) },
    ...{ notice: NOTICE, attribution: 'Map data of somebody', address: ADDRESS, headline: '', ...more },
  };
}
