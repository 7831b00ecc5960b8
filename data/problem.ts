import { distance } from 'fastest-levenshtein';
import { REMEDIES, type Rule } from './rules.ts';

/** One thing wrong with the data: where, what was found, what would be right. */
export interface Problem {
  rule: Rule;
  /** `data/pairings/x.yaml:31`, so that an editor can jump there. */
  at: string;
  found: string;
  want: string;
}

export const say = ({ at, found, want }: Problem): string => `${at}: ${found}; ${want}`;

/** A broken rule. `words` fill the hole in its remedy; `meant`, the word that was probably intended, takes the remedy's place. */
export function problem(
  rule: Rule,
  at: string,
  found: string,
  { words = '', meant = null }: { words?: string; meant?: string | null } = {},
): Problem {
  return { rule, at, found, want: meant === null ? REMEDIES[rule].replace('…', () => words) : `did you mean "${meant}"?` };
}

/** The known word nearest to a misspelt one, if it is near enough to be meant: at most a third of its letters wrong, and never all. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.min(word.length, Math.max(1, Math.floor(word.length / 3)) + 1);
  for (const candidate of known) {
    const steps = distance(word, candidate);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
