import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keptFiles, SLOT, withFiles } from '../src/offline/files.ts';

const SITE: Record<string, string> = {
  'index.html': 'page',
  'briefing.html': 'room',
  'briefing.js': 'room code',
  'assets/index-1.css': 'sheet',
  'assets/App-1.js': 'app',
  'assets/worker-1.js': 'worker',
  'assets/room-1.css': 'room sheet',
  'assets/embed-1.js': 'of embeds',
  'data/shanhai.json': '{}',
  'data/search.json': '[]',
  'data/briefs/index.json': '[]',
  'data/figures.csv': 'a',
  'data/releases/2026-01-01.json': '{}',
  'geo/base.topo.json': '{}',
  'icon.svg': '<svg/>',
  'p/haixi/index.html': 'a page of its own',
  'e/haixi/index.html': 'an embed',
  'single/atlas.html': 'all in one',
};
const bytes = (name: string) => new TextEncoder().encode(SITE[name]);
const MANIFESTS = [
  { 'index.html': { file: 'assets/App-1.js', assets: ['assets/worker-1.js'] } },
  { 'briefing.html': { file: 'briefing.js', css: ['assets/room-1.css'], assets: ['assets/not-written.js'] } },
];

test('what atlas and briefs need is kept, each file with its digest, and nothing else', () => {
  const files = keptFiles(MANIFESTS, Object.keys(SITE), bytes);
  expect(Object.keys(files)).toEqual([
    'assets/App-1.js',
    'assets/index-1.css',
    'assets/room-1.css',
    'assets/worker-1.js',
    'briefing.html',
    'briefing.js',
    'data/briefs/index.json',
    'data/search.json',
    'data/shanhai.json',
    'geo/base.topo.json',
    'icon.svg',
    'index.html',
  ]);
  for (const [name, digest] of Object.entries(files)) expect(digest).toBe(createHash('sha256').update(SITE[name]!).digest('hex'));
});

test('the list goes into the worker’s code once, whatever quotes a build gives it', () => {
  for (const code of [`const f=${SLOT};`, "const f='__SHANHAI_FILES__';", 'const f=`__SHANHAI_FILES__`;'])
    expect(withFiles(code, { 'a$&.js': 'b' })).toBe(String.raw`const f="{\"a$&.js\":\"b\"}";`);
  expect(() => withFiles('const f={};', {})).toThrow('the service worker has no place for its files');
});
