import type { SunOutlook } from '../ports.ts';
import type { Spending } from './lots/lot-plan.ts';

/** A robot and its sun. Joules of its battery; watts of waiting. */
export interface BatteryOutlook {
  readonly sun: SunOutlook;
  readonly stopJ: number;
  readonly restartJ: number;
  readonly capacityJ: number;
  readonly standbyW: number;
}

/** Charges at which the value of the battery is worked out, from the stop threshold to the capacity: closest where charge is low. */
const charges = 41;

/** Where a charge lies among them that is a share 0..1 above the stop threshold, and back. */
const placeOf = (share: number) => (charges - 1) * Math.sqrt(Math.max(0, Math.min(1, share)));
const shareAt = (place: number) => (place * place) / ((charges - 1) * (charges - 1));

/**
 * What a joule is worth by hour, sky and charge: the optimal control of a battery that is filled by a sun that comes and goes, worked out
 * backwards from closing time (stochastic dynamic programming). In every step the robot takes what gains most among `spendings`; one
 * that runs out is off until it has charged up to its restart threshold, and what is left at closing time is worth nothing.
 */
export class BatteryValue {
  readonly #outlook: BatteryOutlook;
  readonly #firstUs: number;
  readonly #rangeJ: number;
  /** [steps, 2 skies, charges] logarithm of the price of the spending that is best there. */
  readonly #logPrice: Float64Array;

  constructor(outlook: BatteryOutlook, spendings: readonly Spending[], nowUs: number) {
    this.#outlook = outlook;
    this.#firstUs = nowUs;
    this.#rangeJ = outlook.capacityJ - outlook.stopJ;
    this.#logPrice = new Float64Array(outlook.sun.clearJ.length * 2 * charges);
    this.#workOut(spendings);
  }

  /** EUR a joule is worth at an instant, at a charge 0..1 from the stop threshold to the capacity, under a sky. */
  eurPerJ(timeUs: number, charge: number, cloudy: boolean): number {
    const { sun } = this.#outlook;
    const steps = sun.clearJ.length;
    if (steps === 0) return 0;
    const at = Math.min(steps - 1, (timeUs - this.#firstUs) / sun.stepUs);
    const step = Math.floor(at);
    const place = placeOf(charge);
    const now = this.#between(step, cloudy, place);
    const next = this.#between(Math.min(steps - 1, step + 1), cloudy, place);
    return Math.exp(now + (at - step) * (next - now));
  }

  #between(step: number, cloudy: boolean, place: number): number {
    const at = (step * 2 + (cloudy ? 1 : 0)) * charges + Math.min(charges - 2, Math.floor(place));
    const low = this.#logPrice[at]!;
    return low + (place - Math.min(charges - 2, Math.floor(place))) * (this.#logPrice[at + 1]! - low);
  }

  #workOut(spendings: readonly Spending[]): void {
    const { sun, restartJ, stopJ, standbyW } = this.#outlook;
    const { afterClear, afterCloudy } = sun.cloudyNext;
    const waitJ = (standbyW * sun.stepUs) / 1e6;
    const logPrices = Float64Array.from(spendings, ({ eurPerJ }) => Math.log(eurPerJ));
    const gains = Float64Array.from(spendings, ({ gainEur }) => gainEur);
    const energies = Float64Array.from(spendings, ({ energyJ }) => energyJ);
    // [2 skies, charges] value of the battery at the start of the next step, up and off.
    let [upNext, offNext] = [new Float64Array(2 * charges), new Float64Array(2 * charges)];
    for (let step = sun.clearJ.length - 1; step >= 0; step--) {
      // Averaged over the sky that follows.
      const upAfter = new Float64Array(2 * charges);
      const offAfter = new Float64Array(2 * charges);
      for (let sky = 0; sky < 2; sky++) {
        const cloudy = sky === 1 ? afterCloudy : afterClear;
        for (let e = 0; e < charges; e++) {
          upAfter[sky * charges + e] = (1 - cloudy) * upNext[e]! + cloudy * upNext[charges + e]!;
          offAfter[sky * charges + e] = (1 - cloudy) * offNext[e]! + cloudy * offNext[charges + e]!;
        }
      }
      const [up, off] = [new Float64Array(2 * charges), new Float64Array(2 * charges)];
      for (let sky = 0; sky < 2; sky++) {
        const sunJ = (sky === 1 ? sun.cloudyJ : sun.clearJ)[step]!;
        const upTo = upAfter.subarray(sky * charges, (sky + 1) * charges);
        const offTo = offAfter.subarray(sky * charges, (sky + 1) * charges);
        for (let e = 0; e < charges; e++) {
          const chargeJ = stopJ + shareAt(e) * this.#rangeJ;
          const charged = chargeJ + sunJ;
          off[sky * charges + e] = this.#at(charged >= restartJ ? upTo : offTo, charged);
          let most = -Infinity;
          let best = 0;
          for (let s = 0; s < gains.length; s++) {
            const left = charged - waitJ - energies[s]!;
            const eur =
              left >= stopJ
                ? gains[s]! + this.#at(upTo, left)
                : Math.max(0, (charged - waitJ - stopJ) / energies[s]!) * gains[s]! + offTo[0]!;
            if (eur > most) {
              most = eur;
              best = s;
            }
          }
          up[sky * charges + e] = most;
          this.#logPrice[(step * 2 + sky) * charges + e] = logPrices[best]!;
        }
      }
      [upNext, offNext] = [up, off];
    }
  }

  /** [charges] values between two charges. */
  #at(values: Float64Array, chargeJ: number): number {
    const place = placeOf((chargeJ - this.#outlook.stopJ) / this.#rangeJ);
    const low = Math.min(charges - 2, Math.floor(place));
    return values[low]! + (place - low) * (values[low + 1]! - values[low]!);
  }
}
