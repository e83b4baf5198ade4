import { balanceTolerance } from '../../accounts/conservation.ts';
import type { Ledger } from '../../accounts/ledger.ts';

/** Kilograms in one store, by cell (material x condition). */
export interface Stock {
  readonly name: string;
  readonly account: number;
  /** [cells] kg. */
  readonly kg: Float64Array;
}

/**
 * All stores of a chain. Every kilogram moves by `move`, which books it, and `check` compares the stores touched since
 * the last check with their accounts: the first entry that does not balance stops the run.
 */
export class StockLedger {
  readonly cells: number;
  readonly #ledger: Ledger;
  readonly #all: Stock[] = [];
  readonly #touched = new Set<Stock>();
  #flowedKg = 0;
  #worst = 0;

  constructor(ledger: Ledger, cells: number) {
    this.#ledger = ledger;
    this.cells = cells;
  }

  open(name: string): Stock {
    const store = { name, account: this.#ledger.account('kg', name), kg: new Float64Array(this.cells) };
    this.#all.push(store);
    return store;
  }

  /** Brings kilograms into the world from an account that holds nothing itself (`virgin`). */
  create(source: string, to: Stock, cell: number, kg: number, cause: string): void {
    this.#ledger.post(this.#ledger.flow('kg', source, to.name, cause), kg);
    to.kg[cell]! += kg;
    this.#touch(to, kg);
  }

  /** Moves `lot` ([cells] kg) between stores. Throws if the source does not hold it. */
  move(from: Stock, to: Stock, lot: Float64Array, cause: string): number {
    let total = 0;
    for (let cell = 0; cell < lot.length; cell++) {
      const kg = lot[cell]!;
      if (kg === 0) continue;
      from.kg[cell] = this.#left(from, cell, kg);
      to.kg[cell]! += kg;
      total += kg;
    }
    if (total === 0) return 0;
    this.#ledger.post(this.#ledger.flow('kg', from.name, to.name, cause), total);
    this.#touch(from, total);
    this.#touch(to, 0);
    return total;
  }

  /** Moves the same share (0..1) of every cell. */
  moveShare(from: Stock, to: Stock, share: number, cause: string): number {
    const lot = share >= 1 ? from.kg.slice() : from.kg.map((kg) => kg * share);
    return this.move(from, to, lot, cause);
  }

  /** Changes the condition of kilograms inside a store: nothing is booked, the sum stays. */
  regrade(store: Stock, fromCell: number, toCell: number, kg: number): void {
    store.kg[fromCell] = this.#left(store, fromCell, kg);
    store.kg[toCell]! += kg;
    this.#touch(store, 0);
  }

  /** Compares what is in the touched stores with what the accounts say; throws at the first difference. */
  check(timeUs: number): void {
    for (const store of this.#touched) {
      const residual = Math.abs(sumOf(store.kg) - this.#ledger.balance(store.account));
      const relative = residual / Math.max(this.#flowedKg, 1);
      this.#worst = Math.max(this.#worst, relative);
      if (relative > balanceTolerance)
        throw new Error(
          `balance: ${store.name} holds ${sumOf(store.kg)} kg but its account says ` +
            `${this.#ledger.balance(store.account)} at ${timeUs} us`,
        );
    }
    this.#touched.clear();
  }

  /** Largest residual seen, relative to all kilograms that have flowed. */
  get worstResidual(): number {
    return this.#worst;
  }

  get all(): readonly Stock[] {
    return this.#all;
  }

  /** What is left of a cell; rounding below zero is cut off, a real shortage is an error. */
  #left(store: Stock, cell: number, kg: number): number {
    const left = store.kg[cell]! - kg;
    if (left >= 0) return left;
    if (left > -1e-9 * Math.max(1, kg)) return 0;
    throw new Error(`${store.name}: cell ${cell} holds ${store.kg[cell]} kg, cannot give ${kg} kg`);
  }

  #touch(store: Stock, kg: number): void {
    this.#touched.add(store);
    this.#flowedKg += kg;
  }
}

/** Sum of a lot in kg. */
export function sumOf(kg: Float64Array): number {
  let total = 0;
  for (let cell = 0; cell < kg.length; cell++) total += kg[cell]!;
  return total;
}
