/** The land around China and the lines in it, cut so that China's outline is the neighbours' outline too. */
import { run } from './mapshaper.ts';
import { countries } from './packages.ts';

/** China, Taiwan, Hong Kong and Macao in Natural Earth, whose shapes of them are not used. */
const OURS = "['156','158','344','446'].includes(String(iso))";

/**
 * How far the two data sets' borders may lie apart. Natural Earth is 1 to 2.5 km off on land borders and up to 10 in
 * places; the strip of its own China this wide fills every gap that would otherwise open.
 */
const STRIP_KM = 14;

/** `land`: neighbours and the strip, still running in under China. `borders`: between neighbours only. `frontier`: Natural Earth's idea of China's. */
export async function neighbours(
  bbox: string,
  metres: number,
  islet: number,
): Promise<{ land: string; borders: string; frontier: string }> {
  const written = await run(
    [
      '-i countries.json id-field=iso name=countries',
      '-filter-fields iso target=countries',
      `-clip bbox=${bbox} target=countries`,
      `-each "ours = ${OURS}" target=countries`,
      "-innerlines where='A.ours !== B.ours' + name=frontier target=countries",
      `-buffer ${STRIP_KM}km + name=near target=frontier`,
      '-dissolve2 target=near',
      "-filter 'ours' + name=strip target=countries",
      '-clip near target=strip',
      "-filter '!ours' target=countries",
      '-filter-fields target=strip',
      `-simplify weighted interval=${metres} target=countries`,
      '-innerlines + name=borders target=countries',
      '-merge-layers force target=countries,strip name=land',
      '-dissolve2 target=land',
      `-filter-islands min-area=${islet}km2 target=land`,
      '-o format=geojson precision=0.00001 target=land,borders,frontier',
    ],
    { 'countries.json': JSON.stringify({ ...countries(), objects: { countries: countries().objects['countries'] } }) },
  );
  const { 'land.json': land, 'borders.json': borders, 'frontier.json': frontier } = written;
  if (land === undefined || borders === undefined || frontier === undefined)
    throw new Error(`neighbours wrote ${Object.keys(written).join(', ')}`);
  return { land, borders, frontier };
}
