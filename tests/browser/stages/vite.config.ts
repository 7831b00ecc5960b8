import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import site from '../../../vite.config.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A page of three stages, built as the site is built and under the policy that the site keeps to. */
export default {
  ...(site as UserConfig),
  root: here,
  build: {
    ...(site as UserConfig).build,
    outDir: fileURLToPath(new URL('../../../test-results/stages', import.meta.url)),
    manifest: false,
    license: false,
    rolldownOptions: { ...(site as UserConfig).build?.rolldownOptions, input: `${here}index.html` },
  },
} satisfies UserConfig;
