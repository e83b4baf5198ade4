import { tierAt } from '../../accounts/prices.ts';
import type { Buyer } from './buyer.ts';
import { DAYS_PER_MONTH } from './market.ts';
import { foundPurity } from './purity.ts';
import { sumOf } from './stock.ts';

/** One load that waits for a vehicle. */
export interface Lot {
  readonly kg: Float64Array;
  readonly closedDay: number;
  /** [lanes] error of the test that the buyer at its end makes of this lot; empty where nobody tests. */
  readonly errors: readonly number[];
}

/** Days after which a lot is closed part-loaded. */
const PATIENCE_DAYS = 30;

/**
 * Loads of one output in the order in which they were baled: a lot is closed when it is a full load or a month old. What
 * is in a lot is decided by what came in, never by where lots go; a routing policy decides where and when.
 */
export class Lots {
  readonly waiting: Lot[] = [];
  /** What the next lot holds so far. */
  readonly open: Float64Array;
  #last: Float64Array | null = null;
  #openKg = 0;
  #openedDay = 0;
  #count = 0;
  readonly #closed: (lot: Lot, kg: number) => void;
  readonly #errorsOf: (lot: number) => readonly number[];

  /** `closed` is told of each lot with its kilograms; `errorsOf` draws the errors of the tests of a lot by its number. */
  constructor(
    cells: number,
    closed: (lot: Lot, kg: number) => void,
    errorsOf: (lot: number) => readonly number[] = () => [],
  ) {
    this.open = new Float64Array(cells);
    this.#closed = closed;
    this.#errorsOf = errorsOf;
  }

  /** [cells] kg of the last lot that was closed, of what is open before the first: what the next lots will be like. */
  get latest(): Float64Array {
    return this.#last ?? this.open;
  }

  /** Adds a day's inflow; closes as many full loads as it makes. */
  add(day: number, inflow: Float64Array, payloadKg: number): void {
    let leftKg = sumOf(inflow);
    const totalKg = leftKg;
    while (leftKg > 0) {
      if (this.#openKg === 0) this.#openedDay = day;
      const taken = Math.min(leftKg, payloadKg - this.#openKg);
      for (let cell = 0; cell < inflow.length; cell++) this.open[cell]! += (inflow[cell]! * taken) / totalKg;
      this.#openKg += taken;
      leftKg = taken === leftKg ? 0 : leftKg - taken;
      if (this.#openKg >= payloadKg) this.#close(day);
    }
  }

  /** Closes a lot that has been open for a month. */
  age(day: number): void {
    if (this.#openKg > 0 && day - this.#openedDay >= PATIENCE_DAYS) this.#close(day);
  }

  #close(day: number): void {
    const lot = { kg: this.open.slice(), closedDay: day, errors: this.#errorsOf(this.#count++) };
    this.waiting.push(lot);
    this.#last = lot.kg;
    this.#closed(lot, this.#openKg);
    this.open.fill(0);
    this.#openKg = 0;
  }
}

/** Lots of one output that every buyer pays alike for. */
export interface LotClass {
  /** [lanes] index of the price step that the lots reach, -1 where nobody buys. */
  readonly steps: readonly number[];
  /** [months] kilograms closed. */
  readonly kg: number[];
}

/** Which lots came into being, by what buyers would pay for them: all that a bound on routing needs to know. */
export class LotRecord {
  readonly classes = new Map<string, LotClass>();
  readonly #buyers: readonly (Buyer | null)[];

  /** `buyers`: at the end of each lane, null where nobody buys. */
  constructor(buyers: readonly (Buyer | null)[]) {
    this.#buyers = buyers;
  }

  add(lot: Lot, kg: number): void {
    const steps = this.#buyers.map((buyer, lane) => {
      if (buyer === null) return -1;
      const { tiers } = buyer.spec;
      return tiers.indexOf(tierAt(tiers, foundPurity(lot.kg, buyer.wanted, lot.errors[lane])));
    });
    const key = steps.join();
    const known = this.classes.get(key) ?? { steps, kg: [] };
    this.classes.set(key, known);
    const month = Math.floor(lot.closedDay / DAYS_PER_MONTH);
    while (known.kg.length <= month) known.kg.push(0);
    known.kg[month]! += kg;
  }
}
