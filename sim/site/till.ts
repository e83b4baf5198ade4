import type { Day } from './day.ts';

/** The site's cash: revenue and cost stay apart, by cause. */
export class Till {
  cashEur = 0;
  revenueEur = 0;
  costEur = 0;
  readonly costEurByCause = new Map<string, number>();
  readonly #day: Day;

  constructor(day: Day) {
    this.#day = day;
    day.conservation.watch('EUR', 'cash', () => this.cashEur);
  }

  /** Takes in an amount; negative for a fraction that one pays to be rid of. */
  receive(amountEur: number, cause: string): void {
    this.#book('market', 'cash', amountEur, cause);
    this.cashEur += amountEur;
    this.revenueEur += amountEur;
  }

  pay(amountEur: number, cause: string): void {
    if (amountEur === 0) return;
    this.#book('cash', 'suppliers', amountEur, cause);
    this.cashEur -= amountEur;
    this.costEur += amountEur;
    this.costEurByCause.set(cause, (this.costEurByCause.get(cause) ?? 0) + amountEur);
  }

  #book(from: string, to: string, amountEur: number, cause: string): void {
    const { ledger } = this.#day;
    ledger.post(ledger.flow('EUR', from, to, cause), amountEur);
    this.#day.flowedIn('EUR', amountEur);
  }
}
