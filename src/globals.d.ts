/** Put into the code by `vite.config.ts`: the content of `public/geo/ground.json`. */
declare const __GROUND__: (typeof import('./config.ts'))['GROUND'];

/** What addresses of late code end in while it is asked for again (`parts/late.ts`); empty otherwise. */
// eslint-disable-next-line no-var -- only a `var` becomes a property of `globalThis`
declare var shanhaiAgain: string | undefined;
