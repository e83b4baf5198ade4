import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { TIMED_OUT, within } from '../../../sim/kernel/processes/within.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { writeResult } from './results/write.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A shop with everything that could leak: processes that end, waits that time out, events that are cancelled, a monitor. */
function shop(): Simulation {
  const sim = new Simulation();
  const desk = new Resource(sim, 'desk');
  desk.monitor();
  const rng = sim.stream('shop', 'all');
  const draw = (meanUs: number): number => Math.round(exponential(rng, meanUs));
  function* visit(): ProcessBody {
    const turn = yield* within(draw(5_000_000), desk.request());
    if (turn === TIMED_OUT) return;
    yield draw(950_000);
    turn.release();
  }
  function* door(): ProcessBody {
    for (;;) {
      yield draw(1_000_000);
      sim.process(visit(), 'visit');
    }
  }
  sim.process(door(), 'door');
  return sim;
}

test('the heap is flat within 5 % over 10^8 events', () => {
  const sim = shop();
  const bytes: number[] = [];
  for (let slice = 1; slice <= 10; slice++) {
    while (sim.events < slice * 1e7) sim.run(sim.now + 1e12);
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    bytes.push(heapUsed + arrayBuffers);
  }
  writeResult('flat-heap', { node: process.version, events: sim.events, heapBytesAfterEach1e7Events: bytes });
  const first = bytes[0]!;
  for (const each of bytes) expect(Math.abs(each / first - 1)).toBeLessThan(0.05);
});
