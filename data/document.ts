import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { nearest, problem, type Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/** A YAML file whose content has the shape it should, and which can still say on which line each part of it stands. */
export interface Checked<T> {
  content: T;
  /** `file:line` of the deepest part of `path` that exists. */
  at: (path: Path) => string;
}

/** Reads one YAML text against a schema; an empty text is a file without keys, null one that cannot be read. Every problem goes to `problems`; a file with any yields null. */
export function readDocument<S extends v.GenericSchema>(
  file: string,
  text: string | null,
  schema: S,
  problems: Problem[],
): Checked<v.InferOutput<S>> | null {
  const foreign = text?.indexOf('\uFFFD') ?? 0;
  if (text === null || foreign >= 0) {
    const found = text === null ? 'the file cannot be read' : 'these bytes are no text';
    problems.push(problem('unreadable', `${file}:${text?.slice(0, foreign).split('\n').length ?? 1}`, found));
    return null;
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const told = problems.length;
  // One slip can break several rules of YAML: the first of a line says what is wrong, and a tab is behind all that follows it.
  const faults = [...doc.errors, ...doc.warnings];
  const tabs = faults.filter(({ code }) => code === 'TAB_AS_INDENT');
  const seen = new Set<number>();
  for (const error of tabs.length ? tabs : faults) {
    const line = error.linePos?.[0].line ?? 1;
    const message = error.message.split('\n')[0]!.replace(/ at line.*$/, '');
    if (!seen.has(line)) problems.push(problem('syntax', `${file}:${line}`, `YAML cannot be read: ${message}`));
    seen.add(line);
  }
  if (problems.length > told) return null;
  visit(doc, {
    Node: (_, node) => {
      const name = isAlias(node) ? `*${node.source}` : node.anchor ? `&${node.anchor}` : null;
      if (name === null) return;
      problems.push(problem('alias', `${file}:${lines.linePos(node.range?.[0] ?? 0).line}`, `"${name}" points elsewhere in the file`));
    },
  });
  if (problems.length > told) return null;
  const at = (path: Path) => `${file}:${lineOf(doc, lines, path)}`;
  const result = v.safeParse(schema, doc.toJS() ?? {});
  if (result.success) return { content: result.output, at };
  for (const issue of result.issues) problems.push(shapeProblem(issue, at));
  return null;
}

/** Line of the deepest node that exists on `path`. A key stands where it is written, though its value may begin on a later line. */
function lineOf(doc: Document, lines: LineCounter, path: Path): number {
  let node: unknown = doc.contents;
  let offset = doc.contents?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const child = pair ? pair.key : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!isNode(child) || !child.range) break;
    offset = child.range[0];
    node = pair ? pair.value : child;
  }
  return lines.linePos(offset).line;
}

/** How a reader would call what valibot expects. */
const KINDS: Record<string, string> = {
  string: 'text, in quotes',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'keys with values',
};

function shapeProblem(issue: v.BaseIssue<unknown>, at: (path: Path) => string): Problem {
  const path = (issue.path ?? []).map((step) => step.key as string | number);
  const name = path.join('.') || 'the file';
  const key = String(path.at(-1) ?? '');
  if (issue.expected === 'never') return problem('unknown-key', at(path), `unknown key "${key}" (${name})`);
  if (issue.received === 'undefined') {
    const owner = at(path.slice(0, -1));
    if (key === 'zh' || key === 'en')
      return problem('translation', owner, `${name} is missing`, { words: key === 'en' ? 'English' : 'Chinese' });
    if (path.at(-3) === 'routes' && (key === 'from' || key === 'to')) return problem('missing-end', owner, `route has no "${key}"`);
    return problem('missing-key', owner, `${name} is missing`, { words: key });
  }
  const found = `${name} is ${typeof issue.input === 'string' ? JSON.stringify(issue.input) : issue.received}`;
  if (issue.type === 'picklist') {
    const known = (issue as v.PicklistIssue).expected.replace(/[()"]/g, '').split(' | ');
    return problem('choice', at(path), found, { words: known.join(', '), meant: nearest(String(issue.input), known) });
  }
  // The schema words what it demands of a value's form; what it demands of its kind, valibot does.
  const words = issue.kind === 'validation' ? issue.message : (KINDS[issue.expected ?? ''] ?? issue.message);
  return problem('form', at(path), found, { words });
}
