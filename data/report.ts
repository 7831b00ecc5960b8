import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBriefs, touchedBy } from './briefs.ts';
import { checkFolder } from './check.ts';
import { readReleases, written } from './release.ts';
import { CHANNELS, type Dataset, type Figure, type Pairing } from './schema.ts';

// `npm run data:report -- --claims` prints everything that the named views say beyond the prints of figures, with its rows.
// `npm run data:report -- --briefs [2026-11-22]` prints the sentences of the decks that a change of the data has touched.
// `npm run data:report` prints how many figures, projects and routes each dossier holds, by channel and by source.
const here = path.dirname(fileURLToPath(import.meta.url));
const dataset = checkFolder(here);
if (!dataset) process.exitCode = 1;
else if (process.argv.includes('--claims')) {
  const [{ claims }, { World }] = await Promise.all([import('../tests/claims.ts'), import('../src/state/world.ts')]);
  process.stdout.write(claims(new World(dataset)));
} else if (process.argv.includes('--briefs')) await touched(dataset);
else report(dataset);

/** Sentences of the decks that the data as they are now say otherwise than an edition: the last that differs, unless a day is given. */
async function touched(now: Dataset): Promise<void> {
  const [{ World }, { readDeck }, { spoken }] = await Promise.all([
    import('../src/state/world.ts'),
    import('../src/state/deck.ts'),
    import('../src/text/brief.ts'),
  ]);
  const releases = readReleases(here);
  const day = process.argv[process.argv.indexOf('--briefs') + 1];
  const from = day ? releases.find(({ date }) => date === day) : releases.findLast(({ dataset: old }) => written(old) !== written(now));
  if (!from) {
    console.error(
      `report: there is no ${day ? `edition of ${day}` : 'edition that differs'}; there are ${releases.map(({ date }) => date).join(', ')}`,
    );
    process.exitCode = 1;
    return;
  }
  const [before, after] = [new World(from.dataset), new World(now)];
  const sentences = touchedBy(readBriefs(here), (text) => readDeck(text).deck, {
    before: (words, lang) => spoken(before, words, lang),
    after: (words, lang) => spoken(after, words, lang),
  });
  console.log(
    `${sentences.length} sentence${sentences.length === 1 ? '' : 's'} of the briefs read otherwise than in the edition of ${from.date}`,
  );
  for (const { file, slide, before: was, after: is } of sentences) console.log(`${file}, slide ${slide}:\n  - ${was}\n  + ${is}`);
}

function report(dataset: Dataset): void {
  const figures = ({ figures: own, projects, routes }: Pairing): Figure[] => [
    ...own,
    ...[...projects, ...routes].flatMap((owner) => owner.figures),
  ];
  const print = (name: string, counts: readonly (string | number)[]) =>
    console.log(name.padEnd(20) + counts.map((count) => String(count || '·').padStart(12)).join(''));

  const dossiers = dataset.pairings.filter(({ dossier }) => dossier);
  const network = dataset.pairings.filter(({ dossier }) => !dossier);
  const columns = CHANNELS.filter((channel) =>
    dataset.pairings.some((pairing) => figures(pairing).some((figure) => figure.channel === channel)),
  );
  print('figures by channel', [...columns, 'projects', 'routes']);
  const row = (name: string, pairings: readonly Pairing[]) =>
    print(name, [
      ...columns.map((channel) => pairings.flatMap(figures).filter((figure) => figure.channel === channel).length),
      pairings.reduce((n, { projects }) => n + projects.length, 0),
      pairings.reduce((n, { routes }) => n + routes.length, 0),
    ]);
  for (const pairing of dossiers) row(pairing.id, [pairing]);
  row('all dossiers', dossiers);
  row(`network (${network.length})`, network);
  console.log(`programmes           ${dataset.programmes.map(({ id, figures: own }) => `${id} ${own.length}`).join(', ')}`);

  console.log('\nentries by source of the dossiers (figures, projects, routes)');
  for (const { id, grade, date } of dataset.sources) {
    const count = dossiers.reduce(
      (n, pairing) => n + [...figures(pairing), ...pairing.projects, ...pairing.routes].filter(({ source }) => source === id).length,
      0,
    );
    if (count) console.log(`${String(count).padStart(5)}  ${id}, grade ${grade}, ${date}`);
  }
}
