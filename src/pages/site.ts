/** The environment variable that names where the site is going to stand. */
export const SITE_KEY = 'SHANHAI_SITE';

/** What a build without it says. */
export const LEFT_OUT = `${SITE_KEY} is not set: addresses are relative; left out are canonical links, preview pictures' addresses, oEmbed, sitemap.xml and robots.txt`;

/**
 * Where the site is going to stand, as the address of its first page: absolute, and ending in a slash. Null where it is not
 * set. Throws with place, value and remedy where it cannot be that.
 */
export function siteOf(setting: string | undefined): string | null {
  const text = setting?.trim() ?? '';
  if (text === '') return null;
  const refuse = (why: string): never => {
    throw new Error(`${SITE_KEY}: "${text}" ${why}; write the whole address of the first page, such as https://example.org/shanhai/`);
  };
  if (!URL.canParse(text)) refuse('is no absolute address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || !url.hostname) refuse('is not of http or https');
  if (url.search || url.hash) refuse('has a query or a fragment');
  if (url.username || url.password) refuse('has a name or password in it');
  if (/\.html?$/.test(url.pathname)) refuse('names a file');
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
