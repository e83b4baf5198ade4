import type { LotLine } from './lot-lines.ts';
import { PickOffers } from './pick-offers.ts';
import type { SeenDay } from './seen-day.ts';
import { Sight } from './sight.ts';

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
 * Masses at which the worth of a further look is worked out, for picks that take the fewest and the most joules of the day; between them it
 * is interpolated, which only raises it: it is convex in mass, and in joules.
 */
const masses = 16;
const corners = 2 * masses;

/** Works the bound out by the price of a joule and by the lines that lots may take; see `lotBoundEur` for why it is one. */
export class LotDual {
  readonly #day: SeenDay;
  readonly #items: number;
  readonly #grid: Float64Array;
  readonly #sights: readonly Sight[];
  readonly #perLabel: Float64Array;
  /** The fewest joules of a pick, and the most. */
  readonly #pickJ: readonly [number, number];
  readonly #places: readonly Place[];

  constructor(day: SeenDay) {
    this.#day = day;
    this.#items = day.massKg.length;
    this.#grid = gridOf(day.massKg);
    this.#sights = day.rungs.map((rung) => new Sight(day, rung));
    this.#perLabel = new Float64Array(day.labels);
    for (const k of day.truth) this.#perLabel[k]! += 1;
    const [least, most] = [Math.min(...day.pickJ), Math.max(...day.pickJ)];
    this.#pickJ = [least, most];
    this.#places = Array.from(day.massKg, (massKg, i) => {
      const { at, share } = placeIn(this.#grid, massKg);
      const joulesShare = most > least ? (day.pickJ[i]! - least) / (most - least) : 0;
      return { corner: at, massShare: share, joulesShare };
    });
  }

  /** The bound where each lot takes one of its `lines` with every item. */
  value(lines: readonly (readonly LotLine[])[], eurPerJ: number): DualValue {
    const { outputs, joules, awakeJ, block, holds, residueEurPerKg } = this.#day;
    const offers = this.#sights.map((sight) => new PickOffers(sight, lines, residueEurPerKg));
    const tables = this.#tables(offers, eurPerJ);
    const firstJ = this.#sights[0]!.energyJ;
    const [byBlock, comeJ] = [new Float64Array(awakeJ.length), new Float64Array(awakeJ.length)];
    const usage = nothingUsed(outputs);
    for (let i = 0; i < this.#items; i++) {
      comeJ[block[i]!]! += firstJ;
      if (holds[i] === 0) continue;
      let rung = 0;
      let way = this.#way(offers, tables, eurPerJ, i, rung);
      byBlock[block[i]!]! += Math.max(0, way.eur);
      while (way.looks && way.eur > 0) {
        rung += 1;
        usage.usedJ += this.#sights[rung]!.energyJ;
        way = this.#way(offers, tables, eurPerJ, i, rung);
      }
      if (way.eur > 0) this.#use(usage, offers[rung]!, i);
    }
    let eur = eurPerJ * joules;
    for (const some of lines) eur += Math.max(...some.map(({ grantedEur }) => grantedEur));
    for (let b = 0; b < byBlock.length; b++) {
      // What comes while somebody is there is looked at.
      const [standbyEur, presentJ] = [eurPerJ * awakeJ[b]!, awakeJ[b]! + comeJ[b]!];
      eur += Math.max(byBlock[b]! - eurPerJ * presentJ, 2 * standbyEur);
      if (byBlock[b]! > eurPerJ * presentJ) usage.usedJ += presentJ;
    }
    return { ...usage, eur };
  }

  /** By rung above the first: [labels, least and most joules, masses] what a thing is worth once it is seen there. */
  #tables(offers: readonly PickOffers[], eurPerJ: number): Float64Array[] {
    const { labels, truth } = this.#day;
    const tables: Float64Array[] = [];
    const pickEur = this.#pickJ.map((joules) => eurPerJ * joules);
    const looks = new Float64Array(corners);
    for (let rung = offers.length - 1; rung > 0; rung--) {
      const table = new Float64Array(labels * corners);
      const next = tables[rung + 1];
      for (let i = 0; i < this.#items; i++) {
        const [row, count] = [truth[i]! * corners, this.#perLabel[truth[i]!]!];
        looks.fill(next === undefined ? 0 : -eurPerJ * this.#sights[rung + 1]!.energyJ);
        if (next !== undefined) this.#addLooks(looks, next, rung, i);
        for (let g = 0; g < masses; g++) {
          const eur = offers[rung]!.bestEur(i, this.#grid[g]!);
          table[row + g]! += Math.max(0, eur - pickEur[0]!, looks[g]!) / count;
          table[row + masses + g]! += Math.max(0, eur - pickEur[1]!, looks[masses + g]!) / count;
        }
      }
      tables[rung] = table;
    }
    return tables;
  }

  /** Adds what the next look may find of an item, at every corner. */
  #addLooks(looks: Float64Array, next: Float64Array, rung: number, i: number): void {
    const { labelsFrom, label, p } = this.#sights[rung]!;
    for (let e = labelsFrom[i]!; e < labelsFrom[i + 1]!; e++) {
      const [from, share] = [label[e]! * corners, p[e]!];
      for (let corner = 0; corner < corners; corner++) looks[corner]! += share * next[from + corner]!;
    }
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
    const pick = offers[rung]!.bestEur(i, massKg[i]!) - eurPerJ * pickJ[i]!;
    const look = this.#lookEur(tables, eurPerJ, rung, i);
    return { eur: Math.max(pick, look), looks: look > pick };
  }

  /** What the next look is worth on average over what it may find, less its joules. */
  #lookEur(tables: readonly Float64Array[], eurPerJ: number, rung: number, i: number): number {
    const table = tables[rung + 1];
    if (table === undefined) return -Infinity;
    const { corner, massShare, joulesShare } = this.#places[i]!;
    const { labelsFrom, label, p } = this.#sights[rung]!;
    let eur = -eurPerJ * this.#sights[rung + 1]!.energyJ;
    for (let e = labelsFrom[i]!; e < labelsFrom[i + 1]!; e++) {
      const at = label[e]! * corners + corner;
      const least = between(table, at, massShare);
      const most = joulesShare === 0 ? least : between(table, at + masses, massShare);
      eur += p[e]! * (least + joulesShare * (most - least));
    }
    return eur;
  }

  /** Adds the best pick of an item. */
  #use(usage: LotUsage, offers: PickOffers, i: number): void {
    const { massKg, outputs, truth, pickJ } = this.#day;
    const kg = massKg[i]!;
    const { output, p } = offers.best(i, kg);
    usage.usedJ += pickJ[i]!;
    usage.lotKg[output]! += kg;
    usage.believedKg[output]! += kg * p;
    usage.rightKg[output]! += kg * outputs[output]!.accepts[truth[i]!]!;
    usage.rightKg2[output]! += kg * kg * p * (1 - p);
  }
}

