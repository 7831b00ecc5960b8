import type { Readings } from '../../data/search.ts';

/** Fetches how names are typed. Throws with the reason when the network fails or the file is of another format. */
export async function loadReadings(url: string): Promise<Readings> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const readings = (await response.json()) as Readings;
  if (readings.format !== 1) throw new Error(`${url}: format ${String(readings.format)}, this page reads 1`);
  return readings;
}
