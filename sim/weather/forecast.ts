import { type Day, isOpen, openLeftUs } from '../site/day.ts';
import type { RobotSpec } from '../world.ts';
import type { Sky } from './sky.ts';

const refreshUs = 900e6;

/** What a robot may hope for: joules into its battery until closing under a mean sky, worked out once a quarter of an hour. */
export class Forecast {
  readonly #spec: RobotSpec;
  readonly #day: Day;
  readonly #sky: Sky;
  #untilUs = -1;
  #joules = 0;

  constructor(spec: RobotSpec, day: Day, sky: Sky) {
    this.#spec = spec;
    this.#day = day;
    this.#sky = sky;
  }

  joules(): number {
    const { now } = this.#day.sim;
    if (now < this.#untilUs) return this.#joules;
    const { site } = this.#day.world;
    const endUs = isOpen(site, now) ? now + openLeftUs(site, now) : now;
    const harvestJ = this.#sky.meanHarvestJ(this.#spec, now, Math.min(endUs, this.#day.endUs));
    this.#joules = harvestJ * this.#spec.chargeEfficiency;
    this.#untilUs = now + refreshUs;
    return this.#joules;
  }
}
