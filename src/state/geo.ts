/** One name of the ground: `public/geo/labels.json`. */
export interface GroundName {
  kind: string;
  zh: string;
  en: string;
  lng: number;
  lat: number;
  minzoom: number;
}
