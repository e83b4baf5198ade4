import type { Ledger, Unit } from './ledger.ts';

/** A stock in the world and the account that must tell the same. */
interface Pair {
  readonly unit: Unit;
  readonly name: string;
  readonly account: number;
  readonly openingAmount: number;
  readonly stock: () => number;
}

/** Largest relative residual that counts as rounding. */
export const balanceTolerance = 1e-9;

/**
 * Compares stocks with their accounts. `check` runs after every event and throws at the first account that is off by more
 * than 1e-9 of what has flowed; `worst` keeps the largest residual seen, per unit.
 */
export class Conservation {
  readonly #ledger: Ledger;
  readonly #pairs: Pair[] = [];
  readonly #worst = new Map<Unit, number>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** `stock` reads the amount that the account `name` stands for, now and at every later check. */
  watch(unit: Unit, name: string, stock: () => number): void {
    this.#pairs.push({
      unit,
      name,
      account: this.#ledger.account(unit, name),
      openingAmount: stock(),
      stock,
    });
    if (!this.#worst.has(unit)) this.#worst.set(unit, 0);
  }

  /** `flowed(unit)` = what has flowed so far (the scale); throws with the account, both amounts and the time. */
  check(timeUs: number, flowed: (unit: Unit) => number): void {
    for (const pair of this.#pairs) {
      const stock = pair.stock();
      const expected = pair.openingAmount + this.#ledger.balance(pair.account);
      const difference = Math.abs(stock - expected);
      if (difference === 0) continue;
      const residual = difference / Math.max(flowed(pair.unit), Number.MIN_VALUE);
      if (residual > this.#worst.get(pair.unit)!) this.#worst.set(pair.unit, residual);
      if (!(residual <= balanceTolerance)) {
        throw new Error(
          `balance: ${pair.unit} of ${pair.name} is ${stock} but its account says ${expected} at ${timeUs} us ` +
            `(relative residual ${residual}); the last entry before this time is wrong`,
        );
      }
    }
  }

  worst(unit: Unit): number {
    return this.#worst.get(unit) ?? 0;
  }
}
