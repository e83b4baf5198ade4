import { maintenancePolicy, processPolicy, sortPolicy } from '../../sim/decisions/policies.ts';
import type { Sink } from '../../sim/ports.ts';
import { startRun } from '../../sim/run.ts';
import { splitRegret } from '../../sim/score/regret.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { Report } from '../threads/progress.ts';
import type { ArrivalBook } from './arrivals.ts';
import type { LiftOutcome, LiftStep } from './steps.ts';
import { truth } from './truth.ts';

const nowhere: Sink = { event() {} };
const eventsPerBreath = 20_000;

/**
 * Plays the day again with one limit after the other taken away (true labels, endless energy, no time, nothing wears):
 * what each perception's regret is split by. The values are in the order in which `splitRegret` asks for them.
 */
export async function playLifted(
  { world, key, policies }: LiftStep,
  arrivals: ArrivalBook,
  report: Report,
): Promise<LiftOutcome> {
  const days: { world: WorldSpec; instant: boolean }[] = [];
  splitRegret(world, { boundEur: 0, freeBoundEur: 0 }, (lifted, isTruth, instant) => {
    if (isTruth) days.push({ world: lifted, instant });
    return 0;
  });
  const liftedEur: number[] = [];
  for (const day of days) {
    const run = startRun(
      day.world,
      key,
      {
        perception: truth(day.world, day.instant),
        sorting: sortPolicy(policies.sorting),
        maintenance: maintenancePolicy(policies.maintenance, world),
        processing: processPolicy(policies.processing),
      },
      nowhere,
      arrivals.of(day.world, key),
    );
    while (run.advance(eventsPerBreath)) await new Promise((resolve) => setImmediate(resolve));
    liftedEur.push(run.summary().valueEur);
    report({ task: 'lifting one limit after the other', done: liftedEur.length, total: days.length });
  }
  return { liftedEur };
}
