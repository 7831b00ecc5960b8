import * as v from 'valibot';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { suggest, type Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/** A YAML file whose content has the shape it should, and which can still say on which line each part of it stands. */
export interface Checked<T> {
  content: T;
  /** `file:line` of the deepest part of `path` that exists. */
  at: (path: Path) => string;
}

/** Reads one YAML text against a schema. Every problem goes to `problems`; a file with any yields null. */
export function readDocument<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
  problems: Problem[],
): Checked<v.InferOutput<S>> | null {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  for (const error of doc.errors) {
    const line = error.linePos?.[0].line ?? 1;
    problems.push({ at: `${file}:${line}`, found: `YAML cannot be read: ${error.message.split('\n')[0]!.replace(/ at line.*$/, '')}`, want: 'mend the syntax' });
  }
  if (doc.errors.length) return null;
  const at = (path: Path) => `${file}:${lineOf(doc, lines, path)}`;
  const result = v.safeParse(schema, doc.toJS());
  if (result.success) return { content: result.output, at };
  for (const issue of result.issues) problems.push(shapeProblem(issue, at));
  return null;
}

/** Line of the deepest node that exists on `path`; for a key, the line of the key itself. */
function lineOf(doc: Document, lines: LineCounter, path: Path): number {
  for (let n = path.length; n > 0; n--) {
    const node = doc.getIn(path.slice(0, n), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function shapeProblem(issue: v.BaseIssue<unknown>, at: (path: Path) => string): Problem {
  const path = (issue.path ?? []).map((step) => step.key as string | number);
  const name = path.join('.') || 'the file';
  const key = String(path.at(-1) ?? '');
  const missing = issue.received === 'undefined';
  const where = at(missing || issue.expected === 'never' ? path.slice(0, -1) : path);
  if (issue.expected === 'never') {
    return { at: at(path), found: `unknown key "${key}" (${name})`, want: 'data/README.md lists the keys; correct or remove it' };
  }
  if (missing && (key === 'zh' || key === 'en')) {
    return { at: where, found: `${name} is missing: a translation`, want: `add the ${key === 'en' ? 'English' : 'Chinese'} words` };
  }
  if (missing && (key === 'from' || key === 'to') && path[0] === 'routes') {
    return { at: where, found: `route has no "${key}"`, want: 'a route needs both ends; without them enter a figure instead' };
  }
  if (missing) return { at: where, found: `${name} is missing`, want: `add ${key}` };
  const found = `${name} is ${issue.received}`;
  if (issue.type === 'picklist') {
    const known = String(issue.expected).replace(/[()"]/g, '').split(' | ');
    return { at: where, found, want: suggest(String(issue.input), known, `use one of ${known.join(', ')}`) };
  }
  return { at: where, found, want: issue.type === 'regex' ? `write ${issue.message}` : `write ${issue.expected ?? issue.message}` };
}
