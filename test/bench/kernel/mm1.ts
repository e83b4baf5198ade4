import { exponential } from '../../../sim/kernel/distributions.ts';
import { type RandomStream, stream } from '../../../sim/kernel/random.ts';
import { Resource } from '../../../sim/kernel/resource.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Store } from '../../../sim/kernel/store.ts';
import { Tally } from '../../../sim/kernel/tally.ts';
import type { ProcessBody } from '../../../sim/kernel/wait.ts';
import { perSecond } from '../bench.ts';
import { BareHeap } from './bare-heap.ts';

/** M/M/1 at load 0.9, three ways; values are customers per second. Times are integer microseconds, mean service 1 s. */
const INTERARRIVAL = 1_000_000 / 0.9;
const SERVICE = 1_000_000;

function streams(): { arrivals: RandomStream; services: RandomStream } {
  const of = (purpose: string) => stream({ seed: 1, replication: 0, path: 'mm1', purpose });
  return { arrivals: of('arrivals'), services: of('services') };
}

const draw = (rng: RandomStream, mean: number): number => Math.round(exponential(rng, mean));

/** By hand: two callbacks, a counter for the queue, a bare heap. What a program without a kernel would do. */
export function yardstick(customers: number): number {
  const { arrivals, services } = streams();
  const heap = new BareHeap(16);
  let now = 0;
  let queue = 0;
  let served = 0;
  let arrived = 0;
  const arrive = (): void => {
    if (++arrived < customers) heap.push(now + draw(arrivals, INTERARRIVAL), 0);
    if (queue++ === 0) heap.push(now + draw(services, SERVICE), 1);
  };
  const depart = (): void => {
    served += 1;
    if (--queue > 0) heap.push(now + draw(services, SERVICE), 1);
  };
  const callbacks = [arrive, depart];
  return perSecond(customers, () => {
    heap.push(draw(arrivals, INTERARRIVAL), 0);
    while (heap.size > 0) {
      now = heap.times[0]!;
      callbacks[heap.pop()]!();
    }
    if (served !== customers) throw new Error(`yardstick served ${served} of ${customers}`);
  });
}

/** One process makes customers, one serves them, a store between. */
export function twoProcesses(
  customers: number,
  observed: (sim: Simulation) => void,
  monitored: boolean,
): number {
  const { arrivals, services } = streams();
  const sim = new Simulation();
  observed(sim);
  const line = new Store<number>(sim, 'line');
  const stay = new Tally();
  if (monitored) line.monitor();
  let served = 0;
  function* source(): ProcessBody {
    for (let i = 0; i < customers; i++) {
      yield draw(arrivals, INTERARRIVAL);
      line.offer(sim.now);
    }
  }
  function* server(): ProcessBody {
    for (;;) {
      const arrivedUs = yield* line.get();
      yield draw(services, SERVICE);
      if (monitored) stay.add(sim.now - arrivedUs);
      served += 1;
    }
  }
  sim.process(source(), 'source');
  sim.process(server(), 'server');
  return perSecond(customers, () => {
    sim.run();
    if (served !== customers) throw new Error(`two processes served ${served} of ${customers}`);
  });
}

/** A process for each customer, who requests the server. */
export function processPerCustomer(
  customers: number,
  observed: (sim: Simulation) => void,
  monitored: boolean,
): number {
  const { arrivals, services } = streams();
  const sim = new Simulation();
  observed(sim);
  const server = new Resource(sim, 'server');
  const stay = new Tally();
  if (monitored) server.monitor();
  let served = 0;
  function* customer(): ProcessBody {
    const arrivedUs = sim.now;
    const turn = yield* server.request();
    yield draw(services, SERVICE);
    turn.release();
    if (monitored) stay.add(sim.now - arrivedUs);
    served += 1;
  }
  function* source(): ProcessBody {
    for (let i = 0; i < customers; i++) {
      yield draw(arrivals, INTERARRIVAL);
      sim.process(customer(), 'customer');
    }
  }
  sim.process(source(), 'source');
  return perSecond(customers, () => {
    sim.run();
    if (served !== customers) throw new Error(`process per customer served ${served} of ${customers}`);
  });
}
