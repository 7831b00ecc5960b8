import type { Dataset, Pairing } from '../../data/schema.ts';
import type { Files } from './files.ts';
import { isDay, readDataset, releaseFile } from './load.ts';

/**
 * Fetches the data that `data=` names: a file of this site in the form of `data/shanhai.json`, or an edition by its day. Rejects with
 * what is wrong: an address elsewhere, a file that cannot be had, or what stands where in it and cannot be.
 */
export async function loadOwn(files: Files, asked: string, base: string): Promise<Dataset> {
  const file = isDay(asked) ? releaseFile(asked) : asked;
  const address = URL.canParse(file, base) ? new URL(file, base) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.origin !== new URL(base).origin)
    throw new Error(`${asked}: not a file of this site; put it beside the atlas and give its path`);
  return files.json(address.href, (content) => filled(readDataset(content, REMEDY)));
}

const REMEDY = 'it must have the form of data/shanhai.json';

/** Ids stand in addresses and in the page as they are. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a pairing may leave out. */
export const LEFT_OUT = {
  ...{ parent: null, since: null, inferred: false, covers: [], dossier: false, figures: [], projects: [], routes: [] },
} satisfies Partial<Pairing>;

/** A dataset with what pairings may leave out. Throws the first thing in it that cannot be drawn or followed, by its place. */
function filled(dataset: Dataset): Dataset {
  const pairings = dataset.pairings.map((pairing) => ({ ...LEFT_OUT, ...pairing }));
  const ids = (of: readonly { id: string }[]) => new Set(of.map(({ id }) => id));
  const known = {
    place: ids(dataset.places),
    programme: ids(dataset.programmes),
    measure: ids(dataset.measures),
    source: ids(dataset.sources),
  };
  const named = (where: string, id: unknown) => {
    if (typeof id !== 'string' || !ID.test(id))
      throw new Error(`${where}: id is ${JSON.stringify(id)}; write lower-case letters, digits and hyphens`);
  };
  for (const list of ['places', 'programmes', 'measures', 'sources'] as const)
    dataset[list].forEach(({ id }, i) => named(`${list}[${i}]`, id));
  const need = (where: string, kind: keyof typeof known, id: string | null | undefined) => {
    if (id !== null && id !== undefined && !known[kind].has(id)) throw new Error(`${where}: no ${kind} called ${JSON.stringify(id)}`);
  };
  dataset.places.forEach(({ id, point, in: region, seat, zh, en }, i) => {
    const where = `places[${i}] (${id})`;
    const [lng, lat] = Array.isArray(point) ? point : [];
    if (!(Math.abs(lng!) <= 180 && Math.abs(lat!) <= 85)) throw new Error(`${where}: point is not [degrees east, degrees north]`);
    if (typeof zh !== 'string' || typeof en !== 'string') throw new Error(`${where}: write zh and en`);
    need(where, 'place', region);
    need(where, 'place', seat);
  });
  dataset.sources.forEach(({ id, url }, i) => {
    if (url && !/^https?:\/\//i.test(url)) throw new Error(`sources[${i}] (${id}): url does not begin with https: or http:`);
  });
  pairings.forEach(({ id, donor, recipient, programme, figures, projects, routes, since, link }, i) => {
    named(`pairings[${i}]`, id);
    const where = `pairings[${i}] (${id})`;
    for (const one of [...figures, ...projects, ...routes, ...[...projects, ...routes].flatMap((owner) => owner.figures)])
      named(where, one.id);
    if (!donor || !recipient) throw new Error(`${where}: write donor and recipient`);
    for (const place of [
      donor,
      recipient,
      ...projects.map((one) => one.place),
      ...routes.flatMap(({ from, to, via }) => [from, to, ...via]),
    ])
      need(where, 'place', place);
    need(where, 'programme', programme);
    for (const figure of [...figures, ...[...projects, ...routes].flatMap((one) => one.figures)]) {
      need(`${where}, figure ${figure.id}`, 'measure', figure.measure);
      need(`${where}, figure ${figure.id}`, 'source', figure.source);
    }
    for (const one of [since, link, ...projects, ...routes]) need(where, 'source', one?.source);
  });
  return { ...dataset, pairings };
}
