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
