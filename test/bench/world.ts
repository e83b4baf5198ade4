import { classifierOf } from '../../models/classifier.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Model } from '../../models/nets/model.ts';
import { studentParameters } from '../../models/nets/student.ts';
import { initialWeights } from '../../models/nets/weights.ts';
import { maintenancePolicy, sortPolicy } from '../../sim/decisions/policies.ts';
import { bitsAt, drawKey } from '../../sim/kernel/random/random.ts';
import type { Classifier, Perception } from '../../sim/ports.ts';
import { startRun } from '../../sim/run.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import { Feed, Specimens } from '../../sim/site/flow/feed.ts';
import { type LookAheadPerception, lookAhead, sameEyes } from '../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { standardInputs } from '../models/standard-inputs.ts';
import { armRobot, plainDepot } from '../sim/plain-depot.ts';
import { type BenchCase, perSecond } from './bench.ts';
import { chainCases } from './chains.ts';
import { dayCases } from './days.ts';

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
  ...plainDepot,
  site: { ...plainDepot.site, durationS: (itemsWanted / 21_600) * 3600 },
  feed: { ...plainDepot.feed, ratePerHour: 21_600, surges: [], minGapS: 0, poolSize: 2000 },
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
      };
    }),
};

const cached: LookAheadPerception = lookAhead({
  name: 'cached',
  classifier: standIn,
  frames: (item) => ({
    itemId: item.itemId,
    sensorKey: '',
    streams: {},
    cost: {},
  }),
  senseCost: { energyJ: 0.01, timeUs: 5000 },
});

/** Specimens of the busy feed, made once. */
const pooled = new Specimens(busyWorld.feed, 1);

/** Plays a world to its end; every event goes to a sink, which counts them. */
function play(world: WorldSpec, perception: Perception, replication: number): number {
  let recorded = 0;
  const count = () => {
    recorded += 1;
  };
  const run = startRun(
    world,
    { seed: 1, replication },
    {
      ...sameEyes(perception),
      sorting: sortPolicy('expected-value'),
      maintenance: maintenancePolicy('condition', world),
    },
    { event: count },
    world.feed === busyWorld.feed ? new Feed(world, 1, replication, pooled) : undefined,
  );
  while (run.advance(100_000));
  return recorded;
}

/** The untrained student: as fast as a trained one, and nobody asks it what it sees. */
async function openStudent(): Promise<Classifier> {
  const engine = await openBackend('wasm');
  const heads = ['material', 'state', 'quality'] as const;
  const inputs = standardInputs(32, 128);
  const model: Model = {
    kind: 'student',
    name: 'untrained',
    labels,
    senses: ['visual'],
    heads,
    inputs,
    normaliser: {
      senses: {},
      qualityMean: 0.5,
      qualitySd: 0.25,
    },
    qualityErrorByState: new Float32Array(10).fill(0.1),
    recipe: {},
    weights: initialWeights(studentParameters(['visual'], inputs, labels.length, heads), 1),
  };
  return classifierOf(model, engine, { cost: thinking });
}

const liveItems = 1000;
let student: Classifier | null = null;
let fresh = 0;

/** A day on which every item is made, rendered at 32x32 and classified: no belief is known, each replication has new items. */
async function playLive(): Promise<number> {
  student ??= await openStudent();
  const sensors = defaultSensors();
  const camera = { ...sensors, visual: { ...sensors.visual, sizePx: 32 } };
  const world: WorldSpec = {
    ...busyWorld,
    site: { ...busyWorld.site, durationS: (liveItems / 21_600) * 3600 },
    feed: { ...busyWorld.feed, poolSize: 0 },
    robots: busyWorld.robots.map((r) => ({ ...r, sensors: camera })),
  };
  const instruments = new Instruments(1);
  const perception = lookAhead({
    name: 'live',
    classifier: student,
    frames: (item, of, senses) => instruments.look(item, of, senses),
    senseCost: { energyJ: 0.01, timeUs: 5000 },
  });
  return perSecond(liveItems, () => play(world, perception, fresh++));
}

export const cases: BenchCase[] = [
  ...chainCases,
  {
    name: 'item-scale-cached',
    unit: 'items/s',
    run: () => perSecond(itemsWanted, () => play(busyWorld, cached, 0)),
  },
  { name: 'item-scale-live', unit: 'items/s', run: playLive },
  ...dayCases,
];
