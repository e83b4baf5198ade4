import type { z } from 'zod';
import { fewOf, InputError, type InputProblem } from '../../errors.ts';
import { keyProblem } from '../../plain-data.ts';
import { problemsBehind } from './look-further.ts';
import { overlay, readPath, type SettingProblem, valueAt, withValueAt } from './path.ts';
import { placeOf, problemsFrom, type Setting } from './problems.ts';
import { findScenario, readChain, type Source } from './source.ts';
import { readYaml } from './yaml.ts';

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
  const { value } = readYaml(text.slice(equals + 1), () => `--set ${text}`);
  const problem = keyProblem(value);
  if (problem === undefined) return { path, value };
  throw new InputError({ what: problem.what, where: `--set ${text}`, cure: 'Take it out' });
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
        where: placeOf(path.slice(0, i), chain, settings, 'path'),
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

/** A reader of one kind of file, by name or path, with `--set` texts applied; it throws one InputError with all problems. */
export function readerOf<T>(
  schema: z.ZodType<T>,
  problemsOf: (parsed: T) => readonly SettingProblem[],
): (nameOrPath: string, sets?: readonly string[], cwd?: string) => T {
  return (nameOrPath, sets = [], cwd = process.cwd()) =>
    checked(readMerged(nameOrPath, sets, cwd), schema, problemsOf);
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
  const refuse = (
    found: readonly SettingProblem[],
    earlier: readonly InputProblem[] = [],
    more = 0,
  ): never => {
    const few = fewOf(found, ({ message }) => message);
    const worded = few.map(({ path, message, cure, ...got }): InputProblem => {
      return { what: message, ...got, where: placeOf(path, chain, settings), cure };
    });
    throw new InputError([...earlier, ...worded], earlier.length + found.length + more);
  };
  if (!parsed.success) {
    const { issues } = parsed.error;
    const { problems, more } = problemsFrom(issues, schema, value, chain, settings);
    // Each legal value that is tried in the place of a refused one copies the scenario.
    return refuse(more > 0 ? [] : problemsBehind(value, schema, issues, problemsOf), problems, more);
  }
  const problems = problemsOf(parsed.data);
  return problems.length > 0 ? refuse(problems) : parsed.data;
}
