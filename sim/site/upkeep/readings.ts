import { type DrawKey, normalAt } from '../../kernel/random/random.ts';
import type { AssetSeries } from '../../ports.ts';
import { assetPicture, readHotSpotK } from './asset-picture.ts';

/** Inspections that a series keeps. */
const seriesLength = 48;

/** What names the draws of an asset's instruments, and the air around it. */
export interface Instruments {
  readonly readings: DrawKey;
  readonly pictures: DrawKey;
  readonly ambientK: number;
}

/**
 * One inspection. What its instruments say is a pure function of its number and is worked out when somebody asks, and once: a picture
 * is dear, and later inspections ask for it again.
 */
class Reading {
  readonly ageS: number;
  readonly #wear: number;
  readonly #n: number;
  readonly #of: Instruments;
  #currentA: number | undefined;
  #vibrationMmPerS: number | undefined;
  #hotSpotK: number | undefined;

  constructor(ageS: number, wearShare: number, n: number, of: Instruments) {
    this.ageS = ageS;
    this.#wear = wearShare;
    this.#n = n;
    this.#of = of;
  }

  get currentA(): number {
    this.#currentA ??= motorCurrentA(this.#wear) * (1 + 0.02 * normalAt(this.#of.readings, this.#n, 1));
    return this.#currentA;
  }

  get vibrationMmPerS(): number {
    this.#vibrationMmPerS ??=
      vibrationMmPerS(this.#wear) * (1 + 0.08 * normalAt(this.#of.readings, this.#n, 2));
    return this.#vibrationMmPerS;
  }

  get hotSpotK(): number {
    if (this.#hotSpotK !== undefined) return this.#hotSpotK;
    const { ambientK, pictures } = this.#of;
    this.#hotSpotK = readHotSpotK(assetPicture(hotSpotK(this.#wear), ambientK, pictures, this.#n));
    return this.#hotSpotK;
  }
}

/** What the instruments of an asset said at its last inspections, oldest first. */
export class Readings implements AssetSeries {
  readonly #last: Reading[];

  constructor(last: Reading[] = []) {
    this.#last = last;
  }

  /** What is known now: inspections to come are not added to it. */
  asOfNow(): Readings {
    return new Readings([...this.#last]);
  }

  /** One more inspection, the n-th of the asset, at a wear of `wearShare` of its limit. */
  add(ageS: number, wearShare: number, n: number, of: Instruments): void {
    this.#last.push(new Reading(ageS, wearShare, n, of));
    if (this.#last.length > seriesLength) this.#last.shift();
  }

  get timeS(): number[] {
    return this.#last.map(({ ageS }) => ageS);
  }

  get currentA(): number[] {
    return this.#last.map((reading) => reading.currentA);
  }

  get vibrationMmPerS(): number[] {
    return this.#last.map((reading) => reading.vibrationMmPerS);
  }

  get hotSpotK(): number[] {
    return this.#last.map((reading) => reading.hotSpotK);
  }
}

/** Drive current: friction of a worn bearing adds up to 15 % (typical; from memory). */
export function motorCurrentA(wearShare: number): number {
  return 2.4 * (1 + 0.15 * wearShare);
}

/** RMS velocity from zone A (1 mm/s) towards the C/D edge of ISO 10816-1 class I at failure (4.5 to 7.1; from memory). */
export function vibrationMmPerS(wearShare: number): number {
  return 1 + 5 * wearShare * wearShare;
}

/** Bearing over ambient: 8 K new, 40 K above that at failure (alarm limits of thermography practice; from memory). */
export function hotSpotK(wearShare: number): number {
  return 8 + 40 * wearShare * wearShare;
}
