/** China's units as one clean fabric: no gaps, no overlaps, every shared line one line; then simplified as a whole. */
import { collection, feature, features, run } from './mapshaper.ts';
import { prefectureOf, provinceOf, recipientOf, type Unit } from './sources.ts';

const asFeatures = (units: Unit[]): string =>
  collection(units.map(({ id, polygons }) => feature({ type: 'MultiPolygon', coordinates: polygons }, { id })));

/**
 * Closes the gaps and overlaps between units, and joins the parts and seams of one unit.
 *
 * Two plain steps: one clean with a large gap area and snapping drops whole prefectures without a word. What is wider
 * than 25 km² after the first is a real gap (a lake, a bay), and stays.
 */
export async function fabric(units: Unit[]): Promise<string> {
  const written = await run(
    ['-i units.json', '-clean', '-clean gap-fill-area=25km2', '-dissolve2 id', '-o fabric.json format=geojson precision=0.00001'],
    { 'units.json': asFeatures(units) },
  );
  const kept = new Set(
    features(written, 'fabric.json')
      .filter((f) => f.geometry !== null)
      .map((f) => f.properties?.['id'] as string),
  );
  const lost = units.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (lost.length > 0) throw new Error(`cleaning lost ${lost.join(', ')}`);
  const ranked = features(written, 'fabric.json').map((f) => {
    const id = f.properties?.['id'] as string;
    return { ...f, properties: { id, prefecture: prefectureOf(id), province: provinceOf(id), recipient: recipientOf(id) ?? '' } };
  });
  return collection(ranked);
}

/** The fabric with lines no finer than `metres`; islets below `islet` km² go, since a dot of two pixels is only noise. */
export async function simplify(fabricJson: string, metres: number, islet: number): Promise<string> {
  const written = await run(
    [
      '-i fabric.json',
      `-simplify weighted interval=${metres} keep-shapes`,
      // Simplified lines may cross at a narrow place; the knot that cleaning makes of it is filled.
      `-clean gap-fill-area=${Math.max(1, (metres / 1000) ** 2 * 4)}km2`,
      islet > 0 ? `-filter-islands min-area=${islet}km2` : '',
      '-o simple.json format=geojson precision=0.00001',
    ],
    { 'fabric.json': fabricJson },
  );
  return written['simple.json']!;
}
