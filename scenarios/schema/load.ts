import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Problem as WorldProblem } from '../../sim/world.ts';
import { InputError, type Problem } from '../errors.ts';
import { type RegionScenario, regionProblems, regionScenarioSchema } from '../region/scenario.ts';
import { overlay, type Path, readPath, valueAt, withValueAt } from './path.ts';
import { placeOf, problemsFrom } from './problems.ts';
import { type Scenario, scenarioSchema, worldProblems } from './scenario.ts';
import { findScenario, readChain, type Source } from './source.ts';

/** One `--set path=value`. */
interface Setting {
  readonly path: Path;
  readonly value: unknown;
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
function checkIndices(settings: readonly Setting[], value: unknown): void {
  for (const { path } of settings)
    path.forEach((step, i) => {
      if (typeof step !== 'number') return;
      const list = valueAt(value, path.slice(0, i));
      if (Array.isArray(list) && step <= list.length) return;
      throw new InputError({
        what: `no list entry ${step} (${Array.isArray(list) ? `it has ${list.length}` : 'it is no list'})`,
        where: `--set ${path.slice(0, i).join('.')}`,
        cure: 'Count from 0',
      });
    });
}

function merge(chain: readonly Source[], settings: readonly Setting[]): unknown {
  let value: unknown = {};
  for (const source of chain) value = overlay(value, source.value);
  const { extends: _, ...rest } = value as Record<string, unknown>;
  if (settings.length === 0) return rest;
  // A setting may reach into a list that the files leave to the defaults, such as robots[0].batteryWh.
  const filled = scenarioSchema.safeParse(rest);
  const base = filled.success ? filled.data : rest;
  checkIndices(settings, base);
  return settings.reduce((v: unknown, s) => withValueAt(v, s.path, s.value), base as unknown);
}

/** A scenario file as merged from those it extends and from `--set`, not yet checked. */
interface Merged {
  readonly value: unknown;
  readonly chain: readonly Source[];
  readonly paths: readonly Path[];
}

function readMerged(nameOrPath: string, sets: readonly string[], cwd: string): Merged {
  const chain = readChain(findScenario(nameOrPath, cwd), cwd);
  const settings = sets.map(readSetting);
  return { value: merge(chain, settings), chain, paths: settings.map((s) => s.path) };
}

/** Checks a merged file against a schema, then against what the schema cannot see; throws all problems at once. */
function checked<T>(
  { value, chain, paths }: Merged,
  schema: z.ZodType<T>,
  problemsOf: (parsed: T) => readonly WorldProblem[],
): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InputError(problemsFrom(parsed.error, schema, value, chain, paths));
  const problems = problemsOf(parsed.data).map((problem): Problem => {
    const { path, message, cure } = problem;
    const got = 'got' in problem ? { got: problem.got } : {};
    return { what: message, ...got, where: placeOf(path, chain, paths), cure };
  });
  if (problems.length > 0) throw new InputError(problems);
  return parsed.data;
}

/** True when the file describes a region (chain scale) and not one site: it has a `region` section. */
export function isRegion(nameOrPath: string, cwd = process.cwd()): boolean {
  const { value } = readMerged(nameOrPath, [], cwd);
  return typeof value === 'object' && value !== null && 'region' in value;
}

/** Reads a region scenario; errors as for `loadScenario`. */
export function loadRegion(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): RegionScenario {
  return checked(readMerged(nameOrPath, sets, cwd), regionScenarioSchema, regionProblems);
}

/**
 * Reads a scenario by name or path, lays it over those it extends, applies `--set` texts, checks everything.
 * Throws one InputError with all problems found: file, line, path, what was got, cure.
 */
export function loadScenario(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): Scenario {
  return checked(readMerged(nameOrPath, sets, cwd), scenarioSchema, worldProblems);
}

/** Reads a scenario of either scale. */
export function loadAny(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): Scenario | RegionScenario {
  return isRegion(nameOrPath, cwd) ? loadRegion(nameOrPath, sets, cwd) : loadScenario(nameOrPath, sets, cwd);
}
