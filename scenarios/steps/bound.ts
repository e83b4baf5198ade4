import { boundOf } from '../../sim/decisions/bound.ts';
import { maintenancePolicy } from '../../sim/decisions/policies.ts';
import { canFail } from '../../sim/decisions/upkeep/least-upkeep.ts';
import type { ArrivalBook } from './arrivals.ts';
import { openSolver } from './solver.ts';
import type { BoundOutcome, BoundStep } from './steps.ts';

/** Solves the linear relaxation of the realised day. Only its objective is wanted, and it is small as it is built. */
export async function solveBound(
  { world, key, maintenance }: BoundStep,
  arrivals: ArrivalBook,
): Promise<BoundOutcome> {
  const policies = canFail(world) ? maintenance.map((name) => maintenancePolicy(name, world)) : [];
  return boundOf(world, key, await openSolver('off'), arrivals.of(world, key), policies);
}
