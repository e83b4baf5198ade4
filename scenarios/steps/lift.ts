import { maintenancePolicy, processPolicy, sortPolicy } from '../../sim/decisions/policies.ts';
import type { Sink } from '../../sim/ports.ts';
import { startRun } from '../../sim/run.ts';
import { type Lift, liftedWorlds } from '../../sim/score/regret.ts';
import { Specimens } from '../../sim/site/flow/feed.ts';
import { truth } from './perception.ts';
import type { ProgressRecord } from './progress.ts';
import type { LiftOutcome, LiftStep } from './steps.ts';

const nowhere: Sink = { event() {}, decision() {} };
const eventsPerBreath = 20_000;

/**
 * Plays the day again with one limit after the other taken away (true labels, endless energy, no time, nothing wears):
 * what each perception's regret is split by.
 */
export async function playLifted(
  { world, key, policies }: LiftStep,
  report: (record: ProgressRecord) => void,
): Promise<LiftOutcome> {
  const days = liftedWorlds(world);
  const specimens = new Specimens(world.feed, key.seed);
  const liftedEur: Partial<Record<Lift, number>> = {};
  for (const [i, day] of days.entries()) {
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
      specimens,
    );
    while (run.advance(eventsPerBreath)) await new Promise((resolve) => setImmediate(resolve));
    liftedEur[day.lift] = run.summary().valueEur;
    report({ task: 'lifting one limit after the other', done: i + 1, total: days.length });
  }
  return { liftedEur: liftedEur as Record<Lift, number> };
}
