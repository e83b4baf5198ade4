import { InputError, type InputProblem } from '../errors.ts';
import { type Scenario, scenarioSchema, worldProblems } from './day/scenario.ts';
import { loadScenario } from './load.ts';
import { checked, type Merged, readMerged } from './reading/merge.ts';
import { readPath, showPath } from './reading/path.ts';
import { placeOf, type Setting, startsWith } from './reading/problems.ts';

/** The scenario as one arm of an experiment plays it. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
  /** `path=value` texts that make it from the scenario of the file. */
  readonly set: readonly string[];
}

type ArmSettings = Scenario['compare']['arms'][number];

/** The scenario with the settings of each arm laid over it; throws as `loadScenario`, with the problems of all arms at once. */
export function loadArms(nameOrPath: string, sets: readonly string[] = [], cwd = process.cwd()): Arm[] {
  const { arms } = loadScenario(nameOrPath, sets, cwd).compare;
  const merged = readMerged(nameOrPath, sets, cwd);
  const problems: InputProblem[] = [];
  const loaded = arms.flatMap((arm, index): Arm[] => {
    try {
      return [{ name: arm.name, scenario: scenarioOf(merged, arm, index), set: textsOf(arm) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return loaded;
}

/** The settings of an arm as `--set` takes them: JSON is YAML too. */
function textsOf({ set }: ArmSettings): string[] {
  return Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
}

/** The scenario of one arm. */
function scenarioOf(merged: Merged, { name, set }: ArmSettings, index: number): Scenario {
  const { chain, settings } = merged;
  const own = Object.entries(set).map(([text, value]): Setting => {
    const writtenAt = ['compare', 'arms', index, 'set', text];
    return { path: readPath(text, () => placeOf(writtenAt, chain, settings)), value, writtenAt };
  });
  return layOver(merged, own, `arm "${name}" of the experiment sets it`);
}

/**
 * The scenario with settings of its own laid over it. Throws as `loadScenario`, and if the user sets one of them too, `what`
 * says who sets it: one of the two would be lost without a word.
 */
export function layOver(merged: Merged, own: readonly Setting[], what: string): Scenario {
  const { settings } = merged;
  const lost = settings.filter(({ path }) =>
    own.some((setting) => startsWith(path, setting.path) || startsWith(setting.path, path)),
  );
  if (lost.length > 0)
    throw new InputError(
      lost.map(({ path }) => ({
        what,
        where: `--set ${showPath(path)}`,
        cure: 'Leave it out, or change it in a file of your own',
      })),
    );
  return checked({ ...merged, settings: [...own, ...settings] }, scenarioSchema, worldProblems);
}
