import { kept } from '../kernel/core/kept.ts';
import type { ItemState } from '../materials/item.ts';
import type { Cost, Frames, Sense } from '../record/frames.ts';
import { lookCost, type Sensors, sensorKey } from './sensors.ts';
import { Spectrometer } from './spectral/spectrometer.ts';
import { Thermograph } from './thermal/thermograph.ts';
import { Camera } from './visual/camera.ts';

/** The three instruments of one seed. Whoever looks at items makes them once. */
export class Instruments {
  readonly #camera: Camera;
  readonly #thermograph: Thermograph;
  readonly #spectrometer: Spectrometer;
  /** The key of sensors is a hash; worked out once an object. */
  readonly #keys = new WeakMap<Sensors, string>();

  constructor(seed: number) {
    this.#camera = new Camera(seed);
    this.#thermograph = new Thermograph(seed);
    this.#spectrometer = new Spectrometer(seed);
  }

  /**
   * What the asked senses see of an item: a pure function of its hidden state, the sensors' state and the seed. Every
   * draw is named by (seed, sensor, purpose, item), so the order of looks changes nothing.
   */
  look(item: ItemState, sensors: Sensors, senses: readonly Sense[]): Frames {
    const cost: Partial<Record<Sense, Cost>> = {};
    for (const sense of senses) cost[sense] = lookCost(sensors, sense);
    return {
      itemId: item.itemId,
      sensorKey: kept(this.#keys, sensors, sensorKey),
      rgb: senses.includes('visual') ? this.#camera.render(item, sensors.visual) : null,
      thermalK: senses.includes('thermal') ? this.#thermograph.render(item, sensors.thermal) : null,
      reflectance: senses.includes('spectral') ? this.#spectrometer.render(item, sensors.spectral) : null,
      cost,
    };
  }
}
