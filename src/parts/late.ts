/** Pause before late code is asked for again by itself, in ms. */
const PAUSE_MS = 600;
let asked = 0;

/**
 * Fetches code that the first view does without. What fails is asked for once more, and then under another address: some
 * browsers never ask again for an address that failed once. Rejects when that fails too; whoever calls again asks anew.
 *
 * `load` is one `import(…)` and nothing before it, so that it is the import that gets the other address.
 */
export async function late<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  // The build makes every `import('./x.js')` end in this; it is read at once, before anything else can run.
  globalThis.shanhaiAgain = `?again=${++asked}`;
  const again = load();
  globalThis.shanhaiAgain = undefined;
  return again;
}

/**
 * Whether the site has been built anew since this page was opened, so that it no longer has the code that runs here. False where
 * nobody answers.
 */
export async function replaced(): Promise<boolean> {
  try {
    const { status, headers } = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
    // Some hosts answer with their first page for whatever they lack.
    return [404, 410].includes(status) || /html/.test(headers.get('content-type') ?? '');
  } catch {
    return false;
  }
}
