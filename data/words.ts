import type { Checked, Path } from './document.ts';
import { problem, type Problem } from './problem.ts';

const HAN = /\p{Script=Han}/u;

/** English words with Han in them, or Chinese ones without, were not translated. */
export function checkWords(file: Checked<unknown>, problems: Problem[]): void {
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) walk(child, [...path, Array.isArray(value) ? Number(key) : key]);
    } else if (typeof value === 'string' && path.at(-1) === 'en' && HAN.test(value)) {
      problems.push(problem('words', file.at(path), `English words "${value}" hold Chinese`));
    } else if (typeof value === 'string' && path.at(-1) === 'zh' && !HAN.test(value)) {
      problems.push(problem('words', file.at(path), `Chinese words "${value}" hold no Chinese`));
    }
  };
  walk(file.content, []);
}

/** The same with the apostrophes of English words as print has them: the files are typed with those of a keyboard. */
export function typeset<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (key === 'en' ? value.replaceAll("'", '’') : value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => typeset(one)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeset(one as unknown, name)])) as T;
}
