import { dirname } from 'node:path';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { InputError, type InputProblem, wordProblem } from '../../errors.ts';
import { layOver } from '../arms.ts';
import type { Scenario } from '../day/scenario.ts';
import { loadScenario } from '../load.ts';
import { checked, hasSection, type Merged, readMerged } from '../reading/merge.ts';
import { type Path, readPath, withValueAt } from '../reading/path.ts';
import { placeOf, type Setting } from '../reading/problems.ts';
import { findScenario } from '../reading/source.ts';
import { pathsOf, planProblems } from './problems.ts';
import { type PlanFile, planSchema } from './schema.ts';

/** A plan with what is needed to read the scenario of each of its points. */
export interface LoadedPlan {
  readonly plan: PlanFile;
  /** Name or path by which the scenario is found from the working folder. */
  readonly source: string;
  /** `path=value` texts that make a point of the scenario, by the value of each factor. */
  textsOf(values: readonly JsonValue[]): string[];
  /** The scenarios of points; throws InputError with the problems of all of them, each said once. */
  scenariosOf(points: readonly (readonly JsonValue[])[]): Scenario[];
}

/** True when the file is a plan of experiments and not a scenario. */
export function isPlan(nameOrPath: string, cwd = process.cwd()): boolean {
  return hasSection(readMerged(nameOrPath, [], cwd), 'plan');
}

/** A number of days is short for that many at least and at most. */
function spelledOut(merged: Merged): Merged {
  const { replications } = merged.value as { replications?: unknown };
  if (typeof replications !== 'number') return merged;
  const days = { from: replications, to: replications };
  return { ...merged, value: withValueAt(merged.value, ['replications'], days) };
}

interface Written {
  readonly text: string;
  readonly value: JsonValue;
  readonly at: Path;
  /** Where the value itself stands. */
  readonly valueAt: Path;
}

/** What a point writes into the scenario: the settings of all points, then those of its factors. */
function writtenBy({ set, factors }: PlanFile, values: readonly JsonValue[]): Written[] {
  const ofAll = Object.entries(set).map(([text, value]): Written => {
    return { text, value: value as JsonValue, at: ['set', text], valueAt: ['set', text] };
  });
  const ofFactors = Object.entries(factors).flatMap(([name, factor], index) => {
    const value = must(values[index], 'value of a factor');
    const place = factor.levels?.findIndex((level) => JSON.stringify(level) === JSON.stringify(value)) ?? -1;
    const valueAt = ['factors', name, ...(place < 0 ? [] : ['levels', place])];
    return pathsOf(factor).map((text, i): Written => {
      const at = ['factors', name, ...(factor.path === undefined ? ['paths', i] : ['path'])];
      return { text, value, at, valueAt };
    });
  });
  return [...ofAll, ...ofFactors];
}

/** A problem names the path where the setting is unknown, and the level where its value is refused. */
function settingOf({ text, value, at, valueAt }: Written, { chain }: Merged): Setting {
  const path = readPath(text, () => placeOf(at, chain, []));
  return {
    path,
    value,
    where: (part) => `${placeOf(part === 'path' ? at : valueAt, chain, [])} (${text})`,
  };
}

/**
 * Reads a plan by name or path and the scenario that it varies; `sets` change the scenario at every point. Throws InputError
 * with all problems of the plan, or of the scenario.
 */
export function loadPlan(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
  cacheDir?: string,
): LoadedPlan {
  const merged = spelledOut(readMerged(nameOrPath, [], cwd));
  const plan = checked(merged, planSchema, planProblems);
  const namedAt = placeOf(['scenario'], merged.chain, []);
  const isName = !/[\\/]|\.ya?ml$/.test(plan.scenario);
  const found = findScenario(plan.scenario, dirname(findScenario(nameOrPath, cwd)), namedAt);
  const base = readMerged(isName ? plan.scenario : found, sets, cwd);
  const source = isName ? plan.scenario : must(base.chain.at(-1), 'scenario file').file;
  if (loadScenario(isName ? plan.scenario : found, [], cwd, cacheDir).compare.arms.length > 0)
    throw new InputError({
      what: `the scenario ${plan.scenario} has arms of its own`,
      where: namedAt,
      cure: 'Vary one without arms: what its arms change can be a factor',
    });
  const scenarioOf = (values: readonly JsonValue[]): Scenario =>
    layOver(
      base,
      writtenBy(plan, values).map((written) => settingOf(written, merged)),
      'the plan sets it',
      cwd,
      cacheDir,
    );
  return {
    plan,
    source,
    textsOf: (values) => writtenBy(plan, values).map(({ text, value }) => `${text}=${JSON.stringify(value)}`),
    scenariosOf: (points) => allOrProblems(points.map((values) => () => scenarioOf(values))),
  };
}

/** Every value, or the problems of all that have some, each said once. */
function allOrProblems<T>(makers: readonly (() => T)[]): T[] {
  const problems = new Map<string, InputProblem>();
  const made = makers.flatMap((make): T[] => {
    try {
      return [make()];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) problems.set(wordProblem(problem), problem);
      return [];
    }
  });
  if (problems.size > 0) throw new InputError([...problems.values()]);
  return made;
}
