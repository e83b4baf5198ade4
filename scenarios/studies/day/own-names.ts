import type { OwnFacts } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';

/** A scenario that names the caller's policies in place of its own, and the caller's perceptions before its own. */
export function withOwnNames(scenario: Scenario, own: OwnFacts | undefined): Scenario {
  if (own === undefined) return scenario;
  const { policies } = scenario;
  const { sorting = policies.sorting, processing = policies.processing, maintenance, perceptions } = own;
  return {
    ...scenario,
    policies: {
      ...policies,
      ...{ sorting, processing },
      maintenance: maintenance === undefined ? policies.maintenance : [maintenance],
      perceptions: [...Object.keys(perceptions), ...policies.perceptions],
    },
  };
}
