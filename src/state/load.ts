import type { Dataset, LngLat, Words } from '../../data/schema.ts';

/** Fetches the dataset. Throws with the reason when the network fails or the file is of another format. */
export async function load(url: string): Promise<Dataset> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const dataset = (await response.json()) as Dataset;
  if (dataset.format !== 1) throw new Error(`${url}: format ${String(dataset.format)}, this page reads 1`);
  return dataset;
}

/** `geo/ground.json`: what the ground needs said of it. */
export interface GroundNotes {
  relief: { coordinates: [LngLat, LngLat, LngLat, LngLat] };
  attribution: Words;
  notice: Words;
}

export async function loadGroundNotes(url: string): Promise<GroundNotes> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return (await response.json()) as GroundNotes;
}
