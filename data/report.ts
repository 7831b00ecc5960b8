import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFolder } from './check.ts';
import { CHANNELS, type Dataset, type Figure, type Pairing } from './schema.ts';

// `npm run data:report -- --claims` prints everything that the named views say beyond the prints of figures, with its rows.
// `npm run data:report` prints how many figures, projects and routes each dossier holds, by channel and by source.
const dataset = checkFolder(path.dirname(fileURLToPath(import.meta.url)));
if (!dataset) process.exit(1);

if (process.argv.includes('--claims')) {
  const [{ claims }, { World }] = await Promise.all([import('../tests/claims.ts'), import('../src/state/world.ts')]);
  process.stdout.write(claims(new World(dataset)));
} else report(dataset);

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
