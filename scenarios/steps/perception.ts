import { classifierOf } from '../../models/classifier.ts';
import { inferenceCost } from '../../models/device/cost.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Perception } from '../../sim/ports.ts';
import type { Cost, Sense } from '../../sim/record/frames.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import type { RunKey } from '../../sim/run.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { defaultSensors, lookCost, type Sensors } from '../../sim/senses/sensors.ts';
import { lookAhead, perfectPerception } from '../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { codeHash, worldCode } from '../store/code.ts';
import { addressOf, type Store } from '../store/store.ts';
import { readBeliefs, writeBeliefs } from './beliefs.ts';
import type { Variant } from './steps.ts';
import { readModel } from './train.ts';

/** The perceptions of one day, and what to do when the day is over. */
export interface OpenPerception {
  readonly port: Perception;
  /** Further looks with better senses, in order; empty without an escalation. */
  readonly escalation: readonly Perception[];
  /** Keeps what was believed, for the next time the same items are seen. */
  keep(): void;
}

/** One network that looks with certain senses, and pays for the senses that it adds. */
interface Looker {
  readonly name: string;
  readonly model: string;
  readonly device: string;
  /** What the network sees; undefined = everything it was trained with. */
  readonly senses?: readonly Sense[];
  /** Senses that this look pays for; undefined = all that it sees. */
  readonly pays?: readonly Sense[];
}

/** Where a day's beliefs are kept. Items of a pool are the same in every replication, so are their beliefs. */
function beliefAddress({ model, senses }: Looker, world: WorldSpec, key: RunKey): string {
  const { seed, replication } = key;
  const day = world.feed.poolSize > 0 ? { seed } : { seed, replication };
  const { feed, site } = world;
  const recipe = { model, senses: senses ?? null, day, feed, site, code: codeHash(worldCode) };
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

/** The ablation: the truth at the price of a camera look (which takes no time if `instant`), with no network to run. */
export function truth(world: WorldSpec, instant = false): Perception {
  const labels = [...new Set(world.feed.materials.map((m) => m.materialId))].sort();
  const sense = costOfLook(world.robots[0]?.sensors ?? defaultSensors(), ['visual']);
  return perfectPerception(labels, { sense: instant ? { ...sense, timeUs: 0 } : sense, infer: free });
}

/** Opens one network as a perception on rendered frames; `keep` stores its beliefs and lets go of its tensors. */
async function openLooker(looker: Looker, world: WorldSpec, key: RunKey, store: Store) {
  const sensors = world.robots[0]?.sensors ?? defaultSensors();
  const engine = await openBackend('wasm');
  const model = readModel(store, looker.model);
  const cost = inferenceCost(model, looker.device);
  const { senses } = looker;
  const classifier = classifierOf(model, engine, senses === undefined ? { cost } : { cost, senses });
  const address = beliefAddress(looker, world, key);
  const known = readBeliefs(store, address, classifier.modelId);
  const instruments = new Instruments(key.seed);
  const port = lookAhead({
    name: looker.name,
    classifier,
    senseCost: costOfLook(sensors, looker.pays ?? classifier.senses),
    frames: (item, state, seen) => instruments.look(item, state, seen),
    known,
  });
  const keep = () => {
    const beliefs = port.cached();
    if (beliefs.length > known.length) writeBeliefs(store, address, beliefs);
    classifier.dispose();
  };
  return { port, keep };
}

/** The further looks of an escalating student: the teacher with thermal beside the camera, then with everything. */
function furtherLooks({ escalation }: Variant): Looker[] {
  if (escalation === null) return [];
  return [
    { name: 'teacher: visual, thermal', ...escalation, senses: ['visual', 'thermal'], pays: ['thermal'] },
    { name: 'teacher: all senses', ...escalation, pays: ['spectral'] },
  ];
}

/** Opens the perceptions of a variant: trained networks on rendered frames, or the ablation that sees the truth. */
export async function openPerception(
  variant: Variant,
  world: WorldSpec,
  key: RunKey,
  store: Store,
): Promise<OpenPerception> {
  const { perception: name, model, device } = variant;
  if (model === null) {
    return { port: truth(world), escalation: [], keep: () => {} };
  }
  const lookers = [{ name, model, device }, ...furtherLooks(variant)];
  const open: Awaited<ReturnType<typeof openLooker>>[] = [];
  for (const looker of lookers) open.push(await openLooker(looker, world, key, store));
  const [first, ...others] = open;
  return {
    port: first!.port,
    escalation: others.map(({ port }) => port),
    keep() {
      for (const { keep } of open) keep();
    },
  };
}
