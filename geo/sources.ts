/** The administrative units as upstream has them: decoded, nested, moved to WGS84, under today's codes. Nothing is simplified here. */
import { chinaCities, echarts, gcoord, type EchartsFeature, type EchartsMap } from './packages.ts';
import { nest, type Point, type Ring } from './rings.ts';

export interface Unit {
  /** Six-digit adcode: a county of a recipient, else a prefecture-level unit. */
  id: string;
  polygons: Ring[][];
}

/** Codes that were replaced after the packages were made. Laiwu is merged into Jinan, the rest only renumbered. */
const TODAY: Record<string, string> = {
  '371200': '370100',
  '469003': '460400',
  '542200': '540500',
  '542400': '540600',
  '542600': '540400',
  '630122': '630106',
  '632321': '632301',
  '652100': '650400',
  '652200': '650500',
  '652923': '652902',
};

/** The recipients, by the file in which their counties are. Alar's comes from here too: the other one leaves a gap to Shaya. */
const RECIPIENT_FILES: Record<string, string> = {
  '630100': 'qing1_hai3_xi1_ning2',
  '632300': 'qing1_hai3_huang2_nan2_cang2_zu2_zi4_zhi4_zhou1',
  '632800': 'qing1_hai3_hai3_xi1_meng2_gu3_zu2_cang2_zu2_zi4_zhi4_zhou1',
  '652900': 'xin1_jiang1_a1_ke4_su1_di4_qu1',
  '659002': 'xin1_jiang1_a1_la1_er3',
};

export const RECIPIENTS = Object.keys(RECIPIENT_FILES);

/** The recipient a county belongs to, or undefined for any other unit. */
export const recipientOf = (id: string): string | undefined =>
  RECIPIENTS.find((recipient) => id === recipient || (recipient.endsWith('00') && id.startsWith(recipient.slice(0, 4))));

/** The prefecture-level unit of any unit. */
export const prefectureOf = (id: string): string => recipientOf(id) ?? id;

export const provinceOf = (id: string): string => `${id.slice(0, 2)}0000`;

const toWgs84 = (point: Point): Point => gcoord.transform(point, gcoord.GCJ02, gcoord.WGS84);

/** echarts' delta code: zigzag integers 64 above NUL, in 1/1024°, from an offset. */
function decode(code: string, [x0, y0]: Point): Point[] {
  const points: Point[] = [];
  let [x, y] = [x0, y0];
  const zigzag = (n: number): number => (n >> 1) ^ -(n & 1);
  for (let i = 0; i < code.length; i += 2) {
    x += zigzag(code.charCodeAt(i) - 64);
    y += zigzag(code.charCodeAt(i + 1) - 64);
    points.push([x / 1024, y / 1024]);
  }
  return points;
}

function ringsOf({ geometry }: EchartsFeature): Ring[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const offsets = geometry.type === 'Polygon' ? [geometry.encodeOffsets] : geometry.encodeOffsets;
  const open = parts.flatMap((part, p) =>
    part.map((ring, r) => (typeof ring === 'string' ? decode(ring, offsets?.[p]?.[r] ?? [0, 0]) : ring)),
  );
  return open.flatMap((ring) => {
    const first = ring[0];
    const last = ring.at(-1);
    if (first === undefined || last === undefined || ring.length < 3) return [];
    const closed: Ring = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
    return [closed.map(toWgs84)];
  });
}

const read = (map: EchartsMap): Unit[] =>
  map.features.map((feature) => ({ id: TODAY[feature.id] ?? feature.id, polygons: nest(ringsOf(feature)) }));

/** Sansha's islands and reefs, which only the map of Hainan has. */
export function sansha(): Unit {
  const unit = read(echarts('province/hainan')).find(({ id }) => id === '460300');
  if (unit === undefined) throw new Error('echarts province/hainan has no Sansha (460300)');
  return unit;
}

/** Every unit of the mainland, Hainan and Taiwan; recipients by county, the rest by prefecture. Not Sansha. */
export const units = (): Unit[] => [
  ...read(echarts('china-cities')).filter(({ id }) => recipientOf(id) === undefined),
  ...Object.values(RECIPIENT_FILES).flatMap((file) => read(chinaCities(file))),
];
