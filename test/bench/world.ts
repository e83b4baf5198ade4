import { maintenancePolicy, sortPolicy } from '../../sim/decisions/policies.ts';
import { bitsAt, drawKey } from '../../sim/kernel/random.ts';
import { armRobot, depotWorld } from '../../sim/plant/depot.ts';
import type { Classifier } from '../../sim/ports.ts';
import { type LookAheadPerception, lookAhead } from '../../sim/robots/perception.ts';
import { startRun } from '../../sim/run.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { type BenchCase, perSecond } from './bench.ts';

/** Two flap cells that decide on everything that comes: the load of an inspection line, 6 items a second. */
const flap = {
  ...armRobot,
  actuator: 'flap' as const,
  moveS: 0.02,
  moveJ: 1.5,
  panelW: 200,
  batteryWh: 500,
};

const itemsWanted = 40_000;

export const busyWorld: WorldSpec = {
  ...depotWorld,
  site: { ...depotWorld.site, durationS: (itemsWanted / 21_600) * 3600 },
  feed: { ...depotWorld.feed, ratePerHour: 21_600, surges: [], minGapS: 0, poolSize: 2000 },
  robots: [flap, { ...flap, id: 'r2', positionM: 6 }],
};

const labels = [...busyWorld.feed.materials.map((m) => m.materialId)].sort();

const thinking = { energyJ: 0.002, timeUs: 5000 };

/** A stand-in network, right four times in five: what is measured is the world, not the model. */
const standIn: Classifier = {
  modelId: 'stand-in',
  labels,
  senses: ['visual'],
  cost: thinking,
  classify: (batch) =>
    batch.map((frames) => {
      const bits = bitsAt(drawKey(1, 0, 'bench', 'belief'), frames.itemId);
      const material = new Float32Array(labels.length).fill(0.02);
      material[bits % labels.length]! += 1 - 0.02 * labels.length;
      return {
        modelId: 'stand-in',
        material,
        state: new Float32Array(10).fill(0.1),
        quality: { mean: 0.5, sd: 0.1 },
        cost: thinking,
      };
    }),
};

const cached: LookAheadPerception = lookAhead({
  name: 'cached',
  classifier: standIn,
  frames: (item) => ({
    itemId: item.itemId,
    sensorKey: '',
    rgb: null,
    thermalK: null,
    reflectance: null,
    cost: {},
  }),
  senseCost: { energyJ: 0.01, timeUs: 5000 },
});

/** Plays the busy world and returns how many items came and how many decisions were recorded. */
export function playBusy(): { items: number; decisions: number; events: number } {
  let decisions = 0;
  let events = 0;
  const run = startRun(
    busyWorld,
    { seed: 1, replication: 0 },
    {
      perception: cached,
      sorting: sortPolicy('expected-value'),
      maintenance: maintenancePolicy('condition', busyWorld),
    },
    {
      event: () => {
        events += 1;
      },
      decision: () => {
        decisions += 1;
      },
    },
  );
  while (run.advance(100_000));
  return { items: run.summary().items, decisions, events };
}

export const cases: BenchCase[] = [
  {
    name: 'item-scale-cached',
    unit: 'items/s',
    run: () => perSecond(itemsWanted, playBusy),
  },
];
