/** A component's styles travel in its code, so that one request brings both and a failed one can be tried again; `styles()` in vite.config.ts puts them where the component stands. */
export default {
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true), css: 'injected' },
  vitePlugin: { emitCss: false },
};
