import type { Wear } from '../../senses/interface/sense.ts';
import { SENSES, type SenseRegistry, type Sensors } from '../../senses/registry.ts';
import { wornSensors } from '../../senses/sensors.ts';

/** Steps in which dirt and lamp age are followed: few, so that frames and beliefs of a step are shared. */
const steps = 10;

/** Share of the lens covered when a lens asset is at its limit, and lamp age at a lamp's limit (both scales end at 1). */
const dirtAtLimit = 0.5;

/** Sensors of a robot as its lens and lamp wear: the same object for the same step. */
export class SensorAgeing {
  readonly #fresh: Sensors;
  readonly #registry: SenseRegistry;
  readonly #aged = new Map<number, Sensors>();
  #lens = 0;
  #lamp = 0;

  constructor(fresh: Sensors, registry: SenseRegistry = SENSES) {
    this.#fresh = fresh;
    this.#registry = registry;
  }

  /** How far lens and lamp are worn now, as the sensors take it. */
  get now(): Wear {
    return { dirt: (this.#lens / steps) * dirtAtLimit, lampAge: this.#lamp / steps };
  }

  /** Wear shares 0..1 of lens or lamp; returns the sensors to use from now on. */
  wear(part: 'lens' | 'lamp', share: number): Sensors {
    const step = Math.min(steps, Math.floor(share * steps));
    if (part === 'lens') this.#lens = step;
    else this.#lamp = step;
    const key = this.#lens * (steps + 1) + this.#lamp;
    if (key === 0) return this.#fresh;
    let sensors = this.#aged.get(key);
    if (sensors === undefined) {
      sensors = wornSensors(this.#fresh, this.now, this.#registry);
      this.#aged.set(key, sensors);
    }
    return sensors;
  }
}