/** Where an item lies in a table: its corner, and how far from it towards the next mass and towards the most joules. */
interface Place {
  readonly corner: number;
  readonly massShare: number;
  readonly joulesShare: number;
}

/** Between an entry of a table and the next. */
function between(table: Float64Array, at: number, share: number): number {
  return share === 0 ? table[at]! : table[at]! + share * (table[at + 1]! - table[at]!);
}

const nothingUsed = ({ length }: readonly unknown[]) => ({
  usedJ: 0,
  lotKg: new Float64Array(length),
  believedKg: new Float64Array(length),
  rightKg: new Float64Array(length),
  rightKg2: new Float64Array(length),
});

/** Masses from the lightest to the heaviest item, each as many times the one before. */
function gridOf(massKg: Float64Array): Float64Array {
  let [least, most] = [Infinity, 0];
  for (const m of massKg) [least, most] = [Math.min(least, m), Math.max(most, m)];
  const step = Math.log(most / least) / (masses - 1);
  const grid = Float64Array.from({ length: masses }, (_, g) => least * Math.exp(step * g));
  grid[masses - 1] = most;
  return grid;
}

function placeIn(grid: Float64Array, massKg: number): { at: number; share: number } {
  let at = 0;
  while (at < grid.length - 2 && massKg > grid[at + 1]!) at += 1;
  const width = grid[at + 1]! - grid[at]!;
  return { at, share: width > 0 ? (massKg - grid[at]!) / width : 0 };
}
