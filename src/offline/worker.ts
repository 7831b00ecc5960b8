// The service worker: keeps one build of the atlas and its briefs on the device and answers from there. It is registered by pages in
// windows of their own alone (`keep.ts`), and what is not on its list is none of its business.

/** Files of this build, relative to the worker, each with its SHA-256 in hex. Put in by the build. */
const FILES = JSON.parse('__SHANHAI_FILES__') as Record<string, string>;

interface Lasting extends Event {
  waitUntil: (until: Promise<unknown>) => void;
}
interface Asking extends Lasting {
  request: Request;
  clientId: string;
  respondWith: (answer: Promise<Response>) => void;
}
interface Client {
  id: string;
  frameType: 'auxiliary' | 'top-level' | 'nested' | 'none';
}
/** What there is of a worker that a page's types do not have. */
interface Worker {
  registration: { scope: string };
  clients: { matchAll: (of: object) => Promise<Client[]>; get: (id: string) => Promise<Client | undefined>; claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', hear: (event: Lasting) => void) => void) &
    ((type: 'fetch', hear: (event: Asking) => void) => void) &
    ((type: 'message', hear: (event: MessageEvent & Lasting) => void) => void);
}
const worker = self as unknown as Worker;

const { scope } = worker.registration;
/** Names of what this site keeps begin so: another atlas may stand elsewhere on the host. */
const PREFIX = `shanhai ${scope} `;
/** One build, one name: nothing of two builds is ever mixed. */
const NAME = PREFIX + short(Object.values(FILES).join(''));
/** Where it is written which windows were opened by the build before, and under what name that is kept. */
const BEFORE = new URL('.before', scope).href;
interface Before {
  clients: string[];
  name: string;
}

/** A short name for a long text. */
function short(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36);
}

/** Fetches all files, or none: one that is of another build, as in the middle of a new one's arrival, ends it. */
async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([name, digest]) => {
        const response = await fetch(new URL(name, scope), { cache: 'no-cache' });
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        const body = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
        const hex = Array.from(new Uint8Array(body), (byte) => byte.toString(16).padStart(2, '0')).join('');
        if (hex !== digest) throw new Error(`${name} is of another build`);
        await cache.put(new URL(name, scope), response);
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

const ours = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
/** What was written when a reader asked for this build; null where it has come by itself, once no window was open. */
async function before(): Promise<Before | null> {
  const kept = await (await caches.open(NAME)).match(BEFORE);
  return kept ? ((await kept.json()) as Before) : null;
}

/** Takes over because a reader asks for it. Windows that stand open keep the build before until they are closed or loaded anew. */
async function takeOver(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const name = (await ours()).pop();
  const written: Before | null = name === undefined ? null : { clients: open.map(({ id }) => id), name };
  if (written) await (await caches.open(NAME)).put(BEFORE, new Response(JSON.stringify(written)));
  await worker.skipWaiting();
}

/** Drops what nobody is shown any more. */
async function activate(): Promise<void> {
  const still = (await before())?.name;
  await Promise.all((await ours()).filter((name) => name !== still).map((name) => caches.delete(name)));
}

/** The name under which a window's build is kept; null for what stands in a frame. */
async function nameFor(clientId: string): Promise<string | null> {
  if (!clientId) return NAME;
  if ((await worker.clients.get(clientId))?.frameType === 'nested') return null;
  const written = await before();
  return written?.clients.includes(clientId) ? written.name : NAME;
}

async function answer(request: Request, file: string, clientId: string): Promise<Response> {
  // A page that is loaded, or loaded anew, is of this build. Browsers differ in whether such a request comes in the name of the
  // window that stood there before, so that window is not asked about.
  const name = request.mode === 'navigate' ? NAME : await nameFor(clientId);
  const kept = name === null ? undefined : await (await caches.open(name)).match(new URL(file, scope), { ignoreVary: true });
  return kept ?? fetch(request);
}

/** The file that is asked for, relative to the site; null where it is none of ours. */
function fileOf({ url, method, mode, destination }: Request): string | null {
  if (method !== 'GET' || !url.startsWith(scope)) return null;
  // A page in a frame is an embed's, and has the network.
  if (mode === 'navigate' && destination !== 'document') return null;
  const file = new URL(url).pathname.slice(new URL(scope).pathname.length) || 'index.html';
  return file in FILES || file.startsWith('assets/') ? file : null;
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(event.request, file, event.clientId));
});
worker.addEventListener('message', (event) => {
  // A page of this very build may be taken over at once; any other stays as it is.
  if (event.data === 'claim') event.waitUntil(worker.clients.claim());
  if (event.data === 'update') event.waitUntil(takeOver());
});
