import code from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';

/** Address of MapLibre's worker where it has no file of its own: the build of `<shanhai-map>` as one script puts this in the place of `worker-url.ts`. */
export default URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
