import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};
/** Of these, gzip makes nothing smaller. */
const PACKED = new Set(['webp', 'png', 'woff2']);

/** A poor network, as Lighthouse has it. */
const SLOW_4G = { bytesPerMs: 1.6e6 / 8 / 1000, roundTripMs: 150 };

/** What a load is strained by: nothing, a main thread four times slower, or that and a poor network. */
export const STRAINS = { none: { cpu: 1, network: null }, cpu: { cpu: 4, network: null }, phone: { cpu: 4, network: SLOW_4G } };

/**
 * Serves a folder, read and gzipped once at the start, on a free loopback port; beside its files some `pages`, HTML by name.
 *
 * A poor network holds every answer back by a round trip (the first of a connection by two) and shares one bandwidth among all of
 * them. It is done here and not in the browser because there a worker's requests would escape it.
 */
export async function serve(folder, pages = {}) {
  const files = new Map();
  for (const [name, html] of Object.entries(pages))
    files.set(`/${name}`, { kind: 'html', body: gzipSync(html, { level: 9 }), packed: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    const kind = path.extname(name).slice(1);
    const raw = readFileSync(file);
    const body = PACKED.has(kind) ? raw : gzipSync(raw, { level: 9 });
    files.set(`/${name.split(path.sep).join('/')}`, { kind, body, packed: body !== raw });
  }

  const state = { network: null, log: [] };
  const fresh = new WeakSet();
  let free = 0;
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const found = files.get(name);
    const trips = fresh.delete(request.socket) ? 2 : 1;
    state.log.push({ name, kind: found?.kind ?? '', bytes: found?.body.length ?? 0, at: performance.now() });
    if (state.network) await sleep(trips * state.network.roundTripMs);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': TYPES[found?.kind] ?? 'application/octet-stream',
      ...(found ? { 'Content-Length': found.body.length } : {}),
      ...(found?.packed ? { 'Content-Encoding': 'gzip' } : {}),
      'Cache-Control': 'no-store',
      // A page alone in its process gets clocks of 5 µs instead of 100.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    const piece = state.network ? 4096 : Infinity;
    const body = found?.body ?? Buffer.alloc(0);
    for (let at = 0; at < body.length; at += piece) {
      const part = body.subarray(at, at + piece);
      if (state.network) {
        free = Math.max(free, performance.now()) + part.length / state.network.bytesPerMs;
        await sleep(free - performance.now());
      }
      response.write(part);
    }
    response.end();
  });
  server.on('connection', (socket) => fresh.add(socket));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    has: (name) => files.has(`/${name}`),
    /** Forgets what was asked for so far; from now on answers come at once, or as over a network. */
    start(network = null) {
      state.network = network;
      state.log = [];
    },
    /** What was asked for since, in order, with its bytes on the wire. */
    log: () => [...state.log],
    close: () => (server.closeAllConnections(), server.close()),
  };
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
