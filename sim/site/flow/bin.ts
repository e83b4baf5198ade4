import { tierPrice, topPrice } from '../../accounts/prices.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { LotView } from '../../ports.ts';
import type { EventData } from '../../record/event.ts';
import type { OutputSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { Till } from '../till.ts';
import type { BeltItem } from './belt.ts';

/** One output: what lies in it, what the site believes of it, and what it has been sold for. */
export class Bin {
  readonly spec: OutputSpec;
  readonly topPriceEurPerKg: number;
  readonly topMinPurity: number;
  /** All that ever came in, and the share of it that is what the output is for. */
  totalKg = 0;
  acceptedKg = 0;
  /** The share of it that its pickers believed to be so. */
  believedKg = 0;
  count = 0;
  revenueEur = 0;
  contaminantEur = 0;
  co2eKg = 0;
  lotKg = 0;
  #lotAcceptedKg = 0;
  /** Mass of the lot that its pickers believed to belong here. */
  lotBelievedKg = 0;
  #lotCount = 0;
  readonly #wanted: Set<string>;
  readonly #accepts = new Map<string, boolean>();
  readonly #day: Day;
  readonly #till: Till;

  constructor(spec: OutputSpec, day: Day, till: Till) {
    this.spec = spec;
    this.#day = day;
    this.#till = till;
    this.#wanted = new Set(spec.accepts);
    this.topPriceEurPerKg = topPrice(spec.tiers);
    this.topMinPurity = spec.tiers.find((t) => t.priceEurPerKg === this.topPriceEurPerKg)!.minPurity;
    day.conservation.watch('kg', `bin:${spec.id}`, () => this.lotKg);
  }

  accepts(item: BeltItem): boolean {
    return item.state <= this.spec.maxState && this.acceptsMaterial(item.item.materialId);
  }

  acceptsMaterial(materialId: string): boolean {
    let known = this.#accepts.get(materialId);
    if (known === undefined) {
      const { id, class: kind, family } = materialById(materialId);
      known = this.#wanted.has(id) || this.#wanted.has(kind) || this.#wanted.has(family);
      this.#accepts.set(materialId, known);
    }
    return known;
  }

  /** Price of accepted mass at the purity that the site believes the present lot to have; the best price while empty. */
  believedPriceEurPerKg(): number {
    return this.lotKg === 0
      ? this.topPriceEurPerKg
      : tierPrice(this.spec.tiers, this.lotBelievedKg / this.lotKg);
  }

  /** What an item is worth in here at the best price, by its hidden state. */
  trueEur(item: BeltItem): number {
    const { massKg } = item.item;
    return this.accepts(item) ? this.topPriceEurPerKg * massKg : -this.spec.contaminantEurPerKg * massKg;
  }

  /** Puts an item in; `belief` = the probability that it belongs here, as its picker saw it. */
  add(item: BeltItem, belief: number): boolean {
    const { massKg } = item.item;
    const accepted = this.accepts(item);
    this.totalKg += massKg;
    this.lotKg += massKg;
    this.lotBelievedKg += belief * massKg;
    this.believedKg += belief * massKg;
    this.count += 1;
    this.#lotCount += 1;
    if (accepted) {
      this.acceptedKg += massKg;
      this.#lotAcceptedKg += massKg;
    }
    return accepted;
  }

  /** The lot has reached `times` capacity. */
  full(times = 1): boolean {
    return this.spec.capacityKg > 0 && this.lotKg >= times * this.spec.capacityKg;
  }

  lot(): LotView {
    const { id, capacityKg, emptyEur } = this.spec;
    return {
      id,
      lotKg: this.lotKg,
      believedPurity: this.lotKg === 0 ? 1 : this.lotBelievedKg / this.lotKg,
      capacityKg,
      topMinPurity: this.topMinPurity,
      topPriceEurPerKg: this.topPriceEurPerKg,
      priceEurPerKg: this.believedPriceEurPerKg(),
      emptyEur,
    };
  }

  /** Bales and sells the lot on the way, for the price of emptying. */
  bale(): void {
    if (this.lotKg === 0) return;
    this.sell();
    this.#till.pay(this.spec.emptyEur, `emptying ${this.spec.id}`);
    this.#day.emit('bin.changed', `bin:${this.spec.id}`, this.state());
  }

  /** What the lot would fetch now, what its wrong mass would cost, and its carbon (boundary of the output's factor). */
  worth(): { readonly revenueEur: number; readonly feeEur: number; readonly co2eKg: number } {
    if (this.lotKg === 0) return { revenueEur: 0, feeEur: 0, co2eKg: 0 };
    const { tiers, contaminantEurPerKg, carbon } = this.spec;
    const purity = this.#lotAcceptedKg / this.lotKg;
    return {
      revenueEur: tierPrice(tiers, purity) * this.#lotAcceptedKg,
      feeEur: contaminantEurPerKg * (this.lotKg - this.#lotAcceptedKg),
      co2eKg: carbon.kgCo2ePerKg * this.#lotAcceptedKg,
    };
  }

  /** Sells the lot: accepted mass at the price of its purity, wrong mass charged back, carbon booked; the bin is empty then. */
  sell(): void {
    if (this.lotKg === 0) return;
    const { id, carbon } = this.spec;
    const { ledger } = this.#day;
    const { revenueEur, feeEur, co2eKg } = this.worth();
    this.#till.receive(revenueEur, `sale ${id}`);
    this.#till.pay(feeEur, `contaminants ${id}`);
    this.revenueEur += revenueEur;
    this.contaminantEur += feeEur;
    this.co2eKg += co2eKg;
    ledger.post(ledger.flow(`kgCO2e:${carbon.boundary}`, `output:${id}`, 'atmosphere', 'recycling'), co2eKg);
    ledger.post(ledger.flow('kg', `bin:${id}`, 'buyers', 'sale'), this.lotKg);
    this.lotKg = 0;
    this.#lotAcceptedKg = 0;
    this.lotBelievedKg = 0;
    this.#lotCount = 0;
  }

  state(): EventData<'bin.changed'> {
    return { count: this.#lotCount, massKg: this.lotKg };
  }
}
