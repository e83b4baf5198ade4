import { classifierOf } from '../../models/classifier.ts';
import { inferenceCost } from '../../models/cost.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Perception } from '../../sim/ports.ts';
import type { Cost, Sense } from '../../sim/record/frames.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { lookAhead, perfectPerception } from '../../sim/robots/perception.ts';
import type { RunKey } from '../../sim/run.ts';
import { renderFrames } from '../../sim/sensing/frames.ts';
import { defaultSensors, lookCost, type Sensors } from '../../sim/sensing/sensors.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { codeHash, worldCode } from '../store/code.ts';
import { addressOf, type Store } from '../store/store.ts';
import { readBeliefs, writeBeliefs } from './beliefs.ts';
import type { Variant } from './steps.ts';
import { readModel } from './train.ts';

/** A perception for one day, and what to do when the day is over. */
export interface OpenPerception {
  readonly port: Perception;
  /** Keeps what was believed, for the next time the same items are seen. */
  keep(): void;
}

/** Where a day's beliefs are kept. Items of a pool are the same in every replication, so are their beliefs. */
function beliefAddress(variant: Variant, world: WorldSpec, key: RunKey): string {
  const { seed, replication } = key;
  const day = world.feed.poolSize > 0 ? { seed } : { seed, replication };
  const { feed, site } = world;
  const recipe = { model: variant.model, day, feed, site, code: codeHash(worldCode) };
  return addressOf('beliefs', recipe as unknown as JsonValue);
}

const free: Cost = { energyJ: 0, timeUs: 0 };

/** Cost of one look with several senses of one robot: they look one after the other. */
function costOfLook(sensors: Sensors, senses: readonly Sense[]): Cost {
  return senses.reduce((sum, sense) => {
    const { energyJ, timeUs } = lookCost(sensors, sense);
    return { energyJ: sum.energyJ + energyJ, timeUs: sum.timeUs + timeUs };
  }, free);
}

/** The ablation: the truth at the price of a camera look, with no network to run. */
function perfect(world: WorldSpec, sensors: Sensors): Perception {
  const labels = [...new Set(world.feed.materials.map((m) => m.materialId))].sort();
  return perfectPerception(labels, { sense: costOfLook(sensors, ['visual']), infer: free });
}

/** Opens the perception of a variant: a trained network on rendered frames, or the ablation that sees the truth. */
export async function openPerception(
  variant: Variant,
  world: WorldSpec,
  key: RunKey,
  store: Store,
): Promise<OpenPerception> {
  const sensors = world.robots[0]?.sensors ?? defaultSensors();
  if (variant.model === null) return { port: perfect(world, sensors), keep: () => {} };
  const engine = await openBackend('wasm');
  const model = readModel(store, variant.model);
  const cost = inferenceCost(model, variant.device);
  const classifier = classifierOf(model, engine, { cost });
  const address = beliefAddress(variant, world, key);
  const known = readBeliefs(store, address, classifier.modelId);
  const port = lookAhead({
    name: variant.perception,
    classifier,
    senseCost: costOfLook(sensors, classifier.senses),
    frames: (item, sensors, senses) => renderFrames(item, sensors, senses, key.seed),
    known,
  });
  return {
    port,
    keep() {
      const beliefs = port.cached();
      if (beliefs.length > known.length) writeBeliefs(store, address, beliefs);
      classifier.dispose();
    },
  };
}
