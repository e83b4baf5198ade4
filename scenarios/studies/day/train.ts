import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { loadScenario } from '../../schema/load.ts';
import { compareNetworks } from './paired.ts';
import { planRun } from './plan.ts';
import { type RunOptions, withExecution } from './with-execution.ts';

/** The document of `looptwin train --json`; how a network did on the test items is opened once. */
export type TrainDocument = Readonly<Awaited<ReturnType<typeof train>>>;

/** Trains the networks of a scenario (or takes them from the cache) and reports their one test. */
export async function train(
  nameOrPath = 'quickstart',
  options: Omit<RunOptions, 'out' | 'seed' | 'replication'> = {},
) {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd, options.cacheDir);
  return withExecution(options, async (execution, { backend }) => {
    const plan = planRun(scenario, { seed: scenario.seed, replication: 0 }, backend);
    const trained = await execution.train(plan);
    const networks = trained.map(({ step, outcome }) => {
      const { modelId, test } = outcome;
      const { items, accuracy, macroF1, ece, stateMae, qualityMae } = test;
      const condition = must(
        test.condition.find(({ by }) => by === 'all'),
        'condition of all items',
      );
      return { name: step.name, modelId, items, accuracy, macroF1, ece, stateMae, qualityMae, condition };
    });
    const fingerprint = sha256Hex(canonicalJson(JSON.parse(JSON.stringify(networks)) as JsonValue));
    // The address also names the code, which decides nothing where the weights are equal; parts of the whole are in the weights too.
    const addressed = trained.map(({ step: { address }, outcome }, i) => ({
      ...must(networks[i], 'network'),
      address,
      /** The same of each material and of each state. */
      conditionOf: outcome.test.condition.filter(({ by }) => by !== 'all'),
    }));
    const comparisons = compareNetworks(trained);
    return { scenario: nameOrPath, backend, fingerprint, networks: addressed, comparisons };
  });
}
