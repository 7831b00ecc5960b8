/** Files that stand in a page itself, as a page of one file has them: scripts that are no scripts, each with the path that it stands for. */
export const inlinedIn = (page: ParentNode): Record<string, string> =>
  Object.fromEntries([...page.querySelectorAll<HTMLElement>('script[data-file]')].map((one) => [one.dataset['file']!, one.textContent]));

/** Where files come from. */
export interface FileSource {
  /** Address that the paths of files are read from, such as `https://example.org/atlas/`. */
  base: string;
  /** Files that stand in the page itself, by path, as text or as a `data:` address: they are never fetched. */
  inlined?: Readonly<Record<string, string>>;
  /** The browser's `fetch`, unless a test brings another. */
  fetch?: typeof fetch;
  /** Pause before the one further try, in ms. */
  pauseMs?: number;
  /** A server that sends nothing for so long, in ms, counts as one that does not answer. */
  patienceMs?: number;
}

/** Parts of the ground that are fetched by themselves: the first view's shapes and names, and the finer shapes of nearer views. */
export type Missing = 'ground' | 'names' | 'details';

/** A file that could not be had: which, and why. */
export class FileError extends Error {
  readonly file: string;

  constructor(file: string, reason: string, cause?: unknown) {
    super(`${file}: ${reason}`, { cause });
    this.name = 'FileError';
    this.file = file;
  }
}

/**
 * The one door for files: figures, readings of names, shapes of the ground. A file is fetched once however many ask for it;
 * one that fails is tried once more, then whoever asked is told with a `FileError`, and whoever asks next starts anew.
 */
export class Files {
  readonly #source: Required<FileSource>;
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #there = new Map<string, unknown>();

  constructor({ base, inlined = {}, fetch: get = (...of) => fetch(...of), pauseMs = 600, patienceMs = 30_000 }: FileSource) {
    this.#source = { base, inlined, fetch: get, pauseMs, patienceMs };
  }

  /** Address of a file, for what fetches by itself: a picture, a link to save. */
  address(file: string): string {
    const inlined = this.#source.inlined[file];
    return inlined?.startsWith('data:') ? inlined : new URL(file, this.#source.base).href;
  }

  /** Whether a file stands in the page itself. */
  has(file: string): boolean {
    return this.#source.inlined[file] !== undefined;
  }

  /** Content of a JSON file. Rejects with a `FileError` when it cannot be had, is no JSON, or `read` refuses it by throwing. */
  json<T>(file: string, read: (content: unknown) => T = (content) => content as T): Promise<T> {
    const known = this.#asked.get(file);
    if (known) return known as Promise<T>;
    const coming = this.#twice(file).then((text) => {
      try {
        const content = read(JSON.parse(text));
        this.#there.set(file, content);
        return content;
      } catch (error) {
        throw new FileError(file, reasonOf(error), error);
      }
    });
    this.#asked.set(file, coming);
    coming.catch(() => this.#asked.delete(file));
    return coming;
  }

  /** The same without waiting: null until it has come. */
  now(file: string): unknown {
    return this.#there.get(file) ?? null;
  }

  /** A file as text, fetched anew each time. Rejects with a `FileError`. */
  text(file: string): Promise<string> {
    return this.#twice(file);
  }

  async #twice(file: string): Promise<string> {
    const inlined = this.#source.inlined[file];
    if (inlined !== undefined) return inlined;
    try {
      return await this.#text(file, 'default');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, this.#source.pauseMs));
    }
    try {
      // What a cache may hold of the failed answer is passed over.
      return await this.#text(file, 'reload');
    } catch (error) {
      throw new FileError(file, reasonOf(error), error);
    }
  }

  /** Text of a file. The time that it may take is counted from the last bytes that came, so that a slow line is not cut off. */
  async #text(file: string, cache: RequestCache): Promise<string> {
    const { patienceMs } = this.#source;
    const stop = new AbortController();
    const gaveUp = () => stop.abort(new Error(`no answer for ${patienceMs / 1000} s`));
    let waiting = setTimeout(gaveUp, patienceMs);
    try {
      const response = await this.#source.fetch(this.address(file), { signal: stop.signal, cache });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const letters = new TextDecoder();
      let text = '';
      for (const reader = response.body!.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) return text + letters.decode();
        text += letters.decode(value, { stream: true });
        clearTimeout(waiting);
        waiting = setTimeout(gaveUp, patienceMs);
      }
    } finally {
      clearTimeout(waiting);
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
