import { type DrawKey, drawKey, normalAt } from '../../kernel/random/random.ts';
import type { PriceWalkSpec } from '../spec/chain.ts';

/** Prices move from month to month, and plans are made by it. */
export const DAYS_PER_MONTH = 30;

/** Price index of each month of a run: exp of an AR(1) walk around 0, drawn by month and buyer, times the shocks. */
export class PriceIndex {
  readonly #key: DrawKey;
  readonly #walk: PriceWalkSpec;
  readonly #log: number[] = [];

  constructor(seed: number, replication: number, buyerId: string, walk: PriceWalkSpec) {
    this.#key = drawKey(seed, replication, `market/${buyerId}`, 'price-index');
    this.#walk = walk;
  }

  /** Factor on the list price of `day`; above 0. */
  at(day: number): number {
    const month = Math.floor(day / DAYS_PER_MONTH);
    for (let next = this.#log.length; next <= month; next++) {
      const before = next === 0 ? 0 : this.#log[next - 1]!;
      this.#log.push(this.#walk.persistence * before + this.#walk.sd * normalAt(this.#key, next));
    }
    return this.#walk.shocks.reduce(
      (index, shock) => (day >= shock.day ? index * shock.factor : index),
      Math.exp(this.#log[month]!),
    );
  }

  /** Highest index of the days `from` .. `to`: for bounds. */
  highest(from: number, to: number): number {
    const days = [...this.#walk.shocks.map((shock) => shock.day), from];
    for (let day = from; day <= to; day += DAYS_PER_MONTH) days.push(day);
    days.push(to);
    return Math.max(...days.filter((day) => day >= from && day <= to).map((day) => this.at(day)));
  }
}

/** A list price as the index moves it (EUR/kg; negative = a fee): it moves what is paid for goods; a gate fee is a service and stays. */
export function paid(listEurPerKg: number, index: number): number {
  return listEurPerKg > 0 ? listEurPerKg * index : listEurPerKg;
}
