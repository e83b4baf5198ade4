import { tierPrice, topPrice } from '../../accounts/prices.ts';
import type { LotView } from '../../ports.ts';
import type { EventData } from '../../record/event.ts';
import { grades } from '../../record/item-state.ts';
import type { OutputSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { Till } from '../till.ts';
import type { BeltItem } from './belt.ts';
import { Bench, type BenchLot } from './bench.ts';
import { Worth } from './worth.ts';

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
  /** Pieces that ever came in, by their true best next use. */
  readonly countByGrade = new Uint32Array(grades.length);
  revenueEur = 0;
  /** What was charged back, and what a bench cost. */
  costEur = 0;
  co2eKg = 0;
  lotKg = 0;
  #lotAcceptedKg = 0;
  /** Mass of the lot that its pickers believed to belong here. */
  lotBelievedKg = 0;
  #lotCount = 0;
  /** Mass that came in, kg, by hour since the start of the day. */
  readonly kgByHour = new Map<number, number>();
  readonly worthOf: Worth;
  readonly #bench: Bench | null;
  readonly #day: Day;
  readonly #till: Till;

  constructor(spec: OutputSpec, day: Day, till: Till) {
    this.spec = spec;
    this.#day = day;
    this.#till = till;
    this.worthOf = new Worth(spec);
    this.#bench = spec.bench === undefined ? null : new Bench(this.worthOf, spec.bench, day);
    this.topPriceEurPerKg = spec.bench === undefined ? topPrice(spec.tiers) : 0;
    this.topMinPurity = spec.tiers.find((t) => t.priceEurPerKg === this.topPriceEurPerKg)?.minPurity ?? 0;
    day.conservation.watch('kg', `bin:${spec.id}`, () => this.lotKg);
  }

  accepts(item: BeltItem): boolean {
    return this.worthOf.accepts(item);
  }

  /** Price of accepted mass at the purity that the site believes the present lot to have; the best price while empty. */
  believedPriceEurPerKg(): number {
    return this.lotKg === 0 || this.#bench !== null
      ? this.topPriceEurPerKg
      : tierPrice(this.spec.tiers, this.lotBelievedKg / this.lotKg);
  }

  /** What an item is worth in here at the best price, by its hidden state; on a bench on average over what may become of it. */
  trueEur(item: BeltItem): number {
    return this.worthOf.eur(item);
  }

  /** Puts an item in; `belief` = the probability that it belongs here, as its picker (`by`) saw it. */
  add(item: BeltItem, belief: number, by: string): void {
    const { massKg } = item.item;
    const { sim, endUs } = this.#day;
    const hour = Math.floor(Math.min(sim.now, endUs - 1) / 3.6e9);
    this.kgByHour.set(hour, (this.kgByHour.get(hour) ?? 0) + massKg);
    const accepted = this.accepts(item);
    this.totalKg += massKg;
    this.lotKg += massKg;
    this.lotBelievedKg += belief * massKg;
    this.believedKg += belief * massKg;
    this.count += 1;
    this.countByGrade[grades.indexOf(item.grade)]! += 1;
    this.#lotCount += 1;
    if (accepted) {
      this.acceptedKg += massKg;
      this.#lotAcceptedKg += massKg;
    }
    const data = { itemId: item.index, bin: this.spec.id, by, correct: accepted };
    this.#day.emit('item.binned', `item:${item.index}`, data);
    this.#bench?.add(item);
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

  /** What the lot would fetch now, what it would cost by cause, and its carbon (boundary of the output's factor). */
  worth(): BenchLot {
    if (this.lotKg === 0) return { revenueEur: 0, costs: [], soldKg: 0, co2eKg: 0 };
    if (this.#bench !== null) return this.#bench.lot();
    const { id, tiers, contaminantEurPerKg, carbon } = this.spec;
    const purity = this.#lotAcceptedKg / this.lotKg;
    return {
      revenueEur: tierPrice(tiers, purity) * this.#lotAcceptedKg,
      costs: [[`contaminants ${id}`, contaminantEurPerKg * (this.lotKg - this.#lotAcceptedKg)]],
      soldKg: this.lotKg,
      co2eKg: carbon.kgCo2ePerKg * this.#lotAcceptedKg,
    };
  }

  /** Sells the lot: accepted mass at the price of its purity, wrong mass charged back, carbon booked; the bin is empty then. */
  sell(): void {
    if (this.lotKg === 0) return;
    const { id, carbon } = this.spec;
    const { ledger } = this.#day;
    const { revenueEur, costs, soldKg, co2eKg } = this.worth();
    this.#till.receive(revenueEur, `sale ${id}`);
    for (const [cause, eur] of costs) {
      this.#till.pay(eur, cause);
      this.costEur += eur;
    }
    this.revenueEur += revenueEur;
    this.co2eKg += co2eKg;
    const saved = this.#bench === null ? 'recycling' : 'reuse';
    ledger.post(ledger.flow(`kgCO2e:${carbon.boundary}`, `output:${id}`, 'atmosphere', saved), co2eKg);
    ledger.post(ledger.flow('kg', `bin:${id}`, 'buyers', 'sale'), soldKg);
    if (soldKg < this.lotKg)
      ledger.post(ledger.flow('kg', `bin:${id}`, 'recyclers', 'scrap'), this.lotKg - soldKg);
    this.#bench?.clear();
    this.lotKg = 0;
    this.#lotAcceptedKg = 0;
    this.lotBelievedKg = 0;
    this.#lotCount = 0;
  }

  state(): EventData<'bin.changed'> {
    return { count: this.#lotCount, massKg: this.lotKg };
  }
}
