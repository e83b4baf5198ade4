import type { z } from 'zod';
import { fewOf, InputError, type InputProblem } from '../../errors.ts';
import { keyProblem } from '../../plain-data.ts';
import { problemsBehind } from './look-further.ts';
import { nearest } from './nearest.ts';
import { overlay, readPath, type SettingProblem, showPath, valueAt, withValueAt } from './path.ts';
import { placeOf, problemsFrom, type Setting } from './problems.ts';
import { findScenario, readChain, type Source, shortName } from './source.ts';
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

/** What the schema would say in misleading words: an entry beyond the end of a list, an entry of what is none, or a name in a list. */
function checkIndices({ settings, chain }: Merged, value: unknown): void {
  for (const { path } of settings)
    path.forEach((step, i) => {
      const head = path.slice(0, i);
      const list = valueAt(value, head);
      const where = () => placeOf(head, chain, settings, 'path');
      if (Array.isArray(list) && typeof step === 'string')
        throw new InputError({
          what: 'a list, whose entries have no names',
          got: step,
          where: where(),
          cure: `Write an entry by its number, from 0: ${showPath([...head, /^\d+$/.test(step) ? Number(step) : 0, ...path.slice(i + 1)])}`,
        });
      if (typeof step !== 'number' || list === undefined) return; // an unknown key: the schema knows the nearest
      if (Array.isArray(list) && step <= list.length) return;
      throw new InputError({
        what: `no list entry ${step} (${Array.isArray(list) ? `it has ${list.length}` : 'it is no list'})`,
        where: where(),
        cure: 'Count from 0',
      });
    });
}

/** A list of texts is what the types say; a program without types may give anything. */
function requireTexts(sets: unknown): void {
  if (Array.isArray(sets) && sets.every((text) => typeof text === 'string')) return;
  const isMap = typeof sets === 'object' && sets !== null && !Array.isArray(sets);
  const [first] = isMap ? Object.entries(sets) : [];
  throw new InputError({
    what: 'must be a list of texts of the form path=value',
    got: sets,
    where: 'set',
    cure: `Write it like set: ['${first === undefined ? 'robots[0].batteryWh=20' : first.map(String).join('=')}']`,
  });
}

/** What a file says about itself and not about its world: who extends it does not take it over. */
const OWN_WORDS = ['title', 'story', 'question', 'expected', 'rules', 'repeats'];

/**
 * Reads a file by name or path with those it extends, and the `--set` texts. Words about a file are its own: one that extends
 * another and has no title is called by its name.
 */
export function readMerged(nameOrPath: string, sets: readonly string[], cwd: string): Merged {
  requireTexts(sets);
  const chain = readChain(findScenario(nameOrPath, cwd), cwd);
  const merged = chain.reduce((value: unknown, source) => overlay(value, source.value), {});
  const { extends: _, ...whole } = merged as Record<string, unknown>;
  const own = chain.at(-1)?.value as Record<string, unknown>;
  const kept = Object.entries(whole).filter(([key]) => !OWN_WORDS.includes(key) || Object.hasOwn(own, key));
  const untitled = chain.length > 1 && !Object.hasOwn(own, 'title');
  const value = { ...(untitled ? { title: shortName(nameOrPath) } : {}), ...Object.fromEntries(kept) };
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

/** What the schema makes of a file that says nothing, as far as it has defaults. */
function defaultsOf<T>(schema: z.ZodType<T>): unknown {
  const nothing = { title: '-' };
  const parsed = schema.safeParse(nothing);
  return parsed.success ? parsed.data : nothing;
}

/** Lays the settings over the file. They may reach into lists that the file leaves to the schema's defaults. */
function withSettings<T>(merged: Merged, schema: z.ZodType<T>): unknown {
  const { value, settings } = merged;
  if (settings.length === 0) return value;
  const filled = schema.safeParse(value);
  const base: unknown = filled.success ? filled.data : overlay(defaultsOf(schema), value);
  checkIndices(merged, base);
  return settings.reduce((v, s) => withValueAt(v, s.path, s.value), base);
}

/** Problems file by file as they first come, each file's by line; those of `--set`, which has no line, last. */
export function inLineOrder(problems: readonly InputProblem[]): InputProblem[] {
  const placed = problems.map((problem) => {
    const [, file, line] = /^(.+?):(\d+)/.exec(problem.where ?? '') ?? [];
    return { problem, file, line: Number(line) };
  });
  const files = [...new Set(placed.flatMap(({ file }) => file ?? []))];
  const rank = (file: string | undefined) => (file === undefined ? files.length : files.indexOf(file));
  return placed
    .sort((a, b) => rank(a.file) - rank(b.file) || (a.file === undefined ? 0 : a.line - b.line))
    .map(({ problem }) => problem);
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
    const worded = few.map(({ path, message, cure, known, ...got }): InputProblem => {
      const guess = known && typeof got.got === 'string' ? nearest(got.got, known) : undefined;
      const where = placeOf(path, chain, settings);
      return { what: message, ...got, where, cure: guess === undefined ? cure : `Did you mean ${guess}?` };
    });
    throw new InputError(inLineOrder([...earlier, ...worded]), earlier.length + found.length + more);
  };
  if (!parsed.success) {
    const { issues } = parsed.error;
    const { problems, more } = problemsFrom(issues, schema, value, chain, settings);
    // Each legal value that is tried in the place of a refused one copies the scenario.
    const behind = () => problemsBehind(value, schema, issues, problemsOf, defaultsOf(schema));
    return refuse(more > 0 ? [] : behind(), problems, more);
  }
  const problems = problemsOf(parsed.data);
  return problems.length > 0 ? refuse(problems) : parsed.data;
}
