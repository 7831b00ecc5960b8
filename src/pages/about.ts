import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { allFigures } from '../state/world.ts';
import { known } from '../state/known.ts';
import { sourcesOf, tally } from '../state/count.ts';
import { EDITION } from '../text/edition.ts';
import { messages } from '../text/messages.ts';
import { pageWords } from '../text/page.ts';
import { pairingLine, tallyTexts } from '../text/pairing.ts';
import { EMBED_PX, embedCode, embedPath } from '../text/share.ts';
import { pairsText } from '../text/view.ts';
import { LANGS, pairingsOf, pathOf, sentencesOf, titleOf, windowTitle, type Subject } from './subjects.ts';

/** Size of the picture that stands for a page elsewhere, in px. */
export const CARD_PX = { width: 1200, height: 630 } as const;
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const TAG: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };
export const LOCALE: Record<Lang, string> = { zh: 'zh_CN', en: 'en_GB' };

/** What a page is known by elsewhere. */
export interface About {
  title: string;
  /** Its first sentence. */
  description: string;
  /** What its picture shows, for those who do not see it. */
  picture: string;
}

export function aboutOf(world: World, subject: Subject, lang: Lang): About {
  const title = titleOf(world, subject, lang);
  return {
    title: windowTitle(world, subject, lang),
    description: sentencesOf(world, subject, lang)[0]!,
    picture: pageWords(lang).card(title, lineOf(world, subject, lang)),
  };
}

/** What is to be said of a page in one line: of a pairing its aid, of others how much they hold. */
export function lineOf(world: World, subject: Subject, lang: Lang): string {
  if (subject.kind === 'pairing') return pairingLine(world, subject.pairing, lang);
  const pairings = pairingsOf(subject);
  return [pairsText(pairings, lang), ...tallyTexts(tally(pairings), lang).slice(0, 1)].join(lang === 'zh' ? '，' : ', ');
}

/** Years that the figures of some pairings are of, as an ISO 8601 interval; undefined where none has any. */
function yearsOf(world: World, subject: Subject): string | undefined {
  const figures = pairingsOf(subject).flatMap((pairing) => [
    ...allFigures(pairing),
    ...world.jointWith(pairing.id).map(({ figure }) => figure),
  ]);
  const dates = figures.flatMap(({ from, to }) => [from, to].flatMap((date) => (date ? [date.slice(0, 4)] : []))).sort();
  return dates.length ? `${dates[0]}/${dates.at(-1)}` : undefined;
}

/** What an absolute address is made of; without a site addresses stay relative to the page. */
export interface Place {
  site: string | null;
  /** From the page to the first page of the site. */
  home: string;
}
const at = ({ site, home }: Place, path: string): string => `${site ?? home}${path}`;

/**
 * A page as a schema.org `Dataset`. Without a site its addresses are relative to the page, which readers of JSON-LD allow, and
 * it has none of its own.
 */
export function datasetOf(world: World, subject: Subject, lang: Lang, place: Place): object {
  const m = messages(lang);
  const { title, description } = aboutOf(world, subject, lang);
  const pairings = pairingsOf(subject);
  const own = subject.kind === 'programme' ? subject.programme.figures : [];
  const aid = pairings.flatMap((pairing) => known(world, pairing, 'aid').figure?.source ?? []);
  const sources = [...new Set([...sourcesOf(pairings), ...aid, ...own.map(({ source }) => source)])].map((id) => world.source(id));
  const measures = [...new Set([...pairings.flatMap(allFigures), ...own].map(({ measure }) => measure))];
  const ends =
    subject.kind === 'pairing' ? [subject.pairing.donor, subject.pairing.recipient] : subject.kind === 'place' ? [subject.id] : [];
  const years = yearsOf(world, subject);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: sentencesOf(world, subject, lang).join(lang === 'zh' ? '' : ' ') || description,
    identifier: subject.id,
    ...(place.site ? { url: at(place, pathOf(subject.id, lang)) } : {}),
    inLanguage: TAG[lang],
    license: LICENCE,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: m.title, ...(place.site ? { url: place.site } : {}) },
    dateModified: EDITION,
    ...(years ? { temporalCoverage: years } : {}),
    spatialCoverage: ends.length
      ? ends.map((id) => {
          const [longitude, latitude] = world.drawnAt(id).point;
          return { '@type': 'Place', name: world.place(id)[lang], geo: { '@type': 'GeoCoordinates', latitude, longitude } };
        })
      : { '@type': 'Place', name: lang === 'zh' ? '中国' : 'China' },
    variableMeasured: measures.map((id) => world.measure(id).name[lang]),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: at(place, `${pathOf(subject.id, 'zh')}figures.csv`) },
    ],
    includedInDataCatalog: { '@type': 'DataCatalog', name: pageWords(lang).catalog, url: at(place, '') || './' },
    citation: sources.map(({ title, publisher, date, url }) => ({
      '@type': 'CreativeWork',
      name: title[lang],
      publisher: { '@type': 'Organization', name: publisher[lang] },
      datePublished: date,
      ...(url ? { url } : {}),
    })),
  };
}

/** What a page gives those who embed it by oEmbed 1.0: always the whole answer, since all of it is absolute. */
export function oembedOf(world: World, subject: Subject, lang: Lang, site: string): object {
  const { title } = aboutOf(world, subject, lang);
  return oembed(lang, site, title, site + embedPath(subject.id, lang), `${site}${pathOf(subject.id, lang)}card.png`);
}

export const oembed = (lang: Lang, site: string, title: string, address: string, card: string): object => ({
  version: '1.0',
  type: 'rich',
  provider_name: messages(lang).title,
  provider_url: site,
  title,
  cache_age: 86_400,
  html: embedCode(address, title),
  ...EMBED_PX,
  thumbnail_url: card,
  thumbnail_width: CARD_PX.width,
  thumbnail_height: CARD_PX.height,
});

/** JSON that may stand in a page: nothing in it can end the element around it. */
export const inPage = (json: object): string => JSON.stringify(json).replaceAll('<', '\\u003c');

/** Every page of a sitemap with its other languages, and the first page of the site. */
export function sitemap(subjects: readonly Subject[], site: string): string {
  const entry = (address: string, others: readonly [string, string][]) =>
    `<url><loc>${address}</loc><lastmod>${EDITION}</lastmod>${others.map(([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`).join('')}</url>`;
  const first = [...LANGS.map((lang): [string, string] => [TAG[lang], `${site}?lang=${lang}`]), ['x-default', site] as [string, string]];
  const pages = subjects.flatMap(({ id }) => {
    const others = [
      ...LANGS.map((lang): [string, string] => [TAG[lang], site + pathOf(id, lang)]),
      ['x-default', site + pathOf(id, 'zh')] as [string, string],
    ];
    return LANGS.map((lang) => entry(site + pathOf(id, lang), others));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${[entry(site, first), ...pages].join('\n')}\n</urlset>\n`;
}
