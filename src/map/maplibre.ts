import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from './worker-url.ts';

// The only module that imports MapLibre's runtime: it is loaded on demand, after the still is up.
setWorkerUrl(workerUrl);
export { LngLat, Map } from 'maplibre-gl';
