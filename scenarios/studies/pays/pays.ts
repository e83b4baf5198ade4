import { must } from '../../../sim/record/must.ts';
import { loadScenario } from '../../schema/load.ts';
import { shortName } from '../../schema/reading/source.ts';
import { onDay, type RunPlan } from '../day/plan.ts';
import { type RunOptions, withExecution } from '../day/with-execution.ts';
import { type Arm, type PaysDocument, paysDocument } from './document.ts';
import { planPays } from './plan.ts';

export interface PaysOptions extends Omit<RunOptions, 'out' | 'force' | 'replication' | 'own'> {
  /** Days that are played, at least 2: one alone says nothing of its spread. */
  readonly replications?: number;
}

/**
 * Plays the same days with nobody, with a person and with the robots of a scenario, and reports what buying them is worth. Throws
 * InputError for input that cannot be used and the signal's reason when stopped.
 */
export async function pays(nameOrPath: string, options: PaysOptions = {}): Promise<PaysDocument> {
  const loaded = loadScenario(nameOrPath, options.set, options.cwd, options.cacheDir);
  const scenario = { ...loaded, seed: options.seed ?? loaded.seed };
  const { replications = 5 } = options;
  return withExecution(options, async (execution, { backend }) => {
    const plan = planPays(scenario, backend);
    const armsOf = async (one: RunPlan): Promise<Arm[]> => {
      const days = await Promise.all(
        Array.from({ length: replications }, (_, replication) =>
          execution.days(onDay(one, { seed: scenario.seed, replication })),
        ),
      );
      return one.variants.map((variant, index) => ({
        variant,
        days: days.map((day) => must(day[index], 'day of a variant')),
      }));
    };
    const arms = await armsOf(plan.arms);
    const without = new Map<string, Arm['days']>();
    for (const [id, less] of plan.without)
      without.set(id, must((await armsOf(less))[0], 'day of one robot less').days);
    const main = must(
      arms.find(({ variant }) => variant.perception === plan.arms.main.perception),
      'main perception',
    );
    return paysDocument(scenario, shortName(nameOrPath), { arms, main, without });
  });
}
