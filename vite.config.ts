import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { check, readTexts } from './data/check.ts';
import { descriptor, workbook } from './data/package.ts';
import { say } from './data/problem.ts';
import type { Dataset, Words } from './data/schema.ts';
import { readings } from './data/search.ts';
import { cssVariables, DARK, LIGHT } from './src/look/themes.ts';
import { messages } from './src/text/messages.ts';
import { csv, pairingsGeojson, tables } from './src/text/tables.ts';
import { groundCss, groundSvg, insetSvg, UNITS, UNITS_HIGH, type InsetGround, type StillGround } from './src/still/ground.ts';
import { layoutCss } from './src/panels/layout.ts';
import { withBows } from './src/scene/bows.ts';
import { entriesOf } from './src/find/entries.ts';
import { World } from './src/state/world.ts';

const root = path.dirname(fileURLToPath(import.meta.url));
const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, 'public/geo', file), 'utf8')) as T;

const GROUND = json<{ attribution: Words; notice: Words }>('ground.json');

/** What writes the first paint. It is made of components, which a configuration cannot import as it imports other code. */
let writing: Promise<typeof import('./src/still/page.ts')> | undefined;
const writer = () =>
  (writing ??= runnerImport<typeof import('./src/still/page.ts')>(path.join(root, 'src/still/page.ts'), {
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: path.join(root, 'svelte.config.js') })],
  }).then(({ module }) => module));

/**
 * The dataset: checked when the build starts and emitted as `data/shanhai.json`, with `data/search.json` beside it. In development it is served from memory,
 * and an edit of a YAML file reloads the page, or shows every problem over it.
 */
function data(): Plugin {
  const folder = path.join(root, 'data');
  const dataset = () => {
    const { dataset, problems } = check(readTexts(folder));
    if (!dataset) throw new Error(`data:\n${problems.map(say).join('\n')}`);
    return withBows(new World(dataset));
  };
  const chineseNames = (checked: Dataset) => entriesOf(new World(checked)).flatMap(({ names }) => names.map(({ zh }) => zh));
  /** What the page itself asks for. */
  const served = { 'shanhai.json': dataset, 'search.json': () => readings(chineseNames(dataset())) };
  return {
    name: 'shanhai:data',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { firstPaint } = await writer();
        const { marks, answers, kpis, table, title, description } = firstPaint(dataset());
        const ground = groundSvg(json<StillGround>('still.json'), LIGHT);
        const inset = insetSvg(json<InsetGround>('inset.json'), `${messages('zh').inset} ${messages('en').inset}`, LIGHT);
        const colours = `<style>${layoutCss()}:root{--frame-ratio:${(UNITS / UNITS_HIGH).toFixed(5)};${cssVariables(LIGHT)}}@media not print{:root[data-theme=dark]{${cssVariables(DARK)}}}${groundCss()}</style>`;
        const notes = (['zh', 'en'] as const)
          .map(
            (lang) =>
              `<span lang="${lang === 'zh' ? 'zh-CN' : 'en'}" class="word">${GROUND.notice[lang]} · ${GROUND.attribution[lang]}</span>`,
          )
          .join(' ');
        const parts: Record<string, string> = {
          notes,
          marks,
          answers,
          kpis,
          table,
          title,
          description,
          ground,
          inset,
          colours,
        };
        return html.replace(/<!--put:(\w+)-->|\{put:(\w+)\}/g, (_, a?: string, b?: string) => parts[(a ?? b)!] ?? '');
      },
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_, file) => {
        if (file.startsWith(folder) && file.endsWith('.yaml')) server.ws.send({ type: 'full-reload' });
      });
      for (const [file, content] of Object.entries(served)) {
        server.middlewares.use(`/data/${file}`, (_, response) => {
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(content()));
        });
      }
    },
    async generateBundle() {
      const checked = dataset();
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `data/${fileName}`, source });
      const world = new World(checked);
      const all = tables(world).map((table) => ({ ...table, csv: csv(table) }));
      emit('shanhai.json', JSON.stringify(checked));
      emit('search.json', JSON.stringify(readings(chineseNames(checked))));
      emit('pairings.geojson', JSON.stringify(pairingsGeojson(world)));
      for (const table of all) emit(`${table.name}.csv`, table.csv);
      emit('datapackage.json', JSON.stringify(descriptor(all, checked.sources, version), null, 2));
      emit('shanhai.xlsx', await workbook(all));
    },
  };
}

