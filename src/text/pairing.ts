import { distance } from '@turf/turf';
import type { Pairing, Source } from '../../data/schema.ts';
import { aidTotal, sectionsOf, type World } from '../state/world.ts';
import { dateText, figureText, periodText } from './figure.ts';
import type { Lang } from './lang.ts';
import { messages } from './messages.ts';

/** "Zhejiang → Haixi". */
export function pairingTitle(world: World, pairing: Pairing, lang: Lang): string {
  return `${world.place(pairing.donor)[lang]} → ${world.place(pairing.recipient)[lang]}`;
}

/** The one line under a pairing's name in tooltips and lists: its total with its period, or that none is reported. */
export function pairingLine(pairing: Pairing, lang: Lang): string {
  const total = aidTotal(pairing);
  if (!total) return messages(lang).noTotal;
  return [figureText(total, lang), periodText(total, lang)].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
}

/** The sentence a screen reader hears for an arc: the same facts as its popup. */
export function pairingSentence(world: World, pairing: Pairing, lang: Lang): string {
  const m = messages(lang);
  const { projects, flights, freight } = sectionsOf(pairing);
  const parts = [
    pairingTitle(world, pairing, lang),
    world.programme(pairing.programme).name[lang],
    `${m.total}${lang === 'zh' ? '：' : ': '}${pairingLine(pairing, lang)}`,
    ...(projects.projects.length ? [m.projects(projects.projects.length)] : []),
    ...(flights.routes.length ? [m.flights(flights.routes.length)] : []),
    ...(freight.routes.length ? [m.freight(freight.routes.length)] : []),
  ];
  return parts.join(lang === 'zh' ? '；' : '; ');
}

/** Where an arc starts and ends if not at the places themselves, and how far apart they are. The distance is ours and says so. */
export function pairingGeography(world: World, pairing: Pairing, lang: Lang): string[] {
  const m = messages(lang);
  const [donor, recipient] = [world.place(pairing.donor), world.place(pairing.recipient)];
  const km = Math.round(distance(donor.point, recipient.point) / 10) * 10;
  return [
    ...(donor.seat ? [m.drawnFrom(world.place(donor.seat)[lang], donor[lang])] : []),
    ...(recipient.seat ? [m.drawnTo(world.place(recipient.seat)[lang], recipient[lang])] : []),
    m.apart(km),
  ];
}

/** A source as a reader cites it: title with its mark, publisher, date, and how the date is known where it is not printed. */
export function citation({ title, publisher, date, dated }: Source, lang: Lang): { title: string; rest: string } {
  const note = dated ? (lang === 'zh' ? `（${dated.zh}）` : ` (${dated.en})`) : '';
  return {
    title: lang === 'zh' ? `《${title.zh}》` : `${title.en}.`,
    rest: `${publisher[lang]}${lang === 'zh' ? '，' : ', '}${dateText(date, lang)}${note}`,
  };
}
