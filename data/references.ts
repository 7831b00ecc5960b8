import type { Checked } from './document.ts';
import { nearest, problem, type Problem } from './problem.ts';

export type Kind = 'place' | 'programme' | 'source' | 'pairing' | 'project' | 'route' | 'figure' | 'measure';

/** These share one set of ids: a link, a row of the page or of a CSV names any of them by id alone. */
const SHARED: readonly Kind[] = ['place', 'project', 'route', 'figure'];

/** Every id given so far, and the references to them. */
export class Ids {
  readonly #problems: Problem[];
  readonly #owners = new Map<string, { kind: Kind; at: string }>();
  readonly #known = new Map<Kind, Set<string>>();
  readonly #unread = new Set<Kind>();

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  add(kind: Kind, id: string, at: string): void {
    const key = SHARED.includes(kind) ? id : `${kind} ${id}`;
    const first = this.#owners.get(key);
    if (!first) this.#owners.set(key, { kind, at });
    else {
      const owner = first.kind === kind ? '' : ` by a ${first.kind}`;
      this.#problems.push(problem('duplicate-id', at, `${kind} id "${id}" is already used${owner} at ${first.at}`));
    }
    this.#known.set(kind, (this.#known.get(kind) ?? new Set()).add(id));
  }

  /** The ids of a list file. */
  addList<K extends string>(kind: Kind, file: Checked<Record<K, { id: string }[]>> | null, key: K): void {
    if (!file) this.unread(kind);
    file?.content[key].forEach(({ id }, i) => this.add(kind, id, file.at([key, i, 'id'])));
  }

  /** A file with ids of this kind could not be read. That is told already; doubting references to them would only bury it. */
  unread(kind: Kind): void {
    this.#unread.add(kind);
  }

  refer(kind: Kind, id: string | null | undefined, at: string, role: string): void {
    const known = this.#known.get(kind) ?? new Set();
    if (!id || known.has(id) || this.#unread.has(kind)) return;
    const home = kind === 'pairing' || kind === 'figure' ? 'data/pairings or data/network.yaml' : `data/${kind}s.yaml`;
    this.#problems.push(problem('reference', at, `${role} "${id}" is not in ${home}`, { meant: nearest(id, known) }));
  }
}

/** A step from one id to the larger thing that holds it, if any, and where it is written. */
export type Steps = Map<string, { to: string | null | undefined; at: string }>;

/** A figure within a figure, a pairing's parent, a place in a place: each leads outwards and ends, never in a circle. */
export function checkCircles(key: string, steps: Steps, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const start of steps.keys()) {
    const trail: string[] = [];
    let here: string | null | undefined = start;
    while (here && !seen.has(here)) {
      seen.add(here);
      trail.push(here);
      here = steps.get(here)?.to;
    }
    if (!here || !trail.includes(here)) continue;
    const circle = [...trail.slice(trail.indexOf(here)), here];
    problems.push(problem('circle', steps.get(here)!.at, `"${key}" leads in a circle: ${circle.join(' → ')}`, { words: key }));
  }
}
