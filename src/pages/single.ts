import { createHash } from 'node:crypto';
import path from 'node:path';
import { inlined, OPENS, SLOT, withBrief, type Carried } from '../briefing/single.ts';

/** The built site, as its folder has it. */
export interface Built {
  /** Bytes of a file. */
  read: (file: string) => Uint8Array;
  /** Names of the files of a folder. */
  list: (folder: string) => readonly string[];
  /** Code of the briefing page and of the atlas, each as one classic script. */
  scripts: { room: string; atlas: string };
}

/** No page of one file may have more bytes: it is sent by mail and kept on a stick. */
const MOST_BYTES = 8e6;

/** In a page of one file there is no other page to go to: what leads to the desk is not shown. */
const NO_DESK = '<style>.to-desk{display:none!important}</style>';

const TYPES: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
};

/**
 * Pages of one file, by name, that are opened by a double-click and ask for nothing: one for every brief, in both languages;
 * `atlas.html`, the whole atlas; and `brief.html`, into which the briefing page puts whatever brief it shows. Throws when one is too large.
 */
export function singlePages({ read, list, scripts }: Built): Map<string, string> {
  const text = (file: string) => Buffer.from(read(file)).toString('utf8');
  const base64 = (file: string) => Buffer.from(read(file)).toString('base64');
  /** A file of the site: JSON that the page reads as its text, anything else as an address that can be shown or saved. */
  const carried = (file: string): string => {
    const type = TYPES[path.extname(file).slice(1)];
    return inlined(file, type ? `data:${type};base64,${base64(file)}` : text(file));
  };
  const folder = (name: string, isWanted: (file: string) => boolean) =>
    [...list(name)]
      .filter(isWanted)
      .sort()
      .map((file) => `${name}/${file}`);
  const common = ['data/shanhai.json', ...folder('geo', (file) => file !== 'ground.json')].map(carried).join('');
  /** What the atlas offers beside: readings for the search, and tables to save. */
  const offered = folder('data', (file) => /\.(csv|xlsx|geojson)$|^(search|datapackage)\.json$/.test(file))
    .map(carried)
    .join('');

  /** A page of the site as one file: what it links to within it, and a policy that lets it ask for nothing. */
  const alone = (page: string, script: string, files: string): string => {
    // Nothing in a script may read as its end, or as a comment of the page.
    const code = script.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
    const html = page
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace(/<script type="module"[^>]*><\/script>/g, '')
      .replace(/<link rel="(?:modulepreload|preload|alternate|canonical)"[^>]*>|<link rel="stylesheet"[^>]*\bdisabled[^>]*>/g, '')
      .replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_, file: string) => `<style>${text(file)}</style>`)
      .replace(/(<link rel="icon"[^>]*href=")[^"]*/, (_, before: string) => `${before}data:image/svg+xml;base64,${base64('icon.svg')}`)
      .replace('</body>', () => `${files}<script>${code}</script></body>`);
    const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
      ([, one]) => `'sha256-${createHash('sha256').update(one!).digest('base64')}'`,
    );
    const policy = `default-src 'none'; script-src ${hashes.join(' ')}; worker-src blob: data:; style-src 'unsafe-inline'; img-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'`;
    return html.replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    );
  };

  const room = text('briefing.html').replace('<meta charset="utf-8" />', `<meta charset="utf-8" />${OPENS}`);
  const brief = alone(room, scripts.room, common + SLOT);
  const pages = new Map([
    ['atlas.html', alone(text('index.html').replace('</head>', `${NO_DESK}</head>`), scripts.atlas, common + offered)],
    ['brief.html', brief],
  ]);
  for (const { id, title } of JSON.parse(text('data/briefs/index.json')) as Pick<Carried, 'id' | 'title'>[])
    pages.set(`${id}.html`, withBrief(brief, { id, title, text: JSON.parse(text(`data/briefs/${id}.json`)) as Carried['text'] }));
  for (const [name, html] of pages) {
    const bytes = Buffer.byteLength(html);
    if (bytes > MOST_BYTES) throw new Error(`single/${name} is ${(bytes / 1e6).toFixed(2)} MB; it may be ${MOST_BYTES / 1e6} MB`);
  }
  return pages;
}
