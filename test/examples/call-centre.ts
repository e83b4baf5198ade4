/**
 * A call centre with impatient callers: agents by shift, callers who hang up when they have waited too long, urgent calls first.
 * Shows: `within` (reneging), a queue discipline, a capacity schedule, independent replications with named streams.
 */

import { days, hours, minutes, US_PER_S } from '../../sim/kernel/core/clock.ts';
import { ARRIVAL } from '../../sim/kernel/core/phase.ts';
import type { ProcessBody } from '../../sim/kernel/processes/wait.ts';
import { TIMED_OUT, within } from '../../sim/kernel/processes/within.ts';
import { exponential, lognormal } from '../../sim/kernel/random/distributions.ts';
import { bernoulli } from '../../sim/kernel/random/distributions-discrete.ts';
import { Simulation } from '../../sim/kernel/simulation.ts';
import { Calendar } from '../../sim/kernel/stations/calendar.ts';
import { followCalendar } from '../../sim/kernel/stations/capacity-schedule.ts';
import { Resource } from '../../sim/kernel/stations/resource.ts';
import { Tally } from '../../sim/kernel/statistics/tally.ts';

interface Day {
  readonly calls: number;
  readonly hungUp: number;
  readonly waitS: { readonly urgent: number; readonly normal: number };
}

function oneDay(replication: number): Day {
  const sim = new Simulation({ seed: 1, replication });
  const agents = new Resource(sim, 'agents', { discipline: { by: (request) => request.priority } });
  const of = (purpose: string) => sim.stream('centre', purpose);
  const [arrivals, urgencies, patiences, talks] = [of('arrivals'), of('urgency'), of('patience'), of('talk')];
  const waits = { urgent: new Tally(), normal: new Tally() };
  let calls = 0;
  let hungUp = 0;

  function* caller(): ProcessBody {
    calls += 1;
    const urgent = bernoulli(urgencies, 0.15);
    const cameUs = sim.now;
    const patienceUs = Math.round(exponential(patiences, minutes(3)));
    const agent = yield* within(patienceUs, agents.request({ priority: urgent ? 0 : 1 }));
    if (agent === TIMED_OUT) {
      hungUp += 1;
      return;
    }
    waits[urgent ? 'urgent' : 'normal'].add((sim.now - cameUs) / US_PER_S);
    yield Math.round(lognormal(talks, minutes(5), minutes(4)));
    agent.release();
  }

  function* line(): ProcessBody {
    yield hours(8);
    while (sim.now < hours(20)) {
      yield* sim.delay(Math.round(exponential(arrivals, minutes(0.5))), { phase: ARRIVAL });
      sim.process(caller(), 'caller');
    }
  }

  const early = new Calendar([{ fromUs: hours(8), toUs: hours(20) }], days(1));
  sim.process(followCalendar(agents, early, 9), 'shift');
  sim.process(line(), 'line');
  sim.run(hours(21));
  return { calls, hungUp, waitS: { urgent: waits.urgent.mean, normal: waits.normal.mean } };
}

export function callCentre(print: (line: string) => void): void {
  const shares = new Tally();
  print('day  calls  hung up  wait of urgent  of normal calls');
  for (let replication = 0; replication < 5; replication++) {
    const { calls, hungUp, waitS } = oneDay(replication);
    shares.add(hungUp / calls);
    const columns = [
      `${replication + 1}`.padStart(3),
      `${calls}`.padStart(7),
      `${hungUp}`.padStart(9),
      `${waitS.urgent.toFixed(1)} s`.padStart(16),
      `${waitS.normal.toFixed(1)} s`.padStart(17),
    ];
    print(columns.join(''));
  }
  // Student's t for 4 degrees of freedom, 95 %.
  const halfWidth = (2.776 * shares.sd) / Math.sqrt(shares.count);
  print(`hang up: ${(shares.mean * 100).toFixed(1)} % +- ${(halfWidth * 100).toFixed(1)} (95 %)`);
}
