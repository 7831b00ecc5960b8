import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { UserConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The examples that are built, as their own projects would build them: each takes the element from its file, and nothing of ours into its code. */
export default {
  root: here,
  base: './',
  configFile: false,
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: fileURLToPath(new URL('../../test-results/examples', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { input: ['react', 'vue', 'svelte'].map((name) => `${here}${name}/index.html`), checks: { bundlerTimings: false } },
  },
} satisfies UserConfig & { configFile: false };
