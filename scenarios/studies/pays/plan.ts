import type { BackendName } from '../../../models/engine/found.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { planRun, type RunPlan, withoutEach } from '../day/plan.ts';

/** The days that a site with robots is held against, before anything is played. */
export interface PaysPlan {
  /** The site with nobody, with a person, and with its robots under each perception; the first maintenance policy. */
  readonly arms: RunPlan;
  /** The site with one robot less, under the main perception, by the robot that is missing. */
  readonly without: ReadonlyMap<string, RunPlan>;
}

export function planPays(scenario: Scenario, backend: BackendName): PaysPlan {
  const plan = planRun(scenario, { seed: scenario.seed, replication: 0 }, backend);
  const variants = plan.variants.filter(({ maintenance }) => maintenance === plan.main.maintenance);
  return { arms: { ...plan, variants }, without: withoutEach(plan) };
}
