const asked = new Map<string, Promise<unknown>>();
const there = new Map<string, unknown>();

/** A file of the ground from `geo/`, fetched once however many ask for it. Rejects with the reason; whoever asks next tries again. */
export function geo<T>(file: string): Promise<T> {
  const known = asked.get(file);
  if (known) return known as Promise<T>;
  const coming = fetch(new URL(`geo/${file}`, document.baseURI)).then(async (response) => {
    if (!response.ok) throw new Error(`geo/${file}: HTTP ${response.status}`);
    const content = (await response.json()) as T;
    there.set(file, content);
    return content;
  });
  asked.set(file, coming);
  coming.catch(() => asked.delete(file));
  return coming;
}

/** The same without waiting: null until it has come. */
export const geoNow = (file: string): unknown => there.get(file) ?? null;

/** One name of the ground: `public/geo/labels.json`. */
export interface GroundName {
  kind: string;
  zh: string;
  en: string;
  lng: number;
  lat: number;
  minzoom: number;
}
