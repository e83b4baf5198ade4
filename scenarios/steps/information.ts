import { type InformationBound, informationBoundOf } from '../../sim/decisions/information-bound.ts';
import { openPolicies } from '../own/parts.ts';
import type { ContentStore } from '../store/store.ts';
import type { ArrivalBook } from './arrivals.ts';
import { openEyes, withBeliefs } from './perception.ts';
import { openSolver } from './solver.ts';
import type { InformationStep } from './steps.ts';

/** Bounds what robots can earn that know no more than the eyes of a variant tell; keeps what the eyes said. */
export async function boundInformation(
  { world, key, variant }: InformationStep,
  store: ContentStore,
  arrivals: ArrivalBook,
): Promise<InformationBound> {
  const solver = await openSolver('off');
  const { maintenance } = openPolicies(variant, world);
  return withBeliefs(
    (live) => openEyes(variant, world, key, store, live),
    async (open) => {
      const ladder = (robotId: string) => {
        const { perception, escalation } = open.eyes(robotId);
        return [perception, ...escalation];
      };
      const bound = informationBoundOf(world, key, solver, ladder, arrivals.of(world, key), maintenance);
      open.keep();
      return bound;
    },
  );
}
