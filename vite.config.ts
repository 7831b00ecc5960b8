import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, runnerImport, type Plugin, type Rolldown } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { checkBriefs, readBriefs } from './data/briefs.ts';
import { check, readTexts } from './data/check.ts';
import { descriptor, workbook } from './data/package.ts';
import { say } from './data/problem.ts';
import { readReleases, type Release } from './data/release.ts';
import type { Dataset, Words } from './data/schema.ts';
import { readings } from './data/search.ts';
import { cssVariables, DARK, LIGHT } from './src/look/themes.ts';
import { messages } from './src/text/messages.ts';
import { differences } from './src/text/differences.ts';
import { EDITION } from './src/text/edition.ts';
import { csv, pairingsGeojson, tables } from './src/text/tables.ts';
import { groundCss, groundSvg, insetSvg, UNITS, UNITS_HIGH, type InsetGround, type StillGround } from './src/still/ground.ts';
import { layoutCss } from './src/panels/layout.ts';
import { withBows } from './src/scene/bows.ts';
import { withExtents } from './src/scene/extents.ts';
import { entriesOf } from './src/find/entries.ts';
import { keptFiles, withFiles, type Manifest } from './src/offline/files.ts';
import { guideFiles, PICTURES } from './src/pages/guide.ts';
import { singlePages } from './src/pages/single.ts';
import { LEFT_OUT, SITE_KEY, siteOf } from './src/pages/site.ts';
import { releaseFile } from './src/state/load.ts';
import { World } from './src/state/world.ts';

const root = path.dirname(fileURLToPath(import.meta.url));
const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, 'public/geo', file), 'utf8')) as T;

const GROUND = json<{ attribution: Words; notice: Words }>('ground.json');

/** What writes the first paint and the pages. They are made of components, which a configuration cannot import as it imports other code. */
const imported = new Map<string, Promise<unknown>>();
function writer<T>(file: string): Promise<T> {
  const made =
    imported.get(file) ??
    runnerImport<T>(path.join(root, file), {
      configFile: false,
      logLevel: 'error',
      plugins: [svelte({ configFile: path.join(root, 'svelte.config.js') })],
      define: { __GROUND__: JSON.stringify(GROUND) },
    }).then(({ module }) => module);
  imported.set(file, made);
  return made as Promise<T>;
}
const firstPaintWriter = () => writer<typeof import('./src/still/page.ts')>('src/still/page.ts');
const embedWriter = () => writer<typeof import('./src/embed/files.ts')>('src/embed/files.ts');
const pagesWriter = () => writer<typeof import('./src/pages/pages.ts')>('src/pages/pages.ts');

/** Where the site is going to stand; null where nobody has said. */
const site = siteOf(process.env[SITE_KEY]);

const DATA = path.join(root, 'data');

/** The dataset, once it has been checked; else every problem is thrown. */
function checkedDataset(): Dataset {
  const { dataset, problems } = check(readTexts(DATA));
  if (!dataset) throw new Error(`data:\n${problems.map(say).join('\n')}`);
  return drawable(dataset);
}

/** A dataset with all that the build works out for the map. */
const drawable = (dataset: Dataset): Dataset => withExtents(withBows(new World(dataset)), json('base.topo.json'));

/** The editions that are kept, oldest first, with what is drawn of them. */
const keptReleases = (): Release[] => readReleases(DATA).map(({ date, dataset }) => ({ date, dataset: drawable(dataset) }));

/**
 * The dataset: checked when the build starts and emitted as `data/shanhai.json`, with `data/search.json` beside it. In development it is served from memory,
 * and an edit of a YAML file reloads the page, or shows every problem over it.
 */
