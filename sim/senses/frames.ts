import { kept } from '../kernel/core/kept.ts';
import type { ItemState } from '../materials/item.ts';
import type { Cost, Frames, Sense, Stream } from '../record/frames.ts';
import { Scenes } from './form/scene.ts';
import type { Instrument } from './interface/sense.ts';
import { SENSES, type SenseRegistry, type Sensors } from './registry.ts';
import { checkSensors, sensorKey, stateOfSense } from './sensors.ts';

/** The instruments of one seed, each opened when it first looks. Whoever looks at items makes them once. */
export class Instruments {
  readonly #seed: number;
  readonly #registry: SenseRegistry;
  readonly #scenes: Scenes;
  readonly #open = new Map<Sense, Instrument<object>>();
  /** The key of sensors is a hash, and whether they are possible is known by then; both are worked out once an object. */
  readonly #keys = new WeakMap<Sensors, string>();

  constructor(seed: number, registry: SenseRegistry = SENSES) {
    this.#seed = seed;
    this.#registry = registry;
    this.#scenes = new Scenes(seed);
  }

  /**
   * What the asked senses see of an item: a pure function of its hidden state, the sensors' state and the seed. Every
   * draw is named by (seed, sensor, purpose, item), so the order of looks changes nothing. Throws on impossible sensors, and
   * on a sense that they lack.
   */
  look(item: ItemState, sensors: Sensors, senses: readonly Sense[]): Frames {
    const streams: Record<Sense, Stream> = {};
    const cost: Record<Sense, Cost> = {};
    const key = kept(this.#keys, sensors, () => this.#checkedKey(sensors));
    for (const sense of senses) {
      const model = this.#registry.need(sense);
      const state = stateOfSense(sensors, sense);
      const instrument = kept(this.#open, sense, () => model.open(this.#seed, this.#scenes));
      streams[sense] = { values: instrument.render(item, state), shape: model.shape(state) };
      cost[sense] = model.cost(state);
    }
    return { itemId: item.itemId, sensorKey: key, streams, cost };
  }

  #checkedKey(sensors: Sensors): string {
    checkSensors(sensors, this.#registry);
    return sensorKey(sensors);
  }
}
