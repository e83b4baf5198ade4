import { InputError, type InputProblem, wordProblem } from '../errors.ts';
import { armSchema } from './day/compare.ts';
import type { Scenario } from './day/scenario.ts';
import { checkedDay, loadScenario } from './load.ts';
import { inLineOrder, type Merged, readMerged } from './reading/merge.ts';
import { readPath, showPath, startsWith, valueAt } from './reading/path.ts';
import { placeOf, type Setting } from './reading/problems.ts';

/** The scenario as one arm of an experiment plays it. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
  /** `path=value` texts that make it from the scenario of the file. */
  readonly set: readonly string[];
}

/** Working folder, and the cache where networks lie that are named by their address. */
type Folders = readonly [cwd: string, cacheDir?: string | undefined];

type ArmSettings = Scenario['compare']['arms'][number];

/**
 * The scenario with the settings of each arm laid over it; throws as `loadScenario`, with the problems of the file and of all
 * arms at once.
 */
export function loadArms(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
  cacheDir?: string,
): Arm[] {
  const problems = new Map<string, InputProblem>();
  const sound = <T>(load: () => T): T | undefined => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) problems.set(wordProblem(problem), problem);
      return undefined;
    }
  };
  const scenario = sound(() => loadScenario(nameOrPath, sets, cwd, cacheDir));
  const merged = readMerged(nameOrPath, sets, cwd);
  const arms = scenario?.compare.arms ?? soundArms(merged);
  const loaded = arms.flatMap((arm, index): Arm[] => {
    const own = arm && sound(() => scenarioOf(merged, arm, index, [cwd, cacheDir]));
    return arm && own ? [{ name: arm.name, scenario: own, set: textsOf(arm) }] : [];
  });
  if (problems.size > 0) throw new InputError(inLineOrder([...problems.values()]));
  return loaded;
}

/** The arms of a file that is refused, as far as they are arms; null in the place of one that is none. */
function soundArms({ value }: Merged): (ArmSettings | null)[] {
  const list = valueAt(value, ['compare', 'arms']);
  const read = (arm: unknown) => armSchema.safeParse(arm).data ?? null;
  return Array.isArray(list) ? list.map(read) : [];
}

/** The settings of an arm as `--set` takes them: JSON is YAML too. */
function textsOf({ set }: ArmSettings): string[] {
  return Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
}

/** The scenario of one arm. */
function scenarioOf(merged: Merged, { name, set }: ArmSettings, index: number, folders: Folders): Scenario {
  const { chain, settings } = merged;
  const own = Object.entries(set).map(([text, value]): Setting => {
    const writtenAt = ['compare', 'arms', index, 'set', text];
    return { path: readPath(text, () => placeOf(writtenAt, chain, settings)), value, writtenAt };
  });
  return layOver(merged, own, `the arm "${name}" already sets it`, ...folders);
}

/**
 * The scenario with settings of its own laid over it. Throws as `loadScenario`, and if the user sets one of them too, `what`
 * says who sets it: one of the two would be lost without a word.
 */
export function layOver(
  merged: Merged,
  own: readonly Setting[],
  what: string,
  ...folders: Folders
): Scenario {
  const { settings } = merged;
  const lost = settings.filter(({ path }) =>
    own.some((setting) => startsWith(path, setting.path) || startsWith(setting.path, path)),
  );
  if (lost.length > 0)
    throw new InputError(
      lost.map(({ path }) => ({
        what,
        where: `--set ${showPath(path)}`,
        cure: 'Remove it, or change it in a file of your own',
      })),
    );
  return checkedDay({ ...merged, settings: [...own, ...settings] }, ...folders);
}
