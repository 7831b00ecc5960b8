import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Lang } from '../../state/lang.ts';
import { MARK, TITLE } from './shape.ts';

/**
 * Faces by script: what every Windows, WPS and LibreOffice has, or has a stand-in for. Chinese needs its own in every run and in the
 * theme, or a machine without the Latin face's Chinese letters shows boxes.
 */
const FACES = {
  Sans: { latin: 'Arial', ea: 'Microsoft YaHei', cs: 'Arial' },
  Serif: { latin: 'Georgia', ea: 'SimSun', cs: 'Times New Roman' },
} as const;
type Face = keyof typeof FACES;

const faces = (face: Face): string => {
  const { latin, ea, cs } = FACES[face];
  return `<a:latin typeface="${latin}"/><a:ea typeface="${ea}"/><a:cs typeface="${cs}"/>`;
};

const TYPES = '[Content_Types].xml';

/** All files of a presentation were made then, as far as its zip says: the same brief gives the same bytes. */
const MADE = new Date(2000, 0, 1);

/**
 * A presentation with what the library cannot write: descriptions and colour gradients of shapes, whose marked names hold them; faces
 * by script in every run, in tables and in the theme; the language of its notes. `day` is the date it says it was made.
 */
export function patched(made: Uint8Array, lang: Lang, day: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(made);
  for (const [name, bytes] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    files[name] = strToU8(patchedXml(name, strFromU8(bytes), lang, day));
  }
  // The library names a master for every slide and writes one: a strict reader wants none that lacks.
  const types = strFromU8(files[TYPES]!);
  files[TYPES] = strToU8(types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (part, of: string) => (of in files ? part : '')));
  return zipSync(files, { level: 6, mtime: MADE }) as Uint8Array<ArrayBuffer>;
}

function patchedXml(name: string, xml: string, lang: Lang, day: string): string {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  if (/theme\/theme\d+\.xml$/.test(name))
    return xml
      .replace(/(<a:majorFont>)<a:latin[^>]*\/><a:ea[^>]*\/><a:cs[^>]*\/>/, `$1${faces('Serif')}`)
      .replace(/(<a:minorFont>)<a:latin[^>]*\/><a:ea[^>]*\/><a:cs[^>]*\/>/, `$1${faces('Sans')}`);
  if (name === 'docProps/core.xml') return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
  if (name === 'docProps/app.xml') return xml.replace(/<PresentationFormat>[^<]*/, '<PresentationFormat>Custom');
  if (/notesSlides\/notesSlide\d+\.xml$/.test(name))
    return xml.replace(/<a:rPr lang="en-US" dirty="0"\/>/g, `<a:rPr lang="${locale}" dirty="0">${faces('Sans')}</a:rPr>`);
  if (!/slides\/slide\d+\.xml$/.test(name)) return xml;
  return withShapes(
    xml
      .replace(/<a:latin typeface="(Sans|Serif)"[^>]*\/><a:ea[^>]*\/><a:cs[^>]*\/>/g, (_, face: Face) => faces(face))
      .replace(/\blang="[^"]*"( altLang="[^"]*")?/g, `lang="${locale}"`)
      // What is typed at a paragraph's end takes its face from here.
      .replace(/<a:endParaRPr([^>]*?)\/>/g, (_, attributes: string) => `<a:endParaRPr${attributes}>${faces('Sans')}</a:endParaRPr>`),
  );
}

/** A freeform whose first subpaths are lines alone and whose others are areas alone; 0: as it is. */
function parted(shape: string, lines: number): string {
  if (!lines) return shape;
  return shape.replace(/<a:path (w="\d+" h="\d+")>(.*?)<\/a:path>/s, (_, size: string, inner: string) => {
    const parts = inner.split(/(?=<a:moveTo>)/).filter((part) => part.trim() !== '');
    const path = (only: string, of: readonly string[]) => `<a:path ${size} ${only}>${of.join('')}</a:path>`;
    return path('fill="none"', parts.slice(0, lines)) + path('stroke="0"', parts.slice(lines));
  });
}

/**
 * Where the middle colour of a gradient stands, in thousandths of a per cent. A program that knows gradients of two colours alone takes
 * the wider part: an arc's head keeps its colour, which says which way the help goes.
 */
const MIDDLE = 45_000;

/** Shapes with their marked names taken apart. */
const withShapes = (xml: string): string =>
  xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const [, marked] = /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape) ?? [];
    const [name, description = '', gradient = '', lines = ''] = marked?.split(MARK) ?? [];
    if (marked === undefined || !marked.includes(MARK)) return shape;
    const named = parted(shape, Number(lines)).replace(
      `name="${marked}"`,
      () => `name="${name}"${description ? ` descr="${description}"` : ''}`,
    );
    if (!gradient) return named;
    // The heading is the slide's title: outline view, lists of slides and readers aloud go by it.
    if (gradient === TITLE) return named.replace(/<p:nvPr>\s*<\/p:nvPr>|<p:nvPr\/>/, '<p:nvPr><p:ph type="title"/></p:nvPr>');
    const [angle, from, mid, to, opacity] = gradient.split(' ');
    const stop = (at: number, colour: string) =>
      `<a:gs pos="${at}"><a:srgbClr val="${colour.slice(1).toUpperCase()}">${Number(opacity) < 1 ? `<a:alpha val="${Math.round(Number(opacity) * 1e5)}"/>` : ''}</a:srgbClr></a:gs>`;
    // Sixty-thousandths of a degree, clockwise, none of them below nought.
    const turn = Math.round((((Number(angle) % 360) + 360) % 360) * 60_000);
    return named.replace(
      /<a:solidFill>.*?<\/a:solidFill>/s,
      `<a:gradFill rotWithShape="1"><a:gsLst>${stop(0, from!)}${stop(MIDDLE, mid!)}${stop(100_000, to!)}</a:gsLst><a:lin ang="${turn}" scaled="0"/></a:gradFill>`,
    );
  });
