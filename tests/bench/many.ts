import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFigure } from '../../data/figure.ts';
import type { Dataset, Pairing, Place } from '../../data/schema.ts';
import { CHECKED, seeded } from '../fixtures/world.ts';

/** Where invented counties lie: a province of the atlas and a box in it, west, south, east, north in degrees. */
const WEST: readonly [string, readonly [number, number, number, number]][] = [
  ['xinjiang', [77, 37, 93, 46]],
  ['qinghai', [91, 33, 101, 38]],
  ['xizang', [81, 29, 97, 33]],
  ['sichuan', [100, 27, 107, 32]],
  ['yunnan', [99, 23, 104, 27]],
  ['gansu', [97, 34, 107, 40]],
];
const DONORS = ['zhejiang', 'tianjin', 'nanjing', 'shanghai', 'guangdong', 'beijing', 'shandong', 'jiangsu', 'fujian', 'hubei'];

/** A dataset of `n` invented pairings from places in the east to 2,000 counties in the west; one in five reports a sum. The same on every run. */
export function manyDataset(n: number, counties = 2000): Dataset {
  const next = seeded(7);
  const among = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const known = new Set(CHECKED.places.map(({ id }) => id));
  const west = WEST.filter(([id]) => known.has(id));
  const donors = DONORS.filter((id) => known.has(id));
  const made = Array.from({ length: counties }, (_, i): Place => {
    const [region, [x0, y0, x1, y1]] = among(west);
    const point: Place['point'] = [x0 + next() * (x1 - x0), y0 + next() * (y1 - y0)].map((deg) => Number(deg.toFixed(3))) as Place['point'];
    return { id: `county-${i}`, zh: `某县${i}`, en: `County ${i}`, kind: 'county', in: region, point };
  });
  const [programme, source] = [CHECKED.programmes[0]!, CHECKED.sources[0]!];
  const pairings = Array.from({ length: n }, (_, i): Pairing => {
    const reported = `${1 + Math.floor(next() * 9000)}万元`;
    return {
      ...{ id: `many-${i}`, programme: programme.id, donor: among(donors), recipient: among(made).id, parent: null, since: null },
      ...{ inferred: false, covers: [], dossier: false, projects: [], routes: [] },
      link: { source: source.id, at: 1 },
      figures:
        i % 5
          ? []
          : [
              {
                ...{ id: `many-${i}-aid`, channel: 'funding', measure: 'aid-total', label: { zh: '援助资金', en: 'Aid' }, reported },
                ...{ ...parseFigure(reported)!, from: '2024', to: '2024', basis: 'stated', scope: 'pairing', joint: [], within: null },
                ...{ headline: true, place: null, source: source.id, at: 1 },
              },
            ],
    };
  });
  return {
    ...CHECKED,
    places: [...CHECKED.places, ...made],
    sources: [source],
    programmes: CHECKED.programmes.map((one) => ({ ...one, figures: [] })),
    pairings,
  };
}

// `npx tsx tests/bench/many.ts 100000 dist/many.json` writes one, to be opened as `/?data=many.json`.
const [, script, count, file] = process.argv;
if (script === fileURLToPath(import.meta.url) && count && file) writeFileSync(file, JSON.stringify(manyDataset(Number(count))));
