import type { SunOutlook } from '../ports.ts';
import { type Day, isOpen, openLeftUs } from '../site/day.ts';
import type { RobotSpec } from '../world.ts';
import type { Sky } from './sky.ts';

const refreshUs = 900e6;

/** What a robot may hope for from its sky until closing, in joules into its battery; worked out once a quarter of an hour. */
export class Forecast {
  readonly #spec: RobotSpec;
  readonly #day: Day;
  readonly #sky: Sky;
  #untilUs = -1;
  #sun: SunOutlook | null = null;
  #joules = 0;

  constructor(spec: RobotSpec, day: Day, sky: Sky) {
    this.#spec = spec;
    this.#day = day;
    this.#sky = sky;
  }

  /** Step by step, as it was when it was last worked out. */
  sun(): SunOutlook {
    const { now } = this.#day.sim;
    if (this.#sun !== null && now < this.#untilUs) return this.#sun;
    const { site } = this.#day.world;
    const endUs = isOpen(site, now) ? now + openLeftUs(site, now) : now;
    const atPanel = this.#sky.outlook(this.#spec, now, Math.min(endUs, this.#day.endUs));
    const into = (joules: number) => joules * this.#spec.chargeEfficiency;
    this.#sun = { ...atPanel, clearJ: atPanel.clearJ.map(into), cloudyJ: atPanel.cloudyJ.map(into) };
    this.#joules = expectedJ(this.#sun);
    this.#untilUs = now + refreshUs;
    return this.#sun;
  }

  /** On average over the skies that may follow the present one. */
  joules(): number {
    this.sun();
    return this.#joules;
  }
}

/** Joules of an outlook on average. */
export function expectedJ({ cloudy, clearJ, cloudyJ, cloudyNext }: SunOutlook): number {
  const { afterClear, afterCloudy } = cloudyNext;
  let joules = 0;
  let p = cloudy ? 1 : 0;
  for (let step = 0; step < clearJ.length; step++) {
    joules += (1 - p) * clearJ[step]! + p * cloudyJ[step]!;
    p = (1 - p) * afterClear + p * afterCloudy;
  }
  return joules;
}
