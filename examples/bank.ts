/**
 * A bank with one teller, by the kernel alone: customers come at random, wait in line, are served and leave. What is measured is
 * held against the theory of the queue M/M/1. Run it with: node examples/bank.ts
 */
import { exponential, minutes, type ProcessBody, Resource, Simulation } from 'looptwin/kernel';

const betweenMin = 2.5;
const serviceMin = 2;

const sim = new Simulation({ seed: 1 });
const teller = new Resource(sim, 'teller', { capacity: 1 });
const monitor = teller.monitor();
const arrivals = sim.stream('bank', 'arrivals');
const services = sim.stream('bank', 'services');

function* customer(): ProcessBody {
  const place = yield* teller.request(); // waits in line
  yield Math.round(exponential(services, minutes(serviceMin))); // a delay in whole microseconds
  place.release();
}

function* door(): ProcessBody {
  for (;;) {
    yield Math.round(exponential(arrivals, minutes(betweenMin)));
    sim.process(customer(), 'customer');
  }
}

sim.process(door(), 'door');
sim.run(minutes(1_000)); // warm-up
sim.resetStatistics();
sim.run(minutes(501_000));

const load = serviceMin / betweenMin;
const theory = { busy: load, inLine: (load * load) / (1 - load), waitMin: (load * serviceMin) / (1 - load) };
const waitMin = monitor.waitUs.mean / minutes(1);
console.log(`customers served  ${monitor.waitUs.count}`);
console.log(`teller busy       ${monitor.content.mean.toFixed(3)}  (M/M/1: ${theory.busy.toFixed(3)})`);
console.log(`in line, mean     ${monitor.queue.mean.toFixed(3)}  (M/M/1: ${theory.inLine.toFixed(3)})`);
console.log(`wait, mean        ${waitMin.toFixed(3)} min  (M/M/1: ${theory.waitMin.toFixed(3)} min)`);
