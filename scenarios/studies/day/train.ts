import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { loadScenario } from '../../schema/load.ts';
import type { TestResult } from '../../steps/steps.ts';
import { compareNetworks, type NetworkComparison } from './paired.ts';
import { planRun } from './plan.ts';
import { type RunOptions, withExecution } from './with-execution.ts';

/** How one network did on the test items, opened once. */
export interface NetworkResult
  extends Pick<TestResult, 'items' | 'accuracy' | 'macroF1' | 'ece' | 'stateMae' | 'qualityMae'> {
  readonly name: string;
  readonly modelId: string;
}

/** The document of `looptwin train --json`. */
export interface TrainDocument {
  readonly scenario: string;
  readonly fingerprint: string;
  readonly networks: readonly NetworkResult[];
  readonly comparisons: readonly NetworkComparison[];
}

/** Trains the networks of a scenario (or takes them from the cache) and reports their one test. */
export async function train(
  nameOrPath = 'quickstart',
  options: Omit<RunOptions, 'out' | 'seed' | 'replication'> = {},
): Promise<TrainDocument> {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd);
  return withExecution(options, async (execution) => {
    const trained = await execution.train(planRun(scenario, { seed: scenario.seed, replication: 0 }));
    const networks = trained.map(({ step, outcome }): NetworkResult => {
      const { modelId, test } = outcome;
      const { items, accuracy, macroF1, ece, stateMae, qualityMae } = test;
      return { name: step.arm, modelId, items, accuracy, macroF1, ece, stateMae, qualityMae };
    });
    const fingerprint = sha256Hex(canonicalJson(JSON.parse(JSON.stringify(networks)) as JsonValue));
    return { scenario: nameOrPath, fingerprint, networks, comparisons: compareNetworks(trained) };
  });
}
