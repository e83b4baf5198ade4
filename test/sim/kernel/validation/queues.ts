import type { ProcessBody } from '../../../../sim/kernel/processes/wait.ts';
import {
  erlang,
  exponential,
  gamma,
  hyperexponential,
  lognormal,
} from '../../../../sim/kernel/random/distributions.ts';
import type { RandomStream } from '../../../../sim/kernel/random/random.ts';
import { Simulation } from '../../../../sim/kernel/simulation.ts';
import { Resource } from '../../../../sim/kernel/stations/resource.ts';
import { Tally } from '../../../../sim/kernel/statistics/tally.ts';
import type { ValidationModel } from './replications.ts';

/** Draws one time, in microseconds. */
type Draw = (rng: RandomStream) => number;

const S = 1_000_000;
const LAMBDA = 0.8;
export const exponentialUs =
  (meanS: number): Draw =>
  (rng) =>
    Math.round(exponential(rng, meanS * S));
const rounded =
  (draw: Draw): Draw =>
  (rng) =>
    Math.round(draw(rng));

/** Customers of one replication, warm-up apart. */
const CUSTOMERS = 60_000;
const WARM_UP = 3_000;

/** A source that starts one process per customer, and stops the run after the last one counted has left. */
function serveCustomers(
  sim: Simulation,
  interarrival: Draw,
  customers: number,
  visit: (stay: Tally, number: number) => ProcessBody,
): Tally {
  const stay = new Tally();
  const arrivals = sim.stream('source', 'arrivals');
  function* source(): ProcessBody {
    for (let i = 0; i < customers; i++) {
      yield interarrival(arrivals);
      if (i === WARM_UP) stay.reset();
      sim.process(visit(stay, i), 'customer');
    }
  }
  sim.process(source(), 'source');
  sim.run();
  return stay;
}

/** Mean wait in line (in seconds) of a G/G/c queue, by one process per customer on a resource. */
function meanWait(
  seed: number,
  replication: number,
  servers: number,
  interarrival: Draw,
  service: Draw,
  customers = CUSTOMERS,
): number {
  const sim = new Simulation({ seed, replication });
  const desk = new Resource(sim, 'desk', { capacity: servers });
  const services = sim.stream('desk', 'services');
  function* visit(wait: Tally): ProcessBody {
    const cameUs = sim.now;
    const turn = yield* desk.request();
    wait.add((sim.now - cameUs) / S);
    yield service(services);
    turn.release();
  }
  return serveCustomers(sim, interarrival, customers, visit).mean;
}

function waitModel(
  name: string,
  exact: number,
  servers: number,
  lambda: number,
  service: Draw,
  customers?: number,
): ValidationModel {
  return {
    name,
    quantity: 'mean wait in line',
    exact,
    run: (seed, replication) =>
      meanWait(seed, replication, servers, exponentialUs(1 / lambda), service, customers),
  };
}

/** Pollaczek-Khinchine, mean service 1. */
const pollaczekKhinchine = (cs2: number): number => (LAMBDA * (1 + cs2)) / (2 * (1 - LAMBDA));

/** Single queues with Poisson arrivals and their mean waits: Erlang C and Pollaczek-Khinchine, computed. */
export const singleQueues: readonly ValidationModel[] = [
  waitModel('M/M/1', 4, 1, 0.8, exponentialUs(1)),
  waitModel('M/M/2 (Erlang C)', 1.777778, 2, 1.6, exponentialUs(1), 100_000),
  waitModel('M/M/5 (Erlang C)', 0.554113, 5, 4, exponentialUs(1), 150_000),
  waitModel('M/D/1', pollaczekKhinchine(0), 1, 0.8, () => S),
  waitModel(
    'M/G/1, Erlang-2 service',
    pollaczekKhinchine(0.5),
    1,
    0.8,
    rounded((rng) => erlang(rng, 2, S)),
  ),
  waitModel(
    'M/G/1, lognormal service',
    pollaczekKhinchine(1),
    1,
    0.8,
    rounded((rng) => lognormal(rng, S, S)),
    120_000,
  ),
  waitModel(
    'M/G/1, hyperexponential service',
    pollaczekKhinchine(4),
    1,
    0.8,
    rounded((rng) => hyperexponential(rng, S, 4)),
    200_000,
  ),
];

/** Erlang B and M/M/1/K: the share of customers who find the system full. */
export const lossSystems: readonly ValidationModel[] = [
  lossModel('M/M/5/5 (Erlang B)', 5, 5, 4, 0.199067),
  lossModel('M/M/1/5', 1, 5, 0.8, 0.0888195),
];

function lossModel(
  name: string,
  servers: number,
  places: number,
  lambda: number,
  exact: number,
): ValidationModel {
  return {
    name,
    quantity: 'share turned away',
    exact,
    run: (seed, replication) => {
      const sim = new Simulation({ seed, replication });
      const desk = new Resource(sim, 'desk', { capacity: servers });
      const services = sim.stream('desk', 'services');
      const service = exponentialUs(1);
      function* visit(turnedAway: Tally): ProcessBody {
        const full = desk.inUse + desk.waiting >= places;
        turnedAway.add(full ? 1 : 0);
        if (full) return;
        const turn = yield* desk.request();
        yield service(services);
        turn.release();
      }
      return serveCustomers(sim, exponentialUs(1 / lambda), CUSTOMERS, visit).mean;
    },
  };
}

/** Two stations in a row (Burke, Jackson): the stay is the sum of two M/M/1 stays. */
export const tandem: ValidationModel = {
  name: 'Jackson tandem, lambda 0.5, mu 1 and 0.8',
  quantity: 'mean stay',
  exact: 1 / (1 - 0.5) + 1 / (0.8 - 0.5),
  run: (seed, replication) => {
    const sim = new Simulation({ seed, replication });
    const stations = [1, 1 / 0.8].map((meanS, i) => ({
      desk: new Resource(sim, `desk ${i}`),
      services: sim.stream(`desk ${i}`, 'services'),
      service: exponentialUs(meanS),
    }));
    function* visit(stay: Tally): ProcessBody {
      const cameUs = sim.now;
      for (const { desk, services, service } of stations) {
        const turn = yield* desk.request();
        yield service(services);
        turn.release();
      }
      stay.add((sim.now - cameUs) / S);
    }
    return serveCustomers(sim, exponentialUs(2), CUSTOMERS, visit).mean;
  },
};

/** G/G/1 at three variabilities; Kingman's bound is a bound, so the mean wait must lie between 60 and 100 % of it. */
export const kingman = [
  { ca2: 0.5, cs2: 0.5 },
  { ca2: 1, cs2: 0.25 },
  { ca2: 2, cs2: 1 },
].map(({ ca2, cs2 }) => ({
  ca2,
  cs2,
  bound: (ca2 / LAMBDA + LAMBDA * cs2) / (2 * (1 - LAMBDA)),
  run: (seed: number, replication: number): number =>
    meanWait(seed, replication, 1, variedUs(1 / LAMBDA, ca2), variedUs(1, cs2)),
}));

/** A time of this mean and squared coefficient of variation: gamma below 1, hyperexponential above. */
function variedUs(meanS: number, c2: number): Draw {
  return rounded((rng) =>
    c2 <= 1 ? gamma(rng, 1 / c2, meanS * S * c2) : hyperexponential(rng, meanS * S, c2),
  );
}
