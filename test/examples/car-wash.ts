/**
 * A car wash with two bays and a water tank that a pump refills: cars give up when three already wait, bays wait for water.
 * Shows: a store with a limit, a container, balking, `allOf`, a plain trace of what happens.
 */

import { formatTime, minutes } from '../../sim/kernel/core/clock.ts';
import { allOf } from '../../sim/kernel/processes/all-of.ts';
import type { ProcessBody } from '../../sim/kernel/processes/wait.ts';
import { triangular } from '../../sim/kernel/random/distributions.ts';
import { Simulation } from '../../sim/kernel/simulation.ts';
import { Container } from '../../sim/kernel/stations/container.ts';
import { Store } from '../../sim/kernel/stations/store.ts';

export function carWash(print: (line: string) => void): void {
  const sim = new Simulation({ seed: 1 });
  const yard = new Store<string>(sim, 'yard', { capacity: 3 });
  const tank = new Container(sim, 'tank', 500, 200);
  const arrivals = sim.stream('street', 'arrivals');
  const washes = sim.stream('bays', 'washes');
  const say = (text: string): void => print(`${formatTime(Math.round(sim.now / 1e6) * 1e6)}  ${text}`);

  function* street(): ProcessBody {
    for (let car = 1; car <= 10; car++) {
      yield Math.round(triangular(arrivals, minutes(1), minutes(3), minutes(8)));
      say(yard.offer(`car ${car}`) ? `car ${car} drives in` : `car ${car} sees a full yard and drives on`);
    }
  }

  function* bay(name: string): ProcessBody {
    for (;;) {
      const [car] = yield* allOf(yard.get(), tank.take(90));
      say(`${name} washes ${car}`);
      yield Math.round(triangular(washes, minutes(6), minutes(8), minutes(12)));
      say(`${car} leaves clean`);
    }
  }

  function* pump(): ProcessBody {
    for (;;) {
      yield minutes(4);
      yield* tank.fill(40);
    }
  }

  sim.process(street(), 'street');
  sim.process(bay('bay 1'), 'bay 1');
  sim.process(bay('bay 2'), 'bay 2');
  sim.process(pump(), 'pump');
  sim.run(minutes(120));
  print(`water left ${tank.level} litres`);
}
