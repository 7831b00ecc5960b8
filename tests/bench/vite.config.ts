import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The bench page, built as the site is: MapLibre in a file of its own, its worker in another. */
export default defineConfig({
  root: here,
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    outDir: path.join(here, '.out/page'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: ['page.html', 'echarts.html'].map((page) => path.join(here, page)),
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, includeDependenciesRecursively: false }] },
      },
      checks: { bundlerTimings: false },
    },
  },
});
