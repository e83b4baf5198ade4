/**
 * Double-entry ledgers in kg, J, EUR and kgCO2e (one unit per carbon boundary, so that two boundaries cannot be added).
 * A flow is a pair of accounts and a cause, registered once; posting an amount to it is two additions and no allocation.
 * The sum over all accounts of one unit is 0 by construction; what can go wrong, and is checked by `Conservation`, is that
 * an account differs from the stock that it stands for.
 */
export type Unit = 'kg' | 'J' | 'EUR' | `kgCO2e:${string}`;

export interface FlowTotal {
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly cause: string;
  readonly amount: number;
  readonly entries: number;
}

interface Flow {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly cause: string;
  /** kg and J only move forwards; EUR and kgCO2e may be negative (a price one pays, an avoided emission). */
  readonly signed: boolean;
}

export class Ledger {
  readonly #accounts: { unit: Unit; name: string }[] = [];
  readonly #accountIds = new Map<string, number>();
  readonly #flows: Flow[] = [];
  readonly #flowIds = new Map<string, number>();
  #balances = new Float64Array(32);
  #totals = new Float64Array(32);
  #turnover = new Float64Array(32);
  #counts = new Float64Array(32);

  /** The account of that name, opened with balance 0 on first use. */
  account(unit: Unit, name: string): number {
    const key = `${unit}|${name}`;
    const known = this.#accountIds.get(key);
    if (known !== undefined) return known;
    const id = this.#accounts.push({ unit, name }) - 1;
    if (id >= this.#balances.length) this.#balances = doubled(this.#balances);
    this.#accountIds.set(key, id);
    return id;
  }

  /** A flow from one account to another for one cause; the same arguments give the same flow. */
  flow(unit: Unit, from: string, to: string, cause: string): number {
    const key = `${unit}|${from}|${to}|${cause}`;
    const known = this.#flowIds.get(key);
    if (known !== undefined) return known;
    const signed = unit !== 'kg' && unit !== 'J';
    const flow = { unit, from: this.account(unit, from), to: this.account(unit, to), cause, signed };
    const id = this.#flows.push(flow) - 1;
    if (id >= this.#totals.length) {
      this.#totals = doubled(this.#totals);
      this.#turnover = doubled(this.#turnover);
      this.#counts = doubled(this.#counts);
    }
    this.#flowIds.set(key, id);
    return id;
  }

  /** Books `amount` on a flow. Throws on NaN, infinity, and on a negative amount of kg or J. */
  post(flowId: number, amount: number): void {
    const flow = this.#flows[flowId]!;
    if (!(flow.signed ? Number.isFinite(amount) : amount >= 0 && amount < Infinity))
      this.#refuse(flow, amount);
    this.#balances[flow.from]! -= amount;
    this.#balances[flow.to]! += amount;
    this.#totals[flowId]! += amount;
    this.#turnover[flowId]! += Math.abs(amount);
    this.#counts[flowId]! += 1;
  }

  balance(account: number): number {
    return this.#balances[account]!;
  }

  balanceOf(unit: Unit, name: string): number {
    const id = this.#accountIds.get(`${unit}|${name}`);
    return id === undefined ? 0 : this.#balances[id]!;
  }

  /** Sum of the magnitudes of all entries of a unit: what a residual is measured against. */
  turnover(unit: Unit): number {
    return this.#flows.reduce((sum, flow, id) => (flow.unit === unit ? sum + this.#turnover[id]! : sum), 0);
  }

  /** Sum over the accounts of one unit: 0 up to rounding. */
  imbalance(unit: Unit): number {
    return this.#accounts.reduce(
      (sum, account, id) => (account.unit === unit ? sum + this.#balances[id]! : sum),
      0,
    );
  }

  /** What has been booked so far, flow by flow, in the order of registration. */
  totals(): FlowTotal[] {
    return this.#flows.map((flow, id) => ({
      unit: flow.unit,
      from: this.#accounts[flow.from]!.name,
      to: this.#accounts[flow.to]!.name,
      cause: flow.cause,
      amount: this.#totals[id]!,
      entries: this.#counts[id]!,
    }));
  }

  #refuse(flow: Flow, amount: number): never {
    const [from, to] = [this.#accounts[flow.from]!.name, this.#accounts[flow.to]!.name];
    throw new RangeError(
      `ledger: an entry in ${flow.unit} must be ${flow.signed ? 'finite' : 'finite and >= 0'}, got ${amount} ` +
        `(${from} -> ${to}, cause ${flow.cause}); find the stock that went negative`,
    );
  }
}

function doubled(old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const next = new Float64Array(old.length * 2);
  next.set(old);
  return next;
}