function data(): Plugin {
  const folder = DATA;
  const dataset = checkedDataset;
  const chineseNames = (checked: Dataset) => entriesOf(new World(checked)).flatMap(({ names }) => names.map(({ zh }) => zh));
  /** What the page itself asks for. */
  const served = { 'shanhai.json': dataset, 'search.json': () => readings(chineseNames(dataset())) };
  return {
    name: 'shanhai:data',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const [{ firstPaint }, { firstHead }] = await Promise.all([firstPaintWriter(), pagesWriter()]);
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
          head: firstHead(site),
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
      const texts = readBriefs(DATA);
      const { briefs, problems } = checkBriefs(world, texts);
      if (problems.length) throw new Error(`briefs:\n${problems.join('\n')}`);
      for (const { id } of briefs)
        emit(`briefs/${id}.json`, JSON.stringify({ zh: texts.get(`${id}.zh.md`), en: texts.get(`${id}.en.md`) }));
      emit('briefs/index.json', JSON.stringify(briefs.map(({ id, decks }) => ({ id, title: { zh: decks.zh.title, en: decks.en.title } }))));
      // Every edition that is kept, and what differs between any two, today's among them.
      const releases = keptReleases();
      const editions = [...releases.filter(({ date }) => date !== EDITION), { date: EDITION, dataset: checked }];
      for (const { date, dataset: kept } of releases)
        this.emitFile({ type: 'asset', fileName: releaseFile(date), source: JSON.stringify(kept) });
      const states = editions.map(({ date, dataset: kept }) => ({ date, tables: tables(new World(kept)) }));
      const between = states.flatMap((from, i) => states.slice(i + 1).map((to) => ({ from, to })));
      for (const { from, to } of between) {
        const found = differences(from.tables, to.tables);
        emit(`releases/${from.date}--${to.date}.json`, JSON.stringify({ from: from.date, to: to.date, differences: found }));
      }
      const index = {
        edition: EDITION,
        releases: releases.map(({ date }) => ({ date, file: `${date}.json` })),
        differences: between.map(({ from, to }) => ({ from: from.date, to: to.date, file: `${from.date}--${to.date}.json` })),
      };
      emit('releases/index.json', JSON.stringify(index, null, 2));
    },
    // Hundreds of files that nothing else in the build has to do with, and that no list of its files should name.
    async writeBundle({ dir }) {
      const { pageFiles } = await pagesWriter();
      const files = pageFiles(dataset(), { ground: json('still.json'), inset: json('inset.json'), site });
      for (const [file, content] of files) {
        const whole = path.join(dir!, file);
        mkdirSync(path.dirname(whole), { recursive: true });
        writeFileSync(whole, content);
      }
      const pages = [...files.keys()].filter((file) => file.endsWith('.html')).length;
      const css = [...files.keys()].find((file) => /^assets\/page-.*\.css$/.test(file))!;
      const guide = guideFiles((file) => readFileSync(path.join(root, 'src', file), 'utf8'), css);
      for (const [file, content] of guide) {
        mkdirSync(path.dirname(path.join(dir!, file)), { recursive: true });
        writeFileSync(path.join(dir!, file), content);
      }
      cpSync(path.join(root, 'src/embed/pictures'), path.join(dir!, PICTURES), { recursive: true });
      this.info(site ? `${pages} pages in p/, for ${site}` : `${pages} pages in p/; ${LEFT_OUT}`);
    },
  };
}

/** The live map of embeds, made with `<shanhai-map>`, and asked for by this name. */
const EMBED_LIVE = 'embed-live.js';

