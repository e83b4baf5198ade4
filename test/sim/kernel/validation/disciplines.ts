import { Interrupted } from '../../../../sim/kernel/core/errors.ts';
import { kept } from '../../../../sim/kernel/core/kept.ts';
import type { ProcessBody } from '../../../../sim/kernel/processes/wait.ts';
import { TIMED_OUT, within } from '../../../../sim/kernel/processes/within.ts';
import { weibull } from '../../../../sim/kernel/random/distributions.ts';
import { Simulation } from '../../../../sim/kernel/simulation.ts';
import { PreemptiveResource } from '../../../../sim/kernel/stations/preemptive-resource.ts';
import { Resource } from '../../../../sim/kernel/stations/resource.ts';
import { Level } from '../../../../sim/kernel/statistics/level.ts';
import { Tally } from '../../../../sim/kernel/statistics/tally.ts';
import { exponentialUs } from './queues.ts';
import type { ValidationModel } from './replications.ts';

const S = 1_000_000;

/** Two classes, each half of lambda 0.8, mean service 1: rho_1 = rho_2 = 0.4. */
const RHO = 0.4;
const CUSTOMERS = 80_000;
const WARM_UP = 4_000;

/** What is told of two classes: 0 is the better one. */
type OfBoth = readonly [number, number];

/** Runs two Poisson sources, one a class, and returns the means of what `visit` tallies. */
function twoClasses(sim: Simulation, visit: (priority: number, tally: Tally) => ProcessBody): OfBoth {
  const tallies = [new Tally(), new Tally()];
  function* source(priority: number): ProcessBody {
    const arrivals = sim.stream(`source ${priority}`, 'arrivals');
    const gap = exponentialUs(1 / RHO);
    for (let i = 0; i < CUSTOMERS / 2; i++) {
      yield gap(arrivals);
      if (i === WARM_UP / 2) tallies[priority]!.reset();
      sim.process(visit(priority, tallies[priority]!), `customer of class ${priority}`);
    }
  }
  sim.process(source(0), 'source 0');
  sim.process(source(1), 'source 1');
  sim.run();
  return [tallies[0]!.mean, tallies[1]!.mean];
}

/** A model a class of a queue that serves both: they share each simulation, which is played once. */
function modelsOfBoth(
  name: string,
  quantity: string,
  exact: OfBoth,
  play: (sim: Simulation) => OfBoth,
): readonly ValidationModel[] {
  const played = new Map<string, OfBoth>();
  return ([0, 1] as const).map((counted) => ({
    name: `${name}, class ${counted}`,
    quantity,
    exact: exact[counted],
    run: (seed, replication) =>
      kept(played, `${seed}:${replication}`, () => play(new Simulation({ seed, replication })))[counted],
  }));
}

/** Cobham 1954: W_k = W0 / ((1 - s_{k-1}) (1 - s_k)), W0 = lambda E[S^2] / 2 = 0.8. */
export const cobham = modelsOfBoth(
  'non-preemptive priorities (Cobham)',
  'mean wait in line',
  [0.8 / (1 - RHO), 0.8 / ((1 - RHO) * (1 - 2 * RHO))],
  (sim) => {
    const desk = new Resource(sim, 'desk', { discipline: { by: (request) => request.priority } });
    const service = exponentialUs(1);
    const services = [0, 1].map((priority) => sim.stream(`class ${priority}`, 'services'));
    return twoClasses(sim, function* (priority, wait) {
      const cameUs = sim.now;
      const turn = yield* desk.request({ priority });
      wait.add((sim.now - cameUs) / S);
      yield service(services[priority]!);
      turn.release();
    });
  },
);

/** Preemptive resume: stay_k = (1 / mu) / (1 - s_{k-1}) + R_k / ((1 - s_{k-1}) (1 - s_k)), R_k = sum over i <= k of lambda_i E[S^2] / 2. */
export const preemptiveResume = modelsOfBoth(
  'preemptive-resume priorities',
  'mean stay',
  [1 + 0.4 / (1 - RHO), 1 / (1 - RHO) + 0.8 / ((1 - RHO) * (1 - 2 * RHO))],
  (sim) => {
    const desk = new PreemptiveResource(sim, 'desk');
    const service = exponentialUs(1);
    const services = [0, 1].map((priority) => sim.stream(`class ${priority}`, 'services'));
    return twoClasses(sim, function* (priority, stay) {
      const cameUs = sim.now;
      let leftUs = service(services[priority]!);
      while (leftUs > 0) {
        const turn = yield* desk.request({ priority });
        const startUs = sim.now;
        try {
          yield leftUs;
          leftUs = 0;
          turn.release();
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error;
          leftUs -= sim.now - startUs;
          if (leftUs === 0) leftUs = 1; // preempted at its very last microsecond: it still has to come back
        }
      }
      stay.add((sim.now - cameUs) / S);
    });
  },
);

