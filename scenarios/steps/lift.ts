import type { Ports, Sink } from '../../sim/ports.ts';
import { must } from '../../sim/record/must.ts';
import { startRun } from '../../sim/run.ts';
import { type Lift, type LiftedWorld, liftedWorlds } from '../../sim/score/regret.ts';
import { type OwnPolicies, openPolicies } from '../own/parts.ts';
import type { Report } from '../threads/progress.ts';
import type { ArrivalBook } from './arrivals.ts';
import type { LiftOutcome, LiftStep } from './steps.ts';
import { truth } from './truth.ts';

const nowhere: Sink = { event() {} };
const eventsPerBreath = 20_000;

function truthfulEyes({ world, instant }: LiftedWorld): Pick<Ports, 'seeing' | 'eyes'> {
  const known = truth(world, instant);
  const robot = (id: string) =>
    must(
      world.robots.find((one) => one.id === id),
      'robot',
    );
  return { seeing: 'perfect', eyes: (id) => ({ perception: known(robot(id)), escalation: [] }) };
}

/**
 * Plays the day again with one limit after the other taken away (true labels, endless energy, no time, nothing wears):
 * what each perception's regret is split by.
 */
export async function playLifted(
  { world, key, policies }: LiftStep,
  arrivals: ArrivalBook,
  report: Report,
  own?: OwnPolicies,
): Promise<LiftOutcome> {
  const days = liftedWorlds(world);
  const liftedEur: Partial<Record<Lift, number>> = {};
  for (const [i, day] of days.entries()) {
    const eyes = truthfulEyes(day);
    const run = startRun(
      day.world,
      key,
      {
        ...eyes,
        ...openPolicies(policies, world, own),
      },
      nowhere,
      arrivals.of(day.world, key),
    );
    while (run.advance(eventsPerBreath)) await new Promise((resolve) => setImmediate(resolve));
    liftedEur[day.lift] = run.summary().valueEur;
    report({ task: 'lifting one limit after the other', done: i + 1, total: days.length });
  }
  return { liftedEur: liftedEur as Record<Lift, number> };
}
