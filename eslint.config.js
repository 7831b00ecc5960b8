import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'geo/', 'test-results/', 'tests/bench/.out/', '**/node_modules/', 'tests/firefox/']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'tests/*.mjs', 'tests/bench/*.mjs', 'tests/examples/html/*.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: { 'no-undef': 'off', '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    files: ['**/*.svelte'],
    ...ts.configs.disableTypeChecked,
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'], projectService: false } },
  },
  // Browser tests put their own methods in place of a prototype's.
  { files: ['tests/browser/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['**/*.mjs', '*.js', 'tests/examples/html/*.js'], ...ts.configs.disableTypeChecked },
);
