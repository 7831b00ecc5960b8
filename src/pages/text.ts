import type { Lang } from '../state/lang.ts';
import { messages } from '../text/messages.ts';
import { TAG } from './about.ts';

/** A page of text that shows no figure: the guide, the licences. */
export interface TextPage {
  lang: Lang;
  /** Its own title, without the site's, in plain text. */
  title: string;
  /** The way to the first page of the site: `../` for each folder. */
  home: string;
  /** The sheet of style that pages share, from the first page. */
  css: string;
  /** What stands in its main part, as HTML. */
  body: string;
}

/** Plain text as HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The page as a whole document. It runs nothing and asks nobody else for anything. */
export function textPage({ lang, title, home, css, body }: TextPage): string {
  const m = messages(lang);
  return `<!doctype html>
<html lang="${TAG[lang]}">
<head>
<meta charset="utf-8" />
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(title)} · ${m.title}</title>
<meta name="color-scheme" content="light dark" />
<link rel="icon" href="${home}icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${home}${css}" />
</head>
<body>
<header class="top"><a class="brand" href="${home}?lang=${lang}">${m.title}</a> <span class="subtitle">${m.subtitle}</span></header>
<main class="guide">
${body}</main>
</body>
</html>
`;
}