/** The pages that stand in other pages: `e/<id>/`, their script and their sheet of style. */
function embeds(): Plugin {
  return {
    name: 'shanhai:embeds',
    apply: 'build',
    async writeBundle({ dir }) {
      // One classic script, and no module: a frame without an origin may fetch no other kind.
      const made = await build({
        configFile: false,
        logLevel: 'error',
        build: { write: false, lib: { entry: path.join(root, 'src/embed/answer.ts'), formats: ['iife'], name: 'shanhaiEmbed' } },
      });
      const [{ output }] = made as [Rolldown.RolldownOutput];
      const { embedFiles } = await embedWriter();
      const given = { ground: json<StillGround>('still.json'), inset: json<InsetGround>('inset.json'), site };
      const files = embedFiles(checkedDataset(), { ...given, script: output[0].code, live: EMBED_LIVE, releases: keptReleases() });
      for (const [file, content] of files) {
        const whole = path.join(dir!, file);
        mkdirSync(path.dirname(whole), { recursive: true });
        writeFileSync(whole, content);
      }
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
 * States the content security policy that the finished page keeps to: its own origin and nothing else. With styles inside,
 * its style sheets are put into it, so that the first paint waits for nothing but the page.
 */
function selfContained({ styles }: { styles: 'inside' | 'beside' }): Plugin {
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
          if (styles === 'inside')
            html = html.replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (tag, file: string) => {
              const sheet = bundle[file];
              if (sheet?.type !== 'asset') return tag;
              linked = file;
              return `<style>${String(sheet.source)}</style>`;
            });
          // What the script of the page says to whoever reads its source need not travel.
          html = html.replace(/<script>[\s\S]*?<\/script>/g, (script) => script.replace(/^\s+(\/\/.*\n\s*)*/gm, ''));
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
          if (preloads.length) html = html.replace('</body>', `${preloads.join('')}${figures}\n  </body>`);
          const policy = `default-src 'none'; script-src 'self' ${hashes(inline('script'))}; worker-src 'self' blob:; style-src 'self' ${hashes(inline('style'))}; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'`;
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

const pages = ['index'];

export const SITE: ViteUserConfig = {
  root: path.join(root, 'src'),
  base: './',
  // A file that is not there is missing, as on any static host, and not the page.
  appType: 'mpa',
  publicDir: path.join(root, 'public'),
  plugins: [
    svelte({ configFile: path.join(root, 'svelte.config.js') }),
    styles(),
    again(),
    data(),
    embeds(),
    selfContained({ styles: 'inside' }),
  ],
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
    // On a machine that does much else: no test is about its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Files that share a worker share its modules: the data are checked twice in all and not once a file. No test changes what it imports.
    isolate: false,
    maxWorkers: 2,
  },
};

/** Types of the element, put beside its code. */
function types(): Plugin {
  return {
    name: 'shanhai:types',
    generateBundle() {
      const source = readFileSync(path.join(root, 'src/element/public.ts'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'shanhai-map.d.ts', source });
    },
  };
}

/** Code that stands in one classic script, its late parts and MapLibre's worker within: for a plain tag, or a file that is opened by a double-click. */
const oneScript = (entry: string, more: Plugin[] = []): ViteUserConfig => ({
  root: path.join(root, 'src'),
  base: './',
  publicDir: false,
  plugins: [svelte({ configFile: path.join(root, 'svelte.config.js') }), styles(), again(), ...more],
  // A plain script knows its address only while it runs first.
  define: { __GROUND__: JSON.stringify(GROUND), 'import.meta.url': 'shanhaiAddress' },
  worker: { format: 'es' },
  resolve: { alias: [{ find: /^\.\/worker-url\.ts$/, replacement: path.join(root, 'src/map/worker-inside.ts') }] },
  build: {
    outDir: path.join(root, 'dist'),
    emptyOutDir: false,
    manifest: false,
    license: false,
    modulePreload: false,
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      input: { [path.basename(entry, '.ts')]: path.join(root, 'src', entry) },
      output: {
        entryFileNames: '[name].single.js',
        format: 'iife',
        codeSplitting: false,
        intro: 'const shanhaiAddress = document.currentScript?.src || location.href;',
      },
      checks: { bundlerTimings: false },
    },
  },
});

/** Puts pages of one file into `single/`, made of the built site and of the script that this build makes, which is dropped. */
function singles(): Plugin {
  return {
    name: 'shanhai:singles',
    async generateBundle(_, bundle) {
      const dist = path.join(root, 'dist');
      const [room] = Object.values(bundle);
      if (room?.type !== 'chunk') throw new Error('no script of the briefing page');
      const atlas = oneScript('main.ts');
      const made = await build({ ...atlas, configFile: false, logLevel: 'error', build: { ...atlas.build, write: false } });
      const pages = singlePages({
        read: (file) => readFileSync(path.join(dist, file)),
        list: (folder) => readdirSync(path.join(dist, folder)),
        scripts: { room: room.code, atlas: (made as Rolldown.RolldownOutput).output[0].code },
      });
      delete bundle[room.fileName];
      for (const [name, source] of pages) {
        this.emitFile({ type: 'asset', fileName: `single/${name}`, source });
        this.info(`single/${name}: ${(Buffer.byteLength(source) / 1e6).toFixed(2)} MB`);
      }
    },
  };
}

/** The service worker, with the list of what it keeps: made last, of all that the other builds have made. */
function offline(): Plugin {
  return {
    name: 'shanhai:offline',
    generateBundle(_, bundle) {
      const dist = path.join(root, 'dist');
      const read = (name: string) => readFileSync(path.join(dist, name));
      const manifests = ['manifest', 'briefing'].map((name) => JSON.parse(read(`.vite/${name}.json`).toString()) as Manifest);
      const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .map((name) => name.split(path.sep).join('/'))
        .filter((name) => statSync(path.join(dist, name)).isFile());
      const [chunk] = Object.values(bundle);
      if (chunk?.type !== 'chunk') throw new Error('no script of the service worker');
      const files = keptFiles(manifests, names, read);
      chunk.code = withFiles(chunk.code, files);
      const bytes = Object.keys(files).reduce((sum, name) => sum + read(name).length, 0);
      this.info(`${Object.keys(files).length} files are kept for a visit without a network, ${(bytes / 1e6).toFixed(1)} MB`);
    },
  };
}

/** Entries that are built beside the site, and not with each other: chunks that several of them share would fall into smaller pieces, or carry what only one needs. */
const BESIDE = {
  element: { 'shanhai-map': 'shanhai-map.ts' },
  embeds: { 'embed-live': 'embed/live.ts', embed: 'embed.html' },
  briefing: { briefing: 'briefing.html' },
} as const;
type Beside = keyof typeof BESIDE;

/** `<shanhai-map>` as a module with its late parts in `assets/`; the live map of embeds, with `embed.html`; and `briefing.html`. */
const beside = (made: Beside): ViteUserConfig => {
  const isElement = made === 'element';
  return {
    root: path.join(root, 'src'),
    base: './',
    publicDir: false,
    plugins: [
      svelte({ configFile: path.join(root, 'svelte.config.js') }),
      styles(),
      again(),
      isElement ? types() : selfContained({ styles: 'beside' }),
    ],
    define: { __GROUND__: JSON.stringify(GROUND) },
    worker: { format: 'es' },
    build: {
      outDir: path.join(root, 'dist'),
      emptyOutDir: false,
      manifest: isElement ? '.vite/element.json' : `.vite/${made}.json`,
      license: isElement ? { fileName: '.vite/element-license.md' } : false,
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(BESIDE[made]).map(([name, file]) => [name, path.join(root, 'src', file)])),
        // What it gives must not be dropped because no page of ours imports it.
        ...(made === 'embeds' ? { preserveEntrySignatures: 'allow-extension' as const } : {}),
        output: {
          entryFileNames: '[name].js',
          codeSplitting: {
            groups: [{ name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, includeDependenciesRecursively: false }],
          },
        },
        checks: { bundlerTimings: false },
      },
    },
  };
};

/** The service worker alone, under a name that stays. */
const keeping = (): ViteUserConfig => ({
  root: path.join(root, 'src'),
  base: './',
  publicDir: false,
  plugins: [offline()],
  build: {
    outDir: path.join(root, 'dist'),
    emptyOutDir: false,
    manifest: false,
    modulePreload: false,
    rolldownOptions: {
      input: { sw: path.join(root, 'src/offline/worker.ts') },
      output: { entryFileNames: '[name].js', format: 'iife' },
      checks: { bundlerTimings: false },
    },
  },
});

export default defineConfig(({ mode }) =>
  mode === 'single'
    ? oneScript('shanhai-map.ts')
    : mode === 'files'
      ? oneScript('briefing.ts', [singles()])
      : mode === 'offline'
        ? keeping()
        : mode in BESIDE
          ? beside(mode as Beside)
          : SITE,
);
