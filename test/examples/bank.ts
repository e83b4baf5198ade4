/**
 * A bank: customers come at random, wait in one line for one of two tellers, are served and leave.
 * Shows: processes, a resource, its monitor, warm-up reset, quantiles, Little's law.
 */
import { minutes, US_PER_MIN } from '../../sim/kernel/core/clock.ts';
import type { ProcessBody } from '../../sim/kernel/processes/wait.ts';
import { exponential } from '../../sim/kernel/random/distributions.ts';
import { Simulation } from '../../sim/kernel/simulation.ts';
import { Resource } from '../../sim/kernel/stations/resource.ts';
import { Quantiles } from '../../sim/kernel/statistics/quantiles.ts';

export function bank(print: (line: string) => void): void {
  const sim = new Simulation({ seed: 1 });
  const tellers = new Resource(sim, 'tellers', { capacity: 2 });
  const monitor = tellers.monitor();
  const stays = sim.measure(new Quantiles(0.01));
  const arrivals = sim.stream('bank', 'arrivals');
  const services = sim.stream('bank', 'services');

  function* customer(): ProcessBody {
    const cameUs = sim.now;
    const teller = yield* tellers.request();
    yield Math.round(exponential(services, minutes(4)));
    teller.release();
    stays.add((sim.now - cameUs) / US_PER_MIN);
  }

  function* door(): ProcessBody {
    for (;;) {
      yield Math.round(exponential(arrivals, minutes(2.5)));
      sim.process(customer(), 'customer');
    }
  }

  sim.process(door(), 'door');
  sim.run(minutes(500));
  sim.resetStatistics();
  sim.run(minutes(50_500));

  print(`customers served         ${monitor.waitUs.count}`);
  print(`tellers busy             ${((monitor.content.mean / 2) * 100).toFixed(1)} %  (theory 80.0 %)`);
  print(`in line, mean            ${monitor.queue.mean.toFixed(2)}    (theory 2.84)`);
  print(`wait, mean               ${(monitor.waitUs.mean / US_PER_MIN).toFixed(2)} min  (theory 7.11 min)`);
  print(
    `stay, median and 95 %    ${stays.quantile(0.5).toFixed(1)} and ${stays.quantile(0.95).toFixed(1)} min`,
  );
}
