/** Style sheets by the name that the compiler gives them, each made once and shared by all roots that want it. */
const sheets: Record<string, CSSStyleSheet | undefined> = {};

/**
 * Gives the document or shadow root in which a component stands the component's styles. The build puts this in the place of
 * the compiler's own `append_styles`, which writes `<style>` elements: those are refused where a page allows style sheets of
 * its own origin alone.
 */
export function adoptStyles(anchor: Node, { hash, code }: { hash: string; code: string }): void {
  $effect(() => adopt(anchor, hash, code));
}

/** Gives the root of a node a style sheet, once. */
export function adopt(node: Node, name: string, code: string): void {
  const found = node.getRootNode();
  // A component may have left its page by the time its styles are asked for.
  const root = found instanceof ShadowRoot ? found : node.ownerDocument!;
  let sheet = sheets[name];
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(code);
    sheets[name] = sheet;
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
