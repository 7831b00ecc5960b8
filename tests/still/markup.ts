/** Tags of HTML that are never closed, and those that the next of their kind or the end of their parent may close. */
const VOID = new Set(['br', 'img', 'input', 'link', 'meta', 'hr']);
const LENIENT = new Set(['li']);

/** Tags that are opened and not closed, or closed and not open, in the order they are met; none in markup that is whole. Attributes must be quoted. */
export function openTags(markup: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const tag = /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi;
  const rest = markup.replace(tag, (_, closing: string, name: string, __: string, empty: string) => {
    const last = open.at(-1) ?? '';
    if (LENIENT.has(last) && (closing ? last !== name : last === name)) open.pop();
    if (closing) {
      if (open.at(-1) === name) open.pop();
      else wrong.push(`</${name}>`);
    } else if (!empty && !VOID.has(name)) open.push(name);
    return '';
  });
  // What is left is text, in which no tag may hide.
  return [...wrong, ...open, ...(rest.match(/[<>]/g) ?? [])];
}

/** Markup with one element on each line, so that a difference is a line. */
export const byLine = (markup: string): string => `${markup.replace(/>(?=<)/g, '>\n')}\n`;
