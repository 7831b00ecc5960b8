import type { LngLat, Words } from '../data/schema.ts';

/** What a publisher sets for an edition of its own. Nothing here is a secret, and nothing is fetched from anywhere. */
export const CONFIG: {
  /** Map approval number (审图号) of this very drawing, printed on screen and in every export; null prints the schematic notice instead. Never another map's number. */
  mapApproval: string | null;
  /** Where errors in a figure are reported: an address that takes `subject` and `body`, such as `mailto:desk@example.org`. Without a name after `mailto:` the reader fills in whom to write to; null leaves the link out. */
  report: string | null;
} = {
  mapApproval: null,
  report: 'mailto:',
};

/** What is to be said of the ground, put here by the build (`public/geo/ground.json`): never fetched, so that no map stands without it. */
export const GROUND: {
  /** Corners of the relief pictures: north-west, north-east, south-east, south-west. */
  relief: { coordinates: [LngLat, LngLat, LngLat, LngLat] };
  attribution: Words;
  notice: Words;
} = __GROUND__;
