/** What a component says, without the marks by which a script would find its parts again: none will. */
export const bare = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replace(/> (?=<\/?(?:table|caption|thead|tbody|tr|t[hd]|ul|ol|li|h[1-3]|p|section|figure|meta|link|title|script)\b)/g, '>')
    .trim();
