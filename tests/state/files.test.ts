import { expect, test, vi } from 'vitest';
import { FileError, Files } from '../../src/state/files.ts';

/** A server that gives the answers of a list, one a request; and what it was asked. */
function server(...answers: (() => Response | Promise<Response>)[]) {
  const asked: { url: string; cache: string | undefined }[] = [];
  const fetch = vi.fn(async (url: RequestInfo | URL, options?: RequestInit) => {
    asked.push({ url: url as string, cache: options?.cache });
    const answer = answers[asked.length - 1];
    if (!answer) throw new Error('asked too often');
    const answering = Promise.resolve(answer());
    const stopped = new Promise<never>((_, reject) =>
      options?.signal?.addEventListener('abort', () => reject(options.signal!.reason as Error)),
    );
    return Promise.race([answering, stopped]);
  });
  const files = new Files({ base: 'https://host.example/sub/', fetch, pauseMs: 1, patienceMs: 40 });
  return { files, asked };
}
const json = (value: unknown) => () => Response.json(value);
const status = (code: number) => () => new Response('', { status: code });

test('a file is read from below the base, once however many ask', async () => {
  const { files, asked } = server(json({ a: 1 }));
  expect(await Promise.all([files.json('geo/a.json'), files.json('geo/a.json')])).toEqual([{ a: 1 }, { a: 1 }]);
  expect(files.now('geo/a.json')).toEqual({ a: 1 });
  expect(asked).toEqual([{ url: 'https://host.example/sub/geo/a.json', cache: 'default' }]);
});

test('what fails once is asked for again past the cache, and no more', async () => {
  const { files, asked } = server(status(503), json([1]));
  expect(await files.json('a.json')).toEqual([1]);
  expect(asked.map(({ cache }) => cache)).toEqual(['default', 'reload']);
});

test('what fails twice is told with its name and reason, and whoever asks next starts anew', async () => {
  const { files, asked } = server(status(404), status(404), json('there'));
  await expect(files.json('geo/a.json')).rejects.toThrow(new FileError('geo/a.json', 'HTTP 404'));
  expect(files.now('geo/a.json')).toBeNull();
  expect(await files.json('geo/a.json')).toBe('there');
  expect(asked).toHaveLength(3);
});

test('a server that never answers is given up', async () => {
  const silence = () => new Promise<Response>(() => undefined);
  const { files } = server(silence, silence);
  await expect(files.json('a.json')).rejects.toThrow('a.json: no answer for 0.04 s');
});

test('a slow line is not cut off while bytes come', async () => {
  const letters = [...JSON.stringify({ slow: 'but it comes' })];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 8));
      const letter = letters.shift();
      if (letter === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(letter));
    },
  });
  const { files } = server(() => new Response(body));
  expect(await files.json('a.json')).toEqual({ slow: 'but it comes' });
});

test('a file that is no JSON, or that its reader refuses, is told by its name', async () => {
  const { files } = server(() => new Response('<h1>404</h1>'), json(2));
  await expect(files.json('a.json')).rejects.toThrow(/^a\.json: /);
  const refuse = () => {
    throw new Error('not 1');
  };
  await expect(files.json('b.json', refuse)).rejects.toThrow('b.json: not 1');
});

test('files that stand in the page are never fetched', async () => {
  const none = server();
  const files = new Files({
    base: 'file:///C:/briefing.html',
    inlined: { 'a.json': '[1,2]', 'geo/relief.webp': 'data:image/webp;base64,AA==' },
    fetch: () => Promise.reject(new Error('no network')),
  });
  expect(await files.json('a.json')).toEqual([1, 2]);
  expect(files.address('geo/relief.webp')).toBe('data:image/webp;base64,AA==');
  expect(files.address('data/x.csv')).toBe('file:///C:/data/x.csv');
  expect(none.asked).toEqual([]);
});
