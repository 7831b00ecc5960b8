import { distance } from '@turf/turf';
import type { Pairing, Place } from '../../data/schema.ts';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';

/** Words on where an arc runs. They come with the cards: the first view says nothing of it. */
const en = {
  /** An end that stands for a whole region. */
  seat: {
    capital: (seat: string, region: string) => `${seat}, the capital of ${region}`,
    autonomous: (seat: string, region: string) => `${seat}, the capital of ${region}`,
    prefecture: (seat: string, region: string) => `${seat}, the seat of ${region}`,
  },
  both: (from: string, to: string) => `The arc runs from ${from}, to ${to}.`,
  from: (from: string) => `The arc starts at ${from}.`,
  to: (to: string) => `The arc ends at ${to}.`,
  apart: (km: number) => `About ${new Intl.NumberFormat('en').format(km)} km apart in a straight line (our calculation).`,
};
type GeographyWords = typeof en;

const zh: GeographyWords = {
  seat: {
    capital: (seat, region) => `${region}省会${seat}`,
    autonomous: (seat, region) => `${region}首府${seat}`,
    prefecture: (seat, region) => `${region}首府${seat}`,
  },
  both: (from, to) => `弧线起于${from}，止于${to}。`,
  from: (from) => `弧线起于${from}。`,
  to: (to) => `弧线止于${to}。`,
  apart: (km) => `直线距离约${km}公里（本站计算）。`,
};

export const geographyWords = (lang: Lang): GeographyWords => (lang === 'zh' ? zh : en);

/** Regions whose capital is a 首府, as that of a prefecture is; that of a province is a 省会. */
const AUTONOMOUS: ReadonlySet<string> = new Set(['guangxi', 'inner-mongolia', 'ningxia', 'xinjiang', 'xizang']);

const seatKind = ({ id, kind }: Place): keyof GeographyWords['seat'] =>
  kind !== 'province' ? 'prefecture' : AUTONOMOUS.has(id) ? 'autonomous' : 'capital';

/** Where an arc starts and ends if not at the places themselves, and how far apart they are. The distance is ours and says so. */
export function pairingGeography(world: World, pairing: Pairing, lang: Lang): string[] {
  const words = geographyWords(lang);
  const [donor, recipient] = [world.place(pairing.donor), world.place(pairing.recipient)];
  const end = (region: Place): string => (region.seat ? words.seat[seatKind(region)](world.place(region.seat)[lang], region[lang]) : '');
  const [from, to] = [end(donor), end(recipient)];
  const drawn = from && to ? words.both(from, to) : from ? words.from(from) : to && words.to(to);
  const km = Math.round(distance(donor.point, recipient.point) / 10) * 10;
  return [...(drawn ? [drawn] : []), words.apart(km)];
}
