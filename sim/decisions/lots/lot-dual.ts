import { addLooks, found } from './found-looks.ts';
import { asItIs, type LaterThings, type Likeness, laterThings } from './later-things.ts';
import type { LotLine } from './lot-lines.ts';
import { corners, masses, massGrid, Places, rangeOf } from './mass-grid.ts';
import { type PickOffer, PickOffers } from './pick-offers.ts';
import { blocksPerStretch, type SeenDay } from './seen-day.ts';
import type { Sight } from './sight.ts';

/** What picks take and bring, added up. */
interface LotUsage {
  usedJ: number;
  /** By output: kg in all, kg that are right by belief and in truth, and the variance of these by belief, kg2. */
  readonly lotKg: Float64Array;
  readonly believedKg: Float64Array;
  readonly rightKg: Float64Array;
  readonly rightKg2: Float64Array;
}

/** The bound by some prices, and what is done there. */
export interface DualValue extends LotUsage {
  readonly eur: number;
}

/**
 * Works the bound out by the price of a joule where each lot pays by a straight line; see `lotBoundEur` for why it is one. What a further
 * look is worth is worked out at the masses of a grid, for picks that take the fewest and the most joules of the day; between them it is
 * interpolated, which only raises it: it is convex in mass, and in joules.
 */
export class LotDual {
  readonly #day: SeenDay;
  readonly #items: number;
  readonly #grid: Float64Array;
  readonly #places: Places;
  readonly #sights: readonly Sight[];
  readonly #later: LaterThings;
  readonly #like: Likeness;
  /** The fewest joules of a pick, and the most. */
  readonly #pickJ: readonly [number, number];

  /** `likeOf` says what things look like: themselves where nothing is said. */
  constructor(day: SeenDay, likeOf: (later: LaterThings) => Likeness = (later) => asItIs(day, later)) {
    this.#day = day;
    this.#items = day.massKg.length;
    this.#grid = massGrid(day.massKg);
    this.#places = new Places(this.#grid, day.massKg, day.pickJ);
    this.#later = laterThings(day);
    this.#sights = this.#later.sights;
    this.#like = likeOf(this.#later);
    this.#pickJ = rangeOf(day.pickJ);
  }

  /** The bound where each lot pays by a line. */
  value(lines: readonly LotLine[], eurPerJ: number): DualValue {
    const { outputs, rungs, joules, awakeJ, block, holds, residueEurPerKg } = this.#day;
    const offers = this.#sights.map((sight) => new PickOffers(sight, lines, residueEurPerKg));
    const tables = this.#tables(offers, eurPerJ);
    const firstJ = this.#sights[0]!.energyJ;
    const byBlock = new Float64Array(awakeJ.length);
    const comeJ = new Float64Array(Math.ceil(awakeJ.length / blocksPerStretch));
    const usage = nothingUsed(outputs);
    for (let i = 0; i < this.#items; i++) {
      comeJ[Math.floor(block[i]! / blocksPerStretch)]! += firstJ;
      if (holds[i] === 0) continue;
      let rung = 0;
      let way = this.#way(offers, tables, eurPerJ, i, rung);
      byBlock[block[i]!]! += Math.max(0, way.eur);
      while (way.looks && way.eur > 0 && rung + 1 < rungs.length) {
        rung += 1;
        usage.usedJ += this.#sights[rung]!.energyJ;
        way = this.#way(offers, tables, eurPerJ, i, rung);
      }
      if (way.eur > 0) this.#use(usage, offers[rung]!.best(this.#like[rung]![i]!), i);
    }
    let eur = eurPerJ * joules;
    comeJ.forEach((lookJ, s) => {
      let [gained, presentJ] = [0, lookJ];
      for (let b = s * blocksPerStretch; b < Math.min((s + 1) * blocksPerStretch, byBlock.length); b++) {
        const beyond = byBlock[b]! - eurPerJ * awakeJ[b]!;
        if (beyond <= 0) continue;
        gained += beyond;
        presentJ += awakeJ[b]!;
      }
      // What comes while somebody is there is looked at.
      if (gained <= eurPerJ * lookJ) return;
      eur += gained - eurPerJ * lookJ;
      usage.usedJ += presentJ;
    });
    return { ...usage, eur };
  }

  /** By rung above the first: [labels, corners] what a thing is worth once it is seen there. */
  #tables(offers: readonly PickOffers[], eurPerJ: number): Float64Array[] {
    const { labels } = this.#day;
    const { label, perLabel } = this.#later;
    const tables: Float64Array[] = [];
    const [least, most] = this.#pickJ.map((joules) => eurPerJ * joules) as [number, number];
    const looks = new Float64Array(corners);
    for (let rung = offers.length - 1; rung > 0; rung--) {
      const table = new Float64Array(labels * corners);
      const next = tables[rung + 1];
      for (let i = 0; i < label.length; i++) {
        if (label[i]! < 0) continue;
        const [row, count] = [label[i]! * corners, perLabel[label[i]!]!];
        const eurPerKg = offers[rung]!.bestEurPerKg(i);
        looks.fill(next === undefined ? 0 : -eurPerJ * this.#sights[rung + 1]!.energyJ);
        if (next !== undefined) addLooks(looks, next, this.#sights[rung]!, i);
        for (let g = 0; g < masses; g++) {
          const eur = this.#grid[g]! * eurPerKg;
          table[row + g]! += Math.max(0, eur - least, looks[g]!) / count;
          table[row + masses + g]! += Math.max(0, eur - most, looks[masses + g]!) / count;
        }
      }
      tables[rung] = table;
    }
    return tables;
  }

  /** The best that can be done with an item after a look: pass, pick, or look on. */
  #way(
    offers: readonly PickOffers[],
    tables: readonly Float64Array[],
    eurPerJ: number,
    i: number,
    rung: number,
  ) {
    const { massKg, pickJ } = this.#day;
    const pick = massKg[i]! * offers[rung]!.bestEurPerKg(this.#like[rung]![i]!) - eurPerJ * pickJ[i]!;
    const look = this.#lookEur(tables, eurPerJ, rung, i);
    return { eur: Math.max(pick, look), looks: look > pick };
  }

  /** What the next look is worth on average over what it may find, less its joules. */
  #lookEur(tables: readonly Float64Array[], eurPerJ: number, rung: number, i: number): number {
    const table = tables[rung + 1];
    if (table === undefined) return -Infinity;
    return (
      found(table, this.#sights[rung]!, this.#places, i, this.#like[rung]![i]!) -
      eurPerJ * this.#sights[rung + 1]!.energyJ
    );
  }

  /** Adds the best pick of an item. */
  #use(usage: LotUsage, { output, p }: PickOffer, i: number): void {
    const { massKg, outputs, truth, pickJ } = this.#day;
    const kg = massKg[i]!;
    usage.usedJ += pickJ[i]!;
    usage.lotKg[output]! += kg;
    usage.believedKg[output]! += kg * p;
    usage.rightKg[output]! += kg * outputs[output]!.accepts[truth[i]!]!;
    usage.rightKg2[output]! += kg * kg * p * (1 - p);
  }
}

const nothingUsed = ({ length }: readonly unknown[]) => ({
  usedJ: 0,
  lotKg: new Float64Array(length),
  believedKg: new Float64Array(length),
  rightKg: new Float64Array(length),
  rightKg2: new Float64Array(length),
});
