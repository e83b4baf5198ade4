import { type DrawKey, drawKey, uniformAt } from '../kernel/random/random.ts';
import type { SunOutlook } from '../ports.ts';
import { dayIndex, dayOfYear, hourOfDay } from '../site/day.ts';
import type { RobotSpec, SiteSpec } from '../world.ts';
import { panelPowerW, sandiaCellC } from './panel.ts';
import { clearSkyWPerM2 } from './sun.ts';

const quarterUs = 900e6;
const quartersPerDay = 96;

/**
 * Sun and clouds over a site. Clouds are a two-state chain on quarter hours that starts anew, stationary, each midnight and
 * is keyed by the day: any day can be asked for without playing the days before it.
 */
export class Sky {
  readonly #site: SiteSpec;
  readonly #clouds: DrawKey;
  readonly #cloudyByDay = new Map<number, boolean[]>();

  constructor(site: SiteSpec, seed: number, replication: number) {
    this.#site = site;
    this.#clouds = drawKey(seed, replication, 'sky', 'clouds');
  }

  clearSkyWPerM2(timeUs: number): number {
    return clearSkyWPerM2(this.#site, dayOfYear(this.#site, timeUs), hourOfDay(this.#site, timeUs));
  }

  irradianceWPerM2(timeUs: number): number {
    const clear = this.clearSkyWPerM2(timeUs);
    if (clear === 0) return 0;
    return this.#cloudyAt(timeUs) ? clear * this.#site.cloudTransmission : clear;
  }

  /** Electrical power that a robot harvests at an instant, panel and indoor light together. */
  harvestW(robot: RobotSpec, timeUs: number): number {
    return robot.indoorW + this.#panelW(robot, this.irradianceWPerM2(timeUs));
  }

  /**
   * Harvest from the step that begins at `fromUs`, held constant over it: the middle of the step stands for it, so that the
   * error of a piecewise constant sun is of second order.
   */
  stepHarvestW(robot: RobotSpec, fromUs: number): number {
    return this.harvestW(robot, fromUs + (this.#site.skyStepS * 1e6) / 2);
  }

  /** What the panel may give between two instants, a day at most, at the panel: what a robot can know that sees its sky. */
  outlook(robot: RobotSpec, fromUs: number, toUs: number): SunOutlook {
    const { cloudTransmission } = this.#site;
    const count = Math.min(quartersPerDay, Math.ceil((toUs - fromUs) / quarterUs));
    const [clearJ, cloudyJ] = [new Float64Array(count), new Float64Array(count)];
    for (let q = 0; q < count; q++) {
      const spanUs = Math.min(quarterUs, toUs - fromUs - q * quarterUs);
      const clear = this.clearSkyWPerM2(fromUs + q * quarterUs + spanUs / 2);
      const joules = (irradiance: number) =>
        ((robot.indoorW + this.#panelW(robot, irradiance)) * spanUs) / 1e6;
      clearJ[q] = joules(clear);
      cloudyJ[q] = joules(cloudTransmission * clear);
    }
    return {
      ...{ cloudy: this.#cloudyAt(fromUs), stepUs: quarterUs, clearJ, cloudyJ },
      cloudyNext: cloudyNext(this.#site),
    };
  }

  #cloudyAt(timeUs: number): boolean {
    const quarter = Math.floor((hourOfDay(this.#site, timeUs) * 3600e6) / quarterUs);
    return this.#cloudy(dayIndex(this.#site, timeUs))[Math.min(quarter, quartersPerDay - 1)]!;
  }

  #panelW(robot: RobotSpec, irradiance: number): number {
    if (robot.panelW === 0 || irradiance === 0) return 0;
    const cellC = sandiaCellC(irradiance, this.#site.ambientC, this.#site.windMPerS);
    return panelPowerW(robot.panelW, irradiance, cellC, robot.panelTempPerK);
  }

  #cloudy(day: number): boolean[] {
    let states = this.#cloudyByDay.get(day);
    if (states === undefined) {
      states = this.#drawDay(day);
      this.#cloudyByDay.set(day, states);
    }
    return states;
  }

  #drawDay(day: number): boolean[] {
    const { afterClear, afterCloudy } = cloudyNext(this.#site);
    const states: boolean[] = [];
    for (let q = 0; q < quartersPerDay; q++) {
      const before = states[q - 1];
      const p = before === undefined ? this.#site.cloudShare : before ? afterCloudy : afterClear;
      states.push(uniformAt(this.#clouds, day, q) < p);
    }
    return states;
  }
}

/** P(cloudy | clear) = s (1 - r), P(cloudy | cloudy) = s + r (1 - s): share s, autocorrelation r between quarters. */
function cloudyNext({ cloudShare: s, cloudPersistence: r }: SiteSpec): SunOutlook['cloudyNext'] {
  return { afterClear: s * (1 - r), afterCloudy: s + r * (1 - s) };
}
