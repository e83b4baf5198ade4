import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { InputError, type InputProblem } from '../../errors.ts';
import { problemsBehind } from './look-further.ts';
import { overlay, type Path, readPath, valueAt, withValueAt } from './path.ts';
import { placeOf, problemsFrom, type Setting } from './problems.ts';
import { findScenario, readChain, type Source } from './source.ts';

/** What a check beyond the schema found; `path` leads to the setting. */
export interface SettingProblem {
  readonly path: Path;
  readonly message: string;
  readonly got?: unknown;
  readonly cure: string;
}

/** A scenario file as merged from those it extends, with what is to be laid over it, not yet checked. */
export interface Merged {
  readonly value: unknown;
  readonly chain: readonly Source[];
  readonly settings: readonly Setting[];
}

function readSetting(text: string): Setting {
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw new InputError({
      what: 'needs the form path=value',
      got: text,
      where: '--set',
      cure: 'Write it like robots[0].batteryWh=20',
    });
  }
  const path = readPath(text.slice(0, equals));
  return { path, value: parseYaml(text.slice(equals + 1)) as unknown };
}

/** An index beyond the end of a list would leave a hole: said here, because the schema would only say "missing". */
function checkIndices({ settings, chain }: Merged, value: unknown): void {
  for (const { path } of settings)
    path.forEach((step, i) => {
      if (typeof step !== 'number') return;
      const list = valueAt(value, path.slice(0, i));
      if (Array.isArray(list) && step <= list.length) return;
      throw new InputError({
        what: `no list entry ${step} (${Array.isArray(list) ? `it has ${list.length}` : 'it is no list'})`,
        where: placeOf(path.slice(0, i), chain, settings),
        cure: 'Count from 0',
      });
    });
}

/** Reads a file by name or path with those it extends, and the `--set` texts. */
export function readMerged(nameOrPath: string, sets: readonly string[], cwd: string): Merged {
  const chain = readChain(findScenario(nameOrPath, cwd), cwd);
  const merged = chain.reduce((value: unknown, source) => overlay(value, source.value), {});
  const { extends: _, ...value } = merged as Record<string, unknown>;
  return { value, chain, settings: sets.map(readSetting) };
}

/** True if the merged file has a section of that name at its top. */
export function hasSection({ value }: Merged, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** Lays the settings over the file. They may reach into lists that the file leaves to the schema's defaults. */
function withSettings<T>(merged: Merged, schema: z.ZodType<T>): unknown {
  const { value, settings } = merged;
  if (settings.length === 0) return value;
  const filled = schema.safeParse(value);
  const base: unknown = filled.success ? filled.data : value;
  checkIndices(merged, base);
  return settings.reduce((v, s) => withValueAt(v, s.path, s.value), base);
}

/** Checks a merged file against a schema, then against what the schema cannot see; throws all problems at once. */
export function checked<T>(
  merged: Merged,
  schema: z.ZodType<T>,
  problemsOf: (parsed: T) => readonly SettingProblem[],
): T {
  const { chain, settings } = merged;
  const value = withSettings(merged, schema);
  const parsed = schema.safeParse(value);
  const asProblem = (problem: SettingProblem): InputProblem => {
    const { path, message, cure } = problem;
    const got = 'got' in problem ? { got: problem.got } : {};
    return { what: message, ...got, where: placeOf(path, chain, settings), cure };
  };
  if (!parsed.success) {
    const behind = problemsBehind(value, schema, parsed.error.issues, problemsOf).map(asProblem);
    throw new InputError([...problemsFrom(parsed.error, schema, value, chain, settings), ...behind]);
  }
  const problems = problemsOf(parsed.data).map(asProblem);
  if (problems.length > 0) throw new InputError(problems);
  return parsed.data;
}
