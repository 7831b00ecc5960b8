// A file of its own, so that a build into a single file can put an inlined worker in its place.
export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
