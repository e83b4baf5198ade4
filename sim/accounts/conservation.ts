import type { Ledger, Unit } from './ledger.ts';

/** A stock in the world and the account that must tell the same. */
interface Pair {
  readonly unit: Unit;
  readonly name: string;
  readonly account: number;
  readonly openingAmount: number;
  readonly stock: () => number;
  /** Largest relative residual seen. */
  worst: number;
}

/** Largest relative residual that counts as rounding. */
export const balanceTolerance = 1e-9;

/** Stocks that must be counted item by item are counted at every so many checks. */
const auditEvery = 256;

/**
 * Compares stocks with their accounts. `check` runs after every event and throws at the first account that is off by more
 * than 1e-9 of what has flowed; `worst` gives the largest residual seen in a unit.
 */
export class Conservation {
  readonly #ledger: Ledger;
  readonly #pairs: Pair[] = [];
  readonly #audits: Pair[] = [];
  #checks = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** `stock` reads the amount that the account `name` stands for, now and at every later check. */
  watch(unit: Unit, name: string, stock: () => number): void {
    this.#pairs.push(this.#pair(unit, name, stock));
  }

  /** As `watch`, for a stock that is dear to count: compared at every 256th check and by `audit`. */
  watchNowAndThen(unit: Unit, name: string, stock: () => number): void {
    this.#audits.push(this.#pair(unit, name, stock));
  }

  /** `flowed(unit)` = what has flowed so far (the scale); throws with the account, both amounts and the time. */
  check(timeUs: number, flowed: (unit: Unit) => number): void {
    const pairs = this.#pairs;
    for (let i = 0; i < pairs.length; i++) this.#compare(pairs[i]!, timeUs, flowed);
    this.#checks += 1;
    if (this.#checks % auditEvery === 0) this.audit(timeUs, flowed);
  }

  audit(timeUs: number, flowed: (unit: Unit) => number): void {
    for (const pair of this.#audits) this.#compare(pair, timeUs, flowed);
  }

  worst(unit: Unit): number {
    return [...this.#pairs, ...this.#audits].reduce(
      (worst, pair) => (pair.unit === unit ? Math.max(worst, pair.worst) : worst),
      0,
    );
  }

  #pair(unit: Unit, name: string, stock: () => number): Pair {
    const account = this.#ledger.account(unit, name);
    return { unit, name, account, openingAmount: stock() - this.#ledger.balance(account), stock, worst: 0 };
  }

  #compare(pair: Pair, timeUs: number, flowed: (unit: Unit) => number): void {
    const stock = pair.stock();
    const expected = pair.openingAmount + this.#ledger.balance(pair.account);
    if (stock === expected) return;
    const residual = Math.abs(stock - expected) / Math.max(flowed(pair.unit), Number.MIN_VALUE);
    if (residual > pair.worst) pair.worst = residual;
    if (!(residual <= balanceTolerance)) {
      throw new Error(
        `balance: ${pair.unit} of ${pair.name} is ${stock} but its account says ${expected} at ${timeUs} us ` +
          `(relative residual ${residual}); the last entry before this time is wrong`,
      );
    }
  }
}