/** Machine repair with a finite source: 6 machines, failure rate 0.05, repair rate 0.5; availability by the birth-death balance. */
export const machineRepair: readonly ValidationModel[] = [
  { repairers: 1, exact: 0.859142 },
  { repairers: 2, exact: 0.905658 },
].map(({ repairers, exact }) => ({
  name: `machine repair, 6 machines, ${repairers} repairers`,
  quantity: 'availability',
  exact,
  run: (seed, replication) => {
    const sim = new Simulation({ seed, replication });
    const crew = new Resource(sim, 'crew', { capacity: repairers });
    const up = sim.measure(new Level(sim, 6));
    function* machine(id: number): ProcessBody {
      const failures = sim.stream(`machine ${id}`, 'failures');
      const repairs = sim.stream(`machine ${id}`, 'repairs');
      const life = exponentialUs(20);
      const repair = exponentialUs(2);
      for (;;) {
        yield life(failures);
        up.add(-1);
        const turn = yield* crew.request();
        yield repair(repairs);
        turn.release();
        up.add(1);
      }
    }
    for (let id = 0; id < 6; id++) sim.process(machine(id), `machine ${id}`);
    sim.run(500 * S);
    sim.resetStatistics();
    sim.run(20_000 * S);
    return up.mean / 6;
  },
}));

/** M/M/1 with reneging (Palm): patience exponential at rate theta; the share who leave = theta Lq / lambda. */
const THETA = 0.1;
export const reneging: ValidationModel = {
  name: 'M/M/1 with reneging, lambda 0.8, theta 0.1',
  quantity: 'share who renege',
  exact: shareReneging(0.8, 1, THETA),
  run: (seed, replication) => {
    const sim = new Simulation({ seed, replication });
    const desk = new Resource(sim, 'desk');
    const of = (purpose: string) => sim.stream('customers', purpose);
    const [arrivals, services, patiences] = [of('arrivals'), of('services'), of('patience')];
    const [gap, service, patience] = [exponentialUs(1 / 0.8), exponentialUs(1), exponentialUs(1 / THETA)];
    const left = new Tally();
    function* customer(): ProcessBody {
      const turn = yield* within(patience(patiences), desk.request());
      left.add(turn === TIMED_OUT ? 1 : 0);
      if (turn === TIMED_OUT) return;
      yield service(services);
      turn.release();
    }
    function* source(): ProcessBody {
      for (let i = 0; i < 60_000; i++) {
        yield gap(arrivals);
        if (i === 2000) left.reset();
        sim.process(customer(), 'customer');
      }
    }
    sim.process(source(), 'source');
    sim.run();
    return left.mean;
  },
};

/** Birth-death: p_n / p_{n-1} = lambda / (mu + (n - 1) theta). */
function shareReneging(lambda: number, mu: number, theta: number): number {
  let p = 1;
  let sum = 1;
  let line = 0;
  for (let n = 1; n < 500; n++) {
    p *= lambda / (mu + (n - 1) * theta);
    sum += p;
    line += (n - 1) * p;
  }
  return (theta * (line / sum)) / lambda;
}

/** Age replacement (Barlow and Proschan, 1965), Weibull shape 2, planned 1, failure 10, at the best age (computed). */
export const ageReplacement: ValidationModel = {
  name: 'age replacement, Weibull 2, costs 1 and 10',
  quantity: 'cost per characteristic life',
  exact: 6.05612,
  run: (seed, replication) => {
    const sim = new Simulation({ seed, replication });
    const lives = sim.stream('part', 'lives');
    const ageUs = Math.round(0.336451 * S);
    let cost = 0;
    function* part(): ProcessBody {
      for (;;) {
        const lifeUs = Math.round(weibull(lives, 2, S));
        yield Math.min(lifeUs, ageUs);
        cost += lifeUs < ageUs ? 10 : 1;
      }
    }
    sim.process(part(), 'part');
    sim.run(5_000 * S);
    return cost / 5_000;
  },
};
