import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { SITE as site } from '../../../vite.config.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A page of three stages, built as the site is built and under the policy that the site keeps to. */
export default {
  ...site,
  root: here,
  build: {
    ...site.build,
    outDir: fileURLToPath(new URL('../../../test-results/stages', import.meta.url)),
    manifest: false,
    license: false,
    rolldownOptions: { ...site.build?.rolldownOptions, input: `${here}index.html` },
  },
} satisfies UserConfig;