/** Styles of components are adopted by the root in which they stand, instead of being written into `<style>` elements (`src/parts/styles.svelte.ts`). */
function styles(): Plugin {
  const call = /\$\.append_styles\(/g;
  const home = path.join(root, 'src/parts/styles.svelte.ts');
  return {
    name: 'shanhai:styles',
    transform(code, id) {
      if (!id.endsWith('.svelte') || !code.includes('$.append_styles(')) return null;
      return { code: `import { adoptStyles } from ${JSON.stringify(home)};\n${code.replace(call, 'adoptStyles(')}`, map: null };
    },
  };
}

/** Lets late code be asked for under another address (`src/parts/late.ts`). */
function again(): Plugin {
  return {
    name: 'shanhai:again',
    apply: 'build',
    enforce: 'pre',
    // Vite would run an import only after it has fetched style sheets; there are none, and it must run at once.
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
    renderChunk: (code) =>
      code.replace(/\bimport\(([`'"])(\.\/[^`'"]+)\1\)/g, (_, __, file) => `import(\`${file}\`+(globalThis.shanhaiAgain??\`\`))`),
  };
}

/** Files of the app's code and of all that it needs at once. */
function appFiles(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const walk = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || found.has(file)) return;
    found.add(file);
    chunk.imports.forEach(walk);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('App.svelte')) walk(chunk.fileName);
  return [...found];
}

/**
 * Puts the page's style sheets into the page, so that the first paint waits for nothing but the page, and states the
 * content security policy that the finished page keeps to: its own origin and nothing else.
 */
function selfContained(): Plugin {
  return {
    name: 'shanhai:self-contained',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
          let html = String(page.source);
          let linked = '';
          html = html.replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (tag, file: string) => {
            const sheet = bundle[file];
            if (sheet?.type !== 'asset') return tag;
            linked = file;
            return `<style>${String(sheet.source)}</style>`;
          });
          const inline = (tag: string) => [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => text!);
          const hashes = (texts: string[]) =>
            texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
          // A host that refuses whatever stands in the page gets the same styles as a file, which `main.ts` then turns on.
          const sheet = bundle[linked];
          if (sheet?.type === 'asset') {
            sheet.source = inline('style').join('');
            html = html.replace('</head>', `  <link rel="stylesheet" href="./${linked}" disabled />\n  </head>`);
          }
          // What makes the still answer is asked for as soon as the still has come, and not link by link.
          const preloads = appFiles(bundle).map((file) => `<link rel="modulepreload" href="./${file}" />`);
          const figures = '<link rel="preload" as="fetch" crossorigin href="./data/shanhai.json" />';
          html = html.replace('</body>', `${preloads.join('')}${figures}\n  </body>`);
          const policy = `default-src 'none'; script-src 'self' ${hashes(inline('script'))}; worker-src 'self' blob:; style-src 'self' ${hashes(inline('style'))}; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'`;
          page.source = html.replace(
            '<meta charset="utf-8" />',
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          );
        }
      },
    },
  };
}

/** The edition: its number stands in the data package. */
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

const pages = ['index', 'embed', 'briefing'].filter((page) => existsSync(path.join(root, 'src', `${page}.html`)));

export default defineConfig({
  root: path.join(root, 'src'),
  base: './',
  // A file that is not there is missing, as on any static host, and not the page.
  appType: 'mpa',
  publicDir: path.join(root, 'public'),
  plugins: [svelte({ configFile: path.join(root, 'svelte.config.js') }), styles(), again(), data(), selfContained()],
  define: { __GROUND__: JSON.stringify(GROUND) },
  worker: { format: 'es' },
  build: {
    outDir: path.join(root, 'dist'),
    emptyOutDir: true,
    manifest: true,
    license: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, path.join(root, 'src', `${page}.html`)])),
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, includeDependenciesRecursively: false }] },
      },
      checks: { bundlerTimings: false },
    },
  },
  preview: { port: 4173 },
  test: {
    root,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    // Files that share a worker share its modules: the data are checked twice in all and not once a file. No test changes what it imports.
    isolate: false,
    maxWorkers: 2,
  },
});
