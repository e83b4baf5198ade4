import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document, LineCounter } from 'yaml';
import { InputError } from '../../errors.ts';
import { keyProblem } from '../../plain-data.ts';
import { readText } from '../../read-file.ts';
import { didYouMean } from './nearest.ts';
import { type Path, showPath } from './path.ts';
import { readYaml } from './yaml.ts';

/** One YAML file as read, able to say on which line a value stands. */
export interface Source {
  /** Path as a person would write it, relative to the working folder where that is shorter. */
  readonly file: string;
  readonly value: unknown;
  /** Line of the deepest existing node on the path, and how much of the path exists here. */
  locate(path: Path): { readonly line: number; readonly depth: number };
}

/** The folder of the scenarios that come with looptwin. */
export const builtinFolder = fileURLToPath(new URL('../../files/', import.meta.url));

/** The folder of the plans of experiments that come with looptwin. */
export const plansFolder = fileURLToPath(new URL('../../plans/', import.meta.url));

/** Names of the scenarios that come with looptwin, sorted; of its plans, if their folder is named. */
export function builtinNames(folder = builtinFolder): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** What a scenario is called: its name, or that of its file. */
export function shortName(nameOrPath: string): string {
  return nameOrPath.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
}

/** Names of scenarios and plans are told apart by a test: no two are equal. */
function plansOrFiles(name: string): string {
  return existsSync(join(plansFolder, `${name}.yaml`)) ? plansFolder : builtinFolder;
}

/** Finds the file behind a name or path; throws InputError if there is none, which says in which file and line it was named. */
export function findScenario(nameOrPath: string, from: string, namedAt?: string): string {
  const looksLikePath = /[\\/]|\.ya?ml$/.test(nameOrPath);
  const path = looksLikePath
    ? isAbsolute(nameOrPath)
      ? nameOrPath
      : resolve(from, nameOrPath)
    : join(plansOrFiles(nameOrPath), `${nameOrPath}.yaml`);
  if (existsSync(path)) return path;
  if (looksLikePath) {
    throw new InputError({
      what: 'no such scenario file',
      ...(namedAt === undefined ? { where: nameOrPath } : { got: nameOrPath, where: namedAt }),
      cure: 'Check the path, or name one that comes with looptwin: looptwin scenarios',
    });
  }
  const guess = didYouMean(nameOrPath, [...builtinNames(plansFolder), ...builtinNames()]);
  throw new InputError({
    what: 'unknown scenario',
    got: nameOrPath,
    ...(namedAt === undefined ? {} : { where: namedAt }),
    cure: `${guess.endsWith('?') ? guess : `${guess}.`} A file of your own is given by its path: ./mine.yaml`,
  });
}

/** A scenario file is written by a person; one above this is something else, or takes long to read. */
const MOST_BYTES = 1_000_000;

/** What a kind of file is called where it cannot be read, and what helps to write one. */
export interface FileKind {
  readonly what: string;
  readonly cure: string;
}

const SCENARIO: FileKind = {
  what: 'scenario file',
  cure: 'Start from a copy of scenarios/files/smoke.yaml; looptwin schema lists every setting',
};

/** Files read last: a verb asks for the same chain several times, and reading a long one takes a second. */
const recent: { readonly text: string; readonly source: Source }[] = [];

/** Reads one YAML file; throws InputError for a missing, empty or broken one. */
export function readSource(path: string, cwd: string, kind: FileKind = SCENARIO): Source {
  const file = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
  const cure = 'Give a YAML file that you may read';
  const text = readText(path, { what: kind.what, where: file, cure, mostBytes: MOST_BYTES });
  const known = recent.find((entry) => entry.text === text && entry.source.file === file);
  if (known !== undefined) return known.source;
  const source = sourceOf(text, file, kind);
  recent.unshift({ text, source });
  recent.length = Math.min(recent.length, 4);
  return source;
}

function sourceOf(text: string, file: string, kind: FileKind): Source {
  const { value, document, lines } = readYaml(text, (line) => `${file}:${line}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError({
      what: value === null || value === undefined ? 'the file is empty' : 'the file holds no map of settings',
      where: file,
      cure: kind.cure,
    });
  }
  const source = { file, value, locate: (path: Path) => locate(document, lines, path) };
  const problem = keyProblem(value);
  if (problem === undefined) return source;
  throw new InputError({
    what: problem.what,
    where: `${file}:${source.locate(problem.path).line} ${showPath(problem.path)}`.trimEnd(),
    cure: 'Take it out; looptwin schema lists every setting',
  });
}

function locate(document: Document.Parsed, lines: LineCounter, path: Path): { line: number; depth: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const head = path.slice(0, depth);
    const node = document.getIn(head, true) as { range?: [number, number, number] } | undefined;
    if (!document.hasIn(head)) continue;
    const offset = keyOffset(document, head) ?? node?.range?.[0] ?? 0;
    return { line: lines.linePos(offset).line, depth };
  }
  return { line: 1, depth: 0 };
}

/** Where the key of a value stands: the line people look for, even if the value begins on the next one. */
function keyOffset(document: Document.Parsed, path: Path): number | undefined {
  const parent = (path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)) as {
    items?: readonly { key?: { value?: unknown; range?: [number, number, number] } }[];
  } | null;
  const last = path[path.length - 1];
  return parent?.items?.find((item) => item?.key?.value === last)?.key?.range?.[0];
}

/**
 * A scenario file and those it extends, the most general first.
 * Throws InputError if the chain of `extends` comes back to a file.
 */
export function readChain(path: string, cwd: string, seen: readonly string[] = []): Source[] {
  if (seen.includes(path)) {
    throw new InputError({
      what: `extends goes in a circle: ${[...seen, path].map((p) => basename(p)).join(' -> ')}`,
      where: basename(path),
      cure: 'Remove one of the extends lines',
    });
  }
  const source = readSource(path, cwd);
  const base = (source.value as { extends?: unknown }).extends;
  if (base === undefined) return [source];
  const namedAt = `${source.file}:${source.locate(['extends']).line} extends`;
  if (typeof base !== 'string') {
    throw new InputError({
      what: 'extends must be the name or the path of a scenario',
      got: base,
      where: namedAt,
      cure: 'Write for example extends: quickstart',
    });
  }
  return [...readChain(findScenario(base, dirname(path), namedAt), cwd, [...seen, path]), source];
}
