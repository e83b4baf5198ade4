import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { type RandomStream, stream } from '../../../sim/kernel/random/random.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { Store } from '../../../sim/kernel/stations/store.ts';
import { Tally } from '../../../sim/kernel/statistics/tally.ts';
import { perCpuSecond } from '../bench.ts';
import { BareHeap } from './bare-heap.ts';
import { BareSimulation, BareTurn } from './bare-processes.ts';

/** M/M/1 at load 0.9, three ways; values are customers per second. Times are integer microseconds, mean service 1 s. */
const INTERARRIVAL = 1_000_000 / 0.9;
const SERVICE = 1_000_000;

function streams(): { arrivals: RandomStream; services: RandomStream } {
  const of = (purpose: string) => stream({ seed: 1, replication: 0, path: 'mm1', purpose });
  return { arrivals: of('arrivals'), services: of('services') };
}

const draw = (rng: RandomStream, mean: number): number => Math.round(exponential(rng, mean));

/** What every variant returns beside its rate: the same draws at the same integer times must give the same sum of stays. */
let agreed: { readonly customers: number; readonly stayUs: number } | null = null;

function agree(customers: number, stayUs: number): void {
  agreed ??= { customers, stayUs };
  if (agreed.customers === customers && agreed.stayUs !== stayUs) {
    throw new Error(
      `two ways of simulating the same M/M/1 disagree: ${agreed.stayUs} and ${stayUs} us in all`,
    );
  }
}

/** By hand: two callbacks, a ring of arrival times, a bare heap. What a program without a kernel would do. */
export function yardstick(customers: number): number {
  const { arrivals, services } = streams();
  const heap = new BareHeap(16);
  const line = new Float64Array(65_536);
  let [now, head, tail, arrived, stayUs] = [0, 0, 0, 0, 0];
  const arrive = (): void => {
    if (++arrived < customers) heap.push(now + draw(arrivals, INTERARRIVAL), 0);
    line[tail & 65_535] = now;
    if (tail++ === head) heap.push(now + draw(services, SERVICE), 1);
  };
  const depart = (): void => {
    stayUs += now - line[head & 65_535]!;
    if (++head < tail) heap.push(now + draw(services, SERVICE), 1);
  };
  const callbacks = [arrive, depart];
  return perCpuSecond(customers, () => {
    heap.push(draw(arrivals, INTERARRIVAL), 0);
    while (heap.size > 0) {
      now = heap.times[0]!;
      callbacks[heap.pop()]!();
    }
    agree(head, stayUs);
  });
}

/** How much is switched on. */
export interface Extras {
  /** Monitor of the store or resource, and a tally of the stays. */
  readonly statistics: boolean;
  /** Remember which event scheduled which. */
  readonly causes?: boolean;
  observe(sim: Simulation): void;
}

/** One process makes customers, one serves them, a store of customer numbers between. */
export function twoProcesses(customers: number, { statistics, causes = false, observe }: Extras): number {
  const { arrivals, services } = streams();
  const sim = new Simulation({ causes });
  observe(sim);
  const line = new Store<number>(sim, 'line');
  const cameUs = new Float64Array(customers);
  const stays = new Tally();
  if (statistics) line.monitor();
  let served = 0;
  let stayUs = 0;
  function* source(): ProcessBody {
    for (let i = 0; i < customers; i++) {
      yield draw(arrivals, INTERARRIVAL);
      cameUs[i] = sim.now;
      line.offer(i);
    }
  }
  function* server(): ProcessBody {
    for (;;) {
      const customer = yield* line.get();
      yield draw(services, SERVICE);
      const stay = sim.now - cameUs[customer]!;
      stayUs += stay;
      if (statistics) stays.add(stay);
      served += 1;
    }
  }
  sim.process(source(), 'source');
  sim.process(server(), 'server');
  return perCpuSecond(customers, () => {
    sim.run();
    agree(served, stayUs);
  });
}

/** A process for each customer, who requests the server. */
export function processPerCustomer(
  customers: number,
  { statistics, causes = false, observe }: Extras,
): number {
  const { arrivals, services } = streams();
  const sim = new Simulation({ causes });
  observe(sim);
  const server = new Resource(sim, 'server');
  const stays = new Tally();
  if (statistics) server.monitor();
  let served = 0;
  let stayUs = 0;
  function* customer(): ProcessBody {
    const arrivedUs = sim.now;
    const turn = yield* server.request();
    yield draw(services, SERVICE);
    turn.release();
    stayUs += sim.now - arrivedUs;
    if (statistics) stays.add(sim.now - arrivedUs);
    served += 1;
  }
  function* source(): ProcessBody {
    for (let i = 0; i < customers; i++) {
      yield draw(arrivals, INTERARRIVAL);
      sim.process(customer(), 'customer');
    }
  }
  sim.process(source(), 'source');
  return perCpuSecond(customers, () => {
    sim.run();
    agree(served, stayUs);
  });
}

/** The same on bare generators: the bound of any kernel that runs them. */
export function bareProcessPerCustomer(customers: number): number {
  const { arrivals, services } = streams();
  const sim = new BareSimulation();
  let served = 0;
  let stayUs = 0;
  function* customer() {
    const arrivedUs = sim.now;
    yield* new BareTurn(sim);
    yield draw(services, SERVICE);
    sim.leave();
    stayUs += sim.now - arrivedUs;
    served += 1;
  }
  function* source() {
    for (let i = 0; i < customers; i++) {
      yield draw(arrivals, INTERARRIVAL);
      sim.start(customer());
    }
  }
  sim.start(source());
  return perCpuSecond(customers, () => {
    sim.run();
    agree(served, stayUs);
  });
}
