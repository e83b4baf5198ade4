import { worldOf } from '../../../scenarios/schema/day/scenario.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { truth } from '../../../scenarios/steps/truth.ts';
import { maintenancePolicy, processPolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import { drawKey, uniformAt } from '../../../sim/kernel/random/random.ts';
import type { Perception } from '../../../sim/ports.ts';
import type { Belief } from '../../../sim/record/belief.ts';
import { must } from '../../../sim/record/must.ts';
import type { RunKey } from '../../../sim/run.ts';
import { startRun } from '../../../sim/run.ts';
import { sameEyes } from '../../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../../sim/world.ts';

/** The world of a scenario as changed by `path=value` texts. */
export function worldWith(scenario: string, ...set: string[]): WorldSpec {
  return worldOf(loadScenario(scenario, set));
}

/** Share of the items that the eyes of these tests take for something else: purity is then below 1, without a network. */
const MISTAKEN = 0.15;

function mistaken(world: WorldSpec, { seed, replication }: RunKey): Perception {
  const sound = truth(world)(must(world.robots[0], 'robot'));
  const key = drawKey(seed, replication, 'test', 'mistaken');
  const wrong = new Map<number, Belief>();
  const swap = (id: number, belief: Belief): Belief => {
    const material = belief.material.map((_, k, all) => all[(k + 1) % all.length]!);
    const swapped = { ...belief, material };
    wrong.set(id, swapped);
    return swapped;
  };
  return {
    ...sound,
    belief(item, sensors) {
      const belief = sound.belief(item, sensors);
      if (uniformAt(key, item.itemId, 0) >= MISTAKEN) return belief;
      return wrong.get(item.itemId) ?? swap(item.itemId, belief);
    },
  };
}

/** What one day brought: its value, and the mass in the bins with that of it that belongs there. */
export interface ShortDay {
  readonly valueEur: number;
  readonly binnedKg: number;
  readonly acceptedKg: number;
}

/** Plays a day in this thread, without bound and without a record. */
export function playShort(world: WorldSpec, key: RunKey): ShortDay {
  const ports = {
    ...sameEyes(mistaken(world, key)),
    sorting: sortPolicy('expected-value'),
    maintenance: maintenancePolicy('run-to-failure', world),
    processing: processPolicy('steady'),
  };
  const run = startRun(world, key, ports, { event() {} });
  while (run.advance(1000));
  const { valueEur, outputs } = run.summary();
  const bins = outputs.filter(({ id }) => id !== 'residue');
  return {
    valueEur,
    binnedKg: bins.reduce((sum, { massKg }) => sum + massKg, 0),
    acceptedKg: bins.reduce((sum, { massKg, purity }) => sum + massKg * purity, 0),
  };
}
